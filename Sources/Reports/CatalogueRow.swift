// What there is to choose from, entry by entry, as text and as JSON.

import Cases
import Circulation
import Course
import Drawing
import Findings
import Guidelines
import Instruments
import Quantities
import Statements

/// One entry of a catalogue, as text and as JSON.
public struct CatalogueRow {
  public let name: String
  public let text: String
  public let json: JSONTree

  /// - Parameter note: Told behind the meaning in the text; JSON has a field for it.
  init(_ name: String, _ text: String, _ fields: [JSONTree.Field] = [], note: String = "") {
    self.name = name
    self.text = text + note
    json = .object(
      [.init("id", .text(name))] + (text.isEmpty ? [] : [.init("meaning", .text(text))]) + fields)
  }

  init(_ kind: KindSpec, isSimulated: Bool) {
    let parameters = kind.parameters.map { CatalogueRow($0, prefix: "") }
    let told = parameters.map { "\($0.name): \($0.text)" }.joined(separator: "; ")
    self.init(
      kind.identifier,
      kind.meaning + (told.isEmpty ? "" : " (\(told))"),
      [.init("simulated", .flag(isSimulated)), .init("parameters", .list(parameters.map(\.json)))],
      note: isSimulated ? "" : " – named, not simulated by this version")
  }

  init(_ load: Load) {
    let parameters = load.scales.map { CatalogueRow(ParameterSpec($0), prefix: "") }
    let told = parameters.map { "\($0.name): \($0.text)" }.joined(separator: "; or ")
    self.init(
      load.identifier, load.meaning + (told.isEmpty ? "" : " (\(told))"),
      [.init("parameters", .list(parameters.map(\.json)))])
  }

  /// An instrument, and how far its readings scatter; in the text each source is a number of the list below it.
  init(_ instrument: Instrument, sources: ScatterSources) {
    let told = sources.lines(instrument)
    self.init(
      instrument.identifier.description,
      instrument.title.description + (told.isEmpty ? "" : ". Scatter: " + told.joined(separator: "; ") + "."),
      [
        .init(
          "accuracies",
          .list(
            instrument.accuracies.map { accuracy in
              .object(
                [.init("finding", .text(accuracy.finding.identifier))]
                  + (accuracy.method.map { [.init("method", .text($0.rawValue))] } ?? []) + [
                    .init("relative", .number(accuracy.relative)), .init("absolute", .number(accuracy.absolute)),
                    .init("unit", .text(accuracy.finding.spec.unit.symbol)), .init("common", .number(accuracy.common)),
                    .init("source", .text(accuracy.source.description)),
                  ])
            }))
      ])
  }

  /// A rule of a guideline.
  init(_ rule: Rule) {
    name = rule.id
    text = RuleText.summary(rule)
    json = .object(
      JudgementJSON.rule(rule) + [
        .init("meaning", .text(rule.text)),
        .init("ruleSets", .list(rule.sets.map { .text($0.identifier) })), .init("when", .text(rule.when.text)),
        .init(
          "definitions",
          .object(rule.when.definitions.map { JSONTree.Field($0.name, .text($0.text)) })),
        .init("citation", .text(rule.source.citation)),
      ])
  }

  init(_ parameter: ParameterSpec, prefix: String) {
    let range = parameter.range
    let text =
      "\(TextQuantity.text(of: range.lowerBound)) … \(TextQuantity.text(of: range.upperBound))"
      + (parameter.unit == "1" ? "" : " " + parameter.unit)
    self.init(
      prefix + parameter.name, "\(parameter.meaning), \(text)",
      [
        .init("unit", .text(parameter.unit)), .init("lowest", .number(range.lowerBound)),
        .init("highest", .number(range.upperBound)),
      ])
  }

  init(_ spec: FindingSpec) {
    var fields: [JSONTree.Field] = [.init("name", .text(spec.name)), .init("unit", .text(spec.unit.symbol))]
    if let loinc = spec.loinc { fields.append(.init("loinc", .text(loinc))) }
    var normal: [String] = []
    for sex in Sex.allCases {
      guard let range = spec.normal(for: sex) else { continue }
      var bounds: [JSONTree.Field] = []
      if let lower = range.lower { bounds.append(.init("lower", .number(lower))) }
      if let upper = range.upper { bounds.append(.init("upper", .number(upper))) }
      fields.append(
        .init("normal\(sex == .male ? "Men" : "Women")", .object(bounds + [.init("source", .text(range.source))])))
      if let told = Self.told(range) { normal.append("\(sex == .male ? "men" : "women") \(told)") }
    }
    let told = normal.isEmpty ? "" : " Normal: \(normal.joined(separator: ", "))."
    let unit = spec.unit.symbol == "1" ? "" : ", " + Units.shown(spec.unit)
    self.init(spec.identifier, "\(spec.name)\(unit). \(spec.definition)\(told)", fields)
  }

  /// A normal range with one end or two; nil when it has none.
  private static func told(_ range: NormalRange) -> String? {
    switch (range.lower.map(NumberText.plain), range.upper.map(NumberText.plain)) {
    case (let lower?, let upper?): "\(lower)–\(upper)"
    case (let lower?, nil): "≥ \(lower)"
    case (nil, let upper?): "≤ \(upper)"
    case (nil, nil): nil
    }
  }

  /// An item of the history, and how it makes the mitral valve leak.
  init(_ item: HistoryItem) {
    let causes = item.leakCauses
    let told = causes.map { "\($0.sentence) (\($0.kinds.joined(separator: ", ")))" }.joined(separator: "; or ")
    self.init(
      item.rawValue, item.meaning,
      causes.isEmpty
        ? []
        : [
          .init(
            "leaks",
            .list(
              causes.map {
                .object([
                  .init("because", .text($0.sentence)), .init("lesions", .list($0.kinds.map { .text($0) })),
                ])
              }))
        ],
      note: told.isEmpty ? "" : ". Leaks: " + told)
  }

  init(_ spec: QualitativeSpec) {
    self.init(
      spec.identifier, "\(spec.name): \(spec.values.joined(separator: ", ")). \(spec.definition)",
      [.init("values", .list(spec.values.map { .text($0) }))])
  }
}
