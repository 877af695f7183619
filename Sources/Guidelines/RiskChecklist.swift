// A checklist of criteria: what is met, what is not, and what nobody has asked yet.

import Findings

/// What a criterion counts for.
public enum CriterionWeight: String, CaseIterable, Sendable {
  /// Without it there is no diagnosis by these criteria.
  case required
  /// Enough by itself.
  case decisive
  case major, minor
}

/// One criterion held against a patient.
public struct ChecklistCriterion: Sendable {
  /// Letters and hyphens, as in JSON.
  public let identifier: String
  public let weight: CriterionWeight
  /// What meets it, in our words.
  public let meaning: String
  /// Met, not met, or not known.
  public let truth: Truth
  /// True statements about the patient; empty where it is not known.
  public let because: [String]
}

/// An answer with the statements for it.
struct ChecklistAnswer {
  var truth: Truth
  var because: [String] = []

  /// From a list of words that was asked through, or not at all.
  static func words<Sign: Equatable>(_ told: [Sign]?, _ wanted: [Sign], _ name: (Sign) -> String) -> ChecklistAnswer {
    guard let told else { return ChecklistAnswer(truth: .unknown) }
    var found: [String] = []
    for sign in wanted where told.contains(sign) { found.append(name(sign)) }
    return found.isEmpty
      ? ChecklistAnswer(truth: .no, because: ["asked, and not there"]) : ChecklistAnswer(truth: .yes, because: found)
  }

  /// Yes where one of them is, no where all are.
  static func either(_ answers: [ChecklistAnswer]) -> ChecklistAnswer {
    var joined = ChecklistAnswer(truth: .no)
    for answer in answers {
      if answer.truth.rawValue > joined.truth.rawValue { joined = ChecklistAnswer(truth: answer.truth) }
    }
    for answer in answers where answer.truth == joined.truth { joined.because.addMissing(answer.because) }
    if joined.truth == .unknown { joined.because = [] }
    return joined
  }

  /// A finding against a limit.
  static func measured(
    _ picture: Picture, _ id: FindingID, _ comparison: Comparison, _ limit: Double
  ) -> ChecklistAnswer {
    guard let value = picture[id] else { return ChecklistAnswer(truth: .unknown) }
    let told = id.identifier + " " + id.spec.text(value, beside: limit)
    return ChecklistAnswer(truth: Truth(comparison.holds(value, limit)), because: [told])
  }

  /// An item of the history; a history that is told and does not list it says no.
  static func history(_ picture: Picture, _ item: HistoryItem) -> ChecklistAnswer {
    switch picture.record.lists(item) {
    case true?: ChecklistAnswer(truth: .yes, because: ["history: " + item.rawValue])
    case false?: ChecklistAnswer(truth: .no, because: ["not in the history: " + item.rawValue])
    case nil: ChecklistAnswer(truth: .unknown)
    }
  }
}
