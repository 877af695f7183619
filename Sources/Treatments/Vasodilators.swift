// Vasodilators: arterioles wider, veins slacker. The effect of an infusion saturates, E = dose/(dose + 0.6 µg/kg/min),
// and lowers the systemic arteriolar and venular resistance by a share of E and lets the veins hold more blood
// unstretched. The half dose is chosen so that the usual dose of 1 µg/kg/min gives most of the effect (usual range
// 0.5–3).
//
// Nitroprusside, both: resistance down by 37 % at the usual dose (Goodman et al., Circulation 1974;50:1025: mean
// pressure 88 → 71 mmHg while forward stroke volume rose 27 → 33 mL/m²); the venous share is chosen so that in those
// patients end-diastolic and end-systolic volume fall as measured. Nitroglycerin, mostly veins: resistance 1986 → 1582
// dyn·s/cm⁵ (Am J Cardiol 1987, chronic mitral regurgitation, n 10), the same venous share.
//
// How far the predictions carry, on patients that were not used here, stands in docs/predictions.md.

import Circulation
import Quantities

extension Treatment {
  /// An infusion, 0.05–10 µg/kg/min (usual 0.5–3), titrated to a mean pressure of 65 and a systolic one of 90 mmHg.
  public static let nitroprusside = Treatment(
    identifier: "nitroprusside", title: "Vasodilator (nitroprusside)",
    meaning: "widens arteries and veins at once; an infusion under monitoring",
    explanation: "Systemic resistance lowered and veins slackened; heart rate and muscle unchanged.",
    arguments: [infusion(standard: 1)], titration: byPressure
  ) { heart, arguments in
    dilate(&heart, effect: arguments[0] / (arguments[0] + 0.6), resistance: 0.6, venous: 0.13)
  }

  /// An infusion, 0.05–10 µg/kg/min, not titrated here.
  public static let nitroglycerin = Treatment(
    identifier: "nitroglycerin", title: "Venodilator (nitroglycerin)",
    meaning: "widens veins more than arteries; an infusion under monitoring",
    explanation: "Veins slackened and systemic resistance lowered a little; heart rate and muscle unchanged.",
    arguments: [infusion(standard: 1)], titration: byPressure
  ) { heart, arguments in
    dilate(&heart, effect: arguments[0] / (arguments[0] + 0.6), resistance: 0.32, venous: 0.13)
  }

  /// To a mean pressure of at least 65 and a systolic one of at least 90 mmHg (the lower end of the range aimed at in
  /// acute severe regurgitation, ESC/EACTS 2025 and ACC/AHA 2020), and never beyond the usual 2 µg/kg/min.
  private static let byPressure = Titration(
    doses: [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2], leastMean: 65, leastSystolic: 90)

  private static func infusion(standard: Double) -> ArgumentSpec {
    ArgumentSpec(
      "dose", unit: Unit("ug/kg/min", .ratio), range: 0.05...10, standard: standard, "rate of infusion")
  }

  /// - Parameters: effect 0…1; the shares by which resistance falls and unstressed venous volume rises at full effect.
  private static func dilate(_ heart: inout HeartDefinition, effect: Double, resistance: Double, venous: Double) {
    heart.systemic.arteriolarResistance *= 1 - resistance * effect
    heart.systemic.venularResistance *= 1 - resistance * effect
    heart.systemic.venousUnstressed *= 1 + venous * effect
  }
}
