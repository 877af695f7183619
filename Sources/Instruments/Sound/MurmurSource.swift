// A murmur: what blood that shoots through a narrow place sounds like, read off the beat's own jets.
//
// Loudness. A jet of area A and speed V carries kinetic power ½ρAV³, loses (1 − A/A')² of it in the wider room A'
// behind (Borda and Carnot), and turns a share of that into sound which grows with V² (between turbulence in the free
// and that at a wall: acoustic power ∝ V³…V⁶ × area). The amplitude so is  √A·V^2.5·(1 − A/A').
//
// Pitch. Dominant 282 Hz + 0.744·(V − 290 cm/s), at most 600 Hz (line through the means of 88 jets, Donnerstein, Am J
// Cardiol 1989;64:625: stenoses and shunts, 1.1–4.6 m/s, r 0.85; faster jets are an extrapolation). A wide and slow
// stream through an atrioventricular valve rumbles lower: Strouhal's  0.6·V/d, d the orifice's diameter, 0.6 chosen so
// that both agree for the jet of an ordinary leak (5 m/s through 7 mm: 430 Hz).
//
// A stream through a wide atrioventricular valve is no noise: what is shorter than some four diameters rolls up into
// one ring (formation number: Gharib, Rambod & Shariff, J Fluid Mech 1998;360:121), whose push is the third sound. Its
// share of noise is 1/(1 + (40 Hz/f)⁸) of its pitch f: rumbles begin at some 40 Hz. (The third sound's strength else is
// chance: `extraSoundsAreEvenFromBeatToBeat`.)
//
// On the way. The chest lets pass what is below 100 Hz and takes 12 dB an octave above, 1/(1 + (f/100 Hz)²) (the slope
// for mitral sounds in dogs; Durand et al., Med Biol Eng Comput 1990;28:269).
//
// One constant, `scale`, ties murmurs to heart sounds: a leak of 0.1 cm² at 5 m/s is 0.03 (root mean square) of the
// peak of the healthy adult's S1, chosen so that murmurs lie at 0.05–0.6 of it in peaks, as reference tables have them.

import Circulation
import Lanes
import Quantities

/// Where a murmur comes from: a valve, and whether the blood goes the right way.
public struct MurmurSource: Sendable, Equatable {
  public let valve: ValveSite
  /// True: a narrow (or overrun) open valve; false: a leak.
  public let isForward: Bool

  public init(_ valve: ValveSite, forward: Bool) {
    self.valve = valve
    isForward = forward
  }

  /// All eight, leaks first.
  public static let all: [MurmurSource] = ValveSite.allCases.flatMap {
    [MurmurSource($0, forward: false), MurmurSource($0, forward: true)]
  }

  public var isSystolic: Bool { (valve == .mitral || valve == .tricuspid) != isForward }

  /// As in files: "mitral-leak".
  public var identifier: String { Self.valveNames[valve.rawValue] + (isForward ? "-flow" : "-leak") }

  private static let valveNames = ["mitral", "aortic", "tricuspid", "pulmonary"]

  /// The room behind the jet, cm²: chambers some 5 cm wide, great arteries some 3.2 cm.
  var roomBehind: Double {
    let isArtery = (valve == .aortic || valve == .pulmonary) && isForward
    return isArtery ? 8 : 20
  }

  var isInflow: Bool { isForward && (valve == .mitral || valve == .tricuspid) }
}

/// One valve's murmur over one beat.
public struct Murmur: Sendable {
  public let source: MurmurSource
  /// Root mean square on the chest where it is loudest; 1: the peak of the healthy adult's M1.
  public let strength: Trace
  /// The same as the ear weighs it (`MurmurLevel.ear`).
  public let heard: Trace
  /// The middle of its band, Hz; where nothing flows, that of what flows next to it.
  public let frequency: Trace
  /// Greatest speed of the jet while it is worth speaking of, m/s.
  public let speed: Double

  static let scale = 0.0343

  /// - Returns: nil where nothing worth speaking of flows.
  public init?(_ source: MurmurSource, in beat: RecordedBeat, of heart: HeartDefinition) {
    let hole = heart[source.valve].leakArea.squareCentimetres
    let mitral = source == MurmurSource(.mitral, forward: false) ? LeakJet(beat, BeatEvents(beat)) : nil
    func jet(_ sample: Sample<Double>) -> (area: Double, speed: Double) {
      let flow = sample.flows[source.valve] * (source.isForward ? 1 : -1)
      let area = sample.areas[source.valve]
      guard flow > 0, area > 1e-3 else { return (0, 0) }
      if source.isForward { return sample.openings[source.valve] > 0.5 ? (area, flow / area / 100) : (0, 0) }
      // What leaflets that are still shutting squeeze out is no leak.
      let leak = mitral == nil ? hole : sample.mitralLeakArea
      guard leak > 1e-3, area < 1.5 * leak else { return (0, 0) }
      return mitral.map { (area, $0.speed(sample)) } ?? (area, flow / area / 100)
    }
    let strength = beat.trace { sample in
      let (area, speed) = jet(sample)
      return Self.strength(source, area: area, speed: speed)
    }
    let top = strength.maximum()
    guard top.value > 0.002 else { return nil }
    self.source = source
    self.strength = strength
    heard = beat.trace { sample in
      let (area, speed) = jet(sample)
      guard speed > 0 else { return 0 }
      return Self.strength(source, area: area, speed: speed)
        * MurmurLevel.ear(Self.pitch(source, area: area, speed: speed))
    }
    let least = 0.1 * top.value
    let usual = beat.trace { sample in
      let (area, speed) = jet(sample)
      return Self.strength(source, area: area, speed: speed) > least ? speed : 0
    }.maximum()
    speed = usual.value
    let wide = beat.trace { jet($0).area }.value(at: top.time)
    frequency = beat.trace { sample in
      let (area, speed) = jet(sample)
      return speed > 0
        ? Self.pitch(source, area: area, speed: speed)
        : Self.pitch(source, area: max(wide, 0.01), speed: 0.5 * usual.value)
    }
  }

  /// The middle of the band, Hz, of a jet of an area, cm², and a speed, m/s.
  public static func pitch(_ source: MurmurSource, area: Double, speed: Double) -> Double {
    let line = min(max(282 + 0.744 * (100 * speed - 290), 60), 600)
    guard source.isInflow else { return line }
    let diameter = (4 * area / Double.pi).squareRoot()
    return max(min(line, 0.6 * 100 * speed / diameter), 15)
  }

  /// On the chest; see the head of the file.
  public static func strength(_ source: MurmurSource, area: Double, speed: Double) -> Double {
    guard area > 0, speed > 0 else { return 0 }
    let lost = max(1 - area / source.roomBehind, 0)
    let rise = speed * speed * speed.squareRoot()
    let tone = pitch(source, area: area, speed: speed)
    return scale * area.squareRoot() * rise * lost * chest(tone) * (source.isInflow ? broken(tone) : 1)
  }

  /// The share of a stream's noise that has broken into eddies, by its pitch, Hz.
  private static func broken(_ pitch: Double) -> Double {
    let slow = 1600 / (pitch * pitch)
    return 1 / (1 + slow * slow * slow * slow)
  }

  /// What the chest lets pass of a tone, Hz, 0…1.
  public static func chest(_ frequency: Double) -> Double { 1 / (1 + frequency * frequency / 10_000) }
}

extension PerValve {
  subscript(_ site: ValveSite) -> Real {
    switch site {
    case .mitral: mitral
    case .aortic: aortic
    case .tricuspid: tricuspid
    case .pulmonary: pulmonary
    }
  }
}
