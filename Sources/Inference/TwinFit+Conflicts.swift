// Whether a fit may be believed: the measurements that no heart explains together.

import Findings
import Twin

extension TwinFit {
  /// Measurements that no heart explains together with the others, the worst first; empty where the fit may be believed.
  ///
  /// One measurement that is off is what the fit is there to find. It is given up where two independent ones are missed by
  /// five of their standard errors each, or one by ten: where every other number is grossly wrong, patients or units were
  /// mixed up (limits ours; real patients with one very unusual chamber reach four).
  public var conflicts: [Residual] {
    let far = residuals.filter { $0.zScore.magnitude >= 5 }.sorted { $0.zScore.magnitude > $1.zScore.magnitude }
    guard let worst = far.first else { return [] }
    let groups: [FindingSet] = [
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
