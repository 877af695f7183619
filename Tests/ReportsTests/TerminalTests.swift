import Pictures
import Circulation
import Instruments
import Findings
import Instruments
import Quantities
import Reports
import Testing

private let widths = [20, 33, 40, 57, 80, 109, 110, 132, 200]

private func tables(_ style: TerminalStyle) -> [String] {
  [
    TerminalTable.findings(Samples.reading.findings, sex: .female, style: style),
    TerminalTable.residuals(Samples.residuals, style: style),
    TerminalTable.parameters(Samples.parameters, style: style),
    BraillePlot.text(.pressures(Samples.leakingBeat), width: max(style.width, 24), height: 14, style: style),
  ] + (style.width < 40 ? [] : [TerminalTable.treatments(Samples.treatments, style: style)])
}

@Test func noLineIsWiderThanTheTerminal() {
  for width in widths {
    for colour in [false, true] {
      let style = TerminalStyle(width: width, colour: colour)
      for table in tables(style) {
        for line in table.split(separator: "\n") {
          let used = TerminalText.width(TerminalText.uncoloured(String(line)))
          #expect(used <= max(width, 24), "\(used) columns of \(width): \(line)")
        }
      }
    }
  }
}

@Test func plainTerminalsGetAsciiOnly() {
  for width in widths {
    for table in tables(TerminalStyle(width: width, unicode: false)) {
      #expect(table.utf8.allSatisfy { $0 < 0x80 }, "\(table)")
    }
  }
}

@Test func coloursAreUsedOnlyWhenAskedFor() {
  for table in tables(TerminalStyle(width: 100)) { #expect(!table.contains("\u{1B}")) }
  let coloured = tables(TerminalStyle(width: 100, colour: true))
  #expect(coloured.contains { $0.contains("\u{1B}[") })
  #expect(coloured.map(TerminalText.uncoloured) == tables(TerminalStyle(width: 100)))
}

@Test func everyFindingIsShownWithItsUnitAndMarkedWhenOutsideItsRange() throws {
  var values = FindingValues()
  values[.SBP] = 172
  values[.DBP] = 90.4
  values[.LVEF] = 40
  values[.SVR] = 1200
  let text = TerminalTable.findings(values, sex: .male, style: TerminalStyle(width: 90))
  let lines = text.split(separator: "\n").map(String.init)
  func line(_ id: FindingID) throws -> String { try #require(lines.first { $0.contains(" \(id.identifier) ") }) }
  #expect(try line(.SBP).contains("172 ↑ mmHg"))
  // 90.4 is printed as 90, which is the limit.
  #expect(try !line(.DBP).contains("↑"))
  #expect(try line(.LVEF).contains("40 ↓ %"))
  #expect(try line(.SVR).contains("dyn·s/cm⁵"))
  #expect(lines.count { $0.contains("mmHg") } == 2)
}

@Test func normalRangesFollowTheSex() {
  var values = FindingValues()
  values[.LVIDd] = 55
  let style = TerminalStyle(width: 90)
  #expect(!TerminalTable.findings(values, sex: .male, style: style).contains("↑"))
  #expect(TerminalTable.findings(values, sex: .female, style: style).contains("↑"))
}

@Test func wideTerminalsShowTwoColumnsOfGroups() throws {
  let narrow = TerminalTable.findings(Samples.reading.findings, sex: .male, style: TerminalStyle(width: 109))
  let wide = TerminalTable.findings(Samples.reading.findings, sex: .male, style: TerminalStyle(width: 110))
  #expect(wide.split(separator: "\n").count < narrow.split(separator: "\n").count * 2 / 3)
  for id in Samples.reading.findings.present { #expect(wide.contains(" \(id.identifier) "), "\(id)") }
}

@Test func theBarOfAResidualPointsToTheLargerSide() {
  let lines = TerminalTable.residuals(Samples.residuals, style: TerminalStyle(width: 120)).split(separator: "\n")
  #expect(lines[2].contains("│██████▶"))
  #expect(lines[4].contains("██│"))
  #expect(lines[4].contains("−1.0"))
}

@Test func anErrorIsNeverPrintedAsNothing() {
  let small = ResidualLine(finding: .RVol, measured: 60, fitted: 60, standardError: 0.3)
  #expect(TerminalTable.residuals([small], style: TerminalStyle()).contains("± 0.3"))
}

@Test func treatmentsAreMarkedWhereTheyDifferInPrint() throws {
  let text = TerminalTable.treatments(Samples.treatments, style: TerminalStyle(width: 120))
  let leak = try #require(text.split(separator: "\n").first { $0.hasPrefix("RVol ") })
  #expect(leak.contains("0 ↓"))
  // The others have the untreated heart's numbers, and the one that diverged has none.
  #expect(leak.filter { $0 == "↓" || $0 == "↑" }.count == 1)
  #expect(leak.contains("–"))
}

@Test func treatmentsThatDoNotFitAreContinuedBelow() {
  let text = TerminalTable.treatments(Samples.treatments, style: TerminalStyle(width: 60))
  #expect(text.components(separatedBy: "nothing").count > 2)
  #expect(text.contains("balloon"))
}

extension String {
  /// Pieces between the places where a text occurs.
  fileprivate func components(separatedBy separator: String) -> [Substring] { split(separator: separator) }
}

@Test func namesFromOutsideCannotSteerTheTerminal() {
  #expect(TerminalText.clean("a\u{1B}[2Jb\nc\u{202E}d") == "a[2Jb cd")
  var lines = Samples.parameters
  lines[0].title = "\u{1B}]0;owned\u{07}"
  #expect(!TerminalTable.parameters(lines, style: TerminalStyle()).contains("\u{1B}"))
}

@Test func cuttingAndWrappingCountColumnsNotLetters() {
  #expect(TerminalText.width("心臓") == 4)
  #expect(TerminalText.cut("心臓弁膜症", to: 6) == "心臓…")
  #expect(TerminalText.wrap("one two three", to: 7) == ["one two", "three"])
  #expect(TerminalText.wrap("abcdefgh", to: 3) == ["abc", "def", "gh"])
}
