// The table of rules in docs/guidelines.md is the rule base. `MITRAL_WRITE_DOCS=1 ./test --only unit` writes it anew.

import Foundation
import Guidelines
import Testing

@Suite struct RulePageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/guidelines.md")
  private static let mark = "<!-- written by the tests from here -->\n"

  @Test func thePageListsEveryRuleAsItIs() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.mark))
    let renewed = text[..<start.upperBound] + Self.tables
    if ProcessInfo.processInfo.environment["MITRAL_WRITE_DOCS"] == "1" {
      try String(renewed).write(to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(text == renewed, "renew it with MITRAL_WRITE_DOCS=1 if rules were meant to change")
    }
  }

  private static var tables: String {
    var text = ""
    for guideline in Guideline.allCases {
      text +=
        "\n### \(guideline.identifier)\n\n| rule | class, level | action | what it says | source |\n| --- | --- | --- | --- | --- |\n"
      for rule in RuleBook.rules(of: guideline) {
        let grade = [rule.strength?.rawValue, rule.level].compactMap { $0 }.joined(separator: " ")
        let action = (rule.polarity == .avoid ? "not: " : "") + rule.action.rawValue
        text +=
          "| `\(rule.id)` | \(grade) | \(action) | \(rule.text) | \(rule.source.title) \(rule.source.year), \(rule.section) |\n"
      }
    }
    return text
  }
}
