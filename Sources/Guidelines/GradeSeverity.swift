// How severe is the leak? The algorithm of the American Society of Echocardiography (Zoghbi et al. 2017), with the
// thresholds of the guideline that is followed:
//
// 1. four or more specific signs of one side: definitely mild, or severe; 2. else EROA, RVol and RF, each in a bin I to
// IV, put together by the rule of `Vote`; 3. bin I is mild, II and III moderate, IV severe; III is severe with three or
// more specific signs of a severe leak, or
//    where the orifice is elliptical;
// 4. signs and numbers that disagree, and what the volumes forbid: indeterminate.
//
// Ours, where the sources are silent: no leak up to 0.01 cm², 2 mL and 2 %; a trace below a quarter of bin II's
// beginning. Signs alone, fewer than four, give a grade that stays indeterminate.

import Findings

/// Grades a mitral leak.
///
/// Findings are in the units of their specs; none is required. What is missing for a firmer grade is listed in the
/// result, and so is every caution. Sources and thresholds stand in `SeverityThresholds`.
public func gradeSeverity(
  _ findings: FindingValues, qualitative: QualitativeValues = QualitativeValues(),
  context: GradingContext = GradingContext(), guideline: Guideline = .escEacts2025
) -> SeverityJudgement {
  var grading = Grading(findings, qualitative, context, guideline)
  return grading.judgement()
}

private struct Grading {
  let findings: FindingValues
  let guideline: Guideline
  let leak: LeakClass
  let thresholds: SeverityThresholds
  let elliptical: Bool
  let signs: SpecificSigns
  var leakNumbers: LeakNumbers
  var warnings: [SeverityWarning] = []

  init(
    _ findings: FindingValues, _ qualitative: QualitativeValues, _ context: GradingContext, _ guideline: Guideline
  ) {
    self.findings = findings
    self.guideline = guideline
    let known = context.leak ?? LeakClass(signs: qualitative)
    leak = known ?? .primary
    thresholds = SeverityThresholds.of(guideline, leak)
    elliptical =
      qualitative.orificeShape == .elliptical
      || (leak == .secondary && qualitative.has(.tenting) && qualitative.orificeShape != .round)
    signs = SpecificSigns(findings, qualitative, context, leak)
    leakNumbers = LeakNumbers(findings)
    warnings = leakNumbers.warnings + signs.warnings
    if known == nil { warnings.append(.classAssumed) }
    if context.acute { warnings.append(.acute) }
    if findings[.SBP] == nil { warnings.append(.pressureUnknown) }
    if elliptical { warnings.append(.ellipticalOrifice) }
    setAsideSingleFrames(qualitative)
    bin()
  }

  /// A leak of part of systole: EROA is set aside where RVol or RF is known.
  private mutating func setAsideSingleFrames(_ qualitative: QualitativeValues) {
    var others = false
    for number in leakNumbers.numbers where number.finding != .EROA && number.counts { others = true }
    if leakNumbers.value(.EROA) != nil, !others { warnings.append(.orificeAlone) }
    guard qualitative.jetTiming == .midLate || qualitative.jetTiming == .early else { return }
    warnings.append(.notHolosystolic)
    for index in leakNumbers.numbers.indices where leakNumbers.numbers[index].finding == .EROA && others {
      leakNumbers.numbers[index].counts = false
    }
  }

  private mutating func bin() {
    let flow = lowFlow()
    if flow { warnings.append(.lowFlow) }
    for index in leakNumbers.numbers.indices {
      let number = leakNumbers.numbers[index]
      let edges: [Double]
      var relaxed: SeverityThresholds.Relaxed?
      switch number.finding {
      case .EROA:
        edges = thresholds.EROA
        relaxed = elliptical ? thresholds.ellipticalEROA : nil
      case .RVol:
        edges = thresholds.RVol
        relaxed = flow ? thresholds.lowFlowRVol : nil
      default: edges = thresholds.RF
      }
      var bin = SeverityThresholds.bin(number.value, edges)
      if let lowered = relaxed, bin < 4, SeverityThresholds.reaches(number.value, lowered.threshold) {
        bin = 4
      } else {
        relaxed = nil
      }
      leakNumbers.numbers[index].bin = bin
      leakNumbers.numbers[index].relaxed = relaxed
    }
  }

  /// Forward stroke volume index below 35 mL/m².
  private func lowFlow() -> Bool {
    if let index = findings[.CI], let rate = findings[.HR], rate > 0 {
      return index * 1000 / rate < SeverityThresholds.lowFlowIndex
    }
    guard let surface = findings[.BSA], surface > 0 else { return false }
    var forward = leakNumbers.forwardStroke
    if forward == nil, let total = leakNumbers.totalStroke, let leaked = leakNumbers.value(.RVol), total > leaked {
      forward = total - leaked
    }
    return forward.map { $0 / surface < SeverityThresholds.lowFlowIndex } ?? false
  }
}

// Putting signs and numbers together.
extension Grading {
  /// A grade on the way: a bin 1 to 4, or nothing known.
  private struct Verdict {
    var bin: Int?
    var confidence: Confidence
    var outlier: FindingID?
  }

  mutating func judgement() -> SeverityJudgement {
    let mild = signs.count(.specificMild)
    let severe = signs.count(.specificSevere)
    var verdict = byNumbers(severe)
    if verdict.bin == nil {
      verdict = bySigns(mild, severe)
    } else {
      weigh(&verdict, mild, severe)
    }
    if let forbidden = leakNumbers.forbidden {
      verdict.confidence = .indeterminate
      verdict.outlier = forbidden
    } else if leakNumbers.warnings.contains(.fractionDisagrees) || leakNumbers.warnings.contains(.orificeDisagrees) {
      verdict.confidence = min(verdict.confidence, .probable)
    }
    let grade = verdict.bin.map { smallLeak(severe) ?? Self.grade($0) }
    return SeverityJudgement(
      guideline: guideline, leak: leak, thresholds: thresholds, grade: grade,
      scale: grade.map { $0 < .mild ? 0 : verdict.bin ?? 0 }, confidence: verdict.confidence,
      because: quantities() + signs.records, outlier: verdict.outlier, warnings: warnings, missing: missing(),
      systolicPressure: findings[.SBP])
  }

  private static func grade(_ bin: Int) -> SeverityGrade {
    switch bin {
    case 1: .mild
    case 2, 3: .moderate
    default: .severe
    }
  }

  private func byNumbers(_ severe: Int) -> Verdict {
    guard
      let vote = Vote(leakNumbers.numbers, severeSigns: severe, combination: thresholds.combination)
    else { return Verdict(bin: nil, confidence: .indeterminate, outlier: nil) }
    var verdict = Verdict(bin: vote.bin, confidence: vote.confidence, outlier: vote.outlier)
    if vote.bin == 3 {
      if severe >= 3 {
        verdict.bin = 4
      } else if let lowered = thresholds.ellipticalEROA, elliptical {
        verdict.bin = 4
        if lowered.atMostProbable { verdict.confidence = min(verdict.confidence, .probable) }
      }
    }
    // A grade that rests on lowered thresholds is as sure as the source is of them.
    for number in leakNumbers.numbers where number.counts && number.relaxed?.atMostProbable == true {
      verdict.confidence = min(verdict.confidence, .probable)
    }
    return verdict
  }

  /// Numbers against signs. Four specific signs of one side decide; numbers against them make the grade indeterminate.
  private mutating func weigh(_ verdict: inout Verdict, _ mild: Int, _ severe: Int) {
    guard let bin = verdict.bin else { return }
    var against = false
    if severe >= 4, mild < 4 {
      verdict.bin = 4
      against = bin < 3
      if !against, verdict.outlier == nil { verdict.confidence = .definite }
    } else if mild >= 4, severe < 4 {
      verdict.bin = 1
      against = bin > 2
      if bin == 1, verdict.outlier == nil { verdict.confidence = .definite }
      if bin == 2 { verdict.confidence = min(verdict.confidence, .probable) }
    } else {
      against = (bin == 1 && severe >= 2 && severe > mild) || (bin == 4 && mild >= 2 && severe == 0)
      let doubtful = (bin == 1 && severe > 0) || (bin == 4 && mild > 0 && severe == 0)
      if doubtful { verdict.confidence = min(verdict.confidence, .probable) }
    }
    if against {
      verdict.confidence = .indeterminate
      warnings.append(.numbersAgainstSigns)
    }
  }

  /// No number at all: four signs of one side decide, fewer only hint.
  private func bySigns(_ mild: Int, _ severe: Int) -> Verdict {
    // Chambers of normal size and an ordinary inflow are what hearts without a leak have: alone they grade nothing.
    let ofTheHeart: [SeverityCriterion] = [.chamberSize, .inflow, .E, .LAVI, .LAd]
    guard signs.records.contains(where: { !ofTheHeart.contains($0.criterion) }) else {
      return Verdict(bin: nil, confidence: .indeterminate, outlier: nil)
    }
    if severe >= 4, mild < 4 { return Verdict(bin: 4, confidence: .definite, outlier: nil) }
    if mild >= 4, severe < 4 { return Verdict(bin: 1, confidence: .definite, outlier: nil) }
    var bin: Int?
    var lost = false
    for record in signs.records {
      if record.criterion == .flail || record.criterion == .papillaryRupture { lost = true }
      if record.criterion == .VCW { bin = 2 }
    }
    if mild + severe > 0 { bin = 2 }
    if mild == 0, lost || severe >= 2 { bin = 4 }
    if severe == 0, mild > 0 { bin = 1 }
    return Verdict(bin: bin, confidence: .indeterminate, outlier: nil)
  }

  /// None or trace, where every number that counts is that small and no sign speaks of a severe leak.
  private func smallLeak(_ severe: Int) -> SeverityGrade? {
    var none = true
    var trace = true
    var counted = 0
    for number in leakNumbers.numbers where number.counts {
      counted += 1
      let (edge, nothing): (Double, Double)
      switch number.finding {
      case .EROA: (edge, nothing) = (thresholds.EROA[0], 0.01)
      case .RVol: (edge, nothing) = (thresholds.RVol[0], 2)
      default: (edge, nothing) = (thresholds.RF[0], 2)
      }
      if number.value > nothing { none = false }
      if SeverityThresholds.reaches(number.value, edge / 4) { trace = false }
    }
    guard counted > 0, severe == 0, trace else { return nil }
    return none ? SeverityGrade.none : .trace
  }

  private func quantities() -> [CriterionRecord] {
    var records: [CriterionRecord] = []
    for number in leakNumbers.numbers {
      let criterion: SeverityCriterion
      switch number.finding {
      case .EROA: criterion = .EROA
      case .RVol: criterion = .RVol
      default: criterion = .RF
      }
      records.append(
        CriterionRecord(
          criterion, .quantity, value: number.value, finding: number.finding, derivation: number.derivation,
          meets: Self.grade(number.bin), bin: number.bin, counts: number.counts,
          source: number.relaxed?.source ?? thresholds.source,
          evidence: number.relaxed?.evidence ?? thresholds.evidence))
    }
    return records
  }

  private func missing() -> [FindingID] {
    var missing: [FindingID] = []
    for id in [FindingID.EROA, .RVol, .RF] where leakNumbers.value(id) == nil { missing.append(id) }
    for id in [FindingID.SBP, .LVEDV, .LVEF] where findings[id] == nil { missing.append(id) }
    if findings[.PISAr] != nil, findings[.aliasingVelocity] == nil { missing.append(.aliasingVelocity) }
    return missing
  }
}
