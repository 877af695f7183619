// How sure an assessment is, in words: whether the measurements agree, what would settle the grade, how the sampling went.

import Assessment
import Drawing
import Findings
import Guidelines
import Twin

extension AssessmentText {
  /// Which measurement does not fit the others; nil where there are too few to tell.
  var disagreement: String? { assessment.disagreement.map(told) }

  /// What to measure next; nil where nothing would tell more.
  var whatWouldSettle: String? { assessment.whatWouldSettle.map(told) }

  private func told(_ words: AssessmentWords) -> String {
    ([heading(words.title)] + words.lines.map(item)).joined(separator: "\n")
  }

  /// How the posterior was found, in one line.
  var sampling: String { assessment.samplingWords.map(item) ?? "" }
}

/// A heading and what stands below it, for terminal and page.
struct AssessmentWords {
  let title: String
  let lines: [String]
}

extension CaseAssessment {
  /// Which measurement does not fit the others; nil where there are too few to tell.
  var disagreement: AssessmentWords? {
    let all = agreement
    guard all.count > 1 else { return nil }
    guard let culprit else {
      guard let worst = all.max(by: { $0.surprise.magnitude < $1.surprise.magnitude }) else { return nil }
      return AssessmentWords(
        title: "The measurements agree", lines: ["The furthest from the others: " + Verdict.implied(worst)])
    }
    let isGross = culprit.grossProbability >= 0.3 || culprit.surprise.magnitude >= 3
    var lines = [Verdict.implied(culprit)]
    if culprit.grossProbability >= 0.1 {
      lines.append(
        "The probability that it is grossly wrong (a wrong plane, an unusual beat, a slip of the pen): "
          + Verdict.percent(culprit.grossProbability) + ". So much less does it count above.")
    }
    let others = all.filter { $0 != culprit && $0.surprise.magnitude >= 2 }
    for other in others { lines.append("Also: " + Verdict.implied(other)) }
    return AssessmentWords(
      title: isGross ? "One measurement does not fit the others" : "One measurement fits the others poorly",
      lines: lines)
  }

  /// What to measure next; nil where nothing would tell more.
  var whatWouldSettle: AssessmentWords? {
    guard let grades else { return nil }
    let doubt = grades.entropy
    let useful = bestNext
    guard !useful.isEmpty else { return nil }
    var lines = [
      doubt >= 0.2
        ? "The doubt about the grade is \(NumberText.fixed(doubt, digits: 1)) bits (1 bit: two grades equally likely; 0: none). "
          + "It would fall, on average, by:"
        : "The grade is hardly in doubt. The regurgitant volume would be known more closely, on average, by:"
    ]
    for next in useful.prefix(4) {
      let low = next.finding.quantityRange(next.range)
      // Not where the instrument says it.
      let method =
        next.method.map { ["mri", "catheter"].contains($0.rawValue) ? "" : " (\(MethodWords.of($0.rawValue)))" } ?? ""
      let gain =
        doubt >= 0.2
        ? "\(NumberText.fixed(next.bits, digits: 2)) bits" : "\(Verdict.percent(next.shrinking)) of its spread"
      lines.append(
        "\(gain): \(next.finding.spec.name) by \(Verdict.lowered(next.instrument))\(method); \(low) is expected")
    }
    return AssessmentWords(title: doubt >= 0.2 ? "What would settle the grade" : "What would tell more", lines: lines)
  }

  /// How the posterior was found, in one line; nil where nothing was sampled.
  var samplingWords: String? {
    guard let report = posterior?.sampling else { return nil }
    let effective = NumberText.fixed(report.effectiveSamples, digits: 0)
    if report.isSketch {
      return
        "Quick: intervals are those of a normal approximation around the likeliest heart; grades are counted over "
        + "\(report.samples) draws from it, worth \(effective). Without --quick all likely hearts are sampled."
    }
    return
      "Intervals and grades are counted over sampled hearts worth \(effective) independent ones; split R-hat "
      + "\(NumberText.fixed(report.splitRHat, digits: 3)) (below 1.01: the chains agree); seed \(settings.seed)."
      + (report.isConverged ? "" : " The sampling did not converge: read it with care.")
  }
}

extension CaseAssessment {
  /// The measurements that would tell most, each finding once by its best instrument, without those that tell next to
  /// nothing.
  public var bestNext: [NextMeasurement] {
    guard let grades else { return [] }
    let isInDoubt = grades.entropy >= 0.2
    var found: [NextMeasurement] = []
    for next in nextMeasurements
    where (isInDoubt ? next.bits >= 0.03 : next.shrinking >= 0.03)
      && !found.contains(where: { $0.finding == next.finding })
    {
      found.append(next)
    }
    return found.sorted { isInDoubt ? $0.bits > $1.bits : $0.shrinking > $1.shrinking }
  }
}

extension Verdict {
  static let chancesLead = "How likely each grade is, with the error of every measurement weighed:"

  /// Why the likeliest grade is another than the one that the rules give; nil where it is not.
  static func whyOther(_ severity: SeverityJudgement, _ grades: GradeChances) -> String? {
    guard let grade = severity.grade, grades.likeliest != grade else { return nil }
    return
      "Taken as they stand, the numbers and signs speak for \(grade.identifier), and the rules go by that. Weighed together, "
      + "each with its instrument's error and known bias, they make \(grades.likeliest.identifier) likelier."
  }

  /// 62 %, < 1 %.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "< 1 %" }
    if share < 1, share > 0.995 { return "> 99 %" }
    return NumberText.fixed(100 * share, digits: 0) + " %"
  }

  /// "RVol 72 mL (pisa): the others imply 48 ± 6 mL, it lies 2.9 of its own standard errors above."
  static func implied(_ one: Agreement) -> String {
    let id = one.finding
    let method = one.method.isEmpty ? "" : " (\(MethodWords.of(one.method)))"
    let spread = NumberText.shown(one.impliedDeviation, digits: id.spec.digits)
    let implied = id.shown(one.implied) + " ± " + spread + (id.shownUnit.isEmpty ? "" : " " + id.shownUnit)
    let side = one.zScore >= 0 ? "above" : "below"
    let errors = NumberText.fixed(one.zScore.magnitude, digits: 1)
    return
      "\(id.identifier) \(id.quantity(one.measured))\(method): the others imply \(implied); it lies \(errors) of its "
      + "own standard errors \(side)" + (one.surprise.magnitude < 2 && one.zScore.magnitude < 2 ? "." : usual(one))
  }

  /// How far chance alone, and what the others leave open, would have it lie.
  private static func usual(_ one: Agreement) -> String {
    let usual = one.zScore.magnitude / one.surprise.magnitude
    return ", where \(NumberText.fixed(usual, digits: 1)) would be usual."
  }

  /// A title within a sentence: names of methods keep their capitals.
  static func lowered(_ title: String) -> String {
    let first = title.prefix(2)
    guard first.count == 2, first.uppercased() != String(first), !title.hasPrefix("Doppler") else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }
}

extension FindingID {
  /// "45–68 mL".
  func quantityRange(_ range: ClosedRange<Double>) -> String {
    "\(shown(range.lowerBound))–\(shown(range.upperBound))" + (shownUnit.isEmpty ? "" : " " + shownUnit)
  }
}
