import Lanes

// A valve (Mynard et al., Int J Numer Methods Biomed Eng 2012;28:626; Sun et al., Am J Physiol 1995). Blood of density ρ passes
// an orifice of area A, a column of length l having to be accelerated:
//
//   Δp = ρ/(2A²)·q·|q| + (ρ·l/A)·dq/dt + Z·q         Z: impedance of the vessel behind it (arterial valves)
//   A = leak + ζ·(open − leak);  dζ/dt = Ko·(1 − ζ)·Δp for Δp > 0,  Kc·ζ·Δp for Δp < 0
//
// Flow and leaflets are known at half steps, pressures at whole steps. The leaflets' approach e^−x is taken as one over
// the first five terms of e^x, shut for good however large x is; the quadratic loss as q₋·q₊, which is q² to second order
// and damps without a limit on the step. Closed valves keep 10⁻⁶ cm², a seep of less than 0.001 mL a beat.

/// One valve in engine units, over one step.
public struct ValveCoefficients<Real: Lane>: LaneRecord {
  /// Area with the leaflets shut, cm².
  var leakArea: Real
  /// Area that the leaflets add when open, cm².
  var leafletArea: Real
  /// Step · Ko and step · Kc, 1/mmHg.
  var opening: Real
  var closing: Real
  /// Step/(ρ·l) in mL/(s·mmHg·cm²).
  var drive: Real
  /// Step/(2·l), 1/… so that friction·|q|/A is a number.
  var friction: Real
  /// Half a step · Z/(ρ·l), 1/cm².
  var damping: Real
  /// Z, mmHg·s/mL.
  var impedance: Real
}

/// Density of blood, g/mL, and dyn/cm² in a mmHg.
public enum Blood {
  public static let density = 1.06
  public static let dynesPerMmHg = 1333.22
}

/// A valve's passage from half a step before to half a step after a whole step.
struct ValveStep<Real: Lane> {
  let opening: Real
  let flow: Real
  /// Area at the whole step, cm².
  let area: Real
}

extension ValveCoefficients {
  /// - Parameter difference: pressure before minus pressure behind, mmHg, without the impedance's share.
  @inline(__always)
  func advance(difference: Real, opening ζ: Real, flow q: Real) -> ValveStep<Real> {
    // Leaflets feel the pressure in the vessel's mouth, so the flow at the whole step is needed first.
    let before = leakArea + leafletArea * ζ
    let speed = q.magnitude
    let halfDamping = 0.5 * damping
    let damped = halfDamping * before
    let flowNow =
      before * (q - q * damped + 0.5 * (before * (drive * difference)))
      / (before * (1 + damped) + 0.5 * (friction * speed))
    return passage(difference: difference, mouth: difference - impedance * flowNow, opening: ζ, flow: q)
  }

  /// The same for a valve that opens into a chamber (no impedance).
  @inline(__always)
  func advanceIntoChamber(difference: Real, opening ζ: Real, flow q: Real) -> ValveStep<Real> {
    passage(difference: difference, mouth: difference, opening: ζ, flow: q)
  }

  @inline(__always)
  private func passage(difference: Real, mouth: Real, opening ζ: Real, flow q: Real) -> ValveStep<Real> {
    let opens = Real.isLess(Real(0), mouth)
    let x = Real.select(opens, opening, closing) * mouth.magnitude
    let tail = 0.5 + x * (0.16666666666666666 + x * 0.041666666666666664)
    let rest = Real.select(opens, 1 - ζ, ζ) / (1 + x * (1 + x * tail))
    let next = Real.maximum(Real.select(opens, 1 - rest, rest), Real(1e-9))
    let area = leakArea + leafletArea * (0.5 * (ζ + next))
    let damped = damping * area
    let flow =
      area * (q - q * damped + area * (drive * difference)) / (area * (1 + damped) + friction * q.magnitude)
    return ValveStep(opening: next, flow: flow, area: area)
  }
}
