// What all scores share: inputs gathered from a record, the kidney's formulae, what is missing, refused or not for them.

import Findings
import Guidelines
import Quantities
import Testing

/// The day on which the tests judge.
let judgingDay: CalendarDate = {
  guard let day = CalendarDate(year: 2026, month: 6, day: 1) else { preconditionFailure("a date") }
  return day
}()

/// A patient of whom only what is given is known.
func patient(
  age: Double? = nil, sex: Sex? = nil, history: [HistoryItem]? = nil, symptoms: [Symptom]? = nil,
  nyha: NYHAClass? = nil, guideline: Guideline = .escEacts2025, _ findings: KeyValuePairs<FindingID, Double> = [:],
  edit: (inout ClinicalRecord) -> Void = { _ in }
) -> Picture {
  var record = ClinicalRecord(today: judgingDay)
  record.age = age
  record.sex = sex
  record.history = history
  record.symptoms = symptoms
  record.nyha = nyha
  for (id, value) in findings { record.series.append(MeasurementSeries(id, [Measurement(value: value)])) }
  edit(&record)
  return Picture(record, guideline: guideline)
}

extension RiskOutcome {
  var lacking: [String] { if case .lacks(let names) = self { names } else { [] } }
  var estimate: RiskEstimate<Value>? { if case .known(let estimate) = self { estimate } else { nil } }
  var fault: RiskInputFault? { if case .refused(let fault) = self { fault } else { nil } }
  var reason: String? { if case .notFor(let reason) = self { reason } else { nil } }
}

/// The ids of the rules that hold.
func rules(_ picture: Picture) -> [String] {
  Judgement(picture.record, guideline: picture.guideline).recommendations.map(\.rule.id)
}

@Suite struct RiskTests {
  @Test func clearanceIsThatOfCockcroftAndGault() {
    #expect(abs(Kidney.clearance(creatinine: 88.4, age: 60, sex: .male, weight: 72) - 80) < 1e-9)
    #expect(abs(Kidney.clearance(creatinine: 120, age: 72, sex: .female, weight: 64) - 37.8482962963) < 1e-9)
  }

  @Test func filtrationIsThatOfCkdEpi2021() {
    let cases: [(creatinine: Double, age: Double, sex: Sex, expected: Double)] = [
      (88.4, 50, .male, 91.6914786098), (88.4, 50, .female, 68.6334966589), (50, 35, .female, 121.687352847),
      (250, 70, .male, 23.2553849036),
    ]
    for one in cases {
      let value = Kidney.filtration(creatinine: one.creatinine, age: one.age, sex: one.sex)
      #expect(abs(value - one.expected) < 1e-8)
    }
  }

  @Test func nothingKnownGivesNoScoreAndNamesWhatIsMissing() {
    let scores = RiskScores(patient())
    #expect(
      scores.euroScore.lacking
        == ["patient.age", "patient.sex", "creatinine", "patient.weight", "nyha", "LVEF", "PASP", "history"])
    #expect(scores.prevent.lacking.contains("totalCholesterol") && scores.prevent.lacking.contains("patient.height"))
    #expect(scores.stroke.lacking == ["rhythm"])
    #expect(scores.triScore.lacking == ["TRgrade"])
    #expect(scores.mida.lacking.starts(with: ["flail"]))
    #expect(scores.statedMortality == nil)
  }

  @Test func theStatedMortalityIsTakenAsItIs() {
    let scores = RiskScores(patient { $0.context.predictedMortality = 0.8 })
    #expect(scores.statedMortality == 0.8)
    #expect(RiskScores.leftOut.map(\.name) == ["STS-PROM", "COAPT risk score"])
  }

  @Test func aRefusalNamesFieldValueAndRange() {
    let fault = RiskInputFault(field: "patient.age", value: 82, allowed: 30...79, unit: "y")
    #expect(fault.text == "patient.age is 82 y; the score takes 30 to 79 y")
  }

  @Test func aDoseIsReadOffTheLineOfADrug() {
    #expect(DailyDose.milligrams(in: "Furosemide 80 mg bid", of: "furosemide") == 160)
    #expect(DailyDose.milligrams(in: "furosemide 40mg", of: "furosemide") == 40)
    #expect(DailyDose.milligrams(in: "furosemide 62.5 mg twice a day", of: "furosemide") == 125)
    #expect(DailyDose.milligrams(in: "furosemide", of: "furosemide") == nil)
    #expect(DailyDose.milligrams(in: "torasemide 10 mg", of: "furosemide") == nil)
  }
}
