// The shelves of the catalogue, and what stands on each.

import Cases
import Circulation
import Course
import Findings
import Guidelines
import Instruments

/// One list of what there is.
public enum CatalogueShelf: String, CaseIterable, Sendable {
  case cases, lesions, treatments, loads, instruments, findings, history, guidelines, heart

  /// The document of `catalogue`.
  ///
  /// - Throws: the faults of a shipped case.
  public func json() throws -> JSONTree { .object([.init(rawValue, .list(try rows().map(\.json)))]) }

  /// Every entry, in a fixed order.
  ///
  /// - Throws: the faults of a shipped case.
  public func rows() throws -> [CatalogueRow] {
    switch self {
    case .cases:
      return try ShippedCases.names.map { CatalogueRow($0, try ShippedCases.read($0).name) }
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
