// The document of `assess`, as schema/result.schema.json has it: that of `simulate` for the likeliest heart, the judgement,
// and how sure all of it is.

import Lesions
import Instruments
import Course
import Circulation
import Assessment
import Cases
import Findings
import Guidelines
import Quantities
import Twin
import Statements
import Inference

extension CaseAssessment {
  /// The content of the page.
  public func report(version: String) -> AssessmentReport {
    var report = AssessmentReport(
      caseName: patient.name, caseSource: patient.source, body: patient.body, beat: settled.beat,
      findings: reading.findings, residuals: fit?.residuals.map(ResidualLine.init) ?? [],
      parameters: parameters.map(ParameterLine.init), assumptions: fit?.assumptions.map(ResidualLine.init) ?? [],
      converged: fit?.converged ?? true, judgement: judgement, fittedSeverity: fit == nil ? nil : fittedSeverity,
      treatments: treatments.map(TreatmentLine.init), notes: notes, engineVersion: version)
    report.assessment = self
    return report
  }

  /// The document.
  public func json(version: String) -> JSONTree {
    let best = mechanisms.first?.mechanism
    var document = ResultJSON.assess(
      case: patient.json, version: version, status: settled.status, reading: reading, judgement: judgement, fit: fit,
      mechanism: fit == nil ? nil : (best?.rawValue ?? patient.leakMechanism.identifier, evidence.reason),
      more: fitMore, parameters: parameters.map(ParameterLine.init),
      residuals: fit?.residuals.map(ResidualLine.init) ?? [], treatments: treatments.map(TreatmentLine.init),
      forecasts: forecasts)
    document.append(agreementFields)
    if let grades { document.insert(grades.json, as: "probability", into: "severity") }
    return document
  }

  private var fitMore: [JSONTree.Field] {
    guard let report = posterior?.sampling else { return [] }
    var fields = [
      JSONTree.Field("effectiveSamples", .number(report.effectiveSamples.rounded())),
      JSONTree.Field("evaluations", .number(Double(report.evaluations))),
      JSONTree.Field("converged", .flag(report.isConverged)), JSONTree.Field("quick", .flag(report.isSketch)),
    ]
    if report.splitRHat.isFinite { fields.insert(JSONTree.Field("splitRHat", .number(report.splitRHat)), at: 1) }
    return [
      JSONTree.Field("seed", .number(Double(settings.seed))), JSONTree.Field("sampling", .object(fields)),
    ]
  }

  private var agreementFields: [JSONTree.Field] {
    guard posterior != nil else { return [] }
    var fields: [JSONTree.Field] = []
    if searchedLeak {
      fields.append(
        JSONTree.Field(
          "mechanisms",
          .list(
            mechanisms.map { one in
              let before = evidence.chances.first { $0.mechanism == one.mechanism }?.prior ?? 0
              return .object([
                JSONTree.Field("mechanism", .text(one.mechanism.rawValue)),
                JSONTree.Field("probability", .number(one.prior)), JSONTree.Field("before", .number(before)),
              ])
            })))
    }
    fields.append(JSONTree.Field("agreement", .list(agreement.map(\.json))))
    fields.append(JSONTree.Field("culprit", culprit?.json ?? .null))
    fields.append(JSONTree.Field("nextMeasurements", .list(bestNext.prefix(8).map(\.json))))
    if !courses.isEmpty { fields.append(JSONTree.Field("courses", .list(courses.map(\.json)))) }
    return fields
  }
}

extension JSONTree {
  /// Adds fields to an object.
  fileprivate mutating func append(_ more: [Field]) {
    if case .object(let fields) = self { self = .object(fields + more) }
  }

  /// Adds a field to an object within an object.
  fileprivate mutating func insert(_ value: JSONTree, as name: String, into object: String) {
    guard case .object(var fields) = self, let place = fields.firstIndex(where: { $0.name == object }) else { return }
    fields[place].value.append([Field(name, value)])
    self = .object(fields)
  }
}

extension GradeChances {
  var json: JSONTree {
    .object(SeverityGrade.allCases.map { JSONTree.Field($0.identifier, .number(self[$0])) })
  }
}

extension Agreement {
  fileprivate var json: JSONTree {
    let numbers = [
      ("measured", measured), ("standardError", standardError), ("implied", implied),
      ("impliedDeviation", impliedDeviation), ("zScore", zScore), ("surprise", surprise),
      ("grossProbability", grossProbability),
    ]
    return .object(
      [JSONTree.Field("finding", .text(finding.identifier))]
        + (method.isEmpty ? [] : [JSONTree.Field("by", .text(method))])
        + [JSONTree.Field("unit", .text(finding.spec.symbol))]
        + numbers.filter { $0.1.isFinite }.map { JSONTree.Field($0.0, .number($0.1)) })
  }
}

extension NextMeasurement {
  fileprivate var json: JSONTree {
    .object(
      [JSONTree.Field("finding", .text(finding.identifier))]
        + (method.map { [JSONTree.Field("by", .text($0.rawValue))] } ?? []) + [
          JSONTree.Field("instrument", .text(instrument)), JSONTree.Field("bits", .number(bits)),
          JSONTree.Field("shrinking", .number(shrinking)), JSONTree.Field("expected", .number(expected)),
          JSONTree.Field("deviation", .number(deviation)), JSONTree.Field("unit", .text(finding.spec.symbol)),
        ])
  }
}

extension CourseForecast {
  fileprivate var json: JSONTree {
    .object([
      JSONTree.Field("id", .text(identifier)), JSONTree.Field("hearts", .number(Double(hearts))),
      JSONTree.Field(
        "timeline",
        .list(
          moments.map { moment in
            .object([
              JSONTree.Field("days", .number(moment.days)), JSONTree.Field("beating", .number(Double(moment.beating))),
              JSONTree.Field("ranges", ResultJSON.ranges(moment.findings)),
              JSONTree.Field("nyha", .list(moment.classes.map { .text($0.rawValue) })),
            ])
          })),
      JSONTree.Field(
        "events",
        .list(
          events.map { event in
            .object([
              JSONTree.Field("event", .text(event.kind.words)), JSONTree.Field("hearts", .number(Double(event.hearts))),
              JSONTree.Field("from", .number(event.days.lowerBound)),
              JSONTree.Field("to", .number(event.days.upperBound)),
            ])
          })),
    ])
  }
}

extension ResultJSON {
  /// Medians with 90 % intervals.
  static func ranges(_ spreads: [FindingID: Spread]) -> JSONTree {
    ranges(spreads.mapValues { ($0.median, $0.ninety) })
  }

  /// Medians with the ranges of the hearts followed.
  static func ranges(_ followed: [FindingID: FollowedRange]) -> JSONTree {
    ranges(followed.mapValues { ($0.median, $0.range) })
  }

  private static func ranges(_ all: [FindingID: (median: Double, range: ClosedRange<Double>)]) -> JSONTree {
    .object(
      FindingID.allCases.compactMap { id in
        all[id].map { one in
          JSONTree.Field(
            id.identifier,
            .object([
              JSONTree.Field("median", .number(one.median)),
              JSONTree.Field("low", .number(one.range.lowerBound)),
              JSONTree.Field("high", .number(one.range.upperBound)),
              JSONTree.Field("unit", .text(id.spec.symbol)),
            ]))
        }
      })
  }
}
