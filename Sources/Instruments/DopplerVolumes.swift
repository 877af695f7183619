// Volumes by Doppler: how far the blood flies in a beat (the velocity–time integral), times the area it flies through.
//
//   forward   π/4·d²·VTI of the outflow tract. d is what a parasternal view shows, the shorter axis of an ellipse:
//             5.7 mm per m² of body + 12.1 mm (Leye et al., J Am Soc Echocardiogr 2009;22:445; recalled). The circle of
//             that diameter has 0.87 of the ellipse's area (3D echo and CT: 2D finds 10–17 % too little; recalled); the
//             middle of the stream is 1.1 times its mean. Net, with the angle, 0.94.
//   filling   ring and integral there, 1.09 times the mean in the middle of the stream at an angle of 15°: net 1.05; the
//             ring is taken once, in mid-diastole, though it changes.
//   leak      filling less forward: two small errors of opposite sign make it too high by some 10 mL, as it is found to
//             be (79.9 against 64.2 mL of CMR: Son et al., J Cardiovasc Ultrasound 2013;21:81, from which the 1.09 is
//             chosen). Blood that leaks back through the aortic valve is counted as forward, and the method fails.

import Circulation
import Lanes
import Quantities

/// The volumes of one beat as Doppler finds them, mL.
public struct DopplerVolumes: Sendable {
  /// Diameter of the outflow tract as read, cm.
  public let outflowDiameter: Double
  /// Area of the ring as read in mid-diastole, cm².
  public let ringArea: Double
  /// Nil where nothing is ejected.
  public let forward: Double?
  public let filling: Double
  /// Filling less forward; nil where that is nothing.
  public let leak: Double?

  /// The area of the shorter axis' circle as a share of the tract's.
  static let outflowRoundness = 0.87
  /// The middle of the stream at the ring, as a share of its mean.
  static let ringProfile = 1.09

  public init(_ examined: Examined, _ waves: DopplerWaves) {
    let beat = examined.beat
    let events = examined.events
    outflowDiameter = Self.diameter(of: examined.body)
    let close = events.nextMitralClosure
    let ring = beat.trace { $0.mitralAnnulusArea }
    ringArea = ring.value(at: 0.5 * (events.mitralOpening + close))
    let scale = Self.ringProfile * DopplerWindow.mitralInflow.cosine
    let speed = beat.trace { scale * max($0.flows.mitral, 0) / $0.mitralAnnulusArea }
    filling = ringArea * speed.integral(from: events.mitralOpening - 0.02, to: close)
    guard waves.outflowIntegral > 0 else {
      forward = nil
      leak = nil
      return
    }
    let out = Self.volume(diameter: outflowDiameter, integral: waves.outflowIntegral)
    forward = out
    leak = filling > out ? filling - out : nil
  }

  /// What flies through a circle, mL: its diameter and the velocity–time integral, both cm.
  static func volume(diameter: Double, integral: Double) -> Double { 0.25 * Double.pi * diameter * diameter * integral }

  /// Of the outflow tract as a parasternal long axis shows it, cm.
  public static func diameter(of body: Body) -> Double { 0.1 * (5.7 * body.bodySurface + 12.1) }

  /// The true area of the outflow tract, cm².
  static func outflowArea(of body: Body) -> Double {
    0.25 * Double.pi * diameter(of: body) * diameter(of: body) / outflowRoundness
  }
}
