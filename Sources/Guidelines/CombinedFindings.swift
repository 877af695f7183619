// From several measurements of a finding to the one value that rules look at.

import Findings

/// One value per finding.
public struct CombinedFindings: Sendable {
  public private(set) var values = FindingValues()

  /// The mean, weighted by the inverse of the variances.
  init(_ record: ClinicalRecord) {
    for series in record.series {
      var sum = 0.0
      var weights = 0.0
      for one in series.measurements {
        let error = one.sd ?? UsualError.of(series.finding, value: one.value, by: one.by)
        sum += one.value / (error * error)
        weights += 1 / (error * error)
      }
      values[series.finding] = sum / weights
    }
  }
}
