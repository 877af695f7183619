// When to look again, and what a judgement must not be read without.

import Findings
import Guidelines
import Quantities
import Testing

private func next(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> FollowUp? {
  Judgement(record, guideline: guideline).followUp
}

@Suite struct FollowUpTests {
  private static let moderate = Sketches.flail.with { $0.measure([.EROA: 0.25, .RVol: 38, .RF: 34]) }
  private static let mild = Sketches.flail.with { record in
    record.deny(.flail)
    record.see(.prolapse)
    record.measure([.EROA: 0.1, .RVol: 15, .RF: 12])
  }
  private static let held = Sketches.flail.with { record in
    record.deny(.flail)
    record.see(.tenting)
    record.measure([.LVEF: 55])
  }

  /// Each row with a patient for whom it is the first that holds.
  private static let patients: [(id: String, guideline: Guideline, record: ClinicalRecord, months: ClosedRange<Int>)] =
    [
      (
        "follow-esc-2025-ventricular-treated", .escEacts2025,
        held.with {
          $0.treatments = ["edge-to-edge"]; $0.measure([.EROA: 0.1, .RVol: 15, .RF: 12])
        }, 3...6
      ),
      ("follow-esc-2025-repaired", .escEacts2025, mild.with { $0.treatments = ["repair"] }, 24...36),
      ("follow-esc-2025-replaced", .escEacts2025, mild.with { $0.treatments = ["replacement-biological"] }, 12...12),
      ("follow-esc-2025-severe-primary", .escEacts2025, Sketches.flail, 6...6),
      ("follow-esc-2025-atrial", .escEacts2025, Sketches.atrial, 12...12),
      ("follow-esc-2025-moderate", .escEacts2025, moderate, 12...24),
      ("follow-acc-2020-mild", .accAha2020, mild, 36...60),
      ("follow-acc-2020-moderate", .accAha2020, moderate, 12...24),
      ("follow-acc-2020-severe", .accAha2020, Sketches.flail, 6...12),
      ("follow-own-severe", .escEacts2021, Sketches.flail, 6...12),
      ("follow-own-moderate", .escEacts2021, moderate, 12...24),
      ("follow-own-mild", .escEacts2025, mild, 36...60),
      ("follow-own-narrow", .accAha2020, mild.with { $0.measure([.MVA: 1.2]) }, 12...12),
      ("follow-own-torn", .escEacts2025, mild.with { $0.see(.flail) }, 6...6),
      ("follow-own-weak-heart", .accAha2020, mild.with { $0.measure([.LVEF: 44]) }, 6...6),
      (
        "follow-own-mild-secondary", .escEacts2025,
        Sketches.atrial.with { $0.measure([.EROA: 0.1, .RVol: 15, .RF: 12]) }, 12...12
      ),
    ]

  @Test func everyRowHoldsForOnePatientAndIsSilentForTheOthers() {
    for (id, guideline, record, months) in Self.patients {
      let rule = FollowUpRule.all.first { $0.id == id }
      let found = next(record, guideline)
      #expect(found?.months == months && found?.source.identifier == rule?.source.identifier, "\(id)")
      #expect(found?.interval == rule?.interval && found?.section == rule?.section, "\(id)")
      #expect(found?.because.isEmpty == false, "\(id)")
      let picture = Picture(Sketches.acuteFlail, guideline: guideline)
      #expect(rule?.when.evaluate(picture).truth != .yes, "\(id)")
    }
    for rule in FollowUpRule.all { #expect(Self.patients.contains { $0.id == rule.id }, "\(rule.id)") }
  }

  @Test func intervalsReadAsPeopleSayThem() {
    #expect(next(Sketches.flail)?.interval == "every 6 months")
    #expect(next(Sketches.flail, .accAha2020)?.interval == "every 6 to 12 months")
    #expect(next(Sketches.atrial)?.interval == "every year")
    #expect(next(Self.mild)?.interval == "every 3 to 5 years")
  }

  @Test func aLeakThatMustBeDealtWithFirstHasNoInterval() {
    #expect(next(Sketches.acuteFlail) == nil)
    #expect(next(Sketches.flail.with { $0.measure([.LVEF: 55]) }) == nil)
    #expect(next(Sketches.flail.with { $0.symptoms = [.fatigue] }) == nil)
    #expect(next(sketch { _ in }) == nil)
  }

  @Test func anIntervalIsGivenOnlyForRoutine() {
    var dice = Dice(seed: 12)
    var given = 0
    for _ in 0..<manyRecords {
      let judgement = Judgement(
        .random(&dice), guideline: Guideline.allCases.randomElement(using: &dice) ?? .accAha2020)
      guard let found = judgement.followUp else { continue }
      given += 1
      #expect(judgement.urgency.urgency == .routine)
      #expect([judgement.picture.guideline.identifier, "mitral"].contains(found.source.identifier))
    }
    #expect(given > 20)
  }
}

@Suite struct FollowUpCautionTests {
  private func kinds(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> [Caution.Kind] {
    Judgement(record, guideline: guideline).cautions.map(\.kind)
  }

  private func on(_ year: Int) -> ClinicalRecord { ClinicalRecord(today: day(year)) }

  @Test func aReplacedGuidelineWarnsAndSoDoesOneFiveYearsOlderThanTheRuleBase() {
    #expect(kinds(on(2021), .escEacts2021) == [.guidelineSuperseded])
    #expect(RuleBook.edition - RuleSource.accAha2020.year >= Caution.oldAfterYears)
    #expect(kinds(on(2024), .accAha2020) == [.guidelineOld])
    #expect(kinds(on(2025), .accAha2020) == [.guidelineOld])
    #expect(kinds(on(2026), .escEacts2025).isEmpty)
    #expect(kinds(on(2030), .escEacts2025) == [.guidelineOld])
  }

  @Test func whatTheCauseTakesForGrantedIsTold() {
    #expect(kinds(Sketches.atrial).contains(.causeAssumed))
    #expect(!kinds(Sketches.flail).contains(.causeAssumed))
  }

  @Test func aSecondaryLeakIsJudgedOnDrugs() {
    #expect(kinds(Sketches.atrial).contains(.beforeDrugs))
    #expect(!kinds(Sketches.atrial.with { $0.context.optimisedMedicalTherapy = true }).contains(.beforeDrugs))
    #expect(!kinds(Sketches.flail).contains(.beforeDrugs))
  }

  @Test func anArtificialValveIsNoNativeOne() {
    #expect(kinds(Sketches.flail.with { $0.history = [.prostheticValve] }).contains(.prosthesis))
    #expect(!kinds(Sketches.flail).contains(.prosthesis))
  }

  @Test func lowerLimitsForWomenAreToldAsUnderDiscussion() {
    let woman = Sketches.flail.with {
      $0.sex = .female; $0.measure([.LVIDs: 37])
    }
    #expect(kinds(woman).contains(.womensLimits))
    #expect(!kinds(woman, .accAha2020).contains(.womensLimits))
    #expect(!kinds(woman.with { $0.sex = .male }).contains(.womensLimits))
    #expect(!kinds(woman.with { $0.measure([.LVIDs: 35]) }).contains(.womensLimits))
    #expect(!kinds(woman.with { $0.measure([.LVIDs: 41]) }).contains(.womensLimits))
  }
}
