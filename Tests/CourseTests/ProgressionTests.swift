// The lesion's own way, and what the heart adds to it.

import Circulation
import Course
import Findings
import Lesions
import Quantities
import Testing

@Suite struct ProgressionTests {
  /// The healthy adult with a torn leaflet whose orifice peaks at an area.
  private func flail(_ area: Double) -> HeartDefinition {
    var heart = HeartDefinition.healthyAdult
    LeakMechanism.flail.add(.squareCentimetres(area), to: &heart)
    var peaks = OrificePeaks()
    peaks[.flail] = area
    heart.scaleOrifices(to: peaks)
    return heart
  }

  /// Organic regurgitation, 74 patients, 561 days: RVol +7.4 mL (5.1–9.7), RF +2.9 points (1.9–3.9), EROA +5.9 mm²
  /// (3.9–7.8) a year (Enriquez-Sarano 1999).
  @Test func aModerateFlailGrowsAsFastAsInPatients() throws {
    var course = HeartCourse(lesion: flail(0.29), in: .reference)
    let start = Reading(try #require(course.run([2 * OneHole.year]).last))
    #expect((0.25...0.3).contains(start[.EROA]), "EROA \(start[.EROA])")
    course.progression = .natural()
    let end = Reading(try #require(course.run([2 * OneHole.year + 561]).last))
    let years = 561 / OneHole.year
    let orifice = 100 * (end[.EROA] - start[.EROA]) / years
    let volume = (end[.RVol] - start[.RVol]) / years
    let fraction = (end[.RF] - start[.RF]) / years
    #expect((3.9...7.8).contains(orifice), "\(orifice) mm² a year")
    #expect((5.1...9.7).contains(volume), "\(volume) mL a year")
    #expect((1.9...3.9).contains(fraction), "\(fraction) points a year")
  }

  @Test func aLesionThatIsHeldMovesWithTheHeartAlone() throws {
    var course = HeartCourse(lesion: flail(0.29), in: .reference)
    let points = course.run([2 * OneHole.year, 4 * OneHole.year]).map { Reading($0) }
    #expect((points[1][.EROA] / points[0][.EROA] - 1).magnitude < 0.02)
  }

  @Test func aHoleDoesNotGrow() {
    var heart = HeartDefinition.healthyAdult(hole: 0.4)
    LeakProgression.natural().advance(&heart, days: 3652)
    #expect(heart.mitralValve.leakArea == .squareCentimetres(0.4))
    #expect(heart.mitralValve.openArea == HeartDefinition.healthyAdult.mitralValve.openArea)
  }

  /// −0.09 cm² a year (Sagie 1996); a grade in 10 % of patients over 4.2 years.
  @Test func rheumaticLeafletsNarrow() {
    var heart = HeartDefinition.healthyAdult(hole: 0.2)
    heart.mitralValve.openArea = .squareCentimetres(1.8)
    for _ in 0..<10 { LeakProgression.natural(isRheumatic: true).advance(&heart, days: 365.25) }
    #expect((heart.mitralValve.openArea.squareCentimetres - 0.9).magnitude < 1e-9)
    #expect((heart.mitralValve.leakArea.squareCentimetres - 0.224).magnitude < 1e-9)
  }

  /// A weak wide heart whose valve is tethered, and the same with a hole that leaks as much at first.
  @Test func functionalRegurgitationBegetsRegurgitation() throws {
    var tethered = HeartDefinition.healthyAdult
    LesionCatalogue.find("ventricular-dilatation")?.apply(
      &tethered, .mitral, Arguments(standardOf: Lesion.ventricularDilatation.arguments))
    var peaks = OrificePeaks()
    peaks[.functional] = 0.3
    tethered.scaleOrifices(to: peaks)
    func growth(_ heart: HeartDefinition) throws -> (first: Double, later: Double) {
      var course = HeartCourse(found: heart, beating: heart.settled(), in: .reference, isAcute: false)
      let points = course.run([0, 3 * OneHole.year]).map { Reading($0) }
      try #require(points.count == 2)
      return (points[0][.EROA], points[1][.EROA])
    }
    let moving = try growth(tethered)
    var holed = tethered
    holed.mitralLeaks.functional.area = .squareCentimetres(0)
    holed.mitralValve.leakArea = .squareCentimetres(moving.first)
    let fixed = try growth(holed)
    #expect(moving.later > moving.first * 1.1, "\(moving)")
    #expect((fixed.later / fixed.first - 1).magnitude < 0.01)
  }
}
