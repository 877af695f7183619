// What only a whole assessment can put on the page: the verdict in a sentence with how likely it is, the heart drawn with
// its leak, the probability of each grade, what does not fit and what to measure next.

import Assessment
import Cases
import Circulation
import Drawing
import Findings
import Guidelines
import Instruments
import Lesions
import Pictures
import Twin
import Statements
import Inference

/// The heart of a report, and a healthy one of the same body.
struct ReportHearts {
  let assessment: CaseAssessment
  let own: Examined
  /// Nil where the healthy heart itself was stated.
  let healthy: Examined?

  init(_ assessment: CaseAssessment) {
    self.assessment = assessment
    let patient = assessment.patient
    own = Examined(assessment.heart, body: patient.body, beat: assessment.settled.beat)
    let definition = patient.healthyHeart
    let settled = definition.settled()
    let isOther = assessment.fit != nil || patient.statesItsHeart || !patient.lesions.isEmpty
    healthy =
      settled.status == .periodic && isOther ? Examined(definition, body: patient.body, beat: settled.beat) : nil
  }
}

extension HTMLReport {
  /// A figure with its heading; the picture's own words stand in it for those who cannot see it.
  static func figure(_ canvas: Canvas, _ identifier: String, title: String? = nil, caption: String = "") -> String {
    "<figure>" + (title.map { Markup.element("h3", $0) } ?? "")
      + canvas.svg(identifier: identifier, setting: .page)
      + (caption.isEmpty ? "" : Markup.element("figcaption", caption)) + "</figure>\n"
  }

  /// Kind and mechanism, and how sure the grade is.
  static func lead(_ report: AssessmentReport) -> String {
    let severity = report.severity
    var sentences: [String] = []
    let cause = report.judgement.picture.cause
    if severity.grade.map({ $0 > .none }) ?? false, cause.cause != .undetermined {
      let kind = cause.cause.meaning + (cause.mechanism.map { ": \($0.meaning)" } ?? "")
      sentences.append(kind.prefix(1).uppercased() + kind.dropFirst() + ".")
    }
    if severity.grade != nil { sentences.append(Verdict.byTheRules(severity.confidence)) }
    if let grades = report.assessment?.grades {
      let likeliest = grades.likeliest
      sentences.append(
        "With the error of every measurement weighed: \(likeliest.identifier) with a probability of \(Verdict.percent(grades[likeliest]))."
      )
      if let why = Verdict.whyOther(severity, grades) { sentences.append(why) }
    }
    if let line = report.assessment?.mechanismLine { sentences.append(line + ".") }
    return sentences.isEmpty ? "" : paragraph(sentences.joined(separator: " "), "lead")
  }

  /// The recommendation that comes first.
  static func firstAdvice(_ judgement: Judgement) -> String {
    guard let one = judgement.recommendations.first(where: { $0.rule.polarity == .perform }) else { return "" }
    let rule = one.rule
    let strength = [rule.strength.map { "class \($0.rawValue)" }, rule.level.map { "level \($0)" }].compactMap { $0 }
    let told = strength.isEmpty ? "" : " (" + strength.joined(separator: ", ") + ")"
    return "<p class=\"first\">" + Markup.element("strong", rule.action.title + told + ":") + " "
      + Markup.escaped(rule.text) + " <a href=\"#recommendations\">All recommendations</a></p>\n"
  }

  private static let places: [(identifier: String, title: String)] = [
    ("chances", "How likely each grade is"), ("heart", "The heart and its mitral valve"),
    ("fit", "Measured against fitted"),
    ("criteria", "Why this grade"), ("recommendations", "What the guideline says"),
    ("curves", "The heart at work"),
    ("sound", "What the stethoscope hears"), ("treatments", "Treatments side by side"), ("years", "The years to come"),
    ("risk", "Risk"), ("prevention", "Prevention"), ("summary", "Summary for a letter"),
    ("plain-words", "In plain words, for the person"), ("notes", "What this rests on"),
    ("parameters", "The fitted heart’s parameters"), ("findings", "Findings of this heart"), ("method", "Method"),
    ("limits", "Limits"), ("sources", "Sources"),
  ]

  /// Links to the sections that there are.
  static func contents(_ sections: [String]) -> String {
    let page = sections.joined()
    let links = places.filter { page.contains("<section id=\"\($0.identifier)\"") }.map { place in
      "<li>" + Markup.element("a", place.title, "href=\"#\(place.identifier)\"") + "</li>"
    }
    return "<nav aria-labelledby=\"contents-title\"><h2 id=\"contents-title\">Contents</h2>\n<ol>\n"
      + links.joined(separator: "\n") + "\n</ol>\n</nav>"
  }

  /// The heart drawn with its leak.
  static func heart(_ hearts: ReportHearts) -> String {
    let isRing =
      (hearts.assessment.mechanisms.first?.mechanism ?? hearts.assessment.patient.leakMechanism.mechanism) == .ring
    let assessment = hearts.assessment
    let told = assessment.mechanismsTold
    let picture = HeartPicture(
      hearts.own, healthy: hearts.healthy, isRingWide: isRing, chance: told.count > 1 ? told[0].chance : nil)
    var caption =
      "Chambers, each at its largest, and walls are to scale; leaflets, gap and jet are drawn larger than they are. The left of the "
      + "body is on the right."
    if told.count == 1 {
      caption += " The valve is drawn in the one form that was considered (\(assessment.evidence.reason))."
    } else if let likeliest = told.first {
      caption +=
        " How the valve leaks is not settled: drawn is the likeliest form, \(likeliest.name), with a probability of \(likeliest.chance)."
    }
    if !assessment.isPatients { caption += " The patient’s own leak was not measured and is not drawn." }
    let words = paragraph(picture.description)
    return section(
      "heart", "The heart and its mitral valve",
      "<div class=\"beside heart\">\n" + figure(picture.canvas(), "four-chambers", caption: caption) + "<div>\n" + words
        + mechanisms(hearts.assessment) + "</div>\n</div>\n")
  }

  private static func mechanisms(_ assessment: CaseAssessment) -> String {
    let told = assessment.mechanismsTold
    guard told.count > 1 else { return "" }
    let bars = told.map { ChanceBars.Bar($0.name, $0.share, told: $0.chance) }
    return figure(
      ChanceBars.canvas(bars, title: "Probability of each way to leak", names: 212), "mechanisms",
      title: "How it may leak", caption: "Before the measurements this rested on \(assessment.evidence.reason).")
      + list(told.map { "\($0.name.capitalisedFirst): \($0.words)." })
  }

  /// How likely each grade is, what does not fit, what to measure next.
  static func chances(_ assessment: CaseAssessment) -> String {
    var body = ""
    if let grades = assessment.grades {
      let all = SeverityGrade.allCases.reversed()
      let bars = all.map { ChanceBars.Bar($0.identifier, grades[$0], told: Verdict.percent(grades[$0])) }
      body += figure(
        ChanceBars.canvas(bars, title: "Probability of each grade"), "grades",
        caption: "Each heart that fits the measurements is graded as if everything were known of it, and counted.")
    }
    var words = ""
    for part in [assessment.disagreement, assessment.whatWouldSettle].compactMap({ $0 }) {
      words += Markup.element("h3", part.title) + "\n" + list(part.lines)
    }
    if !words.isEmpty { body += "<div>\n" + words + "</div>\n" }
    guard !body.isEmpty else { return "" }
    return section("chances", "How likely each grade is", "<div class=\"beside\">\n" + body + "</div>\n")
  }

  /// What was assumed, set aside or left open.
  static func notes(_ report: AssessmentReport) -> String {
    report.notes.isEmpty ? "" : section("notes", "What this rests on", list(report.notes))
  }
}
