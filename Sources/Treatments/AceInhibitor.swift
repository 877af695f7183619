// ACE inhibitor, as enalapril (lisinopril the same dose, ramipril half of it, captopril 7.5 times): less angiotensin,
// so wider arterioles and veins and a little less salt.
//
//   systemic resistance   most −30 %, half at 8 mg/d: −21 % at 20 mg/d. Anchor: one dose of quinapril 10 mg, −23 %
//                         (Schön, Am J Cardiol 1994)
//   veins                 most +300 mL, half at 8
//   blood volume          most −150 mL, half at 8
//   arterial compliance   most +15 %, half at 8
//
// That the half dose lies near 8 mg: functional regurgitation did not change on captopril 25 mg/d, did from 50 and
// more at 100 (Seneviratne et al., Br Heart J 1994;72:63). Later, secondary leaks only: strength
// +3 % in a year (enalapril stopped growth and raised the ejection fraction by 2–4 points: Konstam et al.,
// Circulation 1992;86:431). Primary leaks: no effect on size (Marcotte 1997).

import Circulation
import Quantities

extension Treatment {
  public static let aceInhibitor = Treatment(
    identifier: "ace-inhibitor", title: "ACE inhibitor", kind: .drug,
    meaning: "opens arterioles and veins a little; tablets (as enalapril)",
    explanation: "Systemic resistance lowered, veins a little slacker, a little less blood volume.",
    arguments: [DoseUnit.daily(0...40, usual: 20, "enalapril a day")],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.fluid = AceInhibitorLaw.blood(arguments[0])
      let share = AceInhibitorLaw.resistance.share(arguments[0], of: 20)
      effect.reverse = ReverseRemodelling(strength: 1 + 0.03 * share)
      return effect
    }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.scaleSystemicResistance(AceInhibitorLaw.resistance.factor(dose))
    heart.slackenVeins(by: AceInhibitorLaw.veins(dose))
    heart.changeBloodVolume(by: AceInhibitorLaw.blood(dose))
    heart.scaleArterialCompliance(AceInhibitorLaw.compliance.factor(dose))
  }

  private enum AceInhibitorLaw {
    static let resistance = DoseLaw(-0.30, half: 8)
    static let veins = DoseLaw(300, half: 8)
    static let blood = DoseLaw(-150, half: 8)
    static let compliance = DoseLaw(0.15, half: 8)
  }
}
