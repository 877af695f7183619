// Primary regurgitation by the ESC/EACTS guideline of 2025, Recommendation Table 6 and Figure 11 (section 9.1).
//
// The order of Figure 11: symptoms → high risk? catheter where the anatomy allows : surgery. No symptoms → left
// ventricle failing? → three of four markers? → atrial fibrillation or pulmonary pressure, wide atrium (the order of
// these two is not certain; both are class IIa) → watchful waiting.

import Findings

extension Condition {
  /// A left ventricle that has begun to fail: the triggers of 2025.
  static let dysfunctionEsc2025 = Condition.named(
    "left ventricle failing (LVIDs ≥ 40 mm, LVIDsi ≥ 20 mm/m² or LVEF ≤ 60 %)",
    .any([.measured(.LVIDs, .atLeast, 40), .measured(.LVIDsi, .atLeast, 20), .measured(.LVEF, .atMost, 60)]))
  static let preservedEsc2025 = Condition.named(
    "left ventricle preserved (LVIDs < 40 mm, LVIDsi < 20 mm/m² and LVEF > 60 %)",
    .all([.measured(.LVIDs, .below, 40), .measured(.LVIDsi, .below, 20), .measured(.LVEF, .above, 60)]))
  /// The same where the body's size is not known: the index is then to be confirmed. Enough for rows that operate,
  /// since a ventricle that had failed by its index would be operated on, too; waiting asks for all three.
  static let soundEsc2025 = Condition.named(
    "left ventricle preserved (LVIDs < 40 mm and LVEF > 60 %, no LVIDsi ≥ 20 mm/m²)",
    .all([
      .measured(.LVIDs, .below, 40), .measured(.LVEF, .above, 60), .without(.measured(.LVIDsi, .atLeast, 20)),
    ]))

  static let fibrillationOfTheLeak = Condition.named(
    "atrial fibrillation due to the leak",
    .all([.atrialFibrillation, .without(.untold("another cause of the atrial fibrillation"))]))
  static let fibrillationOrPressure = Condition.any([.fibrillationOfTheLeak, .measured(.PASP, .above, 50)])

  /// The Heart Team holds the operation to be possible.
  static let operable = Condition.named(
    "without high or prohibitive surgical risk", .all([.without(.highRisk), .not(.riskLeftOpen)]))

  static let symptomsEsc = Condition.named(
    "severe primary leak with symptoms, operable", .all([.severePrimary, .symptoms, .operable]))
  static let failingEsc2025 = Condition.named(
    "severe primary leak without symptoms, left ventricle failing",
    .all([.severePrimary, .asymptomatic, .dysfunctionEsc2025]))
  static let markersEsc2025 = Condition.named(
    "severe primary leak without symptoms, low risk, durable repair likely, three of four markers",
    .all([
      .severePrimary, .asymptomatic, .soundEsc2025, .lowRisk, .durableRepairLikely,
      .count(3, [.atrialFibrillation, .measured(.PASP, .above, 50), .wideAtrium, .tricuspidLeak]),
    ]))
  static let consequencesEsc2025 = Condition.named(
    "severe primary leak without symptoms, with atrial fibrillation or PASP > 50 mmHg",
    .all([.severePrimary, .asymptomatic, .soundEsc2025, .fibrillationOrPressure]))
  static let wideAtriumEsc2025 = Condition.named(
    "severe primary leak without symptoms, wide atrium, durable repair likely",
    .all([
      .severePrimary, .asymptomatic, .soundEsc2025, .wideAtrium, .lowRisk, .durableRepairLikely, .valveCentre,
    ]))
  /// Surgery of a primary leak is recommended, or should be considered, by one of the rows P2 to P6.
  static let operationEsc2025 = Condition.named(
    "surgery of a primary leak indicated (rows P2 to P6)",
    .any([.symptomsEsc, .failingEsc2025, .markersEsc2025, .consequencesEsc2025, .wideAtriumEsc2025]))
}

extension RuleBook {
  static let primaryEsc2025: [Rule] = [
    esc2025(
      "P1", .one, "B", .mitralValveRepair,
      "Where a severe primary leak is to be operated on and a repair is expected to last, repair the valve rather "
        + "than replace it.",
      when: .all([.operationEsc2025, .durableRepairLikely])
    ).sayingHow(),
    esc2025(
      "P2", .one, "B", .mitralValveSurgery,
      "Operate on a severe primary leak with symptoms where the Heart Team holds the operation to be possible.",
      when: .symptomsEsc),
    esc2025(
      "P3", .one, "B", .mitralValveSurgery,
      "Operate on a severe primary leak without symptoms once the left ventricle has begun to fail.",
      when: .failingEsc2025),
    esc2025(
      "P4", .one, "B", .mitralValveRepair,
      "Repair a severe primary leak without symptoms where the risk is low, a durable repair is likely and three "
        + "of four markers are there: atrial fibrillation, a pulmonary systolic pressure above 50 mmHg at rest, a wide left "
        + "atrium, a tricuspid leak at least moderate.",
      when: .markersEsc2025),
    esc2025(
      "P5", .twoA, "B", .mitralValveSurgery,
      "Consider surgery of a severe primary leak without symptoms, with a sound left ventricle, once it has brought "
        + "atrial fibrillation or a pulmonary systolic pressure above 50 mmHg at rest.",
      when: .consequencesEsc2025),
    esc2025(
      "P6", .twoA, "B", .mitralValveRepair,
      "Consider repair, in a heart valve centre and at low risk, of a severe primary leak without symptoms that has "
        + "widened the left atrium, where the repair is likely to last.",
      when: .wideAtriumEsc2025),
    esc2025(
      "P7", .twoA, "B", .teer,
      "Consider edge-to-edge repair by catheter of a severe primary leak with symptoms where surgery would be of high "
        + "risk and the anatomy suits.",
      when: .all([.severePrimary, .symptoms, .highRisk, .teerSuitable])),
    esc2025(
      "P8", .twoB, "B", .minimallyInvasive,
      "In an experienced centre a minimally invasive operation may shorten the stay.",
      when: .all([.operationEsc2025, .valveCentre])
    ).sayingHow(),
    Rule(
      "esc-2025-F11-team", [.escEacts2025], .escEacts2025, "§9.1, Figure 11", nil, nil, .heartTeam,
      "A severe primary leak with symptoms, of high surgical risk and unsuited to edge-to-edge repair: the Heart Team "
        + "chooses between a valve by catheter, surgery at high risk, and drugs.",
      when: .all([.severePrimary, .symptoms, .highRisk, .not(.teerSuitable)])),
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
