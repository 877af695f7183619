// Loop diuretic, as furosemide by mouth (half of it into a vein; torasemide half, bumetanide a fortieth): less blood.
//
//   blood volume   most −700 mL, half at 160 mg/d: −140 mL at 40 in a patient without excess fluid. Plasma volume of
//                  treated, compensated failure is about 0.2 L low (Eur J Heart Fail 2010;12:995)
//   excess fluid   of each litre that leaves a congested patient 0.17 L leave the blood once tissues have refilled it
//                  (chosen between the usual 0.15 and 0.20; decongestion by five litres: Bugała et al., Int J
//                  Cardiovasc Imaging 2022;38:1113)
//
// Into a vein it also slackens veins for half an hour after an infarction (Dikshit et al., N Engl J Med
// 1973;288:1087) and tightens arteries for as long in chronic failure (Francis et al., Ann Intern Med 1985): neither
// is modelled.

import Circulation
import Quantities

extension Treatment {
  public static let diuretic = Treatment(
    identifier: "diuretic", title: "Diuretic", kind: .drug,
    meaning: "sheds salt and water, so less blood volume; tablets (as furosemide)",
    explanation: "Less blood volume; vessels, rate and muscle unchanged.",
    arguments: [
      DoseUnit.daily(0...500, usual: 40, "furosemide a day"),
      ArgumentSpec(
        "fluid", unit: Unit("L", .volume, factor: 1000), range: 0...15, standard: 0,
        "excess fluid lost by a congested patient"),
    ],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.fluid = DiureticLaw.blood(arguments[0]) + DiureticLaw.bloodOfFluid * arguments[1]
      return effect
    }
  ) { heart, arguments in
    heart.changeBloodVolume(by: DiureticLaw.blood(arguments[0]) + DiureticLaw.bloodOfFluid * arguments[1])
  }

  private enum DiureticLaw {
    static let blood = DoseLaw(-700, half: 160)
    /// mL of blood for each litre of excess fluid.
    static let bloodOfFluid = -170.0
  }
}
