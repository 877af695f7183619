// CHA2DS2-VASc and CHA2DS2-VA.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct StrokeRiskTests {
  private func scores(_ age: Double, _ sex: Sex, _ history: HistoryItem...) -> [Int] {
    let picture = patient(age: age, sex: sex, history: history + [.atrialFibrillation], [.LVEF: 60])
    return StrokeRisk.of(picture).value.map { [$0.va, $0.vasc] } ?? []
  }

  @Test func everyItemCountsItsPoints() {
    #expect(scores(64, .male) == [0, 0] && scores(64, .female) == [0, 1])
    #expect(scores(65, .male) == [1, 1] && scores(74, .male) == [1, 1] && scores(75, .male) == [2, 2])
    for item in [
      HistoryItem.heartFailure, .dilatedCardiomyopathy, .hypertension, .diabetes, .diabetesOnInsulin, .coronaryDisease,
      .myocardialInfarction, .recentMyocardialInfarction, .peripheralArteryDisease,
    ] { #expect(scores(50, .male, item) == [1, 1], "\(item)") }
    #expect(scores(50, .male, .stroke) == [2, 2])
    #expect(scores(80, .female, .heartFailure, .hypertension, .diabetes, .stroke, .coronaryDisease) == [8, 9])
    #expect(scores(50, .male, .diabetes, .diabetesOnInsulin, .coronaryDisease, .myocardialInfarction) == [2, 2])
    #expect(scores(120, .male).isEmpty)
  }

  @Test func theRulesReckonAsTheScoreDoes() {
    var dice = Dice(seed: 2024)
    var compared = 0
    for _ in 0..<manyRecords {
      let record = ClinicalRecord.random(&dice).with {
        $0.age = Double.random(in: 40...90, using: &dice)
        $0.rhythm = .atrialFibrillation
        $0.symptoms = []
        if $0.history == nil { $0.history = [] }
        if $0.series.first(where: { $0.finding == .LVEF }) == nil { $0.measure([.LVEF: 60]) }
      }
      guard let score = StrokeRisk.of(Picture(record, guideline: .escEacts2025)).value else { continue }
      compared += 1
      #expect((record.truth("esc-2024-oac-2") == .yes) == (score.va >= 2))
      #expect((record.truth("esc-2024-oac-1") == .yes) == (score.va == 1))
      #expect((record.truth("acc-2023-oac") == .yes) == (score.vasc >= (record.sex == .female ? 3 : 2)))
    }
    #expect(compared > 100)
  }

  @Test func onlyAtrialFibrillationIsScored() throws {
    let fibrillating = patient(age: 70, sex: .female, history: [.hypertension, .atrialFibrillation], [.LVEF: 38])
    let estimate = try #require(StrokeRisk.of(fibrillating).estimate)
    #expect(estimate.value.va == 3 && estimate.value.vasc == 4)
    #expect(estimate.assumed.contains("no stroke") && estimate.inputs.contains("LVEF 38 % ≤ 40 %"))
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
