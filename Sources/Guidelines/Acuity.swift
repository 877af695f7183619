// Whether the leak came suddenly: told, or inferred from what cannot have been there for long.
//
// Our rule. What is told stands. Else the leak is taken as acute where a papillary muscle has torn (few live with it
// for days), where the valve is infected now, or where a leaflet flails, or the chest was hit, and the patient
// struggles for breath at rest beside chambers of normal size, which have had no time to grow. Else large chambers make
// it chronic: growth takes months. Where nothing speaks for either it stays open, and the chronic rules apply.

import Findings
import Quantities

/// How long the leak has been there.
public struct AcuityJudgement: Sendable {
  /// Nil where nothing tells.
  public let presentation: Presentation?
  /// Not told, but concluded from signs, history and chamber size.
  public let isInferred: Bool
  /// True statements about the patient.
  public let because: [String]

  public var isAcute: Bool { presentation == .acute }

  init(_ record: ClinicalRecord, _ combined: CombinedFindings) {
    if let told = record.presentation {
      (presentation, isInferred) = (told, false)
      because = [told == .acute ? "the leak came suddenly" : "the leak is told to be chronic"]
      return
    }
    isInferred = true
    let sudden = Self.sudden(record, combined.values)
    if !sudden.isEmpty {
      (presentation, because) = (.acute, sudden)
    } else if let chamber = Self.chamber(record, combined.values, isLarge: true) {
      (presentation, because) = (.chronic, [chamber + ": it has had time to grow"])
    } else {
      (presentation, because) = (nil, [])
    }
  }

  private static func sudden(_ record: ClinicalRecord, _ findings: FindingValues) -> [String] {
    var found: [String] = []
    if record.hasTornPapillary {
      found.append("a papillary muscle has torn")
      if record.lists(.recentMyocardialInfarction) == true { found.append("history: a heart attack within 90 days") }
    }
    if record.lists(.activeEndocarditis) == true { found.append("history: active endocarditis") }
    if found.isEmpty, let breath = struggle(record), let chamber = chamber(record, findings, isLarge: false) {
      if record.signs.has(.flail) {
        found = ["a leaflet flails", breath, chamber]
      } else if record.lists(.chestTrauma) == true {
        found = ["history: a blow to the chest", breath, chamber]
      }
    }
    return found
  }

  private static func struggle(_ record: ClinicalRecord) -> String? {
    for symptom in [Symptom.pinkSputum, .restDyspnoea] where record.complains(of: symptom) == true {
      return "complains of \(symptom.meaning)"
    }
    return record.nyha == .four ? "NYHA class IV" : nil
  }

  /// A chamber of the left heart that is enlarged; or, where none is, one that is not.
  private static func chamber(_ record: ClinicalRecord, _ findings: FindingValues, isLarge: Bool) -> String? {
    var small: String?
    for id in [FindingID.LAVI, .LAd, .LVEDVi, .LVIDd, .LVEDV] {
      guard let value = findings[id], let range = id.spec.normal(for: record.sex ?? .male), let upper = range.upper
      else { continue }
      let told = id.identifier + " " + id.spec.text(value, beside: upper)
      if value > upper { return isLarge ? told + " is above normal" : nil }
      small = small ?? told + " is not above normal"
    }
    return isLarge ? nil : small
  }
}

extension ClinicalRecord {
  /// A papillary muscle has torn: seen, or among the lesions stated. Of a valve that was replaced it tells nothing.
  var hasTornPapillary: Bool {
    if isMitralReplaced { return false }
    return signs.has(.papillaryRupture) || lesions.containsText(ValveMechanism.papillaryRupture.rawValue)
  }
}
