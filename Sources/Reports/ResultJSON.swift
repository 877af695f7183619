// The documents of `simulate` and `assess`, field by field as schema/result.schema.json has them. The order of fields
// is fixed, numbers are the shortest that read back the same, and what is no number is left out.

import Cases
import Circulation
import Findings
import Quantities
import Guidelines
import Instruments
import Twin

/// Makes the JSON documents.
public enum ResultJSON {
  /// The document of `simulate`.
  ///
  /// - Parameters:
  ///   - caseDocument: the case as it was read, `Case.json`.
  ///   - version: the version of Mitral.
  ///   - status: how the beat came out; a diverged heart has no document.
  ///   - examination: what instruments read, where noise was asked for.
  ///   - more: further fields of the schema: reflexes, loads, exerciseTest, manoeuvre.
  public static func simulate(
    case caseDocument: JSONTree, version: String, status: BeatStatus, reading: BeatReading,
    examination: Examination? = nil, more: [JSONTree.Field] = []
  ) -> JSONTree {
    .object(
      simulation(caseDocument, version, status.name, reading, asRead(reading.findings, examination))
        + scattered(examination) + more)
  }

  /// The findings, those that instruments read as they read them, each with the standard deviation of such readings.
  private static func asRead(
    _ truth: FindingValues, spread: FindingValues = FindingValues(), _ examination: Examination?
  ) -> JSONTree {
    guard let examination else { return findings(truth, spread: spread) }
    var values = truth
    var spread = spread
    for reading in examination.readings.reversed() {
      values[reading.finding] = reading.value
      spread[reading.finding] = reading.deviation
    }
    return findings(values, spread: spread)
  }

  private static func scattered(_ examination: Examination?) -> [JSONTree.Field] {
    examination.map { [JSONTree.Field("examination", $0.json)] } ?? []
  }

  /// The document of `simulate` for an irregular rhythm: means, each with its standard deviation from beat to beat.
  public static func simulate(
    case caseDocument: JSONTree, version: String, irregular: IrregularReading, examination: Examination? = nil,
    more: [JSONTree.Field] = []
  ) -> JSONTree {
    .object(
      simulation(
        caseDocument, version, "irregular", irregular.mean,
        asRead(irregular.mean.findings, spread: irregular.spread, examination)) + scattered(examination) + more)
  }

  /// The document of `assess`: that of `simulate` for the fitted heart, the judgement, the fit and the treatments.
  ///
  /// - Parameters:
  ///   - fit: the fit, for what it assumed and whether it converged; nil where nothing was fitted.
  ///   - mechanism: of the leak, and what speaks for it.
  ///   - more: further fields of the fit: seed, sampling.
  ///   - treatments: the treated hearts; the untreated one among them is left out, since the findings are its
  ///   own.
  ///   - forecasts: the same over the posterior, in the same order; empty where nothing was sampled.
  public static func assess(
    case caseDocument: JSONTree, version: String, status: BeatStatus, reading: BeatReading,
    judgement: Judgement, fit: TwinFit? = nil, mechanism: (identifier: String, reason: String)? = nil,
    more: [JSONTree.Field] = [], parameters: [ParameterLine], residuals: [ResidualLine], treatments: [TreatmentLine],
    forecasts: [TreatmentForecast] = []
  ) -> JSONTree {
    var fields = simulation(caseDocument, version, status.name, reading, findings(reading.findings))
    fields += JudgementJSON.fields(judgement)
    fields.append(
      JSONTree.Field(
        "fit",
        .object(
          pairs([
            ("parameters", fitted(parameters)), ("residuals", compared(residuals)),
            ("mechanism", mechanism.map { .text($0.identifier) }),
            ("mechanismBecause", mechanism.map { .text($0.reason) }),
            ("assumed", fit.map { compared($0.assumptions.map(ResidualLine.init)) }),
            ("converged", fit.map { .flag($0.converged) }),
            ("iterations", fit.map { .number(Double($0.iterations)) }),
          ]) + more)))
    let treated = treatments.enumerated().filter { !$0.element.isUntreated }.map { place, line in
      treatment(line, judgement, forecasts.indices.contains(place) ? forecasts[place] : nil)
    }
    fields.append(JSONTree.Field("treatments", .list(treated)))
    return .object(fields)
  }

  /// The document of `grade`: the judgement alone.
  public static func grade(case caseDocument: JSONTree, version: String, judgement: Judgement) -> JSONTree {
    .object(
      [JSONTree.Field("case", caseDocument), JSONTree.Field("version", .text(version))]
        + JudgementJSON.fields(judgement))
  }

  /// The document of `examine` and `echo`: what each instrument read and saw, beside what is true.
  ///
  /// - Parameter notes: what must be known beside the readings.
  public static func examine(
    case caseDocument: JSONTree, version: String, examination: Examination, impression: EchoImpression? = nil,
    notes: [String]
  ) -> JSONTree {
    .object(
      [
        JSONTree.Field("case", caseDocument), JSONTree.Field("version", .text(version)),
        JSONTree.Field("examination", examination.json),
      ] + (impression.map { [JSONTree.Field("impression", $0.json)] } ?? [])
        + [JSONTree.Field("notes", .list(notes.map { .text($0) }))])
  }

  /// The document of `compare`: the untreated heart, and each treated one beside it.
  ///
  /// - Parameters:
  ///   - days: how long after the treatment began; 0 is at once.
  ///   - lines: the untreated heart first.
  public static func compare(
    case caseDocument: JSONTree, version: String, days: Double, lines: [TreatmentLine]
  ) -> JSONTree {
    let untreated = lines.first { $0.isUntreated }?.findings ?? FindingValues()
    return .object([
      JSONTree.Field("case", caseDocument), JSONTree.Field("version", .text(version)),
      JSONTree.Field("after", quantity(days, "d") ?? .null),
      JSONTree.Field("untreated", object([("findings", findings(untreated))])),
      JSONTree.Field("treatments", .list(lines.filter { !$0.isUntreated }.map { treatment($0) })),
    ])
  }

  /// Findings by identifier, each with its unit.
  public static func findings(_ values: FindingValues) -> JSONTree {
    object(values.present.map { ($0.identifier, quantity(values[$0], $0.spec.symbol)) })
  }

  /// Means with their standard deviations.
  private static func findings(_ values: FindingValues, spread: FindingValues) -> JSONTree {
    object(
      values.present.map { id in
        guard let value = number(values[id]) else { return (id.identifier, nil) }
        return (
          id.identifier, object([("value", value), ("unit", .text(id.spec.symbol)), ("sd", number(spread[id]))])
        )
      })
  }

  private static func simulation(
    _ caseDocument: JSONTree, _ version: String, _ status: String, _ reading: BeatReading, _ findings: JSONTree
  ) -> [JSONTree.Field] {
    let valves = object([
      ("mitral", valve(reading.valves.mitral)), ("aortic", valve(reading.valves.aortic)),
      ("tricuspid", valve(reading.valves.tricuspid)), ("pulmonary", valve(reading.valves.pulmonary)),
    ])
    let thirds = reading.regurgitantFractionByThird.flatMap { shares -> JSONTree? in
      shares.allSatisfy(\.isFinite) ? .list(shares.map { .number($0) }) : nil
    }
    return [
      JSONTree.Field("case", caseDocument), JSONTree.Field("version", .text(version)),
      JSONTree.Field("status", .text(status)), JSONTree.Field("findings", findings),
      JSONTree.Field("valves", valves),
      JSONTree.Field("systole", .object([JSONTree.Field("regurgitantFractionByThird", thirds ?? .null)])),
    ]
  }

  private static func valve(_ reading: ValveReading) -> JSONTree {
    object([
      ("forwardVolume", number(reading.forwardVolume)), ("regurgitantVolume", number(reading.regurgitantVolume)),
      ("closingVolume", number(max(reading.backwardVolume - reading.regurgitantVolume, 0))),
      ("openTime", number(reading.openTime) ?? .null), ("closeTime", number(reading.closeTime) ?? .null),
    ])
  }
}

extension ResultJSON {
  private static func fitted(_ parameters: [ParameterLine]) -> JSONTree {
    object(
      parameters.map { line in
        guard let value = number(line.value), let low = number(line.low), let high = number(line.high) else {
          return (line.name, nil)
        }
        return (
          line.name,
          object([
            ("value", value), ("unit", .text(line.unit)), ("low", low), ("high", high),
            ("learned", number(line.learned)),
          ])
        )
      })
  }

  /// One entry for each finding: several measurements of one are averaged, each weighed by its error.
  private static func compared(_ residuals: [ResidualLine]) -> JSONTree {
    var order: [FindingID] = []
    for line in residuals where !order.contains(line.finding) { order.append(line.finding) }
    return object(
      order.map { finding in
        let lines = residuals.filter { $0.finding == finding }
        let mean = ResidualLine(averaging: lines)
        guard let measured = number(mean.measured), let fitted = number(mean.fitted), let z = number(mean.zScore) else {
          return (finding.identifier, nil)
        }
        let unit = JSONTree.text(finding.spec.symbol)
        let each = lines.count > 1 ? JSONTree.list(lines.map(single)) : nil
        return (
          finding.identifier,
          object([("measured", measured), ("fitted", fitted), ("zScore", z), ("unit", unit), ("measurements", each)])
        )
      })
  }

  /// One of several measurements of a finding.
  private static func single(_ line: ResidualLine) -> JSONTree {
    object([
      ("by", line.method.isEmpty ? nil : .text(line.method)), ("measured", number(line.measured)),
      ("zScore", number(line.zScore)),
    ])
  }

  /// - Parameter judgement: what the guideline says of the treatment is told beside it, where there is one.
  private static func treatment(
    _ line: TreatmentLine, _ judgement: Judgement? = nil, _ forecast: TreatmentForecast? = nil
  ) -> JSONTree {
    let advice = judgement.map { TreatmentAdvice.of(line, $0) }
    let steady = line.status == .periodic
    let given = line.doses.map { dose in
      object([("id", .text(dose.identifier))] + parts(dose))
    }
    return object(
      [("id", .text(line.identifier))] + (line.doses.first.map(parts) ?? [])
        + [
          ("given", line.doses.count > 1 ? .list(given) : nil), ("status", steady ? nil : .text(line.status.name)),
          ("findings", findings(steady ? line.findings : FindingValues())),
          ("change", findings(steady ? line.change : FindingValues())),
          ("ranges", forecast.map { ranges($0.findings) }), ("changeRanges", forecast.map { ranges($0.change) }),
          ("steady", forecast.map { .number(Double($0.steady) / Double(max($0.tried, 1))) }),
          ("recommendations", advice.map { JudgementJSON.texts($0.map(\.rule.id)) }),
        ])
  }

  private static func parts(_ dose: DoseLine) -> [(String, JSONTree?)] {
    guard let value = dose.value else { return [] }
    let more = object(dose.more.map { ($0.name, quantity($0.value, $0.unit)) })
    return [
      ("dose", quantity(value, dose.unit)), ("titrated", .flag(dose.isTitrated)),
      ("settings", dose.more.isEmpty ? nil : more),
    ]
  }

  private static func quantity(_ value: Double?, _ unit: String) -> JSONTree? {
    number(value).map { object([("value", $0), ("unit", .text(unit))]) }
  }

  private static func number(_ value: Double?) -> JSONTree? {
    value.flatMap { $0.isFinite ? JSONTree.number($0) : nil }
  }

  private static func text(_ word: String?) -> JSONTree { word.map { .text($0) } ?? .null }

  /// An object of what there is; fields without a value are left out.
  private static func object(_ fields: [(String, JSONTree?)]) -> JSONTree {
    .object(pairs(fields))
  }

  private static func pairs(_ fields: [(String, JSONTree?)]) -> [JSONTree.Field] {
    fields.compactMap { name, value in value.map { JSONTree.Field(name, $0) } }
  }
}

extension ResidualLine {
  /// Several measurements of one finding as one: their mean, weighed by the inverse square of their errors.
  ///
  /// - Parameter lines: at least one, all of one finding.
  init(averaging lines: [ResidualLine]) {
    precondition(!lines.isEmpty, "nothing to average")
    var weights = 0.0
    var sum = 0.0
    for line in lines where line.standardError > 0 {
      let weight = 1 / (line.standardError * line.standardError)
      weights += weight
      sum += weight * line.measured
    }
    self = lines[0]
    guard weights > 0, lines.count > 1 else { return }
    measured = sum / weights
    standardError = (1 / weights).squareRoot()
    method = ""
  }
}
