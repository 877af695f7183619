// What the rules say together: order, what is missing, what was assumed, and the years side by side.

import Findings
import Guidelines
import Testing

@Suite struct DecisionTests {
  private func ids(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> [String] {
    Judgement(record, guideline: guideline).recommendations.map(\.rule.id)
  }

  @Test func threeOfFourMarkersMakeRepairClassIAndTheWeakerRowsAreOvertaken() {
    let record = Patients.primary.with {
      $0.rhythm = .atrialFibrillation
      $0.set([.PASP: 54, .LAVI: 64])
    }
    let found = Judgement(record).recommendations
    let p4 = found.first { $0.rule.id == "esc-2025-P4" }
    #expect(p4?.rule.strength == .one && p4?.overtakenBy == nil)
    #expect(p4?.because.contains("LAVI 64 mL/m² ≥ 60 mL/m²") == true)
    for weaker in ["esc-2025-P5", "esc-2025-P6"] {
      #expect(found.first { $0.rule.id == weaker }?.overtakenBy?.id == "esc-2025-P4", "\(weaker)")
    }
    #expect(!found.contains { $0.rule.action == .watchfulWaiting })
  }

  @Test func theIndexedDiameterCountsIn2025AndNotBefore() {
    let record = Patients.primary.with { $0.set(.LVIDsi, 20.5) }
    #expect(ids(record).contains("esc-2025-P3"))
    #expect(!ids(record, .escEacts2021).contains("esc-2021-P3"))
    #expect(ids(record, .escEacts2021).contains("esc-2021-watch"))
    #expect(!ids(record, .accAha2020).contains("acc-2020-A2"))
  }

  @Test func theClipForPrimaryLeaksRoseAClass() {
    let record = Patients.breathless.with { $0.context.surgicalRisk = .high }
    func teer(_ guideline: Guideline) -> RecommendationClass? {
      Judgement(record, guideline: guideline).recommendations.first { $0.rule.action == .teer }?.rule.strength
    }
    #expect(teer(.escEacts2025) == .twoA && teer(.escEacts2021) == .twoB)
    #expect(teer(.accAha2020) == nil)
  }

  @Test func theClipForSecondaryLeaksIsClassIOnlyIn2025() {
    func teer(_ guideline: Guideline) -> RecommendationClass? {
      Judgement(Patients.ventricular, guideline: guideline).recommendations.first { $0.rule.action == .teer }?
        .rule.strength
    }
    #expect(teer(.escEacts2025) == .one && teer(.escEacts2021) == .twoA && teer(.accAha2020) == .twoA)
  }

  @Test func fibrillationIsATriggerForESCAndNotForACCAHA() {
    let record = Patients.primary.with { $0.rhythm = .atrialFibrillation }
    #expect(ids(record).contains("esc-2025-P5") && ids(record, .escEacts2021).contains("esc-2021-P5"))
    let american = Judgement(record, guideline: .accAha2020).recommendations
    #expect(!american.contains { $0.rule.action == .mitralValveSurgery })
    #expect(american.contains { $0.rule.id == "acc-2020-watch-severe" })
  }

  @Test func waitingIsUndecidedWhileATriggerIsUnknown() {
    let record = Patients.primary.with {
      $0.set(.PASP, nil)
      $0.set(.LVIDs, nil)
    }
    let judgement = Judgement(record)
    #expect(!judgement.recommendations.contains { $0.rule.action == .watchfulWaiting })
    #expect(record.truth("esc-2025-F11-watch") == .unknown)
    let open = judgement.open.first { $0.missing == "LVIDs" }?.rules.map(\.id) ?? []
    for rule in ["esc-2025-P3", "esc-2025-P5", "esc-2025-F11-watch"] { #expect(open.contains(rule), "\(open)") }
  }

  @Test func anIndexThatIsMissingAsksForItsParts() {
    let record = Patients.primary.with {
      $0.set(.LVIDsi, nil)
      $0.height = nil
      $0.weight = nil
    }
    let missing = RuleBook.rule("esc-2025-P3")!.when.evaluate(Picture(record, guideline: .escEacts2025)).missing
    #expect(missing == ["patient.height", "patient.weight"])
    let neither = record.with { $0.set(.LVIDs, nil) }
    let all = RuleBook.rule("esc-2025-P3")!.when.evaluate(Picture(neither, guideline: .escEacts2025)).missing
    #expect(all == ["LVIDs", "patient.height", "patient.weight"])
  }

  @Test func anUnknownBodySizeDoesNotHoldUpAnOperationYetHoldsUpWaiting() {
    let record = Patients.primary.with {
      $0.set(.LVIDsi, nil)
      $0.height = nil
    }
    #expect(record.truth("esc-2025-F11-watch") == .unknown)
    let judgement = Judgement(record.with { $0.set(.PASP, 56) })
    #expect(judgement.recommendations.contains { $0.rule.id == "esc-2025-P5" })
    #expect(judgement.toConfirm.contains("LVIDsi ≥ 20 mm/m²"))
  }

  @Test func anUntoldRiskIsAssumedAndToBeConfirmed() {
    let record = Patients.breathless.with {
      $0.context.surgicalRisk = nil
      $0.context.predictedMortality = nil
    }
    let judgement = Judgement(record)
    #expect(judgement.recommendations.contains { $0.rule.id == "esc-2025-P2" })
    #expect(judgement.toConfirm.contains("high or prohibitive surgical risk"))
    #expect(judgement.open.contains { $0.missing == "context.surgicalRisk" })
  }

  @Test func aPredictedMortalityBelowFourPercentIsALowRisk() {
    let record = Patients.primary.with {
      $0.set(.LAVI, 62)
      $0.context.surgicalRisk = nil
      $0.context.predictedMortality = 3.9
    }
    #expect(record.truth("esc-2025-P6") == .yes)
    #expect(record.with { $0.context.predictedMortality = 4 }.truth("esc-2025-P6") == .no)
    #expect(record.with { $0.context.surgicalRisk = .intermediate }.truth("esc-2025-P6") == .no)
  }

  @Test func aDurableRepairThatNobodyJudgedIsNotTakenForAnUnlikelyOne() {
    let record = Patients.breathless.with { $0.context.durableRepairLikely = nil }
    #expect(record.truth("acc-2020-A8") == .yes)
    #expect(record.truth("esc-2025-T13-mechanical") == .unknown)
  }

  @Test func aReplacedValveIsNoLongerJudgedAsANativeOne() {
    let record = Patients.breathless.with { $0.treatments = ["replacement-biological"] }
    #expect(!ids(record).contains("esc-2025-P2") && !ids(record, .accAha2020).contains("acc-2020-A1"))
  }

  @Test func anchorsFitThePatient() {
    let secondary = TrialAnchor.anchors(for: Judgement(Patients.ventricular)).map(\.name)
    #expect(secondary.contains("COAPT") && secondary.contains("MITRA-FR") && !secondary.contains("EVEREST II"))
    let repair = TrialAnchor.anchors(for: Judgement(Patients.breathless)).map(\.name)
    #expect(repair == ["Repair in experienced centres", "STS averages of North America"])
    #expect(TrialAnchor.anchors(for: Judgement(Patients.primary)).isEmpty)
  }

  @Test func pillarsAreTakenFromTheListOfDrugs() {
    let record = Patients.ventricular.with { $0.context.drugs = ["Candesartan 32 mg", "carvedilol"] }
    #expect(HeartFailurePillar.allCases.map { $0.stands(record) } == [true, true, false, false])
    #expect(HeartFailurePillar.mra.stands(record.with { $0.context.drugs = nil }) == nil)
    let found = ids(record)
    #expect(found.contains("hf-esc-mra") && found.contains("hf-esc-sglt2") && !found.contains("hf-esc-raas"))
  }

  @Test func noDoseStandsInTheTitles() {
    for action in RecommendedAction.allCases { #expect(!action.title.contains("mg"), "\(action.title)") }
  }

  @Test func everyNamedConditionIsDefinedWherePrinted() {
    let when = RuleBook.rule("esc-2025-P4")!.when
    let names = when.definitions.map(\.name)
    #expect(names.contains("severe primary leak") && names.contains("no symptoms"))
    #expect(Set(names).count == names.count)
  }
}
