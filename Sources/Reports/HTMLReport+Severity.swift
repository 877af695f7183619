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
    return "<li>" + Markup.element("strong", String(line[...colon]))
      + Markup.escaped(String(line[line.index(after: colon)...]))
      + "</li>"
  }

  /// Every criterion: met, not met, not measured.
  static func criteria(_ judgement: Judgement) -> String {
    let rows = judgement.picture.criteria
    guard !rows.isEmpty else { return "" }
    let measured = rows.filter { $0.outcome != .notMeasured || $0.seen != nil }
    var table = HTMLTable(
      identifier: "criteria", caption: "Every criterion of severity that was measured; what is not counted is pale.",
      heads: [("Criterion", ""), ("Seen", ""), ("Outcome", ""), ("Speaks for", "ownline"), ("Source", "ownline")])
    for row in measured {
      let seen = (row.seen ?? "–") + (row.derivation.map { ", from \($0)" } ?? "")
      let outcome =
        switch row.outcome {
        case .met: row.setAside == nil ? "met" : "met, not counted"
        case .notMet: "not met"
        case .notMeasured: "not told without \(row.missing.joined(separator: ", "))"
        }
      let aside = row.setAside.map { "; \($0)" } ?? ""
      table.add(
        [
          .header(row.name), HTMLCell(seen), HTMLCell(outcome),
          HTMLCell("\(row.speaksFor.identifier): \(row.threshold)\(aside)", "ownline"),
          HTMLCell(row.source, "ownline soft"),
        ], style: row.outcome == .notMeasured || row.setAside != nil ? "aside" : "")
    }
    let body = measured.isEmpty ? "" : table.markup
    return section(
      "criteria", "Why this grade", body + unmeasured(rows.filter { $0.outcome == .notMeasured && $0.seen == nil }))
  }

  /// What was not measured, a line for each criterion with all that it could speak for.
  private static func unmeasured(_ rows: [CriterionRow]) -> String {
    guard !rows.isEmpty else { return "" }
    var names: [String] = []
    for row in rows where !names.contains(row.name) { names.append(row.name) }
    let lines = names.map { name in
      let own = rows.filter { $0.name == name }
      let told = own.map { "\($0.speaksFor.identifier): \($0.threshold)" + ($0.setAside.map { ", \($0)" } ?? "") }
      return "\(name) – " + told.joined(separator: "; ")
    }
    var sources: [String] = []
    for row in rows where !sources.contains(row.source) { sources.append(row.source) }
    return Markup.element("h3", "Criteria not measured") + "\n" + list(lines)
      + paragraph("After \(sources.joined(separator: "; ")).", "soft")
  }
}
