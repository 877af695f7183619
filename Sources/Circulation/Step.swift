import Lanes

// One time step, second order, one evaluation of the walls.
//
// Volumes and geometry live at whole steps t_n, flows, leaflets and sarcomeres at half steps (a leapfrog). From the volumes at t_n
// the walls' balance gives all pressures at t_n, and with them the sarcomeres' move from t_{n−½} to t_{n+½} (implicit midpoint).
// Pressures move the flows from t_{n−½} to t_{n+½}; flows move the volumes from t_n to t_{n+1}. Each move is centred, so each
// is second order, and what leaves one volume enters another.

/// What can be seen at a whole step. Pressures mmHg, volumes mL, flows mL/s.
public struct Sample<Real: Lane>: LaneRecord {
  public var leftVentricularPressure: Real
  public var leftAtrialPressure: Real
  /// In the mouth of the aorta, its impedance included.
  public var aorticPressure: Real
  public var rightVentricularPressure: Real
  public var rightAtrialPressure: Real
  public var pulmonaryArteryPressure: Real
  public var pulmonaryVenousPressure: Real
  public var peripheralArteryPressure: Real
  public var systemicVenousPressure: Real
  public var pericardialPressure: Real
  public var leftVentricularVolume: Real
  public var leftAtrialVolume: Real
  public var rightVentricularVolume: Real
  public var rightAtrialVolume: Real
  public var flows: PerValve<Real>
  public var pulmonaryVeinFlow: Real
  public var venaCavaFlow: Real
  /// Areas of the valves, cm², and how far their leaflets are open, 0…1.
  public var areas: PerValve<Real>
  public var openings: PerValve<Real>
  /// Fibre stretch of the left ventricular free wall (1 at 2.0 µm) and its fibre stress, kPa.
  public var leftVentricularStretch: Real
  public var leftVentricularStress: Real
  public var septalStretch: Real
  public var leftVentricularContractility: Real
  /// Largest correction of the ventricles' geometry in this step, cm.
  public var correction: Real
}

extension Heart {
  /// Seconds since the onset of atrial and of ventricular activation, `index` steps into the beat. A beat begins with the atria;
  /// until the ventricles follow, theirs is the activation of the beat before.
  @inline(__always)
  func timesSinceActivation(_ index: Int) -> (atrial: Real, ventricular: Real) {
    let time = step * Double(index)
    let ventricular = time - atrioventricularDelay
    return (time, Real.select(Real.isLess(ventricular, Real(0)), ventricular + cycle, ventricular))
  }

  /// Moves the state on by one step and tells what was seen at its beginning.
  @inline(__always)
  func advance(_ state: inout State<Real>, index: Int) -> Sample<Real> {
    let volumes = state.volumes
    let times = timesSinceActivation(index)
    let ventricularDrive = ventricularActivation.drive(at: times.ventricular)
    let atrialDrive = atrialActivation.drive(at: times.atrial)

    // Pressures.
    let chambers =
      volumes.leftVentricle + volumes.rightVentricle + (volumes.leftAtrium + volumes.rightAtrium) + muscleVolume
    let sac =
      pericardialScale * (Real.exponential(pericardialExponent * chambers - pericardialOffset) - pericardialFloor)
      + intrathoracicPressure
    let ventricles = balanceVentricles(
      leftVolume: volumes.leftVentricle, rightVolume: volumes.rightVentricle,
      start: state.junction.extrapolated(from: state.previousJunction), sarcomeres: state.sarcomeres,
      drive: ventricularDrive)
    let (leftAtrium, rightAtrium) = respondAtria(state, drive: atrialDrive)
    let pLV = ventricles.leftPressure + sac
    let pRV = ventricles.rightPressure + sac
    let pLA = leftAtrium.pressure + sac
    let pRA = rightAtrium.pressure + sac
    let systemicVolumes = VesselVolumes(
      greatArtery: volumes.aorta, distalArteries: volumes.systemicArteries, capillaries: volumes.systemicCapillaries,
      veins: volumes.systemicVeins)
    let pulmonaryVolumes = VesselVolumes(
      greatArtery: volumes.pulmonaryTrunk, distalArteries: volumes.pulmonaryArteries,
      capillaries: volumes.pulmonaryCapillaries, veins: volumes.pulmonaryVeins)
    let pSystemic = systemic.pressures(systemicVolumes)
    let pPulmonary = pulmonaryVessels.pressures(pulmonaryVolumes)

    // Flows and leaflets, half a step before to half a step after.
    let old = state.flows
    let ζ = state.openings
    let (mv, av, tv, pv) = advanceValves(
      PerValve(
        mitral: pLA - pLV, aortic: pLV - pSystemic.greatArtery, tricuspid: pRA - pRV,
        pulmonary: pRV - pPulmonary.greatArtery),
      openings: ζ, flows: old.valves)
    let flows = Flows(
      valves: PerValve(mitral: mv.flow, aortic: av.flow, tricuspid: tv.flow, pulmonary: pv.flow),
      venaCava: systemic.greatVeins.advance(old.venaCava, difference: pSystemic.veins - pRA),
      pulmonaryVein: pulmonaryVessels.greatVeins.advance(old.pulmonaryVein, difference: pPulmonary.veins - pLA),
      aorta: systemic.arteries.advance(old.aorta, difference: pSystemic.greatArtery - pSystemic.distalArteries),
      pulmonaryTrunk: pulmonaryVessels.arteries.advance(
        old.pulmonaryTrunk, difference: pPulmonary.greatArtery - pPulmonary.distalArteries))

    // Volumes, a whole step on.
    let newSystemic = systemic.advance(
      systemicVolumes, at: pSystemic, inflow: av.flow, between: flows.aorta, outflow: flows.venaCava, step: step,
      half: half)
    let newPulmonary = pulmonaryVessels.advance(
      pulmonaryVolumes, at: pPulmonary, inflow: pv.flow, between: flows.pulmonaryTrunk, outflow: flows.pulmonaryVein,
      step: step, half: half)
    state.volumes = Volumes(
      leftAtrium: volumes.leftAtrium + step * (flows.pulmonaryVein - mv.flow),
      leftVentricle: volumes.leftVentricle + step * (mv.flow - av.flow),
      rightAtrium: volumes.rightAtrium + step * (flows.venaCava - tv.flow),
      rightVentricle: volumes.rightVentricle + step * (tv.flow - pv.flow),
      aorta: newSystemic.greatArtery, systemicArteries: newSystemic.distalArteries,
      systemicCapillaries: newSystemic.capillaries, systemicVeins: newSystemic.veins,
      pulmonaryTrunk: newPulmonary.greatArtery, pulmonaryArteries: newPulmonary.distalArteries,
      pulmonaryCapillaries: newPulmonary.capillaries, pulmonaryVeins: newPulmonary.veins)
    state.flows = flows
    state.openings = PerValve(
      mitral: mv.opening, aortic: av.opening, tricuspid: tv.opening, pulmonary: pv.opening)
    let before = state.sarcomeres
    state.sarcomeres = PerWall(
      leftVentricle: before.leftVentricle.carried(through: ventricles.left.sarcomere),
      septum: before.septum.carried(through: ventricles.septal.sarcomere),
      rightVentricle: before.rightVentricle.carried(through: ventricles.right.sarcomere),
      leftAtrium: before.leftAtrium.carried(through: leftAtrium.wall.sarcomere),
      rightAtrium: before.rightAtrium.carried(through: rightAtrium.wall.sarcomere))
    state.previousJunction = state.junction
    state.junction = ventricles.junction
    state.leftAtrialRadius = leftAtrium.radius
    state.rightAtrialRadius = rightAtrium.radius

    return Sample(
      leftVentricularPressure: pLV, leftAtrialPressure: pLA,
      aorticPressure: pSystemic.greatArtery + 0.5 * (aortic.impedance * (old.valves.aortic + av.flow)),
      rightVentricularPressure: pRV, rightAtrialPressure: pRA,
      pulmonaryArteryPressure: pPulmonary.greatArtery
        + 0.5 * (pulmonary.impedance * (old.valves.pulmonary + pv.flow)),
      pulmonaryVenousPressure: pPulmonary.veins, peripheralArteryPressure: pSystemic.distalArteries,
      systemicVenousPressure: pSystemic.veins, pericardialPressure: sac,
      leftVentricularVolume: volumes.leftVentricle, leftAtrialVolume: volumes.leftAtrium,
      rightVentricularVolume: volumes.rightVentricle, rightAtrialVolume: volumes.rightAtrium,
      flows: PerValve(
        mitral: 0.5 * (old.valves.mitral + mv.flow), aortic: 0.5 * (old.valves.aortic + av.flow),
        tricuspid: 0.5 * (old.valves.tricuspid + tv.flow), pulmonary: 0.5 * (old.valves.pulmonary + pv.flow)),
      pulmonaryVeinFlow: 0.5 * (old.pulmonaryVein + flows.pulmonaryVein),
      venaCavaFlow: 0.5 * (old.venaCava + flows.venaCava),
      areas: PerValve(mitral: mv.area, aortic: av.area, tricuspid: tv.area, pulmonary: pv.area),
      openings: PerValve(
        mitral: 0.5 * (ζ.mitral + mv.opening), aortic: 0.5 * (ζ.aortic + av.opening),
        tricuspid: 0.5 * (ζ.tricuspid + tv.opening), pulmonary: 0.5 * (ζ.pulmonary + pv.opening)),
      leftVentricularStretch: ventricles.left.stretch, leftVentricularStress: ventricles.left.stress,
      septalStretch: ventricles.septal.stretch,
      leftVentricularContractility: ventricles.left.sarcomere.contractility, correction: ventricles.correction)
  }
}

extension Sarcomere {
  /// The implicit midpoint rule: as far beyond the whole step's value as the half step before was short of it.
  @inline(__always)
  func carried(through middle: Self) -> Self {
    Self(
      contractileLength: 2 * middle.contractileLength - contractileLength,
      contractility: 2 * middle.contractility - contractility)
  }
}

extension Junction {
  @inline(__always)
  func extrapolated(from previous: Self) -> Self {
    Self(
      left: 2 * left - previous.left, septal: 2 * septal - previous.septal, right: 2 * right - previous.right,
      radius: 2 * radius - previous.radius)
  }
}
