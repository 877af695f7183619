// `mitral grade`: findings to severity, cause, stage and recommendations, without a simulation.

import Assessment
import ArgumentParser
import Cases
import Findings
import Foundation
import Guidelines
import Reports

struct Grade: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grade the leak from the findings, and say what the guideline recommends.",
    discussion: """
      Needs no simulation and works on any report: what is missing is named, and so is what was taken for granted.

      Examples:
        mitral grade cases/flail-leaflet.yaml
        mitral grade my-case.yaml --guideline acc-aha-2020
        mitral grade my-case.yaml --explain esc-2025-P4      one rule, condition by condition
        mitral grade my-case.yaml --patient                  plain words for the person who has the leak
        mitral grade my-case.yaml --summary                  a few lines for a letter between clinicians
        mitral catalogue guidelines                          every rule there is

      Mitral teaches and supports research. It is no medical device.
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(
    help: "The rules to judge by (default: \(Guideline.escEacts2025.identifier), or with --explain the rule's own).")
  var guideline: Guideline?

  @Option(
    help: ArgumentHelp("Show how one rule is decided for this patient.", valueName: "rule"),
    completion: .list(RuleBook.rules.map(\.id)))
  var explain: String?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "The day to judge on (default: the latest date among the measurements, else today).", valueName: "2026-03-02"))
  var day: String?

  @Flag(help: "Print the plain words for the person who has the leak, and nothing else.")
  var patient = false

  @Flag(help: "Print a summary for a letter between clinicians, and nothing else.")
  var summary = false

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  func validate() throws {
    let chosen = [
      explain == nil ? nil : "--explain", patient ? "--patient" : nil, summary ? "--summary" : nil,
      json ? "--json" : nil,
    ]
    .compactMap { $0 }
    if chosen.count > 1 { throw ValidationError("\(chosen.joined(separator: " and ")) exclude each other.") }
    if let day, CalendarDate(day) == nil { throw ValidationError("'\(day)' is not a date such as 2026-03-02.") }
    guard let explain else { return }
    guard let rule = RuleBook.rule(explain) else {
      throw ValidationError(
        "'\(explain)' is not a rule: "
          + Suggestion.phrase(for: explain, in: RuleBook.rules.map(\.id), listedBy: "mitral catalogue guidelines"))
    }
    if let guideline, !rule.sets.contains(guideline) {
      throw ValidationError(
        "'\(explain)' is not a rule of \(guideline.identifier) but of "
          + rule.sets.map(\.identifier).joined(separator: ", ") + ".")
    }
  }

  func run() throws {
    let chosen = try CaseSource.read(file)
    let rule = explain.flatMap(RuleBook.rule)
    let followed =
      guideline ?? (rule.map { $0.sets.contains(.escEacts2025) ? .escEacts2025 : $0.sets[0] } ?? .escEacts2025)
    let judgement = Judgement(chosen.record(on: chosen.day(day)), guideline: followed)
    if json {
      try Terminal.printOut(
        ResultJSON.grade(case: chosen.json, version: Product.version, judgement: judgement).serialised())
      return
    }
    let style = Terminal.style
    if let rule {
      Terminal.show(RuleText.explanation(rule, for: judgement.picture, style: style), style)
      return
    }
    if patient {
      Terminal.show(JudgementText(judgement, style: style).plainWords, style)
      return
    }
    if summary {
      Terminal.show(style.paragraphs(ClinicalSummary(judgement).lines), style)
      return
    }
    let name = style.wrapped(TerminalText.clean(chosen.name), most: 100).joined(separator: "\n")
    let asOf =
      judgement.picture.record.today == Case.today
      ? "" : "\nJudged as of \(judgement.picture.record.today); --on changes it."
    Terminal.show(name + asOf + "\n\n" + JudgementText(judgement, style: style).text, style)
  }
}
