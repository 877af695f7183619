// An assessment as a whole: what it concludes hangs together.

import Instruments
import Assessment
import Circulation
import Cases
import Course
import Findings
import Guidelines
import Lesions
import Testing
import Twin

private let day = CalendarDate(year: 2026, month: 6, day: 15)

private func assessed(_ text: String, isQuick: Bool = true) throws -> CaseAssessment {
  var settings = AssessmentSettings(today: try #require(day), isQuick: isQuick)
  settings.sampler.effectiveSamples = 200
  settings.sampler.convergence = 1.03
  settings.followedDraws = 2
  settings.followedDays = 365.25
  settings.treatedDraws = 4
  return try CaseAssessment(try patient(text), settings)
}

private let leaking = """
  patient: {age: 60, sex: male, height: 178 cm, weight: 80 kg}
  presentation: chronic
  rhythm: sinus
  findings:
    HR: 70 /min
    SBP: {value: 128 mmHg, by: cuff}
    DBP: {value: 76 mmHg, by: cuff}
    LVEDV: {value: 190 mL, by: mri}
    LVESV: {value: 78 mL, by: mri}
    FSV: {value: 68 mL, by: mri}
    EROA: {value: 0.30 cm2, by: pisa}
    flail: true
  """

@Suite struct AssessmentTests {
  @Test func gradeProbabilitiesAddUpToOneAndFollowTheLeak() throws {
    let moderate = try assessed(leaking)
    let chances = try #require(moderate.grades)
    #expect(abs(SeverityGrade.allCases.reduce(0) { $0 + chances[$1] } - 1) < 1e-12)
    let worse = leaking.replacing("FSV: {value: 68", with: "FSV: {value: 40").replacing("0.30 cm2", with: "0.75 cm2")
    let severe = try #require(try assessed(worse).grades)
    #expect(severe[.severe] > 0.9 && severe[.severe] > chances[.severe] + 0.2, "\(severe) after \(chances)")
  }

  @Test func quickAndFullAgree() throws {
    let quick = try assessed(leaking)
    let full = try assessed(leaking, isQuick: false)
    let (a, b) = (try #require(quick.grades), try #require(full.grades))
    for grade in SeverityGrade.allCases {
      #expect(abs(a[grade] - b[grade]) < 0.2, "\(grade): \(a[grade]) and \(b[grade])")
    }
    #expect(quick.heart == full.heart && quick.severity.grade == full.severity.grade)
    #expect(quick.forecasts.isEmpty && quick.courses.isEmpty)
    #expect(full.forecasts.count == full.treatments.count && full.courses.count == 2)
    let closed = try #require(full.forecasts.first { $0.identifier == "repair" })
    #expect(try #require(closed.change[.RVol]).ninety.upperBound < -20)
    let after = full.courses.map { $0.moments.last?.findings[.LVEDV]?.median ?? 0 }
    #expect(after[1] < after[0] - 10, "\(after)")
  }

  @Test func aHeartWithoutThePatientsLeakIsNotTreated() throws {
    let told = try assessed("findings: {LVEF: 60 %, rheumaticLeaflets: true}", isQuick: false)
    #expect(!told.isPatients && told.treatments.count == 1 && told.forecasts.isEmpty && told.courses.isEmpty)
    #expect(try assessed(leaking).isPatients)
  }

  @Test func nineteenHeartsHoldNineTenthsOfAll() {
    #expect(CourseForecast.held(by: AssessmentSettings(today: day!).followedDraws) == 0.9)
    var random = RandomNumbers(seed: 7)
    let trials = 4000
    let inside = (0..<trials).count { _ in
      let range = FollowedRange((0..<19).map { _ in random.normal() }).range
      return range.contains(random.normal())
    }
    // Four standard errors of a share of nine tenths.
    #expect(abs(Double(inside) / Double(trials) - 0.9) < 4 * (0.09 / Double(trials)).squareRoot())
  }

  /// Against steps of a week: all that is told of the years but pressures, which live from beat to beat.
  @Test func fewerStepsTellTheSameYears() throws {
    let case_ = try patient(leaking)
    var course = try CourseStart(case_, holdsLesion: false).course
    let fine = CourseTimeline(course, in: case_.body, for: 5 * 365.25)
    course.stepScale = CourseForecast.stepScale
    let coarse = CourseTimeline(course, in: case_.body, for: 5 * 365.25)
    #expect(fine.moments.count == coarse.moments.count)
    for (a, b) in zip(fine.moments, coarse.moments) {
      for id in [FindingID.LVEDV, .LVESV, .LVEF, .LAVI, .RVol] {
        let (x, y) = (try #require(a.findings[id]), try #require(b.findings[id]))
        #expect(abs(x - y) < 0.01 * x, "\(id) on day \(a.days): \(x) and \(y)")
      }
    }
  }

  @Test func aFunctionalLeakIsToldFromAPrimaryOneBySignsAndVentricle() throws {
    let primary = try assessed(leaking)
    #expect(primary.mechanisms.first?.mechanism == .flail)
    let functional = try assessed(
      """
      patient: {age: 70, sex: male}
      findings: {LVEF: 28 %, LVEDV: 240 mL, EROA: 0.25 cm2, SBP: 110 mmHg, DBP: 70 mmHg, tenting: true}
      """)
    #expect(functional.mechanisms.first?.mechanism == .tethering)
    #expect(functional.mechanisms.allSatisfy { $0.mechanism == .tethering || $0.mechanism == .ring })
    let drugs = functional.treatments.map(\.identifier)
    #expect(drugs.contains("arni") && !drugs.contains("repair"), "\(drugs)")
  }

  @Test func withoutALeakNoneIsInvented() throws {
    let healthy = try assessed("findings: {SBP: 120 mmHg, DBP: 75 mmHg, LVEDV: 130 mL, LVEF: 62 %}")
    #expect(healthy.grades == nil && !healthy.searchedLeak && healthy.severity.grade == nil)
    #expect((healthy.reading.findings[.RVol] ?? 0) < 2)
  }

  @Test func aStatedHeartIsTakenAsItStands() throws {
    let stated = try assessed("lesions: [{kind: flail-leaflet, orificeArea: 0.45 cm2}]")
    #expect(stated.fit == nil && stated.posterior == nil && stated.grades == nil)
    #expect(stated.treatments.count > 1 && (stated.reading.findings[.EROA] ?? 0) > 0.3)
  }

  @Test func whatNoHeartExplainsIsRefusedWithTheConflictAndTheGradeOfTheFindings() throws {
    let impossible = """
      findings:
        LVEDV: {value: 95 mL, by: mri}
        LVEF: {value: 60 %, by: mri}
        FSV: {value: 120 mL, by: mri}
        RVol: {value: 150 mL, by: mri}
        SBP: 120 mmHg
      """
    do {
      _ = try assessed(impossible)
      Issue.record("a heart was found")
    } catch let failure as AssessmentFailure {
      guard case .irreconcilable(let misses) = failure.reason else {
        Issue.record("\(failure.reason)")
        return
      }
      #expect(misses.allSatisfy { abs($0.zScore) >= 4 } && misses.count >= 1)
      #expect(failure.judgement.picture.severity.grade == .severe)
    }
  }

  @Test func oneMeasurementThatIsOffIsNoReasonToGiveUp() throws {
    let off = leaking.replacing("0.30 cm2", with: "0.85 cm2")
    #expect(try assessed(off).culprit?.finding == .EROA)
  }

  @Test func nothingThatABeatAnswersForIsNoHeart() throws {
    #expect(throws: AssessmentFailure.self) { try assessed("findings: {NTproBNP: 900 pg/mL, flail: true}") }
  }
}
