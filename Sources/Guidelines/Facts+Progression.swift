// Questions to the serial studies of one patient.

import Findings

extension Condition {
  /// The left ventricle grows, or its ejection fraction falls, on three studies or more (see `SerialTrend`).
  static let lvWorseningOnThreeStudies = Condition.fact(
    "left ventricle growing or LVEF falling on three or more studies"
  ) { picture in
    var steady: SerialTrend?
    for id in Progression.ventricular {
      guard let trend = picture.progression[id], trend.studies.count >= 3 else { continue }
      if trend.isProgressive { return .yes(trend.text) }
      steady = steady ?? trend
    }
    if let steady { return .no("no worsening on three studies: " + steady.text) }
    return .unknown(["LVIDs or LVEF of three days (one value for each, with on: and the date)"])
  }
}
