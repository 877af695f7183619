// The grade of the fitted heart, in a sentence for terminal and page, and whether it lies on a border between grades.

import Findings
import Guidelines

extension Verdict {
  /// How near to a border between grades, as a share of it, a number of the fitted heart counts as on it. Ours: far
  /// below the error of any such measurement.
  static let border = 0.05

  /// "severe (EROA 0.41 cm², RVol 63 mL, RF 52 %). On the border between moderate and severe: EROA 0.41 cm², …".
  ///
  /// - Parameters:
  ///   - severity: the judgement of the fitted heart alone.
  ///   - findings: what an examiner would read off it.
  public static func fitted(_ severity: SeverityJudgement, _ findings: FindingValues) -> String {
    // What is graded is the orifice as its threshold's method reads it.
    let graded = severity.because.first { $0.finding == .EROA }?.value
    let told = [FindingID.EROA, .RVol, .RF].compactMap { id in
      findings[id].map { value -> String in
        guard id == .EROA, let graded, abs(graded - value) >= 0.01 else { return quantity(id, value) }
        return quantity(id, value) + ", which PISA would read as " + id.quantityBesideGrade(graded)
      }
    }
    let grade = severity.grade?.identifier ?? "no grade"
    let start = "The heart that explains all measurements best: " + grade + " (" + told.joined(separator: ", ") + ")"
    let near = borders(severity, findings)
    return near.isEmpty
      ? start : start + ". " + near.joined(separator: "; ") + ": a little more or less, and it grades otherwise"
  }

  private static func borders(_ severity: SeverityJudgement, _ findings: FindingValues) -> [String] {
    let thresholds = severity.thresholds
    // Where severe begins for this patient.
    let isElliptical = severity.warnings.contains { $0 == .ellipticalOrifice || $0 == .ellipticalAssumed }
    var severe = (thresholds.EROA[2], thresholds.RVol[2], thresholds.RF[2])
    if isElliptical, let lowered = thresholds.ellipticalEROA {
      severe = (lowered.threshold, thresholds.RVol[1], thresholds.RF[1])
    }
    if severity.warnings.contains(.lowFlow), let lowered = thresholds.lowFlowRVol { severe.1 = lowered.threshold }
    let mild = (thresholds.EROA[0], thresholds.RVol[0], thresholds.RF[0])
    return [("mild and moderate", mild), ("moderate and severe", severe)].compactMap { name, edges in
      let near = [(FindingID.EROA, edges.0), (.RVol, edges.1), (.RF, edges.2)].filter { id, edge in
        findings[id].map { abs($0 - edge) <= border * edge } ?? false
      }
      guard !near.isEmpty else { return nil }
      let told = near.map { id, edge in "\(id.identifier) at \(id.quantity(edge))" }
      return "On the border between \(name) (\(told.joined(separator: ", ")))"
    }
  }
}
