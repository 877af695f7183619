// When a course ends: a circulation that no longer sustains life, and what may still be done within a day.

import Circulation
import Course
import Findings
import Lesions
import Quantities
import Testing
import Twin

@Suite struct EndTests {
  /// A freshly torn leaflet that is left to itself.
  private static let torn: HeartCourse = {
    var heart = HeartDefinition.healthyAdult
    LeakMechanism.flail.add(.squareCentimetres(0.6), to: &heart)
    var peaks = OrificePeaks()
    peaks[.flail] = 0.6
    heart.scaleOrifices(to: peaks)
    var course = HeartCourse(lesion: heart, in: .reference)
    course.progression = .natural()
    return course
  }()

  private static let months = Array(stride(from: 0, through: 15 * OneHole.year, by: 30))

  private func index(_ point: CoursePoint) -> Double { point.beat.now.output / Body.reference.bodySurface }

  @Test func aTornLeafletLeftToItselfEndsTheCourseAndNothingIsSeenAfterIt() throws {
    var course = Self.torn
    let points = course.run(Self.months)
    let end = try #require(course.end)
    #expect((OneHole.year...12 * OneHole.year).contains(end.days), "\(end.days) days")
    #expect(try #require(points.last).days <= end.days)
    #expect(points.count < Self.months.count)
    for point in points where point.days < end.days - CourseEnd.grace {
      #expect(index(point) >= 1.2 && (index(point) >= 1.8 || point.beat.now.arterialPressure >= 50))
    }
    let value = try #require(end.value)
    #expect(end.cause == .pressure ? value < CourseEnd.leastPressure : value < CourseEnd.leastIndex)
  }

  /// The same heart is made half as strong again: within the day it lives on, after it that comes too late.
  @Test(arguments: [(-0.5, true), (0.5, false)])
  func whatIsDoneWithinADaySavesAndLaterDoesNot(_ offset: Double, _ isSaved: Bool) throws {
    var alone = Self.torn
    _ = alone.run(Self.months)
    let end = try #require(alone.end)
    let help = CourseChange(days: end.days + offset) { $0.edit { $0.scaleStrength(1.5) } }
    var helped = Self.torn
    let points = helped.run(Self.months.filter { $0 < end.days } + [end.days + 20], changes: [help])
    #expect((helped.end == nil) == isSaved)
    #expect((try #require(points.last).days > end.days) == isSaved)
  }

  @Test func aHealthyHeartLivesToTheLastDay() {
    var course = HeartCourse(lesion: .healthyAdult, in: .reference)
    #expect(course.run([0, OneHole.year, 30 * OneHole.year]).count == 3)
    #expect(course.end == nil)
  }

  @Test func theTimelineSaysWhyAndWhen() throws {
    let timeline = CourseTimeline(Self.torn, in: .reference, for: 15 * OneHole.year)
    let end = try #require(timeline.end)
    let told = try #require(timeline.moments.last?.events.last)
    #expect(told.kind == .ended && told.day == end.days && told.value == end.value)
    #expect(told.finding == (end.cause == .pressure ? .MAP : .CI))
    #expect(timeline.moments.allSatisfy { $0.days <= end.days })
    #expect(timeline.moments.dropLast().allSatisfy { moment in moment.events.allSatisfy { $0.kind != .ended } })
  }
}
