// What kind of leak it is, what does not agree, and every criterion with its outcome, on the page.

import Drawing
import Findings
import Guidelines

extension HTMLReport {
  /// Cause, stage, class, circulation and urgency, a line each.
  static func situation(_ judgement: Judgement) -> String {
    let lines = JudgementText(judgement, style: TerminalStyle()).statements
    var body = "<ul>\n" + lines.map(labelled).joined(separator: "\n") + "\n</ul>\n"
    let found = judgement.picture.severity.discordances
    if !found.isEmpty {
      body += Markup.element("h3", "What does not agree") + "\n<ul>\n"
      for one in found { body += Markup.element("li", JudgementText.sentence(one)) + "\n" }
      body += "</ul>\n"
    }
    return body
  }

  /// "Stage C1, …" with what it tells of in bold.
  private static func labelled(_ line: String) -> String {
    guard let colon = line.firstIndex(of: ":"), line.distance(from: line.startIndex, to: colon) < 12 else {
      return Markup.element("li", line)
    }
    return "<li>" + Markup.element("strong", String(line[...colon])) + Markup.escaped(String(line[line.index(after: colon)...]))
      + "</li>"
  }

  /// Every criterion: met, not met, not measured.
  static func criteria(_ judgement: Judgement) -> String {
    let rows = judgement.picture.criteria
    guard !rows.isEmpty else { return "" }
    var table = HTMLTable(
      identifier: "criteria",
      caption: "Every criterion of severity; what was not measured, or is not counted, is pale.",
      heads: [("Criterion", ""), ("Seen", ""), ("Outcome", ""), ("Speaks for", "ownline"), ("Source", "ownline")])
    for row in rows {
      let seen = (row.seen ?? "–") + (row.derivation.map { ", from \($0)" } ?? "")
      let outcome =
        switch row.outcome {
        case .met: row.setAside == nil ? "met" : "met, not counted"
        case .notMet: "not met"
        case .notMeasured:
          row.missing.isEmpty || row.seen == nil
            ? "not measured" : "not told without \(row.missing.joined(separator: ", "))"
        }
      let aside = row.setAside.map { "; \($0)" } ?? ""
      table.add(
        [
          .header(row.name), HTMLCell(seen), HTMLCell(outcome),
          HTMLCell("\(row.speaksFor.identifier): \(row.threshold)\(aside)", "ownline"),
          HTMLCell(row.source, "ownline soft"),
        ], style: row.outcome == .notMeasured || row.setAside != nil ? "aside" : "")
    }
    return section("criteria", "Why this grade", table.markup)
  }
}
