import Lanes
import Quantities

/// A heart as the equations read it: coefficients in the engine's units for one heart or for eight, the second tier.
///
/// Units: mL, mmHg, s, cm, cm²; stress kPa; sarcomeres µm. Every coefficient is right for one rhythm and one step, so a
/// change of heart rate makes a new `Heart`. Lanes share the number of steps in a beat, each has its own step.
public struct Heart<Real: Lane>: LaneRecord {
  /// Length of a beat, s.
  public var cycle: Real
  /// Step, s, and half of it.
  public var step: Real
  var half: Real
  /// Length of the beat before, s.
  public var previousCycle: Real
  /// From atrial to ventricular activation, s.
  public var atrioventricularDelay: Real
  /// When in the beat the atria are activated, s, and the time since they were before that. Nought in a regular beat,
  /// which begins with them.
  var atrialOnset: Real
  var atrialInterval: Real
  /// Share of a change of fibre length that the contractile element follows within half a step.
  var follow: Real

  var leftWall: CapCoefficients<Real>
  var septalWall: CapCoefficients<Real>
  var rightWall: CapCoefficients<Real>
  var leftAtrialWall: SphereCoefficients<Real>
  var rightAtrialWall: SphereCoefficients<Real>
  var ventricularActivation: ActivationCoefficients<Real>
  var atrialActivation: ActivationCoefficients<Real>
  /// By how much each ventricular wall is late, s.
  var delays: WallDelays<Real>

  var apparatus: ApparatusCoefficients<Real>
  var mitral: ValveCoefficients<Real>
  var aortic: ValveCoefficients<Real>
  var tricuspid: ValveCoefficients<Real>
  var pulmonary: ValveCoefficients<Real>

  var systemic: VesselsCoefficients<Real>
  var balloon: BalloonCoefficients<Real>
  var pulmonaryVessels: VesselsCoefficients<Real>
  var lungWalls: TautWallCoefficients<Real>

  /// The sac: p = scale · (exp(exponent · V − offset) − floor) + outside.
  var pericardialScale: Real
  var pericardialExponent: Real
  var pericardialOffset: Real
  var pericardialFloor: Real
  var intrathoracicPressure: Real
  /// Muscle of all five walls, mL.
  var muscleVolume: Real

  public var bloodVolume: Real
}

extension Heart where Real == Double {
  /// The coefficients of a definition, for `stepsPerBeat` steps a beat.
  ///
  /// - Parameters:
  ///   - cycle: length of the beat, s, where it is not the heart's usual one, and `previous` that of the beat before.
  ///     Systole keeps the length that belongs to the usual one.
  public init(
    _ definition: HeartDefinition, stepsPerBeat: Int, cycle given: Double? = nil, after previous: Double? = nil
  ) {
    let cycle = given ?? 1 / definition.heartRate.perSecond
    let step = cycle / Double(stepsPerBeat)
    let half = step / 2
    let follow = half * SarcomereConstants.maximumVelocity / SarcomereConstants.isometricExtension
    self.cycle = cycle
    previousCycle = previous ?? cycle
    self.step = step
    self.half = half
    self.follow = follow / (1 + follow)
    let shortening = ActivationDefinition.rateFactor(heartRate: definition.heartRate)
    // The delay between the chambers shortens with the beat as systole does, and always leaves room for it.
    atrioventricularDelay = definition.atrioventricularDelay.seconds * shortening
    atrialOnset = 0
    atrialInterval = cycle
    leftWall = CapCoefficients(definition.leftVentricle)
    septalWall = CapCoefficients(definition.septum)
    rightWall = CapCoefficients(definition.rightVentricle)
    // Fibrillating atria do not contract.
    let contracts = definition.rhythm.kind == .atrialFibrillation ? 0.0 : 1
    leftAtrialWall = SphereCoefficients(definition.leftAtrium, contracting: contracts)
    rightAtrialWall = SphereCoefficients(definition.rightAtrium, contracting: contracts)
    delays = WallDelays(
      left: definition.leftVentricle.activationDelay.seconds, septal: definition.septum.activationDelay.seconds,
      right: definition.rightVentricle.activationDelay.seconds)
    apparatus = ApparatusCoefficients(definition)
    balloon = BalloonCoefficients(definition, systole: shortening * ActivationDefinition.referenceSystole, cycle: cycle)
    ventricularActivation = ActivationCoefficients(definition.ventricularActivation, scaled: shortening, half: half)
    atrialActivation = ActivationCoefficients(definition.atrialActivation, scaled: shortening, half: half)
    mitral = ValveCoefficients(definition.mitralValve, impedance: 0, step: step)
    aortic = ValveCoefficients(
      definition.aorticValve, impedance: definition.systemic.characteristicImpedance.engineValue, step: step)
    tricuspid = ValveCoefficients(definition.tricuspidValve, impedance: 0, step: step)
    pulmonary = ValveCoefficients(
      definition.pulmonaryValve, impedance: definition.pulmonary.characteristicImpedance.engineValue, step: step)
    let thorax = definition.intrathoracicPressure.millimetresOfMercury
    systemic = VesselsCoefficients(definition.systemic, outside: (thorax, 0), step: step)
    pulmonaryVessels = VesselsCoefficients(definition.pulmonary, outside: (thorax, thorax), step: step)
    lungWalls = TautWallCoefficients(definition.lungWalls)
    let sac = definition.pericardium
    pericardialScale = sac.pressure.millimetresOfMercury
    pericardialExponent = sac.stiffness.fraction / sac.referenceVolume.millilitres
    pericardialOffset = sac.stiffness.fraction
    pericardialFloor = Double.exponential(-sac.stiffness.fraction)
    intrathoracicPressure = thorax
    muscleVolume = definition.muscleVolume.millilitres
    bloodVolume = definition.bloodVolume.millilitres
  }
}

extension ActivationDefinition {
  /// Electromechanical systole at 70 beats a minute, 546 − 2.1·70 ms (Weissler 1968), s.
  static let referenceSystole = 0.399

  /// How much shorter activation is at a heart rate than at 70 a minute: the ratio of electromechanical systole, QS2 =
  /// 546 − 2.1·HR ms (Weissler et al., Circulation 1968;37:149), at rates from 40 to 170 a minute; beyond, as at the
  /// end.
  static func rateFactor(heartRate: Rate) -> Double {
    let rate = min(max(heartRate.perMinute, 40), 170)
    return (546 - 2.1 * rate) / (546 - 2.1 * 70)
  }
}

extension ActivationCoefficients where Real == Double {
  init(_ definition: ActivationDefinition, scaled factor: Double, half: Double) {
    let rise = definition.riseTime.seconds * factor
    let decay = definition.decayTime.seconds * factor
    let duration = definition.duration.seconds * factor
    riseRate = 1 / rise
    riseScale = 0.02 * half / rise
    decayStep = half / decay
    decayRate = 1 / decay
    latency = 0.29 * duration / decay
    lengthDependence = 0.3 * duration / decay
  }
}

extension FibreCoefficients where Real == Double {
  init(_ wall: WallDefinition, contracting share: Double = 1) {
    activeStress = share * wall.activeStress.kilopascals / SarcomereConstants.isometricExtension
    passiveStress = wall.passiveStress.kilopascals
  }
}

extension CapCoefficients where Real == Double {
  init(_ wall: WallDefinition) {
    fibre = FibreCoefficients(wall)
    wallVolume = wall.wallVolume.millilitres
    areaScale = Double.pi / wall.referenceArea.squareCentimetres
    thickness = 3 * wallVolume / Double.pi
    tension = wallVolume / (2 * Double.pi)
  }
}

extension SphereCoefficients where Real == Double {
  init(_ wall: WallDefinition, contracting share: Double) {
    fibre = FibreCoefficients(wall, contracting: share)
    wallVolume = wall.wallVolume.millilitres
    let radius = (wall.referenceArea.squareCentimetres / (4 * Double.pi)).squareRoot()
    inverseReferenceVolume = 3 / (4 * Double.pi * radius * radius * radius)
  }
}

extension ValveCoefficients where Real == Double {
  /// The least area of a shut valve, cm².
  static var seep: Double { 1e-6 }

  init(_ valve: ValveDefinition, impedance: Double, step: Double) {
    leakArea = max(valve.leakArea.squareCentimetres, Self.seep)
    openArea = valve.openArea.squareCentimetres
    leafletArea = max(openArea - leakArea, 0)
    opening = step * valve.openingRate.engineValue
    closing = step * valve.closingRate.engineValue
    let length = valve.inertialLength.centimetres
    drive = step * Blood.dynesPerMmHg / (Blood.density * length)
    friction = step / (2 * length)
    damping = 0.5 * drive * impedance
    self.impedance = impedance
  }
}

extension ReservoirCoefficients where Real == Double {
  init(_ compliance: Compliance, unstressed: Volume, outside: Double) {
    elastance = 1 / compliance.millilitresPerMmHg
    self.unstressed = unstressed.millilitres
    self.outside = outside
  }
}

extension TautWallCoefficients where Real == Double {
  init(_ walls: TautWallDefinition) {
    taut = walls.tautPressure.millimetresOfMercury
    let pressure = walls.stiffeningPressure.millimetresOfMercury
    square = pressure * pressure
    stiffening = walls.stiffening.fraction
  }
}

extension PassageCoefficients where Real == Double {
  init(_ resistance: Resistance, _ inertance: Inertance, step: Double) {
    let damping = 0.5 * step * resistance.engineValue / inertance.engineValue
    keep = (1 - damping) / (1 + damping)
    drive = step / inertance.engineValue / (1 + damping)
  }
}

extension VesselsCoefficients where Real == Double {
  /// - Parameter outside: pressure around the great artery, and around the other vessels, mmHg.
  init(_ vessels: VesselsDefinition, outside: (Double, Double), step: Double) {
    greatArtery = ReservoirCoefficients(
      vessels.greatArteryCompliance, unstressed: vessels.greatArteryUnstressed, outside: outside.0)
    distalArteries = ReservoirCoefficients(
      vessels.distalArteryCompliance, unstressed: vessels.distalArteryUnstressed, outside: outside.1)
    capillaries = ReservoirCoefficients(
      vessels.capillaryCompliance, unstressed: vessels.capillaryUnstressed, outside: outside.1)
    veins = ReservoirCoefficients(
      vessels.venousCompliance, unstressed: vessels.venousUnstressed, outside: outside.1)
    arteries = PassageCoefficients(vessels.arterialResistance, vessels.arterialInertance, step: step)
    greatVeins = PassageCoefficients(vessels.venousResistance, vessels.venousInertance, step: step)
    arteriolarConductance = 1 / vessels.arteriolarResistance.engineValue
    venularConductance = 1 / vessels.venularResistance.engineValue
  }
}
