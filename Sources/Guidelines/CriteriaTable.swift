// Every criterion of severity, held against one patient: met, not met, or not measured.
//
// The rows are those of Zoghbi et al., J Am Soc Echocardiogr 2017;30:303–71 (ASE), and of the table of the guideline
// that is followed, as far as a finding or a sign can tell them. Left out, for want of a finding: the ratio of mitral
// to aortic VTI, the share of the atrium that the jet fills, the 3-D area of the vena contracta and its mean of two
// planes.

import Findings

/// A row of the table of criteria.
public struct CriterionRow: Sendable {
  /// How the criterion came out.
  public enum Outcome: Int, CaseIterable, Sendable {
    case met, notMet, notMeasured

    /// The name in JSON.
    public var identifier: String {
      switch self {
      case .met: "met"
      case .notMet: "not-met"
      case .notMeasured: "not-measured"
      }
    }

    init(_ known: Bool?) { self = known.map { $0 ? .met : .notMet } ?? .notMeasured }
  }

  /// Unique in a table: "VCW-severe".
  public let id: String
  /// In plain words: "Vena contracta width".
  public let name: String
  public let role: CriterionRole
  /// The grade that it speaks for where it is met.
  public let speaksFor: SeverityGrade
  /// When it is met, in words: "at least 0.7 cm".
  public let threshold: String
  public let outcome: Outcome
  /// The number, in the unit of `finding`; nil for signs, and where nothing was measured.
  public let value: Double?
  public let finding: FindingID?
  /// What was seen, in words: "0.48 cm²" or "central-large"; nil where nothing was.
  public let seen: String?
  /// How the number was had from others; nil: measured.
  public let derivation: String?
  /// Why it is not counted here, whatever it says; nil: it counts.
  public let setAside: String?
  /// What would tell it, by the names of the case file; empty unless not measured.
  public let missing: [String]
  /// Guideline or paper, with the year.
  public let source: String
  public let evidence: Evidence
}

extension Picture {
  /// Every criterion of severity, held against this patient.
  ///
  /// Empty where the mitral valve is artificial: the criteria are those of native valves.
  public var criteria: [CriterionRow] { record.isMitralReplaced ? [] : CriteriaTable.rows(self) }
}

/// All criteria of severity for one patient.
public struct CriteriaTable {
  let combined: CombinedFindings
  let signs: QualitativeValues
  let context: GradingContext
  let severity: SeverityJudgement
  private(set) var rows: [CriterionRow] = []

  /// The rows for a patient: numbers, specific signs of a severe and of a mild leak, and what is only shown.
  public static func rows(_ picture: Picture) -> [CriterionRow] {
    rows(
      picture.severity, picture.combined, signs: picture.record.signs,
      context: picture.gradingContext)
  }

  /// The rows of a grade.
  ///
  /// - Parameters:
  ///   - severity: the judgement of just these findings, signs and context.
  public static func rows(
    _ severity: SeverityJudgement, _ combined: CombinedFindings, signs: QualitativeValues, context: GradingContext
  ) -> [CriterionRow] {
    var table = CriteriaTable(combined: combined, signs: signs, context: context, severity: severity)
    table.addNumbers()
    table.addSevereSigns()
    table.addMildSigns()
    table.addSupport()
    return table.rows
  }

  private init(
    combined: CombinedFindings, signs: QualitativeValues, context: GradingContext, severity: SeverityJudgement
  ) {
    self.combined = combined
    self.signs = signs
    self.context = context
    self.severity = severity
  }

  var isPartOfSystole: Bool { signs.jetTiming == .early || signs.jetTiming == .midLate }

  /// A row of any kind.
  mutating func add(
    _ id: String, _ name: String, _ role: CriterionRole, _ grade: SeverityGrade, _ threshold: String, met: Bool?,
    _ finding: FindingID? = nil, value: Double? = nil, seen: String? = nil, derivation: String? = nil,
    setAside: String? = nil, missing: [String], source: String = SeverityThresholds.ase, _ evidence: Evidence
  ) {
    rows.append(
      CriterionRow(
        id: id, name: name, role: role, speaksFor: grade, threshold: threshold, outcome: CriterionRow.Outcome(met),
        value: value, finding: finding, seen: seen, derivation: derivation, setAside: setAside,
        missing: met == nil ? missing : [], source: source, evidence: evidence))
  }

  /// A row that one number tells.
  mutating func add(
    number id: FindingID, _ role: CriterionRole, _ grade: SeverityGrade, _ threshold: String, setAside: String? = nil,
    source: String = SeverityThresholds.ase, _ evidence: Evidence, holds: (Double) -> Bool
  ) {
    let value = combined.values[id]
    add(
      id.identifier + "-" + grade.identifier, id.spec.name, role, grade, threshold, met: value.map(holds), id,
      value: value, seen: value.map { id.spec.text($0) }, derivation: combined.derivation(of: id)?.formula,
      setAside: setAside, missing: [id.identifier], source: source, evidence)
  }

  /// A row that one word of a sign tells, by the word's place among those allowed.
  mutating func add(
    sign id: QualitativeID, says index: Int, _ role: CriterionRole, _ grade: SeverityGrade, _ threshold: String,
    setAside: String? = nil, _ evidence: Evidence
  ) {
    let word = signs.word(id)
    let said = id.spec.isBoolean ? signs[id].map { $0 == 1 ? "seen" : "not seen" } : word
    add(
      id.identifier + "-" + id.spec.values[index], id.spec.name, role, grade, threshold,
      met: signs[id].map { $0 == index }, seen: said, setAside: setAside, missing: [id.identifier], evidence)
  }

  /// EROA, RVol and RF.
  private mutating func addNumbers() {
    let thresholds = severity.thresholds
    for (id, edges, criterion, lowered, condition) in [
      (FindingID.EROA, thresholds.EROA, SeverityCriterion.EROA, thresholds.ellipticalEROA, "the orifice is elliptical"),
      (.RVol, thresholds.RVol, .RVol, thresholds.lowFlowRVol, "the flow is low"), (.RF, thresholds.RF, .RF, nil, ""),
    ] {
      var record: CriterionRecord?
      for one in severity.because where one.criterion == criterion && one.role == .quantity { record = one }
      func text(_ edge: Double) -> String { id.spec.text(edge) }
      var last = "at least " + text(edges[2])
      if let lowered { last += ", or at least \(text(lowered.threshold)) where \(condition)" }
      let bands: [(SeverityGrade, String, ClosedRange<Int>)] = [
        (.severe, last, 4...4), (.moderate, "from \(text(edges[0])) to below \(text(edges[2]))", 2...3),
        (.mild, "below " + text(edges[0]), 1...1),
      ]
      for (grade, threshold, bins) in bands {
        add(
          id.identifier + "-" + grade.identifier, id.spec.name, .quantity, grade, threshold,
          met: record?.bin.map { bins.contains($0) }, id, value: record?.value,
          seen: record?.value.map { id.spec.text($0, beside: nearest($0, edges)) + impossible(id) },
          derivation: record?.derivation,
          setAside: record.map { $0.counts } ?? true ? nil : whySetAside(id), missing: missing(id),
          source: record?.source ?? thresholds.source, record?.evidence ?? thresholds.evidence)
      }
    }
  }

  /// A fraction is not there, too, where RVol is as large as the stroke: then the two must be measured again.
  private func missing(_ id: FindingID) -> [String] {
    let isImpossible = severity.discordances.contains { $0.kind == .regurgitantExceedsStroke }
    return id == .RF && isImpossible ? [FindingID.RVol.identifier, FindingID.SV.identifier] : [id.identifier]
  }

  private func impossible(_ id: FindingID) -> String {
    let isImpossible = severity.discordances.contains { $0.kind == .regurgitantExceedsStroke }
    return id == .RVol && isImpossible ? ", as large as the whole stroke: it cannot be" : ""
  }

  private func nearest(_ value: Double, _ edges: [Double]) -> Double {
    var best = edges[0]
    for edge in edges where abs(value - edge) < abs(value - best) { best = edge }
    return best
  }

  private func whySetAside(_ id: FindingID) -> String {
    id == .EROA
      ? "one frame makes a leak of part of systole look too large"
      : "the same measurement as RVol: shown, without a vote of its own"
  }
}
