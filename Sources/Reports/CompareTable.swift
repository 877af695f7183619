// `compare` on a terminal: a row for each finding, the untreated heart, and beside it each treated one with its change.
//
// A value beyond a limit that clinicians act on is marked. The limits: mean pressure 65 and systolic 90 mmHg (what
// infusions are titrated to: ESC/EACTS 2025, ACC/AHA 2020), cardiac index 2.2 L/min/m² and wedge pressure 18 mmHg (low
// output and congestion: Forrester et al., N Engl J Med 1976;295:1356), mean mitral gradient 5 mmHg (functional
// stenosis after a clip or ring).

import Drawing
import Circulation
import Findings

/// A limit that a finding should not pass.
public struct FindingLimit: Sendable {
  public let finding: FindingID
  public let value: Double
  public let isFloor: Bool

  static let all: [FindingLimit] = [
    FindingLimit(finding: .MAP, value: 65, isFloor: true), FindingLimit(finding: .SBP, value: 90, isFloor: true),
    FindingLimit(finding: .CI, value: 2.2, isFloor: true), FindingLimit(finding: .PCWP, value: 18, isFloor: false),
    FindingLimit(finding: .MVmeanGradient, value: 5, isFloor: false),
  ]

  /// The limit that a value is beyond.
  static func passed(_ finding: FindingID, _ value: Double) -> FindingLimit? {
    all.first { $0.finding == finding && ($0.isFloor ? value < $0.value : value > $0.value) }
  }

  /// "MAP below 65 mmHg".
  var text: String {
    "\(finding.identifier) \(isFloor ? "below" : "above") \(NumberText.significant(value)) \(finding.shownUnit)"
  }
}

extension TerminalTable {
  /// The findings that tell how treatments differ.
  public static let comparedFindings: [FindingID] = [
    .HR, .SBP, .DBP, .MAP, .SVR, .PCWP, .LAPv, .mPAP, .LVEDP, .LVEDV, .LVESV, .LVEF, .FSV, .CO, .CI, .EROA, .RVol, .RF,
    .MVmeanGradient,
  ]

  /// The treated hearts beside the untreated one, each with its change; continued below where the width ends.
  ///
  /// - Parameter columns: the untreated heart first.
  public static func comparison(
    _ columns: [TreatmentLine], findings: [FindingID] = comparedFindings, style: TerminalStyle
  ) -> String {
    guard let first = columns.first else { return "" }
    let rows = findings.filter { finding in columns.contains { $0.findings[finding] != nil } }
    let names = rows.map { $0.identifier.count }.reduce(0, max) + 1
    let units = rows.map { TerminalText.width($0.shownUnit) }.reduce(0, max) + 1
    let cells = columns.map { ComparedColumn($0, untreated: first, rows: rows, style: style) }
    var blocks: [[ComparedColumn]] = [[]]
    var used = names + units + cells[0].width + 2
    for cell in cells.dropFirst() {
      if used + cell.width + 2 > style.width, !(blocks.last ?? []).isEmpty {
        blocks.append([])
        used = names + units + cells[0].width + 2
      }
      blocks[blocks.count - 1].append(cell)
      used += cell.width + 2
    }
    var text = blocks.map { block([cells[0]] + $0, rows, style) }
    let limits = FindingLimit.all.filter { limit in
      columns.contains { column in
        column.findings[limit.finding].map { FindingLimit.passed(limit.finding, $0) != nil } ?? false
      }
    }
    if !limits.isEmpty {
      text.append(
        style.wrapped("! " + limits.map(\.text).joined(separator: ", "), indent: 2, most: 100).joined(separator: "\n"))
    }
    return text.joined(separator: "\n\n")
  }

  private static func block(_ columns: [ComparedColumn], _ rows: [FindingID], _ style: TerminalStyle) -> String {
    var grid = TextGrid(
      columns: [TextColumn(), TextColumn(shrinksTo: 4, rank: 1)] + columns.map { _ in TextColumn(right: true) })
    let height = columns.map(\.head.count).max() ?? 0
    for line in 0..<height {
      let cells = columns.map { column -> TextCell in
        let missing = height - column.head.count
        return line < missing ? TextCell("") : column.head[line - missing]
      }
      grid.rows.append([TextCell(""), TextCell("")] + cells)
    }
    for (place, finding) in rows.enumerated() {
      grid.rows.append(
        [TextCell(finding.identifier), TextCell(finding.shownUnit, .faint)] + columns.map { $0.cells[place] })
    }
    return grid.lines(style, width: style.width).joined(separator: "\n")
  }
}

/// One heart's column: head and cells of equal width, the changes below each other.
private struct ComparedColumn {
  var head: [TextCell] = []
  var cells: [TextCell] = []
  var width = 0

  init(_ line: TreatmentLine, untreated: TreatmentLine, rows: [FindingID], style: TerminalStyle) {
    let isFirst = line.isUntreated
    let changes = rows.map { finding in isFirst ? "" : Self.change(finding, line, untreated) }
    let room = changes.map { TerminalText.width($0) }.max() ?? 0
    for (finding, change) in zip(rows, changes) {
      guard line.status == .periodic, let value = line.findings[finding] else {
        cells.append(TextCell("–" + String(repeating: " ", count: room + (room > 0 ? 2 : 1))))
        continue
      }
      let isBeyond = FindingLimit.passed(finding, value) != nil
      let pad = String(repeating: " ", count: room - TerminalText.width(change))
      let text = finding.shown(value) + (room > 0 ? " " + pad + change : "") + (isBeyond ? "!" : " ")
      cells.append(TextCell(text, isBeyond ? .red : change.isEmpty ? nil : .cyan))
    }
    let doses = line.doses.flatMap(\.texts)
    let widest = cells.map { TerminalText.width($0.text) }.max() ?? 0
    let words = (TerminalText.clean(line.title).split(separator: " ").map(String.init) + doses)
      .map { TerminalText.width($0) }
    width = max(widest, min(max(words.max() ?? 0, 8) + 1, 20))
    head = TerminalText.wrap(TerminalText.clean(line.title), to: width - 1).map { TextCell($0 + " ", .bold) }
    head += doses.map { TextCell(TerminalText.cut($0, to: width - 1) + " ", .faint) }
  }

  /// The change as printed: none where the digits shown are the same.
  private static func change(_ finding: FindingID, _ line: TreatmentLine, _ untreated: TreatmentLine) -> String {
    guard let change = line.change[finding],
      ChangeMark(finding, from: untreated.findings[finding], to: line.findings[finding]) != .same
    else { return "" }
    let text = NumberText.signed(change, digits: finding.spec.digits)
    return text.hasPrefix("+") || text.hasPrefix("−") ? text : (change < 0 ? "−" : "+") + text
  }
}
