// Where a case's course begins: the heart on its first day.

import Cases
import Circulation
import Course
import Findings
import Guidelines
import Statements
import Treatments
import Twin

/// The heart on the first day of its course.
public struct CourseStart: Sendable {
  public enum Kind: Sendable, Equatable {
    /// A healthy body's heart on the day the lesion came.
    case lesion
    /// A heart as found by measurements, or as a case states it grown.
    case found(isAcute: Bool)
  }

  /// Why there is none.
  public enum Failure: Error, Sendable {
    /// Nothing beats with these measurements.
    case cannotBeFitted
    /// The heart as stated does not beat.
    case doesNotBeat(HeartDefinition)
  }

  public let course: HeartCourse
  public let kind: Kind
  public let isHeld: Bool

  /// Fits the patient where there are measurements.
  ///
  /// Where a stated heart begins: `HeartStatement.course`.
  ///
  /// - Parameter holdsLesion: the valve itself stays as it is.
  public init(_ patient: Case, holdsLesion: Bool) throws(Failure) {
    let isFound: Bool
    let course: HeartCourse
    if patient.canBeFitted {
      let heart: HeartDefinition
      do {
        heart = try patient.fitted().definition
      } catch {
        throw .cannotBeFitted
      }
      let settled = heart.settled()
      guard settled.status == .periodic else { throw .doesNotBeat(heart) }
      course = patient.course(found: heart, beating: settled, holdsLesion: holdsLesion)
      isFound = true
    } else {
      let statement = patient.statement
      let heart = statement.heart
      guard let begun = statement.course(of: heart, holdsLesion: holdsLesion) else { throw .doesNotBeat(heart) }
      course = begun
      isFound = statement.beginsAsFound
    }
    self.course = course
    kind = isFound ? .found(isAcute: patient.presentation == .acute) : .lesion
    isHeld = holdsLesion
  }

  /// How the course begins, in sentences.
  public var words: String {
    let lesion =
      isHeld ? "The valve itself is held as it is." : "The valve gets worse at the natural rate of its disease."
    return switch kind {
    case .lesion: "It begins on the day the lesion comes, with the body's reflexes. " + lesion
    case .found(isAcute: true): "It begins with the heart as found, acutely ill: nothing has grown yet. " + lesion
    case .found(isAcute: false): "It begins with the heart as found, in balance with its leak. " + lesion
    }
  }
}

extension Case {
  /// The course of a heart from the day it was found so.
  func course(found heart: HeartDefinition, beating settled: SettledHeart, holdsLesion: Bool = false) -> HeartCourse {
    statement.course(found: heart, beating: settled, holdsLesion: holdsLesion)
  }

  /// The courses of hearts that a case leaves possible: untreated, and after the operation that suits best.
  func courses(
    of posterior: Posterior, _ plans: [TreatmentPlan], _ judgement: Judgement, _ settings: AssessmentSettings,
    progress: (Double) -> Bool
  ) -> [CourseForecast] {
    guard settings.followedDraws > 0 else { return [] }
    var arms = [CourseArm(identifier: "untreated", title: "Do nothing", treatments: [])]
    if let operation = operation(among: plans, judgement) {
      let change = CourseChange.giving(
        operation, Arguments(standardOf: operation.arguments), at: presentation == .acute ? 1 : 30)
      arms.append(
        CourseArm(
          identifier: operation.identifier, title: operation.title,
          treatments: [CourseTreatment(title: operation.title, change: change)]))
    }
    return posterior.follow(
      arms, hearts: settings.followedDraws, for: settings.followedDays,
      start: { course(found: $0, beating: $1) }, progress: progress)
  }

  /// The first operation that a rule asks for, else the first that makes sense; nil where none does.
  private func operation(among plans: [TreatmentPlan], _ judgement: Judgement) -> Treatment? {
    let operations = plans.flatMap(\.parts).map(\.treatment).filter { $0.kind == .operation || $0.kind == .clip }
    return operations.first { operation in
      judgement.recommendations(for: operation.identifier).contains { $0.rule.polarity == .perform }
    } ?? operations.first
  }
}
