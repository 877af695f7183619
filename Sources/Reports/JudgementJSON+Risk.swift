// Risk scores, prevention and checklists as JSON.

import Cases
import Findings
import Guidelines

extension JudgementJSON {
  static func risk(_ lines: [RiskLine]) -> JSONTree {
    .object(
      lines.flatMap(\.figures).map { figure in
        JSONTree.Field(figure.name, figure.value.map { .number(($0 * 1e4).rounded() / 1e4) } ?? .null)
      })
  }

  static func riskDetail(_ line: RiskLine) -> JSONTree {
    object([
      ("title", .text(line.title)), ("figures", texts(line.figures.map(\.name))), ("text", line.told.map { .text($0) }),
      ("why", line.why.map { .text($0) }), ("inputs", texts(line.inputs)), ("assumed", texts(line.assumed)),
      ("lacks", texts(line.lacks)), ("source", .text(line.source.citation)),
    ])
  }

  static func advice(_ item: PreventionItem) -> JSONTree {
    object([
      ("topic", .text(item.topic.rawValue)), ("state", .text(item.state.word)),
      ("target", item.target.map { .text($0) }), ("own", item.own.map { .text($0) }), ("text", .text(item.patientText)),
      ("clinician", .text(item.clinicianText)), ("guideline", .text(item.source.identifier)),
      ("year", .number(Double(item.source.year))), ("evidence", .text(item.evidence.word)),
    ])
  }

  static func teerCriterion(_ result: TeerCriterionResult) -> JSONTree {
    object([
      ("criterion", .text(result.criterion.text)), ("met", met(result.truth)), ("because", texts(result.because)),
      ("missing", texts(result.missing)), ("toConfirm", texts(result.toConfirm)),
      ("source", .text(result.criterion.source.identifier)),
    ])
  }

  static func trial(_ anchor: TrialAnchor) -> JSONTree {
    object([
      ("name", .text(anchor.name)), ("year", .number(Double(anchor.year))), ("base", .text(anchor.base)),
      ("result", .text(anchor.result)), ("evidence", .text(anchor.evidence.word)),
    ])
  }

  /// Jones and Duke, each with its verdict and its criteria.
  static func checklists(_ picture: Picture) -> JSONTree {
    let jones = JonesChecklist(picture)
    let duke = DukeChecklist(picture)
    func document(_ verdict: String, _ criteria: [ChecklistCriterion]) -> JSONTree {
      object([
        ("verdict", .text(verdict)),
        (
          "criteria",
          .list(
            criteria.map {
              object([
                ("id", .text($0.identifier)), ("weight", .text($0.weight.rawValue)), ("meaning", .text($0.meaning)),
                ("met", met($0.truth)), ("because", texts($0.because)),
              ])
            })
        ),
      ])
    }
    return object([
      ("jones2015", document(jones.verdict.rawValue, jones.criteria)),
      ("duke2023", document(duke.verdict.rawValue, duke.criteria)),
    ])
  }
}

extension PreventionState {
  /// The word in JSON.
  var word: String {
    switch self {
    case .pressing: "pressing"
    case .offTarget: "off-target"
    case .notKnown: "not-known"
    case .onTarget: "on-target"
    case .general: "general"
    }
  }
}
