// An assessment for the terminal: the verdict first, then what it rests on, what would change, and what to know besides.

import Instruments
import Circulation
import Assessment
import Cases
import Drawing
import Findings
import Guidelines
import Twin

/// What `assess` prints.
public struct AssessmentText {
  let assessment: CaseAssessment
  let style: TerminalStyle

  public init(_ assessment: CaseAssessment, style: TerminalStyle) {
    self.assessment = assessment
    self.style = style
  }

  /// All sections with an empty line between them.
  public var text: String {
    let judged = JudgementText(assessment.judgement, style: style)
    var parts = [paragraph(TerminalText.clean(assessment.patient.name)), verdict + "\n" + judged.kind + mechanisms]
    parts += [disagreement, whatWouldSettle].compactMap { $0 }
    if let fit = assessment.fit {
      parts.append(
        heading("Measured against the fitted heart") + "\n"
          + TerminalTable.residuals(fit.residuals.map(ResidualLine.init), style: style) + "\n"
          + item(ResidualLine.fittedNote))
      parts.append(
        heading("The fitted heart") + "\n"
          + TerminalTable.parameters(assessment.parameters.map(ParameterLine.init), style: style) + "\n" + sampling)
    }
    if assessment.isPatients {
      parts.append(
        heading(
          assessment.patient.answersTreatment
            ? "What would change within minutes, in the likeliest heart"
            : "What would change at once, in the likeliest heart (reflexes off)") + "\n"
          + (assessment.whatIsSetAside.map { item($0) + "\n" } ?? "") + treatments)
    } else {
      parts.append(paragraph(CaseAssessment.whyNoTreatments))
    }
    parts += [ranges, courses].compactMap { $0 }
    parts.append(String(BeatText.plots(assessment.settled.beat, style: style).drop { $0 == "\n" }))
    parts.append(judged.advice)
    parts.append(style.paragraphs(assessment.severity.warnings.map(\.text) + assessment.notes))
    return parts.joined(separator: "\n\n")
  }

  /// Text in lines no wider than the terminal, nor than is easy to read; further lines are indented.
  func paragraph(_ text: String, indent: Int = 0) -> String {
    style.wrapped(text, indent: indent, most: 100).joined(separator: "\n")
  }

  /// A line of a list, its further lines indented.
  func item(_ text: String) -> String { "  " + paragraph(text, indent: 4) }

  func heading(_ text: String) -> String { style.painted(paragraph(text), .bold) }

  /// The grade, how sure it is, how likely each grade is, and what each criterion alone speaks for.
  private var verdict: String {
    let severity = assessment.severity
    var lines = [heading(Verdict.headline(severity))]
    if severity.grade != nil { lines.append(paragraph(Verdict.byTheRules(severity.confidence))) }
    if let grades = assessment.grades {
      lines.append(paragraph(Verdict.chancesLead))
      lines += bars(grades)
      if let why = Verdict.whyOther(severity, grades) { lines.append(item(why)) }
    }
    if let outlier = Verdict.outlier(severity) { lines.append(paragraph(outlier)) }
    for record in severity.because where record.counts {
      lines.append(item(Verdict.line(record)))
    }
    if assessment.fit != nil, assessment.searchedLeak {
      lines.append(paragraph(Verdict.fitted(assessment.fittedSeverity, assessment.reading.findings), indent: 2))
    }
    return lines.joined(separator: "\n")
  }

  private var mechanisms: String { assessment.mechanismLine.map { "\n" + paragraph($0, indent: 2) } ?? "" }

  /// A bar for each grade, the severest first; grades that nobody would expect are left out.
  private func bars(_ grades: GradeChances) -> [String] {
    let (full, empty) = style.unicode ? ("█", "·") : ("#", ".")
    return SeverityGrade.allCases.reversed().filter { grades[$0] >= 0.005 }.map { grade in
      let length = Int.nearest(30 * grades[grade], in: 0...30)
      let name = grade.identifier.padding(to: 9)
      let percent = Verdict.percent(grades[grade])
      let space = String(repeating: " ", count: max(5 - percent.count, 0))
      return "  " + name + space + percent + "  "
        + style.painted(String(repeating: full, count: length), .cyan) + String(repeating: empty, count: 30 - length)
    }
  }

  private var treatments: String {
    let lines = assessment.treatments.map(TreatmentLine.init)
    let advice = TreatmentAdvice.lines(lines, assessment.judgement).flatMap {
      style.wrapped("  " + $0, indent: 4, most: 100)
    }
    return TerminalTable.treatments(lines, style: style) + "\n" + advice.joined(separator: "\n")
  }
}

extension String {
  /// With a capital at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// Filled up with spaces.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}

extension TerminalStyle {
  /// Sentences, each wrapped to the width, or to what is well read where there is more.
  public func paragraphs(_ sentences: [String]) -> String {
    sentences.flatMap { wrapped($0, most: 100) }.joined(separator: "\n")
  }
}
