// Risk scores and prevention on the page.

import Findings
import Guidelines

extension HTMLReport {
  /// Each score with its figure and what it rests on, or what it lacks.
  static func risk(_ judgement: Judgement) -> String {
    let told = RiskLine.all(judgement.picture).filter { $0.told != nil || !$0.lacks.isEmpty }
    // What no score rests on needs no column.
    let rests = told.contains { !$0.inputs.isEmpty }
    var table = HTMLTable(
      identifier: "risk", caption: "Published scores; figures are of groups of people, not of one person.",
      heads: [("Score", ""), ("Says", "")] + (rests ? [("Rests on", "ownline")] : []) + [("Source", "ownline")])
    for line in told {
      let assumed = line.assumed.isEmpty ? "" : "; taken as absent: " + line.assumed.joined(separator: ", ")
      table.add(
        [
          .header(line.title),
          HTMLCell(
            line.told
              ?? (line.lacks.isEmpty
                ? line.why ?? "" : "not known: " + line.lacks.map(CaseWords.of).joined(separator: ", "))),
        ]
          + (rests
            ? [HTMLCell(line.inputs.map(CaseWords.of).joined(separator: ", ") + assumed, "ownline soft")] : [])
          + [HTMLCell(line.source.citation, "ownline soft")], style: line.told == nil ? "aside" : "")
    }
    guard !table.rows.isEmpty else { return "" }
    return section("risk", "Risk", table.markup)
  }

  /// Advice for clinicians on prevention, what concerns this patient first.
  static func prevention(_ judgement: Judgement) -> String {
    let items = PreventionPlan(judgement.picture).items
    guard !items.isEmpty else { return "" }
    var table = HTMLTable(
      identifier: "prevention", caption: "What concerns this patient first; what holds for everyone is pale.",
      heads: [("Topic", ""), ("Target and own value", ""), ("Advice", "ownline"), ("Source", "ownline")])
    for item in items {
      table.add(
        [
          .header(item.topic.title), HTMLCell(item.own ?? item.target ?? ""), HTMLCell(item.clinicianText, "ownline"),
          HTMLCell("\(item.source.title) \(item.source.year)", "ownline soft"),
        ], style: item.state > .offTarget ? "aside" : "")
    }
    return section("prevention", "Prevention", table.markup)
  }
}
