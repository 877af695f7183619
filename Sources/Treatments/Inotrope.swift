// Inotrope, as dobutamine: a stronger, faster heart that relaxes sooner, and wider arterioles.
//
//   strength              most +120 %, half at 10 µg/kg/min: +40 % at 5. Measured slope of the end-systolic relation
//                         +41 and +43 % at 5 (Int J Cardiol 1991;31:51, and a conductance series of 14)
//   heart rate            most +60 %, half at 25: +10 % at 5. Measured 98 → 105 at 10 (Am J Cardiol 1975;36:202),
//                         unchanged to 10 (Leier et al., Circulation 1978;58:466)
//   systemic resistance   most −75 %, half at 10: −25 % at 5, −38 % at 10. Measured about −40 % at 10 (Am J Cardiol
//                         1975), −34 % at up to 9; arterial pressure unchanged, so that no reflex is in it
//   pulmonary resistance  most −35 %, half at 10
//   relaxation            decay time most −30 %, half at 10 (10–20 % faster at usual doses)
//
// Failing hearts answer less (about 0.6 of it below an ejection fraction of 25 %), and patients on a beta-blocker
// need three times the dose: neither is modelled.

import Circulation
import Quantities

extension Treatment {
  public static let inotrope = Treatment(
    identifier: "inotrope", title: "Inotrope", kind: .infusion,
    meaning: "makes the heart beat harder and faster; an infusion under monitoring (as dobutamine)",
    explanation: "Both ventricles and atria stronger and quicker to relax, heart rate higher, resistance lower.",
    arguments: [
      ArgumentSpec(
        "dose", unit: DoseUnit.perKilogramMinute, range: 0...40, standard: 5, "rate of infusion")
    ],
    lasting: { _ in .bridge }
  ) { heart, arguments in
    let dose = arguments[0]
    heart.scaleStrength(InotropeLaw.strength.factor(dose))
    heart.scaleAtrialStrength(InotropeLaw.strength.factor(dose))
    heart.heartRate *= InotropeLaw.rate.factor(dose)
    heart.scaleSystemicResistance(InotropeLaw.resistance.factor(dose))
    heart.scalePulmonaryResistance(InotropeLaw.lungs.factor(dose))
    heart.ventricularActivation.decayTime *= InotropeLaw.relaxation.factor(dose)
  }

  private enum InotropeLaw {
    static let strength = DoseLaw(1.2, half: 10)
    static let rate = DoseLaw(0.60, half: 25)
    static let resistance = DoseLaw(-0.75, half: 10)
    static let lungs = DoseLaw(-0.35, half: 10)
    static let relaxation = DoseLaw(-0.30, half: 10)
  }
}
