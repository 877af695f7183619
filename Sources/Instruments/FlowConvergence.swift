// Flow convergence: before the orifice blood speeds up, and where it passes the aliasing velocity Va the colour turns
// over. The surface at which it does is taken for a hemisphere, and its radius r read along the beam:
//
//   EROA = 2π·r²·Va/Vmax,   RVol = EROA·VTI                          (one frame; Vmax and VTI from CW)
//
// Vmax and VTI are Doppler's own readings, with their scatter, and stand in the report once more.
//
// What the machine shows is another surface. Flow towards an elliptical orifice of semi-axes a, b passes confocal
// ellipsoids; on the axis its speed is
//
//   v(z) = Q/(2π·√((a²/2 + z²)·(b²/2 + z²)))
//
// with the axes scaled by 1/√2, so that at z = 0 it is the jet's own speed Q/(π·a·b). v(r) = Va gives r. For a round hole
// this is Q = 2π·r²·Va·V/(V − Va), the finite orifice of Rodriguez et al. (Circ Res 1992;70:923; recalled): the surface
// is flatter than a hemisphere, the more so the nearer it lies, and too little is read, 9 % at 40 cm/s. A crescent loses
// more (13 % at three to one). Wall and flail leaflet bound the convergence to an angle α, and its radius is larger for
// the same flow: v is divided by α/180°. Without a correction too much is read: 73 mL against 57 of CMR in prolapse
// (Spampinato et al., Int J Cardiovasc Imaging 2021;37:1947), more in wholly eccentric jets (+51 mL, +8 with the angle
// corrected: Jang et al., J Cardiovasc Ultrasound 2018;26:33). α is 130° of a flail leaflet, chosen so that its RVol
// comes out by about that ratio, 1.28, and half as much below 180° of a prolapse, whose leaflets bound the blood less.
//
// The frame: the middle of systole, as laboratories do; where less than half of the largest flow is left there (a leak
// that comes late), the examiner goes on to the widest one. One frame stands for all: too much of a leak that is not
// there all the time or has fallen by half, too little of one that dips in mid-systole.

import Circulation
import Findings
import Lanes

/// The flow convergence of the mitral leak, as seen and as reckoned from one frame.
public struct FlowConvergence: Sendable {
  /// Va, cm/s.
  public let aliasing: Double
  /// The radius over the beat, cm; 0 where none is seen.
  public let radius: Trace
  /// The flow of the leak, mL/s, at least 0.
  public let flow: Trace
  /// The frame that is read, s from the beat's beginning, and its radius, cm.
  public let frame: Double
  public let frameRadius: Double
  /// The angle that the convergence has, degrees.
  public let angle: Double
  /// Whether the examiner corrects for the angle.
  public let correctsAngle: Bool
  /// The orifice of that frame.
  public let orifice: VenaContracta
  /// The jet in continuous-wave Doppler, which peak speed and integral are taken from.
  public let jet: JetTrace

  /// Aliasing velocities that a machine can be set to and that make a readable surface, cm/s.
  public static let aliasingVelocities = 10.0...100.0
  /// The usual: 30 to 40 cm/s (ASE 2017).
  public static let usualAliasing = 40.0
  /// Degrees.
  static let flailAngle = 130.0
  static let prolapseAngle = 155.0
  /// A convergence below this radius cannot be told from the orifice, cm.
  static let leastRadius = 0.15

  /// Nil where no convergence is seen.
  ///
  /// - Parameters:
  ///   - aliasing: cm/s.
  ///   - correctsAngle: whether EROA is multiplied by α/180°.
  public init?(
    _ examined: Examined, aliasing: Double = FlowConvergence.usualAliasing, correctsAngle: Bool = false
  ) throws(SettingFault) {
    let limit = try SettingFault.checked(aliasing, "aliasingVelocity", "cm/s", Self.aliasingVelocities)
    guard let jet = JetTrace(examined) else { return nil }
    self.init(examined, jet, aliasing: limit, correctsAngle: correctsAngle)
  }

  /// The same of a jet that was traced already.
  fileprivate init?(_ examined: Examined, _ jet: JetTrace, aliasing limit: Double, correctsAngle: Bool) {
    let beat = examined.beat
    let events = examined.events
    let angle = Self.angle(of: examined.leaks)
    let aspect = VenaContracta.aspect(of: examined)
    let flow = jet.flow
    let area = beat.trace { $0.mitralLeakArea }
    func surface(_ index: Int) -> Double {
      Self.radius(flow: flow[index], aliasing: limit, area: area[index], aspect: aspect, angle: angle)
    }
    let radius = flow.with(values: flow.values.indices.map(surface)) { _ in 0 }
    let middle = 0.5 * (events.mitralClosure + events.mitralOpening)
    let widest = radius.maximum(from: events.mitralClosure, to: events.mitralOpening)
    let most = flow.maximum(from: jet.begin, to: jet.end).value
    frame = flow.value(at: middle) < 0.5 * most ? widest.time : middle
    frameRadius = radius.value(at: frame)
    guard frameRadius > Self.leastRadius else { return nil }
    self.aliasing = limit
    self.radius = radius
    self.flow = flow
    self.angle = angle
    self.correctsAngle = correctsAngle
    self.jet = jet
    orifice = VenaContracta(area: area.value(at: frame), aspect: aspect)
  }

  /// Where the speed on the axis is the aliasing velocity, cm; 0 where it is nowhere.
  ///
  /// - Parameters:
  ///   - flow: mL/s.
  ///   - aliasing: cm/s, above 0.
  ///   - area: of the orifice, cm².
  ///   - aspect: its long over its short axis.
  ///   - angle: that the convergence has, degrees, above 0.
  public static func radius(
    flow: Double, aliasing: Double, area: Double, aspect: Double = 1, angle: Double = 180
  ) -> Double {
    guard flow > 0, area > 0 else { return 0 }
    let level = flow / (2 * Double.pi * aliasing) * 180 / angle
    let narrow = 0.5 * area / (Double.pi * aspect)
    let wide = narrow * aspect * aspect
    // (narrow + r²)(wide + r²) = level².
    let sum = narrow + wide
    let root = (sum * sum + 4 * (level * level - narrow * wide)).squareRoot()
    let square = 0.5 * (root - sum)
    return square > 0 ? square.squareRoot() : 0
  }

  /// Speed on the axis at a distance from the orifice, m/s, at a flow, mL/s; the orifice is that of the frame.
  public func speed(at distance: Double, flow: Double) -> Double {
    let narrow = 0.125 * orifice.shortAxis * orifice.shortAxis
    let wide = 0.125 * orifice.longAxis * orifice.longAxis
    let square = distance * distance
    let surface = 2 * Double.pi * ((narrow + square) * (wide + square)).squareRoot() * angle / 180
    return 0.01 * flow / surface
  }

  /// EROA as a laboratory reports it, cm².
  public var effectiveArea: Double {
    Self.effectiveArea(
      radius: frameRadius, aliasing: aliasing, velocity: jet.peak.value, angle: correctsAngle ? angle : 180)
  }

  /// 2π·r²·Va/Vmax·α/180°, cm².
  ///
  /// - Parameters:
  ///   - radius: cm.
  ///   - aliasing: cm/s.
  ///   - velocity: of the jet at its peak, m/s, above 0.
  ///   - angle: that the examiner takes the convergence to have, degrees.
  public static func effectiveArea(radius: Double, aliasing: Double, velocity: Double, angle: Double = 180) -> Double {
    angle / 180 * 2 * Double.pi * radius * radius * aliasing / (100 * velocity)
  }

  /// The angle of the convergence over a leak, degrees.
  static func angle(of leaks: LeakShares) -> Double {
    let loss = (180 - flailAngle) * leaks.flail + (180 - prolapseAngle) * leaks.prolapse
    return 180 - (leaks.total > 0 ? loss / leaks.total : 0)
  }

  /// RVol as a laboratory reports it, mL.
  public var volume: Double { effectiveArea * jet.integral }
}

extension Instrument {
  /// Colour Doppler from the apex: flow convergence, vena contracta, jet.
  public static let colourDoppler = colourDoppler(aliasing: FlowConvergence.usualAliasing)

  /// The same with the machine set otherwise.
  ///
  /// - Parameters:
  ///   - aliasing: cm/s, one of `FlowConvergence.aliasingVelocities`; no other is taken.
  ///   - correctsAngle: whether the examiner corrects for a convergence that a wall bounds.
  public static func colourDoppler(
    at aliasing: Double, correctsAngle: Bool = false
  ) throws(SettingFault) -> Instrument {
    let velocity = try SettingFault.checked(
      aliasing, "aliasingVelocity", "cm/s", FlowConvergence.aliasingVelocities)
    return colourDoppler(aliasing: velocity, correctsAngle: correctsAngle)
  }

  private static func colourDoppler(aliasing: Double, correctsAngle: Bool = false) -> Instrument {
    Instrument(
      identifier: "colour-doppler", title: "Colour Doppler", accuracies: ColourAccuracy.all, sharesScatter: "doppler",
      derive: { report, examined in
        guard let radius = report[.PISAr], let velocity = report[.MRVmax], let integral = report[.MRVTI] else { return }
        let angle = correctsAngle ? FlowConvergence.angle(of: examined.leaks) : 180
        let area = FlowConvergence.effectiveArea(radius: radius, aliasing: aliasing, velocity: velocity, angle: angle)
        report.note(.EROA, area, by: .pisa)
        report.note(.RVol, area * integral, by: .pisa)
      }
    ) { examined in
      var report = InstrumentReport()
      guard let jet = JetTrace(examined) else {
        report.remark("No mitral jet is seen.")
        return report
      }
      report.signs[.jet] = ColourJet(examined).appearance?.rawValue
      guard
        let convergence = FlowConvergence(examined, jet, aliasing: aliasing, correctsAngle: correctsAngle)
      else {
        report.remark("A mitral jet is seen, but no flow convergence that could be measured.")
        return report
      }
      report.note(.aliasingVelocity, aliasing)
      report.note(.PISAr, convergence.frameRadius)
      report.note(.MRVmax, convergence.jet.peak.value)
      report.note(.MRVTI, convergence.jet.integral)
      report.note(.VCW, convergence.orifice.width)
      report.signs[.orificeShape] = VenaContracta.shape(aspect: VenaContracta.aspect(of: examined)).rawValue
      return report
    }
  }
}

/// How far two readers of one convergence differ. EROA is worked out from radius and peak, RVol from EROA and integral.
enum ColourAccuracy {
  static let all: [Accuracy] = [
    Accuracy(
      .PISAr, relative: 0.108,
      source: "chosen so that EROA scatters by 22 % (Biner et al., JACC Cardiovasc Imaging 2010;3:235; recalled)"),
    DopplerAccuracy.jetPeak, DopplerAccuracy.jetIntegral,
    Accuracy(.VCW, absolute: 0.08, source: "chosen: the width of a pixel or two of colour, 0.8 mm"),
  ]
}
