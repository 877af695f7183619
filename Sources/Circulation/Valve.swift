import Lanes

// A valve (Mynard et al., Int J Numer Methods Biomed Eng 2012;28:626; Sun et al., Am J Physiol 1995). Blood of density
// ρ passes an orifice of area A, a column of length l having to be accelerated:
//
//   Δp = ρ/(2A²)·q·|q| + (ρ·l/A)·dq/dt + Z·q         Z: impedance of the vessel behind it (arterial valves)
//   A = leak + ζ·(open − leak);  dζ/dt = Ko·(1 − ζ)·Δp for Δp > 0,  Kc·ζ·Δp for Δp < 0
//
// Flow and leaflets are known at half steps, pressures at whole steps. The leaflets' approach e^−x is taken as one over
// the first five terms of e^x, shut for good however large x is; the quadratic loss as q₋·q₊, which is q² to second
// order and damps without a limit on the step. Closed valves keep 10⁻⁶ cm², a seep of less than 0.001 mL a beat.

/// One valve in engine units, over one step.
public struct ValveCoefficients<Real: Lane>: LaneRecord {
  /// Area with the leaflets shut, cm².
  var leakArea: Real
  /// Area that the leaflets add when open, and that with them, cm².
  var leafletArea: Real
  var openArea: Real
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
  /// Area at the whole step, and the part of it that shut leaflets would leave, cm².
  let area: Real
  let leak: Real
}

/// The passages of the four valves.
struct ValveSteps<Real: Lane> {
  let mitral: ValveStep<Real>
  let aortic: ValveStep<Real>
  let tricuspid: ValveStep<Real>
  let pulmonary: ValveStep<Real>
}

extension ValveCoefficients {
  /// The pressure difference that the leaflets of an arterial valve feel: that to the vessel's mouth, whose impedance
  /// takes its share of `difference`, for which the flow at the whole step is needed.
  @inline(__always)
  func differenceToMouth(_ difference: Real, opening ζ: Real, flow q: Real) -> Real {
    let area = leakArea + leafletArea * ζ
    let damped = 0.5 * damping * area
    // In steps with their type: as one expression it took the compiler seconds.
    let pushed: Real = 0.5 * (area * (drive * difference))
    let held: Real = 0.5 * (friction * q.magnitude)
    let moved: Real = q - q * damped + pushed
    let braked: Real = area * (1 + damped) + held
    let flowNow: Real = area * moved / braked
    return difference - impedance * flowNow
  }

  /// The opening half a step later, under the pressure difference `mouth` that the leaflets feel.
  @inline(__always)
  func moveLeaflets(mouth: Real, opening ζ: Real) -> Real {
    let opens = Real.isLess(Real(0), mouth)
    let x = Real.select(opens, opening, closing) * mouth.magnitude
    let tail = 0.5 + x * (0.16666666666666666 + x * 0.041666666666666664)
    let rest = Real.select(opens, 1 - ζ, ζ) / (1 + x * (1 + x * tail))
    return Real.maximum(Real.select(opens, 1 - rest, rest), Real(1e-9))
  }

  /// - Parameters:
  ///   - difference: pressure before minus pressure behind, mmHg, without the impedance's share.
  ///   - next: the opening half a step later.
  @inline(__always)
  func advance(difference: Real, opening ζ: Real, to next: Real, flow q: Real) -> ValveStep<Real> {
    let area = leakArea + leafletArea * (0.5 * (ζ + next))
    return advance(difference: difference, opening: next, flow: q, area: area, leak: leakArea)
  }

  /// The same where shut leaflets leave a gap beside the constant hole, cm².
  @inline(__always)
  func advance(
    difference: Real, opening ζ: Real, to next: Real, flow q: Real, gap: Real
  ) -> ValveStep<Real> {
    let leak = leakArea + gap
    let area = leak + Real.maximum(openArea - leak, Real(0)) * (0.5 * (ζ + next))
    return advance(difference: difference, opening: next, flow: q, area: area, leak: leak)
  }

  @inline(__always)
  private func advance(
    difference: Real, opening next: Real, flow q: Real, area: Real, leak: Real
  ) -> ValveStep<Real> {
    let damped = damping * area
    let flow =
      area * (q - q * damped + area * (drive * difference)) / (area * (1 + damped) + friction * q.magnitude)
    return ValveStep(opening: next, flow: flow, area: area, leak: leak)
  }
}

extension Heart {
  /// The four valves, half a step before to half a step after, side by side (see `ventricularFibres`).
  ///
  /// - Parameters:
  ///   - differences: pressure before minus pressure behind, mmHg.
  ///   - gap: what leaks between the mitral leaflets beside the constant hole, cm².
  @inline(__always)
  func advanceValves(
    _ differences: PerValve<Real>, openings ζ: PerValve<Real>, flows q: PerValve<Real>, gap: Real
  ) -> ValveSteps<Real> {
    let aorticMouth = aortic.differenceToMouth(differences.aortic, opening: ζ.aortic, flow: q.aortic)
    let pulmonaryMouth = pulmonary.differenceToMouth(differences.pulmonary, opening: ζ.pulmonary, flow: q.pulmonary)
    let next = PerValve(
      mitral: mitral.moveLeaflets(mouth: differences.mitral, opening: ζ.mitral),
      aortic: aortic.moveLeaflets(mouth: aorticMouth, opening: ζ.aortic),
      tricuspid: tricuspid.moveLeaflets(mouth: differences.tricuspid, opening: ζ.tricuspid),
      pulmonary: pulmonary.moveLeaflets(mouth: pulmonaryMouth, opening: ζ.pulmonary))
    return ValveSteps(
      mitral: mitral.advance(
        difference: differences.mitral, opening: ζ.mitral, to: next.mitral, flow: q.mitral, gap: gap),
      aortic: aortic.advance(
        difference: differences.aortic, opening: ζ.aortic, to: next.aortic, flow: q.aortic),
      tricuspid: tricuspid.advance(
        difference: differences.tricuspid, opening: ζ.tricuspid, to: next.tricuspid, flow: q.tricuspid),
      pulmonary: pulmonary.advance(
        difference: differences.pulmonary, opening: ζ.pulmonary, to: next.pulmonary, flow: q.pulmonary))
  }
}
