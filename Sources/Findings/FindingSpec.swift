// What the catalogue says about one measurement.

import Quantities

/// The sex that a normal range is given for.
public typealias Sex = Quantities.Sex

/// The shelf on which a finding stands in tables.
public enum FindingGroup: Int, CaseIterable, Sendable {
  case pressures, volumes, flows, valve, doppler, timing, size, laboratory

  /// The heading of the shelf.
  public var title: String {
    switch self {
    case .pressures: "Rhythm and pressures"
    case .volumes: "Volumes and fractions"
    case .flows: "Flow and resistance"
    case .valve: "Mitral valve and its leak"
    case .doppler: "Doppler"
    case .timing: "Timing and mechanics"
    case .size: "Size"
    case .laboratory: "Laboratory"
    }
  }
}

/// How well a published figure has been checked against the source named beside it.
public enum Evidence: Sendable {
  /// Seen in the source, its abstract or a public page that reports it.
  case read
  /// Part of the row seen, the rest known from the literature.
  case partRead
  /// Known from the literature and not looked up again.
  case recalled
}

/// The usual range of a finding in healthy adults of one sex, in the finding's unit.
public struct NormalRange: Sendable, Equatable {
  /// Nil: no lower limit.
  public let lower: Double?
  /// Nil: no upper limit.
  public let upper: Double?
  /// Who says so, with the year.
  public let source: String
  public let evidence: Evidence

  public init(lower: Double?, upper: Double?, source: String, evidence: Evidence) {
    self.lower = lower
    self.upper = upper
    self.source = source
    self.evidence = evidence
  }

  /// Where a value stands: −1 below the range, 0 inside (limits included), 1 above.
  public func side(of value: Double) -> Int {
    if let lower, value < lower { return -1 }
    if let upper, value > upper { return 1 }
    return 0
  }

  public static func == (a: NormalRange, b: NormalRange) -> Bool {
    a.lower == b.lower && a.upper == b.upper && a.evidence == b.evidence
      && a.source.utf8.elementsEqual(b.source.utf8)
  }
}

/// The normal ranges of a finding; the same for both sexes where the source makes no difference.
public struct NormalRanges: Sendable {
  public let male: NormalRange
  public let female: NormalRange
}

/// A code that other systems know the finding by. The display says by which method: a code binds the method too.
public struct FindingCode: Sendable {
  public enum System: Sendable {
    case loinc, snomed, dicom

    /// The address that names the system in FHIR.
    public var url: String {
      switch self {
      case .loinc: "http://loinc.org"
      case .snomed: "http://snomed.info/sct"
      case .dicom: "http://dicom.nema.org/resources/ontology/DCM"
      }
    }
  }

  public let system: System
  public let code: String
  public let display: String
}

/// One row of the catalogue of measurements.
public struct FindingSpec: Sendable {
  public let id: FindingID
  /// The name in files and JSON.
  public let identifier: String
  /// The name in plain English.
  public let name: String
  /// The unit of every stored value of this finding.
  public let unit: Unit
  public let group: FindingGroup
  /// The code to send; nil where none is known to fit.
  public let code: FindingCode?
  /// Nil where no range is known well enough, or where it hangs on age or rate.
  public let normal: NormalRanges?
  /// The range that the healthy adult of the simulator must meet; nil when the row does not count.
  public let healthyAdultRow: ClosedRange<Double>?
  /// What an input may be at all; outside it a value is a slip of the pen or of the unit.
  public let allowed: ClosedRange<Double>
  /// Digits after the point when printed in `unit`.
  public let digits: Int
  /// How it is measured or derived, in a sentence.
  public let definition: String

  /// The UCUM symbol of the unit.
  public var symbol: String { unit.symbol }

  /// The LOINC code, where the code is a LOINC one.
  public var loinc: String? {
    guard let code, code.system == .loinc else { return nil }
    return code.code
  }

  /// The normal range for one sex.
  public func normal(for sex: Sex) -> NormalRange? {
    switch sex {
    case .male: normal?.male
    case .female: normal?.female
    }
  }

  init(
    _ id: FindingID, _ identifier: String, _ name: String, _ unit: Unit, _ group: FindingGroup,
    allowed: ClosedRange<Double>, digits: Int, row: ClosedRange<Double>? = nil, normal: NormalRanges? = nil,
    code: FindingCode? = nil, _ definition: String
  ) {
    self.id = id
    self.identifier = identifier
    self.name = name
    self.unit = unit
    self.group = group
    self.allowed = allowed
    self.digits = digits
    self.healthyAdultRow = row
    self.normal = normal
    self.code = code
    self.definition = definition
  }
}
