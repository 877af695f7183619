// What rules look at: the record, and what has been judged of it so far.
//
// The order is fixed, so that nothing is judged from what is judged later: measurements combined → cause, acuity,
// NYHA class → severity → stage, circulation, urgency → rules and the rest.

import Findings
import Quantities

/// A patient as the rules see them.
public struct Picture: Sendable {
  public let record: ClinicalRecord
  public let guideline: Guideline
  /// One value per finding, with where it comes from and what does not agree.
  public let combined: CombinedFindings
  public let cause: CauseJudgement
  /// Sudden or not, told or inferred.
  public let acuity: AcuityJudgement
  /// NYHA class, told or inferred.
  public let functional: FunctionalClass
  /// What severity was graded with besides findings and signs.
  public let gradingContext: GradingContext
  public let severity: SeverityJudgement
  /// What earlier dated studies show.
  public let progression: Progression

  /// - Parameter simulated: findings of the heart that explains the record best; they stand in for what is not known. A
  ///   grade that rests on two or more of them beside measurements is at most probable.
  public init(_ record: ClinicalRecord, guideline: Guideline, simulated: FindingValues = FindingValues()) {
    self.record = record
    self.guideline = guideline
    combined = CombinedFindings(record, simulated: simulated)
    cause = CauseJudgement(record, combined)
    acuity = AcuityJudgement(record, combined)
    functional = FunctionalClass(record)
    gradingContext = GradingContext(record, leak: cause.leakClass, acute: acuity.isAcute)
    severity = Self.grade(record, combined, gradingContext, guideline)
    progression = Progression(record)
  }

  /// The leak held against the thresholds of a guideline that need not be the picture's own.
  public func graded(by other: Guideline) -> SeverityJudgement {
    other == guideline ? severity : Self.grade(record, combined, gradingContext, other)
  }

  private static func grade(
    _ record: ClinicalRecord, _ combined: CombinedFindings, _ context: GradingContext, _ guideline: Guideline
  ) -> SeverityJudgement {
    if record.isMitralReplaced { return prosthesis(record, context, guideline) }
    let graded = gradeSeverity(combined, qualitative: record.signs, context: context, guideline: guideline)
    let isGuess = combined.inferred.count > 1 && !record.series.isEmpty
    return isGuess ? graded.atMostProbable : graded
  }

  /// Of an artificial valve the report's own word is heard, and nothing else.
  private static func prosthesis(
    _ record: ClinicalRecord, _ context: GradingContext, _ guideline: Guideline
  ) -> SeverityJudgement {
    var word = QualitativeValues()
    word[.MRgrade] = record.signs[.MRgrade]
    return gradeSeverity(FindingValues(), qualitative: word, context: context, guideline: guideline).ofProsthesis
  }

  /// A finding in its spec's unit; nil when it was neither measured nor follows from others.
  public subscript(_ id: FindingID) -> Double? { combined.values[id] }
}
