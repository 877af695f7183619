import Lanes

/// An elastic reservoir: p = (V − V0)·elastance + outside pressure.
public struct ReservoirCoefficients<Real: Lane>: LaneRecord {
  /// One over the compliance, mmHg/mL.
  var elastance: Real
  /// Unstressed volume, mL.
  var unstressed: Real
  /// Pressure around it, mmHg.
  var outside: Real

  @inline(__always)
  func pressure(_ volume: Real) -> Real { (volume - unstressed) * elastance + outside }
}

/// Walls whose collagen is taken up as they fill: with x what a linear wall would hold beyond the pressure `taut`, pressure
/// is higher by k·x³/(x² + a²). It sets in as a cube, without a corner, so that the beat is followed to second order, and
/// the elastance stays bounded, so that no step is too long for it.
public struct TautWallCoefficients<Real: Lane>: LaneRecord {
  /// Transmural pressure at which the wall is taut, mmHg.
  var taut: Real
  /// a², mmHg², and k.
  var square: Real
  var stiffening: Real

  /// The pressure of a reservoir with such a wall, mmHg, and its elastance dp/dV, mmHg/mL.
  @inline(__always)
  func fill(_ reservoir: ReservoirCoefficients<Real>, _ volume: Real) -> (pressure: Real, elastance: Real) {
    let slack = (volume - reservoir.unstressed) * reservoir.elastance
    let x = Real.maximum(slack - taut, Real(0))
    let xx = x * x
    let over = xx / (xx + square)
    return (
      slack + reservoir.outside + stiffening * over * x, reservoir.elastance * (1 + stiffening * over * (3 - 2 * over))
    )
  }
}

/// A passage with inertia and resistance, L·dq/dt = Δp − R·q, advanced over one step by the trapezoidal rule.
public struct PassageCoefficients<Real: Lane>: LaneRecord {
  /// (1 − hR/L)/(1 + hR/L), h half a step.
  var keep: Real
  /// (step/L)/(1 + hR/L), mL/(s·mmHg).
  var drive: Real

  @inline(__always)
  func advance(_ flow: Real, difference: Real) -> Real { keep * flow + drive * difference }
}

/// The vessels of one side in engine units.
public struct VesselsCoefficients<Real: Lane>: LaneRecord {
  var greatArtery: ReservoirCoefficients<Real>
  var distalArteries: ReservoirCoefficients<Real>
  var capillaries: ReservoirCoefficients<Real>
  var veins: ReservoirCoefficients<Real>
  var arteries: PassageCoefficients<Real>
  var greatVeins: PassageCoefficients<Real>
  /// One over the arteriolar and venular resistances, mL/(s·mmHg).
  var arteriolarConductance: Real
  var venularConductance: Real
}

/// The volumes of one side's vessels, mL.
struct VesselVolumes<Real: Lane> {
  var greatArtery: Real
  var distalArteries: Real
  var capillaries: Real
  var veins: Real
}

/// The pressures of one side's vessels at a whole step, mmHg.
struct VesselPressures<Real: Lane> {
  let greatArtery: Real
  let distalArteries: Real
  let capillaries: Real
  let veins: Real
  /// dp/dV there, mmHg/mL.
  let capillaryElastance: Real
  let venousElastance: Real
}

extension VesselsCoefficients {
  /// - Parameter balloon: what lies in the great artery beside its blood, mL.
  @inline(__always)
  func pressures(_ volumes: VesselVolumes<Real>, beside balloon: Real = Real(0)) -> VesselPressures<Real> {
    VesselPressures(
      greatArtery: greatArtery.pressure(volumes.greatArtery + balloon),
      distalArteries: distalArteries.pressure(volumes.distalArteries),
      capillaries: capillaries.pressure(volumes.capillaries), veins: veins.pressure(volumes.veins),
      capillaryElastance: capillaries.elastance, venousElastance: veins.elastance)
  }

  /// The same of vessels whose capillaries and veins stiffen.
  @inline(__always)
  func pressures(_ volumes: VesselVolumes<Real>, walls: TautWallCoefficients<Real>) -> VesselPressures<Real> {
    let capillaries = walls.fill(capillaries, volumes.capillaries)
    let veins = walls.fill(veins, volumes.veins)
    return VesselPressures(
      greatArtery: greatArtery.pressure(volumes.greatArtery),
      distalArteries: distalArteries.pressure(volumes.distalArteries), capillaries: capillaries.pressure,
      veins: veins.pressure, capillaryElastance: capillaries.elastance, venousElastance: veins.elastance)
  }

  /// Volumes a step later. The two flows without inertia follow the midpoint rule: pressures are carried half a step on
  /// first.
  ///
  /// - Parameters: flows with inertia are those half a step later.
  @inline(__always)
  func advance(
    _ volumes: VesselVolumes<Real>, at p: VesselPressures<Real>, inflow: Real, between: Real, outflow: Real, step: Real,
    half: Real
  ) -> VesselVolumes<Real> {
    let arteriolarNow = (p.distalArteries - p.capillaries) * arteriolarConductance
    let venularNow = (p.capillaries - p.veins) * venularConductance
    let arteriesHalf = p.distalArteries + half * (between - arteriolarNow) * distalArteries.elastance
    let capillariesHalf = p.capillaries + half * (arteriolarNow - venularNow) * p.capillaryElastance
    let veinsHalf = p.veins + half * (venularNow - outflow) * p.venousElastance
    let arteriolar = step * ((arteriesHalf - capillariesHalf) * arteriolarConductance)
    let venular = step * ((capillariesHalf - veinsHalf) * venularConductance)
    let passed = step * between
    return VesselVolumes(
      greatArtery: volumes.greatArtery + (step * inflow - passed),
      distalArteries: volumes.distalArteries + (passed - arteriolar),
      capillaries: volumes.capillaries + (arteriolar - venular),
      veins: volumes.veins + (venular - step * outflow))
  }
}
