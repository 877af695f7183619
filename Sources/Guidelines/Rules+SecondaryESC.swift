// Secondary regurgitation by the ESC/EACTS guidelines: 2025 (section 9.2, Recommendation Table 7, read) and, for
// contrast, 2021 (from memory).

import Findings

extension Condition {
  static let coaptLike2025 = Condition.named("all criteria of Table 7", TeerCriteria.all(TeerCriteria.escEacts2025))
  static let coaptLike2021 = Condition.named("COAPT-like (2021)", TeerCriteria.all(TeerCriteria.escEacts2021))
  static let noRevascularisation = Condition.without(.coronariesToOpen)
  /// Resynchronisation that is due may yet make the leak smaller.
  static let resynchronisedWhereDue = Condition.without(
    .named("resynchronisation due and not in place", .all([.resynchronisationStrong, .not(.resynchronised)])))
  /// What rules S1 and S2 share.
  static let persistingEsc2025 = Condition.named(
    "severe ventricular secondary leak, LVEF < 50 %, with symptoms on the best drugs, no revascularisation needed",
    .all([
      .severeVentricular, .symptoms, .measured(.LVEF, .below, 50), .optimised, .resynchronisedWhereDue,
      .noRevascularisation,
    ]))
  static let atrialSurgery = Condition.named(
    "severe atrial secondary leak with symptoms on the best drugs, operable",
    .all([.severeAtrial, .symptoms, .optimised, .operable]))
}

extension RuleBook {
  static let secondaryEsc2025: [Rule] = [
    esc2025(
      "S1", .one, "A", .teer,
      "Edge-to-edge repair by catheter for a severe ventricular leak that persists with symptoms on the best drugs, "
        + "and resynchronisation where due, in patients who meet all criteria of Table 7.",
      when: .all([.persistingEsc2025, .coaptLike2025])),
    esc2025(
      "S2", .twoB, "B", .teer,
      "Edge-to-edge repair by catheter may be considered against the symptoms where the criteria are not all met, "
        + "after evaluation for an assist device or a transplant.",
      when: .all([
        .persistingEsc2025, .teerSuitable, .not(.coaptLike2025),
        .without(.untold("assist device or transplant the better way")),
      ])),
    Rule(
      "esc-2025-S2-evaluation", [.escEacts2025], .escEacts2025, "§9.2, Recommendation Table 7", nil, nil,
      .advancedTherapy,
      "Before a catheter repair outside the criteria, evaluate for an assist device or a transplant.",
      when: .all([.persistingEsc2025, .not(.coaptLike2025)])),
    esc2025(
      "S3", .twoB, "C", .mitralValveSurgery,
      "Surgery may be considered for a severe ventricular leak with symptoms that is unsuited to edge-to-edge repair, "
        + "without advanced heart failure.",
      when: .all([
        .severeVentricular, .symptoms, .not(.teerSuitable), .without(.history(.advancedHeartFailure)),
        .without(.prohibitiveRisk),
      ])),
    esc2025(
      "S4", .one, "B", .surgeryWithCABG,
      "Operate on a severe ventricular leak together with the bypass operation.",
      when: .all([.severeVentricular, .plannedCABG])),
    esc2025(
      "S5", .twoB, "B", .surgeryWithCABG,
      "Surgery of a moderate leak together with the bypass operation may be considered.",
      when: .all([.moderateVentricular, .plannedCABG])),
    esc2025(
      "S6", .twoB, "C", .coronaryIntervention,
      "For a severe ventricular leak with symptoms and coronary disease that is not complex, opening the coronary "
        + "arteries by catheter may be considered first; then grade the leak again, then edge-to-edge repair.",
      when: .all([
        .severeVentricular, .symptoms, .coronaryDisease, .not(.plannedCABG),
        .without(.untold("coronary disease that is complex, treated already or in no need of it")),
      ])),
    esc2025(
      "S7", .twoA, "B", .mitralValveSurgery,
      "Consider surgery for a severe atrial leak with symptoms on the best drugs, with ablation of atrial fibrillation "
        + "where indicated and closure of the left atrial appendage.",
      when: .atrialSurgery),
    esc2025(
      "S8", .twoB, "B", .teer,
      "Edge-to-edge repair by catheter may be considered for a severe atrial leak with symptoms that cannot be operated "
        + "on, once drugs and rhythm are at their best.",
      when: .all([.severeAtrial, .symptoms, .optimised, .highRisk, .teerSuitable])),
    Rule(
      "esc-2025-SMR-timing", [.escEacts2025], .escEacts2025, "§9.2.2–9.2.3", nil, nil, .gradeAgain,
      "Judge a secondary leak once drugs are at their best, with no fluid to spare and at normal blood pressure: after "
        + "1 to 3 months of them about 40 % of ventricular leaks are smaller, and resynchronisation takes a grade off in "
        + "40 to 60 %.",
      when: .all([.secondary, .moderateOrSevere, .chronic, .notYetJudgeable])),
  ]

  static let secondaryEsc2021: [Rule] = [
    Rule(
      "esc-2021-S1", [.escEacts2021], .escEacts2021, "recommendations on secondary regurgitation", .twoA, "B", .teer,
      "Consider edge-to-edge repair by catheter for a severe ventricular leak with symptoms on the best drugs in "
        + "patients like those of the COAPT trial.",
      when: .all([.persisting2021, .coaptLike2021]), evidence: .recalled),
    Rule(
      "esc-2021-S2", [.escEacts2021], .escEacts2021, "recommendations on secondary regurgitation", .twoB, "C", .teer,
      "Edge-to-edge repair by catheter may be considered for a severe ventricular leak with symptoms on the best drugs "
        + "in other patients.",
      when: .all([.persisting2021, .teerSuitable, .not(.coaptLike2021)]), evidence: .recalled),
  ]

  private static func esc2025(
    _ number: String, _ strength: RecommendationClass, _ level: String, _ action: RecommendedAction, _ text: String,
    when: Condition
  ) -> Rule {
    Rule(
      "esc-2025-" + number, [.escEacts2025], .escEacts2025, "§9.2, Recommendation Table 7", strength, level, action,
      text, when: when)
  }
}

extension Condition {
  static let moderateVentricular = Condition.named(
    "moderate ventricular secondary leak", .all([.moderate, .secondaryVentricular, .chronic, .nativeValve]))
  static let secondary = Condition.named("secondary leak", .any([.secondaryVentricular, .secondaryAtrial]))
  static let persisting2021 = Condition.named(
    "severe ventricular secondary leak, LVEF < 50 %, with symptoms on the best drugs",
    .all([.severeVentricular, .symptoms, .measured(.LVEF, .below, 50), .optimised, .noRevascularisation]))
  /// The leak's grade may yet change; 140 mmHg is our limit of a normal systolic pressure.
  static let notYetJudgeable = Condition.named(
    "drugs not at their best, resynchronisation due, congestion, or SBP ≥ 140 mmHg",
    .any([
      .not(.optimised), .asFarAsTold("congestion", .congestion), .measured(.SBP, .atLeast, 140),
      .asFarAsTold("resynchronisation due", .all([.resynchronisationStrong, .not(.resynchronised)])),
    ]))
}
