// Everything that a page about one patient's heart shows, as plain values.

import Assessment
import Drawing
import Circulation
import Findings
import Guidelines
import Instruments
import Quantities
import Twin

/// The content of a report on one case.
public struct AssessmentReport: Sendable {
  /// What the case is called.
  public var caseName: String
  /// Where the case's numbers come from.
  public var caseSource: String?
  /// Age, sex and size of the person.
  public var body: Body
  /// The fitted heart's beat and what is read off it.
  public var beat: RecordedBeat
  public var findings: FindingValues
  /// Measured against fitted, and the parameters that were fitted.
  public var residuals: [ResidualLine]
  public var parameters: [ParameterLine]
  /// What was assumed because it was not measured, beside the fitted heart.
  public var assumptions: [ResidualLine]
  /// Whether the fit came to rest.
  public var converged: Bool
  public var judgement: Judgement
  /// The grade of the fitted heart alone; nil where nothing was fitted.
  public var fittedSeverity: SeverityJudgement?
  public var severity: SeverityJudgement { judgement.picture.severity }
  /// The untreated heart first, then each treatment.
  public var treatments: [TreatmentLine]
  /// Things the reader should know, one sentence each.
  public var notes: [String]
  /// The version of Mitral that computed this.
  public var engineVersion: String
  /// How sure all of it is, where all of an assessment was done.
  public var assessment: CaseAssessment?

  public init(
    caseName: String, caseSource: String? = nil, body: Body, beat: RecordedBeat, findings: FindingValues,
    residuals: [ResidualLine] = [], parameters: [ParameterLine] = [], assumptions: [ResidualLine] = [],
    converged: Bool = true, judgement: Judgement, fittedSeverity: SeverityJudgement? = nil,
    treatments: [TreatmentLine] = [], notes: [String] = [],
    engineVersion: String
  ) {
    self.caseName = caseName
    self.caseSource = caseSource
    self.body = body
    self.beat = beat
    self.findings = findings
    self.residuals = residuals
    self.parameters = parameters
    self.assumptions = assumptions
    self.converged = converged
    self.judgement = judgement
    self.fittedSeverity = fittedSeverity
    self.treatments = treatments
    self.notes = notes
    self.engineVersion = engineVersion
  }

  /// The report of a fit.
  public init(
    caseName: String, caseSource: String? = nil, body: Body, fit: TwinFit, judgement: Judgement,
    outcomes: [TreatmentOutcome], notes: [String] = [], engineVersion: String
  ) {
    self.init(
      caseName: caseName, caseSource: caseSource, body: body, beat: fit.heart.beat, findings: fit.reading.findings,
      residuals: fit.residuals.map(ResidualLine.init), parameters: fit.parameters.map(ParameterLine.init),
      assumptions: fit.assumptions.map(ResidualLine.init), converged: fit.converged, judgement: judgement,
      treatments: outcomes.map(TreatmentLine.init), notes: notes, engineVersion: engineVersion)
  }

  /// The treatment whose loop is drawn beside the untreated one: the first that closes the leak, else the first.
  var comparison: TreatmentLine? {
    let treated = treatments.filter { !$0.isUntreated && $0.beat != nil && $0.status == .periodic }
    return treated.min { ($0.findings[.RVol] ?? .infinity) < ($1.findings[.RVol] ?? .infinity) }
  }
}

/// A judgement in words.
public enum Verdict {
  /// For example "Severe mitral regurgitation".
  public static func headline(_ severity: SeverityJudgement) -> String {
    switch severity.grade {
    case nil:
      severity.warnings.contains(.prosthesis)
        ? "Not graded: the mitral valve is artificial" : "Not graded: nothing measured speaks of a mitral leak"
    case SeverityGrade.none?: "No mitral regurgitation"
    case .trace?: "A trace of mitral regurgitation"
    case .mild?: "Mild mitral regurgitation"
    case .moderate?: "Moderate mitral regurgitation"
    case .severe?: "Severe mitral regurgitation"
    }
  }

  /// How sure the grade is, in a sentence.
  public static func confidence(_ confidence: Confidence) -> String {
    switch confidence {
    case .definite: "Definite: numbers and signs agree."
    case .probable: "Probable: the evidence points this way and is not complete or not of one voice."
    case .indeterminate: "Indeterminate: the evidence does not settle it; another examination should."
    }
  }

  /// The same, as the word of the rules alone, where probabilities stand beside it.
  static func byTheRules(_ confidence: Confidence) -> String {
    switch confidence {
    case .definite: "Definite by the guideline’s rules: numbers and signs, taken as they stand, agree."
    case .probable:
      "Probable by the guideline’s rules: the evidence points this way and is not complete or not of one voice."
    case .indeterminate:
      "Indeterminate by the guideline’s rules: the evidence does not settle it; another examination should."
    }
  }

  /// A criterion in words: its finding's or sign's name.
  public static func name(_ criterion: SeverityCriterion) -> String {
    if let finding = FindingID(identifier: criterion.identifier) { return finding.spec.name }
    if let sign = QualitativeID(identifier: criterion.identifier) { return sign.spec.name }
    return criterion == .chamberSize ? "Left ventricle and atrium" : criterion.identifier
  }

  /// Which value does not fit, in a sentence; nil when all agree.
  public static func outlier(_ severity: SeverityJudgement) -> String? {
    severity.outlier.map { "\($0.spec.name) does not fit the other values." }
  }

  /// A criterion in a line: what was seen and what it alone speaks for, as "EROA 0.40 cm² → severe" or
  /// "Left ventricle and atrium: enlarged ventricle, normal function → severe".
  public static func line(_ record: CriterionRecord) -> String {
    let seen = record.value == nil ? name(record.criterion) + ": " : record.criterion.identifier + " "
    return seen + Self.seen(record) + " → " + record.meets.identifier
  }

  /// A number that stands beside a grade, with its unit: "EROA 0.399 cm²", never rounded to a threshold that it misses.
  public static func quantity(_ finding: FindingID, _ value: Double) -> String {
    finding.identifier + " " + finding.quantityBesideGrade(value)
  }

  /// What was seen for a criterion: the number with its unit, or the word.
  public static func seen(_ record: CriterionRecord) -> String {
    if let value = record.value, let finding = record.finding { return finding.quantityBesideGrade(value) }
    if let value = record.value { return NumberText.plain(value) }
    guard let word = record.word else { return "" }
    if word == "enlarged-ventricle-normal-function" { return "enlarged ventricle, normal function" }
    return QualitativeID(identifier: record.criterion.identifier)?.plain(word) ?? word.replacing("-", with: " ")
  }
}
