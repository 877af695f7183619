// From a case file to the record that guidelines judge.

import Findings
import Quantities
import Statements

extension Case {
  /// The patient's record.
  ///
  /// - Parameter today: the day to judge on.
  public func record(on today: CalendarDate) -> ClinicalRecord {
    // What was measured later than the day judged on is not known on that day.
    record(on: today) { $0.on.map { $0.dayNumber <= today.dayNumber } ?? true }
  }

  /// What a heart is found from: all measurements of the case, and what it says of the heart.
  public var measured: MeasuredPatient { MeasuredPatient(statement, record(on: .last) { _ in true }) }

  private func record(on today: CalendarDate, _ isKnown: (Measurement) -> Bool) -> ClinicalRecord {
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
      let known = (measurements[id] ?? []).filter(isKnown)
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
  public var latestDate: CalendarDate? { record(on: .last).latestDate }
}
