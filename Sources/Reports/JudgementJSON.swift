// A judgement as JSON, field by field as schema/result.schema.json has it.

import Cases
import Findings
import Guidelines

/// Makes the fields of a judgement.
public enum JudgementJSON {
  /// Every field, in the order of the schema.
  public static func fields(_ judgement: Judgement) -> [JSONTree.Field] {
    let picture = judgement.picture
    let lines = RiskLine.all(picture)
    return [
      .init("ruleSet", .text(picture.guideline.identifier)),
      .init("judgedOn", .text(picture.record.today.description)),
      .init("severity", severity(picture.severity, criteria: picture.criteria)), .init("cause", cause(picture.cause)),
      .init("stage", word(judgement.stage.stage?.rawValue)), .init("nyha", word(judgement.nyha.nyha?.rawValue)),
      .init("acuity", word(judgement.acuity.presentation?.rawValue)),
      .init("profile", .text(judgement.profile.profile.rawValue)),
      .init("urgency", .text(judgement.urgency.urgency.rawValue)), .init("reasons", reasons(judgement)),
      .init("recommendations", .list(judgement.recommendations.map(recommendation))),
      .init("open", .list(judgement.open.map(question))),
      .init("toConfirm", texts(judgement.toConfirm)),
      .init(
        "cautions",
        .list(judgement.cautions.map { object([("id", .text($0.kind.rawValue)), ("text", .text($0.text))]) })),
      .init("progression", .list(judgement.progression.trends.map(trend))),
      .init("risk", risk(lines)), .init("riskDetails", .list(lines.map(riskDetail))),
      .init("prevention", .list(PreventionPlan(picture).items.map(advice))),
      .init("checklists", checklists(picture)),
      .init("teerCriteria", .list(TeerCriteria.checklist(picture).map(teerCriterion))),
      .init("trials", .list(TrialAnchor.anchors(for: judgement).map(trial))),
      .init("followUp", judgement.followUp.map(followUp) ?? .null),
      .init("summary", .text(ClinicalSummary(judgement).text)),
      .init("patientText", .text(PlainWords(judgement).text)),
    ]
  }

  /// True statements about the patient behind each single word of the judgement.
  private static func reasons(_ judgement: Judgement) -> JSONTree {
    object([
      ("stage", texts(judgement.stage.because)), ("nyha", texts(judgement.nyha.because)),
      ("acuity", texts(judgement.acuity.because)), ("profile", texts(judgement.profile.because)),
      ("urgency", texts(judgement.urgency.because)), ("urgencyCouldRise", texts(judgement.urgency.couldRise)),
    ])
  }

  private static func followUp(_ plan: FollowUp) -> JSONTree {
    object([
      ("interval", .text(plan.interval)), ("text", .text(plan.text)),
      ("months", .list([.number(Double(plan.months.lowerBound)), .number(Double(plan.months.upperBound))])),
      ("guideline", .text(plan.source.identifier)), ("section", .text(plan.section)), ("because", texts(plan.because)),
    ])
  }

  private static func trend(_ trend: SerialTrend) -> JSONTree {
    let studies = trend.studies.map { study in
      object([("on", .text(study.on.description)), ("value", .number(study.value)), ("sd", .number(study.error))])
    }
    return object([
      ("finding", .text(trend.finding.identifier)), ("by", trend.method.map { .text($0.rawValue) }),
      ("studies", .list(studies)), ("slopePerYear", quantity(trend.slopePerYear, trend.finding.spec.symbol)),
      ("slopeError", quantity(trend.slopeError, trend.finding.spec.symbol)),
      ("progressive", .flag(trend.isProgressive)), ("text", .text(trend.text)),
    ])
  }

  static func word(_ word: String?) -> JSONTree { word.map { .text($0) } ?? .null }

  private static func cause(_ cause: CauseJudgement) -> JSONTree {
    object([
      ("class", .text(cause.cause.rawValue)), ("mechanism", word(cause.mechanism?.rawValue)),
      ("carpentier", word(cause.carpentier?.rawValue)),
      ("because", texts(cause.because)), ("assumed", texts(cause.assumed)), ("missing", texts(cause.missing)),
      (
        "atrialCriteria",
        cause.atrialCriteria.isEmpty
          ? nil
          : .list(
            cause.atrialCriteria.map { criterion in
              object([
                ("criterion", .text(criterion.text)), ("met", met(criterion.truth)),
                ("told", criterion.told.isEmpty ? nil : .text(criterion.told)),
              ])
            })
      ),
    ])
  }

  /// Yes, no, or null where it is not known.
  static func met(_ truth: Truth) -> JSONTree { truth == .unknown ? .null : .flag(truth == .yes) }

  static func recommendation(_ one: Recommendation) -> JSONTree {
    .object(
      rule(one.rule) + [.init("because", texts(one.because)), .init("toConfirm", texts(one.toConfirm))]
        + (one.overtakenBy.map { [.init("overtakenBy", .text($0.id))] } ?? []))
  }

  /// The fields of a rule, as the printed rule base has them too.
  public static func rule(_ rule: Rule) -> [JSONTree.Field] {
    [
      .init("id", .text(rule.id)), .init("action", .text(rule.action.rawValue)),
      .init("polarity", .text(rule.polarity.rawValue)),
      .init("class", rule.strength.map { .text($0.rawValue) } ?? .null),
      .init("level", rule.level.map { .text($0) } ?? .null), .init("guideline", .text(rule.source.identifier)),
      .init("year", .number(Double(rule.source.year))), .init("section", .text(rule.section)),
      .init("text", .text(rule.text)), .init("evidence", .text(rule.evidence.word)),
    ]
  }

  private static func question(_ one: OpenQuestion) -> JSONTree {
    object([("missing", .text(one.missing)), ("rules", texts(one.rules.map(\.id)))])
  }

  static func texts(_ list: [String]) -> JSONTree { .list(list.map { .text($0) }) }

  static func quantity(_ value: Double?, _ unit: String) -> JSONTree? {
    value.flatMap { $0.isFinite ? object([("value", .number($0)), ("unit", .text(unit))]) : nil }
  }

  /// An object of what there is; fields without a value are left out.
  static func object(_ fields: [(String, JSONTree?)]) -> JSONTree {
    .object(fields.compactMap { name, value in value.map { JSONTree.Field(name, $0) } })
  }
}

extension Evidence {
  /// The word in JSON: how well a figure was checked against its source.
  var word: String {
    switch self {
    case .read: "read"
    case .partRead: "part-read"
    case .recalled: "recalled"
    }
  }
}
