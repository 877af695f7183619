// The atrial kind of secondary leak, criterion by criterion (ESC/EACTS 2025 §9.2.2; all four must hold):
// LVEF ≥ 50 % without regional wall-motion abnormality or tethering; a ventricle that is not or mildly dilated (LVIDd
// below 56 mm in women, 63 in men; LVEDVi below 71 mL/m² in women, 79 in men); annulusAP > 35 mm; LAVI > 34 mL/m².
// Wall motion is not part of a record: it is assumed normal, unless the patient has had an infarction, and told so.

import Findings
import Quantities

/// A criterion of the atrial kind of secondary leak, held against a patient.
public struct AtrialCriterion: Sendable {
  /// "LVEF ≥ 50 %".
  public let text: String
  public let truth: Truth
  /// A true statement about the patient; empty where the truth is unknown.
  public let told: String
  /// By the names of the case file; empty unless unknown.
  public let missing: [String]
  /// Silence counts as met, and is told.
  public let mayBeAssumed: Bool

  private init(_ text: String, _ truth: Truth, _ told: String, _ missing: [String] = [], mayBeAssumed: Bool = false) {
    self.text = text
    self.truth = truth
    self.told = truth == .unknown ? "" : told
    self.missing = truth == .unknown ? missing : []
    self.mayBeAssumed = mayBeAssumed
  }

  static func all(_ record: ClinicalRecord, _ findings: FindingValues) -> [AtrialCriterion] {
    [
      compared(.LVEF, .atLeast, 50, findings), wallMotion(record), tenting(record), ventricle(record, findings),
      compared(.annulusAP, .above, 35, findings), compared(.LAVI, .above, 34, findings),
    ]
  }

  private static func compared(
    _ id: FindingID, _ comparison: Comparison, _ limit: Double, _ findings: FindingValues
  ) -> AtrialCriterion {
    let wanted = "\(id.identifier) \(comparison.symbol) \(id.spec.text(limit, atLeastDigits: 0))"
    guard let value = findings[id] else { return AtrialCriterion(wanted, .unknown, "", [id.identifier]) }
    let holds = comparison.holds(value, limit)
    return AtrialCriterion(wanted, Truth(holds), told(id, value, holds ? comparison : comparison.opposite, limit))
  }

  private static func told(_ id: FindingID, _ value: Double, _ comparison: Comparison, _ limit: Double) -> String {
    "\(id.identifier) \(id.spec.text(value, beside: limit)) \(comparison.symbol) "
      + id.spec.text(limit, atLeastDigits: 0)
  }

  private static func wallMotion(_ record: ClinicalRecord) -> AtrialCriterion {
    let text = "no regional wall-motion abnormality"
    for item in [HistoryItem.recentMyocardialInfarction, .myocardialInfarction] where record.lists(item) == true {
      return AtrialCriterion(text, .no, "history: \(item.rawValue)")
    }
    return AtrialCriterion(
      text, .unknown, "", ["wall motion (a scarred wall goes into history as myocardial-infarction)"],
      mayBeAssumed: true)
  }

  private static func tenting(_ record: ClinicalRecord) -> AtrialCriterion {
    let text = "no tenting"
    switch record.signs[.tenting] {
    case 1?: return AtrialCriterion(text, .no, "seen: tenting")
    case nil: return AtrialCriterion(text, .unknown, "", [QualitativeID.tenting.identifier], mayBeAssumed: true)
    default: return AtrialCriterion(text, .yes, "not seen: tenting")
    }
  }

  /// Diameter and volume: one is enough, neither may be too large.
  private static func ventricle(_ record: ClinicalRecord, _ findings: FindingValues) -> AtrialCriterion {
    let text = "left ventricle not or mildly dilated"
    let strict = record.sex != .male
    let limits: [(id: FindingID, women: Double, men: Double)] = [(.LVIDd, 56, 63), (.LVEDVi, 71, 79)]
    var small: String?
    for (id, women, men) in limits {
      guard let value = findings[id] else { continue }
      let limit = strict ? women : men
      if Comparison.below.holds(value, limit) {
        small = small ?? told(id, value, .below, limit)
      } else if record.sex == nil, Comparison.below.holds(value, men) {
        return AtrialCriterion(text, .unknown, "", ["patient.sex"])
      } else {
        return AtrialCriterion(text, .no, told(id, value, .atLeast, limit))
      }
    }
    guard let small else {
      return AtrialCriterion(text, .unknown, "", [FindingID.LVIDd.identifier, FindingID.LVEDVi.identifier])
    }
    return AtrialCriterion(text, .yes, small)
  }
}
