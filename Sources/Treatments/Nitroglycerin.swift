// Nitroglycerin: opens veins at low doses, arterioles at high ones; within a day half of it is lost to tolerance.
//
//   systemic resistance   most −35 %, half at 100 µg/min: −13 % at 60
//   veins                 most +750 mL, half at 30: +500 mL at 60
//   pulmonary resistance  most −30 %, half at 50
//   arterial compliance   most +30 %, half at 30
//
// Anchor: ten patients with chronic regurgitation (Am J Cardiol 1987;60): right atrial pressure −5, end-diastolic −9
// mmHg, mean arterial pressure −15 %, resistance −20 % (not significant).

import Circulation
import Quantities

extension Treatment {
  public static let nitroglycerin = Treatment(
    identifier: "nitroglycerin", title: "Nitroglycerin", kind: .infusion,
    meaning: "widens veins more than arteries; an infusion under monitoring",
    explanation: "Veins slackened and resistance lowered a little; heart rate and muscle unchanged.",
    arguments: [
      ArgumentSpec("dose", unit: DoseUnit.perMinute, range: 0...400, standard: 60, "rate of infusion")
    ],
    titration: .byPressure([10, 20, 40, 60, 80, 120, 160, 200]),
    lasting: { _ in .bridge }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.scaleSystemicResistance(NitroglycerinLaw.resistance.factor(dose))
    heart.slackenVeins(by: NitroglycerinLaw.veins(dose))
    heart.scalePulmonaryResistance(NitroglycerinLaw.lungs.factor(dose))
    heart.scaleArterialCompliance(NitroglycerinLaw.compliance.factor(dose))
  }

  private enum NitroglycerinLaw {
    static let resistance = DoseLaw(-0.35, half: 100)
    static let veins = DoseLaw(750, half: 30)
    static let lungs = DoseLaw(-0.30, half: 50)
    static let compliance = DoseLaw(0.30, half: 30)
  }
}
