// CHA2DS2-VASc and CHA2DS2-VA: stroke in atrial fibrillation without moderate mitral stenosis or a mechanical valve.
// Congestive failure 1, hypertension 1, age of 75 or more 2, diabetes 1, stroke 2, vascular disease 1, age 65–74 1, and
// for VASc female sex 1. The items as in ESC/EACTS 2025, section 6.2 (read); points and thresholds recalled.

import Findings
import Quantities

/// What counts, with its points: the one list that the rules on anticoagulants and the scores reckon from.
struct StrokeItem: Sendable {
  let points: Int
  let meaning: String
  let condition: Condition

  static let age = [
    StrokeItem(points: 1, meaning: "an age of 65", condition: .age(.atLeast, 65)),
    StrokeItem(points: 1, meaning: "an age of 75", condition: .age(.atLeast, 75)),
  ]
  /// An ejection fraction of 40 % or less counts as heart failure.
  static let illnesses = [
    StrokeItem(points: 1, meaning: "heart failure", condition: .heartFailure),
    StrokeItem(points: 1, meaning: "hypertension", condition: .history(.hypertension)),
    StrokeItem(
      points: 1, meaning: "diabetes",
      condition: .named("diabetes", .any(Condition.anyHistory([.diabetes, .diabetesOnInsulin])))),
    StrokeItem(points: 2, meaning: "stroke", condition: .history(.stroke)),
    StrokeItem(
      points: 1, meaning: "disease of the arteries",
      condition: .named("vascular disease", .any([.coronaryDisease, .history(.peripheralArteryDisease)]))),
  ]

  /// A condition for each point: what counts two stands twice.
  static let points: [Condition] = {
    var conditions: [Condition] = []
    for item in age + illnesses {
      for _ in 0..<item.points { conditions.append(item.condition) }
    }
    return conditions
  }()
}

/// Both scores of one patient.
public struct StrokeRisk: Sendable, Equatable {
  /// CHA2DS2-VA, without sex: 0–8. ESC 2024 recommends an anticoagulant from 2 and considers it at 1.
  public let va: Int
  /// CHA2DS2-VASc: 0–9. ACC/AHA 2023 recommends an anticoagulant from 2 in men and 3 in women.
  public let vasc: Int

  public static let source = RuleSource(
    "cha2ds2-va", "CHA2DS2-VASc, and CHA2DS2-VA without sex", 2024,
    "Lip et al., Chest 2010;137:263; without sex: Van Gelder et al., Eur Heart J 2024;45:3314")

  private init(points: Int, sex: Sex) {
    va = points
    vasc = points + (sex == .female ? 1 : 0)
  }

  /// The scores of a patient on record, where there is atrial fibrillation.
  public static func of(_ picture: Picture) -> RiskOutcome<StrokeRisk> {
    var asked = RiskReader(picture)
    guard let fibrillation = asked.fibrillation() else { return .lacks(asked.missing) }
    guard fibrillation else { return .notFor("made for atrial fibrillation, which the record does not tell of") }
    if picture.record.latestProsthesis == .mechanical {
      return .notFor("a mechanical valve needs an anticoagulant whatever the score")
    }
    let isRheumatic = Condition.rheumaticToldOf.evaluate(picture).truth == .yes || RheumaticCourse(picture) != nil
    if isRheumatic, let area = picture[.MVA], Comparison.atMost.holds(area, 2) {
      return .notFor("a mitral valve narrowed by rheumatic fever needs an anticoagulant whatever the score")
    }
    var reader = RiskReader(picture)
    reader.note("atrial fibrillation")
    let age = reader.age()
    let sex = reader.sex()
    var points = 0
    for item in StrokeItem.age where item.condition.evaluate(picture).truth == .yes { points += item.points }
    for item in StrokeItem.illnesses where reader.counts(item) { points += item.points }
    let reached = points
    return reader.outcome { () throws(RiskInputFault) in
      guard let age, let sex else { return nil }
      try RiskInputFault.check("patient.age", age, in: 16...110, "y")
      return StrokeRisk(points: reached, sex: sex)
    }
  }
}

extension RiskReader {
  /// Whether an item counts; one that a told history does not list is taken as absent, no history at all is missing.
  fileprivate mutating func counts(_ item: StrokeItem) -> Bool {
    let result = item.condition.evaluate(picture)
    if result.truth == .yes {
      for reason in result.reasons { note(reason) }
      return true
    }
    if record.history == nil {
      let _: Bool? = lacks("history")
    } else {
      assume("no " + item.meaning)
    }
    return false
  }
}
