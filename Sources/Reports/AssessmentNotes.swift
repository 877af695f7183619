// What a reader must know beside the numbers of an assessment.

import Instruments
import Assessment
import Cases
import Drawing
import Findings
import Guidelines
import Lesions
import Quantities
import Twin

extension CaseAssessment {
  /// A sentence or two each, beside the grade's own warnings.
  public var notes: [String] {
    var notes: [String] = []
    if fit != nil, !derived.isEmpty {
      notes.append(
        derived.map(\.identifier).joined(separator: ", ")
          + " not measured: taken from the fitted heart, and only as sure as it is.")
    }
    if let fit, !fit.assumptions.isEmpty {
      let told = fit.assumptions.map { line in
        let spec = line.finding.spec
        return "\(spec.identifier) \(NumberText.fixed(line.measured, digits: spec.digits)) ± "
          + "\(NumberText.fixed(line.standardError, digits: spec.digits)) \(Units.shown(spec.unit))"
      }
      notes.append("Assumed, since not measured: \(told.joined(separator: ", ")).")
    }
    if fit != nil, !searchedLeak {
      notes.append(
        "Nothing measured speaks of a leak, so the mitral valve was taken to hold. EROA, RVol, RF, a v wave, or forward flow beside "
          + "the ventricle's volumes would.")
    }
    if searchedLeak { notes += mechanismNotes }
    if fit?.converged == false { notes.append("The fit stopped before it had converged: read it with care.") }
    notes += patient.setAside(isFitted: fit != nil, answers: true, regurgitantVolume: reading.findings[.RVol])
    notes.append(
      (patient.answersTreatment
        ? "Treatments are shown within minutes, the reflexes answering"
        : "Treatments are shown at once, nothing answering")
        + "; for days and months, when kidneys and growth answer too: `mitral compare CASE --after 6mo`.")
    notes.append("Mitral teaches and supports research. It is no medical device.")
    return notes
  }

  /// How the leak was taken to follow the heart, and what else it may be.
  private var mechanismNotes: [String] {
    guard let best = mechanisms.first else { return [] }
    let cause = patient.leakMechanism.cause.map { "; cause in the history: \($0)." } ?? "."
    let others = mechanisms.dropFirst().filter { $0.prior >= 0.02 }
    guard !others.isEmpty else {
      return ["The leak was taken as \(best.mechanism.words) (\(evidence.reason))" + cause]
    }
    let told = ([best] + others).map { "\($0.mechanism.words) \(Verdict.percent($0.prior))" }
    return [
      "How it leaks is not settled: \(told.joined(separator: "; ")). Before the measurements this rested on "
        + evidence.reason + cause
    ]
  }
}

extension Case {
  /// What the case says and this version does not follow, a sentence each.
  ///
  /// - Parameter answers: whether the reflexes are run.
  ///
  /// - Parameter regurgitantVolume: of the heart shown, mL: one that lacks the leak that the case tells of is no heart of this
  ///   patient.
  public func setAside(isFitted: Bool, answers: Bool = false, regurgitantVolume: Double?) -> [String] {
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
