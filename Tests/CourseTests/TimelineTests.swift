// What is told of a course, and when.

import Circulation
import Course
import Findings
import Quantities
import Testing
import Treatments
import Twin

@Suite struct TimelineTests {
  private static let severe = CourseTimeline(
    HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference), in: .reference, for: 12 * OneHole.year)

  private func days(_ kind: CourseEvent.Kind, in timeline: CourseTimeline = severe) -> [Double] {
    timeline.moments.filter { $0.events.contains { $0.kind == kind } }.map(\.days)
  }

  @Test func theStoryOfASevereLeakIsToldInItsOrder() throws {
    #expect(days(.congestion).first == 0)
    let relief = try #require(days(.relief).first)
    #expect((30...365).contains(relief))
    let worn = try #require(days(.systolicSizeLarge).first)
    let decompensated = try #require(days(.decompensated).first)
    #expect(days(.decompensated).count == 1)
    #expect(decompensated > 3 * OneHole.year && decompensated >= worn)
    #expect(try #require(days(.ejectionLow).first) > 3 * OneHole.year)
    #expect(Self.severe.end == nil)
  }

  @Test func whatHappensIsListed() {
    let listed = Self.severe.listed.map(\.days)
    for moment in Self.severe.moments where !moment.events.isEmpty { #expect(listed.contains(moment.days)) }
    for day in [0.0, 1, 5, OneHole.year, 2 * OneHole.year, 12 * OneHole.year] { #expect(listed.contains(day)) }
  }

  @Test func aTreatmentIsSeenBeforeAndAfter() throws {
    let repair = Treatment.leafletRepair
    let given = CourseTreatment(
      title: repair.title, change: .giving(repair, Arguments(standardOf: repair.arguments), at: OneHole.year))
    let timeline = CourseTimeline(
      HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference), in: .reference, for: 3 * OneHole.year,
      treatments: [given])
    let sides = timeline.moments.filter { $0.days == OneHole.year }
    #expect(sides.map(\.side) == [.before, .after])
    #expect(try #require(sides[0].findings[.RVol]) > 80)
    #expect(try #require(sides[1].findings[.RVol]) < 10, "a small rest remains")
    #expect(sides[1].events.contains { $0.kind == .treated && $0.treatment == repair.title })
    #expect(sides[1].events.contains { $0.kind == .wayOutGone })
    let later = timeline.listed.map(\.days)
    for day in [5, 182.625, 365.25] { #expect(later.contains(OneHole.year + day)) }
  }

  @Test func aTreatmentOnTheFirstDayHasItsBefore() {
    let repair = Treatment.leafletRepair
    let given = CourseTreatment(
      title: repair.title, change: .giving(repair, Arguments(standardOf: repair.arguments), at: 0))
    let timeline = CourseTimeline(
      HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference), in: .reference, for: 5, treatments: [given])
    #expect(timeline.moments.prefix(2).map(\.side) == [.before, .after])
  }

  /// The flail registry: 30 ± 12 % in ten years (Ling 1996). A torn leaflet of 0.4 cm² has an atrium of the size that
  /// such patients had before repair (56 ± 28 mL/m², Stassen 2022).
  @Test func theRiskOfFibrillationIsThatOfTheRegistry() throws {
    var heart = HeartDefinition.healthyAdult
    heart.mitralValve.leakArea = .squareCentimetres(0.4)
    let timeline = CourseTimeline(
      HeartCourse(lesion: heart, in: .reference), in: .reference, for: 10 * OneHole.year)
    let last = try #require(timeline.moments.last)
    #expect((45...70).contains(try #require(last.findings[.LAVI])), "LAVI \(last.findings[.LAVI] ?? 0)")
    #expect((0.18...0.42).contains(last.fibrillationRisk), "\(last.fibrillationRisk)")
    let healthy = CourseTimeline(
      HeartCourse(lesion: .healthyAdult, in: .reference), in: .reference, for: 10 * OneHole.year)
    #expect(try #require(healthy.moments.last).fibrillationRisk < 0.12)
  }
}
