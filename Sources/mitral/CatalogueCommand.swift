// `mitral catalogue`: what there is to choose from.

import Drawing
import ArgumentParser
import Cases
import Circulation
import Course
import Findings
import Guidelines
import Instruments
import Quantities
import Reports

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract:
      "List the cases, lesions, treatments, loads, instruments, findings, history items, guidelines and heart parameters.",
    discussion: """
      Examples:
        mitral catalogue findings          every measurement with its unit, normal range and definition
        mitral catalogue heart             every number that --set and `heart:` can change
        mitral catalogue cases --json
      """)

  enum Shelf: String, CaseIterable, ExpressibleByArgument {
    case cases, lesions, treatments, loads, instruments, findings, history, guidelines, heart

    init?(argument: String) { self.init(rawValue: argument.lowercased()) }
  }

  @Argument(help: "What to list: \(Shelf.allCases.map(\.rawValue).joined(separator: ", ")).")
  var shelf: Shelf

  @Flag(help: "Print one JSON document and nothing else.")
  var json = false

  func run() throws {
    let rows = try self.rows()
    if json {
      try Terminal.printOut(JSONTree.object([.init(shelf.rawValue, .list(rows.map(\.json)))]).serialised())
      return
    }
    let style = Terminal.style
    let widest = rows.map { TerminalText.width($0.name) }.max() ?? 0
    // A rule is a paragraph: its name stands on a line of its own.
    let isStacked = shelf == .guidelines
    let indent = isStacked ? 4 : min(widest, 36) + 2
    for row in rows {
      let lines = TerminalText.wrap(row.text, to: max(30, min(style.width, 120) - indent))
      let space = String(repeating: " ", count: indent)
      let gap = String(repeating: " ", count: max(1, indent - TerminalText.width(row.name)))
      let first = isStacked ? [row.name] + lines.map { space + $0 } : [row.name + gap + (lines.first ?? "")]
      let rest = isStacked ? [] : lines.dropFirst().map { space + $0 }
      Terminal.show((first + rest).joined(separator: "\n"), style)
    }
    if shelf == .instruments {
      Terminal.show("\nSources\n" + ScatterSources(InstrumentCatalogue.all).list(style), style)
    }
  }

  private func rows() throws -> [CatalogueRow] {
    switch shelf {
    case .cases:
      return try CaseSource.shippedNames.map { CatalogueRow($0, try CaseSource.read($0).name) }
    case .lesions: return Self.rows(CaseVocabulary.known.lesions, simulated: CaseVocabulary.engine.lesions)
    case .treatments: return Self.rows(CaseVocabulary.known.treatments, simulated: CaseVocabulary.engine.treatments)
    case .loads: return LoadCatalogue.all.map(CatalogueRow.init)
    case .instruments:
      let sources = ScatterSources(InstrumentCatalogue.all)
      return InstrumentCatalogue.all.map { CatalogueRow($0, sources: sources) }
    case .findings:
      return FindingID.allCases.map { CatalogueRow($0.spec) } + QualitativeCatalogue.specs.map(CatalogueRow.init)
    case .history: return HistoryItem.allCases.map(CatalogueRow.init)
    case .guidelines:
      return Guideline.allCases.map { CatalogueRow($0.identifier, "\($0.source.title): \($0.source.citation)") }
        + RuleBook.rules.map(CatalogueRow.init)
    case .heart: return CaseVocabulary.engine.heart.map { CatalogueRow($0, prefix: "heart.") }
    }
  }

  /// Every name that a case may use, and whether the engine can simulate it.
  private static func rows(_ kinds: [KindSpec], simulated: [KindSpec]) -> [CatalogueRow] {
    let names = Set(simulated.map(\.identifier))
    return kinds.map { CatalogueRow($0, isSimulated: names.contains($0.identifier)) }
  }
}

/// One entry of a catalogue, as text and as JSON.
struct CatalogueRow {
  let name: String
  let text: String
  let json: JSONTree

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
