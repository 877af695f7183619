// CHA2DS2-VASc and CHA2DS2-VA.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct StrokeRiskTests {
  private func scores(
    _ age: Double, _ sex: Sex, _ change: (inout StrokeRiskInputs) -> Void = { _ in }
  ) throws(RiskInputFault) -> [Int] {
    var inputs = StrokeRiskInputs(age: age, sex: sex)
    change(&inputs)
    let risk = try StrokeRisk(inputs)
    return [risk.va, risk.vasc]
  }

  @Test func everyItemCountsItsPoints() throws {
    #expect(try scores(64, .male) == [0, 0] && scores(64, .female) == [0, 1])
    #expect(try scores(65, .male) == [1, 1] && scores(74, .male) == [1, 1] && scores(75, .male) == [2, 2])
    #expect(try scores(50, .male) { $0.heartFailure = true } == [1, 1])
    #expect(try scores(50, .male) { $0.hypertension = true } == [1, 1])
    #expect(try scores(50, .male) { $0.diabetes = true } == [1, 1])
    #expect(try scores(50, .male) { $0.stroke = true } == [2, 2])
    #expect(try scores(50, .male) { $0.vascularDisease = true } == [1, 1])
    let all: (inout StrokeRiskInputs) -> Void = {
      $0.heartFailure = true
      $0.hypertension = true
      $0.diabetes = true
      $0.stroke = true
      $0.vascularDisease = true
    }
    #expect(try scores(80, .female, all) == [8, 9])
    #expect(throws: RiskInputFault.self) { try scores(120, .male) }
  }

  @Test func onlyAtrialFibrillationIsScored() throws {
    let fibrillating = patient(age: 70, sex: .female, history: [.hypertension, .atrialFibrillation], [.LVEF: 38])
    let estimate = try #require(StrokeRisk.of(fibrillating).estimate)
    #expect(estimate.value.va == 3 && estimate.value.vasc == 4)
    #expect(estimate.assumed.contains("no stroke") && estimate.inputs.contains("LVEF 38 %"))
    let sinus = patient(age: 70, sex: .female, history: [.hypertension]) { $0.rhythm = .sinus }
    #expect(StrokeRisk.of(sinus).reason != nil)
    let narrowed = patient(age: 70, sex: .female, history: [.rheumaticFever, .atrialFibrillation], [.MVA: 1.8])
    #expect(StrokeRisk.of(narrowed).reason?.contains("narrowed") == true)
    let wide = patient(age: 70, sex: .female, history: [.rheumaticFever, .atrialFibrillation], [.MVA: 3])
    #expect(StrokeRisk.of(wide).value?.va == 1)
    let silent = patient(age: 70) { $0.rhythm = .atrialFibrillation }
    #expect(StrokeRisk.of(silent).lacking == ["patient.sex", "history"])
  }
}
