// The checklist for a clip, line by line.

import Findings
import Guidelines
import Testing

@Suite struct TeerCriteriaTests {
  private func lines(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> [TeerCriterionResult] {
    TeerCriteria.checklist(Picture(record, guideline: guideline))
  }

  @Test func allTwelveLinesOfTable7AreMetOrAssumedMetByATypicalPatient() {
    let found = lines(Patients.ventricular)
    #expect(found.count == 12)
    for line in found { #expect(line.truth == .yes, "\(line.line)") }
    #expect(
      found.filter { !$0.toConfirm.isEmpty }.map(\.criterion.text) == [
        "no advanced heart failure (stage D)", "no coronary disease that needs revascularisation",
        "no severe aortic valve disease", "no hypertrophic, restrictive or infiltrative cardiomyopathy",
      ])
  }

  @Test(arguments: [
    ("LVEF 20 to 50 %", FindingID.LVEF, 19.0), ("LVEF 20 to 50 %", .LVEF, 50.5), ("LVIDs ≤ 70 mm", .LVIDs, 71),
    ("PASP ≤ 70 mmHg", .PASP, 71),
  ]) func aValueBeyondItsLimitFailsItsLineAndNoOther(text: String, id: FindingID, value: Double) {
    let found = lines(Patients.ventricular.with { $0.set(id, value) })
    #expect(found.filter { $0.truth == .no }.map(\.criterion.text) == [text])
  }

  @Test func theLimitsThemselvesAreMet() {
    let record = Patients.ventricular.with { $0.set([.LVEF: 20, .LVIDs: 70, .PASP: 70, .NTproBNP: 1000]) }
    for line in lines(record) { #expect(line.truth == .yes, "\(line.line)") }
    #expect(lines(record.with { $0.set(.LVEF, 50) }).allSatisfy { $0.truth == .yes })
  }

  @Test func anAdmissionWithinAYearStandsForThePeptide() {
    let record = Patients.ventricular.with { $0.set([.NTproBNP: 400, .BNP: 120]) }
    #expect(record.truth("esc-2025-S1") == .no)
    #expect(
      record.with { $0.context.lastHeartFailureAdmission = CalendarDate("2025-06-15") }.truth("esc-2025-S1") == .yes)
    #expect(
      record.with { $0.context.lastHeartFailureAdmission = CalendarDate("2025-06-14") }.truth("esc-2025-S1") == .no)
  }

  @Test func whatIsNotMeasuredIsNamed() {
    let found = lines(Patients.ventricular.with { $0.set(.PASP, nil) })
    let open = found.filter { $0.truth == .unknown }
    #expect(open.map(\.line) == ["PASP ≤ 70 mmHg: unknown (missing: PASP)"])
  }

  @Test func excludedIllnessesFailTheirLines() {
    for (item, text) in [
      (HistoryItem.advancedHeartFailure, "no advanced heart failure (stage D)"),
      (.infiltrativeCardiomyopathy, "no hypertrophic, restrictive or infiltrative cardiomyopathy"),
    ] {
      let found = lines(Patients.ventricular.with { $0.history = [.heartFailure, item] })
      #expect(found.filter { $0.truth == .no }.map(\.criterion.text) == [text])
    }
    let weak = lines(Patients.ventricular.with { $0.signs[.rvFunction] = 3 })
    #expect(weak.filter { $0.truth == .no }.map(\.criterion.text) == ["no severe right ventricular dysfunction"])
    let tricuspid = lines(Patients.ventricular.with { $0.signs[.TRgrade] = 3 })
    #expect(tricuspid.filter { $0.truth == .no }.map(\.criterion.text) == ["no severe tricuspid disease"])
  }

  @Test func eachGuidelineHasItsOwnList() {
    for guideline in Guideline.allCases {
      for line in lines(Patients.ventricular, guideline) {
        #expect(line.criterion.source.identifier == guideline.identifier)
      }
    }
  }

  @Test func anatomyShowsOnlyWhatWasMeasured() {
    let picture = Picture(Patients.primary.with { $0.set([.flailGap: 11, .MVA: 4]) }, guideline: .escEacts2025)
    let found = TeerCriteria.measuredAnatomy(picture)
    #expect(
      found.map(\.line) == [
        "MVA ≥ 4 cm²: met (MVA 4.0 cm² ≥ 4 cm²)", "flailGap < 10 mm: not met (flailGap 11 mm ≥ 10 mm)",
        "MVmeanGradient < 5 mmHg already before the clip: met (MVmeanGradient 2.0 mmHg < 5 mmHg)",
      ])
  }
}
