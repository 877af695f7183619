// TRI-SCORE.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct TriScoreTests {
  private func score(_ change: (inout TriScoreInputs) -> Void) throws(RiskInputFault) -> TriScore {
    var inputs = TriScoreInputs(age: 60)
    change(&inputs)
    return try TriScore(inputs)
  }

  @Test func everyItemCountsItsPoints() throws {
    #expect(try score { _ in }.points == 0)
    #expect(try score { $0.age = 70 }.points == 1)
    #expect(try score { $0.nyha = .three }.points == 1)
    #expect(try score { $0.rightHeartFailure = true }.points == 2)
    #expect(try score { $0.furosemide = 125 }.points == 2 && score { $0.furosemide = 124 }.points == 0)
    #expect(try score { $0.filtration = 29 }.points == 2 && score { $0.filtration = 30 }.points == 0)
    #expect(try score { $0.bilirubin = 1.3 }.points == 2)
    #expect(try score { $0.ejectionFraction = 59 }.points == 1 && score { $0.ejectionFraction = 60 }.points == 0)
    #expect(try score { $0.rightVentricle = .moderate }.points == 1 && score { $0.rightVentricle = .mild }.points == 0)
  }

  @Test func theTableRunsFromOneToSixtyFivePercent() throws {
    let healthy = try score { _ in }
    #expect(healthy.mortality == 1 && healthy.riskClass == .low)
    let all = try score {
      $0.age = 75
      $0.nyha = .four
      $0.rightHeartFailure = true
      $0.furosemide = 250
      $0.filtration = 20
      $0.bilirubin = 3
      $0.ejectionFraction = 40
      $0.rightVentricle = .severe
    }
    #expect(all.points == 12 && all.mortality == 65 && all.riskClass == .high)
    let four = try score {
      $0.furosemide = 250
      $0.bilirubin = 3
    }
    #expect(four.points == 4 && four.mortality == 8 && four.riskClass == .intermediate)
    #expect(throws: RiskInputFault.self) { try score { $0.bilirubin = -1 } }
  }

  @Test func aSevereTricuspidLeakOnRecordIsScored() throws {
    func onRecord(_ drugs: [String]?) -> RiskOutcome<TriScore> {
      TriScore.of(
        patient(
          age: 74, sex: .female, history: [], symptoms: [.ankleSwelling], nyha: .three,
          [.eGFR: 50, .bilirubin: 1.5, .LVEF: 55],
          edit: {
            $0.context.drugs = drugs
            $0.signs[.TRgrade] = GradeWord.severe.rawValue
            $0.signs[.rvFunction] = GradeWord.mild.rawValue
          }))
    }
    let estimate = try #require(onRecord(["furosemide 80 mg bid"]).estimate)
    #expect(estimate.value.points == 9 && estimate.inputs.contains("furosemide 160 mg a day"))
    #expect(onRecord([]).value?.points == 7)
    #expect(
      onRecord(["torasemide 20 mg"]).lacking == [
        "the dose of furosemide (write it into context.drugs: furosemide 40 mg)"
      ])
    #expect(onRecord(nil).lacking == ["context.drugs"])
  }

  @Test func itIsNotForAMildTricuspidLeak() {
    let mild = patient { $0.signs[.TRgrade] = GradeWord.mild.rawValue }
    #expect(TriScore.of(mild).reason != nil)
  }
}
