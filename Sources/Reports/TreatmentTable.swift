// Treatments side by side: a row for each finding, a column for each treatment.

import Circulation
import Findings

/// Which way a finding went, as it is printed: a change too small to be seen in the digits is none.
enum ChangeMark {
  case up, down, same

  init(_ finding: FindingID, from untreated: Double?, to treated: Double?) {
    guard let untreated, let treated, finding.shown(untreated) != finding.shown(treated) else {
      self = .same
      return
    }
    self = treated > untreated ? .up : .down
  }

  /// The sign in Unicode.
  var sign: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .same: " "
    }
  }

  /// The sign in ASCII.
  var plainSign: String {
    switch self {
    case .up: "+"
    case .down: "-"
    case .same: " "
    }
  }
}

extension TerminalTable {
  /// The findings that tell how a treatment works, where nothing else is asked for.
  public static let treatmentFindings: [FindingID] = [
    .HR, .SBP, .DBP, .MAP, .LAPmean, .LAPv, .mPAP, .LVEDP, .LVEDV, .LVESV, .LVEF, .SV, .FSV, .CO, .CI, .EROA, .RVol,
    .RF,
  ]

  /// Findings under each treatment, with an arrow where they differ from the first column, which is the untreated
  /// heart.
  ///
  /// What does not fit in the width is continued below, always beside the untreated heart.
  public static func treatments(
    _ columns: [TreatmentLine], findings: [FindingID] = treatmentFindings, style: TerminalStyle
  ) -> String {
    guard let first = columns.first else { return "" }
    let rows = findings.filter { finding in columns.contains { $0.findings[finding] != nil } }
    let head = rows.map { $0.identifier.count }.reduce(0, max) + rows.map { $0.shownUnit.count }.reduce(0, max) + 2
    var blocks: [String] = []
    var part: [TreatmentLine] = []
    for column in columns.dropFirst() {
      let used = ([first] + part + [column]).reduce(head) { $0 + columnWidth($1) + 1 }
      if used > style.width, !part.isEmpty {
        blocks.append(block(first, part, rows, style))
        part = []
      }
      part.append(column)
    }
    blocks.append(block(first, part, rows, style))
    return blocks.joined(separator: "\n\n")
  }

  /// Room for the longest word of the title, and for a number with its arrow.
  private static func columnWidth(_ column: TreatmentLine) -> Int {
    let words = TerminalText.clean(column.title).split(separator: " ").map { TerminalText.width(String($0)) }
    return min(max(words.max() ?? 0, 8), 18) + 2
  }

  private static func block(
    _ untreated: TreatmentLine, _ treated: [TreatmentLine], _ rows: [FindingID], _ style: TerminalStyle
  ) -> String {
    let columns = [untreated] + treated
    var grid = TextGrid(
      columns: [TextColumn(), TextColumn(shrinksTo: 4, rank: 1)] + columns.map { _ in TextColumn(right: true) })
    grid.gap = 1
    let titles = columns.map { TerminalText.wrap(TerminalText.clean($0.title), to: columnWidth($0) - 2) }
    let height = titles.map(\.count).max() ?? 1
    for line in 0..<height {
      var row = [TextCell(""), TextCell("")]
      for title in titles {
        let missing = height - title.count
        row.append(TextCell((line < missing ? "" : title[line - missing]) + "  ", .bold))
      }
      grid.rows.append(row)
    }
    for finding in rows {
      var row = [TextCell(finding.identifier), TextCell(finding.shownUnit, .faint)]
      for (place, column) in columns.enumerated() {
        guard column.status == .periodic, let value = column.findings[finding] else {
          row.append(TextCell("–  "))
          continue
        }
        let mark = place == 0 ? .same : ChangeMark(finding, from: untreated.findings[finding], to: value)
        let sign = style.unicode ? mark.sign : mark.plainSign
        row.append(TextCell(finding.shown(value) + " " + sign, place > 0 && mark != .same ? .cyan : nil))
      }
      grid.rows.append(row)
    }
    return grid.lines(style, width: style.width).joined(separator: "\n")
  }
}
