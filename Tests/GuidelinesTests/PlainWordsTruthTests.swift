// The text for the person never contradicts the rules, and says what is true of this person.

import Findings
import Guidelines
import Quantities
import Testing

private func text(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> String {
  PlainWords(Judgement(record, guideline: guideline)).text
}

/// The sentences that speak for waiting.
private let waiting = [
  "Checks at fixed times", "needs no treatment", "No treatment of the valve is needed", "do more harm",
]

private func indicates(_ judgement: Judgement, _ strength: RecommendationClass) -> Bool {
  let actions: [RecommendedAction] = [
    .mitralValveSurgery, .mitralValveRepair, .mitralValveReplacement, .intervention, .teer, .surgeryWithCABG,
  ]
  return judgement.recommendations.contains { one in
    one.rule.polarity == .perform && one.rule.strength == strength && actions.contains(one.rule.action)
      && !one.rule.saysHow
  }
}

@Suite struct PlainWordsTruthTests {
  @Test func nobodyIsToldToWaitWhomTheRulesWouldTreat() {
    var seen = 0
    for judgement in PlainPeople.judgements {
      let text = PlainWords(judgement).text
      let strengths: [RecommendationClass] = [.one, .twoA, .twoB]
      guard strengths.contains(where: { indicates(judgement, $0) }) || judgement.urgency.urgency > .routine else {
        continue
      }
      seen += 1
      for word in waiting { #expect(!text.contains(word), "\(word)") }
      let lower = text.lowercased().replacing("do not wait", with: "")
      #expect(!lower.contains(" wait"))
    }
    #expect(seen > 300)
  }

  @Test func theLeadIsAsStrongAsTheRules() {
    for judgement in PlainPeople.judgements where judgement.urgency.urgency < .urgent {
      let text = PlainWords(judgement).text
      let acute = judgement.recommendations.contains {
        $0.rule.strength == nil && $0.rule.polarity == .perform
          && [.mitralValveSurgery, .mitralValveRepair, .teer].contains($0.rule.action)
      }
      if acute { continue }
      let isAdvised = indicates(judgement, .one)
      #expect(text.contains("The rules for doctors advise to treat your valve") == isAdvised)
      let isWorth = !isAdvised && indicates(judgement, .twoA)
      #expect(text.contains("worth thinking about treating your valve") == isWorth)
      let canBe = !isAdvised && !isWorth && indicates(judgement, .twoB)
      #expect(text.contains("treating your valve can be a choice") == canBe)
    }
  }

  @Test func waitingIsExplainedWhereTheRulesSpeakForIt() {
    #expect(text(Patients.primary).contains("an operation now may do more harm than good"))
    #expect(text(PlainPeople.moderate).contains("No treatment of the valve is needed now"))
    #expect(text(PlainPeople.mild).contains("A leak this small needs no treatment."))
  }

  @Test(arguments: Guideline.allCases) func nobodyWithAnArtificialValveIsToldToDoWithoutAntibiotic(guideline: Guideline)
  {
    for treatment in PlainPeople.treatments {
      let told = text(PlainPeople.treated(treatment), guideline)
      #expect(!told.contains("You need no antibiotic"), "\(treatment)")
      #expect(told.contains("antibiotic before some dental work") || told.contains("whether you need an antibiotic"))
    }
    for judgement in PlainPeople.judgements {
      let record = judgement.picture.record
      let items: [HistoryItem] = [.prostheticValve, .endocarditis, .activeEndocarditis, .cyanoticHeartDisease]
      let isAtRisk =
        record.treatments.contains { PlainPeople.treatments.contains($0) }
        || items.contains { record.lists($0) == true }
      if isAtRisk { #expect(!PlainWords(judgement).text.contains("You need no antibiotic")) }
    }
    if guideline != .escEacts2021 { #expect(text(PlainPeople.moderate, guideline).contains("You need no antibiotic")) }
  }

  @Test func anIllValveThatIsMendedIsToldDifferently() {
    let told = PlainPeople.treatments.map { text(PlainPeople.treated($0)) }
    for text in told { #expect(!text.contains("mends your own valve")) }
    #expect(told[0].contains("has been repaired") && told[3].contains("has a clip"))
    #expect(told[4].contains("made of metal") && told[4].contains("A metal valve needs one certain kind of it."))
    #expect(told[5].contains("made from tissue"))
    for text in told[4...] { #expect(!text.contains("too loose"), "the valve that was ill is gone") }
    let unclear = text(Patients.primary.with { $0.history = [.prostheticValve] })
    #expect(unclear.contains("If it is the mitral valve, parts of this text do not fit you."))
  }

  @Test func everyMechanismHasItsOwnWords() {
    let texts = ValveMechanism.allCases.map { text(PlainPeople.mechanism($0)) }
    #expect(Set(texts).count == ValveMechanism.allCases.count)
    let calcified = text(PlainPeople.mechanism(.calcification))
    #expect(calcified.contains("Chalk has grown in the ring"))
    let scarred = text(PlainPeople.mechanism(.tethering).with { $0.history = [.myocardialInfarction] })
    #expect(scarred.contains("After the heart attack"))
    let radiated = text(PlainPeople.mechanism(.fibrosis).with { $0.history = [.chestRadiation] })
    #expect(radiated.contains("Radiation to the chest"))
    #expect(text(PlainPeople.mechanism(.fibrosis)).contains("Some drugs can do that"))
    #expect(text(PlainPeople.mechanism(.cleft)).contains("split since birth"))
    let mixed = text(Patients.breathless.with { $0.see([.prolapse, .tenting]) })
    #expect(mixed.contains("Two things make it leak.") && !mixed.contains("The flaps are sound."))
  }

  @Test func aSmallLeakIsNoReasonForAlarmAndNotBlamedForComplaints() {
    let mild = text(PlainPeople.mild)
    #expect(mild.contains("Small leaks are common.") && mild.contains("Your leak gives no cause for alarm."))
    let breathless = text(PlainPeople.mild.with { $0.symptoms = [.exertionalDyspnoea] })
    #expect(breathless.contains("too small to explain this") && !breathless.contains("blood backs up"))
    #expect(text(Patients.breathless).contains("blood backs up in the lungs"))
    #expect(text(PlainPeople.none).contains("Your valve does not leak. That is good news."))
    for judgement in PlainPeople.judgements where judgement.urgency.urgency > .routine {
      let told = PlainWords(judgement).text
      for word in ["good news", "no cause for alarm", "It does no harm", "They do not strain"] {
        #expect(!told.contains(word), "\(word)")
      }
    }
  }

  @Test func whatIsNotKnownIsNotClaimed() {
    let empty = text(PlainPeople.empty)
    #expect(empty.contains("It is not known whether your valve leaks, or how much."))
    for word in ["In a study", "Move on most days", "squeezes well", "Your leak is"] {
      #expect(!empty.contains(word), "\(word)")
    }
    for judgement in PlainPeople.judgements where judgement.picture.severity.confidence == .indeterminate {
      let told = PlainWords(judgement).text
      for word in ["Your leak is small", "Your leak is big", "Your leak is of medium", "In a study"] {
        #expect(!told.contains(word), "\(word)")
      }
    }
    let open = text(PlainPeople.indeterminate)
    #expect(open.contains("is not sure"))
  }

  @Test func theOwnPressureStandsBesideTheAim() {
    let record = PlainPeople.moderate.with { $0.set(.SBP, 148) }
    #expect(text(record).contains("Your upper blood pressure is 148. Aim for below 130."))
    #expect(!text(PlainPeople.moderate).contains("Aim for below 130"))
  }

  @Test func theNextCheckIsNamed() {
    #expect(text(Patients.primary).contains("Go for a check with a heart scan every 6 months"))
    #expect(text(PlainPeople.moderate).contains("heart scan every 1 to 2 years"))
  }

  @Test func sportFollowsTheRules() {
    #expect(text(PlainPeople.mild).contains("Your leak does not keep you from any sport."))
    #expect(text(PlainPeople.mild.with { $0.set(.LVEF, 52) }).contains("No races or matches for now."))
    let thinned = PlainPeople.mild.with {
      $0.rhythm = .atrialFibrillation
      $0.history = [.atrialFibrillation]
      $0.context.drugs = ["apixaban 5 mg"]
    }
    #expect(text(thinned).contains("Leave out sports with blows or falls"))
  }

  @Test func drugsThatHarmTheChildAreSpokenOf() {
    let told = text(PlainPeople.pregnant)
    #expect(told.contains("You are pregnant.") && told.contains("Some of your drugs can harm the child"))
    let before = text(PlainPeople.pregnant.with { $0.history = [] })
    #expect(before.contains("If you think of having a child"))
  }

  @Test func everyActionThatAPersonShouldKnowIsInAnOption() {
    let expected: [(RecommendedAction, String)] = [
      (.teer, "A clip."), (.resynchronisation, "A special pacemaker."), (.furtherImaging, "One more look."),
      (.gradeAgain, "A new scan once"), (.coronaryIntervention, "Opening the arteries"),
      (.advancedTherapy, "very weak hearts"), (.surgeryWithCABG, "same operation as the arteries"),
      (.heartFailureTherapy, "Drugs for a weak heart."), (.oralAnticoagulation, "lood thinner"),
      (.heartTeam, "A meeting of your heart team."), (.loopDiuretic, "Water pills."), (.otherCause, "another reason"),
      (.mitralValveSurgery, "operation"), (.mitralValveRepair, "A repair."), (.balloon, "at times a pump"),
    ]
    for (action, words) in expected {
      let found = PlainPeople.judgements.contains { judgement in
        judgement.recommendations.contains { $0.rule.action == action && $0.rule.polarity == .perform }
          && PlainWords(judgement).text.contains(words)
      }
      #expect(found, "\(action)")
    }
  }
}
