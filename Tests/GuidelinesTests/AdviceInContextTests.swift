// Advice that fits what was told already: repair before replacement, drugs that are taken, one assumption at a time.

import Findings
import Guidelines
import Testing

/// Whether a name of something missing tells what to write into a case file: a field of it, or a phrase that names one.
enum MissingName {
  private static let fields = [
    "symptoms", "nyha", "rhythm", "history", "lesions", "treatments", "presentation", "patient.age", "patient.sex",
    "patient.height", "patient.weight",
  ]
  private static let context = [
    "surgicalRisk", "durableRepairLikely", "repairLikelihood", "predictedMortality", "lifeExpectancy", "teerSuitable",
    "heartValveCentre", "plannedCABG", "optimisedMedicalTherapy", "drugs", "lastHeartFailureAdmission",
    "lastRheumaticAttack", "jones", "duke",
  ]

  static func isWritable(_ name: String) -> Bool {
    if FindingID(identifier: name) != nil || QualitativeID.allCases.contains(where: { $0.identifier == name }) {
      return true
    }
    if fields.contains(name) || context.contains(where: { "context." + $0 == name }) { return true }
    let words = name.split { !$0.isLetter && $0 != "." }.map(String.init)
    return name.contains("(")
      && words.contains { FindingID(identifier: $0) != nil || fields.contains($0) || $0.hasPrefix("context.") }
  }
}

@Suite struct AdviceInContextTests {
  private func speaking(_ treatment: String, _ record: ClinicalRecord, _ guideline: Guideline) -> [String] {
    Judgement(record, guideline: guideline).recommendations(for: treatment).map(\.rule.id)
  }

  @Test func aRepairThatLastsLeavesNoClassForAnArtificialValve() {
    for (guideline, surgery) in [(Guideline.escEacts2025, "esc-2025-P2"), (.accAha2020, "acc-2020-A1")] {
      for valve in ["replacement-mechanical", "replacement-biological"] {
        #expect(!speaking(valve, Patients.breathless, guideline).contains(surgery), "\(valve)")
        let unrepairable = Patients.breathless.with { $0.context.durableRepairLikely = false }
        #expect(speaking(valve, unrepairable, guideline).contains(surgery), "\(valve)")
      }
      #expect(speaking("repair", Patients.breathless, guideline).contains(surgery))
    }
    #expect(speaking("replacement-mechanical", Patients.breathless, .accAha2020) == ["acc-2020-A8"])
  }

  @Test func nobodyIsToldToBeginWhatIsTaken() {
    func ids(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> [String] {
      Judgement(record, guideline: guideline).recommendations.map(\.rule.id)
    }
    let best = Patients.ventricular
    #expect(!ids(best).contains("esc-2025-HF1") && ids(best).contains("esc-2025-HF-continue"))
    #expect(!ids(best, .escEacts2021).contains("hf-esc-drugs"))
    let untold = best.with { $0.context.optimisedMedicalTherapy = nil }
    #expect(!ids(untold).contains("esc-2025-HF1"))
    let three = untold.with { $0.context.drugs?.removeLast() }
    #expect(ids(three).contains("esc-2025-HF1"))
    #expect(ids(best.with { $0.context.optimisedMedicalTherapy = false }).contains("esc-2025-HF1"))
    let unlisted = best.with { $0.context.drugs = nil }
    #expect(!ids(unlisted).contains { $0.hasPrefix("hf-esc-") })
    #expect(unlisted.truth("hf-esc-mra") == .no)
    let wet = best.with { $0.symptoms = [.orthopnoea] }
    #expect(ids(wet).contains("hf-esc-diuretic"))
    let drained = wet.with { $0.context.drugs?.append("furosemide 40 mg") }
    #expect(!ids(drained).contains("hf-esc-diuretic"))
  }

  @Test func openingTheCoronariesRestsOnOneAssumption() {
    let stents = Patients.ventricular.with { $0.history = [.coronaryDisease, .heartFailure] }
    let rule = RuleBook.rule("esc-2025-S6")
    let found = rule?.when.evaluate(Picture(stents, guideline: .escEacts2025))
    #expect(found?.truth == .yes && found?.toConfirm.count == 1, "\(found?.toConfirm ?? [])")
    let untold = stents.with { $0.context.plannedCABG = nil }
    #expect((rule?.when.evaluate(Picture(untold, guideline: .escEacts2025)).missing ?? []) == ["context.plannedCABG"])
  }

  @Test func everyNameOfSomethingMissingTellsWhatToWriteWhere() {
    var dice = Dice(seed: 6)
    for index in 0..<manyRecords {
      let judgement = Judgement(.random(&dice), guideline: Guideline.allCases[index % 3])
      var names = judgement.open.map(\.missing) + judgement.urgency.couldRise + judgement.stage.missing
      names += judgement.picture.cause.missing
      for one in judgement.picture.cause.atrialCriteria { names += one.missing }
      for name in names { #expect(MissingName.isWritable(name), "\(name)") }
    }
  }

  @Test func theNameOfASeriesTellsHowToWriteIt() {
    let once = Patients.primary
    let open = Judgement(once, guideline: .accAha2020).open.map(\.missing)
    #expect(open.contains("LVIDs or LVEF of three days (one value for each, with on: and the date)"), "\(open)")
  }
}
