// Stages of ACC/AHA 2020, and the classes of the New York Heart Association.

import Findings
import Guidelines
import Quantities
import Testing

private func stage(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> StageJudgement {
  Judgement(record, guideline: guideline).stage
}

@Suite struct StageTests {
  @Test(arguments: Guideline.allCases) func severeWithoutSymptomsIsCOneOrCTwoByTheVentricle(guideline: Guideline) {
    #expect(stage(Sketches.flail, guideline).stage == .c1)
    #expect(stage(Sketches.flail.with { $0.measure([.LVEF: 60]) }, guideline).stage == .c2)
    #expect(stage(Sketches.flail.with { $0.measure([.LVIDs: 40]) }, guideline).stage == .c2)
    #expect(stage(Sketches.flail.with { $0.measure([.LVIDs: 39.9]) }, guideline).stage == .c1)
  }

  @Test func anUnmeasuredVentricleLeavesCOneFromCTwoOpen() {
    let found = stage(Sketches.flail.with { $0.forget(.LVIDs) })
    #expect(found.stage == .c && found.missing == ["LVIDs"])
    let failing = stage(
      Sketches.flail.with { record in
        record.forget(.LVIDs)
        record.measure([.LVEF: 55])
      })
    #expect(failing.stage == .c2 && failing.missing.isEmpty)
  }

  @Test func symptomsMakeItDAndTheirSilenceLeavesItOpen() {
    #expect(stage(Sketches.flail.with { $0.symptoms = [.fatigue] }).stage == .d)
    #expect(stage(Sketches.flail.with { $0.nyha = .two }).stage == .d)
    #expect(stage(Sketches.flail.with { $0.symptoms = [.fever] }).stage == .c1)
    let silent = stage(Sketches.flail.with { $0.symptoms = nil })
    #expect(silent.stage == nil && silent.missing == ["symptoms"] && silent.grade == .severe)
  }

  @Test func aModerateLeakIsBAndAMildOneIsAUnlessItsJetIsMore() {
    let moderate = Sketches.flail.with { $0.measure([.EROA: 0.25, .RVol: 38, .RF: 34]) }
    #expect(stage(moderate).stage == .b)
    let mild = Sketches.flail.with { record in
      record.deny(.flail)
      record.see(.prolapse)
      record.measure([.EROA: 0.1, .RVol: 15, .RF: 12])
    }
    #expect(stage(mild).stage == .a)
    #expect(stage(mild.with { $0.measure([.VCW: 0.3]) }).stage == .b)
    #expect(stage(mild.with { $0.measure([.VCW: 0.29]) }).stage == .a)
    #expect(stage(mild.with { $0.signs[.jet] = JetAppearance.eccentric.rawValue }).stage == .b)
    #expect(stage(mild.with { $0.signs[.jet] = JetAppearance.centralSmall.rawValue }).stage == .a)
  }

  @Test func aSoundValveHasNoStageAndAnIllOneThatHoldsIsAtRisk() {
    let none = sketch { $0.measure([.EROA: 0, .RVol: 0, .RF: 0]) }
    #expect(stage(none).stage == nil && stage(none).grade == SeverityGrade.none)
    #expect(stage(none.with { $0.see(.prolapse) }).stage == .a)
  }

  @Test func aSevereSecondaryLeakHasNoSubdivision() {
    let held = Sketches.flail.with { record in
      record.deny(.flail)
      record.see(.tenting)
      record.measure([.LVEF: 35])
    }
    let found = stage(held)
    #expect(found.stage == .c && found.missing.isEmpty && found.evidence == .partRead)
    #expect(stage(held.with { $0.symptoms = [.orthopnoea] }).stage == .d)
  }

  /// Heart attacks, irregular beats, simulated numbers and all.
  @Test func theStageIsTheSameUnderEveryGuideline() {
    var dice = Dice(seed: 94)
    var cautious = 0
    for index in 0..<manyRecords {
      var record = ClinicalRecord.random(&dice)
      if index % 3 == 0 { record.history = (record.history ?? []) + [.myocardialInfarction] }
      var simulated = FindingValues()
      if index % 2 == 0 {
        (simulated[.EROA], simulated[.RVol], simulated[.RF]) = (0.45, 66, 52)
      }
      let american = Judgement(record, guideline: .accAha2020, simulated: simulated)
      if american.picture.combined.inferred.count > 1, american.picture.severity.confidence == .probable {
        cautious += 1
      }
      for guideline in [Guideline.escEacts2021, .escEacts2025] {
        let found = Judgement(record, guideline: guideline, simulated: simulated).stage
        #expect(found.stage == american.stage.stage && found.grade == american.stage.grade)
        #expect(found.because == american.stage.because && found.missing == american.stage.missing)
      }
    }
    #expect(cautious > 50)
  }

  @Test func theStageFollowsTheThresholdsOfACCWhateverTheGuideline() {
    // RVol 48 mL in low flow is severe for ESC/EACTS 2025 and not for ACC/AHA 2020.
    let lowFlow = sketch { record in
      record.see(.tenting)
      record.signs[.orificeShape] = OrificeShape.round.rawValue
      record.symptoms = []
      record.measure([.RVol: 48, .LVEF: 35, .CI: 1.9, .HR: 70, .SBP: 110])
    }
    let judgement = Judgement(lowFlow)
    #expect(judgement.picture.severity.grade == .severe)
    #expect(judgement.stage.grade == .moderate && judgement.stage.stage == .b)
    #expect(StageJudgement.source.identifier == "acc-aha-2020")
  }

  @Test func anAcuteLeakHasNoStage() {
    let found = stage(Sketches.acuteFlail)
    #expect(found.stage == nil && found.missing.isEmpty && found.because == ["the leak came suddenly"])
  }

  @Test func thereIsNoStageWithoutAGrade() {
    var dice = Dice(seed: 41)
    var staged = 0
    for _ in 0..<manyRecords {
      let record = ClinicalRecord.random(&dice)
      let found = stage(record, Guideline.allCases.randomElement(using: &dice) ?? .accAha2020)
      if found.stage != nil { staged += 1 }
      #expect(found.stage == nil || found.grade != nil, "\(record)")
      if found.stage == nil { #expect(!found.because.isEmpty || !found.missing.isEmpty, "\(record)") }
      let bare = record.with { bare in
        for id in [FindingID.EROA, .RVol, .RF, .VCW] { bare.forget(id) }
        bare.signs = QualitativeValues()
      }
      #expect(stage(bare).stage == nil || Judgement(bare, guideline: .accAha2020).picture.severity.grade != nil)
    }
    #expect(staged > manyRecords / 10)
  }
}

@Suite struct StageFunctionalTests {
  private func found(_ symptoms: [Symptom]?, told: NYHAClass? = nil) -> FunctionalClass {
    Picture(
      sketch { record in
        record.symptoms = symptoms
        record.nyha = told
      }, guideline: .escEacts2025
    ).functional
  }

  @Test func theClassFollowsFromTheWorstComplaint() {
    #expect(found([.restDyspnoea]).nyha == .four)
    #expect(found([.pinkSputum, .fatigue]).nyha == .four)
    #expect(found([.fatigue, .orthopnoea]).nyha == .three)
    #expect(found([.nocturnalDyspnoea]).nyha == .three)
    #expect(found([.exertionalDyspnoea]).nyha == .two)
    #expect(found([]).nyha == .one)
    #expect(found([.fever, .chestPain]).nyha == .one)
    #expect(found(nil).nyha == nil && !found(nil).isInferred)
    #expect(found([.palpitations]).isInferred)
  }

  @Test func theClassToldStandsAndIsDoubtedWhereComplaintsAreWorse() {
    let found = found([.restDyspnoea], told: .two)
    #expect(found.nyha == .two && !found.isInferred && found.isContradicted)
    #expect(!self.found([.fatigue], told: .three).isContradicted)
    let cautions = Judgement(
      sketch { record in
        record.symptoms = [.restDyspnoea]
        record.nyha = .two
      }
    ).cautions
    #expect(cautions.contains { $0.kind == .functionalClass })
  }

  @Test func symptomsAndClassOneExcludeEachOther() {
    for symptom in Symptom.allCases {
      let record = Sketches.flail.with { $0.symptoms = [symptom] }
      #expect((stage(record).stage == .d) == (found([symptom]).nyha != .one), "\(symptom)")
    }
  }
}
