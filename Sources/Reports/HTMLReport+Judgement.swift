// What the guideline says, on the page: each recommendation with its class, its reasons and its source; what is missing to
// say more; and the plain words for the person, which stand by themselves so that they can be printed and handed over.

import Drawing
import Findings
import Guidelines

extension HTMLReport {
  /// The recommendations, what is not decided, and what is to be confirmed.
  static func recommendations(_ judgement: Judgement) -> String {
    let source = judgement.picture.guideline.source
    var body =
      Markup.element(
        "p",
        "By \(source.title) \(source.year); the same in every detail: mitral grade, one rule at a time: mitral grade --explain RULE.",
        "class=\"soft\"") + "\n"
    if judgement.recommendations.isEmpty {
      body += Markup.element("p", "No rule holds for what is known.") + "\n"
    } else {
      body +=
        "<ul class=\"advice\">\n" + judgement.recommendations.map(recommendation).joined(separator: "\n") + "\n</ul>\n"
    }
    if !judgement.open.isEmpty {
      body += Markup.element("h3", "Not decided") + "\n<ul>\n"
      for sentence in JudgementText.sentences(judgement.open, name: CaseWords.of) {
        body += Markup.element("li", sentence) + "\n"
      }
      body += "</ul>\n"
    }
    if !judgement.toConfirm.isEmpty {
      body += Markup.element("h3", "To confirm: taken as absent, since nothing mentions it") + "\n"
      body += Markup.element("p", judgement.toConfirm.joined(separator: "; ") + ".") + "\n"
    }
    return section("recommendations", "What the guideline says", body)
  }

  private static func recommendation(_ one: Recommendation) -> String {
    let rule = one.rule
    let badge = [rule.strength?.rawValue, rule.level].compactMap { $0 }.joined(separator: " ")
    let look = rule.polarity == .avoid ? "avoid" : "c-" + (rule.strength?.rawValue ?? "own")
    var html = "<li>" + Markup.element("span", badge.isEmpty ? "–" : badge, "class=\"class \(look)\"")
    html += Markup.element("strong", (rule.polarity == .avoid ? "Not: " : "") + rule.action.title)
    html += " " + Markup.escaped(rule.text)
    if !one.because.isEmpty {
      html += "<br>" + Markup.element("span", "because " + one.because.joined(separator: "; "), "class=\"soft\"")
    }
    html +=
      "<br>"
      + Markup.element("span", "\(rule.source.title) \(rule.source.year), \(rule.section) · \(rule.id)", "class=\"id\"")
    return html + "</li>"
  }

  /// A few lines for a letter.
  static func summary(_ judgement: Judgement) -> String {
    let lines = ClinicalSummary(judgement).lines
    return section(
      "summary", "Summary for a letter", lines.map { Markup.element("p", $0) }.joined(separator: "\n") + "\n")
  }

  /// The plain words.
  static func plainWords(_ judgement: Judgement) -> String {
    var body = ""
    for part in PlainWords(judgement).sections {
      body += Markup.element("h3", part.title) + "\n"
      if !part.sentences.isEmpty { body += Markup.element("p", part.sentences.joined(separator: " ")) + "\n" }
      if !part.items.isEmpty {
        body += "<ul>\n" + part.items.map { Markup.element("li", $0) }.joined(separator: "\n") + "\n</ul>\n"
      }
    }
    return section("plain-words", "In plain words, for the person", body, style: "plain")
  }
}
