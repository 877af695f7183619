// Primary regurgitation by the ESC/EACTS guideline of 2021, for whoever wants the year before the change: no indexed
// diameter, no class I on markers, the catheter a class weaker. From memory of the literature throughout.

import Findings

extension Condition {
  static let consequencesEsc2021 = Condition.named(
    "severe primary leak without symptoms, with atrial fibrillation or PASP > 50 mmHg (2021)",
    .all([.severePrimary, .asymptomatic, .preserved, .fibrillationOrPressure]))
  static let wideAtriumEsc2021 = Condition.named(
    "severe primary leak without symptoms, wide atrium, repair likely (2021)",
    .all([.severePrimary, .asymptomatic, .preserved, .wideAtrium, .lowRisk, .durableRepairLikely, .valveCentre]))
}

extension RuleBook {
  static let primaryEsc2021: [Rule] = [
    esc2021(
      "P2", .one, "B", .mitralValveSurgery,
      "Operate on a severe primary leak with symptoms where the operation is possible and not of high risk.",
      when: .symptomsEsc),
    esc2021(
      "P3", .one, "B", .mitralValveSurgery,
      "Operate on a severe primary leak without symptoms once the left ventricle has begun to fail.",
      when: .all([.severePrimary, .asymptomatic, .dysfunction])),
    esc2021(
      "P5", .twoA, "B", .mitralValveSurgery,
      "Consider surgery of a severe primary leak without symptoms, with a sound left ventricle, once it has brought "
        + "atrial fibrillation or a pulmonary systolic pressure above 50 mmHg.",
      when: .consequencesEsc2021),
    esc2021(
      "P6", .twoA, "B", .mitralValveRepair,
      "Consider repair, in a heart valve centre and at low risk, of a severe primary leak without symptoms that has "
        + "widened the left atrium, where a repair is likely.",
      when: .wideAtriumEsc2021),
    esc2021(
      "P7", .twoB, "B", .teer,
      "Edge-to-edge repair by catheter may be considered for a severe primary leak with symptoms where surgery is not "
        + "possible or of high risk and the echocardiogram suits.",
      when: .all([.severePrimary, .symptoms, .highRisk, .teerSuitable])),
  ]

  private static func esc2021(
    _ number: String, _ strength: RecommendationClass, _ level: String, _ action: RecommendedAction, _ text: String,
    when: Condition
  ) -> Rule {
    Rule(
      "esc-2021-" + number, [.escEacts2021], .escEacts2021, "recommendations on severe primary regurgitation",
      strength, level, action, text, when: when, evidence: .recalled)
  }
}
