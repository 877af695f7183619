// PREVENT against vectors reckoned apart from it, and against patients on record.

import Findings
import Guidelines
import Quantities
import Testing

private let unit = PreventInputs.cholesterol

private func example(_ sex: Sex) -> PreventInputs {
  PreventInputs(
    age: 50, sex: sex, totalCholesterol: 200 * unit, hdl: 45 * unit, systolicPressure: 160, filtration: 90,
    bodyMassIndex: 35, diabetes: true, treatedPressure: true)
}

private func matches(_ risks: PreventRisks?, _ expected: [Double], _ tolerance: Double) -> Bool {
  guard let risks else { return false }
  let values = [risks.cardiovascular, risks.atherosclerotic, risks.heartFailure]
  return zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance }
}

@Suite struct PreventTests {
  @Test func theWorkedExampleComesOutToItsPrintedDigits() throws {
    let woman = try PreventRisk(example(.female))
    let man = try PreventRisk(example(.male))
    #expect(matches(woman.tenYears, [14.68, 9.20, 8.06], 0.005))
    #expect(matches(woman.thirtyYears, [52.99, 35.43, 38.96], 0.005))
    #expect(matches(man.tenYears, [16.32, 10.19, 10.59], 0.005))
    #expect(matches(man.thirtyYears, [51.44, 34.86, 42.36], 0.005))
  }

  /// Low pressure, low filtration, smoking, a statin: the terms that the worked example leaves at zero.
  @Test func theOtherTermsAgreeWithAnotherProgram() throws {
    func smoker(_ sex: Sex) -> PreventInputs {
      PreventInputs(
        age: 42, sex: sex, totalCholesterol: 260 * unit, hdl: 35 * unit, systolicPressure: 100, filtration: 45,
        bodyMassIndex: 22, smoker: true, statin: true)
    }
    let woman = try PreventRisk(smoker(.female))
    #expect(matches(woman.tenYears, [7.952851, 4.727091, 1.998891], 1e-6))
    #expect(matches(woman.thirtyYears, [31.192950, 18.817616, 9.721127], 1e-6))
    let man = try PreventRisk(smoker(.male))
    #expect(matches(man.tenYears, [9.452258, 5.775949, 2.626782], 1e-6))
    #expect(matches(man.thirtyYears, [34.503533, 22.025390, 11.247587], 1e-6))
    func older(_ sex: Sex) -> PreventInputs {
      PreventInputs(
        age: 67, sex: sex, totalCholesterol: 230 * unit, hdl: 60 * unit, systolicPressure: 138, filtration: 52,
        bodyMassIndex: 31, smoker: true, treatedPressure: true, statin: true)
    }
    #expect(matches(try PreventRisk(older(.female)).tenYears, [19.358524, 11.260590, 12.630879], 1e-6))
    #expect(matches(try PreventRisk(older(.male)).tenYears, [22.238369, 13.307818, 13.687511], 1e-6))
  }

  @Test func thirtyYearsEndAtSixty() throws {
    var inputs = example(.male)
    inputs.age = 59
    #expect(try PreventRisk(inputs).thirtyYears != nil)
    inputs.age = 60
    #expect(try PreventRisk(inputs).thirtyYears == nil)
  }

  @Test func inputsOutsideTheScoreAreRefusedByName() {
    func field(_ change: (inout PreventInputs) -> Void) -> String? {
      var inputs = example(.female)
      change(&inputs)
      do throws(RiskInputFault) {
        _ = try PreventRisk(inputs)
        return nil
      } catch { return error.field }
    }
    #expect(field { _ in } == nil)
    #expect(field { $0.age = 29.9 } == "patient.age" && field { $0.age = 80 } == "patient.age")
    #expect(field { $0.age = .nan } == "patient.age")
    #expect(field { $0.totalCholesterol = 129 * unit } == "totalCholesterol")
    #expect(field { $0.hdl = 101 * unit } == "HDL")
    #expect(field { $0.systolicPressure = 89 } == "SBP" && field { $0.systolicPressure = 201 } == "SBP")
    #expect(field { $0.filtration = 14 } == "eGFR")
    #expect(field { $0.bodyMassIndex = 41 } == "body mass index")
  }

  private func onRecord(_ history: [HistoryItem]?, _ edit: (inout ClinicalRecord) -> Void = { _ in }) -> Picture {
    patient(
      age: 50, sex: .female, history: history,
      [.totalCholesterol: 200 * unit, .HDL: 45 * unit, .SBP: 160, .eGFR: 90],
      edit: {
        $0.height = 200
        $0.weight = 140
        $0.context.drugs = ["ramipril 5 mg"]
        edit(&$0)
      })
  }

  @Test func aRecordGivesTheScoreWithItsDrugs() throws {
    let estimate = try #require(PreventRisk.of(onRecord([.diabetes])).estimate)
    #expect(matches(estimate.value.tenYears, [14.68, 9.20, 8.06], 0.005))
    #expect(estimate.inputs.contains("takes a drug that lowers blood pressure"))
    #expect(estimate.assumed == ["no smoking"])
    let silent = try #require(PreventRisk.of(onRecord([.diabetes]) { $0.context.drugs = nil }).estimate)
    #expect(silent.assumed.contains("no drug that lowers blood pressure"))
    #expect(PreventRisk.label.contains("no valve disease"))
  }

  @Test func itIsNotForThoseWhoAreIllAlready() {
    #expect(PreventRisk.of(onRecord([.heartFailure])).reason?.contains("heart-failure") == true)
    #expect(PreventRisk.of(onRecord(nil)).lacking == ["history"])
  }

  @Test func filtrationFollowsFromCreatinine() throws {
    let outcome = PreventRisk.of(
      patient(
        age: 50, sex: .female, history: [], [.totalCholesterol: 5, .HDL: 1.3, .SBP: 120, .creatinine: 88.4],
        edit: {
          $0.height = 168
          $0.weight = 65
        }))
    let estimate = try #require(outcome.estimate)
    #expect(estimate.inputs.contains { $0.hasPrefix("eGFR 69") && $0.hasSuffix("(CKD-EPI 2021 from creatinine)") })
  }
}
