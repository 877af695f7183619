// The figures of docs/lesions.md are those of the code. `MITRAL_WRITE_DOCS=1 ./test --only unit` writes them anew.

import Circulation
import Findings
import Foundation
import Lesions
import Quantities
import Testing
import Treatments

@Suite struct PageTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/lesions.md")

  @Test func theFiguresOfThePageOfLesionsAreUpToDate() throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    var renewed = text
    for (name, table) in [("parameters", Self.parameters), ("patterns", Self.patterns), ("loads", Self.loads)] {
      renewed = try Self.replacing(name, with: table, in: renewed)
    }
    if ProcessInfo.processInfo.environment["MITRAL_WRITE_DOCS"] == "1" {
      try renewed.write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(text == renewed, "renew it with MITRAL_WRITE_DOCS=1 if results were meant to change")
    }
  }

  /// The text with what stands between the marks of a table replaced.
  private static func replacing(_ name: String, with table: [String], in text: String) throws -> String {
    let begin = try #require(text.range(of: "<!-- \(name) -->\n"))
    let end = try #require(text.range(of: "<!-- /\(name) -->"))
    return text[..<begin.upperBound] + table.joined(separator: "\n") + "\n" + text[end.lowerBound...]
  }

  private static func plain(_ number: Double) -> String { String(format: "%g", number) }

  private static var parameters: [String] {
    ["| lesion | on | parameters: range (usual) |", "|---|---|---|"]
      + LesionCatalogue.all.map { lesion in
        let told = lesion.arguments.map {
          let unit = $0.unit.symbol == "1" ? "" : " \($0.unit.symbol)"
          return
            "`\($0.name)`: \($0.meaning), \(plain($0.range.lowerBound))–\(plain($0.range.upperBound))\(unit) (\(plain($0.standard)))"
        }
        return
          "| `\(lesion.identifier)` | \(lesion.fitsOtherValves ? "any valve" : "mitral") | \(told.joined(separator: "; ")) |"
      }
  }

  private static var patterns: [String] {
    [
      "| lesion | orifice at 5, 25, 50, 75 and 95 % of systole, share of its peak | RVol by thirds, % | RVol mL | EROA cm² | RVol/EROA cm | v mmHg | EDV mL | EF % |",
      "|---|---|---|---|---|---|---|---|---|",
    ]
      + LesionCatalogue.all.map { lesion in
        let heart = Leaking(lesion)
        let shares = [0.05, 0.25, 0.5, 0.75, 0.95].map {
          String(format: "%.2f", max(heart.orifice($0), 0) / heart.largest(0, 1).value)
        }
        let thirds = heart.thirds.map { String(format: "%.0f", 100 * $0) }
        let rest = String(
          format: "%.0f | %.2f | %.0f | %.0f | %.0f | %.0f", heart[.RVol], heart[.EROA], heart[.MRVTI], heart[.LAPv],
          heart[.LVEDV], heart[.LVEF])
        return
          "| `\(lesion.identifier)` | \(shares.joined(separator: " ")) | \(thirds.joined(separator: " ")) | \(rest) |"
      }
  }

  private static var loads: [String] {
    let changes: [@Sendable (Leaking) -> Leaking] = [
      { $0.on(.nitroprusside, dose: 1) }, { $0.on(.nitroglycerin, dose: 30) },
      { $0.after { $0.strengthen(1.3) } }, { $0.after { $0.resist(1.3) } }, { $0.after { $0.pool(300) } },
    ]
    return [
      "| lesion | nitroprusside 1 µg/kg/min | nitroglycerin 30 µg/min | contractility +30 % | resistance +30 % | 300 mL pooled |",
      "|---|---|---|---|---|---|",
    ]
      + LesionCatalogue.all.map { lesion in
        let heart = Leaking(lesion)
        let cells = changes.map { change -> String in
          let after = change(heart)
          return String(
            format: "%+.0f (%+.0f)", 100 * (after[.RVol] / heart[.RVol] - 1), 100 * (after[.EROA] / heart[.EROA] - 1)
          ).replacing("-", with: "−").replacing("(+0)", with: "(0)").replacing("(−0)", with: "(0)")
        }
        return "| `\(lesion.identifier)` | \(cells.joined(separator: " | ")) |"
      }
  }
}
