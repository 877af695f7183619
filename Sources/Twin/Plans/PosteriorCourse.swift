// What becomes of a patient, over the hearts that the measurements leave possible: some hearts, from the one that leaks
// least to the one that leaks most, each standing for an equal share of the posterior, are followed for years, untreated
// and treated.
//
// What is told is the median and the whole range of the hearts followed. Of n hearts drawn alike, one more lies between
// the least and the greatest with the probability (n − 1)/(n + 1), whatever the distribution (Wilks, Ann Math Stat
// 1941;12:91): nine tenths for 19 hearts.
//
// Heart and body grow in steps of half a month at most, two from each monthly examination to the next. Against steps of
// a week that moves no size by 1 % in five years (`fewerStepsTellTheSameYears`), and takes less than half the time.

import Circulation
import Course
import Findings
import Quantities

/// One way to go on: nothing, or treatments.
public struct CourseArm: Sendable {
  /// The treatment's identifier, or "untreated".
  public let identifier: String
  public let title: String
  public let treatments: [CourseTreatment]

  public init(identifier: String, title: String, treatments: [CourseTreatment]) {
    self.identifier = identifier
    self.title = title
    self.treatments = treatments
  }
}

/// What some hearts that were followed have in common.
public struct FollowedRange: Sendable, Equatable {
  public let median: Double
  /// From the least to the greatest.
  public let range: ClosedRange<Double>

  /// - Parameter values: at least one.
  public init(_ values: [Double]) {
    let sorted = values.sorted()
    median = Spread(sorted).median
    range = sorted[0]...sorted[sorted.count - 1]
  }
}

/// An arm over the posterior.
public struct CourseForecast: Sendable {
  /// One examination.
  public struct Moment: Sendable {
    /// Since the patient was found so.
    public let days: Double
    /// Of the hearts that still beat.
    public let findings: [FindingID: FollowedRange]
    /// Breathlessness of each heart that still beats, the least first.
    public let classes: [FunctionalClass]
    /// How many still beat.
    public let beating: Int
  }

  /// Something that happens, and to how many.
  public struct Event: Sendable, Equatable {
    public let kind: CourseEvent.Kind
    /// How many of the hearts it happens to.
    public let hearts: Int
    /// The first day on which it happens to any, and the last day on which it first happens to one.
    public let days: ClosedRange<Double>
  }

  public let identifier: String
  public let title: String
  /// How many hearts were followed.
  public let hearts: Int
  /// With which probability one more heart that fits lies within their range, 0…1.
  public var held: Double { Self.held(by: hearts) }
  public let moments: [Moment]
  /// In the order of their first days.
  public let events: [Event]
  /// The courses themselves, by rising leak at the beginning.
  public let timelines: [CourseTimeline]
}

extension CourseForecast {
  /// With which probability one more value lies between the least and the greatest of some that were drawn alike.
  public static func held(by count: Int) -> Double { Double(max(count - 1, 0)) / Double(count + 1) }

  /// How many times as long as usual the steps of a course are: half a month.
  package static let stepScale = 0.5 * 30.4375 / 7
}

extension Posterior {
  /// Follows hearts of the posterior.
  ///
  /// - Parameters:
  ///   - count: how many hearts, at even quantiles of `finding`.
  ///   - days: how long.
  ///   - start: the course of a heart on its first day.
  ///   - progress: called with the share of the way, 0…1; false ends it with what there is.
  public func follow(
    _ arms: [CourseArm], hearts count: Int, by finding: FindingID = .RVol, for days: Double,
    start: @Sendable (HeartDefinition, SettledHeart) -> HeartCourse, progress: (Double) -> Bool = { _ in true }
  ) -> [CourseForecast] {
    let sorted = draws.enumerated().sorted {
      let (a, b) = ($0.element.findings[finding] ?? 0, $1.element.findings[finding] ?? 0)
      return a == b ? $0.offset < $1.offset : a < b
    }
    let number = min(count, sorted.count)
    let chosen = (0..<number).map { sorted[(2 * $0 + 1) * sorted.count / (2 * number)].element }
    let body = model.body
    let work = chosen.indices.flatMap { heart in arms.indices.map { (heart, $0) } }
    var timelines: [CourseTimeline] = []
    // Some at a time, so that the way can be told; words of work that differ in length share the cores.
    let size = 8
    for first in stride(from: 0, to: work.count, by: size) {
      timelines += Parallel.map(Array(work[first..<min(first + size, work.count)])) { heart, arm in
        let draw = chosen[heart]
        var course = start(draw.definition, draw.definition.settled(from: draw.state))
        course.stepScale = CourseForecast.stepScale
        return CourseTimeline(course, in: body, for: days, treatments: arms[arm].treatments)
      }
      guard progress(Double(timelines.count) / Double(work.count)) else { break }
    }
    return arms.indices.map { arm in
      CourseForecast(
        arms[arm], zip(work, timelines).filter { $0.0.1 == arm && !$0.1.moments.isEmpty }.map(\.1))
    }
  }
}

extension CourseForecast {
  /// What is told of every examination.
  private static let told: [FindingID] = [
    .LVEDV, .LVESV, .LVEF, .LVIDs, .LAVI, .RVol, .RF, .FSV, .LAPmean, .PASP, .CI,
  ]

  init(_ arm: CourseArm, _ timelines: [CourseTimeline]) {
    identifier = arm.identifier
    title = arm.title
    hearts = timelines.count
    self.timelines = timelines
    // All are examined on the same days for as long as they beat; the longest tells of all.
    let longest = timelines.max { $0.moments.count < $1.moments.count }?.moments ?? []
    moments = longest.enumerated().filter { $0.element.isListed && $0.element.side != .before }.map { index, moment in
      let now = timelines.compactMap { $0.moments.count > index ? $0.moments[index] : nil }
      var findings: [FindingID: FollowedRange] = [:]
      for id in Self.told {
        let values = now.compactMap { $0.findings[id] }
        if !values.isEmpty { findings[id] = FollowedRange(values) }
      }
      let order = FunctionalClass.allCases
      let classes = now.compactMap(\.functionalClass).sorted {
        (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
      }
      return Moment(days: moment.days, findings: findings, classes: classes, beating: now.count)
    }
    events = Self.events(of: timelines)
  }

  private static func events(of timelines: [CourseTimeline]) -> [Event] {
    CourseEvent.Kind.allCases.compactMap { kind -> Event? in
      guard kind != .treated else { return nil }
      let firsts = timelines.compactMap { timeline in
        timeline.moments.first { moment in moment.events.contains { $0.kind == kind } }?.days
      }
      guard let least = firsts.min(), let most = firsts.max() else { return nil }
      return Event(kind: kind, hearts: firsts.count, days: least...most)
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
  }
}
