// From a case file to the record that guidelines judge.

import Findings
import Quantities

extension Case {
  /// The patient's record.
  ///
  /// - Parameter today: the day to judge on.
  public func record(on today: CalendarDate) -> ClinicalRecord {
    var record = ClinicalRecord(today: today)
    record.age = patient.age
    record.sex = patient.sex
    record.height = patient.height
    record.weight = patient.weight
    record.presentation = presentation
    record.rhythm = rhythm
    record.history = history
    record.symptoms = symptoms
    record.nyha = nyha
    record.series = FindingID.allCases.compactMap { id in
      // What was measured later than the day judged on is not known on that day.
      let known = (measurements[id] ?? []).filter { $0.on.map { $0.dayNumber <= today.dayNumber } ?? true }
      return known.isEmpty ? nil : MeasurementSeries(id, known)
    }
    record.signs = signs
    record.context = context
    record.treatments = treatments.map(\.kind)
    record.otherValves = OtherValve.allCases.filter { !(valves[$0] ?? []).isEmpty }
    record.lesions = lesions.map(\.kind)
    return record
  }

  /// The measurements of a finding that tell the present state: undated ones, and those of its latest date.
  public func present(_ finding: FindingID) -> [Measurement] {
    guard let list = measurements[finding], !list.isEmpty else { return [] }
    return MeasurementSeries(finding, list).present
  }

  /// The latest date among the measurements; nil when none is dated.
  public var latestDate: CalendarDate? {
    measurements.values.flatMap { $0 }.compactMap(\.on).max { $0.dayNumber < $1.dayNumber }
  }
}
