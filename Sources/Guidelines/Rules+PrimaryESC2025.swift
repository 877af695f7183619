// Primary regurgitation by the ESC/EACTS guideline of 2025, Recommendation Table 6 and Figure 11 (section 9.1).

import Findings

extension Condition {
  static let severePrimary = Condition.named("severe primary leak", .all([.severe, .primary, .chronic]))
  /// A left ventricle that has begun to fail: the triggers of 2025.
  static let dysfunctionEsc2025 = Condition.any([
    .measured(.LVIDs, .atLeast, 40), .measured(.LVIDsi, .atLeast, 20), .measured(.LVEF, .atMost, 60),
  ])
  static let preservedEsc2025 = Condition.all([
    .measured(.LVIDs, .below, 40), .measured(.LVIDsi, .below, 20), .measured(.LVEF, .above, 60),
  ])
  static let wideAtrium = Condition.any([.measured(.LAVI, .atLeast, 60), .measured(.LAd, .atLeast, 55)])
}

extension RuleBook {
  static let primaryEsc2025: [Rule] = [
    esc2025(
      "P3", .one, "B", .mitralValveSurgery,
      "Operate on a severe primary leak without symptoms once the left ventricle has begun to fail.",
      when: .all([.severePrimary, .not(.symptoms), .dysfunctionEsc2025])),
    esc2025(
      "P4", .one, "B", .mitralValveRepair,
      "Repair a severe primary leak without symptoms where the risk is low, a durable repair is likely and three of "
        + "four markers are there.",
      when: .all([
        .severePrimary, .not(.symptoms), .preservedEsc2025, .lowRisk, .durableRepairLikely,
        .count(3, [.atrialFibrillation, .measured(.PASP, .above, 50), .wideAtrium, .tricuspidLeak]),
      ])),
  ]

  private static func esc2025(
    _ number: String, _ strength: RecommendationClass, _ level: String, _ action: RecommendedAction, _ text: String,
    when: Condition
  ) -> Rule {
    Rule(
      "esc-2025-" + number, [.escEacts2025], .escEacts2025, "§9.1, Recommendation Table 6", strength, level, action,
      text, when: when)
  }
}
