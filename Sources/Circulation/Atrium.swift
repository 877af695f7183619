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

/// An atrium's shape at one whole step.
struct SphereGeometry<Real: Lane> {
  /// Midwall radius over reference radius.
  let radius: Real
  /// Vw/Vm and z².
  let share: Real
  let bend2: Real
  let stretch: Real
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
  func geometry(volume: Real, radius: Real) -> SphereGeometry<Real> {
    let filled = (volume + 0.5 * wallVolume) * inverseReferenceVolume
    let (root, inverse) = Self.cubeRoot(filled, near: radius)
    let share = wallVolume * inverseReferenceVolume * inverse
    let z2 = 0.25 * (share * share)
    return SphereGeometry(
      radius: root, share: share, bend2: z2,
      stretch: root * Real.smallExponential(-(z2 * (0.08333333333333333 + 0.019 * z2))))
  }
}

extension SphereGeometry {
  @inline(__always)
  func solution(_ fibre: FibreResponse<Real>) -> AtrialSolution<Real> {
    let shape = 1 + bend2 * (0.3333333333333333 + 0.2 * bend2)
    return AtrialSolution(
      pressure: (Heart<Real>.mmHgPerKilopascal / 3) * (fibre.stress * share * shape), radius: radius,
      wall: WallSolution(
        stretch: stretch, stress: fibre.stress,
        sarcomere: Sarcomere(contractileLength: fibre.contractileLength, contractility: fibre.contractility)))
  }
}

extension Heart {
  /// Both atria, side by side (see `ventricularFibres`).
  @inline(__always)
  func respondAtria(
    _ state: State<Real>, drive: Drive<Real>
  ) -> (left: AtrialSolution<Real>, right: AtrialSolution<Real>) {
    let before = (state.sarcomeres.leftAtrium, state.sarcomeres.rightAtrium)
    let left = leftAtrialWall.geometry(volume: state.volumes.leftAtrium, radius: state.leftAtrialRadius)
    let right = rightAtrialWall.geometry(volume: state.volumes.rightAtrium, radius: state.rightAtrialRadius)
    let lengths = (
      before.0.lengths(stretch: left.stretch, follow: follow), before.1.lengths(stretch: right.stretch, follow: follow)
    )
    let gate = (drive.gate(lengths.0, atrialActivation), drive.gate(lengths.1, atrialActivation))
    let lift = drive.isRising ? (drive.lift(lengths.0), drive.lift(lengths.1)) : (Real(1), Real(1))
    let decayStep = atrialActivation.decayStep
    return (
      left.solution(
        leftAtrialWall.fibre.respond(
          stretch: left.stretch, lengths: lengths.0, contractility: before.0.contractility, drive: drive,
          lift: lift.0, gate: gate.0, decayStep: decayStep, follow: follow)),
      right.solution(
        rightAtrialWall.fibre.respond(
          stretch: right.stretch, lengths: lengths.1, contractility: before.1.contractility, drive: drive,
          lift: lift.1, gate: gate.1, decayStep: decayStep, follow: follow))
    )
  }
}
