// The course that most tests look at: a hole of 0.57 cm² in the healthy adult's valve, held as it is for twelve years.

import Circulation
import Course
import Findings
import Instruments
import Lesions
import Quantities

/// A moment of a course, read.
struct Reading {
  let point: CoursePoint
  let findings: FindingValues

  init(_ point: CoursePoint, in body: Body = .reference) {
    self.point = point
    findings = BeatReading(point.beat.settled.beat, of: point.beat.heart, bodySurface: body.bodySurface).findings
  }

  subscript(_ finding: FindingID) -> Double { findings[finding] ?? .nan }
}

extension HeartDefinition {
  /// The healthy adult with a hole in the mitral valve.
  static func healthyAdult(hole area: Double) -> HeartDefinition {
    var heart = HeartDefinition.healthyAdult
    heart.mitralValve.leakArea = .squareCentimetres(area)
    return heart
  }
}

enum OneHole {
  static let year = 365.25
  static let days = [0, 5, 30, 91, 182, year, 3 * year, 5 * year, 10 * year, 12 * year]

  /// Readings by day.
  static let untreated: [Double: Reading] = course(hole: 0.57)

  static func course(hole area: Double, stepScale: Double = 1, changes: [CourseChange] = []) -> [Double: Reading] {
    var course = HeartCourse(lesion: .healthyAdult(hole: area), in: .reference)
    course.stepScale = stepScale
    var readings: [Double: Reading] = [:]
    for point in course.run(days, changes: changes) {
      readings[days.min { ($0 - point.days).magnitude < ($1 - point.days).magnitude } ?? 0] = Reading(point)
    }
    return readings
  }
}
