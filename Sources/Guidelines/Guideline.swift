// The guidelines that judgements can follow. Years are never blended: a judgement follows one of them.

/// A set of rules: a guideline on valvular heart disease, and the documents that go with it.
public enum Guideline: Int, CaseIterable, Sendable {
  case escEacts2025, escEacts2021, accAha2020

  /// The guideline itself.
  public var source: RuleSource {
    switch self {
    case .escEacts2025: .escEacts2025
    case .escEacts2021: .escEacts2021
    case .accAha2020: .accAha2020
    }
  }

  /// The name on the command line and in JSON.
  public var identifier: String { source.identifier }

  /// The guideline of that name; nil when there is none.
  public init?(identifier: String) {
    for guideline in Guideline.allCases where guideline.identifier.utf8.elementsEqual(identifier.utf8) {
      self = guideline
      return
    }
    return nil
  }
}
