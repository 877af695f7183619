// Where a course begins, and what it is asked for: times and treatments from the command line, the heart from the case.

import ArgumentParser
import Cases
import Circulation
import Course
import Findings
import Lesions
import Quantities
import Reports
import Treatments
import Twin

/// Times on the command line.
enum CourseTimes {
  static func duration(_ text: String, option: String) throws -> TimeSpan {
    if text == "0" { return TimeSpan(seconds: 0) }
    guard let span = TimeSpan(text) else {
      throw ValidationError("'\(text)' is no duration for \(option); allowed: \(TimeSpan.allowed)")
    }
    return span
  }

  /// The treatments before the `@`, and the day after it.
  static func treatment(_ text: String, within length: TimeSpan) throws -> (words: String, days: Double) {
    guard let at = text.lastIndex(of: "@"), at > text.startIndex else {
      throw ValidationError("'\(text)' for --treat does not say when; write TREATMENT@TIME, as repair@2y")
    }
    let span = try duration(String(text[text.index(after: at)...]), option: "--treat \(text)")
    guard span.seconds <= length.seconds else {
      throw ValidationError("--treat \(text) would begin after the end of the course (--for \(length))")
    }
    return (String(text[..<at]), span.days)
  }

  /// The day before the colon, and the file after it.
  static func snapshot(_ text: String, within length: TimeSpan) throws -> (days: Double, file: String) {
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex else {
      throw ValidationError("'\(text)' for --snapshot does not name a file; write TIME:FILE.yaml, as 5d:acute.yaml")
    }
    let span = try duration(String(text[..<colon]), option: "--snapshot \(text)")
    guard span.seconds <= length.seconds else {
      throw ValidationError("--snapshot \(text) lies after the end of the course (--for \(length))")
    }
    return (span.days, String(text[text.index(after: colon)...]))
  }
}

/// A treatment of the command line.
struct GivenInCourse {
  let days: Double
  let choice: TreatmentChoice
  let planned: CourseTreatment

  /// Ends with status 65 when the treatment or its dose is not known.
  init(_ text: String, within length: TimeSpan) throws {
    let (words, days) = try CourseTimes.treatment(text, within: length)
    do {
      choice = try CaseVocabulary.known.treatment(words, option: "--treat")
    } catch {
      CaseSource.complain(error.description)
      throw CaseSource.badInput
    }
    guard let treatment = TreatmentCatalogue.find(choice.kind) else {
      let known = TreatmentCatalogue.all.map(\.identifier).joined(separator: ", ")
      CaseSource.complain("--treat: '\(choice.kind)' is not simulated by this version. Treatments: \(known).")
      throw CaseSource.badInput
    }
    self.days = days
    let doses = choice.parameters.map(\.quantity.description).joined(separator: ", ")
    planned = CourseTreatment(
      title: treatment.title + (doses.isEmpty ? "" : ", " + doses),
      change: .giving(treatment, choice.arguments(treatment.arguments), at: days))
  }
}

/// The heart on the first day of its course.
struct CourseStart {
  enum Kind {
    /// A healthy body's heart on the day the lesion came.
    case lesion
    /// A heart as found by measurements, or as a case states it grown.
    case found(isAcute: Bool)
  }

  let course: HeartCourse
  let kind: Kind
  let isHeld: Bool

  /// Fits the patient where there are measurements. Ends with status 1 when no heart beats so.
  ///
  /// A stated heart with settings of its own is taken as found when the case says `presentation`: the settings are then
  /// what the disease has made of it. Without, they are how this person was before the lesion. A heart whose valve
  /// leaks because ventricle or ring are wide is always taken as found: it was wide first.
  init(_ patient: Case, file: String, holdsLesion: Bool) throws {
    let heart: HeartDefinition
    let isFound: Bool
    if patient.canBeFitted {
      do {
        heart = try patient.fitted().definition
      } catch {
        CaseSource.complain("\(file): no heart was found that beats with these measurements.")
        throw CaseSource.cannotSimulate
      }
      isFound = true
    } else {
      try CaseSource.demandSimulated(patient, file)
      heart = patient.statedHeart(from: patient.healthyHeart)
      let isFunctional = patient.lesions.contains { LesionCatalogue.find($0.kind)?.mechanism.isFunctional ?? false }
      isFound = isFunctional || patient.statesGrownHeart
    }
    let isAcute = patient.presentation == .acute
    var course: HeartCourse
    if isFound {
      let settled = heart.settled()
      guard settled.status == .periodic else {
        CaseSource.complain("\(file): this heart cannot be simulated: \(heart.likelyFault).")
        throw CaseSource.cannotSimulate
      }
      course = HeartCourse(
        found: heart, beating: settled, in: patient.body, isAcute: isAcute, hasHeartFailure: patient.hasFailed)
    } else {
      course = HeartCourse(lesion: heart, in: patient.body)
    }
    if !holdsLesion {
      course.progression = .natural(isRheumatic: patient.isRheumatic)
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
    kind = isFound ? .found(isAcute: isAcute) : .lesion
    isHeld = holdsLesion
  }

  /// How the course begins, in sentences.
  var words: String {
    let lesion =
      isHeld ? "The valve itself is held as it is." : "The valve gets worse at the natural rate of its disease."
    return switch kind {
    case .lesion: "It begins on the day the lesion comes, with the body's reflexes. " + lesion
    case .found(isAcute: true): "It begins with the heart as found, acutely ill: nothing has grown yet. " + lesion
    case .found(isAcute: false): "It begins with the heart as found, in balance with its leak. " + lesion
    }
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
