// When to wait and watch: where a severe leak pulls no trigger (the end of each guideline's path), and where the leak
// is less than severe. A trigger that is not known leaves the waiting undecided, too. Nobody waits with a valve that is
// narrow as well, nor with a torn chord for the small leak that was measured.

import Findings

extension RuleBook {
  static let waiting: [Rule] = [
    Rule(
      "esc-2025-F11-watch", [.escEacts2025], .escEacts2025, "§9.1, Figure 11; §9.1.5", nil, nil, .watchfulWaiting,
      "No trigger for an operation: watch the severe leak, with an echocardiogram twice a year.",
      when: .all([
        .severePrimary, .asymptomatic, .preservedEsc2025, .not(.fibrillationOrPressure), .not(.markersEsc2025),
        .not(.wideAtriumEsc2025), .not(.toldNarrow),
      ])),
    Rule(
      "esc-2025-watch-moderate", [.escEacts2025], .escEacts2025, "§9.1.5", nil, nil, .watchfulWaiting,
      "Watch a moderate leak with a sound left ventricle: a visit every year, an echocardiogram every 1 to 2 years.",
      when: .all([.moderatePrimary, .asymptomatic, .preservedEsc2025, .not(.toldNarrow)])),
    Rule(
      "esc-2021-watch", [.escEacts2021], .own, "no row of ESC/EACTS 2021 holds", nil, nil, .watchfulWaiting,
      "No trigger of 2021 for an operation: watch the severe leak.",
      when: .all([
        .severePrimary, .asymptomatic, .preserved, .not(.fibrillationOrPressure), .not(.wideAtriumEsc2021),
        .not(.toldNarrow),
      ]), evidence: .recalled),
    Rule(
      "mitral-watch-lesser", [.escEacts2025, .escEacts2021], .own, "no guideline treats a mild leak", nil, nil,
      .watchfulWaiting,
      "A leak no more than mild asks for no treatment of its own: look at it again from time to time.",
      when: .all([
        .any([.mild, .trace]), .chronic, .nativeValve, .not(.toldNarrow), .not(.toldTorn), .not(.toldProsthesis),
      ]), evidence: .partRead),
    acc2020(
      "severe",
      "Watch a severe leak in stage C1 by echocardiogram every 6 to 12 months, sooner where the left ventricle "
        + "widens.",
      when: .all([.stageC1, .not(.earlyRepairAcc2020), .without(.lvWorseningOnThreeStudies), .not(.toldNarrow)])),
    acc2020(
      "moderate", "Watch a moderate leak without symptoms by echocardiogram every 1 to 2 years.",
      when: .all([.moderatePrimary, .asymptomatic, .not(.toldNarrow)])),
    acc2020(
      "mild", "Watch a mild leak without symptoms by echocardiogram every 3 to 5 years.",
      when: .all([
        .mild, .primary, .chronic, .asymptomatic, .nativeValve, .not(.toldNarrow), .not(.toldTorn), .not(.toldWeak),
      ])),
  ]

  private static func acc2020(_ name: String, _ text: String, when: Condition) -> Rule {
    Rule(
      "acc-2020-watch-" + name, [.accAha2020], .accAha2020, "surveillance of primary regurgitation", nil, nil,
      .watchfulWaiting, text, when: when, evidence: .recalled)
  }
}

extension Condition {
  static let trace = Condition.fact("a trace of a leak") { picture in
    guard let found = picture.severity.grade, picture.severity.confidence > .indeterminate else {
      return ungraded(picture)
    }
    let told = "the leak is graded \(found.identifier) (\(picture.severity.confidence.identifier))"
    return found == .trace ? .yes(told) : .no(told)
  }
}
