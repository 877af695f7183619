// The document of `course`, as schema/result.schema.json has it.

import Course
import Cases
import Circulation
import Findings
import Twin

extension ResultJSON {
  /// The document of `course`.
  ///
  /// - Parameter timeline: one that has at least one moment; an entry for each that is listed.
  public static func course(case caseDocument: JSONTree, version: String, timeline: CourseTimeline) -> JSONTree {
    let isSteady = timeline.end?.cause != .noBeat && timeline.moments.allSatisfy { $0.status == .periodic }
    return .object(
      [
        .init("case", caseDocument), .init("version", .text(version)),
        .init("status", .text((isSteady ? BeatStatus.periodic : .notPeriodic).name)),
        .init("timeline", .list(timeline.listed.map(moment))),
      ] + (timeline.end.map { [.init("ended", ended($0))] } ?? []))
  }

  private static func ended(_ end: CourseEnd) -> JSONTree {
    let (cause, finding): (String, FindingID?) =
      switch end.cause {
      case .noBeat: ("no-beat", nil)
      case .pressure: ("arterial-pressure", .MAP)
      case .output: ("output", .CI)
      }
    var fields: [JSONTree.Field] = [.init("days", .number(end.days)), .init("cause", .text(cause))]
    if let finding, let value = end.value {
      fields.append(.init("finding", .text(finding.identifier)))
      fields.append(.init("quantity", measured(value, finding.spec.symbol)))
    }
    return .object(fields)
  }

  private static func moment(_ moment: CourseMoment) -> JSONTree {
    let side: [JSONTree.Field] =
      switch moment.side {
      case nil: []
      case .before: [.init("side", .text("before"))]
      case .after: [.init("side", .text("after"))]
      }
    return .object(
      [
        .init("days", .number(moment.days))
      ] + side + [
        .init("findings", findings(moment.findings))
      ] + (moment.functionalClass.map { [.init("nyha", .text($0.rawValue))] } ?? []) + [
        .init("events", .list(moment.events.map { .text($0.text) })),
        .init(
          "atrialFibrillationRisk",
          .object([.init("value", .number(100 * moment.fibrillationRisk)), .init("unit", .text("%"))])),
      ])
  }
}
