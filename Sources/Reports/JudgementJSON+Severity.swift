// The grade as JSON: the criteria that spoke, what does not agree, further imaging, and the whole table of criteria.

import Cases
import Findings
import Guidelines

extension JudgementJSON {
  /// - Parameter criteria: every row of the table of criteria; empty where only the grade is told.
  static func severity(_ severity: SeverityJudgement, criteria: [CriterionRow] = []) -> JSONTree {
    object([
      ("grade", severity.grade.map { .text($0.identifier) } ?? .null),
      ("scale", severity.scale.map { .number(Double($0)) } ?? .null),
      ("confidence", .text(severity.confidence.identifier)), ("because", .list(severity.because.map(criterion))),
      ("missing", texts(severity.missing.map(\.identifier))), ("warnings", texts(severity.warnings.map(\.text))),
      ("discordances", .list(severity.discordances.map(discordance))),
      ("furtherImaging", .list(severity.furtherImaging.map(imaging))),
      ("criteria", criteria.isEmpty ? nil : .list(criteria.map(row))),
    ])
  }

  private static func imaging(_ advice: FurtherImaging) -> JSONTree {
    object([
      ("id", .text(advice.modality.identifier)), ("because", texts(advice.reasons)), ("source", .text(advice.source)),
    ])
  }

  private static func discordance(_ one: Discordance) -> JSONTree {
    let suspect = one.suspect.map { suspect in
      object([
        ("finding", .text(suspect.finding.identifier)), ("by", suspect.method.map { .text($0.rawValue) }),
        ("why", .text(suspect.why)), ("source", .text(suspect.source)),
      ])
    }
    return object([
      ("id", .text(one.kind.identifier)), ("findings", texts(one.findings.map(\.identifier))),
      ("text", .text(one.text)),
      ("suspect", suspect), ("advice", .text(one.advice)), ("serious", .flag(one.isSerious)),
    ])
  }

  private static func row(_ row: CriterionRow) -> JSONTree {
    object([
      ("id", .text(row.id)), ("name", .text(row.name)), ("speaksFor", .text(row.speaksFor.identifier)),
      ("threshold", .text(row.threshold)), ("outcome", .text(row.outcome.identifier)),
      ("value", quantity(row.value, row.finding?.spec.symbol ?? "1")), ("seen", row.seen.map { .text($0) }),
      ("derivation", row.derivation.map { .text($0) }), ("setAside", row.setAside.map { .text($0) }),
      ("source", .text(row.source)), ("evidence", .text(row.evidence.word)),
    ])
  }

  private static func criterion(_ record: CriterionRecord) -> JSONTree {
    let value: JSONTree =
      if let number = quantity(record.value, record.unit ?? "1") {
        number
      } else if let word = record.word {
        word == "true" ? .flag(true) : word == "false" ? .flag(false) : .text(word)
      } else {
        .flag(true)
      }
    return object([
      ("criterion", .text(record.criterion.identifier)), ("value", value),
      ("meets", .text(max(record.meets, .mild).identifier)), ("source", .text(record.source)),
    ])
  }
}
