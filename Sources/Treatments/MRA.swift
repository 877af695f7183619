// Mineralocorticoid antagonist, as spironolactone (eplerenone twice the dose): sheds salt, keeps potassium, hinders
// scars.
//
//   blood volume          most −250 mL, half at 25 mg/d
//   systemic resistance   most −10 %, half at 25
//   arterial compliance   most +5 %, half at 25
//
// No catheter series in regurgitation was found; the sizes are chosen below those of a loop diuretic and an ACE
// inhibitor. Later, secondary leaks only: strength +4 %, stiffness −5 % in a year at 25 mg/d (Chan
// et al., J Am Coll Cardiol 2007;50:591: ejection fraction +3–4 points).

import Circulation
import Quantities

extension Treatment {
  public static let mra = Treatment(
    identifier: "mra", title: "MRA", kind: .drug,
    meaning: "spares potassium, sheds salt; tablets (as spironolactone)",
    explanation: "A little less blood volume, a little less resistance.",
    arguments: [DoseUnit.daily(0...100, usual: 25, "spironolactone a day")],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.fluid = MRALaw.blood(arguments[0])
      let share = MRALaw.blood.share(arguments[0], of: 25)
      effect.reverse = ReverseRemodelling(
        strength: 1 + 0.04 * share, stiffness: 1 - 0.05 * share)
      return effect
    }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.changeBloodVolume(by: MRALaw.blood(dose))
    heart.scaleSystemicResistance(MRALaw.resistance.factor(dose))
    heart.scaleArterialCompliance(MRALaw.compliance.factor(dose))
  }

  private enum MRALaw {
    static let blood = DoseLaw(-250, half: 25)
    static let resistance = DoseLaw(-0.10, half: 25)
    static let compliance = DoseLaw(0.05, half: 25)
  }
}
