// A judgement for people at a terminal: the grade and why, the cause, the stage, what the guideline says and why, what is
// missing to say more, and what was taken for granted.

import Findings
import Guidelines

/// Writes a judgement.
public struct JudgementText {
  let judgement: Judgement
  let style: TerminalStyle

  public init(_ judgement: Judgement, style: TerminalStyle) {
    self.judgement = judgement
    self.style = style
  }

  /// All sections, each with its heading, with an empty line between them.
  public var text: String {
    [recommendations, open, assumed].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  func heading(_ text: String) -> String { style.painted(style.spelled(text), .bold) }

  /// A line with further ones indented.
  func lines(_ text: String, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines = style.wrapped(space + "\u{1}" + text, indent: indent + 2, most: 100)
    if let first = lines.first { lines[0] = space + first.replacing("\u{1}", with: "") }
    return lines
  }

  // Recommendations.

  private var recommendations: [String] {
    let source = judgement.picture.guideline.source
    guard !judgement.recommendations.isEmpty else {
      return [heading("No rule of \(source.title) \(source.year) holds for what is known.")]
    }
    return [heading("What \(source.title) \(source.year) says")]
      + judgement.recommendations.flatMap(recommendation)
  }

  private func recommendation(_ one: Recommendation) -> [String] {
    let rule = one.rule
    let strength = [rule.strength.map { "class " + $0.rawValue }, rule.level.map { "level " + $0 }].compactMap { $0 }
    let grade = strength.isEmpty ? rule.source.title : strength.joined(separator: ", ")
    let head = (rule.polarity == .avoid ? "Not: " : "") + rule.action.title
    return lines("\(head) (\(grade)) [\(rule.id)]", indent: 2) + lines(rule.text, indent: 4)
      + (one.because.isEmpty ? [] : lines("because " + one.because.joined(separator: "; "), indent: 4))
  }

  // What is missing.

  private var open: [String] {
    guard !judgement.open.isEmpty else { return [] }
    return [heading("Not decided")]
      + judgement.open.flatMap { question in
        lines(
          "\(question.missing) not known: needed for \(question.rules.map(\.id).joined(separator: ", "))", indent: 2)
      }
  }

  /// "LVIDs not known: needed for esc-2025-P3, esc-2025-P4."
  static func sentence(_ question: OpenQuestion) -> String {
    "\(question.missing) not known: needed for \(question.rules.map(\.id).joined(separator: ", "))."
  }

  private var assumed: [String] {
    guard !judgement.toConfirm.isEmpty else { return [] }
    return [heading("To confirm (taken as absent, since nothing mentions it)")]
      + judgement.toConfirm.flatMap { lines($0, indent: 2) }
  }
}
