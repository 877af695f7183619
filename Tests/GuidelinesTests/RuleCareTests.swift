// Details of rules that change what a doctor does: what a number tells, what is asked, and in what order it is read.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct RuleCareTests {
  private func toConfirm(_ rule: String, _ record: ClinicalRecord) -> [String] {
    guard let rule = RuleBook.rule(rule) else { return ["no such rule"] }
    return rule.when.evaluate(Picture(record, guideline: rule.sets[0])).toConfirm
  }

  @Test func aToldMortalityIsNoSilenceAboutTheRisk() {
    func told(_ percent: Double) -> ClinicalRecord {
      Patients.breathless.with {
        $0.context.surgicalRisk = nil
        $0.context.predictedMortality = percent
      }
    }
    let surgery = "esc-2025-P2"
    let clip = "esc-2025-P7"
    #expect(told(3.9).truth(surgery) == .yes && told(3.9).truth(clip) == .no)
    #expect(told(4).truth(surgery) == .unknown && told(7.9).truth(clip) == .unknown)
    #expect(told(8).truth(surgery) == .no && told(8).truth(clip) == .yes)
    #expect(Judgement(told(6)).open.contains { $0.missing == "context.surgicalRisk" })
  }

  @Test func fibrillationUnderAnAnticoagulantIsNotNew() {
    func urgency(_ drugs: [String], _ treatments: [String] = []) -> [String] {
      let record = Patients.mild(Patients.primary).with {
        $0.rhythm = .atrialFibrillation
        $0.context.drugs = drugs
        $0.treatments = treatments
      }
      return Judgement(record).urgency.rules.map(\.id)
    }
    #expect(urgency([]).contains("urgency-new-fibrillation"))
    #expect(!urgency(["Eliquis 5 mg"]).contains("urgency-new-fibrillation"))
    #expect(urgency(["warfarin"], ["replacement-mechanical"]).contains("urgency-new-fibrillation"))
  }

  @Test func whatHarmsIsReadBeforeWhatMayBeConsidered() {
    let record = Patients.primary.with {
      $0.rhythm = .atrialFibrillation
      $0.age = 70
      $0.see([.rheumaticLeaflets], not: [.prolapse])
      $0.set(.MVA, 1.4)
    }
    let ids = Judgement(record).recommendations.map(\.rule.id)
    let harm = ids.firstIndex(of: "esc-2025-T2-stenosis") ?? .max
    #expect(harm < ids.firstIndex(of: "esc-2024-oac-1") ?? -1, "\(ids)")
  }

  @Test func theWishForPregnancyIsAskedOfThoseWhoMayHaveOne() {
    let man = Patients.breathless.with { $0.context.durableRepairLikely = false }
    let woman = man.with {
      $0.sex = .female
      $0.age = 34
    }
    let wish = "a wish for pregnancy"
    #expect(man.truth("esc-2025-T13-mechanical") == .yes && !toConfirm("esc-2025-T13-mechanical", man).contains(wish))
    #expect(toConfirm("esc-2025-T13-mechanical", woman).contains(wish))
    #expect(woman.truth("esc-2025-T13-pregnancy") == .no)
    let planning = woman.with { $0.history = [.planningPregnancy] }
    #expect(planning.truth("esc-2025-T13-pregnancy") == .yes && planning.truth("esc-2025-T13-mechanical") == .no)
    #expect(planning.truth("mitral-pregnancy-planned") == .yes && woman.truth("mitral-pregnancy-planned") == .no)
    #expect(woman.with { $0.history = [.pregnancy] }.truth("esc-2025-T13-mechanical") == .no)
  }

  @Test func theTimeSinceAnOperationAndTheRiskOfBleedingAreToBeConfirmed() {
    let mended = Patients.mild(Patients.primary).with { $0.treatments = ["repair"] }
    let tissue = mended.with { $0.treatments = ["replacement-biological"] }
    #expect(toConfirm("esc-2025-T16-repair", mended).contains("more than 3 months since the operation"))
    let aspirin = toConfirm("esc-2025-T16-repair-aspirin", mended)
    #expect(aspirin.contains("more than 3 months since the operation"))
    #expect(aspirin.contains("a risk of bleeding that is not high"))
    let later = toConfirm("esc-2025-T16-biological-aspirin", tissue)
    #expect(later == ["less than 3 months since the operation", "a high risk of bleeding"])
  }

  @Test func anAdmissionAfterTheJudgedDayIsAskedForAgain() {
    func admitted(_ date: String) -> Truth? {
      Patients.ventricular.with {
        $0.set(.NTproBNP, 900)
        $0.set(.BNP, 200)
        $0.context.lastHeartFailureAdmission = CalendarDate(date)
      }.truth("esc-2025-S1")
    }
    #expect(admitted("2025-06-15") == .yes && admitted("2025-06-14") == .no)
    #expect(admitted("2026-06-16") == .unknown && admitted("2027") == .unknown)
    #expect(admitted("2026") == .yes && admitted("2026-06") == .yes)
  }

  @Test func aPillarSpeaksOfItsOwnDrugsAlone() {
    let judgement = Judgement(Patients.ventricular.with { $0.context.drugs = [] })
    func ids(_ treatment: String) -> [String] { judgement.recommendations(for: treatment).map(\.rule.id) }
    #expect(ids("sglt2-inhibitor").filter { $0.hasPrefix("hf-esc") } == ["hf-esc-sglt2"])
    #expect(ids("beta-blocker").filter { $0.hasPrefix("hf-esc") } == ["hf-esc-beta-blocker"])
    #expect(ids("arni").contains("hf-esc-raas") && ids("ace-inhibitor").contains("hf-esc-raas"))
    #expect(ids("mra").contains("esc-2025-HF-continue"))
  }

  @Test func warningsStandFirstAmongWhatIsSaidOfATreatment() {
    let acute = Judgement(Patients.acute)
    #expect(acute.recommendations(for: "beta-blocker").first?.rule.polarity == .avoid)
    let metal = Patients.breathless.with {
      $0.context.durableRepairLikely = false
      $0.age = 60
    }
    #expect(
      Judgement(metal).recommendations(for: "replacement-mechanical").map(\.rule.id).contains("esc-2025-T13-mechanical")
    )
    let wet = Patients.breathless.with { $0.symptoms = [.orthopnoea] }
    #expect(Judgement(wet).recommendations(for: "diuretic").map(\.rule.id).contains("hf-esc-diuretic"))
  }
}
