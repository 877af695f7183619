// What a course is asked for: times and treatments from the command line.

import Assessment
import ArgumentParser
import Cases
import Circulation
import Course
import Findings
import Lesions
import Quantities
import Reports
import Statements
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

extension CourseStart {
  /// The same, but ends with status 1 when no heart beats so, and says why.
  init(_ patient: Case, file: String, holdsLesion: Bool) throws {
    if !patient.canBeFitted { try CaseSource.demandSimulated(patient, file) }
    do {
      try self.init(patient, holdsLesion: holdsLesion)
    } catch {
      switch error {
      case .cannotBeFitted:
        CaseSource.complain("\(file): no heart was found that beats with these measurements.")
      case .doesNotBeat(let heart):
        CaseSource.complain("\(file): this heart cannot be simulated: \(heart.likelyFault).")
      }
      throw CaseSource.cannotSimulate
    }
  }
}
