// The page about one patient's heart: one file, no network, no scripts, readable on a telephone and on paper.

import Assessment
import Pictures
import Twin
import Drawing
import Circulation
import Findings
import Quantities
import Guidelines

/// Writes the report as a page.
public enum HTMLReport {
  /// The whole page. Everything that comes from the case is escaped.
  public static func text(_ report: AssessmentReport) -> String {
    let hearts = report.assessment.map { ReportHearts($0) }
    let first = verdict(report)
    let judgement = report.judgement
    let sections = [
      report.assessment.map(chances) ?? "", hearts.map(heart) ?? "", residuals(report), criteria(judgement),
      recommendations(judgement), hearts.map(pictures) ?? curves(report), treatments(report),
      report.assessment.map(years) ?? "", risk(judgement), prevention(judgement), summary(judgement),
      plainWords(judgement), notes(report), parameters(report), findings(report), method(report), sources(report),
    ].filter { !$0.isEmpty }
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      + "<meta name=\"color-scheme\" content=\"light dark\">\n"
      + Markup.element("title", report.caseName + " – Mitral")
      + "\n<style>\n\(HTMLStyle.text)\n</style>\n</head>\n<body>\n"
      + "<a class=\"skip\" href=\"#verdict\">Skip to the verdict</a>\n<header>\n"
      + "<p class=\"kind\">Mitral: report on a heart. It teaches and supports research; it is no medical device.</p>\n"
      + Markup.element("h1", report.caseName) + "\n"
      + Markup.element("p", person(report), "class=\"soft\"") + "\n</header>\n<main>\n"
      + ([first, contents(sections)] + sections).joined(separator: "\n") + "\n</main>\n<footer>\n"
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

  static func paragraph(_ text: String, _ style: String = "") -> String {
    "<p\(style.isEmpty ? "" : " class=\"\(style)\"")>" + inline(text) + "</p>\n"
  }

  static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n" + items.map { "<li>" + inline($0) + "</li>" }.joined(separator: "\n") + "\n</ul>\n"
  }

  /// Escaped, with what stands between backticks set as what is typed.
  private static func inline(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return Markup.escaped(text) }
    return parts.enumerated().map { place, part in
      place % 2 == 0 ? Markup.escaped(String(part)) : Markup.element("code", String(part))
    }.joined()
  }
}

// The judgement.
extension HTMLReport {
  private static func verdict(_ report: AssessmentReport) -> String {
    let severity = report.severity
    var body = lead(report) + firstAdvice(report.judgement)
    body += "<dl class=\"numbers\">\n"
    for number in mainNumbers(report) {
      let unit = number.finding.shownUnit
      body += "<div>" + Markup.element("dt", "\(number.finding.spec.name), \(number.origin)") + "<dd>"
      body += Markup.escaped(number.finding.shownBesideGrade(number.value))
      body += unit.isEmpty ? "" : " " + Markup.element("small", unit)
      body += "</dd></div>\n"
    }
    body += "</dl>\n"
    body += situation(report.judgement)
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
    let hasLeak = report.assessment.map { $0.fit == nil || $0.searchedLeak } ?? true
    if hasLeak, let fitted = report.fittedSeverity { body += paragraph(Verdict.fitted(fitted, report.findings) + ".") }
    var cautions = severity.warnings.map(\.text) + report.judgement.cautions.map(\.text)
    if let outlier = Verdict.outlier(severity) { cautions.append(outlier) }
    if !report.converged { cautions.append("The fit did not come to rest: read the fitted heart with care.") }
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
    let isStated = report.assessment.map { $0.fit == nil } ?? false
    let isPatients = report.assessment?.isPatients ?? true
    for finding in [FindingID.EROA, .RVol, .RF, .LVEF, .FSV, .LAPmean] {
      // Of a heart that lacks the patient's leak the leak's numbers are nobody's.
      if !isPatients, [.EROA, .RVol, .RF].contains(finding) { continue }
      guard !numbers.contains(where: { $0.finding == finding }) else { continue }
      if let line = report.residuals.first(where: { $0.finding == finding }) {
        numbers.append((finding, line.measured, "measured"))
      } else if let value = report.findings[finding] {
        numbers.append((finding, value, isStated ? "this heart" : "fitted heart"))
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
      "curves", "The heart at work", "<div class=\"plots\">\n\(figures.joined(separator: "\n"))\n</div>\n")
  }

  private static func treatments(_ report: AssessmentReport) -> String {
    guard report.assessment?.isPatients ?? true else {
      return section("treatments", "Treatments side by side", paragraph(CaseAssessment.whyNoTreatments))
    }
    guard let first = report.treatments.first, report.treatments.count > 1 else { return "" }
    var table = HTMLTable(
      identifier: "treatments",
      caption: "The heart after each treatment, before years change it; arrows mark a change against the first column.",
      heads: [("Finding", "")] + report.treatments.map { ($0.title.softlyHyphenated, "r") })
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
    let ranges = report.assessment.map { self.ranges(report, $0) } ?? ""
    if report.assessment?.posterior?.sampling.isSketch == true {
      notes.append("Ranges of treatments and the years to come are told without --quick.")
    }
    let advice = ranges.isEmpty ? list(TreatmentAdvice.lines(report.treatments, report.judgement)) : ""
    let title = ranges.isEmpty ? "" : Markup.element("h3", "The likeliest heart, more numbers") + "\n"
    return section(
      "treatments", "Treatments side by side",
      (report.assessment?.whatIsSetAside.map { paragraph($0) } ?? "") + ranges + title + table.markup + advice
        + list(notes))
  }
}
