import Lanes

// The ventricles as three spherical caps that meet at a ring (TriSeg; Lumens et al., Ann Biomed Eng 2009;37:2234). A cap of
// height x over a ring of radius y encloses V = π/6·x·(x² + 3y²), has midwall area A = π(x² + y²) and curvature C = 2x/(x² + y²).
//
//   z = 3·C·Vw/(2·A);  fibre stretch λ² = (A/Aref)·exp(−z²/6 − 0.038 z⁴);  tension Tm = Vw·σ/(2A)·(1 + z²/3 + z⁴/5)
//   along the axis Tx = Tm·2xy/(x² + y²); along the radius Ty = Tm·(y² − x²)/(x² + y²)
//
// Unknowns: the three heights and the radius. Equations: the two cavity volumes, ΣTx = 0, ΣTy = 0. The start is extrapolated
// from the last two steps; one Newton step with the full analytic Jacobian follows, and tensions are taken with the same
// linearisation, so the error is of second order in a correction that is itself of second order in the step: fourth order.
// No correction is clamped; its size is handed back and a step that would need a large one marks the heart as diverged.

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

/// A wall's geometry and tensions at a trial junction, with their derivatives with respect to height x and radius y.
struct CapResponse<Real: Lane> {
  /// V; ∂V/∂x = π/2·s and ∂V/∂y = π·x·y follow from the height x, from s = x² + y² and its inverse, and from 2y/s.
  let volume: Real
  let height: Real
  let square: Real
  let inverseSquare: Real
  let growthY: Real
  let logStretchX: Real
  let logStretchY: Real
  let axial: Real
  let axialX: Real
  let axialY: Real
  let radial: Real
  let radialX: Real
  let radialY: Real
  let stretch: Real
  let fibre: FibreResponse<Real>
}

extension CapCoefficients {
  @inline(__always)
  func respond(
    height x: Real, radius y: Real, sarcomere: Sarcomere<Real>, drive: Drive<Real>,
    activation: ActivationCoefficients<Real>, follow: Real
  ) -> CapResponse<Real> {
    let x2 = x * x
    let y2 = y * y
    let s = x2 + y2
    let inverse = 1 / s
    // 2x/s and 2y/s: twice the logarithmic derivatives of the area, and with x and y the sine and cosine of the rim's slope.
    let twice = 2 * inverse
    let growthX = x * twice
    let growthY = y * twice
    let sine = x * growthY
    let versine = x * growthX
    let cosine = 1 - versine
    let bend = thickness * (inverse * inverse)
    let z = bend * x
    let zX = bend * (cosine - versine)
    let zY = -2 * (z * growthY)
    let z2 = z * z
    let stretch = (s * areaScale * Real.smallExponential(-(z2 * (0.16666666666666666 + 0.038 * z2)))).root
    let weight = z * (0.16666666666666666 + 0.076 * z2)
    let logStretchX = 0.5 * growthX - weight * zX
    let logStretchY = 0.5 * growthY - weight * zY
    let fibre = self.fibre.respond(
      stretch: stretch, sarcomere: sarcomere, drive: drive, activation: activation, follow: follow)

    let scale = tension * inverse
    let shape = scale * (1 + z2 * (0.3333333333333333 + 0.2 * z2))
    let shapeZ = scale * (z * (0.6666666666666666 + 0.8 * z2))
    let tm = shape * fibre.stress
    let stiff = shape * fibre.stiffness
    let bendStress = shapeZ * fibre.stress
    let tmX = stiff * logStretchX - tm * growthX + bendStress * zX
    let tmY = stiff * logStretchY - tm * growthY + bendStress * zY

    let sineX = growthY * cosine
    let sineY = -(growthX * cosine)
    let cosineX = -(growthX * (1 + cosine))
    let cosineY = growthY * versine
    return CapResponse(
      volume: (Double.pi / 6) * (x * (s + 2 * y2)), height: x, square: s, inverseSquare: inverse, growthY: growthY,
      logStretchX: logStretchX, logStretchY: logStretchY,
      axial: tm * sine, axialX: tmX * sine + tm * sineX, axialY: tmY * sine + tm * sineY,
      radial: tm * cosine, radialX: tmX * cosine + tm * cosineX, radialY: tmY * cosine + tm * cosineY,
      stretch: stretch, fibre: fibre)
  }
}

/// The ventricles at one whole step.
struct VentricularSolution<Real: Lane> {
  var junction: Junction<Real>
  /// Transmural pressures, mmHg.
  let leftPressure: Real
  let rightPressure: Real
  /// Largest relative correction the Newton step made.
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

extension CapResponse {
  /// The wall after the junction moved by (dx, dy).
  @inline(__always)
  func moved(_ dx: Real, _ dy: Real, follow: Real) -> WallSolution<Real> {
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

  /// Balance of the three walls around cavities of the given volumes, starting from `start`.
  @inline(__always)
  func balanceVentricles(
    leftVolume: Real, rightVolume: Real, start: Junction<Real>, sarcomeres: PerWall<Real>, drive: Drive<Real>
  ) -> VentricularSolution<Real> {
    let y = start.radius
    let l = leftWall.respond(
      height: start.left, radius: y, sarcomere: sarcomeres.leftVentricle, drive: drive,
      activation: ventricularActivation, follow: follow)
    let m = septalWall.respond(
      height: start.septal, radius: y, sarcomere: sarcomeres.septum, drive: drive, activation: ventricularActivation,
      follow: follow)
    let r = rightWall.respond(
      height: start.right, radius: y, sarcomere: sarcomeres.rightVentricle, drive: drive,
      activation: ventricularActivation, follow: follow)

    // Volumes: the outer heights as linear functions of the septal height and the radius.
    let leftMiss = m.volume - l.volume - leftVolume - 0.5 * (leftWall.wallVolume + septalWall.wallVolume)
    let rightMiss = m.volume - r.volume + rightVolume + 0.5 * (rightWall.wallVolume + septalWall.wallVolume)
    let l0 = leftMiss * ((2 / Double.pi) * l.inverseSquare)
    let lS = m.square * l.inverseSquare
    let lY = (m.height - l.height) * l.growthY
    let r0 = rightMiss * ((2 / Double.pi) * r.inverseSquare)
    let rS = m.square * r.inverseSquare
    let rY = (m.height - r.height) * r.growthY

    // Tensions: two equations for the septal height and the radius.
    let a11 = m.axialX + l.axialX * lS + r.axialX * rS
    let a12 = (m.axialY + l.axialY + r.axialY) + l.axialX * lY + r.axialX * rY
    let b1 = -((m.axial + l.axial + r.axial) + l.axialX * l0 + r.axialX * r0)
    let a21 = m.radialX + l.radialX * lS + r.radialX * rS
    let a22 = (m.radialY + l.radialY + r.radialY) + l.radialX * lY + r.radialX * rY
    let b2 = -((m.radial + l.radial + r.radial) + l.radialX * l0 + r.radialX * r0)
    let inverse = 1 / (a11 * a22 - a12 * a21)
    let dS = (b1 * a22 - a12 * b2) * inverse
    let dY = (a11 * b2 - b1 * a21) * inverse
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
      left: l.moved(dL, dY, follow: follow), septal: m.moved(dS, dY, follow: follow),
      right: r.moved(dR, dY, follow: follow))
  }
}
