import Lanes

// An atrium is a closed sphere of muscle: with midwall volume Vm = V + Vw/2 its curvature parameter is z = Vw/(2·Vm), its fibre
// stretch λ = s·exp(−z²/12 − 0.019 z⁴) with s = (Vm/Vref)^⅓, and its pressure p = σ·Vw/(3·Vm)·(1 + z²/3 + z⁴/5), the limit
// p = 2·Tm·C of the same one-fibre law as the ventricles. The cube root is carried along: two Halley steps from
// the last step's root, each of third order, leave nothing but rounding.

/// One atrial wall in engine units.
public struct SphereCoefficients<Real: Lane>: LaneRecord {
  public var fibre: FibreCoefficients<Real>
  /// Vw, mL.
  var wallVolume: Real
  /// One over the midwall volume at the reference area, 1/mL.
  var inverseReferenceVolume: Real
}

/// An atrium at one whole step.
struct AtrialSolution<Real: Lane> {
  /// Transmural pressure, mmHg.
  let pressure: Real
  /// Midwall radius over reference radius.
  let radius: Real
  let wall: WallSolution<Real>
}

extension SphereCoefficients {
  /// The cube root of `value`, from a near guess g: two of Halley's steps g·(g³ + 2v)/(2g³ + v), the first left as a fraction n/d
  /// so that both take one division, which hands out 1/`value` too.
  @inline(__always)
  static func cubeRoot(_ value: Real, near guess: Real) -> (root: Real, inverse: Real) {
    let cube = guess * guess * guess
    let n = guess * (cube + 2 * value)
    let d = 2 * cube + value
    let n3 = n * n * n
    let vd3 = value * (d * d * d)
    let above = n * (n3 + 2 * vd3)
    let below = d * (2 * n3 + vd3)
    let inverse = 1 / (below * value)
    return (above * value * inverse, below * inverse)
  }

  @inline(__always)
  func respond(
    volume: Real, radius: Real, sarcomere: Sarcomere<Real>, drive: Drive<Real>,
    activation: ActivationCoefficients<Real>, follow: Real
  ) -> AtrialSolution<Real> {
    let midwall = volume + 0.5 * wallVolume
    let filled = midwall * inverseReferenceVolume
    let (root, inverse) = Self.cubeRoot(filled, near: radius)
    let share = wallVolume * inverseReferenceVolume * inverse
    let z2 = 0.25 * (share * share)
    let stretch = root * Real.smallExponential(-(z2 * (0.08333333333333333 + 0.019 * z2)))
    let fibre = self.fibre.respond(
      stretch: stretch, sarcomere: sarcomere, drive: drive, activation: activation, follow: follow)
    let shape = 1 + z2 * (0.3333333333333333 + 0.2 * z2)
    return AtrialSolution(
      pressure: (Heart<Real>.mmHgPerKilopascal / 3) * (fibre.stress * share * shape), radius: root,
      wall: WallSolution(
        stretch: stretch, stress: fibre.stress,
        sarcomere: Sarcomere(contractileLength: fibre.contractileLength, contractility: fibre.contractility)))
  }
}
