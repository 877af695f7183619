// Serial studies of one patient: what grows, what falls, how fast, and whether the measurements can tell.
//
// Dated measurements of one finding by one method are a series: the method with the most studies (the latest where two
// have as many), so that a change of method is not taken for a change of the heart. Measurements of one day are put
// together, weighted by the inverse of their variances. The slope is the weighted least-squares line through the
// studies, its error follows from theirs:
//   w = 1/σ², t̄ = Σwt/Σw, slope = Σw(t − t̄)y / Σw(t − t̄)², error² = 1/Σw(t − t̄)²
// σ is the report's own or `UsualError`. A change is beyond the error where |slope| > 1.96 errors (19 times in 20).
// Series that span less than 90 days give no slope: a year's change cannot be told from a season's.
//
// "Progressive" is our reading of "on three or more studies" of ACC/AHA 2020: at least three studies, and either the
// slope is beyond the error, or each of the last three is worse than the one before and together they differ by at
// least the error of one. UsualError holds for different readers and machines; one laboratory following one patient
// does better, which is why the second way is allowed. The text says which.

import Findings
import Quantities

/// A study of a series: one day's value.
public struct SerialStudy: Sendable {
  public let on: CalendarDate
  /// In the finding's unit.
  public let value: Double
  /// Standard error, in the finding's unit.
  public let error: Double
}

/// How one finding has moved.
public struct SerialTrend: Sendable {
  public let finding: FindingID
  /// How all studies of the series were made; nil where that was not told.
  public let method: MeasurementMethod?
  /// Oldest first; at least two, on different days.
  public let studies: [SerialStudy]
  /// In the finding's unit.
  public let slopePerYear: Double
  /// Standard error of the slope, from the errors of the measurements.
  public let slopeError: Double

  /// The line is steeper than chance makes it 19 times in 20.
  public var isBeyondError: Bool { abs(slopePerYear) > 1.96 * slopeError }

  /// Rising is the bad direction of this finding.
  public var risesWhenWorse: Bool { finding != .LVEF }

  /// Three studies or more, each of the last three worse than the one before, or the slope beyond the error.
  public var isProgressive: Bool {
    guard studies.count >= 3, worsening(slopePerYear) > 0 else { return false }
    let last = studies.suffix(3)
    let first = last[last.startIndex]
    let middle = last[last.startIndex + 1]
    let end = last[last.startIndex + 2]
    let falls = worsening(middle.value - first.value) > 0 && worsening(end.value - middle.value) > 0
    return isBeyondError || (falls && worsening(end.value - first.value) >= max(first.error, end.error))
  }

  private func worsening(_ change: Double) -> Double { risesWhenWorse ? change : -change }

  /// "LVEF 68, 65, 61 % (2023-01 to 2025-02): −3.4 points a year, within measurement error".
  public var text: String {
    let spec = finding.spec
    var values = ""
    for study in studies {
      if !values.isEmpty { values += ", " }
      values += FixedText.fixed(study.value, digits: spec.digits)
    }
    let shown = Units.shown(spec.unit)
    let unit = shown.isEmpty ? "" : " " + shown
    let slope = FixedText.fixed(slopePerYear, digits: spec.digits + 1)
    let sign = slopePerYear > 0 ? "+" : ""
    let slopeUnit = unit.utf8.elementsEqual(" %".utf8) ? " points" : unit
    let dates = studies[0].on.description + " to " + studies[studies.count - 1].on.description
    let verdict = isBeyondError ? "beyond measurement error" : "within measurement error"
    return "\(spec.identifier) \(values)\(unit) (\(dates)): \(sign)\(slope)\(slopeUnit) a year, \(verdict)"
  }

  init?(_ finding: FindingID, _ measurements: [Measurement]) {
    var best: (method: MeasurementMethod?, studies: [SerialStudy])?
    var tried: [MeasurementMethod?] = []
    for one in measurements where !tried.contains(one.by) {
      tried.append(one.by)
      let studies = Self.studies(finding, measurements, by: one.by)
      guard let last = studies.last else { continue }
      let isBetter =
        best.map { best in
          studies.count > best.studies.count
            || (studies.count == best.studies.count
              && last.on.dayNumber > best.studies[best.studies.count - 1].on.dayNumber)
        } ?? true
      if isBetter { best = (one.by, studies) }
    }
    guard let best, best.studies.count > 1 else { return nil }
    let span = best.studies[0].on.days(until: best.studies[best.studies.count - 1].on)
    guard span >= Self.shortestSpan else { return nil }
    self.finding = finding
    method = best.method
    studies = best.studies
    (slopePerYear, slopeError) = Self.line(best.studies)
  }

  /// Days.
  static let shortestSpan = 90

  private static func studies(
    _ finding: FindingID, _ measurements: [Measurement], by method: MeasurementMethod?
  ) -> [SerialStudy] {
    var days: [(on: CalendarDate, sum: Double, weight: Double)] = []
    for one in measurements where one.by == method {
      guard let on = one.on else { continue }
      let error = one.sd ?? UsualError.of(finding, value: one.value, by: one.by)
      let weight = 1 / (error * error)
      if let index = days.firstIndex(where: { $0.on.dayNumber == on.dayNumber }) {
        days[index].sum += weight * one.value
        days[index].weight += weight
      } else {
        days.append((on, weight * one.value, weight))
      }
    }
    days.sort { $0.on.dayNumber < $1.on.dayNumber }
    var studies: [SerialStudy] = []
    for day in days {
      studies.append(
        SerialStudy(on: day.on, value: day.sum / day.weight, error: (1 / day.weight).squareRoot()))
    }
    return studies
  }

  private static func line(_ studies: [SerialStudy]) -> (slope: Double, error: Double) {
    var weights = 0.0
    var centre = 0.0
    func years(_ study: SerialStudy) -> Double { Double(studies[0].on.days(until: study.on)) / 365.25 }
    for study in studies {
      let weight = 1 / (study.error * study.error)
      weights += weight
      centre += weight * years(study)
    }
    centre /= weights
    var rise = 0.0
    var spread = 0.0
    for study in studies {
      let weight = 1 / (study.error * study.error)
      let distance = years(study) - centre
      rise += weight * distance * study.value
      spread += weight * distance * distance
    }
    return (rise / spread, (1 / spread).squareRoot())
  }
}

/// What serial studies show.
public struct Progression: Sendable {
  /// Findings with two dated studies or more, in the order of the catalogue.
  public let trends: [SerialTrend]
  /// Earlier measurements that neither the present state nor a trend tells: "RVol 72 mL by magnetic resonance on
  /// 2024-03-01".
  public let untold: [String]

  static let followed: [FindingID] = [
    .PASP, .LVEDV, .LVESV, .RVol, .LVEF, .RF, .LVEDVi, .LVESVi, .LAVI, .EROA, .LVIDd, .LVIDs, .LVIDsi,
  ]
  /// Size and strength of the left ventricle.
  static let ventricular: [FindingID] = [.LVEF, .LVIDs, .LVIDsi, .LVIDd, .LVEDV, .LVEDVi, .LVESV, .LVESVi]

  init(_ record: ClinicalRecord) {
    var trends: [SerialTrend] = []
    for id in Self.followed {
      if let trend = SerialTrend(id, record[id]) { trends.append(trend) }
    }
    self.trends = trends
    untold = Self.untold(record, trends)
  }

  private static func untold(_ record: ClinicalRecord, _ trends: [SerialTrend]) -> [String] {
    var texts: [String] = []
    for series in record.series {
      for one in series.earlier {
        guard let on = one.on else { continue }
        var isShown = false
        for trend in trends where trend.finding == series.finding && trend.method == one.by {
          for study in trend.studies where study.on.dayNumber == on.dayNumber { isShown = true }
        }
        if isShown { continue }
        let by = one.by.map { " by " + $0.words } ?? ""
        texts.append("\(series.finding.identifier) \(series.finding.spec.text(one.value))\(by) on \(on.description)")
      }
    }
    return texts
  }

  /// How a finding has moved; nil with fewer than two dated studies by one method.
  public subscript(_ id: FindingID) -> SerialTrend? {
    for trend in trends where trend.finding == id { return trend }
    return nil
  }

  /// Trends that are progressive in the bad direction.
  public var worsening: [SerialTrend] {
    var found: [SerialTrend] = []
    for trend in trends where trend.isProgressive { found.append(trend) }
    return found
  }
}
