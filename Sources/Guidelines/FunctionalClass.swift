// The class of the New York Heart Association: told, or inferred from complaints.
//
// Our rule for inferring, a lower bound: breathless at rest or pink sputum → IV; breathless lying flat or woken at
// night → III; any other complaint that a leak can cause → II; asked, and none of these → I. The report's own class
// stands where it gives one, even where the complaints speak for a worse one: that is told as a caution.

import Findings

/// A class of the New York Heart Association with where it comes from.
public struct FunctionalClass: Sendable {
  /// Nil where neither class nor complaints are told.
  public let nyha: NYHAClass?
  /// Concluded from the complaints: the true class may be higher, unless it is I.
  public let isInferred: Bool
  /// True statements about the patient.
  public let because: [String]
  /// The complaints speak for a higher class than the one told.
  public let isContradicted: Bool

  init(_ record: ClinicalRecord) {
    let implied = record.symptoms.map(Self.implied)
    if let told = record.nyha {
      (nyha, isInferred, because) = (told, false, ["NYHA class \(told.rawValue)"])
      isContradicted = implied.map { $0.nyha.place > told.place } ?? false
    } else {
      (nyha, isInferred, because) = (implied?.nyha, implied != nil, implied.map { [$0.reason] } ?? [])
      isContradicted = false
    }
  }

  private static func implied(_ symptoms: [Symptom]) -> (nyha: NYHAClass, reason: String) {
    var worst = NYHAClass.one
    var reason = symptoms.isEmpty ? "no symptoms" : "none of the complaints told is of a kind that a leak causes"
    for symptom in symptoms where symptom.implied.place > worst.place {
      (worst, reason) = (symptom.implied, "complains of \(symptom.meaning)")
    }
    return (worst, reason)
  }

  /// At least a class: nil where that is not known.
  func reaches(_ limit: NYHAClass) -> Bool? {
    guard let nyha else { return nil }
    if nyha.place >= limit.place { return true }
    return isInferred && nyha != .one ? nil : false
  }
}

extension NYHAClass {
  /// 1…4.
  public var place: Int {
    switch self {
    case .one: 1
    case .two: 2
    case .three: 3
    case .four: 4
    }
  }
}

extension Symptom {
  /// The lowest class that goes with the complaint.
  var implied: NYHAClass {
    switch self {
    case .restDyspnoea, .pinkSputum: .four
    case .orthopnoea, .nocturnalDyspnoea: .three
    default: isOfTheLeak ? .two : .one
    }
  }
}
