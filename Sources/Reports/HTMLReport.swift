// The page about one patient's heart: one file, no network, no scripts, readable on a telephone and on paper.

import Pictures
import Drawing
import Circulation
import Findings
import Quantities
import Guidelines

/// Writes the report as a page.
public enum HTMLReport {
  /// The whole page. Everything that comes from the case is escaped.
  public static func text(_ report: AssessmentReport) -> String {
    let sections = [
      verdict(report), recommendations(report.judgement), curves(report), treatments(report),
      criteria(report.judgement),
      residuals(report), parameters(report), findings(report), risk(report.judgement), prevention(report.judgement),
      summary(report.judgement), plainWords(report.judgement), method(report), sources(report),
    ]
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      + "<meta name=\"color-scheme\" content=\"light dark\">\n"
      + Markup.element("title", report.caseName + " – Mitral")
      + "\n<style>\n\(HTMLStyle.text)\n</style>\n</head>\n<body>\n"
      + "<a class=\"skip\" href=\"#verdict\">Skip to the verdict</a>\n<header>\n"
      + "<p class=\"kind\">Mitral: report on a heart</p>\n" + Markup.element("h1", report.caseName) + "\n"
      + Markup.element("p", person(report), "class=\"soft\"") + "\n</header>\n<main>\n"
      + sections.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</main>\n<footer>\n"
      + Markup.element("p", "Mitral \(report.engineVersion). No medical device: it teaches and supports research.")
      + "\n</footer>\n</body>\n</html>\n"
  }

  static func section(_ identifier: String, _ title: String, _ body: String, style: String = "") -> String {
    let look = style.isEmpty ? "" : " class=\"\(style)\""
    return "<section id=\"\(identifier)\"\(look) aria-labelledby=\"\(identifier)-title\">\n"
      + Markup.element("h2", title, "id=\"\(identifier)-title\"") + "\n" + body + "</section>"
  }

  private static func person(_ report: AssessmentReport) -> String {
    let body = report.body
    let who = body.sex == .male ? "Man" : "Woman"
    var text =
      "\(who) of \(NumberText.fixed(body.age, digits: 0)) years · \(NumberText.fixed(body.height, digits: 0)) cm · "
    text += "\(NumberText.fixed(body.weight, digits: 0)) kg"
    if let surface = report.findings[.BSA] { text += " · body surface \(NumberText.fixed(surface, digits: 2)) m²" }
    return text
  }

  private static func paragraph(_ text: String, _ style: String = "") -> String {
    Markup.element("p", text, style.isEmpty ? "" : "class=\"\(style)\"") + "\n"
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n" + items.map { Markup.element("li", $0) }.joined(separator: "\n") + "\n</ul>\n"
  }
}

// The judgement.
extension HTMLReport {
  private static func verdict(_ report: AssessmentReport) -> String {
    let severity = report.severity
    var body = paragraph(Verdict.confidence(severity.confidence))
    body += "<dl class=\"numbers\">\n"
    for number in mainNumbers(report) {
      let unit = number.finding.shownUnit
      body += "<div>" + Markup.element("dt", "\(number.finding.spec.name), \(number.origin)") + "<dd>"
      body += Markup.escaped(number.finding.shownBesideGrade(number.value))
      body += unit.isEmpty ? "" : " " + Markup.element("small", unit)
      body += "</dd></div>\n"
    }
    body += "</dl>\n"
    let kind =
      severity.leak == .primary ? "primary (the valve itself is ill)" : "secondary (the heart around it is ill)"
    if severity.grade != nil {
      body += paragraph(
        "Held against the thresholds for \(kind) leaks of \(severity.guideline.source.title) \(severity.guideline.source.year)."
          + (severity.systolicPressure.map {
            " The grade holds for a systolic pressure of \(NumberText.fixed($0, digits: 0)) mmHg"
              + (report.judgement.picture.combined.inferred.contains(.SBP)
                ? " (of the fitted heart, not measured)." : ".")
          } ?? ""), "soft")
    }
    if let fitted = report.fittedSeverity { body += paragraph(Verdict.fitted(fitted, report.findings) + ".") }
    body += situation(report.judgement)
    var cautions = severity.warnings.map(\.text) + report.judgement.cautions.map(\.text)
    if let outlier = Verdict.outlier(severity) { cautions.append(outlier) }
    if !report.converged { cautions.append("The fit did not come to rest: read the fitted heart with care.") }
    cautions += report.notes
    body += list(cautions)
    if !severity.missing.isEmpty {
      body += paragraph(
        "Would make the grade firmer: " + severity.missing.map(\.spec.name).joined(separator: ", ") + ".")
    }
    let style = "verdict" + (severity.grade.map { " g-\($0.identifier)" } ?? "")
    return section("verdict", Verdict.headline(severity), body, style: style)
  }

  /// The leak's numbers as they were graded, then what the heart makes of it.
  private static func mainNumbers(
    _ report: AssessmentReport
  ) -> [(finding: FindingID, value: Double, origin: String)] {
    var numbers: [(finding: FindingID, value: Double, origin: String)] = []
    for record in report.severity.because where record.role == .quantity {
      guard let finding = record.finding, let value = record.value else { continue }
      // What was not measured came from the fitted heart, and what has a derivation from other findings.
      let isMeasured = report.residuals.isEmpty || report.residuals.contains { $0.finding == finding }
      numbers.append((finding, value, record.derivation != nil ? "derived" : isMeasured ? "measured" : "fitted heart"))
    }
    for finding in [FindingID.EROA, .RVol, .RF, .LVEF, .FSV, .LAPmean] {
      guard !numbers.contains(where: { $0.finding == finding }) else { continue }
      if let line = report.residuals.first(where: { $0.finding == finding }) {
        numbers.append((finding, line.measured, "measured"))
      } else if let value = report.findings[finding] {
        numbers.append((finding, value, "fitted heart"))
      }
    }
    return numbers
  }
}

// The heart at work.
extension HTMLReport {
  private static func curves(_ report: AssessmentReport) -> String {
    var ghost: (name: String, beat: RecordedBeat, ink: PlotInk)?
    if let treated = report.comparison, let beat = treated.beat { ghost = (treated.title, beat, .treated) }
    let plots: [(Plot, String)] = [
      (.pressureVolumeLoop(report.beat, name: "Now", ghost: ghost), "loop"), (.pressures(report.beat), "pressures"),
      (.mitralFlow(report.beat, name: "Now", ghost: ghost), "flow"), (.mitralVelocity(report.beat), "velocity"),
    ]
    let figures = plots.map { plot, name in
      "<figure>" + Markup.element("h3", plot.title)
        + SVGPlot.text(plot, width: 360, height: 270, identifier: name, setting: .page)
        + Markup.element("figcaption", plot.description) + "</figure>"
    }
    return section(
      "curves", "The fitted heart at work", "<div class=\"plots\">\n\(figures.joined(separator: "\n"))\n</div>\n")
  }

  private static func treatments(_ report: AssessmentReport) -> String {
    guard let first = report.treatments.first, report.treatments.count > 1 else { return "" }
    var table = HTMLTable(
      identifier: "treatments",
      caption: "The fitted heart at once after each treatment; arrows mark a change against the first column.",
      heads: [("Finding", "")] + report.treatments.map { ($0.title, "r") })
    table.style = "wide"
    let shown = TerminalTable.treatmentFindings.filter { finding in
      report.treatments.contains { $0.findings[finding] != nil }
    }
    for finding in shown {
      let unit = finding.shownUnit
      var cells = [HTMLCell.header(finding.shortName, identifier: unit.isEmpty ? nil : unit)]
      for (place, line) in report.treatments.enumerated() {
        guard line.status == .periodic, let value = line.findings[finding] else {
          cells.append(HTMLCell("–", "r"))
          continue
        }
        let mark = place == 0 ? .same : ChangeMark(finding, from: first.findings[finding], to: value)
        cells.append(HTMLCell(finding.shown(value) + (mark == .same ? "" : " " + mark.sign), "r"))
      }
      table.add(cells)
    }
    var notes: [String] = []
    for line in report.treatments where !line.explanation.isEmpty { notes.append("\(line.title): \(line.explanation)") }
    for line in report.treatments where line.status != .periodic {
      notes.append("\(line.title): the treated heart came to no steady beat, so no numbers are given.")
    }
    return section("treatments", "Treatments side by side", table.markup + list(notes))
  }
}

// How the heart was fitted.
extension HTMLReport {
  private static func residuals(_ report: AssessmentReport) -> String {
    guard !report.residuals.isEmpty else { return "" }
    var table = HTMLTable(
      identifier: "fit",
      caption:
        "Each measurement with its standard error beside the fitted heart; the bar is their difference in errors.",
      heads: [("Finding", ""), ("Measured", "r"), ("Fitted", "r"), ("z", "r"), ("−3 to +3", "spare")])
    for line in report.residuals {
      let unit = line.finding.shownUnit
      let detail = [unit, line.method.isEmpty ? "" : "by \(line.method)"].filter { !$0.isEmpty }.joined(separator: ", ")
      table.add([
        .header(line.finding.shortName, identifier: detail.isEmpty ? nil : detail),
        HTMLCell(line.shownMeasured, "r"),
        HTMLCell(line.finding.shown(line.fitted), "r"),
        HTMLCell(NumberText.signed(line.zScore, digits: 1), "r"), .drawn(bar(line.zScore), "spare"),
      ])
    }
    var body = table.markup
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

  /// Three errors to each side.
  private static func bar(_ z: Double) -> String {
    let length = min(z.magnitude, 3) * 20
    let start = z < 0 ? 60 - length : 60
    return
      "<svg class=\"bar\" viewBox=\"0 0 120 12\" aria-hidden=\"true\"><rect\(z.magnitude >= 2 ? " class=\"far\"" : "") "
      + "x=\"\(SVGPlot.n(start))\" y=\"2\" width=\"\(SVGPlot.n(length))\" height=\"8\"/><path d=\"M60 0V12\"/></svg>"
  }

  private static func parameters(_ report: AssessmentReport) -> String {
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

  private static func findings(_ report: AssessmentReport) -> String {
    var table = HTMLTable(
      identifier: "findings",
      caption: "What an examiner would read off the fitted heart, with the normal range for the patient's sex.",
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
    return table.rows.isEmpty ? "" : section("findings", "Findings of the fitted heart", table.markup)
  }

  private static func method(_ report: AssessmentReport) -> String {
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
    return section("method", "Method", text.map { paragraph($0) }.joined())
      + "\n" + section("limits", "Limits", list(limits))
  }

  private static func sources(_ report: AssessmentReport) -> String {
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
