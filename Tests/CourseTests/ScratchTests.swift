import Circulation
import Course
import Findings
import Instruments
import Quantities
import Testing
import Twin

@Suite struct ScratchTests {
  @Test func scratch() throws {
    let body = Body(age: 65, sex: .male, height: 175, weight: 78)
    var start = HeartDefinition.healthy(for: body)
    start.heartRate = .perMinute(88)
    let fit = try HeartFit(start: start, bodySurface: body.bodySurface, targets: [
      Target(.LVEDV, 172, standardError: 15, method: "simpson"), Target(.LVEF, 66, standardError: 5, method: "simpson"), Target(.FSV, 57, standardError: 6, method: "thermodilution"), Target(.SVR, 1226, standardError: 150), Target(.LVEDP, 11.4, standardError: 3, method: "catheter"), Target(.EROA, 0.4, standardError: 0.08, method: "pisa"), Target(.RVol, 66, standardError: 12, method: "pisa")], isAcute: false, suspectsLeak: true).run()
    var course = HeartCourse(found: fit.definition, beating: fit.heart, in: body, isAcute: false)
    print("found", fit.reading.findings[.LVEDV]!, fit.reading.findings[.LVESV]!, fit.definition.leftVentricle.activeStress.kilopascals)
    print("law", course.law)
    for p in course.run([0, 5, 15, 30, 60, 90]) {
      let r = BeatReading(p.beat.settled.beat, of: p.beat.heart, bodySurface: body.bodySurface)
      print(p.days, r.findings[.LVEDV]!, r.findings[.LVESV]!, p.beat.bloodVolume, p.beat.drive, p.beat.heart.leftVentricle.activeStress.kilopascals, p.beat.heart.heartRate.perMinute)
      print("   ", p.remodelling)
    }
  }
}
