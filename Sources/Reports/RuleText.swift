// A rule explained: what it says, who says so, when it holds, and how this patient answers each of its conditions.

import Findings
import Guidelines

/// Writes rules.
public enum RuleText {
  /// "class IIa, level B"; who says so where the rule has no class.
  public static func strength(_ rule: Rule) -> String {
    let parts = [rule.strength.map { "class " + $0.rawValue }, rule.level.map { "level " + $0 }].compactMap { $0 }
    return parts.isEmpty ? rule.source.title : parts.joined(separator: ", ")
  }

  /// The rule with its source and its condition in words.
  public static func summary(_ rule: Rule) -> String {
    let avoid = rule.polarity == .avoid ? "not " : ""
    return
      "\(avoid)\(rule.action.rawValue) (\(strength(rule))): \(rule.text) When: \(rule.when.text)\(definitions(rule)). "
      + "\(rule.source.title) \(rule.source.year), \(rule.section)\(rule.evidence == .read ? "" : " (\(rule.evidence.word))")."
  }

  /// What the condition's names stand for: "; severe primary leak = severe leak, and …".
  private static func definitions(_ rule: Rule) -> String {
    rule.when.definitions.map { "; \($0.name) = \($0.text)" }.joined()
  }

  /// The rule, and what it makes of a patient, line by line.
  public static func explanation(_ rule: Rule, for picture: Picture, style: TerminalStyle) -> String {
    var lines = style.wrapped("\(rule.id): \(rule.text)", most: 100)
    lines += style.wrapped(
      "\(rule.source.title) \(rule.source.year), \(rule.section), \(strength(rule)) (\(rule.source.citation))",
      most: 100)
    let result = rule.when.evaluate(picture)
    lines += ["", verdict(result.truth)]
    for line in rule.when.explained(picture) {
      let mark = line.isAssumed ? "?" : line.truth == .yes ? "+" : line.truth == .no ? "-" : "?"
      let space = String(repeating: "  ", count: line.depth + 1)
      let wrapped = style.wrapped(line.text, indent: space.count + 2, most: 100)
      lines.append(space + mark + " " + (wrapped.first ?? ""))
      lines += wrapped.dropFirst()
    }
    lines += ["", style.spelled("+ holds   - does not hold   ? not known or taken for granted")]
    return lines.joined(separator: "\n")
  }

  private static func verdict(_ truth: Truth) -> String {
    switch truth {
    case .yes: "It holds for this patient:"
    case .no: "It does not hold for this patient:"
    case .unknown: "It cannot be decided for this patient:"
    }
  }
}
