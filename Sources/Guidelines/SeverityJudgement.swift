// What grading says, and what it was given besides the findings.

import Findings
import Quantities

/// How severe a leak is.
public enum SeverityGrade: Int, CaseIterable, Comparable, Sendable {
  case none, trace, mild, moderate, severe

  /// The word in JSON.
  public var identifier: String {
    switch self {
    case .none: "none"
    case .trace: "trace"
    case .mild: "mild"
    case .moderate: "moderate"
    case .severe: "severe"
    }
  }

  public static func < (a: SeverityGrade, b: SeverityGrade) -> Bool { a.rawValue < b.rawValue }
}

/// How far the evidence carries the grade. Indeterminate asks for a further examination.
public enum Confidence: Int, CaseIterable, Comparable, Sendable {
  case indeterminate, probable, definite

  /// The word in JSON.
  public var identifier: String {
    switch self {
    case .indeterminate: "indeterminate"
    case .probable: "probable"
    case .definite: "definite"
    }
  }

  public static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }
}

/// Which thresholds a leak is held against: the valve itself is ill, or the heart around it.
public enum LeakClass: Int, CaseIterable, Sendable {
  case primary, secondary

  /// What the seen signs say of the valve: an ill leaflet is primary, tenting of sound leaflets is secondary.
  /// Nil when nothing speaks for either, or both do.
  public init?(signs: QualitativeValues) {
    let lesions: [QualitativeID] = [.flail, .papillaryRupture, .perforation, .cleft, .prolapse, .rheumaticLeaflets]
    var ill = false
    for lesion in lesions where signs.has(lesion) { ill = true }
    if ill == signs.has(.tenting) { return nil }
    self = ill ? .primary : .secondary
  }
}

/// What grading must know besides findings and signs.
public struct GradingContext: Sendable {
  /// Nil: read from the signs, and primary thresholds where they are silent.
  public var leak: LeakClass?
  /// A leak of hours or days: chambers had no time to grow, so their size says nothing, nor does a small jet.
  public var acute: Bool
  public var sex: Sex
  /// Parts of the left ventricle move less than others: a single diameter does not stand for it.
  public var regionalDisease: Bool
  /// Beats differ in length.
  public var isIrregular: Bool

  public init(
    leak: LeakClass? = nil, acute: Bool = false, sex: Sex = .male, regionalDisease: Bool = false,
    isIrregular: Bool = false
  ) {
    self.leak = leak
    self.acute = acute
    self.sex = sex
    self.regionalDisease = regionalDisease
    self.isIrregular = isIrregular
  }

  /// What a record tells of it.
  init(_ record: ClinicalRecord, leak: LeakClass?, acute: Bool) {
    let scars: [HistoryItem] = [.myocardialInfarction, .recentMyocardialInfarction]
    self.init(
      leak: leak, acute: acute, sex: record.sex ?? .male,
      regionalDisease: record.history.map { items in items.contains { scars.contains($0) } } ?? false,
      isIrregular: record.rhythm.map { $0 != .sinus } ?? false)
  }
}

/// A row of the grading table.
public enum SeverityCriterion: Int, CaseIterable, Sendable {
  case EROA, RVol, RF, VCW, PISAr, flail, papillaryRupture, perforation, jet, cwShape, pulmonaryVein, inflow,
    chamberSize, E, LAVI,
    LAd, LVIDs, MRgrade

  /// The name in JSON: the finding's or the sign's own where it rests on one.
  public var identifier: String {
    switch self {
    case .EROA: "EROA"
    case .RVol: "RVol"
    case .RF: "RF"
    case .VCW: "VCW"
    case .PISAr: "PISAr"
    case .flail: "flail"
    case .papillaryRupture: "papillaryRupture"
    case .perforation: "perforation"
    case .jet: "jet"
    case .cwShape: "cwShape"
    case .pulmonaryVein: "pulmonaryVein"
    case .inflow: "inflow"
    case .chamberSize: "chamberSize"
    case .E: "E"
    case .LAVI: "LAVI"
    case .LAd: "LAd"
    case .LVIDs: "LVIDs"
    case .MRgrade: "MRgrade"
    }
  }
}

/// What a row of the grading table does for the grade.
public enum CriterionRole: Sendable {
  /// One of the numbers EROA, RVol and RF.
  case quantity
  /// A sign that the algorithm counts as specific for a mild leak.
  case specificMild
  /// A sign that the algorithm counts as specific for a severe leak.
  case specificSevere
  /// Shown, not counted.
  case supporting
}

/// One row: what was seen, what it speaks for and who says so.
public struct CriterionRecord: Sendable {
  public let criterion: SeverityCriterion
  public let role: CriterionRole
  /// The number, in the unit of `finding`; nil for a sign without a number.
  public let value: Double?
  /// The finding whose value this is.
  public let finding: FindingID?
  /// The word of a sign; `true` for yes-or-no signs.
  public let word: String?
  /// How the number was had from others, for example "RVol / SV"; nil when it was given.
  public let derivation: String?
  /// The grade this row alone speaks for.
  public let meets: SeverityGrade
  /// 1…4 for a quantity: mild, the two halves of moderate, severe.
  public let bin: Int?
  /// False: set aside, for a reason among the judgement's warnings.
  public let counts: Bool
  /// Guideline or paper, with the year.
  public let source: String
  /// How well the row has been checked against its source.
  public let evidence: Evidence

  /// The UCUM symbol of `value`.
  public var unit: String? { finding?.spec.symbol }

  init(
    _ criterion: SeverityCriterion, _ role: CriterionRole, value: Double? = nil, finding: FindingID? = nil,
    word: String? = nil, derivation: String? = nil, meets: SeverityGrade, bin: Int? = nil, counts: Bool = true,
    source: String, evidence: Evidence
  ) {
    self.criterion = criterion
    self.role = role
    self.value = value
    self.finding = finding
    self.word = word
    self.derivation = derivation
    self.meets = meets
    self.bin = bin
    self.counts = counts
    self.source = source
    self.evidence = evidence
  }
}

/// The grade of a leak with everything that led to it.
public struct SeverityJudgement: Sendable {
  public let guideline: Guideline
  /// The class whose thresholds were used.
  public let leak: LeakClass
  public let thresholds: SeverityThresholds
  /// Nil when nothing that was given speaks of the leak's size.
  public let grade: SeverityGrade?
  /// 0 none or trace, 1 mild, 2 and 3 the two halves of moderate, 4 severe.
  public let scale: Int?
  public private(set) var confidence: Confidence
  /// Every row that spoke, numbers first.
  public let because: [CriterionRecord]
  /// The value that does not fit the others, or that the volumes forbid.
  public let outlier: FindingID?
  public private(set) var warnings: [SeverityWarning]
  /// Findings that would make the grade firmer.
  public private(set) var missing: [FindingID]
  /// The blood pressure the grade holds for, mmHg: a leak moves with it.
  public let systolicPressure: Double?
  /// What does not agree, with the likelier error and what to do.
  public private(set) var discordances: [Discordance]
  /// Examinations that would settle an indeterminate grade; empty where none is needed.
  public private(set) var furtherImaging: [FurtherImaging]

  /// What would give a grade that stands, by the names of the case file: the leak's numbers, or the report's own word;
  /// where all numbers are there and contradict each other, the signs that the algorithm counts.
  func missingForGrade(_ record: ClinicalRecord) -> [String] {
    var names: [String] = []
    for id in missing where id == .EROA || id == .RVol || id == .RF { names.append(id.identifier) }
    if names.count == 3, record.signs.mitralGrade == nil { names.append(QualitativeID.MRgrade.identifier) }
    if !names.isEmpty { return names }
    if record[.VCW].isEmpty { names.append(FindingID.VCW.identifier) }
    for sign in [QualitativeID.jet, .cwShape, .pulmonaryVein, .inflow] where record.signs[sign] == nil {
      names.append(sign.identifier)
    }
    if !names.isEmpty { return names }
    let isTold = record.signs.mitralGrade != nil
    return [isTold ? "EROA (a second measurement, by another method)" : QualitativeID.MRgrade.identifier]
  }

  /// An artificial valve is not held against the limits of native ones: only the report's own word stands.
  var ofProsthesis: SeverityJudgement {
    var judgement = self
    judgement.warnings = [.prosthesis] + (grade == nil ? [] : [.reportedOnly])
    judgement.missing = []
    judgement.furtherImaging = []
    return judgement
  }

  /// The same judgement, no surer than probable: for a grade that rests on numbers which were not measured but
  /// inferred.
  public var atMostProbable: SeverityJudgement {
    var judgement = self
    judgement.confidence = min(confidence, .probable)
    return judgement
  }

  /// How many signs are specific for a mild leak.
  public var specificMild: Int { count(.specificMild) }
  /// How many signs are specific for a severe leak.
  public var specificSevere: Int { count(.specificSevere) }

  private func count(_ role: CriterionRole) -> Int {
    var total = 0
    for record in because where record.role == role && record.counts { total += 1 }
    return total
  }
}
