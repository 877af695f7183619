// Risk scores as lines of a report: the figure, what went in, what was assumed; or what is missing, or why there is none.

import Drawing
import Findings
import Guidelines

/// One score.
public struct RiskLine: Sendable {
  /// In words: "EuroSCORE II, death in hospital after the operation".
  public let title: String
  /// Figures by their names in JSON, in the order of the schema; nil where the score is not known.
  public let figures: [(name: String, value: Double?)]
  /// The figures in words; nil where there are none.
  public let told: String?
  /// Why there is none, in a sentence without a full stop.
  public let why: String?
  public let inputs: [String]
  public let assumed: [String]
  public let lacks: [String]
  public let source: RuleSource

  /// All scores of a patient.
  public static func all(_ picture: Picture) -> [RiskLine] {
    let risk = RiskScores(picture)
    return [
      euroScore(risk.euroScore), mida(risk.mida), stroke(risk.stroke), prevent(risk.prevent), triScore(risk.triScore),
    ]
  }

  private init<Value>(
    _ title: String, _ source: RuleSource, _ outcome: RiskOutcome<Value>, names: [String],
    figures: (Value) -> [Double?], told: (Value) -> String
  ) {
    self.title = title
    self.source = source
    let value = outcome.value
    self.told = value.map(told)
    let numbers = value.map(figures) ?? names.map { _ in nil }
    self.figures = zip(names, numbers).map { ($0, $1) }
    switch outcome {
    case .known(let estimate): (inputs, assumed, lacks, why) = (estimate.inputs, estimate.assumed, [], nil)
    case .lacks(let missing):
      (inputs, assumed, lacks, why) = ([], [], missing, "not known: " + missing.joined(separator: ", "))
    case .refused(let fault): (inputs, assumed, lacks, why) = ([], [], [], fault.text)
    case .notFor(let reason): (inputs, assumed, lacks, why) = ([], [], [], reason)
    }
  }

  private static func percent(_ value: Double, digits: Int = 1) -> String {
    NumberText.fixed(value, digits: digits) + " %"
  }

  private static func euroScore(_ outcome: RiskOutcome<Double>) -> RiskLine {
    RiskLine(
      "EuroSCORE II", EuroScore2.source, outcome, names: ["euroscoreII"], figures: { [$0] },
      told: { "\(percent($0)) die in hospital after such an operation" })
  }

  private static func mida(_ outcome: RiskOutcome<MidaScore>) -> RiskLine {
    RiskLine(
      "MIDA", MidaScore.source, outcome, names: ["mida"], figures: { [Double($0.points)] },
      told: { score in
        let points = "\(score.points) of 12 points"
        guard let published = score.outcome else { return points }
        return points + ": dead within a year \(percent(published.deathInOneYearOnDrugs)) on drugs, "
          + "\(percent(published.deathInOneYearAfterSurgery)) after surgery; alive after 5 years "
          + "\(percent(published.alive5YearsOnDrugs, digits: 0)) and "
          + percent(published.alive5YearsAfterSurgery, digits: 0)
      })
  }

  private static func stroke(_ outcome: RiskOutcome<StrokeRisk>) -> RiskLine {
    RiskLine(
      "CHA2DS2-VA and CHA2DS2-VASc", StrokeRisk.source, outcome, names: ["cha2ds2Va", "cha2ds2Vasc"],
      figures: { [Double($0.va), Double($0.vasc)] }, told: { "\($0.va) and \($0.vasc) points" })
  }

  private static func prevent(_ outcome: RiskOutcome<PreventRisk>) -> RiskLine {
    RiskLine(
      "PREVENT (\(PreventRisk.label))", PreventRisk.source, outcome,
      names: ["preventCVD10", "preventASCVD10", "preventHF10", "preventCVD30", "preventASCVD30", "preventHF30"],
      figures: { risk in
        [
          risk.tenYears.cardiovascular, risk.tenYears.atherosclerotic, risk.tenYears.heartFailure,
          risk.thirtyYears?.cardiovascular, risk.thirtyYears?.atherosclerotic, risk.thirtyYears?.heartFailure,
        ]
      },
      told: { risk in
        let later = risk.thirtyYears.map { "; in 30 years \(percent($0.cardiovascular))" } ?? ""
        return "in 10 years \(percent(risk.tenYears.cardiovascular)) get cardiovascular disease "
          + "(heart failure \(percent(risk.tenYears.heartFailure)))" + later
      })
  }

  private static func triScore(_ outcome: RiskOutcome<TriScore>) -> RiskLine {
    RiskLine(
      "TRI-SCORE (isolated tricuspid surgery)", TriScore.source, outcome, names: ["triScore", "triScoreMortality"],
      figures: { [Double($0.points), $0.mortality] },
      told: {
        "\($0.points) of 12 points, \($0.riskClass.rawValue): \(percent($0.mortality, digits: 0)) die in hospital"
      })
  }
}
