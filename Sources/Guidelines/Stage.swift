// Stages A to D of a chronic mitral leak after ACC/AHA 2020 (stages of primary and of secondary regurgitation).
//
//   A  at risk        no jet or a small central one, VCW < 0.3 cm
//   B  progressive    a leak below the thresholds of a severe one (EROA < 0.40 cm², RVol < 60 mL, RF < 50 %)
//   C  severe, no symptoms; of a primary leak C1: LVEF > 60 % and LVIDs < 40 mm, C2: LVEF ≤ 60 % or LVIDs ≥ 40 mm
//   D  severe, symptoms
// ESC/EACTS has no stages: they are shown beside its judgements, graded by the thresholds of ACC/AHA 2020 and marked as
// such. An acute leak has none. Ours: a mild leak is A, unless its VCW is 0.3 cm or more or its jet other than small
// and central, or of mid and late systole (the table names late jets under B): then B; no leak in a valve that nothing
// is known to be wrong with has no stage. The table of primary leaks was read, that of secondary ones is recalled
// except its thresholds.

import Findings
import Quantities

/// A stage of a chronic leak.
public enum Stage: String, CaseIterable, Sendable {
  case a = "A"
  case b = "B"
  /// Severe without symptoms; whether C1 or C2 is not known, or the leak is not primary.
  case c = "C"
  case c1 = "C1"
  case c2 = "C2"
  case d = "D"

  /// In words.
  public var meaning: String {
    switch self {
    case .a: "at risk"
    case .b: "progressive"
    case .c: "severe without symptoms"
    case .c1: "severe without symptoms, left ventricle preserved"
    case .c2: "severe without symptoms, left ventricle failing"
    case .d: "severe with symptoms"
    }
  }
}

/// The stage of a leak with everything that led to it.
public struct StageJudgement: Sendable {
  /// Whose stages they are, whatever guideline the judgement follows.
  public static let source = RuleSource.accAha2020
  public static let section = "stages of chronic primary and of secondary mitral regurgitation"

  /// Nil where the grade or the symptoms are not known, or where there are no stages: see `because` and `missing`.
  public let stage: Stage?
  /// The stages that remain where the leak is severe and nobody told of symptoms: C, C1 or C2, and D; else empty.
  public let candidates: [Stage]
  /// True statements about the patient.
  public let because: [String]
  /// What would settle the stage, or C1 from C2, by the names of the case file.
  public let missing: [String]
  /// The grade by the thresholds of ACC/AHA 2020; nil where there is none, or none that is more than a guess.
  public let grade: SeverityGrade?
  public let evidence: Evidence

  init(_ picture: Picture) {
    evidence = picture.cause.leakClass == .secondary ? .partRead : .read
    let severity = picture.graded(by: .accAha2020)
    if picture.acuity.isAcute {
      (stage, grade, missing, candidates) = (nil, severity.grade, [], [])
      because = picture.acuity.because
      return
    }
    let isGraded = severity.grade != nil && severity.confidence > .indeterminate
    guard let found = severity.grade, isGraded, !picture.record.isMitralReplaced else {
      (stage, grade, candidates) = (nil, nil, [])
      if picture.record.isMitralReplaced {
        (because, missing) = (picture.cause.because, [])
      } else {
        (because, missing) = ([], severity.missingForGrade(picture.record))
      }
      return
    }
    grade = found
    let told = "by the thresholds of ACC/AHA 2020 the leak is \(found.identifier) (\(severity.confidence.identifier))"
    let further: (stage: Stage?, because: [String], missing: [String])
    var remaining: [Stage] = []
    switch found {
    case .none, .trace, .mild: further = Self.slight(picture, found)
    case .moderate: further = (.b, [], [])
    case .severe:
      further = Self.severe(picture)
      if further.stage == nil { remaining = [Self.silent(picture).stage, .d] }
    }
    candidates = remaining
    stage = further.stage
    because = [told] + further.because
    missing = further.missing
  }

  private static func slight(
    _ picture: Picture, _ grade: SeverityGrade
  ) -> (stage: Stage?, because: [String], missing: [String]) {
    if grade < .mild {
      if picture.cause.cause == .undetermined { return (nil, ["nothing is known to be wrong with the valve"], []) }
      return (.a, picture.cause.because, [])
    }
    if let width = picture[.VCW], Comparison.atLeast.holds(width, 0.3) {
      return (.b, ["VCW \(FindingID.VCW.spec.text(width, beside: 0.3)) ≥ 0.3 cm"], [])
    }
    if let jet = picture.record.signs.jet, jet != .centralSmall {
      return (.b, ["the jet is \(QualitativeID.jet.spec.values[jet.rawValue])"], [])
    }
    if picture.record.signs.jetTiming == .midLate, picture.record.signs.jet == nil {
      return (.b, ["seen: a jet of mid and late systole"], [])
    }
    return (.a, [], [])
  }

  /// The stage that it would be without symptoms, and the words where nobody told of any.
  private static func silent(_ picture: Picture) -> (stage: Stage, told: String) {
    let failing = Condition.failingAccAha2020.evaluate(picture)
    let told = failing.reasons.isEmpty ? "" : " (" + Texts.list(failing.reasons, by: "; ") + ")"
    let rest = "without symptoms, D with them" + told
    switch (picture.cause.leakClass, failing.truth) {
    case (.primary?, .yes): return (.c2, "stage C2 " + rest)
    case (.primary?, .no): return (.c1, "stage C1 " + rest)
    case (nil, .yes): return (.c, "stage C (C2 if the leak is primary) " + rest)
    default: return (.c, "stage C without symptoms, D with them")
    }
  }

  private static func severe(_ picture: Picture) -> (stage: Stage?, because: [String], missing: [String]) {
    let symptoms = Condition.symptoms.evaluate(picture)
    switch symptoms.truth {
    case .yes: return (.d, symptoms.reasons, [])
    case .unknown: return (nil, [silent(picture).told], symptoms.missing)
    case .no: break
    }
    switch picture.cause.leakClass {
    case .secondary?: return (.c, symptoms.reasons, [])
    case nil: return (.c, symptoms.reasons, picture.cause.missing)
    case .primary?: break
    }
    let failing = Condition.failingAccAha2020.evaluate(picture)
    switch failing.truth {
    case .yes: return (.c2, symptoms.reasons + failing.reasons, [])
    case .no: return (.c1, symptoms.reasons + failing.reasons, [])
    case .unknown: return (.c, symptoms.reasons, failing.missing)
    }
  }
}

extension Condition {
  /// A left ventricle that has begun to fail under a primary leak: stage C2 of ACC/AHA 2020.
  static let failingAccAha2020 = Condition.any([.measured(.LVEF, .atMost, 60), .measured(.LVIDs, .atLeast, 40)])
}
