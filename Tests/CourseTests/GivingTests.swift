// Treatments in a course: what begins, ends and does nothing.

import Circulation
import Course
import Findings
import Lesions
import Quantities
import Testing
import Treatments

@Suite struct GivingTests {
  private func given(_ treatment: Treatment, at day: Double) -> CourseChange {
    .giving(treatment, Arguments(standardOf: treatment.arguments), at: day)
  }

  @Test func anInfusionEndsWithTheOperationThatItBridgesTo() throws {
    var bridged = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    let points = bridged.run([1, 2, 9], changes: [given(.nitroprusside, at: 1), given(.leafletRepair, at: 2)])
    var alone = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    let repaired = alone.run([1, 2, 9], changes: [given(.leafletRepair, at: 2)])
    try #require(points.count == 3 && repaired.count == 3)
    #expect(Reading(points[0])[.MAP] < Reading(repaired[0])[.MAP] - 5, "while it runs pressure is lower")
    let (a, b) = (Reading(points[2])[.MAP], Reading(repaired[2])[.MAP])
    #expect((a / b - 1).magnitude < 0.02, "a week after the operation \(a) and \(b)")
  }

  @Test func nothingCarriesForLongerThanTwoWeeks() throws {
    var course = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    let points = course.run([13, 45], changes: [given(.nitroprusside, at: 0)])
    var without = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    let plain = without.run([13, 45])
    try #require(points.count == 2 && plain.count == 2)
    #expect(Reading(points[0])[.SVR] < 0.9 * Reading(plain[0])[.SVR])
    #expect((Reading(points[1])[.SVR] / Reading(plain[1])[.SVR] - 1).magnitude < 0.03)
  }

  @Test func aShockInSinusRhythmDoesNothingThenOrLater() throws {
    var course = HeartCourse(lesion: .healthyAdult, in: .reference)
    let points = course.run([1, 60], changes: [given(.cardioversion, at: 2)])
    try #require(points.count == 2)
    #expect((Reading(points[1])[.A] / Reading(points[0])[.A] - 1).magnitude < 0.005)
  }

  @Test func aProsthesisDoesNotCatchTheValvesDisease() throws {
    var course = HeartCourse(lesion: .healthyAdult(hole: 0.4), in: .reference)
    course.progression = .natural(isRheumatic: true)
    let points = course.run([2, 9 * OneHole.year], changes: [given(.replacementMechanical, at: 1)])
    try #require(points.count == 2)
    #expect(abs(Reading(points[0])[.MVA] - Reading(points[1])[.MVA]) < 1e-9)
  }

  /// PROVE-HF: EDV −14 % in a year on an ARNI, MERIT-HF: −16 % on a beta-blocker.
  @Test func drugsShrinkAVentricleThatFailedFirstAndHardlyOneThatItsValveOverloads() throws {
    func change(_ treatment: Treatment, _ start: HeartCourse) throws -> Double {
      var (with, without) = (start, start)
      let treated = try #require(with.run([OneHole.year], changes: [given(treatment, at: 0)]).last)
      let plain = try #require(without.run([OneHole.year]).last)
      return Reading(treated)[.LVEDV] / Reading(plain)[.LVEDV] - 1
    }
    var failing = HeartDefinition.healthyAdult
    failing.growLeftVentricle(area: 1.3)
    failing.leftVentricle.activeStress *= 0.6
    failing.septum.activeStress *= 0.6
    failing.bloodVolume *= 1.1
    failing.pericardium.referenceVolume *= 1.4
    LeakMechanism.tethering.leak(.squareCentimetres(0.1), in: &failing)
    let wide = HeartCourse(found: failing, beating: failing.settled(), in: .reference, isAcute: false)
    var primary = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    _ = primary.run([OneHole.year])
    let drugs = [try change(.arni, wide), try change(.betaBlocker, wide)]
    #expect(drugs.allSatisfy { (-0.24...(-0.05)).contains($0) }, "\(drugs)")
    let overloaded = try change(.aceInhibitor, primary)
    #expect(overloaded.magnitude < 0.06, "a primary leak: \(overloaded)")
  }
}
