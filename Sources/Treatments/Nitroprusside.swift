// Nitroprusside: opens arterioles and veins alike, in the lungs as in the body, within a minute.
//
//   systemic resistance   most −60 %, half at 1.0 µg/kg/min: −36 % at 1.5. Measured −39 % at 0.2–1.4 µg/kg/min
//                         (Chatterjee et al., Circulation 1973;48:684), about −35 % (Harshaw et al., Ann Intern Med
//                         1975;83:312)
//   veins                 most +700 mL, half at 1.0: +420 mL at 1.5, five to seven mmHg less in the atria; end-
//                         diastolic pressure fell by 7 (Goodman et al., Circulation 1974;50:1025) and 11 mmHg
//                         (Harshaw)
//   pulmonary resistance  most −45 %, half at 1.0
//   arterial compliance   most +15 %, half at 1.0
//
// The heart's rate stayed as it was in failing hearts (Harshaw 1975); in healthy people it rises by reflex.

import Circulation
import Quantities

extension Treatment {
  public static let nitroprusside = Treatment(
    identifier: "nitroprusside", title: "Nitroprusside", kind: .infusion,
    meaning: "widens arteries and veins at once; an infusion under monitoring",
    explanation: "Systemic and pulmonary resistance lowered, veins slackened; heart rate and muscle unchanged.",
    arguments: [
      ArgumentSpec(
        "dose", unit: DoseUnit.perKilogramMinute, range: 0...10, standard: 1.5, "rate of infusion")
    ],
    titration: .byPressure([0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2]),
    lasting: { _ in .bridge }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.scaleSystemicResistance(NitroprussideLaw.resistance.factor(dose))
    heart.slackenVeins(by: NitroprussideLaw.veins(dose))
    heart.scalePulmonaryResistance(NitroprussideLaw.lungs.factor(dose))
    heart.scaleArterialCompliance(NitroprussideLaw.compliance.factor(dose))
  }

  private enum NitroprussideLaw {
    static let resistance = DoseLaw(-0.60, half: 1)
    static let veins = DoseLaw(700, half: 1)
    static let lungs = DoseLaw(-0.45, half: 1)
    static let compliance = DoseLaw(0.15, half: 1)
  }
}
