// ARNI, sacubitril with valsartan: an angiotensin blocker that also keeps the heart's own salt-shedding peptides
// alive. It takes the place of an ACE inhibitor or angiotensin blocker and is never given with one.
//
//   systemic resistance   most −35 %, half at 120 mg/d (both substances together): −22 % at 200, −27 % at 400
//   veins                 most +300 mL, half at 120
//   blood volume          most −250 mL, half at 120
//   pulmonary resistance  most −10 %, half at 120
//   arterial compliance   most +15 %, half at 120
//
// Its pull on vessels is chosen between the angiotensin blocker's and nitroprusside's: no catheter series was found.
// Later, secondary leaks only: the ventricle shrinks by relief, strength +8 % in a year at 200 mg/d: orifice −0.058 cm² against
// −0.018 on valsartan (Kang et al., Circulation 2019;139:1354), diastolic volume 87 → 74 mL/m² (Januzzi et al., JAMA
// 2019;322:1085).

import Circulation
import Quantities

extension Treatment {
  public static let arni = Treatment(
    identifier: "arni", title: "ARNI", kind: .drug,
    meaning: "opens vessels and sheds salt; tablets (sacubitril/valsartan)",
    explanation: "Systemic resistance lowered, veins slacker, less blood volume.",
    arguments: [DoseUnit.daily(0...400, usual: 200, "sacubitril and valsartan together, a day")],
    excludes: ["ace-inhibitor", "angiotensin-blocker"],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.fluid = ARNILaw.blood(arguments[0])
      let share = ARNILaw.resistance.share(arguments[0], of: 200)
      effect.reverse = ReverseRemodelling(strength: 1 + 0.08 * share)
      return effect
    }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.scaleSystemicResistance(ARNILaw.resistance.factor(dose))
    heart.slackenVeins(by: ARNILaw.veins(dose))
    heart.changeBloodVolume(by: ARNILaw.blood(dose))
    heart.scalePulmonaryResistance(ARNILaw.lungs.factor(dose))
    heart.scaleArterialCompliance(ARNILaw.compliance.factor(dose))
  }

  private enum ARNILaw {
    static let resistance = DoseLaw(-0.35, half: 120)
    static let veins = DoseLaw(300, half: 120)
    static let blood = DoseLaw(-250, half: 120)
    static let lungs = DoseLaw(-0.10, half: 120)
    static let compliance = DoseLaw(0.15, half: 120)
  }
}
