// What lies between the blood and the curve on the screen: a tube full of saline and a transducer, a mass on a spring.
//
//   y″ + 2ζω·y′ + ω²·y = ω²·x,   ω = 2π·f
//
//   f   natural frequency, 10 to 25 Hz in use; ζ damping, 0.15 to 0.4 in use. Together they decide whether a
//       curve is true: at 24 Hz anything from 0.2 to 1.1 is (Gardner, Anesthesiology 1981;54:227 [m]). Too little
//       damping rings on every upstroke, too much (a bubble, a clot) rounds everything off.
//
// The standard line, 24 Hz and 0.35, lies inside that zone; a transducer at the catheter's tip is as good as none
// (`tip`: 200 Hz, 0.7). [m]: known from the literature and not looked up again.

import Circulation
import Lanes

/// A catheter with its tubing and transducer.
public struct CatheterLine: Sendable, Equatable {
  /// Hz.
  public let naturalFrequency: Double
  /// 1: no overshoot.
  public let damping: Double

  public static let allowedFrequencies = 2.0...400.0
  public static let allowedDamping = 0.05...5.0

  public init(naturalFrequency: Double, damping: Double) throws(SettingFault) {
    let frequency = try SettingFault.checked(naturalFrequency, "naturalFrequency", "Hz", Self.allowedFrequencies)
    self.init(frequency: frequency, try SettingFault.checked(damping, "damping", "1", Self.allowedDamping))
  }

  private init(frequency: Double, _ damping: Double) {
    naturalFrequency = frequency
    self.damping = damping
  }

  /// Time constant, s, by which what the line has of before dies away: 1/(ζω), of an overdamped one its slower part.
  var settling: Double {
    let omega = 2 * Double.pi * naturalFrequency
    return 1 / (omega * (damping - (max(damping * damping - 1, 0)).squareRoot()))
  }

  /// The standard line of a catheter laboratory; one with a bubble in it; a transducer at the tip.
  public static let standard = CatheterLine(frequency: 24, 0.35)
  public static let bubble = CatheterLine(frequency: 7, 1.2)
  public static let tip = CatheterLine(frequency: 200, 0.7)

  /// What the transducer makes of a pressure (the implicit midpoint rule, which neither adds nor takes energy).
  ///
  /// - Parameter rate: samples per second.
  public func record(_ pressure: [Double], rate: Double) -> [Double] {
    guard let first = pressure.first else { return [] }
    let omega = 2 * Double.pi * naturalFrequency
    let h = 1 / rate
    // Midway speed w: (w − v)·2/h = ω²(x − y − w·h/2) − 2ζω·w.
    let share = 1 / (2 / h + 0.5 * omega * omega * h + 2 * damping * omega)
    let (kept, pushed) = (2 / h * share, omega * omega * share)
    var y = first
    var v = 0.0
    var out = [first]
    out.reserveCapacity(pressure.count)
    for k in 1..<max(pressure.count, 1) {
      let x = 0.5 * (pressure[k - 1] + pressure[k])
      let w = kept * v + pushed * (x - y)
      y += h * w
      v = 2 * w - v
      out.append(y)
    }
    return out
  }
}
