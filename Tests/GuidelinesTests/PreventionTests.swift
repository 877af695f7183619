// Advice on protecting the heart: what concerns the patient, in which order, with their own values.

import Findings
import Guidelines
import Quantities
import Testing

private func plan(_ picture: Picture) -> PreventionPlan { PreventionPlan(picture) }

@Suite struct PreventionTests {
  @Test func thePatientsOwnPressureStandsBesideTheTarget() {
    let high = plan(patient(guideline: .accAha2020, [.SBP: 148, .DBP: 76]))[.bloodPressure]
    #expect(high?.own == "your systolic pressure is 148; the target is below 130" && high?.state == .offTarget)
    #expect(high?.target == "below 130/80 mmHg" && high?.source.year == 2025)
    let low = plan(patient(guideline: .accAha2020, [.SBP: 122, .DBP: 84]))[.bloodPressure]
    #expect(low?.own == "your diastolic pressure is 84; the target is below 80" && low?.state == .offTarget)
    #expect(plan(patient([.SBP: 122, .DBP: 84]))[.bloodPressure]?.state == .onTarget)
    #expect(plan(patient())[.bloodPressure]?.state == .notKnown)
    #expect(plan(patient([.SBP: 92]))[.bloodPressure] == nil)
  }

  @Test func guidelinesAndYearsAreNotBlended() {
    func item(_ guideline: Guideline, _ age: Double) -> PreventionItem? {
      plan(patient(age: age, guideline: guideline, [.SBP: 134, .DBP: 70]))[.bloodPressure]
    }
    #expect(item(.escEacts2025, 75)?.source.year == 2024 && item(.escEacts2025, 75)?.state == .offTarget)
    #expect(item(.escEacts2021, 75)?.source.year == 2021 && item(.escEacts2021, 75)?.state == .onTarget)
    #expect(item(.escEacts2021, 60)?.state == .offTarget)
    #expect(item(.accAha2020, 75)?.source.identifier.contains("aha") == true)
  }

  @Test func theEndOfTheTargetRangeIsOnTargetAndBelowItIsTold() throws {
    func item(_ guideline: Guideline, _ age: Double, _ systolic: Double) throws -> PreventionItem {
      try #require(plan(patient(age: age, guideline: guideline, [.SBP: systolic, .DBP: 70]))[.bloodPressure])
    }
    let praise = "That is where it should be."
    for (guideline, age, last, first) in [
      (Guideline.escEacts2021, 60.0, 130.0, 120.0), (.escEacts2021, 75, 139, 130), (.escEacts2025, 60, 129, 120),
    ] {
      #expect(try item(guideline, age, last + 1).state == .offTarget, "\(guideline) \(age)")
      for inside in [first, last] {
        let found = try item(guideline, age, inside)
        #expect(found.state == .onTarget && found.patientText.contains(praise), "\(guideline) \(inside)")
      }
      let low = try item(guideline, age, first - 1)
      #expect(low.patientText.contains("below the target range") && !low.patientText.contains(praise))
      #expect(low.own?.contains("below the range") == true)
    }
    #expect(try item(.accAha2020, 60, 112).patientText.contains(praise))
    #expect(try item(.accAha2020, 60, 130).state == .offTarget)
    #expect(try item(.escEacts2021, 60, 131).own == "your systolic pressure is 131; the target is 120 to 130")
  }

  @Test func weightIsGivenAsWhatTheyCouldWeigh() {
    func weight(_ kilograms: Double, _ guideline: Guideline = .escEacts2025, _ history: [HistoryItem] = [])
      -> PreventionItem?
    {
      plan(
        patient(history: history, guideline: guideline) {
          $0.height = 170
          $0.weight = kilograms
        })[.weight]
    }
    #expect(
      weight(85)?.own == "your body mass index is 29.4; the target is 20 to 25, for your height 58 to 72 kg")
    #expect(weight(85, .accAha2020)?.own == "your weight is 85 kg; the target is 81 kg or less at first")
    #expect(weight(65)?.state == .onTarget && weight(50)?.state == .offTarget)
    #expect(weight(50, .accAha2020)?.patientText.contains("little") == true)
    #expect(weight(85, .escEacts2025, [.heartFailure])?.patientText.contains("water") == true)
    #expect(weight(85, .escEacts2025, [.pregnancy]) == nil)
    #expect(plan(patient())[.weight]?.state == .notKnown)
  }

  @Test func bloodFatsFollowTheRisk() {
    func fats(_ history: [HistoryItem]) -> PreventionItem? { plan(patient(history: history, [.LDL: 1.6]))[.lipids] }
    #expect(fats([.myocardialInfarction])?.own == "your LDL cholesterol is 1.6 mmol/L; the target is below 1.4")
    #expect(fats([.diabetes])?.state == .onTarget && fats([.diabetes])?.target?.contains("1.8") == true)
    #expect(fats([])?.target == "below 2.6 mmol/L (100 mg/dL)")
    #expect(plan(patient(history: []))[.lipids]?.state == .notKnown)
  }

  @Test func whatDoesNotApplyIsLeftOut() {
    let well = plan(patient(age: 60, sex: .male, history: [], [.hbA1c: 5.2]))
    for topic in [PreventionTopic.diabetes, .smoking, .pregnancy, .fluids, .heartFailureDrugs, .rheumaticFever] {
      #expect(well[topic] == nil, "\(topic)")
    }
    #expect(well[.streptococcalThroat] == nil)
    #expect(well[.intravenousDrugs]?.state == .general)
    #expect(well[.intravenousDrugs]?.patientText.contains("inject") == false)
    let ill = plan(
      patient(
        age: 28, sex: .female,
        history: [.diabetes, .smoking, .pregnancy, .heartFailure, .rheumaticFever, .intravenousDrugUse],
        [.hbA1c: 8.1]))
    for topic in PreventionTopic.allCases where ![.weight, .waist].contains(topic) {
      #expect(ill[topic] != nil, "\(topic)")
    }
    #expect(ill[.diabetes]?.own == "your HbA1c is 8.1 %; the target is below 7 %")
    #expect(ill[.intravenousDrugs]?.patientText.contains("needle programme") == true)
  }

  @Test func whatConcernsThePatientComesFirst() {
    let items = plan(patient(age: 60, sex: .male, history: [.heartFailure, .smoking], [.SBP: 150])).items
    let states = items.map(\.state.rawValue)
    #expect(states == states.sorted())
    #expect(items.first?.state == .pressing)
    #expect(Set(items.map(\.topic)).count == items.count)
  }

  @Test func alcoholIsNoneWhereTheHeartBearsNone() {
    #expect(plan(patient(history: [.atrialFibrillation]))[.alcohol]?.state == .pressing)
    #expect(plan(patient(history: [.dilatedCardiomyopathy]))[.alcohol]?.target == "none, or very little")
    #expect(plan(patient(history: []))[.alcohol]?.target == "at most 100 g a week")
    #expect(
      plan(patient(sex: .female, history: [], guideline: .accAha2020))[.alcohol]?.patientText.contains("one drink")
        == true)
    #expect(plan(patient(history: [.pregnancy]))[.alcohol]?.target == "none")
  }

  @Test func nobodyWhoIsVeryIllIsSentRunning() {
    #expect(plan(patient(nyha: .three))[.activity]?.target == nil)
    #expect(plan(patient { $0.presentation = .acute })[.activity]?.target == nil)
    #expect(plan(patient(nyha: .one))[.activity]?.target?.contains("150") == true)
    let thinned = plan(patient { $0.context.drugs = ["apixaban 5 mg bid"] })
    #expect(thinned[.sport]?.patientText.contains("blood thinner") == true)
    #expect(plan(patient())[.sport]?.patientText.contains("blood thinner") == false)
  }

  @Test func teethAgreeWithTheRules() {
    let prosthesis = plan(patient(history: [.prostheticValve]))[.teeth]
    #expect(prosthesis?.patientText.contains("You need an antibiotic") == true)
    #expect(prosthesis?.clinicianText.contains("amoxicillin 2 g") == true)
    let native = plan(patient(history: [.mitralProlapse]))[.teeth]
    #expect(native?.patientText.contains("You need no antibiotic") == true)
    let unknown = plan(patient())[.teeth]
    #expect(unknown?.patientText.contains("antibiotic") == false)
  }

  @Test func rheumaticProtectionNamesTheYear() {
    func item(_ guideline: Guideline, _ attack: String?, _ history: [HistoryItem] = [.rheumaticCarditis])
      -> PreventionItem?
    {
      plan(
        patient(age: 30, sex: .female, history: history, guideline: guideline) {
          $0.context.lastRheumaticAttack = attack.flatMap { CalendarDate($0) }
        })[.rheumaticFever]
    }
    #expect(item(.accAha2020, "2009")?.own == "yours lasts until 2036 at least")
    #expect(item(.escEacts2025, "2009")?.own == "yours was over in 2019")
    #expect(item(.escEacts2025, "2020")?.patientText.contains("until 2030") == true)
    #expect(item(.escEacts2025, nil)?.clinicianText.contains("context.lastRheumaticAttack") == true)
    let allergic = item(.accAha2020, "2020", [.rheumaticCarditis, .penicillinAllergy])
    #expect(allergic?.clinicianText.contains("sulfadiazine") == true)
    #expect(allergic?.patientText.contains("penicillin") == false)
  }

  @Test func drugsThatHarmAChildAreNamed() {
    func item(_ history: [HistoryItem], _ drugs: [String], age: Double = 33) -> PreventionItem? {
      plan(patient(age: age, sex: .female, history: history) { $0.context.drugs = drugs })[.pregnancy]
    }
    #expect(item([.pregnancy], ["ramipril 5 mg"])?.patientText.contains("call your team today") == true)
    #expect(item([], ["warfarin"])?.state == .pressing && item([], [])?.state == .general)
    #expect(item([], [], age: 60) == nil)
  }

  @Test(arguments: Guideline.allCases) func noDoseIsInThePatientsText(guideline: Guideline) {
    let everything = patient(
      age: 28, sex: .female, history: HistoryItem.allCases, nyha: .three, guideline: guideline,
      [.SBP: 150, .LDL: 4, .hbA1c: 8, .LVEF: 30])
    let one = patient(age: 70, sex: .male, history: [.rheumaticFever, .penicillinAllergy], guideline: guideline)
    for item in plan(everything).items + plan(one).items {
      for word in [" mg ", "mg/kg", "million units", " bid", "tablet", "clindamycin", "amoxicillin", "benzathine"] {
        let text = item.patientText + " " + (item.own ?? "")
        #expect(!text.contains(word) || text.contains("mg/dL"), "\(item.topic): \(word)")
      }
      #expect(item.patientText.hasSuffix(".") && item.clinicianText.hasSuffix("."), "\(item.topic)")
    }
  }

  @Test(arguments: Guideline.allCases) func thePatientsTextIsEasyToRead(guideline: Guideline) {
    let ill = patient(
      age: 28, sex: .female, history: HistoryItem.allCases, nyha: .three, guideline: guideline,
      [.SBP: 150, .LDL: 4, .hbA1c: 8, .LVEF: 30]
    ) { $0.context.drugs = ["warfarin", "ramipril"] }
    let well = patient(
      age: 25, sex: .female, history: [], nyha: .one, guideline: guideline, [.SBP: 122, .LDL: 1.4, .EROA: 0.05])
    for one in [ill, well, patient(guideline: guideline)] {
      let level = ReadingLevel(plan(one).items.map(\.patientText))
      #expect(level.grade <= 8, "grade \(level.grade)")
      #expect(level.longest <= 32, "a sentence of \(level.longest) words")
    }
  }
}
