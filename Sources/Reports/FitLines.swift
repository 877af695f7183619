// What tables and pages show of a fit and of treatments: plain lines, so that a report can be made of any result, be it
// fresh from the fit or put together by hand.

import Drawing
import Circulation
import Findings
import Guidelines
import Quantities
import Twin

/// A parameter of the fitted heart.
public struct ParameterLine: Sendable, Equatable {
  /// The name in JSON.
  public var name: String
  /// What it is, in a few words.
  public var title: String
  /// UCUM unit of the value and its interval.
  public var unit: String
  public var value: Double
  /// Ends of the 90 % interval.
  public var low: Double
  public var high: Double
  /// Share of the uncertainty before that the findings removed, 0…1.
  public var learned: Double

  public init(
    name: String, title: String, unit: String, value: Double, low: Double, high: Double, learned: Double
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.value = value
    self.low = low
    self.high = high
    self.learned = learned
  }

  public init(_ parameter: FittedParameter) {
    self.init(
      name: parameter.name, title: parameter.title, unit: parameter.unit, value: parameter.value, low: parameter.low,
      high: parameter.high, learned: parameter.learned)
  }
}

/// A measurement beside what the fitted heart gives.
public struct ResidualLine: Sendable, Equatable {
  public var finding: FindingID
  /// How it was measured; empty when not told.
  public var method: String
  /// Measured and fitted value and the measurement's standard error, in the finding's unit.
  public var measured: Double
  public var fitted: Double
  public var standardError: Double
  /// Whether the error came with the measurement; else it is the usual one of the method, and shown in brackets.
  public var isErrorGiven: Bool

  /// Measured minus fitted, in standard errors.
  public var zScore: Double { standardError > 0 ? (measured - fitted) / standardError : 0 }

  public init(
    finding: FindingID, method: String = "", measured: Double, fitted: Double, standardError: Double,
    isErrorGiven: Bool = true
  ) {
    self.finding = finding
    self.method = method
    self.measured = measured
    self.fitted = fitted
    self.standardError = standardError
    self.isErrorGiven = isErrorGiven
  }

  public init(_ residual: Residual) {
    self.init(
      finding: residual.finding, method: residual.method, measured: residual.measured, fitted: residual.fitted,
      standardError: residual.standardError, isErrorGiven: residual.isErrorGiven)
  }

  /// The measurement with its standard error, in brackets where nobody stated it: "138 ± (5)".
  var shownMeasured: String {
    let error = NumberText.shown(standardError, digits: TerminalTable.errorDigits(self))
    return finding.shown(measured) + " ± " + (isErrorGiven ? error : "(\(error))")
  }

  /// The method as people write it; empty when not told.
  var methodWords: String { MethodWords.of(method) }

  /// What the fitted numbers are, for under a table.
  static let fittedNote =
    "Fitted: what the same method would read of the fitted heart, with its bias (Simpson’s volumes are too small, an orifice by "
    + "PISA is the largest of the beat). Elsewhere stand the heart’s true volumes and its mean orifice."

  /// What the brackets mean, for under a table.
  static let bracketsNote = "(…) error usual for the method, not given"
}

/// The fitted heart with or without a treatment.
public struct TreatmentLine: Sendable {
  /// The identifier in the catalogue, or "untreated".
  public var identifier: String
  public var title: String
  /// One sentence on what was done to the heart.
  public var explanation: String
  public var findings: FindingValues
  /// Treated minus untreated; empty for the untreated heart.
  public var change: FindingValues
  /// Whether the treated heart came to a periodic beat.
  public var status: BeatStatus
  /// The beat, where its curves are to be drawn.
  public var beat: RecordedBeat?
  /// What was given, several where they were given together.
  public var doses: [DoseLine]

  public init(
    identifier: String, title: String, explanation: String = "", findings: FindingValues,
    change: FindingValues = FindingValues(), status: BeatStatus = .periodic, beat: RecordedBeat? = nil,
    doses: [DoseLine] = []
  ) {
    self.doses = doses
    self.identifier = identifier
    self.title = title
    self.explanation = explanation
    self.findings = findings
    self.change = change
    self.status = status
    self.beat = beat
  }

  public init(_ outcome: TreatmentOutcome) {
    self.init(
      identifier: outcome.identifier, title: outcome.title, explanation: outcome.explanation,
      findings: outcome.findings, change: outcome.change, status: outcome.status, beat: outcome.beat,
      doses: outcome.given.map(DoseLine.init))
  }

  /// Nothing was done.
  public var isUntreated: Bool { identifier == "untreated" }
}

extension ParameterLine {
  /// The interval with as many digits as the value is shown with.
  var interval: String {
    let digits = NumberText.digits(of: value)
    return NumberText.shown(low, digits: digits) + " to " + NumberText.shown(high, digits: digits)
  }
}

extension FindingID {
  /// The name with chambers and vessels as clinicians shorten them, so that it fits in a table.
  var shortName: String {
    var name = spec.name
    for (long, short) in [
      ("Left ventricular", "LV"), ("left ventricular", "LV"), ("Right ventricular", "RV"), ("Left atrial", "LA"),
      ("left atrial", "LA"), ("left atrium", "LA"), ("Pulmonary artery", "PA"), ("pulmonary artery", "PA"),
    ] {
      name = name.replacing(long, with: short)
    }
    return name
  }

  /// The value with the digits of the catalogue, without its unit.
  func shown(_ value: Double) -> String { NumberText.shown(value, digits: spec.digits) }

  /// The unit as people write it; empty for pure numbers.
  var shownUnit: String { spec.symbol == "1" ? "" : Units.shown(spec.unit) }

  /// The thresholds of severity for this finding; empty where it has none.
  private var severityEdges: [Double] {
    let thresholds = SeverityThresholds.of(.escEacts2025, .primary)
    return switch self {
    case .EROA: thresholds.EROA
    case .RVol: thresholds.RVol
    case .RF: thresholds.RF
    default: []
    }
  }

  /// The value as it is to stand beside a grade: with as many further digits as it takes not to read as a threshold
  /// that it does not reach (0.399, not 0.40).
  func shownBesideGrade(_ value: Double) -> String {
    for digits in spec.digits..<spec.digits + 6 {
      let scale = NumberText.tenTo(digits)
      let rounded = (value * scale).rounded() / scale
      let misleads = severityEdges.contains { value < $0 * (1 - 1e-9) && rounded >= $0 * (1 - 1e-9) }
      if !misleads { return NumberText.shown(value, digits: digits) }
    }
    return NumberText.shown(value, digits: spec.digits + 6)
  }

  /// The value with its unit, safe to stand beside a grade.
  func quantityBesideGrade(_ value: Double) -> String {
    shownUnit.isEmpty ? shownBesideGrade(value) : shownBesideGrade(value) + " " + shownUnit
  }

  /// The value with its unit.
  func quantity(_ value: Double) -> String { shownUnit.isEmpty ? shown(value) : shown(value) + " " + shownUnit }
}

extension NormalRange {
  /// The range as a table shows it: 90–140, < 48, > 17.
  func shown(digits: Int) -> String {
    let low = lower.map { NumberText.shown($0, digits: Self.needed($0, digits)) }
    let high = upper.map { NumberText.shown($0, digits: Self.needed($0, digits)) }
    switch (low, high) {
    case (let low?, let high?): return low + "–" + high
    case (nil, let high?): return "≤ " + high
    case (let low?, nil): return "≥ " + low
    default: return ""
    }
  }

  /// A limit is written with no more digits than it needs.
  private static func needed(_ limit: Double, _ digits: Int) -> Int { limit == limit.rounded() ? 0 : max(digits, 1) }
}
