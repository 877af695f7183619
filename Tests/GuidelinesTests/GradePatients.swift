// Patients by chance, always the same ones: for properties that hold of everybody.

import Findings
import Guidelines
import Quantities

/// Steele, Lea & Flood 2014: small, and the same on every machine.
struct SplitMix64 {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to below 1.
  mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  mutating func among(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * share()
  }

  mutating func chance(_ probability: Double) -> Bool { share() < probability }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}

/// Findings, signs and circumstances by chance: some coherent, many not.
struct GradedPatient {
  var values = FindingValues()
  var signs = QualitativeValues()
  var context = GradingContext()
  var hasAorticLeak = false
  var guideline = Guideline.escEacts2025

  /// What grading reads, with a range that straddles its limits.
  static let ranges: [(id: FindingID, range: ClosedRange<Double>)] = [
    (.EROA, 0...0.7), (.RVol, 0...110), (.RF, 0...80), (.VCW, 0.1...1), (.PISAr, 0.1...1.3),
    (.aliasingVelocity, 25...45), (.MRVmax, 4...6), (.MRVTI, 60...190), (.LVEDV, 70...280), (.LVESV, 30...180),
    (.LVEF, 20...75), (.SV, 40...200), (.FSV, 25...110), (.CO, 2.5...8), (.CI, 1.4...4), (.HR, 55...110),
    (.LVOTd, 17...25), (.LVOTVTI, 8...28), (.LVIDd, 40...75), (.LVIDs, 24...60), (.LAVI, 20...90), (.LAd, 30...65),
    (.LAVmax, 40...160), (.E, 0.5...1.8), (.SBP, 85...170), (.BSA, 1.5...2.3),
  ]

  /// Signs, in the order from mild to severe.
  static let graded: [(id: QualitativeID, order: [Int])] = [
    (.flail, [0, 1]), (.papillaryRupture, [0, 1]), (.jet, [0, 2, 1]), (.cwShape, [0, 1, 2]),
    (.pulmonaryVein, [0, 1, 2]), (.inflow, [0, 1, 2]),
  ]

  init(_ random: inout SplitMix64) {
    let density = random.among(0.05...0.9)
    for (id, range) in Self.ranges where random.chance(density) { values[id] = random.among(range) }
    let signDensity = random.among(0...0.9)
    for (id, order) in Self.graded where random.chance(signDensity) { signs[id] = random.below(order.count) }
    if random.chance(0.3) { signs[.tenting] = random.below(2) }
    if random.chance(0.3) { signs[.orificeShape] = random.below(2) }
    if random.chance(0.4) { signs[.jetTiming] = random.below(3) }
    context = GradingContext(
      leak: random.chance(0.5) ? .primary : .secondary, acute: random.chance(0.2),
      sex: random.chance(0.5) ? .male : .female)
    hasAorticLeak = random.chance(0.1)
    guideline = Guideline.allCases[random.below(Guideline.allCases.count)]
  }

  var judgement: SeverityJudgement {
    gradeSeverity(combined, qualitative: signs, context: context, guideline: guideline)
  }

  var combined: CombinedFindings { CombinedFindings(values, hasAorticLeak: hasAorticLeak) }

  var rows: [CriterionRow] {
    CriteriaTable.rows(judgement, combined, signs: signs, context: context)
  }

  /// In a line, for a failing test.
  var text: String {
    var parts = values.present.map { "\($0.identifier) \(values[$0] ?? 0)" }
    parts += signs.present.map { "\($0.identifier) \(signs.word($0) ?? "")" }
    return "\(guideline.identifier) \(context) " + parts.joined(separator: ", ")
  }
}
