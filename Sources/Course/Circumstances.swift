// What a body is doing, or is put through: posture, work, strain, pregnancy. A few numbers, and what they do to a heart
// at rest, lying down. The reflexes answer afterwards; nothing here is an answer to a pressure.
//
// Posture. Blood sinks below the heart and no longer fills it: the veins' unstressed volume grows by `pooled` (500–800
// mL on standing; less in the old, whose leg veins give less: Olsen & Länne 1998). The carotid sinus stands 25 cm above
// the heart and feels 19 mmHg less; it carries 0.7 of the arterial reflex (chosen: most of it in man), so the pressure
// defended at the heart rises by 13 mmHg. Arterioles of hanging legs narrow by themselves (Henriksen & Sejrsen 1977):
// 15 % of the whole.
//
// Work of m METs, x = share of the oxygen reserve (`Demand`), s = 1.25·x/(x + 0.25):
//   output asked for     healthy output + 5.5 L per L of oxygen          (5–6; Higginbotham 1986: 5.9)
//   defended pressure    + 25·x mmHg                                     (90–95 → 115–125 mmHg)
//   systemic resistance  that at which this output makes this pressure: muscle opens in proportion to its work
//   heart rate           rest + x·(208 − 0.7·age − rest)                 (share of the rate's reserve = x ± 0.1)
//   strength             × (1 + 1.5·x·gain), all walls                   (end-systolic elastance × 1.5–2)
//   veins                − 1,250·s mL of unstressed volume: splanchnic pool (up to 800 mL, Rothe, Fudim 2022) and muscle
//                        pump; great veins' resistance × (1 − 0.5·x). What had sunk comes back by 0.7 at x = 0.25.
//   right atrium         its defended pressure + 6·s mmHg
//   lungs                resistance × (1 − 0.5·x)
// The rate's room for the reflex shrinks with 1 − x, so that no rate passes the greatest. The 1,250 mL and the strength
// are chosen so that wedge pressure and output at the end of work are those of healthy people (held by
// `healthyFillingPressureOnExertion`, `outputFollowsOxygen`).
//
// Static work (handgrip at 30 % of the greatest force): defended pressure + 34 mmHg, rate + 8 /min, 120 mL pressed out of
// the veins; the rest is the reflex's. Pregnancy: see `Gestation`.
//
// Straining. What presses in the chest presses on the belly, too, and on the veins there, and valves keep blood from the
// neck and limbs: the systemic veins as a whole feel 0.87 of it, chosen so that the stroke volume falls by nearly a half
// (held by `valsalvaHasFourPhases`). Pressure around a reservoir is the same as less unstressed volume, by its compliance.
// The aorta's receptors, in the chest, feel that much less: 0.3 of the reflex.

import Circulation
import Quantities

/// Posture, work and strain.
public struct Circumstances: Sendable, Equatable {
  /// Blood below the heart that no longer fills it, mL in a body of the reference's size; negative: what raised legs
  /// give.
  public var pooled = 0.0
  /// 0 head level with the heart … 1 upright.
  public var erectness = 0.0
  /// METs; 1 at rest.
  public var mets = 1.0
  /// Static work, as a share of a handgrip at 30 % of the greatest force.
  public var staticWork = 0.0
  /// What bent legs add to systemic resistance, a share.
  public var bend = 0.0
  /// Pressure added within the chest, mmHg.
  public var chestPressure = 0.0
  /// Weeks of pregnancy; 0: none.
  public var gestation = 0.0

  public init() {}

  /// Lying down at rest.
  public static let rest = Circumstances()

  /// Standing, or sitting upright on a cycle.
  public static var upright: Circumstances {
    var circumstances = Circumstances()
    circumstances.standUp()
    return circumstances
  }

  mutating func standUp() {
    pooled = 600
    erectness = 1
  }
}

/// What posture and work do; see the head of the file.
enum Work {
  static let outputPerOxygen = 5.5
  static let pressor = 25.0
  static let strengthening = 1.5
  static let mobilised = 1250.0
  static let filling = 6.0
  static let pumped = 0.7
  static let pumpShare = 0.25
  static let lungs = 0.5
  static let greatVeins = 0.5
  static let headUp = 13.0
  static let chestShare = 0.3
  static let hangingLegs = 0.15
  static let belly = 0.87
  static let staticPressor = 34.0
  static let staticRate = 8.0
  static let staticVeins = 120.0

  /// How much of the veins' blood has moved at a share of the reserve: most of it early.
  static func early(_ share: Double) -> Double { share * (1 + pumpShare) / (share + pumpShare) }

  /// How much sinks at an age, over 45 years.
  static func sinking(age: Double) -> Double { min(max(1 - 0.01 * (age - 45), 0.65), 1.05) }
}

extension RegulatedHeart {
  /// This body, its reflexes set to the pressures it rests at, as it is under circumstances.
  ///
  /// - Parameter body: for its size, age and sex.
  public func under(_ circumstances: Circumstances, body: Body) -> RegulatedHeart {
    var loaded = self
    if circumstances.gestation > 0 { Gestation(weeks: circumstances.gestation).apply(to: &loaded) }
    let demand = Demand(body)
    let share = demand.share(mets: circumstances.mets)
    if circumstances.mets > 1 { loaded.work(demand, mets: circumstances.mets) }
    loaded.take(circumstances, share: share, body: body)
    return loaded
  }

  /// Posture and strain.
  private mutating func take(_ circumstances: Circumstances, share: Double, body: Body) {
    var sunken = circumstances.pooled
    if sunken > 0 {
      sunken *= Work.sinking(age: body.age) * (1 - Work.pumped * min(share / Work.pumpShare, 1))
    }
    sunken -= Work.mobilised * Work.early(share) + Work.staticVeins * circumstances.staticWork
    let size = body.bodySurface / Body.reference.bodySurface
    heart.systemic.venousUnstressed = heart.systemic.venousUnstressed + .millilitres(size * sunken)
    heart.systemic.arteriolarResistance *=
      1 + circumstances.bend + Work.hangingLegs * circumstances.erectness * (1 - share)
    reflexes.arterialSet +=
      Work.headUp * circumstances.erectness + Work.chestShare * circumstances.chestPressure + Work.staticPressor
      * circumstances.staticWork
    heart.heartRate = .perMinute(heart.heartRate.perMinute + Work.staticRate * circumstances.staticWork)
    heart.intrathoracicPressure =
      heart.intrathoracicPressure + .millimetresOfMercury(circumstances.chestPressure)
    let squeezed =
      Work.belly * circumstances.chestPressure * heart.systemic.venousCompliance.millilitresPerMmHg
    heart.systemic.venousUnstressed = heart.systemic.venousUnstressed - .millilitres(squeezed)
  }

  private mutating func work(_ demand: Demand, mets: Double) {
    let share = demand.share(mets: mets)
    let asked = fluid.output + Work.outputPerOxygen * demand.rest * (mets - 1)
    let before = reflexes.arterialSet - reflexes.rightAtrialSet
    widen(to: (before + Work.pressor * share) / before * fluid.output / asked, share: share)
    reflexes.arterialSet += Work.pressor * share
    reflexes.rightAtrialSet += Work.filling * Work.early(share)

    let rate = heart.heartRate.perMinute
    heart.heartRate = .perMinute(rate + share * max(demand.greatestRate - rate, 0))
    reflexes.gains.heartRate *= 1 - share
    let strength = 1 + Work.strengthening * reflexes.gains.contractility * share
    heart.scaleStrength(strength)
    heart.scaleAtrialStrength(strength)
  }

  /// Gives the body's vessels a resistance that is `factor` times that at rest, large vessels included, which do not
  /// widen; and opens the lungs.
  private mutating func widen(to factor: Double, share: Double) {
    let rest = heart.systemic
    heart.systemic.venousResistance *= 1 - Work.greatVeins * share
    let fixed = rest.characteristicImpedance.engineValue + rest.arterialResistance.engineValue
    let small = rest.arteriolarResistance.engineValue + rest.venularResistance.engineValue
    let whole = factor * (fixed + small + rest.venousResistance.engineValue)
    let open = max((whole - fixed - heart.systemic.venousResistance.engineValue) / small, 0.05)
    heart.scaleSystemicResistance(open)
    let lungs = 1 - Work.lungs * share
    heart.pulmonary.arterialResistance *= lungs
    heart.scalePulmonaryResistance(lungs)
    heart.pulmonary.venousResistance *= lungs
  }

  /// This body with what it holds and feels at rest as its set points: the volume, and the right atrial pressure that it
  /// has had for days.
  public func atRest(in beat: RegulatedBeat) -> RegulatedHeart {
    var resting = self
    resting.heart.bloodVolume = .millilitres(beat.bloodVolume)
    resting.reflexes.rightAtrialSet = beat.now.rightAtrialPressure
    return resting
  }
}

extension ReflexGains {
  /// Those of a heart that has failed for months: rate and strength answer a fifth to a quarter of what they did
  /// (baroreflex sensitivity 3.9 against 10–15 ms/mmHg, Mortara 1997), vessels half, veins two fifths, and nothing much
  /// is heard of the atria (no change on tilting; Ferguson 1984).
  public static func failing(age: Double) -> ReflexGains {
    let healthy = ReflexGains.healthy(age: age)
    return ReflexGains(
      heartRate: 0.25 * healthy.heartRate, resistance: 0.5, contractility: 0.25 * healthy.contractility, veins: 0.4,
      cardiopulmonary: 0.2)
  }
}
