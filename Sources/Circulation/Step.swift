import Lanes

// One time step, second order, one evaluation of the walls.
//
// Volumes and geometry live at whole steps t_n, flows, leaflets and sarcomeres at half steps (a leapfrog). From the
// volumes at t_n the walls' balance gives all pressures at t_n, and with them the sarcomeres' move from t_{n−½} to
// t_{n+½} (implicit midpoint). Pressures move the flows from t_{n−½} to t_{n+½}; flows move the volumes from t_n to
// t_{n+1}. Each move is centred, so each is second order, and what leaves one volume enters another.

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
  /// What the shut mitral leaflets would leave open, and the ring, cm².
  public var mitralLeakArea: Real
  public var mitralAnnulusArea: Real
  /// Fibre stretch of the left ventricular free wall (1 at 2.0 µm) and its fibre stress, kPa.
  public var leftVentricularStretch: Real
  public var leftVentricularStress: Real
  public var septalStretch: Real
  public var leftVentricularContractility: Real
  /// Largest correction of the ventricles' geometry in this step, cm.
  public var correction: Real
}

/// The circulation at a whole step. Pressures in mmHg, those of the chambers with the sac's.
struct Moment<Real: Lane> {
  let sac: Real
  let leftVentricle: Real
  let rightVentricle: Real
  let leftAtrium: Real
  let rightAtrium: Real
  let systemic: VesselPressures<Real>
  let pulmonary: VesselPressures<Real>
  let ventricles: VentricularSolution<Real>
  let leftAtrialWall: AtrialSolution<Real>
  let rightAtrialWall: AtrialSolution<Real>
  /// Area of the mitral ring and of the gap between shut leaflets, cm².
  let ring: Real
  let gap: Real
}

extension Volumes {
  /// Those of the systemic and of the pulmonary vessels.
  @inline(__always)
  var systemic: VesselVolumes<Real> {
    VesselVolumes(
      greatArtery: aorta, distalArteries: systemicArteries, capillaries: systemicCapillaries, veins: systemicVeins)
  }

  @inline(__always)
  var pulmonary: VesselVolumes<Real> {
    VesselVolumes(
      greatArtery: pulmonaryTrunk, distalArteries: pulmonaryArteries, capillaries: pulmonaryCapillaries,
      veins: pulmonaryVeins)
  }
}

extension Heart {
  /// Seconds since the onset of atrial and of ventricular activation, `index` steps into the beat. A regular beat
  /// begins with the atria; until the ventricles follow, theirs is the activation of the beat before.
  @inline(__always)
  func timesSinceActivation(_ index: Int) -> (atrial: Real, ventricular: Real) {
    let time = step * Double(index)
    let atrial = time - atrialOnset
    let ventricular = time - atrioventricularDelay
    return (
      Real.select(Real.isLess(atrial, Real(0)), atrial + atrialInterval, atrial),
      Real.select(Real.isLess(ventricular, Real(0)), ventricular + previousCycle, ventricular)
    )
  }

  /// Everything that can be said of a whole step from the state there: the pressures, and with them the walls.
  @inline(__always)
  func moment(_ state: State<Real>, index: Int) -> Moment<Real> {
    let volumes = state.volumes
    let times = timesSinceActivation(index)
    let ventricularDrives = ventricularDrives(at: times.ventricular)
    let atrialDrive = atrialActivation.drive(at: times.atrial)
    let chambers =
      volumes.leftVentricle + volumes.rightVentricle + (volumes.leftAtrium + volumes.rightAtrium) + muscleVolume
    let sac =
      pericardialScale * (Real.exponential(pericardialExponent * chambers - pericardialOffset) - pericardialFloor)
      + intrathoracicPressure
    // The atria first: they are ready long before the ventricles, and need nothing of them.
    let atria = respondAtria(state, drive: atrialDrive)
    let ventricles = balanceVentricles(
      leftVolume: volumes.leftVentricle, rightVolume: volumes.rightVentricle,
      start: state.junction.extrapolated(from: state.previousJunction), sarcomeres: state.sarcomeres,
      drives: ventricularDrives)
    let ring = apparatus.ring(
      atrialRadius: atria.left.radius, stretch: ventricles.left.stretch,
      contractility: ventricles.left.sarcomere.contractility)
    return Moment(
      sac: sac, leftVentricle: ventricles.leftPressure + sac, rightVentricle: ventricles.rightPressure + sac,
      leftAtrium: atria.left.pressure + sac, rightAtrium: atria.right.pressure + sac,
      systemic: systemic.pressures(volumes.systemic, beside: balloon.volume(at: times.ventricular)),
      pulmonary: pulmonaryVessels.pressures(volumes.pulmonary, walls: lungWalls),
      ventricles: ventricles, leftAtrialWall: atria.left, rightAtrialWall: atria.right, ring: ring,
      gap: apparatus.leak(
        ring: ring, stretch: ventricles.left.stretch, drop: ventricles.leftPressure - atria.left.pressure))
  }

  /// Moves the state on by one step and tells what was seen at its beginning.
  @inline(__always)
  func advance(_ state: inout State<Real>, index: Int) -> Sample<Real> {
    let before = state
    let now = moment(before, index: index)

    // Flows and leaflets, half a step before to half a step after.
    let old = before.flows
    let valves = advanceValves(
      PerValve(
        mitral: now.leftAtrium - now.leftVentricle, aortic: now.leftVentricle - now.systemic.greatArtery,
        tricuspid: now.rightAtrium - now.rightVentricle, pulmonary: now.rightVentricle - now.pulmonary.greatArtery),
      openings: before.openings, flows: old.valves, gap: now.gap)
    let (mv, av, tv, pv) = (valves.mitral, valves.aortic, valves.tricuspid, valves.pulmonary)
    let flows = Flows(
      valves: PerValve(mitral: mv.flow, aortic: av.flow, tricuspid: tv.flow, pulmonary: pv.flow),
      venaCava: systemic.greatVeins.advance(old.venaCava, difference: now.systemic.veins - now.rightAtrium),
      pulmonaryVein: pulmonaryVessels.greatVeins.advance(
        old.pulmonaryVein, difference: now.pulmonary.veins - now.leftAtrium),
      aorta: systemic.arteries.advance(
        old.aorta, difference: now.systemic.greatArtery - now.systemic.distalArteries),
      pulmonaryTrunk: pulmonaryVessels.arteries.advance(
        old.pulmonaryTrunk, difference: now.pulmonary.greatArtery - now.pulmonary.distalArteries))
    state.flows = flows
    state.openings = PerValve(
      mitral: mv.opening, aortic: av.opening, tricuspid: tv.opening, pulmonary: pv.opening)

    // Volumes, a whole step on.
    let newSystemic = systemic.advance(
      before.volumes.systemic, at: now.systemic, inflow: av.flow, between: flows.aorta, outflow: flows.venaCava,
      step: step, half: half)
    let newPulmonary = pulmonaryVessels.advance(
      before.volumes.pulmonary, at: now.pulmonary, inflow: pv.flow, between: flows.pulmonaryTrunk,
      outflow: flows.pulmonaryVein, step: step, half: half)
    state.volumes = Volumes(
      leftAtrium: before.volumes.leftAtrium + step * (flows.pulmonaryVein - mv.flow),
      leftVentricle: before.volumes.leftVentricle + step * (mv.flow - av.flow),
      rightAtrium: before.volumes.rightAtrium + step * (flows.venaCava - tv.flow),
      rightVentricle: before.volumes.rightVentricle + step * (tv.flow - pv.flow),
      aorta: newSystemic.greatArtery, systemicArteries: newSystemic.distalArteries,
      systemicCapillaries: newSystemic.capillaries, systemicVeins: newSystemic.veins,
      pulmonaryTrunk: newPulmonary.greatArtery, pulmonaryArteries: newPulmonary.distalArteries,
      pulmonaryCapillaries: newPulmonary.capillaries, pulmonaryVeins: newPulmonary.veins)
    carryWalls(&state, through: now)
    return sample(before, now, flows, valves)
  }

  /// Sarcomeres half a step beyond the moment, and the geometry found there.
  @inline(__always)
  private func carryWalls(_ state: inout State<Real>, through now: Moment<Real>) {
    let before = state.sarcomeres
    state.sarcomeres = PerWall(
      leftVentricle: before.leftVentricle.carried(through: now.ventricles.left.sarcomere),
      septum: before.septum.carried(through: now.ventricles.septal.sarcomere),
      rightVentricle: before.rightVentricle.carried(through: now.ventricles.right.sarcomere),
      leftAtrium: before.leftAtrium.carried(through: now.leftAtrialWall.wall.sarcomere),
      rightAtrium: before.rightAtrium.carried(through: now.rightAtrialWall.wall.sarcomere))
    state.previousJunction = state.junction
    state.junction = now.ventricles.junction
    state.leftAtrialRadius = now.leftAtrialWall.radius
    state.rightAtrialRadius = now.rightAtrialWall.radius
  }

  /// What was seen at the whole step: half-step values as the mean of those around it.
  @inline(__always)
  private func sample(
    _ before: State<Real>, _ now: Moment<Real>, _ flows: Flows<Real>, _ valves: ValveSteps<Real>
  ) -> Sample<Real> {
    let old = before.flows
    let ζ = before.openings
    return Sample(
      leftVentricularPressure: now.leftVentricle, leftAtrialPressure: now.leftAtrium,
      aorticPressure: now.systemic.greatArtery + 0.5 * (aortic.impedance * (old.valves.aortic + flows.valves.aortic)),
      rightVentricularPressure: now.rightVentricle, rightAtrialPressure: now.rightAtrium,
      pulmonaryArteryPressure: now.pulmonary.greatArtery
        + 0.5 * (pulmonary.impedance * (old.valves.pulmonary + flows.valves.pulmonary)),
      pulmonaryVenousPressure: now.pulmonary.veins, peripheralArteryPressure: now.systemic.distalArteries,
      systemicVenousPressure: now.systemic.veins, pericardialPressure: now.sac,
      leftVentricularVolume: before.volumes.leftVentricle, leftAtrialVolume: before.volumes.leftAtrium,
      rightVentricularVolume: before.volumes.rightVentricle, rightAtrialVolume: before.volumes.rightAtrium,
      flows: PerValve(
        mitral: 0.5 * (old.valves.mitral + flows.valves.mitral),
        aortic: 0.5 * (old.valves.aortic + flows.valves.aortic),
        tricuspid: 0.5 * (old.valves.tricuspid + flows.valves.tricuspid),
        pulmonary: 0.5 * (old.valves.pulmonary + flows.valves.pulmonary)),
      pulmonaryVeinFlow: 0.5 * (old.pulmonaryVein + flows.pulmonaryVein),
      venaCavaFlow: 0.5 * (old.venaCava + flows.venaCava),
      areas: PerValve(
        mitral: valves.mitral.area, aortic: valves.aortic.area, tricuspid: valves.tricuspid.area,
        pulmonary: valves.pulmonary.area),
      openings: PerValve(
        mitral: 0.5 * (ζ.mitral + valves.mitral.opening), aortic: 0.5 * (ζ.aortic + valves.aortic.opening),
        tricuspid: 0.5 * (ζ.tricuspid + valves.tricuspid.opening),
        pulmonary: 0.5 * (ζ.pulmonary + valves.pulmonary.opening)),
      mitralLeakArea: valves.mitral.leak, mitralAnnulusArea: now.ring,
      leftVentricularStretch: now.ventricles.left.stretch, leftVentricularStress: now.ventricles.left.stress,
      septalStretch: now.ventricles.septal.stretch,
      leftVentricularContractility: now.ventricles.left.sarcomere.contractility,
      correction: now.ventricles.correction)
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
  /// How far the septum and the ring are taken in a step at most, cm; see the head of `TriSeg`.
  static var reach: Double { 0.15 }

  @inline(__always)
  func extrapolated(from previous: Self) -> Self {
    Self(
      left: 2 * left - previous.left, septal: (2 * septal - previous.septal).held(within: Self.reach, of: septal),
      right: 2 * right - previous.right, radius: (2 * radius - previous.radius).held(within: Self.reach, of: radius))
  }
}

extension Lane {
  /// The nearest value within a distance of another.
  @inline(__always)
  func held(within reach: Double, of middle: Self) -> Self {
    Self.minimum(Self.maximum(self, middle - Self(reach)), middle + Self(reach))
  }
}
