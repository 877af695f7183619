import Circulation
import Findings
import Instruments

/// One number of the heart that the fit could move, and how sure it is.
public struct FittedParameter: Sendable, Equatable {
  /// The name in JSON, such as "contractility".
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// UCUM unit.
  public let unit: String
  public let value: Double
  /// Ends of the 90 % interval (linearised about the best fit).
  public let low: Double
  public let high: Double
  /// Share of the variance that the measurements removed from what priors and assumptions leave, 0 (they say nothing) …
  /// 1.
  public let learned: Double
}

/// One measurement beside what the fitted heart gives for it.
public struct Residual: Sendable, Equatable {
  public let finding: FindingID
  /// Where the measurement came from ("pisa", "cuff" …); empty when not told.
  public let method: String
  /// In the finding's unit.
  public let measured: Double
  public let fitted: Double
  /// Standard error of the measurement, in the finding's unit.
  public let standardError: Double
  /// (measured − fitted) / standardError.
  public let zScore: Double
  /// Whether the standard error came with the measurement; else it is the usual one of the method.
  public let isErrorGiven: Bool
}

/// What a treatment does to the fitted heart at once.
public struct TreatmentOutcome: Sendable {
  /// The identifier in the catalogue, several joined by +, or "untreated".
  public let identifier: String
  public let title: String
  /// One sentence on what was done to the heart.
  public let explanation: String
  /// What was given, with the doses; nothing to the untreated heart.
  public let given: [GivenTreatment]
  /// The heart as treated.
  public let definition: HeartDefinition
  public let findings: FindingValues
  /// Treated minus untreated.
  public let change: FindingValues
  public let status: BeatStatus
  public let beat: RecordedBeat
}

/// The heart that explains a patient's measurements best.
public struct TwinFit: Sendable {
  public let definition: HeartDefinition
  public let parameters: [FittedParameter]
  public let residuals: [Residual]
  /// What was assumed because it was not measured (method "assumed"), beside what the fitted heart gives for it.
  public let assumptions: [Residual]
  public let heart: SettledHeart
  public let reading: BeatReading
  /// Half the sum of squared residuals, those of the priors included.
  public let cost: Double
  public let iterations: Int
  /// Whether the search ended where a further step has nothing to gain (see `FitSettings`).
  public let converged: Bool
}
