// How severe is the leak? The algorithm of the American Society of Echocardiography (Zoghbi et al. 2017), with the
// thresholds of the guideline that is followed:
//
// 1. four or more specific signs of one side: definitely mild, or severe;
// 2. else EROA, RVol and RF, each in a bin I to IV, put together by the rule of `Vote`;
// 3. bin I is mild, II and III moderate, IV severe; III is severe with three or more specific signs of a severe leak,
//    or where the orifice is elliptical;
// 4. signs and numbers that disagree, and what the volumes forbid: indeterminate, and further imaging.
//
// Ours, where the sources are silent: no leak up to 0.01 cm², 2 mL and 2 %; a trace below a quarter of bin II's
// beginning. Signs alone, fewer than four, give a grade that stays indeterminate. The grade never falls when a finding
// becomes worse: nothing is set aside for being large, and an impossible value is told, not dropped. What disagrees is
// told as a `Discordance` and lowers the confidence.

import Findings

/// Grades a mitral leak.
///
/// Findings are in the units of their specs; none is required. What is missing for a firmer grade is listed in the
/// result, and so is every caution. Sources and thresholds stand in `SeverityThresholds`.
public func gradeSeverity(
  _ findings: FindingValues, qualitative: QualitativeValues = QualitativeValues(),
  context: GradingContext = GradingContext(), guideline: Guideline = .escEacts2025
) -> SeverityJudgement {
  gradeSeverity(CombinedFindings(findings), qualitative: qualitative, context: context, guideline: guideline)
}

/// Grades a mitral leak from findings that know their methods.
public func gradeSeverity(
  _ combined: CombinedFindings, qualitative: QualitativeValues = QualitativeValues(),
  context: GradingContext = GradingContext(), guideline: Guideline = .escEacts2025
) -> SeverityJudgement {
  var grading = Grading(combined, qualitative, context, guideline)
  return grading.judgement()
}

/// A judgement in the making.
private struct Grading {
  let combined: CombinedFindings
  let findings: FindingValues
  let guideline: Guideline
  let context: GradingContext
  let leak: LeakClass
  let thresholds: SeverityThresholds
  let circumstances: GradingCircumstances
  let signs: SpecificSigns
  /// The grade in the report's own words.
  let reported: SeverityGrade?
  var leakNumbers: LeakNumbers
  var search: DiscordanceSearch
  var warnings: [SeverityWarning] = []

  init(
    _ combined: CombinedFindings, _ qualitative: QualitativeValues, _ context: GradingContext, _ guideline: Guideline
  ) {
    self.combined = combined
    self.context = context
    self.guideline = guideline
    findings = combined.values
    let known = context.leak ?? LeakClass(signs: qualitative)
    leak = known ?? .primary
    thresholds = SeverityThresholds.of(guideline, leak)
    signs = SpecificSigns(findings, qualitative, context, leak, guideline)
    reported = qualitative.mitralGrade.map(SeverityGrade.init)
    leakNumbers = LeakNumbers(combined)
    circumstances = GradingCircumstances(combined, qualitative, context, leakNumbers)
    search = DiscordanceSearch(combined, leakNumbers, thresholds, circumstances, context)
    warnings = Self.warnings(of: search) + signs.warnings
    if known == nil { warnings.append(.classAssumed) }
    if context.acute { warnings.append(.acute) }
    if findings[.SBP] == nil { warnings.append(.pressureUnknown) }
    if circumstances.isElliptical {
      warnings.append(circumstances.isShapeAssumed ? .ellipticalAssumed : .ellipticalOrifice)
    }
    if qualitative.has(.tenting), qualitative.orificeShape == .round { warnings.append(.roundOrifice) }
    if circumstances.isLowFlow { warnings.append(.lowFlow) }
    bin()
    setAsideSingleFrames()
  }

  /// What cannot be and what goes badly together, as short cautions.
  private static func warnings(of search: DiscordanceSearch) -> [SeverityWarning] {
    var warnings: [SeverityWarning] = []
    for (kind, warning) in [
      (Discordance.Kind.emptyExceedsFull, SeverityWarning.endSystolicExceedsEndDiastolic),
      (.forwardExceedsStroke, .forwardExceedsTotal), (.regurgitantExceedsStroke, .regurgitantExceedsTotal),
      (.forwardTooLow, .forwardTooLow),
      (.littleForwardFlow, .littleForwardFlow), (.fractionAgainstVolumes, .fractionDisagrees),
      (.orificeAgainstVolume, .orificeDisagrees), (.ejectionFraction, .ejectionDisagrees),
    ] where search.has(kind) { warnings.append(warning) }
    return warnings
  }

  private mutating func bin() {
    for index in leakNumbers.numbers.indices {
      let number = leakNumbers.numbers[index]
      let edges: [Double]
      var relaxed: SeverityThresholds.Relaxed?
      switch number.finding {
      case .EROA:
        edges = thresholds.EROA
        relaxed = circumstances.isElliptical ? thresholds.ellipticalEROA : nil
      case .RVol:
        edges = thresholds.RVol
        relaxed = circumstances.isLowFlow ? thresholds.lowFlowRVol : nil
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

  /// A leak of part of systole: a single frame shows it too large, so EROA is set aside where another number counts. A
  /// small EROA still speaks against one larger number: even too large it is small.
  private mutating func setAsideSingleFrames() {
    guard let orifice = leakNumbers[.EROA] else { return }
    var others: [LeakNumber] = []
    for number in leakNumbers.numbers where number.finding != .EROA && number.counts { others.append(number) }
    if others.isEmpty { warnings.append(.orificeAlone) }
    guard circumstances.isPartOfSystole else { return }
    let speaks = others.count == 1 && others[0].bin > orifice.bin && signs.count(.specificSevere) == 0
    for index in leakNumbers.numbers.indices
    where leakNumbers.numbers[index].finding == .EROA && !others.isEmpty && !speaks {
      leakNumbers.numbers[index].counts = false
    }
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
    if circumstances.isPartOfSystole { warnings.append(.notHolosystolic) }
    var verdict = byNumbers(severe)
    search.compareNumbers(leakNumbers, circumstances, outlier: verdict.outlier)
    if verdict.bin == nil {
      verdict = bySigns(mild, severe)
    } else {
      weigh(&verdict, mild, severe)
    }
    doubt(&verdict, isDecidedBySigns: (severe >= 4) != (mild >= 4))
    let own = verdict.bin.map { smallLeak(severe) ?? Self.grade($0) }
    let grade = hearReport(own, &verdict)
    let imaging = FurtherImaging.advice(
      grade: grade, confidence: verdict.confidence, discordances: search.found, numbers: leakNumbers.numbers.count,
      context: context, hasAorticLeak: combined.hasAorticLeak)
    return SeverityJudgement(
      guideline: guideline, leak: leak, thresholds: thresholds, grade: grade,
      scale: grade.map { $0 < .mild ? 0 : verdict.bin ?? 0 }, confidence: verdict.confidence,
      because: quantities() + signs.records + report, outlier: verdict.outlier, warnings: warnings, missing: missing(),
      systolicPressure: findings[.SBP], discordances: search.found, furtherImaging: imaging)
  }

  private static func grade(_ bin: Int) -> SeverityGrade {
    switch bin {
    case 1: .mild
    case 2, 3: .moderate
    default: .severe
    }
  }

  /// Holds the report's own word against the grade: it stands where nothing else grades, makes a hint of signs probable
  /// where it says the same or more, and is told where it differs. It outweighs no number.
  private mutating func hearReport(_ own: SeverityGrade?, _ verdict: inout Verdict) -> SeverityGrade? {
    guard let reported else { return own }
    guard let own else {
      verdict.bin = reported.bin
      verdict.confidence = .probable
      warnings.append(.reportedOnly)
      return reported
    }
    let isHint = leakNumbers.numbers.isEmpty && verdict.confidence == .indeterminate
    let agrees = own == reported || own < .mild && reported < .mild
    if isHint, agrees || reported > own && signs.count(.specificMild) == 0 {
      verdict.bin = reported.bin
      verdict.confidence = .probable
      warnings.append(.reportedOnly)
      return reported
    }
    guard !agrees else { return own }
    let isFar = abs(own.rawValue - reported.rawValue) > 1
    search.add(.reported(reported, against: own, serious: isFar))
    verdict.confidence = min(verdict.confidence, isFar ? .indeterminate : .probable)
    guard isHint, reported > own else { return own }
    verdict.bin = reported.bin
    return reported
  }

  /// The row of the report's own word.
  private var report: [CriterionRecord] {
    guard let reported else { return [] }
    return [
      CriterionRecord(
        .MRgrade, .supporting, word: reported.identifier, meets: reported, source: "the report itself",
        evidence: .recalled)
    ]
  }

  /// What was found discordant lowers the confidence; where four signs decide, only what is serious does.
  private func doubt(_ verdict: inout Verdict, isDecidedBySigns: Bool) {
    for one in search.found {
      switch one.kind {
      // These speak of the heart and not of the leak's size.
      case .littleForwardFlow, .ejectionFraction, .chamberSize, .aorticLeak, .differentDays: continue
      case .partOfSystole where !one.isSerious: continue
      case .methods where !one.findings.contains { [.EROA, .RVol, .RF].contains($0) }: continue
      // Weighed where they were found.
      case .numbersBorder, .signsAgainstNumbers, .signsAgainstSigns: continue
      default: break
      }
      if one.isSerious {
        verdict.confidence = .indeterminate
      } else if !isDecidedBySigns {
        verdict.confidence = min(verdict.confidence, .probable)
      }
    }
    for one in search.found.reversed() {
      switch one.kind {
      case .regurgitantExceedsStroke: verdict.outlier = .RVol
      case .forwardExceedsStroke: verdict.outlier = .FSV
      case .emptyExceedsFull: verdict.outlier = .LVESV
      default: continue
      }
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
      } else if let lowered = thresholds.ellipticalEROA, circumstances.isElliptical {
        verdict.bin = 4
        if lowered.atMostProbable { verdict.confidence = min(verdict.confidence, .probable) }
      }
    }
    // A grade that rests on lowered thresholds is as sure as the source is of them.
    for number in leakNumbers.numbers where number.counts && number.relaxed?.atMostProbable == true {
      verdict.confidence = min(verdict.confidence, .probable)
    }
    if leakNumbers.isOneMeasurement { verdict.confidence = min(verdict.confidence, .probable) }
    return verdict
  }

  /// Numbers against signs. Four specific signs of one side decide; numbers against them make the grade indeterminate.
  private mutating func weigh(_ verdict: inout Verdict, _ mild: Int, _ severe: Int) {
    guard let bin = verdict.bin else { return }
    var against = false
    var doubtful = false
    if severe >= 4, mild < 4 {
      verdict.bin = 4
      against = bin < 3
      doubtful = bin == 3
      if !against, verdict.outlier == nil { verdict.confidence = .definite }
    } else if mild >= 4, severe < 4 {
      verdict.bin = 1
      against = bin > 2
      doubtful = bin == 2
      if bin == 1, verdict.outlier == nil { verdict.confidence = .definite }
      if bin == 2 { verdict.confidence = min(verdict.confidence, .probable) }
    } else {
      against = (bin == 1 && severe >= 2 && severe > mild) || (bin == 4 && mild >= 2 && severe == 0)
      doubtful = (bin == 1 && severe > 0) || (bin == 4 && mild > 0 && severe == 0)
      if doubtful { verdict.confidence = min(verdict.confidence, .probable) }
    }
    if against {
      verdict.confidence = .indeterminate
      warnings.append(.numbersAgainstSigns)
    }
    if against || doubtful {
      search.add(.signs(mild, severe, againstBin: bin, decides: verdict.bin != bin, serious: against))
    }
    if mild > 0, severe > 0 {
      search.add(.signs(mild, againstSevere: severe))
    } else if mild > 0, verdict.bin == 1, signs.areMixed {
      search.add(.mixedSigns(mild))
    }
    if !against, !doubtful, signs.speakOfALeak, let last = verdict.bin {
      let alone = Self.grade(binBySigns(mild, severe))
      if alone > Self.grade(last) { search.add(.signs(alone, aboveBin: last)) }
    }
  }

  /// No number at all: four signs of one side decide, fewer only hint.
  ///
  /// Chambers of normal size, ordinary inflow and pulmonary veins are what hearts without a leak have: alone they grade
  /// nothing.
  private mutating func bySigns(_ mild: Int, _ severe: Int) -> Verdict {
    guard signs.speakOfALeak else { return Verdict(bin: nil, confidence: .indeterminate, outlier: nil) }
    if mild > 0, severe > 0 {
      search.add(.signs(mild, againstSevere: severe))
    } else if mild > 0, signs.areMixed {
      search.add(.mixedSigns(mild))
    }
    let decides = (severe >= 4) != (mild >= 4)
    // An acute leak through a valve that has lost its hold is severe by its anatomy: sizes and counts do not apply to it.
    let byAnatomy = context.acute && signs.hasLostHold && mild == 0
    return Verdict(
      bin: binBySigns(mild, severe), confidence: decides ? .definite : byAnatomy ? .probable : .indeterminate,
      outlier: nil)
  }

  /// What the signs would say where nothing was measured but them.
  private func binBySigns(_ mild: Int, _ severe: Int) -> Int {
    if severe >= 4, mild < 4 { return 4 }
    if mild >= 4, severe < 4 { return 1 }
    if mild > 0 { return severe > 0 ? 2 : 1 }
    return severe >= 2 || signs.hasLostHold ? 4 : 2
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
    for number in leakNumbers.possible {
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
    for id in [FindingID.EROA, .RVol, .RF] where leakNumbers[id]?.isImpossible ?? true { missing.append(id) }
    for id in [FindingID.SBP, .LVEDV, .LVEF] where findings[id] == nil { missing.append(id) }
    if findings[.PISAr] != nil, findings[.aliasingVelocity] == nil { missing.append(.aliasingVelocity) }
    return missing
  }
}

extension SeverityGrade {
  /// A report's word; a trace has none of its own.
  fileprivate init(_ word: GradeWord) {
    switch word {
    case .none: self = .none
    case .mild: self = .mild
    case .moderate: self = .moderate
    case .severe: self = .severe
    }
  }

  /// The bin that stands for it: a moderate leak may be of II or III, and the lower is taken.
  fileprivate var bin: Int {
    switch self {
    case .none, .trace: 0
    case .mild: 1
    case .moderate: 2
    case .severe: 4
    }
  }
}
