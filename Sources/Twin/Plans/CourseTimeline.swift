// A course as a doctor would follow it: the heart examined on many days, what happened, and what is worth telling.
//
// The heart is examined densely (hours, then days, then fortnights, then months, and anew after every treatment), so
// that nothing that comes and goes is missed; the days that are shown are a few of these.

import Circulation
import Course
import Findings
import Instruments
import Quantities

/// A treatment that begins in a course.
public struct CourseTreatment: Sendable {
  /// As printed: "Repair".
  public let title: String
  public let change: CourseChange

  public init(title: String, change: CourseChange) {
    self.title = title
    self.change = change
  }
}

/// One examination in a course.
public struct CourseMoment: Sendable {
  /// Of a moment at which something is done there are two: before and after.
  public enum Side: Sendable, Equatable { case before, after }

  /// Since the course began.
  public let days: Double
  /// Nil on ordinary days.
  public let side: Side?
  /// Whether the moment belongs into a table; the others are between.
  public let isListed: Bool
  /// The heart as it beats: grown, driven by its reflexes, holding its blood.
  public let heart: HeartDefinition
  public let status: BeatStatus
  public let reading: BeatReading
  public internal(set) var events: [CourseEvent] = []
  /// The functional class that an exercise test on this day would give; nil where none was run.
  public internal(set) var functionalClass: FunctionalClass?
  /// Risk of atrial fibrillation since the course began that the size of the left atrium adds to that of age, 0…1.
  public internal(set) var fibrillationRisk = 0.0

  public var findings: FindingValues { reading.findings }
}

/// A course from its first day to its last.
public struct CourseTimeline: Sendable {
  public let moments: [CourseMoment]
  /// How it ended; nil when the heart lives to the last day.
  public let end: CourseEnd?

  /// Runs a course and examines it.
  ///
  /// - Parameters:
  ///   - start: the heart on its first day.
  ///   - days: how long to follow it.
  ///   - treatments: what is done, and when.
  ///   - extra: further days to examine, as for snapshots.
  ///   - passing: told the day of every step.
  public init(
    _ start: HeartCourse, in body: Body, for days: Double, treatments: [CourseTreatment] = [], extra: [Double] = [],
    passing: (Double) -> Void = { _ in }
  ) {
    var course = start
    var moments: [CourseMoment] = []
    var end: CourseEnd?
    let given = treatments.filter { $0.change.days <= days }.sorted { $0.change.days < $1.change.days }
    let schedule = CourseSchedule(days: days, treatments: given.map(\.change.days), extra: extra)

    func examine(_ visits: [CourseSchedule.Visit], side: CourseMoment.Side?, _ changes: [CourseChange]) {
      guard end == nil, !visits.isEmpty else { return }
      let points = course.run(visits.map(\.days), changes: changes, passing: passing)
      for (point, visit) in zip(points, visits) {
        var moment = CourseMoment(
          days: visit.days, side: visit.isTreatment ? side : nil, isListed: visit.isListed, heart: point.beat.heart,
          status: point.beat.isSteady ? point.beat.settled.status : .notPeriodic,
          reading: BeatReading(point.beat.settled.beat, of: point.beat.heart, bodySurface: body.bodySurface))
        if visit.isListed || visit.isTreatment {
          // Lungs get used to their pressure in two months.
          let test = ExerciseTest(
            of: point.resting.atRest(in: point.beat), lying: point.beat, body: body,
            isChronic: course.beganChronic || point.days > 60)
          moment.functionalClass = test.functionalClass
        }
        moments.append(moment)
      }
      if points.count < visits.count { end = course.end }
    }

    var visits = schedule.visits[...]
    while let first = visits.first {
      let next = visits.firstIndex { $0.isTreatment && $0.days >= first.days } ?? visits.endIndex
      let stop = min(next + 1, visits.endIndex)
      examine(Array(visits[..<stop]), side: .before, [])
      if next < visits.endIndex {
        let visit = visits[next]
        let now = given.filter { CourseSchedule.isSame($0.change.days, visit.days) }
          .map { $0.change.moved(to: visit.days) }
        examine([visit], side: .after, now)
      }
      visits = visits[stop...]
    }
    self.moments = CourseStory(sex: body.sex, treatments: given).told(moments, end: end)
    self.end = end
  }

  /// The moments for a table: those listed, and those at which something happened.
  public var listed: [CourseMoment] { moments.filter { $0.isListed || !$0.events.isEmpty } }

  /// The last examination at or before a day; after what was done on it.
  public func moment(at day: Double) -> CourseMoment? { moments.last { $0.days <= day + 1e-6 } }
}

/// The days on which a course is examined.
struct CourseSchedule {
  struct Visit {
    let days: Double
    var isListed: Bool
    var isTreatment: Bool
  }

  private(set) var visits: [Visit] = []

  /// Whether two days are one: times come from different units, and their last digits differ.
  static func isSame(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-6 }

  private static let year = 365.25
  private static let month = 30.4375

  init(days: Double, treatments: [Double], extra: [Double]) {
    var all: [Visit] = []
    func add(_ day: Double, listed: Bool, treatment: Bool = false) {
      if day <= days { all.append(Visit(days: day, isListed: listed, isTreatment: treatment)) }
    }
    for start in [0] + treatments {
      for day in [0.25, 0.5, 1, 2, 3, 4, 5, 7, 10, 14, 21] { add(start + day, listed: false) }
      for fortnight in 2...24 { add(start + 0.5 * Self.month * Double(fortnight), listed: false) }
    }
    for day in stride(from: Self.year, through: days, by: Self.month) { add(day, listed: false) }
    for day in [0, 1, 5, Self.month, 3 * Self.month, 6 * Self.month] { add(day, listed: true) }
    for day in stride(from: Self.year, through: days, by: Self.year) { add(day, listed: true) }
    for day in treatments {
      add(day, listed: true, treatment: true)
      for later in [5, 6 * Self.month, Self.year] { add(day + later, listed: true) }
    }
    for day in extra { add(day, listed: true) }
    add(days, listed: true)
    for visit in all.sorted(by: { $0.days < $1.days }) {
      if let last = visits.last, Self.isSame(visit.days, last.days) {
        visits[visits.count - 1].isListed = last.isListed || visit.isListed
        visits[visits.count - 1].isTreatment = last.isTreatment || visit.isTreatment
      } else {
        visits.append(visit)
      }
    }
  }
}
