// An assessment for the terminal, for the page and as JSON.

import Drawing
import Instruments
import Cases
import Circulation
import Findings
import Guidelines
import Quantities
import Reports
import Twin

/// What `assess` prints: the verdict, measured against fitted, treatments, the loop.
struct AssessmentText {
  let assessment: Assessment
  let style: TerminalStyle

  init(_ assessment: Assessment, style: TerminalStyle) {
    self.assessment = assessment
    self.style = style
  }

  var text: String {
    let judged = JudgementText(assessment.judgement, style: style)
    var parts = [paragraph(TerminalText.clean(assessment.patient.name)), verdict + "\n" + judged.kind]
    if let fit = assessment.fit {
      parts.append(
        paragraph("Measured against the fitted heart") + "\n"
          + TerminalTable.residuals(fit.residuals.map(ResidualLine.init), style: style))
      parts.append(
        paragraph("The fitted heart") + "\n"
          + TerminalTable.parameters(fit.parameters.map(ParameterLine.init), style: style))
    }
    parts.append(
      paragraph(
        assessment.patient.answersTreatment
          ? "What would change within minutes" : "What would change at once (reflexes off)") + "\n" + treatments + "\n"
        + BeatText.plots(assessment.settled.beat, style: style))
    parts.append(judged.advice)
    parts.append(style.paragraphs(assessment.severity.warnings.map(\.text) + assessment.notes))
    return parts.joined(separator: "\n\n")
  }

  /// Text in lines no wider than the terminal, nor than is easy to read; further lines are indented.
  private func paragraph(_ text: String, indent: Int = 0) -> String {
    style.wrapped(text, indent: indent, most: 100).joined(separator: "\n")
  }

  /// The grade, how sure it is, what does not fit, and what each criterion alone speaks for.
  private var verdict: String {
    let severity = assessment.severity
    var lines = [paragraph(Verdict.headline(severity))]
    if severity.grade != nil { lines.append(paragraph(Verdict.confidence(severity.confidence))) }
    if let outlier = Verdict.outlier(severity) { lines.append(paragraph(outlier)) }
    for record in severity.because where record.counts {
      lines.append("  " + paragraph(Verdict.line(record), indent: 4))
    }
    if assessment.fit != nil {
      let line = Verdict.fitted(assessment.fittedSeverity, assessment.reading.findings)
      lines.append(paragraph(line, indent: 2))
    }
    return lines.joined(separator: "\n")
  }

  private var treatments: String {
    let lines = assessment.treatments.map(TreatmentLine.init)
    let advice = TreatmentAdvice.lines(lines, assessment.judgement).flatMap {
      style.wrapped("  " + $0, indent: 4, most: 100)
    }
    return TerminalTable.treatments(lines, style: style) + "\n" + advice.joined(separator: "\n")
  }
}

extension TerminalStyle {
  /// Sentences, each wrapped to the width, or to what is well read where there is more.
  func paragraphs(_ sentences: [String]) -> String {
    sentences.flatMap { wrapped($0, most: 100) }.joined(separator: "\n")
  }
}

extension Assessment {
  /// What a reader must know beside the numbers and the grade's own warnings.
  var notes: [String] {
    var notes: [String] = []
    if fit != nil, !derived.isEmpty {
      notes.append(
        derived.map(\.identifier).joined(separator: ", ")
          + " not measured: taken from the fitted heart, and only as sure as it is.")
    }
    if let worst = fit?.residuals.max(by: { $0.zScore.magnitude < $1.zScore.magnitude }), worst.zScore.magnitude >= 2 {
      let side = worst.zScore > 0 ? "above" : "below"
      notes.append(
        "\(worst.finding.identifier) does not fit the other measurements: "
          + "\(NumberText.fixed(worst.zScore.magnitude, digits: 1)) standard errors \(side) what they imply.")
    }
    if let fit, !fit.assumptions.isEmpty {
      let told = fit.assumptions.map { line in
        let spec = line.finding.spec
        return "\(spec.identifier) \(NumberText.fixed(line.measured, digits: spec.digits)) ± "
          + "\(NumberText.fixed(line.standardError, digits: spec.digits)) \(Units.shown(spec.unit))"
      }
      notes.append("Assumed, since not measured: \(told.joined(separator: ", ")).")
    }
    if let fit, !fit.parameters.contains(where: { $0.name == "leakArea" }) {
      notes.append(
        "Nothing measured speaks of a leak, so the mitral valve was taken to hold. EROA, RVol, RF, a v wave, or forward flow beside "
          + "the ventricle's volumes would.")
    }
    if fit?.parameters.contains(where: { $0.name == "leakArea" }) == true {
      notes.append(patient.leakMechanism.sentence)
    }
    if fit?.converged == false { notes.append("The fit stopped before it had converged: read it with care.") }
    notes += patient.setAside(
      isFitted: fit != nil, answers: true, regurgitantVolume: reading.findings[.RVol])
    notes.append(
      (patient.answersTreatment
        ? "Treatments are shown within minutes, the reflexes answering"
        : "Treatments are shown at once, nothing answering")
        + "; for days and months, when kidneys and growth answer too: `mitral compare CASE --after 6mo`.")
    notes.append("Mitral teaches and supports research. It is no medical device.")
    return notes
  }

  var report: AssessmentReport {
    AssessmentReport(
      caseName: patient.name, caseSource: patient.source, body: patient.body, beat: settled.beat,
      findings: reading.findings, residuals: fit?.residuals.map(ResidualLine.init) ?? [],
      parameters: fit?.parameters.map(ParameterLine.init) ?? [],
      assumptions: fit?.assumptions.map(ResidualLine.init) ?? [], converged: fit?.converged ?? true,
      judgement: judgement, fittedSeverity: fit == nil ? nil : fittedSeverity,
      treatments: treatments.map(TreatmentLine.init), notes: notes, engineVersion: Product.version)
  }

  var json: JSONTree {
    return ResultJSON.assess(
      case: patient.json, version: Product.version, status: settled.status, reading: reading, judgement: judgement,
      fit: fit, mechanism: patient.leakMechanism,
      parameters: fit?.parameters.map(ParameterLine.init) ?? [],
      residuals: fit?.residuals.map(ResidualLine.init) ?? [], treatments: treatments.map(TreatmentLine.init))
  }
}

extension Case {
  /// What the case says and this version does not follow, a sentence each.
  ///
  /// - Parameter answers: whether the reflexes are run.
  ///
  /// - Parameter regurgitantVolume: of the heart shown, mL: one that lacks the leak that the case tells of is no heart of this
  ///   patient.
  func setAside(isFitted: Bool, answers: Bool = false, regurgitantVolume: Double?) -> [String] {
    var notes: [String] = []
    if let warning = missingLeak(regurgitantVolume: regurgitantVolume) { notes.append(warning) }
    if isFitted, !lesions.isEmpty {
      notes.append(
        "The stated lesions (\(lesions.map(\.kind).joined(separator: ", "))) say that the mitral valve leaks; how much was fitted to the "
          + "measurements.")
    }
    if !isFitted, let missed = missedOrifice {
      notes.append(
        "The stated orifice of \(NumberText.fixed(missed.stated, digits: 2)) cm² is not reached in this heart: its peak is "
          + "\(NumberText.fixed(missed.peak, digits: 2)) cm².")
    }
    if !isFitted, let cause = causeOfStatedLesions { notes.append("Cause in the history: \(cause).") }
    if isFitted, !treatments.isEmpty {
      notes.append("Treatments already given are taken to be in what was measured.")
    }
    if !isFitted, !statesItsHeart, toldLeak.isEmpty {
      notes.append(
        "Nothing was measured and nothing stated: this is the healthy heart of a person of this size, nobody's own.")
    }
    if rhythm == .atrialFibrillation, isFitted {
      notes.append(
        "In atrial fibrillation the fit is to the regular beat of the mean rate, without atrial contraction; A waves were "
          + "set aside.")
    }
    if reflexes == true, !answers {
      notes.append("The case asks for reflexes: `mitral simulate` runs them, here they are off.")
    }
    let unused = isFitted ? unusedFindings : []
    if !unused.isEmpty {
      notes.append("Not used by the fit: \(unused.map(\.identifier).joined(separator: ", ")).")
    }
    return notes
  }
}
