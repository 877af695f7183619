// A course may begin on the day the lesion came, in a healthy heart, or with a patient as found: a heart that has
// already answered its lesion for years. The heart as found is taken apart: growth and lost strength are what it has
// beyond the healthy heart of its body, the reflexes' present drive is what its arterial pressure calls for. What
// remains is the heart without growth and without drive that the laws start from. In chronic disease the heart as found
// is in balance: the laws' targets and the kidneys are shifted so that nothing moves until something is changed.

import Circulation
import Lanes
import Quantities

extension HeartCourse {
  /// The course of a healthy body's heart from the day a lesion came.
  ///
  /// - Parameter heart: the healthy heart of this body with the lesion (and whatever else was changed in it).
  public init(lesion heart: HeartDefinition, in body: Body) {
    let healthy = HeartDefinition.healthy(for: body)
    self.init(
      body: RegulatedHeart(heart: heart, settingPointsBy: healthy, gains: .healthy(age: body.age)), healthy: healthy,
      bodySurface: body.bodySurface)
  }

  /// The course of a patient from the day he or she was found so.
  ///
  /// - Parameters:
  ///   - heart: as fitted to what was measured, with its beat.
  ///   - isAcute: the lesion is so young that nothing has grown.
  ///   - hasHeartFailure: the reflexes are those of a heart that has failed for months.
  public init(
    found heart: HeartDefinition, beating settled: SettledHeart, in body: Body, isAcute: Bool,
    hasHeartFailure: Bool = false
  ) {
    let healthy = HeartDefinition.healthy(for: body)
    let gains = hasHeartFailure ? ReflexGains.failing(age: body.age) : .healthy(age: body.age)
    let now = Haemodynamics(settled.beat, of: heart)
    var regulated = RegulatedHeart(heart: heart, settingPointsBy: healthy, gains: gains)
    // A pressure above the healthy one is the patient's own set point; one that has been low for long has drawn it
    // down.
    let set = max(regulated.reflexes.arterialSet, now.arterialPressure)
    regulated.reflexes.arterialSet = isAcute ? set : min(set, now.arterialPressure + 10)
    let drive = regulated.reflexes.drive(now)
    let calm = regulated.reflexes.withdrawn(ReflexDrive(arterial: drive.arterial), from: heart)

    let grown = isAcute ? Remodelling() : Remodelling(of: heart, beyond: healthy)
    regulated.heart = grown.removed(from: calm)
    self.init(body: regulated, healthy: healthy, bodySurface: body.bodySurface)
    remodelling = grown
    guard !isAcute else { return }
    beganChronic = true
    law.balance(grown, under: Strain(settled.beat, of: heart))
    let balance = self.body.fluid.target(now, drive: drive)
    self.body.fluid.shift = heart.bloodVolume.millilitres - balance
  }
}

extension Remodelling {
  /// Lost strength (as a logarithm) of a heart as found that may still come back, at most: with it such a heart weakens
  /// by nearly 3 % a year if nothing is done.
  private static let mostDamage = 0.08

  /// What a heart has beyond a healthy one. Of its lost strength a half or more is taken for scar.
  init(of heart: HeartDefinition, beyond healthy: HeartDefinition) {
    self.init()
    func ratio(_ a: Double, _ b: Double) -> Double { Double.naturalLogarithm(a / b) }
    length = ratio(heart.leftVentricle.referenceArea.engineValue, healthy.leftVentricle.referenceArea.engineValue)
    thickness =
      ratio(heart.leftVentricle.wallVolume.engineValue, healthy.leftVentricle.wallVolume.engineValue) - length
    atrium = ratio(heart.leftAtrium.referenceArea.engineValue, healthy.leftAtrium.referenceArea.engineValue)
    sac = max(ratio(heart.pericardium.referenceVolume.engineValue, healthy.pericardium.referenceVolume.engineValue), 0)
    lungs = min(
      max(
        ratio(heart.pulmonary.arteriolarResistance.engineValue, healthy.pulmonary.arteriolarResistance.engineValue), 0),
      Double.naturalLogarithm(2))
    let lost = max(
      -ratio(heart.leftVentricle.activeStress.engineValue, healthy.leftVentricle.activeStress.engineValue), 0)
    damage = min(0.5 * lost, Self.mostDamage)
    scar = lost - damage
    settledLength = 0.5 * max(length, 0)
  }

  /// The heart without this remodelling: `applied` undone.
  func removed(from heart: HeartDefinition) -> HeartDefinition {
    var opposite = Remodelling()
    opposite.length = -length
    opposite.thickness = -thickness
    opposite.atrium = -atrium
    opposite.sac = -sac
    opposite.lungs = -lungs
    opposite.damage = -damage
    opposite.scar = -scar
    return opposite.applied(to: heart)
  }
}

extension Reflexes {
  /// The heart that becomes `heart` under a drive: `answer` undone.
  public func withdrawn(_ drive: ReflexDrive, from heart: HeartDefinition) -> HeartDefinition {
    var driven = heart
    answer(drive, in: &driven)
    var calm = heart
    calm.heartRate = .perMinute(2 * heart.heartRate.perMinute - driven.heartRate.perMinute)
    let wider = heart.systemic.arteriolarResistance.engineValue / driven.systemic.arteriolarResistance.engineValue
    calm.scaleSystemicResistance(wider)
    let weaker = heart.leftVentricle.activeStress.engineValue / driven.leftVentricle.activeStress.engineValue
    calm.scaleStrength(weaker)
    // The veins give in proportion to their size.
    let share = driven.systemic.venousUnstressed.engineValue / heart.systemic.venousUnstressed.engineValue
    calm.systemic.venousUnstressed *= 1 / share
    return calm
  }
}
