// Risk, checklists and prevention at the terminal.

import Findings
import Guidelines

extension JudgementText {
  var risk: [String] {
    var text: [String] = []
    for line in RiskLine.all(judgement.picture) {
      if let told = line.told {
        let assumed = line.assumed.isEmpty ? "" : " – taken as absent: " + line.assumed.joined(separator: ", ")
        text += lines("\(line.title): \(told)\(assumed) (\(line.source.title) \(line.source.year))", indent: 2)
      } else if let why = line.why, !line.lacks.isEmpty, line.lacks.count <= 4 {
        text += lines("\(line.title): \(why)", indent: 2)
      }
    }
    return text.isEmpty ? [] : [heading("Risk")] + text
  }

  /// A checklist is shown where one of its criteria holds that not every patient with a leak has.
  var checklists: [String] {
    var text: [String] = []
    let jones = JonesChecklist(judgement.picture)
    if jones.criteria.contains(where: { $0.truth == .yes }), asksFor(.rheumaticFever, .streptococcalThroat) {
      text += lines("Jones 2015 (rheumatic fever): \(jones.verdict.rawValue)" + told(jones.criteria), indent: 2)
    }
    let duke = DukeChecklist(judgement.picture)
    if asksFor(.activeEndocarditis) || duke.verdict == .possible || duke.verdict == .definite {
      text += lines("Duke-ISCVID 2023 (endocarditis): \(duke.verdict.rawValue)" + told(duke.criteria), indent: 2)
    }
    return text.isEmpty ? [] : [heading("Checklists")] + text
  }

  private func asksFor(_ items: HistoryItem...) -> Bool {
    items.contains { judgement.picture.record.lists($0) == true }
  }

  private func told(_ criteria: [ChecklistCriterion]) -> String {
    let met = criteria.filter { $0.truth == .yes }.map(\.meaning)
    return met.isEmpty ? "" : " – met: " + met.joined(separator: "; ")
  }

  /// What concerns the patient: pressing advice and missed targets in full, the rest by name.
  var prevention: [String] {
    let items = PreventionPlan(judgement.picture).items
    let first = items.filter { $0.state <= .offTarget }
    let rest = items.filter { $0.state > .offTarget }.map { $0.topic.title.lowercased() }
    var text = [heading("Prevention")]
    for item in first {
      let own = item.own.map { " (\($0))" } ?? ""
      text += lines(
        "\(item.topic.title)\(own): \(item.clinicianText) (\(item.source.title) \(item.source.year))", indent: 2)
    }
    if !rest.isEmpty {
      text += lines("Also, for everyone: \(rest.joined(separator: ", ")) (--json has the texts).", indent: 2)
    }
    return text
  }
}

extension JudgementText {
  /// The plain words for the person, a heading above each part.
  public var plainWords: String {
    PlainWords(judgement).sections.map { section in
      var text = [heading(section.title)]
      if !section.sentences.isEmpty { text += lines(section.sentences.joined(separator: " "), indent: 0) }
      text += section.items.flatMap { lines("- " + $0, indent: 0) }
      return text.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
