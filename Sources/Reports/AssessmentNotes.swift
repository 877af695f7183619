// What a reader must know beside the numbers of an assessment.

import Instruments
import Assessment
import Cases
import Drawing
import Findings
import Guidelines
import Inference
import Lesions
import Quantities
import Statements
import Twin

extension CaseAssessment {
  /// Where the fitted heart lacks the leak that the case tells of.
  static let whyNoTreatments =
    "Treatments and years are not told: how large the leak is was not measured, and the fitted heart has none."

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
    if isPatients {
      notes.append(
        (patient.answersTreatment
          ? "Treatments are shown within minutes, the reflexes answering"
          : "Treatments are shown at once, nothing answering")
          + "; for days and months, when kidneys and growth answer too: `mitral compare CASE --after 6mo`.")
    }
    notes.append("Mitral teaches and supports research. It is no medical device.")
    return notes
  }

  /// What treatments and years rest on where measurements are all but set aside; nil where none is.
  var whatIsSetAside: String? {
    let gross = agreement.filter { $0.grossProbability >= 0.5 }
    guard !gross.isEmpty, isPatients else { return nil }
    let told = gross.map { "\($0.finding.identifier) \($0.finding.quantity($0.measured))" }.joined(separator: ", ")
    return
      "These hearts all but set aside what does not fit (\(told)): measure it again before relying on what follows."
  }

  /// The ways in which the valve may leak, the likeliest first, with names for a chart; those below half a percent are left
  /// out; none where no leak was fitted.
  var mechanismsTold: [(name: String, chance: String, share: Double, words: String)] {
    guard searchedLeak else { return [] }
    return mechanisms.filter { $0.prior >= 0.005 }.map {
      ($0.mechanism.name, Verdict.percent($0.prior), $0.prior, $0.mechanism.words)
    }
  }

  /// The same in a line, where there are several.
  var mechanismLine: String? {
    let told = mechanismsTold
    guard told.count > 1 else { return nil }
    return "How it leaks is not settled: " + told.map { "\($0.name) \($0.chance)" }.joined(separator: ", ")
  }

  /// How the leak was taken to follow the heart, and what else it may be.
  private var mechanismNotes: [String] {
    guard let best = mechanisms.first else { return [] }
    let others = mechanisms.dropFirst().filter { $0.prior >= 0.02 }
    guard !others.isEmpty else {
      return [patient.measured.sentence(of: best.mechanism)]
    }
    let told = ([best] + others).map { "\($0.mechanism.words) \(Verdict.percent($0.prior))" }
    return [
      "How it leaks is not settled: \(told.joined(separator: "; ")). Before the measurements this rested on "
        + evidence.reason + patient.measured.causeInHistory
    ]
  }
}

extension LeakMechanism {
  /// Short, in the words of the field.
  var name: String {
    switch self {
    case .fixed: "hole or scar"
    case .flail: "flail or holosystolic prolapse"
    case .prolapse: "late-systolic prolapse"
    case .tethering: "tethered leaflets"
    case .ring: "wide annulus"
    }
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
