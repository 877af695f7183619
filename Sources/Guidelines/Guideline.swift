// The guidelines that judgements can follow. Years are never blended: a judgement follows one of them.

/// A guideline on valvular heart disease.
public enum Guideline: Int, CaseIterable, Sendable {
  case escEacts2025, accAha2020

  /// The name on the command line and in JSON.
  public var identifier: String {
    switch self {
    case .escEacts2025: "esc-eacts-2025"
    case .accAha2020: "acc-aha-2020"
    }
  }

  /// The title with its societies.
  public var title: String {
    switch self {
    case .escEacts2025: "ESC/EACTS Guidelines for the management of valvular heart disease"
    case .accAha2020: "ACC/AHA Guideline for the management of patients with valvular heart disease"
    }
  }

  public var year: Int {
    switch self {
    case .escEacts2025: 2025
    case .accAha2020: 2020
    }
  }

  /// First author, journal and year.
  public var citation: String {
    switch self {
    case .escEacts2025: "Praz et al., Eur Heart J 2025;46:4635–4736, doi 10.1093/eurheartj/ehaf194"
    case .accAha2020: "Otto et al., Circulation 2021;143:e72 (guideline of 2020)"
    }
  }

  /// The guideline of that name; nil when there is none.
  public init?(identifier: String) {
    for guideline in Guideline.allCases where guideline.identifier.utf8.elementsEqual(identifier.utf8) {
      self = guideline
      return
    }
    return nil
  }
}
