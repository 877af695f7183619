// What of a patient a heart is fitted to.

import Circulation
import Findings
import Guidelines
import Statements
import Twin

extension MeasuredPatient {
  /// Every measurement of the present state as a target of the fit, and the flow and the orifice that follow from several of
  /// them together.
  public var targets: [Target] {
    let derived = derivedTargets
    var parts = FindingSet()
    for target in derived { parts.formUnion(Self.parts(of: target.finding)) }
    var told: [Target] = []
    for id in FindingID.allCases where !parts.contains(id) {
      if record.rhythm == .atrialFibrillation, id == .A || id == .EA { continue }
      told += present(id).map { Target(id, $0.value, standardError: $0.sd, method: $0.by?.rawValue ?? "") }
    }
    return told + derived
  }

  /// Whether something was measured that a beat answers for.
  public var canBeFitted: Bool { targets.contains { $0.isSimulated } }

  /// Forward stroke volume from the outflow tract and EROA from the flow convergence, where their parts were measured and
  /// not the thing itself; by the formulae of the judgement.
  private var derivedTargets: [Target] {
    let combined = CombinedFindings(record)
    let formulae: [(FindingID, part: FindingID, method: MeasurementMethod)] = [
      (.FSV, .LVOTd, .continuity), (.EROA, .PISAr, .pisa),
    ]
    return formulae.compactMap { id, part, method in
      guard let derived = combined.derivation(of: id), derived.from.contains(part) else { return nil }
      return Target(id, derived.value, method: method.rawValue)
    }
  }

  /// What a derived target was worked out from, so that nothing counts twice.
  private static func parts(of derived: FindingID) -> FindingSet {
    switch derived {
    case .FSV: [.LVOTd, .LVOTVTI]
    case .EROA: [.PISAr, .aliasingVelocity]
    default: []
    }
  }

  /// Measurements that the fit does not use.
  public var unusedFindings: [FindingID] {
    var used: FindingSet = [.HR, .MVA]
    for target in targets where target.isSimulated { used.insert(target.finding) }
    for target in derivedTargets { used.formUnion(Self.parts(of: target.finding)) }
    return FindingID.allCases.filter { !record[$0].isEmpty && !used.contains($0) }
  }

  /// Whether the valve was seen, or is stated, to be one that leaks.
  public var suspectsLeak: Bool {
    !record.lesions.isEmpty
      || [QualitativeID.flail, .papillaryRupture, .perforation, .cleft].contains { record.signs.has($0) }
  }
}
