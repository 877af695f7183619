// The tables that a terminal shows: findings, the fit, treatments side by side.

import Drawing
import Findings
import Quantities

/// Tables of plain text. No line is wider than the style's width.
public enum TerminalTable {
  /// Findings by group, each with its value, unit and normal range; what lies outside it is marked.
  ///
  /// Groups stand in two columns where the terminal is wide. Findings without a value are left out.
  ///
  /// - Parameter spread: standard deviations of those that are means, shown behind them.
  public static func findings(
    _ values: FindingValues, spread: FindingValues = FindingValues(), sex: Sex, style: TerminalStyle
  ) -> String {
    let groups = FindingGroup.allCases.compactMap { group -> FindingsBlock? in
      let present = values.present.filter { $0.spec.group == group }
      return present.isEmpty ? nil : FindingsBlock(group: group, findings: present)
    }
    guard !groups.isEmpty else { return "" }
    guard style.isWide, groups.count > 1 else {
      return column(groups, (values, spread), sex, style, width: style.width).joined(separator: "\n")
    }
    // The cut between the columns that makes the taller of the two as short as can be.
    let heights = groups.map { $0.findings.count + 2 }
    let all = heights.reduce(0, +)
    var best = (cut: 1, height: all)
    for cut in 1..<groups.count {
      let left = heights[..<cut].reduce(0, +)
      if max(left, all - left) < best.height { best = (cut, max(left, all - left)) }
    }
    let gap = 4
    let left = column(Array(groups[..<best.cut]), (values, spread), sex, style, width: (style.width - gap) / 2)
    // What the left column leaves, the right one may use.
    let used = left.map { TerminalText.width(TerminalText.uncoloured($0)) }.max() ?? 0
    let right = column(Array(groups[best.cut...]), (values, spread), sex, style, width: style.width - gap - used)
    return TerminalText.sideBySide(
      [left.joined(separator: "\n"), right.joined(separator: "\n")], gap: gap)
  }

  private struct FindingsBlock {
    let group: FindingGroup
    let findings: [FindingID]
  }

  private static func column(
    _ groups: [FindingsBlock], _ found: (values: FindingValues, spread: FindingValues), _ sex: Sex,
    _ style: TerminalStyle, width: Int
  ) -> [String] {
    var grid = TextGrid(columns: [
      TextColumn(shrinksTo: 12, holdsNames: true, rank: 3), TextColumn(), TextColumn(right: true), TextColumn(),
      TextColumn(shrinksTo: 6, rank: 1), TextColumn(rank: 2),
    ])
    grid.gap = 1
    for block in groups {
      for finding in block.findings {
        guard let value = found.values[finding] else { continue }
        let around = found.spread[finding].map { " ± " + finding.shown($0) } ?? ""
        let normal = finding.spec.normal(for: sex)
        let side = normal?.side(of: rounded(value, finding)) ?? 0
        let mark = side < 0 ? "↓" : side > 0 ? "↑" : " "
        grid.rows.append([
          TextCell(finding.shortName), TextCell(finding.identifier, .faint),
          TextCell(finding.shown(value) + style.spelled(around), side == 0 ? nil : .bold),
          TextCell(mark, side < 0 ? .blue : .red), TextCell(finding.shownUnit),
          TextCell(normal?.shown(digits: finding.spec.digits) ?? "", .faint),
        ])
      }
    }
    var rows = grid.lines(style, width: width)
    var out: [String] = []
    for block in groups {
      if !out.isEmpty { out.append("") }
      out.append(style.painted(style.cut(block.group.title, to: width), .bold))
      out += rows.prefix(block.findings.count)
      rows.removeFirst(block.findings.count)
    }
    return out
  }

  /// A value as it is printed, so that what reads as the limit is not marked as outside it.
  static func rounded(_ value: Double, _ finding: FindingID) -> Double {
    let scale = NumberText.tenTo(finding.spec.digits)
    return (value * scale).rounded() / scale
  }
}

extension TerminalTable {
  /// Measured against fitted: measurement ± its standard error, the fitted heart, the difference in standard errors and
  /// a bar of it, which points to the right where the measurement is the larger.
  public static func residuals(_ lines: [ResidualLine], style: TerminalStyle) -> String {
    var grid = TextGrid(columns: [
      TextColumn(shrinksTo: 18, holdsNames: true, rank: 3), TextColumn(), TextColumn(shrinksTo: 5, rank: 4),
      TextColumn(right: true), TextColumn(right: true), TextColumn(shrinksTo: 6, rank: 2), TextColumn(right: true),
      TextColumn(rank: 5),
    ])
    grid.rows.append(
      ["Finding", "", "by", "measured", "fitted", "", "z", bar(nil, style)].map { TextCell($0, .bold) })
    for line in lines {
      let far = line.zScore.magnitude >= 2
      grid.rows.append([
        TextCell(line.finding.shortName), TextCell(line.finding.identifier, .faint),
        TextCell(TerminalText.clean(line.methodWords), .faint),
        TextCell(line.shownMeasured),
        TextCell(line.finding.shown(line.fitted)), TextCell(line.finding.shownUnit, .faint),
        TextCell(NumberText.signed(line.zScore, digits: 1), far ? .yellow : nil),
        TextCell(bar(line.zScore, style), far ? .yellow : .cyan),
      ])
    }
    var out = grid.lines(style, width: style.width)
    if lines.contains(where: { !$0.isErrorGiven }) {
      out += style.wrapped(ResidualLine.bracketsNote).map { style.painted($0, .faint) }
    }
    return out.joined(separator: "\n")
  }

  /// An error is never printed as nothing: it may have a digit more than its finding.
  static func errorDigits(_ line: ResidualLine) -> Int {
    let digits = line.finding.spec.digits
    return line.standardError * NumberText.tenTo(digits) < 0.95 ? digits + 1 : digits
  }

  /// Three standard errors to each side of the middle; nil: the scale.
  private static func bar(_ z: Double?, _ style: TerminalStyle) -> String {
    // Half a standard error for a letter where there is room, else a whole one.
    let half = style.width >= 100 ? 6 : 3
    guard let z else {
      let scale = half == 6 ? "−3 ··· 0 ··· +3" : "−3··0··+3"
      return style.spelled(scale)
    }
    let length = z.magnitude >= 3.25 ? half + 1 : Int.nearest(z.magnitude * Double(half) / 3, in: 0...half)
    let (full, middle) = style.unicode ? ("█", "│") : ("#", "|")
    let more = style.unicode ? "▶" : ">"
    let less = style.unicode ? "◀" : "<"
    var side = String(repeating: full, count: min(length, half))
    let rest = String(repeating: " ", count: half - side.count)
    if length > half { side = z > 0 ? side + more : less + side }
    let pad = length > half ? "" : " "
    return z < 0
      ? pad + rest + side + middle + String(repeating: " ", count: half + 1)
      : String(repeating: " ", count: half + 1) + middle + side + rest + pad
  }

  /// The fitted heart's parameters with their 90 % intervals and how much the findings taught about each.
  public static func parameters(_ lines: [ParameterLine], style: TerminalStyle) -> String {
    var grid = TextGrid(columns: [
      TextColumn(shrinksTo: 13, holdsNames: true), TextColumn(right: true), TextColumn(shrinksTo: 6, rank: 3),
      TextColumn(right: true),
      TextColumn(rank: 2), TextColumn(right: true, rank: 1),
    ])
    grid.rows.append(["Parameter", "value", "", "90 % interval", "learned", ""].map { TextCell($0, .bold) })
    for line in lines {
      let learned = min(max(line.learned, 0), 1)
      let count = Int.nearest(learned * 8, in: 0...8)
      let (full, empty) = style.unicode ? ("▰", "▱") : ("#", ".")
      grid.rows.append([
        TextCell(TerminalText.clean(line.title)), TextCell(NumberText.plain(line.value)),
        TextCell(unit(line.unit), .faint),
        TextCell(line.interval),
        TextCell(String(repeating: full, count: count) + String(repeating: empty, count: 8 - count), .cyan),
        TextCell(NumberText.fixed(100 * learned, digits: 0) + " %"),
      ])
    }
    return grid.lines(style, width: style.width).joined(separator: "\n")
  }

  /// A UCUM unit as people write it.
  static func unit(_ symbol: String) -> String {
    if symbol == "1" { return "" }
    return Units.find(symbol).map(Units.shown) ?? symbol
  }
}
