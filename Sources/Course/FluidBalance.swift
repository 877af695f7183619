// The blood volume over days: kidneys keep salt and water until pressure and output are served, and shed them when the
// atria are stretched.
//
//   V* = V0·(1 + bounded(4·r)) + shift,  r = d + 0.6·u − (LAP − LAP0)/L,  dV/dt = (V* − V)/τ
//
// d is the share of the healthy output that is missing, u the drive of the reflexes (nerves and renin follow the same
// pressure), LAP the left atrium's mean pressure, LAP0 the healthy person's. In balance the atrial pressure has risen by
// nearly L·(d + 0.6·u): filling pressure is the price of output.
//
//   L 45 mmHg  chosen so that an output that is down by a fifth is paid for with 10 mmHg (dogs with severe mitral
//              regurgitation at three months: LVEDP 9 to 19 mmHg at an output of 2.3 to 1.8 L/min, Kleaveland 1988)
//   τ  4 days  chosen so that the circuit as a whole, in which filling answers at once, comes to balance in two to three
//              days, as people do after a change of sodium intake or on diuretics
//   bounds     −15 and +30 % of the healthy volume (plasma +34 % in severe untreated failure, Anand 1989)

import Circulation
import Lanes
import Quantities

/// The kidneys' balance, and what it is held to.
public struct FluidBalance: Sendable, Equatable {
  /// Output, L/min, and left atrial pressure, mmHg, of the healthy person.
  public var output: Double
  public var atrialSet: Double
  /// L, mmHg: the rise of atrial pressure that the loss of all output would be worth.
  public var price = 45.0
  /// Weight of the reflex drive.
  public var nervous = 0.6
  /// The healthy volume, mL, and what drugs shift it by, mL.
  public var volume: Double
  public var shift = 0.0

  public init(output: Double, atrialSet: Double, volume: Double) {
    self.output = output
    self.atrialSet = atrialSet
    self.volume = volume
  }

  /// What is kept (above zero) or shed, as a share of the healthy output.
  public func retention(_ now: Haemodynamics, drive: ReflexDrive) -> Double {
    (output - now.output) / output + nervous * drive.arterial - (now.leftAtrialPressure - atrialSet) / price
  }

  /// The blood volume that the body is heading for, mL.
  public func target(_ now: Haemodynamics, drive: ReflexDrive) -> Double {
    volume * (1 + Reflexes.limited(4 * retention(now, drive: drive), below: -0.15, above: 0.3)) + shift
  }

  /// Time constant of the approach, days.
  public static let days = 4.0
}
