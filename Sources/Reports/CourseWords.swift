// A course in words: times, events, and the rows of its table.

import Drawing
import Course
import Cases
import Findings
import Twin

extension CourseEvent {
  /// What happened, in a sentence without its full stop.
  public var text: String {
    // A digit more than usual, so that what lies beside a limit is seen on its side.
    let figure =
      finding.map {
        "\($0.identifier) \(NumberText.shown(value, digits: $0.spec.digits + 1)) \($0.shownUnit)"
      } ?? ""
    let trigger = isLeaking ? ", at which surgery is advised in primary disease" : ""
    return switch kind {
    case .congestion: "the lungs are congested: \(figure), 18 mmHg or more"
    case .oedema: "oedema of the lungs threatens: \(figure), 25 mmHg or more"
    case .relief: "the congestion of the lungs has gone: \(figure)"
    case .lowOutput: "too little blood reaches the body: \(figure), below 2.2"
    case .outputRecovered: "the output has recovered: \(figure)"
    case .ejectionLow: "the ejection fraction is below 60 %\(trigger): \(figure)"
    case .systolicSizeLarge: "the emptied left ventricle measures 40 mm or more\(trigger): \(figure)"
    case .atriumLarge: "the left atrium is very large, 60 mL/m² or more: \(figure)"
    case .ventricleLarge: "the left ventricle is larger than normal: \(figure)"
    case .decompensated: "decompensation: a worn ventricle, and the lungs congested again: \(figure)"
    case .treated: "treatment: \(treatment ?? "")"
    case .wayOutGone:
      "the ejection fraction falls (it was \(FindingID.LVEF.quantity(value))) because the low-pressure way out into the atrium "
        + "is gone"
    case .fibrillationRisk:
      "so far the size of the left atrium has added \(NumberText.fixed(value, digits: 0)) % to the risk of atrial fibrillation"
    case .shock: "the circulation fails: \(figure), too little to live on for long"
    case .ended:
      "after \(CourseWords.time(day ?? 0)) the circulation no longer sustains life: for a day the "
        + (finding == .MAP
          ? "mean arterial pressure was below 50 mmHg and the cardiac index below 1.8 L/min/m²"
          : "cardiac index was below 1.2 L/min/m²")
        + "; the course ends"
    case .noBeat: "no steady beat is found any more: the circulation fails"
    }
  }
}

/// Words for the moments of a course.
public enum CourseWords {
  /// A time since the beginning: 0, 5 d, 6 mo, 2 y 5 d.
  public static func time(_ days: Double) -> String {
    guard days >= 1 else { return days < 1e-9 ? "0" : TimeSpan(seconds: days * 86_400).description }
    var rest = days
    func whole(_ unit: Double) -> Int {
      let count = Int((rest / unit + 1e-3).rounded(.down))
      rest = max(rest - Double(count) * unit, 0)
      return count
    }
    let years = whole(365.25)
    let months = whole(30.4375)
    let words = [(years, "y"), (months, "mo"), (years == 0 || months == 0 ? Int(rest.rounded()) : 0, "d")]
    return words.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  /// About how long, for what a few hearts do: days, then whole months: 3 d, 1 mo, 2 y 5 mo.
  static func about(_ days: Double) -> String {
    if days < 25 { return "\(Int(max(days, 1).rounded())) d" }
    let months = Int((days / 30.4375).rounded())
    let words = [(months / 12, "y"), (months % 12, "mo")].filter { $0.0 > 0 }
    return words.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  /// A time with the side of a treatment it is on.
  public static func time(of moment: CourseMoment) -> String {
    switch moment.side {
    case nil: time(moment.days)
    case .before: time(moment.days) + " before"
    case .after: time(moment.days) + " after"
    }
  }
}

extension TerminalTable {
  /// What a course's table shows, with its heading and how soon it is left out where there is no room; 0: never.
  private static let courseColumns: [(finding: FindingID, heading: String, rank: Int)] = [
    (.LVEDV, "EDV", 0), (.LVESV, "ESV", 0), (.LVEF, "EF", 0), (.FSV, "FSV", 4), (.RVol, "RVol", 0), (.RF, "RF", 3),
    (.EROA, "EROA", 2), (.LAPmean, "LAP", 0), (.PASP, "PASP", 5), (.LAVmax, "LAvol", 1), (.MAP, "MAP", 6),
    (.HR, "HR", 7),
  ]

  /// The listed moments of a course, a row each, and below it the units.
  public static func course(_ moments: [CourseMoment], style: TerminalStyle) -> String {
    var columns = [TextColumn()]
    for column in courseColumns { columns.append(TextColumn(right: true, rank: column.rank)) }
    columns.append(TextColumn(right: true, rank: 3))
    columns.append(TextColumn(right: true, rank: 8))
    var grid = TextGrid(columns: columns)
    grid.gap = style.width >= 100 ? 2 : 1
    grid.rows.append(
      ([TextCell("time", .bold)] + courseColumns.map { TextCell($0.heading, .bold) }) + [
        TextCell("NYHA", .bold), TextCell("AF", .bold),
      ])
    let units = courseColumns.map { column in TextCell(column.finding.shownUnit, .faint) }
    grid.rows.append([TextCell("")] + units + [TextCell(""), TextCell("%", .faint)])
    for moment in moments {
      var row = [TextCell(CourseWords.time(of: moment), moment.side == nil ? nil : .yellow)]
      for column in courseColumns {
        let value = moment.findings[column.finding]
        let isNone = column.finding == .EROA && value == nil
        row.append(TextCell(isNone ? "0" : value.map(column.finding.shown) ?? "–"))
      }
      row.append(TextCell(moment.functionalClass?.rawValue ?? "–"))
      row.append(TextCell(NumberText.fixed(100 * moment.fibrillationRisk, digits: 0)))
      grid.rows.append(row)
    }
    return grid.lines(style, width: style.width).joined(separator: "\n")
  }

  /// What happened, a line or more for each moment at which anything did.
  public static func events(of moments: [CourseMoment], style: TerminalStyle) -> String {
    let eventful = moments.filter { !$0.events.isEmpty }
    let indent = (eventful.map { TerminalText.width(CourseWords.time($0.days)) }.max() ?? 0) + 2
    var lines: [String] = []
    for moment in eventful {
      for (place, event) in moment.events.enumerated() {
        let time = place == 0 ? CourseWords.time(moment.days) : ""
        let head = time + String(repeating: " ", count: indent - TerminalText.width(time))
        let text = style.wrapped(event.text.prefix(1).uppercased() + event.text.dropFirst() + ".", indent: indent)
        lines.append(head + (text.first ?? ""))
        lines += text.dropFirst()
      }
    }
    return lines.joined(separator: "\n")
  }
}
