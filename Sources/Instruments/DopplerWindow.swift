// Where the beam listens, and how the machine is set for it.
//
// Pulsed Doppler (PW) hears one small volume and folds speeds beyond its limit over to the other side; continuous-wave
// Doppler (CW) hears everything along the beam and has no limit. The probe is at the apex of the heart: towards it is
// up, away from it down. The angle between beam and flow is unknown to the examiner and not corrected for; what is
// heard is the speed times its cosine, so that every Doppler speed is a little low (under 6 % below 20°; Quiñones et
// al., J Am Soc Echocardiogr 2002;15:167). The angles here are chosen within that limit: filling is directed sideways,
// towards the lateral wall, an eccentric jet turns away from the beam, the rest lies near it.

import Circulation
import Lanes

/// A place at which Doppler is recorded from the apex.
public enum DopplerWindow: Int, CaseIterable, Sendable {
  /// PW between the tips of the mitral leaflets: E and A.
  case mitralInflow
  /// Tissue Doppler of the mitral ring at the septum and at the lateral wall: s′ up, e′ and a′ down.
  case septalAnnulus, lateralAnnulus
  /// PW in the right upper pulmonary vein, 1 cm from the atrium: S and D up, Ar down.
  case pulmonaryVein
  /// PW just below the aortic valve: down.
  case outflowTract
  /// CW through the aortic valve: down.
  case aorticValve
  /// CW through the tricuspid valve: its leak goes down.
  case tricuspidJet
  /// CW through the mitral valve: filling up, its leak down.
  case mitralJet

  /// In files and commands.
  public var identifier: StaticString {
    switch self {
    case .mitralInflow: "mitral-inflow"
    case .septalAnnulus: "septal-annulus"
    case .lateralAnnulus: "lateral-annulus"
    case .pulmonaryVein: "pulmonary-vein"
    case .outflowTract: "outflow-tract"
    case .aorticValve: "aortic-valve"
    case .tricuspidJet: "tricuspid-jet"
    case .mitralJet: "mitral-jet"
    }
  }

  /// On the screen.
  public var title: String {
    switch self {
    case .mitralInflow: "PW mitral inflow, leaflet tips"
    case .septalAnnulus: "Tissue Doppler, septal mitral annulus"
    case .lateralAnnulus: "Tissue Doppler, lateral mitral annulus"
    case .pulmonaryVein: "PW right upper pulmonary vein"
    case .outflowTract: "PW outflow tract"
    case .aorticValve: "CW aortic valve"
    case .tricuspidJet: "CW tricuspid valve"
    case .mitralJet: "CW mitral valve"
    }
  }

  public var isContinuous: Bool { self == .aorticValve || self == .tricuspidJet || self == .mitralJet }
  public var isTissue: Bool { self == .septalAnnulus || self == .lateralAnnulus }

  /// Cosine of the angle between beam and flow; the jet's of the mitral valve depends on where it turns, see
  /// `JetTrace`.
  var cosine: Double {
    switch self {
    case .mitralInflow: 0.966  // 15°
    case .septalAnnulus, .lateralAnnulus, .aorticValve, .mitralJet, .outflowTract: 0.985  // 10°
    case .pulmonaryVein, .tricuspidJet: 0.966  // 15°
    }
  }

  /// How a machine is usually set here.
  public var settings: SpectrumSettings {
    switch self {
    case .mitralInflow: SpectrumSettings(limit: 0.9, baseline: 0.5, wallFilter: 0.08)
    case .septalAnnulus, .lateralAnnulus: SpectrumSettings(limit: 0.2, baseline: 0, wallFilter: 0)
    case .pulmonaryVein: SpectrumSettings(limit: 0.9, baseline: 0.1, wallFilter: 0.05)
    case .outflowTract: SpectrumSettings(limit: 0.9, baseline: -0.6, wallFilter: 0.1)
    case .aorticValve: SpectrumSettings(limit: 1.5, baseline: -0.8, wallFilter: 0.2)
    case .tricuspidJet: SpectrumSettings(limit: 2.5, baseline: -1.5, wallFilter: 0.2)
    case .mitralJet: SpectrumSettings(limit: 4.25, baseline: -2, wallFilter: 0.2)
    }
  }
}

/// How the machine draws a spectrum.
public struct SpectrumSettings: Sendable, Equatable {
  /// Half of the range of speeds shown, m/s, 0.05 … 10. Of PW this is the Nyquist limit: speeds beyond fold over.
  public let limit: Double
  /// What is in the middle of the screen, m/s: the zero line is moved down by a positive shift. At most the limit.
  public let baseline: Double
  /// Speeds below are damped, as vessel walls and valves would drown the rest, m/s, 0 … limit/2.
  public let wallFilter: Double
  /// dB, −30 … 30.
  public let gain: Double
  /// From black to white, dB, 10 … 80.
  public let dynamicRange: Double

  /// A machine's usual setting.
  init(limit: Double, baseline: Double, wallFilter: Double) {
    self.limit = limit
    self.baseline = baseline
    self.wallFilter = wallFilter
    gain = 0
    dynamicRange = 34
  }

  public init(
    limit: Double, baseline: Double = 0, wallFilter: Double = 0.1, gain: Double = 0, dynamicRange: Double = 34
  ) throws(SettingFault) {
    self.limit = try SettingFault.checked(limit, "nyquist", "m/s", 0.05...10)
    self.baseline = try SettingFault.checked(baseline, "baseline", "m/s", -limit...limit)
    self.wallFilter = try SettingFault.checked(wallFilter, "wallFilter", "m/s", 0...0.5 * limit)
    self.gain = try SettingFault.checked(gain, "gain", "dB", -30...30)
    self.dynamicRange = try SettingFault.checked(dynamicRange, "dynamicRange", "dB", 10...80)
  }

  /// Everything on the screen, m/s.
  public var range: ClosedRange<Double> { baseline - limit...baseline + limit }
}
