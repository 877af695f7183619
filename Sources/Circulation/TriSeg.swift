import Lanes

// The ventricles as three spherical caps that meet at a ring (TriSeg; Lumens et al., Ann Biomed Eng 2009;37:2234). A
// cap of height x over a ring of radius y encloses V = π/6·x·(x² + 3y²), has midwall area A = π(x² + y²) and curvature
// C = 2x/(x² + y²).
//
//   z = 3·C·Vw/(2·A);  fibre stretch λ² = (A/Aref)·exp(−z²/6 − 0.038 z⁴);  tension Tm = Vw·σ/(2A)·(1 + z²/3 + z⁴/5)
//   along the axis Tx = Tm·2xy/(x² + y²); along the radius Ty = Tm·(y² − x²)/(x² + y²)
//
// Unknowns: the three heights and the radius. Equations: the two cavity volumes, ΣTx = 0, ΣTy = 0. The start is
// extrapolated from the last two steps; one Newton step with the analytic Jacobian follows, and tensions are taken with
// the same linearisation, so what is left is of second order in a correction that is itself of second order in the
// step. (Left out of the Jacobian is only how stretch would change contractility within half a step, itself of the
// order of the step.) The size of the correction is handed back, and a step that would need a large one marks the heart as
// diverged.
//
// A small, emptied left ventricle beside a full right one may snap through: for a moment no balance is near, and the walls
// would have to move by a centimetre at once, from where Newton's method never comes back. Real walls are held up by their own
// inertia and viscosity, which this balance leaves out; here neither the extrapolation nor the correction moves the septum or
// the ring by more than `Junction.reach` in a step (cavities keep their volumes). That is five times what any other heart asks
// for, so that no other heart is touched (`anOrdinaryHeartIsNotTouchedByTheReachOfAStep`).

/// One ventricular wall in engine units.
public struct CapCoefficients<Real: Lane>: LaneRecord {
  public var fibre: FibreCoefficients<Real>
  /// π/Aref, 1/cm².
  var areaScale: Real
  /// 3·Vw/π, cm³.
  var thickness: Real
  /// Vw/(2π), cm³.
  var tension: Real
  /// Vw, mL.
  var wallVolume: Real
}

/// A wall's geometry at a trial junction, with derivatives with respect to height x and radius y.
struct CapGeometry<Real: Lane> {
  let height: Real
  /// V; ∂V/∂x = π/2·s and ∂V/∂y = π·x·y follow from s = x² + y² and what is derived from it.
  let volume: Real
  let square: Real
  let inverseSquare: Real
  /// 2x/s and 2y/s: twice the logarithmic derivatives of the area, and with x and y the sine and cosine of the rim's
  /// slope.
  let growthX: Real
  let growthY: Real
  let sine: Real
  let versine: Real
  /// The curvature parameter z.
  let bend: Real
  let bendX: Real
  let bendY: Real
  let stretch: Real
  let logStretchX: Real
  let logStretchY: Real
}

/// A wall's tensions at a trial junction, with derivatives with respect to height x and radius y.
struct CapTension<Real: Lane> {
  let axial: Real
  let axialX: Real
  let axialY: Real
  let radial: Real
  let radialX: Real
  let radialY: Real
}

extension CapCoefficients {
  @inline(__always)
  func geometry(height x: Real, radius y: Real) -> CapGeometry<Real> {
    let y2 = y * y
    let s = x * x + y2
    let inverse = 1 / s
    let twice = 2 * inverse
    let growthX = x * twice
    let growthY = y * twice
    let versine = x * growthX
    let z = thickness * (inverse * inverse) * x
    let zX = thickness * (inverse * inverse) * (1 - 2 * versine)
    let zY = -2 * (z * growthY)
    let z2 = z * z
    let weight = z * (0.16666666666666666 + 0.076 * z2)
    return CapGeometry(
      height: x, volume: (Double.pi / 6) * (x * (s + 2 * y2)), square: s, inverseSquare: inverse, growthX: growthX,
      growthY: growthY, sine: x * growthY, versine: versine, bend: z, bendX: zX, bendY: zY,
      stretch: (s * areaScale * Real.smallExponential(-(z2 * (0.16666666666666666 + 0.038 * z2)))).root,
      logStretchX: 0.5 * growthX - weight * zX, logStretchY: 0.5 * growthY - weight * zY)
  }

  @inline(__always)
  func tension(_ cap: CapGeometry<Real>, _ fibre: FibreResponse<Real>) -> CapTension<Real> {
    let z = cap.bend
    let z2 = z * z
    let scale = tension * cap.inverseSquare
    let shape = scale * (1 + z2 * (0.3333333333333333 + 0.2 * z2))
    let shapeZ = scale * (z * (0.6666666666666666 + 0.8 * z2))
    let tm = shape * fibre.stress
    let stiff = shape * fibre.stiffness
    let bendStress = shapeZ * fibre.stress
    let tmX = stiff * cap.logStretchX - tm * cap.growthX + bendStress * cap.bendX
    let tmY = stiff * cap.logStretchY - tm * cap.growthY + bendStress * cap.bendY

    let cosine = 1 - cap.versine
    let sineX = cap.growthY * cosine
    let sineY = -(cap.growthX * cosine)
    let cosineX = -(cap.growthX * (1 + cosine))
    let cosineY = cap.growthY * cap.versine
    return CapTension(
      axial: tm * cap.sine, axialX: tmX * cap.sine + tm * sineX, axialY: tmY * cap.sine + tm * sineY,
      radial: tm * cosine, radialX: tmX * cosine + tm * cosineX, radialY: tmY * cosine + tm * cosineY)
  }
}

/// One value for each ventricular wall.
struct Ventricular<Value> {
  let left: Value
  let septal: Value
  let right: Value

  @inline(__always)
  func map<Result>(_ body: (Value) -> Result) -> Ventricular<Result> {
    Ventricular<Result>(left: body(left), septal: body(septal), right: body(right))
  }
}

/// The ventricles at one whole step.
struct VentricularSolution<Real: Lane> {
  var junction: Junction<Real>
  /// Transmural pressures, mmHg.
  let leftPressure: Real
  let rightPressure: Real
  /// Largest correction the Newton step made of a height or of the radius, cm.
  let correction: Real
  let left: WallSolution<Real>
  let septal: WallSolution<Real>
  let right: WallSolution<Real>
}

/// One wall at one whole step.
struct WallSolution<Real: Lane> {
  let stretch: Real
  let stress: Real
  let sarcomere: Sarcomere<Real>
}

extension CapGeometry {
  /// The wall after the junction moved by (dx, dy).
  @inline(__always)
  func moved(_ dx: Real, _ dy: Real, fibre: FibreResponse<Real>, follow: Real) -> WallSolution<Real> {
    let strain = logStretchX * dx + logStretchY * dy
    let longer = stretch + stretch * strain
    return WallSolution(
      stretch: longer, stress: fibre.stress + fibre.stiffness * strain,
      sarcomere: Sarcomere(
        contractileLength: fibre.contractileLength
          + follow * SarcomereConstants.referenceLength * (longer - stretch),
        contractility: fibre.contractility))
  }
}

extension Heart {
  /// kPa to mmHg.
  static var mmHgPerKilopascal: Double { 7.500616827 }

  /// The answers of the three ventricular walls' fibres. The walls go side by side, not one after the other: each is a
  /// long chain of operations that wait for each other, and a processor looks ahead only so far.
  @inline(__always)
  private func ventricularFibres(
    _ caps: Ventricular<CapGeometry<Real>>, _ sarcomeres: PerWall<Real>, _ drives: Ventricular<Drive<Real>>
  ) -> Ventricular<FibreResponse<Real>> {
    let lengths = Ventricular(
      left: sarcomeres.leftVentricle.lengths(stretch: caps.left.stretch, follow: follow),
      septal: sarcomeres.septum.lengths(stretch: caps.septal.stretch, follow: follow),
      right: sarcomeres.rightVentricle.lengths(stretch: caps.right.stretch, follow: follow))
    let gate = Ventricular(
      left: drives.left.gate(lengths.left, ventricularActivation),
      septal: drives.septal.gate(lengths.septal, ventricularActivation),
      right: drives.right.gate(lengths.right, ventricularActivation))
    let isRising = drives.left.isRising || drives.septal.isRising || drives.right.isRising
    let lift = Ventricular(
      left: isRising ? drives.left.lift(lengths.left) : Real(1),
      septal: isRising ? drives.septal.lift(lengths.septal) : Real(1),
      right: isRising ? drives.right.lift(lengths.right) : Real(1))
    let decayStep = ventricularActivation.decayStep
    return Ventricular(
      left: leftWall.fibre.respond(
        stretch: caps.left.stretch, lengths: lengths.left, contractility: sarcomeres.leftVentricle.contractility,
        drive: drives.left, lift: lift.left, gate: gate.left, decayStep: decayStep, follow: follow),
      septal: septalWall.fibre.respond(
        stretch: caps.septal.stretch, lengths: lengths.septal, contractility: sarcomeres.septum.contractility,
        drive: drives.septal, lift: lift.septal, gate: gate.septal, decayStep: decayStep, follow: follow),
      right: rightWall.fibre.respond(
        stretch: caps.right.stretch, lengths: lengths.right, contractility: sarcomeres.rightVentricle.contractility,
        drive: drives.right, lift: lift.right, gate: gate.right, decayStep: decayStep, follow: follow))
  }

  /// Balance of the three walls around cavities of the given volumes, starting from `start`.
  @inline(__always)
  func balanceVentricles(
    leftVolume: Real, rightVolume: Real, start: Junction<Real>, sarcomeres: PerWall<Real>,
    drives: Ventricular<Drive<Real>>, reach: Double = Junction<Real>.reach
  ) -> VentricularSolution<Real> {
    let y = start.radius
    let caps = Ventricular(
      left: leftWall.geometry(height: start.left, radius: y),
      septal: septalWall.geometry(height: start.septal, radius: y),
      right: rightWall.geometry(height: start.right, radius: y))
    let fibres = ventricularFibres(caps, sarcomeres, drives)
    let l = leftWall.tension(caps.left, fibres.left)
    let m = septalWall.tension(caps.septal, fibres.septal)
    let r = rightWall.tension(caps.right, fibres.right)

    // Volumes: the outer heights as linear functions of the septal height and the radius.
    let leftMiss =
      caps.septal.volume - caps.left.volume - leftVolume - 0.5 * (leftWall.wallVolume + septalWall.wallVolume)
    let rightMiss =
      caps.septal.volume - caps.right.volume + rightVolume + 0.5 * (rightWall.wallVolume + septalWall.wallVolume)
    let l0 = leftMiss * ((2 / Double.pi) * caps.left.inverseSquare)
    let lS = caps.septal.square * caps.left.inverseSquare
    let lY = (caps.septal.height - caps.left.height) * caps.left.growthY
    let r0 = rightMiss * ((2 / Double.pi) * caps.right.inverseSquare)
    let rS = caps.septal.square * caps.right.inverseSquare
    let rY = (caps.septal.height - caps.right.height) * caps.right.growthY

    // Tensions: two equations for the septal height and the radius.
    let a11 = m.axialX + l.axialX * lS + r.axialX * rS
    let a12 = (m.axialY + l.axialY + r.axialY) + l.axialX * lY + r.axialX * rY
    let b1 = -((m.axial + l.axial + r.axial) + l.axialX * l0 + r.axialX * r0)
    let a21 = m.radialX + l.radialX * lS + r.radialX * rS
    let a22 = (m.radialY + l.radialY + r.radialY) + l.radialX * lY + r.radialX * rY
    let b2 = -((m.radial + l.radial + r.radial) + l.radialX * l0 + r.radialX * r0)
    let inverse = 1 / (a11 * a22 - a12 * a21)
    let dS = ((b1 * a22 - a12 * b2) * inverse).held(within: reach, of: Real(0))
    let dY = ((a11 * b2 - b1 * a21) * inverse).held(within: reach, of: Real(0))
    let dL = l0 + lS * dS + lY * dY
    let dR = r0 + rS * dS + rY * dY

    let junction = Junction(
      left: start.left + dL, septal: start.septal + dS, right: start.right + dR, radius: y + dY)
    let perRadius = (2 * Self.mmHgPerKilopascal) / junction.radius
    let change = Real.maximum(
      Real.maximum(dL.magnitude, dR.magnitude), Real.maximum(dS.magnitude, dY.magnitude))
    return VentricularSolution(
      junction: junction,
      leftPressure: -(perRadius * (l.axial + l.axialX * dL + l.axialY * dY)),
      rightPressure: perRadius * (r.axial + r.axialX * dR + r.axialY * dY),
      correction: change,
      left: caps.left.moved(dL, dY, fibre: fibres.left, follow: follow),
      septal: caps.septal.moved(dS, dY, fibre: fibres.septal, follow: follow),
      right: caps.right.moved(dR, dY, fibre: fibres.right, follow: follow))
  }
}
