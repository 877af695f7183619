// What is taken for granted of a patient on whom it was not measured: that the body keeps pressure, flow and filling
// where living people have them. Without this a heart fitted to three volumes could be one that nobody has.

import Findings

/// A regulated quantity, expected where it was not measured.
struct Assumption {
  let finding: FindingID
  let value: Double
  let spread: Double
  /// Measurements that make the assumption unnecessary.
  let unlessMeasured: FindingSet
}

extension Assumption {
  /// Expected values and spreads (standard deviation between patients). Mean pressure 92 ± 12 mmHg (McEniery et al.,
  /// Hypertension 2005: 94 ± 8 in middle age; wider for the ill); cardiac index 2.5 ± 0.6 and filling pressures as in
  /// the clip series (Siegel et al. 2011; Gaemperli et al. 2012: wedge 15, interquartile range 12–20 mmHg); right
  /// atrial pressure 6 ± 4.
  private static func all(isAcute: Bool, isVentricleSound: Bool) -> [Assumption] {
    [
      Assumption(
        finding: .MAP, value: isAcute ? 85 : 92, spread: isAcute ? 14 : 12,
        unlessMeasured: [.MAP, .SBP, .DBP, .LVSP]),
      Assumption(finding: .CI, value: isAcute ? 2.2 : 2.5, spread: 0.6, unlessMeasured: [.CI, .CO, .FSV]),
      Assumption(
        finding: .LAPmean, value: isAcute ? 24 : 14, spread: isAcute ? 8 : 6,
        unlessMeasured: [.LAPmean, .LAPv, .PCWP, .PCWPv, .LVEDP]),
      Assumption(finding: .CVP, value: isAcute ? 9 : 6, spread: 4, unlessMeasured: [.CVP]),
    ] + (isAcute && isVentricleSound ? [emptying] : [])
  }

  /// A ventricle that suddenly has a second way out empties far, not wholly: ejection fraction 0.82 in acute regurgitation
  /// with a regurgitant fraction of 0.50 (Carabello, Curr Probl Cardiol 1993;18:423; recalled). The spread is ours: 92 %,
  /// of which nobody tells, lies two away.
  private static let emptying = Assumption(
    finding: .LVEF, value: 82, spread: 5, unlessMeasured: [.LVEF, .LVESV, .LVESVi, .SV, .LVIDs])

  /// The assumptions that the measurements leave necessary, as targets. Resistance and flow together are a pressure.
  static func needed(beside measured: [Target], isAcute: Bool, isVentricleSound: Bool) -> [Target] {
    let findings = FindingSet(measured.map { $0.finding })
    let impliesPressure = findings.contains(.SVR) && !findings.isDisjoint(with: [.CO, .CI, .FSV])
    return all(isAcute: isAcute, isVentricleSound: isVentricleSound).filter { assumption in
      findings.isDisjoint(with: assumption.unlessMeasured) && !(assumption.finding == .MAP && impliesPressure)
    }.map { Target($0.finding, $0.value, standardError: $0.spread, method: "assumed") }
  }
}
