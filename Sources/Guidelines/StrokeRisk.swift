// CHA2DS2-VASc and CHA2DS2-VA: stroke in atrial fibrillation without moderate mitral stenosis or a mechanical valve.
// Congestive failure 1, hypertension 1, age of 75 or more 2, diabetes 1, stroke 2, vascular disease 1, age 65–74 1, and
// for VASc female sex 1. The items as in ESC/EACTS 2025, section 6.2 (read); points and thresholds recalled.

import Findings
import Quantities

/// What the two scores ask for.
public struct StrokeRiskInputs: Sendable, Equatable {
  /// Years, 16–110.
  public var age: Double
  public var sex: Sex
  public var heartFailure: Bool
  public var hypertension: Bool
  public var diabetes: Bool
  public var stroke: Bool
  /// Infarction, narrowed coronary or other arteries.
  public var vascularDisease: Bool

  public init(
    age: Double, sex: Sex, heartFailure: Bool = false, hypertension: Bool = false, diabetes: Bool = false,
    stroke: Bool = false, vascularDisease: Bool = false
  ) {
    self.age = age
    self.sex = sex
    self.heartFailure = heartFailure
    self.hypertension = hypertension
    self.diabetes = diabetes
    self.stroke = stroke
    self.vascularDisease = vascularDisease
  }
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

  /// - Throws: An age outside the range the scores take.
  public init(_ inputs: StrokeRiskInputs) throws(RiskInputFault) {
    try RiskInputFault.check("patient.age", inputs.age, in: 16...110, "y")
    var points = inputs.age >= 75 ? 2 : inputs.age >= 65 ? 1 : 0
    if inputs.heartFailure { points += 1 }
    if inputs.hypertension { points += 1 }
    if inputs.diabetes { points += 1 }
    if inputs.stroke { points += 2 }
    if inputs.vascularDisease { points += 1 }
    va = points
    vasc = points + (inputs.sex == .female ? 1 : 0)
  }

  /// The scores of a patient on record, where there is atrial fibrillation.
  public static func of(_ picture: Picture) -> RiskOutcome<StrokeRisk> {
    var asked = RiskReader(picture)
    guard let fibrillation = asked.fibrillation() else { return .lacks(asked.missing) }
    guard fibrillation else { return .notFor("made for atrial fibrillation, which the record does not tell of") }
    if picture.record.treatments.containsText("replacement-mechanical") {
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
    let weak = picture[.LVEF].map { Comparison.atMost.holds($0, 40) } ?? false
    if weak { _ = reader.measured(.LVEF) }
    let failure =
      weak
      || reader.history(
        [.heartFailure, .heartFailureHospitalisation, .advancedHeartFailure, .dilatedCardiomyopathy], "heart failure")
    let hypertension = reader.history([.hypertension], "hypertension")
    let diabetes = reader.history([.diabetes, .diabetesOnInsulin], "diabetes")
    let stroke = reader.history([.stroke], "stroke")
    let vascular = reader.history(
      [.myocardialInfarction, .recentMyocardialInfarction, .coronaryDisease, .peripheralArteryDisease],
      "disease of the arteries")
    return reader.outcome { () throws(RiskInputFault) in
      guard let age, let sex else { return nil }
      return try StrokeRisk(
        StrokeRiskInputs(
          age: age, sex: sex, heartFailure: failure, hypertension: hypertension, diabetes: diabetes, stroke: stroke,
          vascularDisease: vascular))
    }
  }
}
