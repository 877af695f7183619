// Angiotensin-receptor blocker, as losartan (valsartan twice the dose, candesartan a fifth).
//
//   systemic resistance   most −32 %, half at 40 mg/d: −18 % at 50 mg, chosen so that losartan 50 mg lowers systolic
//                         pressure by 9 % as in Dujardin et al., Am J Cardiol 2001;87:570
//   veins                 most +100 mL, half at 40
//   blood volume          most −100 mL, half at 40
//   arterial compliance   most +10 %, half at 40
//
// Later, secondary leaks only, as the ACE inhibitors (Wong et al., J Am Coll Cardiol 2002;40:970: ejection fraction
// +4 points). In Dujardin's primary leaks the effect after a month was that of the first hours.

import Circulation
import Quantities

extension Treatment {
  public static let angiotensinBlocker = Treatment(
    identifier: "angiotensin-blocker", title: "Angiotensin blocker", kind: .drug,
    meaning: "opens arterioles; tablets (as losartan)",
    explanation: "Systemic resistance lowered, veins and blood volume changed a little.",
    arguments: [DoseUnit.daily(0...150, usual: 50, "losartan a day")],
    excludes: ["arni"],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.fluid = AngiotensinBlockerLaw.blood(arguments[0])
      let share = AngiotensinBlockerLaw.resistance.share(arguments[0], of: 50)
      effect.reverse = ReverseRemodelling(strength: 1 + 0.03 * share)
      return effect
    }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.scaleSystemicResistance(AngiotensinBlockerLaw.resistance.factor(dose))
    heart.slackenVeins(by: AngiotensinBlockerLaw.veins(dose))
    heart.changeBloodVolume(by: AngiotensinBlockerLaw.blood(dose))
    heart.scaleArterialCompliance(AngiotensinBlockerLaw.compliance.factor(dose))
  }

  private enum AngiotensinBlockerLaw {
    static let resistance = DoseLaw(-0.32, half: 40)
    static let veins = DoseLaw(100, half: 40)
    static let blood = DoseLaw(-100, half: 40)
    static let compliance = DoseLaw(0.10, half: 40)
  }
}
