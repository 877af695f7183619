// Beta-blocker, as carvedilol (metoprolol succinate four times the dose, bisoprolol a fifth): a slower heart, weaker
// at first.
//
//   heart rate            most −30 %, half at 15 mg/d: −19 % at 25, −23 % at 50 (10–13 beats a minute: Bristow et
//                         al., Circulation 1996;94:2807)
//   strength              most −25 %, half at 20: −14 % at 25, regained in about six weeks although the drug goes on
//   systemic resistance   most −10 %, half at 25 (carvedilol blocks alpha receptors a little)
//   reflexes              rate and strength answer with 1 − 0.7·E of their gain, E = dose/(dose + 15)
//
// Later, secondary leaks only: slack volume −12 %, strength +20 % in a year at 25 mg/d (systolic volume 107 → 81
// mL/m², ejection fraction 29 → 37 %: Groenning et al., J Am Coll Cardiol 2000). Primary leaks: volumes as they were,
// but the ejection fraction that fell on placebo did not (Ahmed et al., J Am Coll Cardiol 2012;60:833): the muscle
// weakens half as fast.

import Circulation
import Quantities

extension Treatment {
  public static let betaBlocker = Treatment(
    identifier: "beta-blocker", title: "Beta-blocker", kind: .drug,
    meaning: "slows the heart, weakens it at first and spares it later; tablets (as carvedilol)",
    explanation: "Heart rate lowered, muscle a little weaker at first; systemic resistance a little lower.",
    arguments: [DoseUnit.daily(0...100, usual: 25, "carvedilol a day")],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.reflexGain = BetaBlockerLaw.reflexes.factor(arguments[0])
      effect.adaptation = 1 / BetaBlockerLaw.strength.factor(arguments[0])
      effect.decline = BetaBlockerLaw.decline.factor(arguments[0])
      let share = BetaBlockerLaw.strength.share(arguments[0], of: 25)
      effect.reverse = ReverseRemodelling(volume: 1 - 0.12 * share, strength: 1 + 0.2 * share)
      return effect
    }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.heartRate *= BetaBlockerLaw.rate.factor(dose)
    heart.scaleStrength(BetaBlockerLaw.strength.factor(dose))
    heart.scaleSystemicResistance(BetaBlockerLaw.resistance.factor(dose))
  }

  private enum BetaBlockerLaw {
    static let rate = DoseLaw(-0.30, half: 15)
    static let strength = DoseLaw(-0.25, half: 20)
    static let resistance = DoseLaw(-0.10, half: 25)
    static let reflexes = DoseLaw(-0.7, half: 15)
    static let decline = DoseLaw(-0.8, half: 15)
  }
}
