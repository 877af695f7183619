// Why the valve leaks: from what is stated or seen at the valve, else from what the patient has had and what was
// measured. Classes and mechanisms are those of the guidelines' lists (ESC/EACTS 2025 §9, ACC/AHA 2020 §7).
//
// Our order, the surer before the less sure:
// 1. lesions stated and seen: an ill leaflet is primary, tenting is secondary to the ventricle, both are mixed;
// 2. illnesses that scar or loosen leaflets (rheumatic fever, known prolapse, endocarditis, chalk, …): primary;
// 3. all four criteria of ESC/EACTS 2025 for the atrial kind, and no tenting (see `AtrialCriterion`);
// 4. infarction or heart-muscle disease that the ventricle shows, or an LVEF below 40 % by itself: ventricular;
// 5. weaker hints of an ill valve (loose connective tissue, prolapse in the family, injected drugs, birth defects);
// 6. else undetermined, with what would settle it.
// Steps 2 to 6 rest on leaflets that nobody described: that is said in `assumed`.

import Findings
import Quantities

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

/// What a cause rests on, the surest first.
public enum CauseBasis: String, CaseIterable, Sendable { case stated, seen, history, measured }

/// The cause of a leak.
public struct CauseJudgement: Sendable {
  public let cause: CauseClass
  /// What makes it leak, the main mechanism first; empty where that is not known.
  public let mechanisms: [ValveMechanism]
  /// Nil where the cause is undetermined.
  public let basis: CauseBasis?
  /// True statements about the patient.
  public let because: [String]
  /// What was taken for granted because the record is silent.
  public let assumed: [String]
  /// What would settle an undetermined cause, by the names of the case file.
  public let missing: [String]
  /// The valve is not the patient's own any more: there is no cause to look for.
  public let isOfReplacedValve: Bool
  /// How the patient meets the criteria of the atrial kind.
  public let atrialCriteria: [AtrialCriterion]

  /// In words that complete "the leak is".
  public var meaning: String { isOfReplacedValve ? "of a valve that has been replaced" : cause.meaning }

  public var mechanism: ValveMechanism? { mechanisms.first }
  /// Of the main mechanism.
  public var carpentier: CarpentierType? { mechanism?.carpentier }

  init(_ record: ClinicalRecord, _ combined: CombinedFindings) {
    isOfReplacedValve = record.isMitralReplaced
    if let prosthesis = record.latestProsthesis {
      (cause, mechanisms, basis, assumed, missing, atrialCriteria) = (.undetermined, [], nil, [], [], [])
      because = ["treated already: " + prosthesis.rawValue]
      return
    }
    let clues = CauseClues(record, combined.values)
    atrialCriteria = AtrialCriterion.all(record, combined.values)
    let found: CauseClues.Verdict =
      clues.valve ?? clues.illness ?? Self.atrial(atrialCriteria, clues) ?? clues.ventricle ?? clues.hint
      ?? CauseClues.Verdict(.undetermined, [], nil, [])
    (cause, mechanisms, basis) = (found.cause, found.mechanisms, found.basis)
    because = found.cause == .undetermined ? Self.atrialReasons(atrialCriteria, record) : found.because
    assumed = found.basis == nil ? [] : clues.assumed(for: found)
    missing = found.cause == .undetermined ? Self.missing(atrialCriteria, record) : []
  }

  /// Whose thresholds the leak is held against; nil where nothing is known.
  public var leakClass: LeakClass? {
    switch cause {
    case .primary, .mixed: .primary
    case .secondaryVentricular, .secondaryAtrial: .secondary
    case .undetermined: nil
    }
  }

  private static func atrial(_ criteria: [AtrialCriterion], _ clues: CauseClues) -> CauseClues.Verdict? {
    var reasons: [String] = []
    for one in criteria {
      if one.truth == .no || (one.truth == .unknown && !one.mayBeAssumed) { return nil }
      if one.truth == .yes { reasons.append(one.told) }
    }
    return CauseClues.Verdict(.secondaryAtrial, [.annularDilatation], .measured, reasons)
  }

  /// What to ask first, where the cause is undetermined: the lesions that are common, the ventricle, the history.
  var firstToAsk: [String] {
    var names: [String] = []
    for name in missing {
      for common in Self.common where name.utf8.elementsEqual(common.utf8) { names.append(name) }
    }
    return names.isEmpty ? (missing.isEmpty ? ["lesions"] : missing) : names
  }

  private static let common = [
    QualitativeID.flail.identifier, QualitativeID.prolapse.identifier, QualitativeID.rheumaticLeaflets.identifier,
    QualitativeID.tenting.identifier, "history", FindingID.LVEF.identifier, FindingID.annulusAP.identifier,
    FindingID.LAVI.identifier,
  ]

  /// In atrial fibrillation the atrial kind is the first thought: what speaks for it, what against it, and what is
  /// wanted still (all four criteria of ESC/EACTS 2025 must hold).
  private static func atrialReasons(_ criteria: [AtrialCriterion], _ record: ClinicalRecord) -> [String] {
    guard record.rhythm == .atrialFibrillation || record.lists(.atrialFibrillation) == true else { return [] }
    var met: [String] = []
    var failed: [String] = []
    var open: [String] = []
    for one in criteria {
      switch one.truth {
      case .yes: met.append(one.told)
      case .no: failed.append(one.told)
      case .unknown: if !one.mayBeAssumed { open.append(one.text) }
      }
    }
    var reasons: [String] = []
    for (label, found) in [
      ("for the atrial kind: ", met), ("against the atrial kind: ", failed), ("not known for the atrial kind: ", open),
    ] where !found.isEmpty { reasons.append(label + Texts.list(found)) }
    return reasons
  }

  /// Leaflets first; then what the atrial kind still wants, unless it is ruled out.
  private static func missing(_ criteria: [AtrialCriterion], _ record: ClinicalRecord) -> [String] {
    var names: [String] = []
    for sign in CauseClues.leafletSigns where record.signs[sign.id] == nil { names.append(sign.id.identifier) }
    if record.signs[.tenting] == nil { names.append(QualitativeID.tenting.identifier) }
    if record.history == nil { names.append("history") }
    for one in criteria where one.truth == .no { return names }
    for one in criteria where one.truth == .unknown && !one.mayBeAssumed { names.addMissing(one.missing) }
    return names
  }
}
