// When to look again: the intervals that each guideline gives, by grade, cause and what was done.
//
// A patient whose leak waits for an operation has no interval: the visit is the decision. Where a guideline gives none
// for a patient, the usual practice is given as ours. An interval whose row says "yearly" spans one month count.

import Findings

/// A span of time between visits.
public struct FollowUp: Sendable {
  /// "every 6 to 12 months".
  public let interval: String
  /// The shortest and the longest, months.
  public let months: ClosedRange<Int>
  /// What is meant to be done then.
  public let text: String
  public let source: RuleSource
  public let section: String
  public let evidence: Evidence
  /// True statements about the patient.
  public let because: [String]
}

/// One row of the intervals.
public struct FollowUpRule: Sendable {
  /// Unique: "follow-esc-2025-severe-primary".
  public let id: String
  public let sets: [Guideline]
  public let source: RuleSource
  public let section: String
  public let evidence: Evidence
  public let months: ClosedRange<Int>
  public let text: String
  public let when: Condition

  init(
    _ id: String, _ sets: [Guideline], _ source: RuleSource, _ section: String, _ evidence: Evidence,
    _ months: ClosedRange<Int>, _ text: String, when: Condition
  ) {
    self.id = "follow-" + id
    self.sets = sets
    self.source = source
    self.section = section
    self.evidence = evidence
    self.months = months
    self.text = text
    self.when = when
  }

  /// "every 6 to 12 months".
  public var interval: String {
    let years = months.lowerBound >= 12 && months.lowerBound % 12 == 0 && months.upperBound % 12 == 0
    let low = years ? months.lowerBound / 12 : months.lowerBound
    let high = years ? months.upperBound / 12 : months.upperBound
    let unit = years ? "year" : "month"
    if low == high { return low == 1 ? "every " + unit : "every \(low) \(unit)s" }
    return "every \(low) to \(high) \(unit)s"
  }

  /// The first row that holds decides.
  public static let all: [FollowUpRule] = afterTreatment + beyondTheLeak + esc2025 + acc2020 + usual

  private static let afterTreatment: [FollowUpRule] = [
    esc("ventricular-treated", "§9.2.4.3", 3...6, "Visit with echo.", .all([.secondaryVentricular, .valveTreated])),
    esc("repaired", "§9.1.5", 24...36, "Visit with echo after a durable repair.", .all([.repaired, .little])),
    esc("replaced", "§9.1.5", 12...12, "Visit with echo after a replacement or a clip.", .replacedOrClipped),
  ]

  /// Where something else than the leak's size sets the pace.
  private static let beyondTheLeak: [FollowUpRule] = [
    own(
      "narrow", 12...12, "Visit with echo in a heart valve centre.", .all([.narrowValve, .little]), .recalled,
      "significant stenosis without symptoms, yearly as in ESC/EACTS 2021 §7"),
    own(
      "torn", 6...6, "Visit with echo: a torn chord seldom leaks as little as was measured.",
      .all([.tornValve, .little, .chronic]), .partRead, "a flail leaflet, a specific sign of a severe leak (ASE 2017)"),
    own(
      "weak-heart", 6...6, "Visit for the heart muscle, and the leak with it.",
      .all([.any([.weakHeart, .lowOutput, .highLungPressure]), .little, .seen(.trace, "a leak"), .chronic]), .recalled,
      "the heart disease sets the pace: no longer than 6 months (ESC heart failure 2021)"),
    own(
      "mild-secondary", 12...12, "Visit with echo, with the disease behind the leak.",
      .all([.mild, .secondaryLeak, .chronic]), .recalled, "a mild leak secondary to ventricle or atrium, as in §9.2.5.3"
    ),
  ]

  private static let esc2025: [FollowUpRule] = [
    esc(
      "severe-primary", "§9.1.5", 6...6, "Visit with echo twice a year.",
      .all([.severe, .primary, .chronic, .asymptomatic])),
    esc(
      "atrial", "§9.2.5.3", 12...12, "Visit with echo yearly.",
      .all([.secondaryAtrial, .chronic, .moderateOrSevere])),
    esc(
      "moderate", "§9.1.5", 12...24, "Visit yearly, echo every 1 to 2 years.",
      .all([.moderate, .chronic, .primary, .not(.failingVentricle)])),
  ]

  private static let acc2020: [FollowUpRule] = [
    acc("mild", 36...60, "Visit with echo.", .all([.mild, .primary, .chronic, .asymptomatic])),
    acc("moderate", 12...24, "Visit with echo.", .all([.moderate, .primary, .chronic, .asymptomatic])),
    acc(
      "severe", 6...12, "Visit with echo, sooner if the left ventricle grows.",
      .all([.severe, .primary, .chronic, .asymptomatic, .not(.failingAccAha2020)])),
  ]

  private static let usual: [FollowUpRule] = [
    own("severe", 6...12, "Visit with echo.", .all([.severe, .chronic, .asymptomatic])),
    own("moderate", 12...24, "Visit with echo.", .all([.moderate, .chronic])),
    own("mild", 36...60, "Visit with echo.", .all([.mild, .chronic, .not(.toldProsthesis)])),
  ]

  private static func esc(
    _ id: String, _ section: String, _ months: ClosedRange<Int>, _ text: String, _ when: Condition
  ) -> FollowUpRule {
    FollowUpRule("esc-2025-" + id, [.escEacts2025], .escEacts2025, section, .read, months, text, when: when)
  }

  private static func acc(
    _ id: String, _ months: ClosedRange<Int>, _ text: String, _ when: Condition
  ) -> FollowUpRule {
    FollowUpRule(
      "acc-2020-" + id, [.accAha2020], .accAha2020, "surveillance of primary leaks without symptoms", .recalled, months,
      text, when: when)
  }

  private static func own(
    _ id: String, _ months: ClosedRange<Int>, _ text: String, _ when: Condition, _ evidence: Evidence = .partRead,
    _ section: String = "usual practice where the guideline gives no interval"
  ) -> FollowUpRule {
    FollowUpRule("own-" + id, Guideline.allCases, .own, section, evidence, months, text, when: when)
  }
}

extension FollowUp {
  /// The interval for a patient; nil where nothing gives one, or where the leak must be dealt with first.
  init?(_ picture: Picture, urgency: Urgency) {
    if Condition.operationIndicated(by: picture.guideline).evaluate(picture).truth == .yes { return nil }
    for rule in FollowUpRule.all where rule.sets.contains(picture.guideline) {
      let result = rule.when.evaluate(picture)
      guard result.truth == .yes else { continue }
      if urgency > .routine { return nil }
      interval = rule.interval
      months = rule.months
      text = rule.text
      source = rule.source
      section = rule.section
      evidence = rule.evidence
      because = result.reasons
      return
    }
    return nil
  }
}

extension Condition {
  /// An operation is recommended, or should be considered: the visit is that decision.
  static func operationIndicated(by guideline: Guideline) -> Condition {
    switch guideline {
    case .escEacts2025: .mitralOperationEsc2025
    case .escEacts2021:
      .any([
        .symptomsEsc, .all([.severePrimary, .asymptomatic, .dysfunction]), .consequencesEsc2021, .wideAtriumEsc2021,
      ])
    case .accAha2020: .any([.operationAcc2020, .earlyRepairAcc2020])
    }
  }

  static let toldProsthesis = asFarAsTold("a prosthetic valve", .history(.prostheticValve, "a prosthetic valve"))
  static let repaired = given(ValveMaterial.repairs, "a repaired mitral valve")
  static let replacedOrClipped = given(
    ValveMaterial.prostheses + ValveMaterial.clips, "a replaced or clipped mitral valve")
  static let valveTreated = Condition.any([repaired, replacedOrClipped])

  /// At most a mild leak: the repair holds.
  static let little = Condition.fact("leak at most mild") { picture in
    guard let grade = picture.severity.grade else { return ungraded(picture) }
    let told = "the leak is graded \(grade.identifier)"
    return grade < .moderate ? .yes(told) : .no(told)
  }
}
