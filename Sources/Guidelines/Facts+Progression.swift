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
    return .unknown(["three dated studies of LVIDs or LVEF"])
  }

  /// The leak's grade has risen between dated studies.
  static let severityRising = Condition.fact("leak of a higher grade than in an earlier study") { picture in
    let grades = picture.progression.grades
    guard let first = grades.first, let last = grades.last else {
      return .unknown(["two dated studies of EROA or RVol"])
    }
    let told =
      "by its numbers the leak was \(first.grade.identifier) on \(first.on.description) and "
      + "\(last.grade.identifier) on \(last.on.description)"
    return picture.progression.severityRises ? .yes(told) : .no(told)
  }

  /// The pulmonary pressure rises.
  static let pulmonaryPressureRising = Condition.fact("PASP rising on three or more studies") { picture in
    guard let trend = picture.progression[.PASP], trend.studies.count >= 3 else {
      return .unknown(["three dated studies of PASP"])
    }
    return trend.isProgressive ? .yes(trend.text) : .no(trend.text)
  }
}
