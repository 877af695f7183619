// Several measurements of a finding, their dates and methods, and what follows from them.

import Findings
import Guidelines
import Quantities
import Testing

private func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("no date: \(text)") }
  return date
}

private func record(_ series: [MeasurementSeries], body: (Double, Double)? = nil) -> ClinicalRecord {
  var record = ClinicalRecord(today: day("2026-06-01"))
  record.series = series
  record.height = body?.0
  record.weight = body?.1
  return record
}

@Suite struct CombinedMeasurementTests {
  @Test func onlyTheNewestStudyTellsThePresent() {
    let combined = CombinedFindings(
      record([
        MeasurementSeries(
          .LVIDs,
          [
            Measurement(value: 41, on: day("2026-03-02")), Measurement(value: 36, on: day("2024-05-01")),
            Measurement(value: 38, on: day("2025-04-30")), Measurement(value: 30),
          ])
      ]))
    #expect(combined.measurements(of: .LVIDs).map(\.value) == [41, 30])
    #expect(abs((combined.values[.LVIDs] ?? 0) - 35.5) < 1e-9)
    let history = combined.history(of: .LVIDs)
    #expect(history.map(\.value) == [36, 38, 41])
    #expect(history.map(\.date.year) == [2024, 2025, 2026])
    #expect(combined.history(of: .RVol).isEmpty)
  }

  @Test func datesAreComparedAsExactlyAsTheyAreKnown() {
    let combined = CombinedFindings(
      record([
        MeasurementSeries(
          .LVEF,
          [
            Measurement(value: 62, on: day("2026")), Measurement(value: 58, on: day("2026-03-02")),
            Measurement(value: 66, on: day("2025-12")),
          ])
      ]))
    #expect(combined.measurements(of: .LVEF).map(\.value) == [62, 58])
    let days = CombinedFindings(
      record([
        MeasurementSeries(
          .LVEF,
          [
            Measurement(value: 62, on: day("2026")), Measurement(value: 58, on: day("2026-03-02")),
            Measurement(value: 66, on: day("2026-01-10")),
          ])
      ]))
    #expect(days.measurements(of: .LVEF).map(\.value) == [62, 58])
  }

  @Test func theSurerMeasurementWeighsMore() {
    let combined = CombinedFindings(
      record([
        MeasurementSeries(.RVol, [Measurement(value: 70, by: .pisa, sd: 12), Measurement(value: 52, by: .mri, sd: 8)]),
        MeasurementSeries(.LVEDV, [Measurement(value: 160, by: .simpson), Measurement(value: 190, by: .mri)]),
      ]))
    // (70/144 + 52/64) / (1/144 + 1/64)
    #expect(abs((combined.values[.RVol] ?? 0) - 57.538_461_538) < 1e-6)
    #expect((combined.values[.LVEDV] ?? 0) > 175)
    #expect(abs((combined.error(of: .RVol) ?? 0) - 6.656_402_355) < 1e-6)
    guard case .given(let methods, let count)? = combined.provenance(of: .RVol) else {
      Issue.record("given")
      return
    }
    #expect(methods == [.pisa, .mri] && count == 2)
  }

  @Test func measurementsOfOneDayAreOnePointOfTheHistory() {
    let combined = CombinedFindings(
      record([
        MeasurementSeries(
          .RVol,
          [
            Measurement(value: 40, sd: 5, on: day("2025-01-01")), Measurement(value: 50, sd: 5, on: day("2025-01-01")),
            Measurement(value: 30, sd: 5, on: day("2023-01-01")),
          ])
      ]))
    let history = combined.history(of: .RVol).map(\.value)
    #expect(history.count == 2 && history[0] == 30 && abs(history[1] - 45) < 1e-9)
    #expect(abs((combined.values[.RVol] ?? 0) - 45) < 1e-9)
  }
}

@Suite struct DerivationTests {
  private func derived(_ given: KeyValuePairs<FindingID, Double>, _ id: FindingID) -> DerivedValue? {
    var values = FindingValues()
    for (id, value) in given { values[id] = value }
    return CombinedFindings(values).derivation(of: id)
  }

  @Test func everyFormulaGivesTheValueReckonedByHand() {
    let cases: [(KeyValuePairs<FindingID, Double>, FindingID, Double, String)] = [
      ([.CI: 2.5, .BSA: 2], .CO, 5, "CI · BSA"), ([.CO: 5, .HR: 80], .FSV, 62.5, "CO / HR"),
      ([.LVOTd: 20, .LVOTVTI: 20], .FSV, 62.831_853_07, "π/4 · LVOTd² · LVOTVTI"),
      ([.FSV: 62.5, .HR: 80], .CO, 5, "FSV · HR"), ([.CO: 5, .BSA: 2], .CI, 2.5, "CO / BSA"),
      ([.LVEDV: 200, .LVESV: 70], .SV, 130, "LVEDV − LVESV"), ([.LVEDV: 200, .LVEF: 60], .SV, 120, "LVEDV · LVEF"),
      (
        [.PISAr: 0.9, .aliasingVelocity: 40, .MRVmax: 5], .EROA, 0.407_150_408,
        "2π · PISAr² · aliasingVelocity / MRVmax"
      ), ([.EROA: 0.4, .MRVTI: 150], .RVol, 60, "EROA · MRVTI"), ([.SV: 130, .FSV: 65], .RVol, 65, "SV − FSV"),
      ([.RVol: 60, .MRVTI: 150], .EROA, 0.4, "RVol / MRVTI"), ([.RVol: 60, .SV: 120], .RF, 50, "RVol / SV"),
      ([.LVEDV: 200, .LVESV: 70], .LVEF, 65, "(LVEDV − LVESV) / LVEDV"),
      ([.SV: 120, .LVEDV: 200], .LVEF, 60, "SV / LVEDV"),
      ([.LVEDV: 200, .LVEF: 60], .LVESV, 80, "LVEDV · (1 − LVEF)"),
      // 0.832 · ((1 + 5 + 1)³ − 5³) + 0.6
      ([.IVSd: 10, .LVIDd: 50, .PWd: 10], .LVMass, 181.976, "0.8 · 1.04 · ((IVSd + LVIDd + PWd)³ − LVIDd³) + 0.6"),
      ([.LVEDV: 200, .BSA: 2], .LVEDVi, 100, "LVEDV / BSA"), ([.LVESV: 70, .BSA: 2], .LVESVi, 35, "LVESV / BSA"),
      ([.LVIDs: 42, .BSA: 2], .LVIDsi, 21, "LVIDs / BSA"), ([.LAVmax: 120, .BSA: 2], .LAVI, 60, "LAVmax / BSA"),
      ([.SBP: 120, .DBP: 75], .MAP, 90, "DBP + (SBP − DBP) / 3"), ([.E: 1.2, .A: 0.6], .EA, 2, "E / A"),
      ([.E: 1.2, .ePrime: 8], .EePrime, 15, "E / ePrime"), ([.TRVmax: 3, .CVP: 5], .PASP, 41, "4 · TRVmax² + CVP"),
      ([.TRVmax: 3], .PASP, 44, "4 · TRVmax² + 8 mmHg"),
    ]
    for (given, id, value, formula) in cases {
      let found = derived(given, id)
      #expect(abs((found?.value ?? 0) - value) < 1e-6 * value, "\(formula)")
      #expect(found?.formula == formula)
      #expect((found?.assumes != nil) == (formula == "4 · TRVmax² + 8 mmHg"))
    }
    #expect(Set(cases.map(\.3)) == Set(DerivationFormula.all.map(\.formula)))
  }

  @Test func theBodysSurfaceFollowsFromHeightAndWeight() {
    var patient = record([MeasurementSeries(.LVIDs, [Measurement(value: 41)])], body: (178, 80))
    let combined = CombinedFindings(patient)
    #expect(abs((combined.values[.BSA] ?? 0) - 1.979_9) < 1e-3)
    #expect(abs((combined.values[.LVIDsi] ?? 0) - 41 / (combined.values[.BSA] ?? 1)) < 1e-12)
    patient.weight = nil
    #expect(CombinedFindings(patient).values[.LVIDsi] == nil)
  }

  @Test func aGivenValueIsNeverReplaced() {
    var random = SplitMix64(31)
    for _ in 0..<500 {
      let patient = GradedPatient(&random)
      let combined = CombinedFindings(patient.values)
      for id in patient.values.present {
        #expect(combined.values[id] == patient.values[id] && combined.derivation(of: id) == nil)
      }
      for one in combined.derived {
        #expect(patient.values[one.finding] == nil && one.finding != .LVIDs && one.finding != .LVIDd)
        // A leak is told however large it comes out.
        #expect(one.finding.spec.allowed.contains(one.value) || one.finding == .EROA || one.finding == .RVol)
        for input in one.from { #expect(combined.values[input] != nil) }
      }
    }
  }

  @Test func anAorticLeakLeavesNoVolumeToTheMitralOne() {
    var patient = record([
      MeasurementSeries(.SV, [Measurement(value: 130)]), MeasurementSeries(.FSV, [Measurement(value: 65)]),
    ])
    #expect(CombinedFindings(patient).values[.RVol] == 65)
    patient.otherValves = [.aortic]
    #expect(CombinedFindings(patient).values[.RVol] == nil)
    let picture = Picture(patient, guideline: .escEacts2025)
    #expect(picture.severity.discordances.map(\.kind) == [.aorticLeak])
  }

  @Test func reasonsTellThatAValueWasReckoned() {
    let patient = record([MeasurementSeries(.LVIDs, [Measurement(value: 41)])], body: (160, 50))
    let picture = Picture(patient, guideline: .escEacts2025)
    let reason = Condition.measured(.LVIDsi, .atLeast, 20).evaluate(picture).reasons.first ?? ""
    #expect(reason.hasSuffix("(reckoned: LVIDs / BSA)"), "\(reason)")
    #expect(Condition.measured(.LVIDs, .atLeast, 40).evaluate(picture).reasons == ["LVIDs 41 mm ≥ 40 mm"])
  }
}
