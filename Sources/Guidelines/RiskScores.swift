// Every risk score of one patient: each with its value and inputs, or with what it lacks, or why it does not apply.

import Findings

/// A score that is deliberately not reckoned.
public struct LeftOutScore: Sendable {
  public let name: String
  public let why: String
}

/// The scores of a patient.
public struct RiskScores: Sendable {
  /// Death in hospital after an operation on the mitral valve, percent.
  public let euroScore: RiskOutcome<Double>
  /// Cardiovascular disease in 10 and 30 years; ``PreventRisk/label`` stands beside every figure.
  public let prevent: RiskOutcome<PreventRisk>
  /// Survival with a degenerative leak.
  public let mida: RiskOutcome<MidaScore>
  /// Stroke in atrial fibrillation.
  public let stroke: RiskOutcome<StrokeRisk>
  /// Death in hospital after an operation on the tricuspid valve.
  public let triScore: RiskOutcome<TriScore>
  /// Predicted mortality of the operation that the record states (such as STS-PROM), percent; nil where it states none.
  public let statedMortality: Double?

  /// - Parameter plan: what else the operation does, for EuroSCORE II.
  public init(_ picture: Picture, plan: EuroScore2.Plan = EuroScore2.Plan()) {
    euroScore = EuroScore2.of(picture, plan: plan)
    prevent = PreventRisk.of(picture)
    mida = MidaScore.of(picture)
    stroke = StrokeRisk.of(picture)
    triScore = TriScore.of(picture)
    statedMortality = picture.record.context.predictedMortality
  }

  /// What is not reckoned, and why.
  public static let leftOut = [
    LeftOutScore(
      name: "STS-PROM",
      why: "its coefficients are not public and change; give its figure as context.predictedMortality"),
    LeftOutScore(
      name: "COAPT risk score",
      why: "its points are not known with certainty, and it predicted poorly where it was checked"),
  ]
}
