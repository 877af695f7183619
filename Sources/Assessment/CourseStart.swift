// Where a case's course begins: the heart on its first day.

import Cases
import Circulation
import Course
import Findings
import Lesions
import Guidelines
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
  /// A stated heart with settings of its own is taken as found when the case says `presentation`: the settings are then
  /// what the disease has made of it. Without, they are how this person was before the lesion. A heart whose valve
  /// leaks because ventricle or ring are wide is always taken as found: it was wide first.
  ///
  /// - Parameter holdsLesion: the valve itself stays as it is.
  public init(_ patient: Case, holdsLesion: Bool) throws(Failure) {
    let heart: HeartDefinition
    let isFound: Bool
    if patient.canBeFitted {
      do {
        heart = try patient.fitted().definition
      } catch {
        throw .cannotBeFitted
      }
      isFound = true
    } else {
      heart = patient.statedHeart(from: patient.healthyHeart)
      let isFunctional = patient.lesions.contains { LesionCatalogue.find($0.kind)?.mechanism.isFunctional ?? false }
      isFound = isFunctional || patient.statesGrownHeart
    }
    var course: HeartCourse
    if isFound {
      let settled = heart.settled()
      guard settled.status == .periodic else { throw .doesNotBeat(heart) }
      course = patient.course(found: heart, beating: settled, holdsLesion: holdsLesion)
    } else {
      course = HeartCourse(lesion: heart, in: patient.body)
      if !holdsLesion { course.progression = .natural(isRheumatic: patient.isRheumatic) }
    }
    // What a stated heart already takes shows in its beat; what it does later begins now.
    if !patient.canBeFitted {
      for choice in patient.treatments {
        if let treatment = TreatmentCatalogue.find(choice.kind) {
          course.carryOn(treatment, choice.arguments(treatment.arguments))
        }
      }
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
    var course = HeartCourse(
      found: heart, beating: settled, in: body, isAcute: presentation == .acute, hasHeartFailure: hasFailed)
    if !holdsLesion { course.progression = .natural(isRheumatic: isRheumatic) }
    return course
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

extension LeakMechanism {
  /// Whether the leaflets are sound.
  fileprivate var isFunctional: Bool { self == .tethering || self == .ring }
}

extension Case {
  fileprivate var isRheumatic: Bool {
    lesions.contains { LesionCatalogue.find($0.kind)?.isScarring ?? false } || signs.has(.rheumaticLeaflets)
  }
}
