// Secondary regurgitation by the ACC/AHA guideline of 2020, section 7.4, from memory of the literature.

import Findings

extension RuleBook {
  static let secondaryAcc2020: [Rule] = [
    acc2020(
      "B1", .one, "A", .heartFailureTherapy,
      "Treat heart failure with reduced ejection fraction by guideline, resynchronisation included where indicated, "
        + "under a specialist in heart failure.",
      when: .all([.ventricularOrMixed, .measured(.LVEF, .below, 50), .chronic, .without(.pregnant)])),
    acc2020(
      "B2", .twoA, "B-R", .teer,
      "Edge-to-edge repair by catheter is reasonable for a severe leak with LVEF below 50 % and symptoms on the best "
        + "drugs, where the anatomy suits, LVEF is 20 to 50 %, LVIDs at most 70 mm and PASP at most 70 mmHg.",
      when: .all([
        .severeVentricular, .measured(.LVEF, .below, 50), .optimised, .resynchronisedWhereDue,
        .named("all criteria of section 7.4", TeerCriteria.all(TeerCriteria.accAha2020)),
      ])),
    acc2020(
      "B3", .twoA, "B-NR", .surgeryWithCABG,
      "Mitral surgery is reasonable for a severe secondary leak together with the bypass operation.",
      when: .all([.any([.severeVentricular, .severeAtrial]), .plannedCABG])),
    acc2020(
      "B4", .twoB, "B-NR", .mitralValveSurgery,
      "Surgery may be considered for a severe leak from a wide atrium and annulus with LVEF of 50 % or more, in NYHA "
        + "class III or IV despite treatment of heart failure and rhythm.",
      when: .all([
        .severeAtrial, .measured(.LVEF, .atLeast, 50), .nyhaAtLeast(.three), .optimised, .without(.prohibitiveRisk),
      ])),
    acc2020(
      "B5", .twoB, "B-NR", .mitralValveSurgery,
      "Surgery may be considered for a severe ventricular leak with LVEF below 50 % in NYHA class III or IV on the "
        + "best drugs.",
      when: .all([
        .severeVentricular, .measured(.LVEF, .below, 50), .nyhaAtLeast(.three), .optimised, .without(.prohibitiveRisk),
      ])),
    acc2020(
      "B6", .twoB, "B-R", .mitralValveReplacement,
      "Where coronary disease is behind the leak and surgery is chosen, replacement with the chordae kept may be "
        + "reasonable rather than a downsized ring.",
      when: .all([.severeVentricular, .coronaryDisease, .plannedCABG])
    ).sayingHow(),
  ]

  private static func acc2020(
    _ number: String, _ strength: RecommendationClass, _ level: String, _ action: RecommendedAction, _ text: String,
    when: Condition
  ) -> Rule {
    Rule(
      "acc-2020-" + number, [.accAha2020], .accAha2020, "§7.4", strength, level, action, text, when: when,
      evidence: .recalled)
  }
}

extension Condition {
  static let ventricularOrMixed = Condition.named(
    "leak secondary to the ventricle, alone or with an ill valve", .any([.secondaryVentricular, .mixed]))
}
