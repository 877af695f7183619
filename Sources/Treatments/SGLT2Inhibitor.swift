// SGLT2 inhibitor, as dapagliflozin (empagliflozin the same dose): sheds sugar, salt and water.
//
//   blood volume          most −250 mL, half at 3 mg/d: −192 mL at 10; half of it is regained within three months
//   systemic resistance   most −5 %, half at 3
//
// No catheter series in regurgitation was found; sizes are chosen as of a weak diuretic that works at its lowest
// dose. Later, secondary leaks only: strength +4 % in a year (ertugliflozin: orifice −0.05 cm²
// against +0.03, leak −11 mL, size of the ventricle about as it was: Kang et al., Circulation 2024;149:1865).

import Circulation
import Quantities

extension Treatment {
  public static let sglt2Inhibitor = Treatment(
    identifier: "sglt2-inhibitor", title: "SGLT2 inhibitor", kind: .drug,
    meaning: "sheds sugar, salt and water; tablets (as dapagliflozin)",
    explanation: "A little less blood volume, hardly less resistance.",
    arguments: [DoseUnit.daily(0...25, usual: 10, "dapagliflozin a day")],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.fluid = SGLT2InhibitorLaw.kept * SGLT2InhibitorLaw.blood(arguments[0])
      let share = SGLT2InhibitorLaw.blood.share(arguments[0], of: 10)
      effect.reverse = ReverseRemodelling(strength: 1 + 0.04 * share)
      return effect
    }
  ) { heart, arguments in
    heart.changeBloodVolume(by: SGLT2InhibitorLaw.blood(arguments[0]))
    heart.scaleSystemicResistance(SGLT2InhibitorLaw.resistance.factor(arguments[0]))
  }

  private enum SGLT2InhibitorLaw {
    static let blood = DoseLaw(-250, half: 3)
    static let resistance = DoseLaw(-0.05, half: 3)
    /// Share of the volume shed at first that stays off.
    static let kept = 0.5
  }
}
