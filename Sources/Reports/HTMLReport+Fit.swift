// How the heart was fitted, on the page: measured against fitted, parameters, findings, method, limits and sources.

import Drawing
import Findings
import Guidelines
import Pictures
import Quantities

extension HTMLReport {
  static func residuals(_ report: AssessmentReport) -> String {
    guard !report.residuals.isEmpty else { return "" }
    var table = HTMLTable(
      identifier: "fit",
      caption:
        "Each measurement with its standard error beside the fitted heart; z is their difference in errors.",
      heads: [("Finding", ""), ("Measured", "r"), ("Fitted", "r"), ("z", "r")])
    for line in report.residuals {
      let unit = line.finding.shownUnit
      let detail = [unit, line.method.isEmpty ? "" : "by \(line.methodWords)"].filter { !$0.isEmpty }.joined(
        separator: ", ")
      table.add([
        .header(line.finding.shortName, identifier: detail.isEmpty ? nil : detail),
        HTMLCell(line.shownMeasured, "r"),
        HTMLCell(line.finding.shown(line.fitted), "r"),
        HTMLCell(NumberText.signed(line.zScore, digits: 1), "r"),
      ])
    }
    let dots = report.residuals.map {
      ErrorDots.Dot($0.finding.identifier + ($0.method.isEmpty ? "" : " " + $0.methodWords), $0.zScore)
    }
    var body = figure(
      ErrorDots.canvas(dots, title: "How far each measurement lies from the fitted heart"), "dots",
      caption:
        "Within the shaded band, two standard errors to each side, 19 of 20 would lie by chance alone. Diamonds lie outside."
    )
    body += table.markup + paragraph(ResidualLine.fittedNote, "soft")
    if report.residuals.contains(where: { !$0.isErrorGiven }) { body += paragraph(ResidualLine.bracketsNote, "soft") }
    return section("fit", "Measured against fitted", body + assumptions(report))
  }

  /// What the fit took for granted.
  private static func assumptions(_ report: AssessmentReport) -> String {
    guard !report.assumptions.isEmpty else { return "" }
    var table = HTMLTable(
      identifier: "assumed",
      caption: "What people usually have, with its spread between them, held the fit where nothing was measured.",
      heads: [("Finding", ""), ("Assumed", "r"), ("Fitted", "r")])
    for line in report.assumptions {
      let unit = line.finding.shownUnit
      table.add([
        .header(line.finding.shortName, identifier: unit.isEmpty ? nil : unit), HTMLCell(line.shownMeasured, "r"),
        HTMLCell(line.finding.shown(line.fitted), "r"),
      ])
    }
    return Markup.element("h3", "Assumed, since not measured") + "\n" + table.markup
  }

  static func parameters(_ report: AssessmentReport) -> String {
    guard !report.parameters.isEmpty else { return "" }
    var table = HTMLTable(
      identifier: "parameters",
      caption: "The heart's parameters with their 90 % intervals, and the share of doubt that the findings removed.",
      heads: [("Parameter", ""), ("Value", "r"), ("90 % interval", "r"), ("Learned", "r"), ("", "spare")])
    for line in report.parameters {
      let unit = TerminalTable.unit(line.unit)
      let learned = min(max(line.learned, 0), 1)
      table.add([
        .header(line.title, identifier: unit.isEmpty ? nil : unit), HTMLCell(NumberText.plain(line.value), "r"),
        HTMLCell(line.interval, "r"),
        HTMLCell("\(NumberText.fixed(100 * learned, digits: 0)) %", "r"),
        .drawn(
          "<svg class=\"bar learned\" viewBox=\"0 0 120 12\" aria-hidden=\"true\"><rect y=\"3\" width=\"120\" height=\"6\"/>"
            + "<rect y=\"3\" width=\"\(SVGPlot.n(120 * learned))\" height=\"6\"/></svg>", "spare"),
      ])
    }
    return section("parameters", "The fitted heart's parameters", table.markup)
  }

  static func findings(_ report: AssessmentReport) -> String {
    var table = HTMLTable(
      identifier: "findings",
      caption: "What an examiner would read off this heart, with the normal range for the patient's sex.",
      heads: [("Finding", ""), ("Value", "r"), ("Unit", ""), ("Normal", "r")])
    for group in FindingGroup.allCases {
      let present = report.findings.present.filter { $0.spec.group == group }
      if !present.isEmpty { table.addShelf(group.title) }
      for finding in present {
        guard let value = report.findings[finding] else { continue }
        let normal = finding.spec.normal(for: report.body.sex)
        let side = normal?.side(of: TerminalTable.rounded(value, finding)) ?? 0
        let mark = side < 0 ? " ↓" : side > 0 ? " ↑" : ""
        table.add([
          .header(finding.shortName, identifier: finding.identifier),
          HTMLCell(finding.shown(value) + mark, side < 0 ? "r down" : side > 0 ? "r up" : "r"),
          HTMLCell(finding.shownUnit, "u"), HTMLCell(normal?.shown(digits: finding.spec.digits) ?? "", "r"),
        ])
      }
    }
    return table.rows.isEmpty ? "" : section("findings", "Findings of this heart", table.markup)
  }

  static func method(_ report: AssessmentReport) -> String {
    let text = [
      "A closed circulation of four chambers, four valves and the vessels of body and lungs is computed beat by beat. "
        + "Its size, strength, stiffness, resistance, blood volume and leak are moved until what an examiner would "
        + "measure on it agrees with what was measured on the patient, each measurement weighed by its error.",
      "A treatment changes the fitted heart and nothing else: the numbers are those of the next steady beat, before "
        + "heart and body adapt over days and months.",
    ]
    let limits = [
      "No medical device: it teaches and supports research, and decides nothing about a patient.",
      "A fit explains the measurements; it is not the only heart that could. The intervals say how far each parameter is "
        + "known, under the model's assumptions.",
      "The wrong measurement makes the wrong heart: look at the largest z first.",
    ]
    let told = text + (report.assessment?.samplingWords.map { [$0] } ?? [])
    return section("method", "Method", told.map { paragraph($0) }.joined())
      + "\n" + section("limits", "Limits", list(limits))
  }

  static func sources(_ report: AssessmentReport) -> String {
    var items: [String] = []
    if let source = report.caseSource, !source.isEmpty { items.append("The case: \(source)") }
    let guideline = report.severity.guideline
    items.append("\(guideline.source.title) \(guideline.source.year): \(guideline.source.citation)")
    items.append("Thresholds: \(report.severity.thresholds.source)")
    for record in report.severity.because where !items.contains(where: { $0.hasSuffix(record.source) }) {
      items.append("Criteria: \(record.source)")
    }
    var ranges: [String] = []
    for finding in report.findings.present {
      if let source = finding.spec.normal(for: report.body.sex)?.source, !ranges.contains(source) {
        ranges.append(source)
      }
    }
    if !ranges.isEmpty { items.append("Normal ranges: " + ranges.joined(separator: "; ")) }
    return section("sources", "Sources", list(items))
  }
}
