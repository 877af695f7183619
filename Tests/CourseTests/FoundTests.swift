// A patient as found: in balance until something is done.

import Circulation
import Course
import Findings
import Instruments
import Quantities
import Testing
import Treatments
import Twin

@Suite struct FoundTests {
  private struct Patient {
    let body: Body
    let heartRate: Double
    let targets: [Target]
  }

  /// The means of published series, as in cases/flail-leaflet.yaml and cases/functional-dilated.yaml.
  private static let patients = [
    Patient(
      body: Body(age: 65, sex: .male, height: 175, weight: 78), heartRate: 88,
      targets: [
        Target(.LVEDV, 172, standardError: 15), Target(.LVEF, 66, standardError: 5),
        Target(.FSV, 57, standardError: 6), Target(.SVR, 1226, standardError: 150),
        Target(.LVEDP, 11.4, standardError: 3), Target(.EROA, 0.4, standardError: 0.08),
        Target(.RVol, 66, standardError: 12),
      ]),
    Patient(
      body: Body(age: 70, sex: .male, height: 173, weight: 78), heartRate: 68,
      targets: [
        Target(.LVEDV, 211, standardError: 20), Target(.LVEF, 31, standardError: 4),
        Target(.EROA, 0.25, standardError: 0.04),
      ]),
  ]

  private func course(_ patient: Patient) throws -> HeartCourse {
    var start = HeartDefinition.healthy(for: patient.body)
    start.heartRate = .perMinute(patient.heartRate)
    let fit = try HeartFit(
      start: start, body: patient.body, targets: patient.targets, disease: KnownDisease(isAcute: false),
      suspectsLeak: true
    ).run()
    return HeartCourse(
      found: fit.definition, beating: fit.heart, in: patient.body, isAcute: false)
  }

  @Test func anUntreatedPatientStaysAsFoundForAMonth() throws {
    for patient in Self.patients {
      var course = try course(patient)
      let points = course.run([0, 30]).map { Reading($0, in: patient.body) }
      try #require(points.count == 2)
      #expect((points[1][.LVEDV] / points[0][.LVEDV] - 1).magnitude < 0.01)
      #expect((points[1][.LVEF] - points[0][.LVEF]).magnitude < 1)
      #expect((points[1][.LAPmean] - points[0][.LAPmean]).magnitude < 0.5)
    }
  }

  @Test func repairLetsTheVentricleShrinkThatTheLeakHadEnlarged() throws {
    var course = try course(Self.patients[0])
    let before = Reading(try #require(course.run([0]).first), in: Self.patients[0].body)
    let repair = CourseChange.giving(.leafletRepair, Arguments(standardOf: Treatment.leafletRepair.arguments), at: 0)
    let after = course.run([0, OneHole.year], changes: [repair]).map { Reading($0, in: Self.patients[0].body) }
    #expect(after[1][.LVEDV] < after[0][.LVEDV] - 10)
    #expect(after[1][.LVEDV] < 0.85 * before[.LVEDV])
    #expect(after[1][.LVEF] > after[0][.LVEF] + 3)
  }
}
