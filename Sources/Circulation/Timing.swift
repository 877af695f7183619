import Quantities
import Lanes

// Who is switched on when: the ventricular walls, one by one where conduction is ill, and the balloon.

/// By how much each ventricular wall is late, s.
public struct WallDelays<Real: Lane>: LaneRecord {
  var left: Real
  var septal: Real
  var right: Real
}

extension Heart {
  /// The switching of the three ventricular walls, `time` seconds after the activation of the first.
  @inline(__always)
  func ventricularDrives(at time: Real) -> Ventricular<Drive<Real>> {
    // Walls that beat together, as nearly all do, share one drive; it is the same to the last bit.
    let latest = Real.maximum(delays.left, Real.maximum(delays.septal, delays.right))
    guard Real.any(Real.isLess(Real(0), latest)) else {
      let drive = ventricularActivation.drive(at: time)
      return Ventricular(left: drive, septal: drive, right: drive)
    }
    return Ventricular(
      left: ventricularActivation.drive(at: late(time, by: delays.left)),
      septal: ventricularActivation.drive(at: late(time, by: delays.septal)),
      right: ventricularActivation.drive(at: late(time, by: delays.right)))
  }

  /// Time since a wall's own activation; before it, since that of the beat before.
  @inline(__always)
  private func late(_ time: Real, by delay: Real) -> Real {
    let own = time - delay
    return Real.select(Real.isLess(own, Real(0)), own + previousCycle, own)
  }
}

/// An intra-aortic balloon: what it holds, over a beat.
public struct BalloonCoefficients<Real: Lane>: LaneRecord {
  /// mL.
  var volume: Real
  /// Beginning of filling and of emptying, s after ventricular activation; one over the time that either takes, 1/s.
  var inflation: Real
  var deflation: Real
  var speed: Real

  /// What the balloon holds `time` seconds after ventricular activation, mL.
  @inline(__always)
  func volume(at time: Real) -> Real {
    guard Real.any(Real.isLess(Real(0), volume)) else { return Real(0) }
    return volume * (rise((time - inflation) * speed) - rise((time - deflation) * speed))
  }

  /// From 0 to 1 without a corner.
  @inline(__always)
  private func rise(_ x: Real) -> Real {
    let s = Real.minimum(Real.maximum(x, Real(0)), Real(1))
    return s * s * (3 - 2 * s)
  }
}

extension BalloonCoefficients where Real == Double {
  /// - Parameters:
  ///   - systole: from ventricular activation to the closure of the aortic valve, s.
  ///   - cycle: s. The balloon is empty when the next beat is activated.
  init(_ definition: HeartDefinition, systole: Double, cycle: Double) {
    let balloon = definition.balloon
    volume = balloon.volume.millilitres
    inflation = systole * balloon.inflation.fraction
    let passage = balloon.passage.seconds
    deflation = max(cycle - passage, inflation + passage)
    speed = 1 / passage
  }
}
