// Why a case cannot be assessed by a heart, and what can be said of it nevertheless.

import Findings
import Guidelines
import Twin

/// No heart was found that the case's numbers could come from.
public struct AssessmentFailure: Error, Sendable {
  public enum Reason: Sendable, Equatable {
    /// Nothing that a beat answers for was measured.
    case nothingToFit
    /// The heart as described, or where the search begins, does not beat.
    case doesNotBeat
    /// The likeliest heart misses these measurements grossly, the worst first.
    case irreconcilable([Residual])
    /// Whoever asked wants it no more.
    case stopped
  }

  public let reason: Reason
  /// What the rules make of the findings alone.
  public let judgement: Judgement
}

extension TwinFit {
  /// Measurements that no heart explains together with the others, the worst first; empty where the fit may be believed.
  ///
  /// One measurement that is off is what the fit is there to find. It is given up where two independent ones are missed by
  /// five of their standard errors each, or one by ten: where every other number is grossly wrong, patients or units were
  /// mixed up (limits ours; real patients with one very unusual chamber reach four).
  public var conflicts: [Residual] {
    let far = residuals.filter { $0.zScore.magnitude >= 5 }.sorted { $0.zScore.magnitude > $1.zScore.magnitude }
    guard let worst = far.first else { return [] }
    let groups: [Set<FindingID>] = [
      [.EROA, .RVol, .RF], [.CO, .CI, .FSV], [.LVEDV, .LVEDVi], [.LVESV, .LVESVi], [.LAVmax, .LAVI],
    ]
    // Several readings of one leak, or of one volume, by one method are one measurement, as are several of one finding.
    let independent = far.dropFirst().filter { other in
      let isOne = groups.contains { $0.contains(other.finding) && $0.contains(worst.finding) }
      return other.finding != worst.finding && !(isOne && other.method == worst.method)
    }
    return worst.zScore.magnitude >= 10 || !independent.isEmpty ? far : []
  }
}
