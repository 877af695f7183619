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
    let told = [FindingID.EROA, .RVol, .RF].compactMap { id in findings[id].map { quantity(id, $0) } }
    let grade = severity.grade?.identifier ?? "no grade"
    let start = "The heart that explains all measurements best: " + grade + " (" + told.joined(separator: ", ") + ")"
    let near = borders(severity, findings)
    return near.isEmpty ? start : start + ". " + near.joined(separator: "; ") + ": a little more or less, and it grades otherwise"
  }

  private static func borders(_ severity: SeverityJudgement, _ findings: FindingValues) -> [String] {
    let thresholds = severity.thresholds
    return [("mild and moderate", 0), ("moderate and severe", 2)].compactMap { name, place in
      let near = [
        (FindingID.EROA, thresholds.EROA[place]), (.RVol, thresholds.RVol[place]), (.RF, thresholds.RF[place]),
      ].filter { id, edge in findings[id].map { abs($0 - edge) <= border * edge } ?? false }
      guard !near.isEmpty else { return nil }
      let edges = near.map { id, edge in "\(id.identifier) at \(id.quantity(edge))" }
      return "On the border between \(name) (\(edges.joined(separator: ", ")))"
    }
  }
}
