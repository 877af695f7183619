// What a body is doing, or is put through: posture, work, strain, pregnancy. A few numbers, and what they do to a heart at
// rest, lying down. The reflexes answer afterwards; nothing here is an answer to a pressure.
//
// Posture. Blood sinks below the heart and no longer fills it: the veins' unstressed volume grows by `pooled`. The
// carotid sinus stands 25 cm above the heart and feels 19 mmHg less; it carries about half of the reflex: the defended
// pressure at the heart rises by half of that, times `erectness`.
//
// Work of m METs, x = share of the oxygen reserve (`Demand`):
//   output asked for     healthy output + 5.5 L per L of oxygen                  (5–6; Higginbotham 1986: 5.9)
//   defended pressure    + 25·x mmHg                                             (90–95 → 115–125 mmHg)
//   systemic resistance  that at which this output makes this pressure: muscle opens in proportion to its work
//   heart rate           rest + x·(208 − 0.7·age − rest)                         (fraction of reserve = x, ± 10 %)
//   strength             × (1 + strengthening·x), all walls
//   veins                − mobilised·x of unstressed volume; the muscle pump brings back up to `pumped` of what had sunk, and
//                        halves the resistance of the great veins at x = 1
//   lungs                resistance × (1 − 0.35·x)                               (× 0.6–0.8)
// The rate's room for the reflex shrinks with 1 − x, so that no rate passes the greatest.
//
// Static work (handgrip at s times 30 % of the greatest force): defended pressure + 26·s mmHg, rate + 10·s /min; the rest is
// the reflex's. Pregnancy: see `Gestation`.

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
}

/// What work does besides opening the muscles' vessels.
enum Work {
  /// Output per oxygen, L/L.
  static let outputPerOxygen = 5.5
  static let pressor = 25.0
  static let strengthening = 1.5
  static let mobilised = 1250.0
  /// Share of the reserve at which five ninths of it have moved.
  static let mobilisedHalf = 0.25
  /// Most of the sunken blood that the muscle pump brings back, and the share of the reserve at which it does.
  static let pumped = 0.7
  static let pumpShare = 0.25
  static let lungs = 0.5
  /// mmHg by which the defended pressure at the heart rises when the head is up: half of a column of 25 cm of blood.
  static let headUp = 13.0
}

extension RegulatedHeart {
  /// This body, its reflexes set to the pressures it rests at, as it is under circumstances.
  ///
  /// - Parameter body: for its size, age and sex.
  public func under(_ circumstances: Circumstances, body: Body) -> RegulatedHeart {
    var loaded = self
    let size = body.bodySurface / Body.reference.bodySurface
    if circumstances.gestation > 0 { Gestation(weeks: circumstances.gestation).apply(to: &loaded) }
    let demand = Demand(body)
    let share = demand.share(mets: circumstances.mets)
    if circumstances.mets > 1 { loaded.work(demand, mets: circumstances.mets) }

    let pump = circumstances.pooled > 0 ? Work.pumped * min(share / Work.pumpShare, 1) : 0
    let sunken = circumstances.pooled * (1 - pump) - Work.mobilised * share * (1 + Work.mobilisedHalf) / (share + Work.mobilisedHalf)
    loaded.heart.systemic.venousUnstressed =
      loaded.heart.systemic.venousUnstressed + .millilitres(size * (sunken - 120 * circumstances.staticWork))
    loaded.heart.systemic.arteriolarResistance *= 1 + circumstances.bend + 0.1 * circumstances.erectness * (1 - share)
    loaded.reflexes.arterialSet += Work.headUp * circumstances.erectness + 34 * circumstances.staticWork
    loaded.heart.heartRate = .perMinute(loaded.heart.heartRate.perMinute + 8 * circumstances.staticWork)
    loaded.heart.intrathoracicPressure =
      loaded.heart.intrathoracicPressure + .millimetresOfMercury(circumstances.chestPressure)
    return loaded
  }

  private mutating func work(_ demand: Demand, mets: Double) {
    let share = demand.share(mets: mets)
    let asked = fluid.output + Work.outputPerOxygen * demand.rest * (mets - 1)
    let before = reflexes.arterialSet - reflexes.rightAtrialSet
    reflexes.arterialSet += Work.pressor * share
    reflexes.rightAtrialSet += 6 * share * (1 + Work.mobilisedHalf) / (share + Work.mobilisedHalf)
    let wider = (before + Work.pressor * share) / before * fluid.output / asked

    var s = heart.systemic
    let large =
      s.characteristicImpedance.engineValue + s.arterialResistance.engineValue + s.venousResistance.engineValue
    let small = s.arteriolarResistance.engineValue + s.venularResistance.engineValue
    s.venousResistance *= 1 - 0.5 * share
    let spared = heart.systemic.venousResistance.engineValue - s.venousResistance.engineValue
    let factor = max((wider * (large + small) - large + spared) / small, 0.05)
    s.arteriolarResistance *= factor
    s.venularResistance *= factor
    heart.systemic = s
    let lungs = 1 - Work.lungs * share
    heart.pulmonary.arterialResistance *= lungs
    heart.pulmonary.arteriolarResistance *= lungs
    heart.pulmonary.venularResistance *= lungs
    heart.pulmonary.venousResistance *= lungs

    let rate = heart.heartRate.perMinute
    heart.heartRate = .perMinute(rate + share * max(demand.greatestRate - rate, 0))
    reflexes.gains.heartRate *= 1 - share
    let strength = 1 + Work.strengthening * reflexes.gains.contractility * share
    heart.leftVentricle.activeStress *= strength
    heart.septum.activeStress *= strength
    heart.rightVentricle.activeStress *= strength
    heart.leftAtrium.activeStress *= strength
    heart.rightAtrium.activeStress *= strength
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
