import Lanes
import Quantities

// Where a heart starts before anything has been computed: quiet chambers filled to ordinary pressures, the remaining
// blood in the systemic veins. The periodic beat does not depend on it (tested), only the number of beats until it is
// found.

extension State where Real == Double {
  /// A heart at rest, at the onset of atrial activation, holding the definition's blood.
  public init(atRest definition: HeartDefinition, heart: Heart<Double>) {
    let left = definition.leftVentricle
    let septum = definition.septum
    let right = definition.rightVentricle
    let leftVolume = Self.fill(
      referenceArea: left.referenceArea.squareCentimetres + septum.referenceArea.squareCentimetres,
      wallVolume: left.wallVolume.millilitres + septum.wallVolume.millilitres,
      passiveStress: left.passiveStress.kilopascals, pressure: 8)
    // As much larger than the left as its wall is, measured by the healthy adult's.
    let healthy = HeartDefinition.healthyAdult
    let rightVolume =
      1.1 * leftVolume * (right.referenceArea.engineValue / left.referenceArea.engineValue)
      * (healthy.leftVentricle.referenceArea.engineValue / healthy.rightVentricle.referenceArea.engineValue)
    let leftAtrial = Self.fill(definition.leftAtrium, pressure: 7)
    let rightAtrial = Self.fill(definition.rightAtrium, pressure: 3)

    func hold(_ compliance: Compliance, _ unstressed: Volume, _ pressure: Double) -> Double {
      unstressed.millilitres + compliance.millilitresPerMmHg * pressure
    }
    let s = definition.systemic
    let p = definition.pulmonary
    var volumes = Volumes<Double>(
      leftAtrium: leftAtrial, leftVentricle: leftVolume, rightAtrium: rightAtrial, rightVentricle: rightVolume,
      aorta: hold(s.greatArteryCompliance, s.greatArteryUnstressed, 85),
      systemicArteries: hold(s.distalArteryCompliance, s.distalArteryUnstressed, 82),
      systemicCapillaries: hold(s.capillaryCompliance, s.capillaryUnstressed, 18), systemicVeins: 0,
      pulmonaryTrunk: hold(p.greatArteryCompliance, p.greatArteryUnstressed, 12),
      pulmonaryArteries: hold(p.distalArteryCompliance, p.distalArteryUnstressed, 11),
      pulmonaryCapillaries: hold(p.capillaryCompliance, p.capillaryUnstressed, 9),
      pulmonaryVeins: hold(p.venousCompliance, p.venousUnstressed, 7.5))
    let elsewhere = volumes.withFields { $0.reduce(0, +) }
    volumes.systemicVeins = definition.bloodVolume.millilitres - elsewhere

    let quiet = Sarcomere(contractileLength: 2.0, contractility: SarcomereConstants.restingContractility)
    self.init(
      volumes: volumes,
      flows: Flows(
        valves: PerValve(mitral: 0, aortic: 0, tricuspid: 0, pulmonary: 0), venaCava: 0, pulmonaryVein: 0, aorta: 0,
        pulmonaryTrunk: 0),
      openings: PerValve(mitral: 0.5, aortic: 1e-9, tricuspid: 0.5, pulmonary: 1e-9),
      sarcomeres: PerWall(
        leftVentricle: quiet, septum: quiet, rightVentricle: quiet, leftAtrium: quiet, rightAtrium: quiet),
      junction: Junction(left: 0, septal: 0, right: 0, radius: 0),
      previousJunction: Junction(left: 0, septal: 0, right: 0, radius: 0), leftAtrialRadius: 1, rightAtrialRadius: 1)
    settle(heart)
  }

  /// The same state with the systemic veins filled, or emptied, to hold a blood volume.
  func holding(_ blood: Volume) -> State {
    var copy = self
    let present = copy.volumes.withFields { $0.reduce(0, +) }
    copy.volumes.systemicVeins += blood.millilitres - present
    return copy
  }

  /// Solves the geometry from scratch at the present volumes, sarcomeres relaxed.
  private mutating func settle(_ heart: Heart<Double>) {
    let y =
      0.66 * Double.cubeRoot(volumes.leftVentricle + 0.5 * (heart.leftWall.wallVolume + heart.septalWall.wallVolume))
    var junction = Junction(left: -1.6 * y, septal: 0.5 * y, right: 1.7 * y, radius: y)
    let rest = Drive(rise: 0.0, decayOnset: -20, rising: false, isRising: false)
    for round in 0..<60 {
      let solution = heart.balanceVentricles(
        leftVolume: volumes.leftVentricle, rightVolume: volumes.rightVentricle, start: junction,
        sarcomeres: sarcomeres, drives: Ventricular(left: rest, septal: rest, right: rest), reach: .infinity)
      let share = min(1, (round < 8 ? 0.3 : 1) * y / max(solution.correction, 1e-9))
      let next = solution.junction
      junction = Junction(
        left: junction.left + share * (next.left - junction.left),
        septal: junction.septal + share * (next.septal - junction.septal),
        right: junction.right + share * (next.right - junction.right),
        radius: junction.radius + share * (next.radius - junction.radius))
      sarcomeres.leftVentricle.contractileLength = Self.slack(solution.left)
      sarcomeres.septum.contractileLength = Self.slack(solution.septal)
      sarcomeres.rightVentricle.contractileLength = Self.slack(solution.right)
      if solution.correction < 1e-12 { break }
    }
    self.junction = junction
    previousJunction = junction
    leftAtrialRadius = Double.cubeRoot(
      (volumes.leftAtrium + 0.5 * heart.leftAtrialWall.wallVolume) * heart.leftAtrialWall.inverseReferenceVolume)
    rightAtrialRadius = Double.cubeRoot(
      (volumes.rightAtrium + 0.5 * heart.rightAtrialWall.wallVolume) * heart.rightAtrialWall.inverseReferenceVolume)
    sarcomeres.leftAtrium.contractileLength = 2 * leftAtrialRadius - SarcomereConstants.isometricExtension
    sarcomeres.rightAtrium.contractileLength = 2 * rightAtrialRadius - SarcomereConstants.isometricExtension
  }

  /// The contractile length at which a wall's series elastic element has its isometric length, µm.
  private static func slack(_ wall: WallSolution<Double>) -> Double {
    SarcomereConstants.referenceLength * wall.stretch - SarcomereConstants.isometricExtension
  }

  private static func fill(_ wall: WallDefinition, pressure: Double) -> Double {
    fill(
      referenceArea: wall.referenceArea.squareCentimetres, wallVolume: wall.wallVolume.millilitres,
      passiveStress: wall.passiveStress.kilopascals, pressure: pressure)
  }

  /// The volume at which a relaxed sphere of muscle holds a pressure, mL.
  private static func fill(referenceArea: Double, wallVolume: Double, passiveStress: Double, pressure: Double) -> Double
  {
    let radius = (referenceArea / (4 * Double.pi)).squareRoot()
    let reference = 4 / 3 * Double.pi * radius * radius * radius
    var low = 0.5 * wallVolume + 1
    var high = 20 * reference
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      let share = wallVolume / middle
      let z2 = 0.25 * share * share
      let stretch = Double.cubeRoot(middle / reference) * Double.exponential(-z2 * (1.0 / 12 + 0.019 * z2))
      let stretch5 = stretch * stretch * stretch * stretch * stretch
      let stress = passiveStress * (stretch5 * stretch5 * stretch5 * stretch5 - 1)
      if Heart<Double>.mmHgPerKilopascal / 3 * stress * share > pressure { high = middle } else { low = middle }
    }
    return 0.5 * (low + high) - 0.5 * wallVolume
  }
}
