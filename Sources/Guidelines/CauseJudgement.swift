// Why the valve leaks, from findings and history.

import Findings

/// Where the fault lies.
public enum CauseClass: String, CaseIterable, Sendable {
  case primary
  case secondaryVentricular = "secondary-ventricular"
  case secondaryAtrial = "secondary-atrial"
  case mixed, undetermined

  /// In words that complete "the leak is".
  public var meaning: String {
    switch self {
    case .primary: "primary"
    case .secondaryVentricular: "secondary to the ventricle"
    case .secondaryAtrial: "secondary to the atrium"
    case .mixed: "both primary and secondary"
    case .undetermined: "of undetermined cause"
    }
  }
}

/// The cause of a leak.
public struct CauseJudgement: Sendable {
  public let cause: CauseClass
  public let because: [String]

  init(_ record: ClinicalRecord, _ combined: CombinedFindings) {
    switch LeakClass(signs: record.signs) {
    case .primary?: (cause, because) = (.primary, ["the signs are those of an ill valve"])
    case .secondary?: (cause, because) = (.secondaryVentricular, ["the leaflets are held down"])
    case nil: (cause, because) = (.undetermined, [])
    }
  }

  /// Whose thresholds the leak is held against; nil where nothing is known.
  public var leakClass: LeakClass? {
    switch cause {
    case .primary, .mixed: .primary
    case .secondaryVentricular, .secondaryAtrial: .secondary
    case .undetermined: nil
    }
  }
}
