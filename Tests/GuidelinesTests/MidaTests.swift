// The MIDA score: its points, its anchors, and whom it is for.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct MidaTests {
  private func points(_ change: (inout MidaInputs) -> Void) throws(RiskInputFault) -> Int {
    var inputs = MidaInputs(age: 50)
    change(&inputs)
    return try MidaScore(inputs).points
  }

  @Test func everyItemCountsItsPoints() throws {
    #expect(try points { _ in } == 0)
    #expect(try points { $0.age = 65 } == 3)
    #expect(try points { $0.age = 64.9 } == 0)
    #expect(try points { $0.symptoms = true } == 3)
    #expect(try points { $0.pulmonaryPressure = 50 } == 0)
    #expect(try points { $0.pulmonaryPressure = 51 } == 2)
    #expect(try points { $0.atrialFibrillation = true } == 1)
    #expect(try points { $0.atrialDiameter = 55 } == 1)
    #expect(try points { $0.endSystolicDiameter = 40 } == 1)
    #expect(try points { $0.ejectionFraction = 60 } == 1)
    let all = MidaInputs(
      age: 80, symptoms: true, pulmonaryPressure: 60, atrialFibrillation: true, atrialDiameter: 60,
      endSystolicDiameter: 45, ejectionFraction: 50)
    #expect(try MidaScore(all).points == 12)
  }

  @Test func theAnchorsAreThoseOfThePublication() throws {
    let none = try MidaScore(MidaInputs(age: 50))
    #expect(none.outcome?.deathInOneYearOnDrugs == 0.4 && none.outcome?.alive5YearsAfterSurgery == 99)
    let middle = try MidaScore(MidaInputs(age: 70, symptoms: true, atrialFibrillation: true))
    #expect(middle.points == 7)
    #expect(middle.outcome?.deathInOneYearOnDrugs == 17 && middle.outcome?.deathInOneYearAfterSurgery == 7)
    let between = try MidaScore(MidaInputs(age: 70))
    #expect(between.outcome == nil)
    let high = try MidaScore(
      MidaInputs(age: 70, symptoms: true, pulmonaryPressure: 60, atrialFibrillation: true))
    #expect(high.points == 9 && high.outcome == nil)
  }

  @Test func inputsOutsideTheScoreAreRefusedByName() {
    #expect(throws: RiskInputFault(field: "LVEF", value: 95, allowed: 5...90, unit: "%")) {
      try points { $0.ejectionFraction = 95 }
    }
    #expect(throws: RiskInputFault.self) { try points { $0.atrialDiameter = .infinity } }
  }

  private func flail(_ findings: KeyValuePairs<FindingID, Double>) -> Picture {
    patient(age: 70, sex: .male, history: [], nyha: .two, findings) { $0.signs.say(true, for: .flail) }
  }

  @Test func aFlailLeafletOnRecordIsScored() throws {
    let estimate = try #require(MidaScore.of(flail([.PASP: 55, .LAd: 56, .LVIDs: 41, .LVEF: 58])).estimate)
    #expect(estimate.value.points == 11)
    #expect(estimate.assumed == ["no atrial fibrillation"])
    #expect(MidaScore.of(flail([.PASP: 55, .LVEF: 58])).lacking == ["LAd", "LVIDs"])
  }

  @Test func itIsNotForASecondaryLeak() {
    let tethered = patient(age: 70, sex: .male, history: []) { $0.signs.say(true, for: .tenting) }
    #expect(MidaScore.of(tethered).reason?.contains("degenerative") == true)
  }

  @Test func itIsForLeafletsThatProlapseOrFlailAlone() {
    let numbers: KeyValuePairs<FindingID, Double> = [.PASP: 55, .LAd: 56, .LVIDs: 41, .LVEF: 58]
    func outcome(_ mechanism: ValveMechanism) -> RiskOutcome<MidaScore> {
      MidaScore.of(
        patient(age: 70, sex: .male, history: [], nyha: .two, numbers) { $0.lesions = [mechanism.rawValue] })
    }
    for mechanism in ValveMechanism.allCases {
      let isDegenerative = mechanism == .prolapse || mechanism == .flail
      #expect((outcome(mechanism).value != nil) == isDegenerative, "\(mechanism)")
      #expect((outcome(mechanism).reason != nil) == !isDegenerative, "\(mechanism)")
    }
    #expect(
      outcome(.rheumatic).reason == "made for leaflets that prolapse or flail; mechanism here: rheumatic leaflets")
  }

  @Test func itIsForNoSuddenLeakAndNoArtificialValve() {
    let acute = patient(age: 70, sex: .male, history: [], nyha: .two, [.PASP: 55, .LAd: 56, .LVIDs: 41, .LVEF: 58]) {
      $0.signs.say(true, for: .flail)
      $0.presentation = .acute
    }
    #expect(MidaScore.of(acute).reason == "made for chronic leaks; this one is acute: the leak came suddenly")
    let replaced = patient(age: 70, history: []) { $0.treatments = ["replacement-biological"] }
    #expect(MidaScore.of(replaced).reason?.contains("replaced") == true)
  }

  @Test func anUndeterminedCauseAsksForWhatWouldSettleIt() {
    let told = patient(age: 70, sex: .male, history: [], [.LVEF: 58])
    let lacking = MidaScore.of(told).lacking
    #expect(lacking.contains("flail") && lacking.contains("prolapse") && !lacking.contains("history"))
    #expect(lacking.allSatisfy { told.cause.missing.contains($0) })
    #expect(MidaScore.of(patient(age: 70)).lacking.contains("history"))
  }
}
