// The repairs in docs/course.md are those of the code. `MITRAL_WRITE_DOCS=1 ./test --only unit` writes them anew.

import Circulation
import Course
import Findings
import Foundation
import Quantities
import Testing
import Treatments

@Suite struct CoursePageTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/course.md")

  @Test func theRepairsOfThePageOfTheCourseAreUpToDate() throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- repairs -->\n"))
    let end = try #require(text.range(of: "<!-- /repairs -->"))
    let table = try Self.repairs.joined(separator: "\n")
    let renewed = text[..<begin.upperBound] + table + "\n" + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["MITRAL_WRITE_DOCS"] == "1" {
      try String(renewed).write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(text == renewed, "renew it with MITRAL_WRITE_DOCS=1 if results were meant to change")
    }
  }

  /// Figures before, at once, on day 5 and after a year.
  private static var repairs: [String] {
    get throws {
      let figures: [(format: String, of: (Reading) -> Double)] = [
        ("%.0f", { $0[.LVEF] }), ("%.0f", { $0[.LVEDVi] }), ("%.0f", { $0[.LVESVi] }), ("%.0f", { $0[.LAVI] }),
        ("%.0f", { muscle($0.point.beat.heart) }), ("%.1f", { $0[.CI] }),
      ]
      let rows = try [1, 5, 10].map { years in
        let course = try RepairedHeart(at: Double(years) * OneHole.year)
        let cells = figures.map { figure in
          course.all.map { String(format: figure.format, figure.of($0)) }.joined(separator: ", ")
        }
        return "| \(years) y | \(cells.joined(separator: " | ")) |"
      }
      return [
        "| repaired at | EF % | EDV mL/m² | ESV mL/m² | LA mL/m² | muscle g/m² | CI L/min/m² |",
        "|---|---|---|---|---|---|---|",
      ] + rows
    }
  }

  /// Muscle of the left ventricle and the septum, g/m² (1.05 g/mL).
  private static func muscle(_ heart: HeartDefinition) -> Double {
    1.05 * (heart.leftVentricle.wallVolume.millilitres + heart.septum.wallVolume.millilitres)
      / Body.reference.bodySurface
  }
}
