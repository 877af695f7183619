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

  /// All sections, each with its heading, with an empty line between them: first what decides, then what it rests on.
  public var text: String {
    joined([
      verdict, disagreements, course, recommendations, followUp, open, assumed, teerCriteria, trials, risk, checklists,
      criteria, prevention, cautions,
    ])
  }

  /// What kind of leak it is, and how soon to act, for a reader who has seen the grade.
  public var kind: String { situation.joined(separator: "\n") }

  /// What the guideline says and what it lacks, for a reader who has seen the rest.
  public var advice: String {
    joined([disagreements, recommendations, followUp, open, assumed, cautions])
  }

  private func joined(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var picture: Picture { judgement.picture }

  // The grade, and what kind of leak it is.

  private var verdict: [String] {
    let severity = picture.severity
    var text = [heading(Verdict.headline(severity))]
    if severity.grade != nil { text += lines(Verdict.confidence(severity.confidence), indent: 2) }
    if let outlier = Verdict.outlier(severity) { text += lines(outlier, indent: 2) }
    for record in severity.because where record.counts { text += lines(Verdict.line(record), indent: 2) }
    for warning in severity.warnings { text += lines("! " + warning.text, indent: 2) }
    return text + situation
  }

  var situation: [String] { statements.flatMap { lines($0, indent: 0) } }

  /// Cause, stage, class, circulation and urgency, a statement each.
  var statements: [String] {
    let cause = picture.cause
    var text: [String] = []
    let isOpen = cause.cause == .undetermined && !cause.isOfReplacedValve
    var line = "Cause: " + (isOpen ? "undetermined" : cause.meaning)
    if let mechanism = cause.mechanism { line += ", " + mechanism.meaning }
    if let type = cause.carpentier { line += " (Carpentier \(type.rawValue): \(type.meaning))" }
    text.append(line + because(cause.because))
    let stage = judgement.stage
    if let found = stage.stage {
      text.append(
        "Stage \(found.rawValue), \(found.meaning) (\(StageJudgement.source.title) \(StageJudgement.source.year))")
    } else if !stage.candidates.isEmpty {
      let told = stage.candidates.map(\.rawValue).joined(separator: " or ")
      text.append("Stage \(told): \(stage.missing.joined(separator: ", ")) would tell")
    } else if !stage.missing.isEmpty, !judgement.acuity.isAcute, picture.severity.grade != nil {
      text.append("Stage not known: \(stage.missing.joined(separator: ", ")) missing")
    }
    if let class_ = judgement.nyha.nyha {
      text.append(
        "NYHA class \(class_.rawValue)" + (judgement.nyha.isInferred ? ", inferred from the complaints" : ""))
    }
    if let presentation = judgement.acuity.presentation {
      text.append(
        (presentation == .acute ? "Acute" : "Chronic") + (judgement.acuity.isInferred ? " (inferred)" : "")
          + "; circulation: " + judgement.profile.profile.meaning + because(judgement.profile.because))
    }
    let urgency = judgement.urgency
    text.append(
      "Urgency: \(urgency.urgency.rawValue), \(urgency.urgency.meaning)" + asFarAsKnown + because(urgency.because))
    return text
  }

  /// Nothing calls for haste, and little is known.
  private var asFarAsKnown: String {
    judgement.urgency.urgency == .routine && picture.severity.confidence == .indeterminate
      ? ", as far as anything is known" : ""
  }

  private func because(_ reasons: [String]) -> String {
    reasons.isEmpty ? "" : " – " + reasons.joined(separator: "; ")
  }

  // What does not agree.

  private var disagreements: [String] {
    let found = picture.severity.discordances
    guard !found.isEmpty else { return [] }
    return [heading("What does not agree")]
      + found.flatMap { lines(Self.sentence($0), indent: 2) }
  }

  /// What disagrees, the likelier error, and what to do.
  static func sentence(_ one: Discordance) -> String {
    let suspect = one.suspect.map { suspect in
      let by = suspect.method.map { " by \($0.rawValue)" } ?? ""
      return " Likelier error: \(suspect.finding.identifier)\(by). \(suspect.why)"
    }
    return one.text + (suspect ?? "") + " " + one.advice
  }

  // Earlier studies.

  private var course: [String] {
    guard !judgement.progression.trends.isEmpty else { return [] }
    return [heading("Earlier studies")] + judgement.progression.trends.flatMap { lines($0.text, indent: 2) }
  }

  private var followUp: [String] {
    guard let plan = judgement.followUp else { return [] }
    return lines(
      "Next visit: \(plan.interval). \(plan.text) (\(plan.source.title) \(plan.source.year), \(plan.section))",
      indent: 0)
  }

  private var cautions: [String] {
    guard !judgement.cautions.isEmpty else { return [] }
    return [heading("Keep in mind")] + judgement.cautions.flatMap { lines($0.text, indent: 2) }
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
    let grade = RuleText.strength(rule)
    let head = (rule.polarity == .avoid ? "Not: " : "") + rule.action.title
    return lines("\(head) (\(grade)) [\(rule.id)]", indent: 2) + lines(rule.text, indent: 4)
      + (one.because.isEmpty ? [] : lines("because " + one.because.joined(separator: "; "), indent: 4))
      + (one.overtakenBy.map { lines("overtaken by the stronger \($0.id)", indent: 4) } ?? [])
  }

  // What is missing.

  private var open: [String] {
    guard !judgement.open.isEmpty else { return [] }
    return [heading("Not decided")] + Self.sentences(judgement.open).flatMap { lines($0, indent: 2) }
  }

  /// "LVIDs not known: needed to decide on surgery of the mitral valve (esc-2025-P3)." What the same rules wait for is told
  /// together; of many actions the first four are named.
  ///
  /// - Parameter name: what a field of the case is called.
  static func sentences(_ open: [OpenQuestion], name: (String) -> String = { $0 }) -> [String] {
    var groups: [(names: [String], rules: [Rule])] = []
    for question in open {
      let waiting = question.rules.map(\.id)
      if let place = groups.firstIndex(where: { $0.rules.map(\.id) == waiting }) {
        groups[place].names.append(question.missing)
      } else {
        groups.append(([question.missing], question.rules))
      }
    }
    return groups.map { group in
      var actions: [(title: String, rules: [String])] = []
      for rule in group.rules {
        if let place = actions.firstIndex(where: { $0.title == rule.action.title }) {
          actions[place].rules.append(rule.id)
        } else {
          actions.append((rule.action.title, [rule.id]))
        }
      }
      let told = actions.prefix(4).map { "\($0.title) (\($0.rules.joined(separator: ", ")))" }.joined(separator: "; ")
      let rest = actions.count - 4
      return "\(group.names.map(name).joined(separator: ", ")) not known: needed to decide on \(told)"
        + (rest > 0 ? "; and \(rest) more." : ".")
    }
  }

  private var assumed: [String] {
    guard !judgement.toConfirm.isEmpty else { return [] }
    return [heading("To confirm (taken as absent, since nothing mentions it)")]
      + lines(judgement.toConfirm.joined(separator: "; "), indent: 2)
  }
}
