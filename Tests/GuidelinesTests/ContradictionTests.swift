// What is said of one patient does not contradict itself: narrow valves and torn ones are not harmless however little they
// leak, a mended valve is no torn one, weak hearts are not told of small leaks alone, and alarm grows in steps.

import Findings
import Guidelines
import Quantities
import Testing

private func judged(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> Judgement {
  Judgement(record, guideline: guideline)
}

private func text(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> String {
  PlainWords(judged(record, guideline)).text
}

private func urgency(_ record: ClinicalRecord) -> Urgency { judged(record).urgency.urgency }

/// What makes light of a leak.
private let light = [
  "no cause for alarm", "do not strain the heart", "needs no treatment", "good news", "does no harm", "only 4 went",
  "every 3 to 5 years",
]

private func expectNothingLight(_ text: String, _ who: String) {
  for word in light { #expect(!text.contains(word), "\(who): \(word)") }
}

private let mild = Patients.mild(Patients.primary)

@Suite struct NarrowValveTests {
  private static let narrow = mild.with {
    $0.see([.rheumaticLeaflets], not: [.prolapse])
    $0.set([.MVA: 0.7, .MVmeanGradient: 20, .LAPmean: 26])
  }

  @Test(arguments: Guideline.allCases) func aNarrowValveIsNeverHarmless(guideline: Guideline) {
    for record in [Self.narrow, Self.narrow.with { $0.set([.MVA: 1.5, .LAPmean: 12]) }] {
      let found = judged(record, guideline)
      let told = text(record, guideline)
      expectNothingLight(told, guideline.identifier)
      #expect(told.contains("too narrow") && told.contains("Heart doctors must look at this."))
      #expect(!found.recommendations.contains { $0.rule.action == .watchfulWaiting })
      #expect(found.recommendations.contains { $0.rule.id == "mitral-narrow" })
      #expect(found.cautions.contains { $0.kind == .stenosis && $0.text.contains("ESC/EACTS") })
    }
    #expect(text(mild, guideline).contains("no cause for alarm"), "the control")
  }

  @Test func theGradeOfTheNarrowingIsNamed() {
    func told(_ edit: (inout ClinicalRecord) -> Void) -> String {
      judged(mild.with(edit)).cautions.filter { $0.kind == .stenosis }.map(\.text).joined()
    }
    #expect(told { $0.set(.MVA, 1) }.contains("very severe by ACC/AHA 2020"))
    let severe = told { $0.set(.MVA, 1.2) }
    #expect(severe.contains("severe by ACC/AHA 2020") && !severe.contains("very severe"))
    #expect(told { $0.set([.MVA: 5, .MVmeanGradient: 12]) }.contains("by its mean gradient"))
    #expect(told { $0.set(.MVA, 1.6) }.isEmpty)
  }

  @Test func aNarrowValveWithSymptomsOrHighPressuresIsSoon() {
    let calm = Self.narrow.with { $0.set(.LAPmean, 12) }
    #expect(urgency(calm) == .routine && judged(calm).followUp?.months == 12...12)
    #expect(urgency(Self.narrow) == .soon)
    #expect(urgency(calm.with { $0.symptoms = [.exertionalDyspnoea] }) == .soon)
    #expect(urgency(calm.with { $0.set(.PASP, 60) }) == .soon)
    let breathless = text(calm.with { $0.symptoms = [.exertionalDyspnoea] })
    #expect(breathless.contains("The narrow valve can be the reason.") && !breathless.contains("another reason"))
  }

  @Test func anArtificialValveHasLimitsOfItsOwn() {
    let replaced = Self.narrow.with { $0.treatments = ["replacement-biological"] }
    #expect(!judged(replaced).cautions.contains { $0.kind == .stenosis } && !text(replaced).contains("too narrow"))
  }

  @Test func aGradientThatALargeLeakMakesIsNoStenosis() {
    let flow = Patients.primary.with { $0.set([.MVA: 5, .MVmeanGradient: 12]) }
    #expect(!judged(flow).cautions.contains { $0.kind == .stenosis })
    let unmeasured = flow.with { $0.set(.MVA, nil) }
    #expect(!judged(unmeasured).cautions.contains { $0.kind == .stenosis })
  }
}

/// Of a heart that nobody measured everything comes from its computation.
@Suite struct ComputedHeartTests {
  private func text(_ values: [(FindingID, Double)], _ edit: (inout ClinicalRecord) -> Void = { _ in }) -> String {
    var simulated = FindingValues()
    for (id, value) in [(FindingID.SBP, 118), (.LVEF, 62), (.HR, 70), (.LVEDV, 130), (.CI, 2.9)] + values {
      simulated[id] = value
    }
    var record = ClinicalRecord(today: Patients.day)
    edit(&record)
    return PlainWords(Judgement(record, simulated: simulated)).text
  }

  @Test func whatItComputesIsHeard() {
    let small: [(FindingID, Double)] = [(.EROA, 0.1), (.RVol, 14), (.RF, 14), (.LAPmean, 11)]
    expectNothingLight(text(small + [(.MVA, 0.7), (.MVmeanGradient, 20), (.LAPmean, 27)]), "narrow")
    expectNothingLight(text(small + [(.LVEF, 30)]), "weak")
    expectNothingLight(text(small + [(.CI, 1.7)]), "little flow")
    expectNothingLight(text(small) { $0.lesions = ["flail-leaflet"] }, "torn")
    #expect(text(small) { $0.lesions = ["prolapse"] }.contains("no cause for alarm"))
    #expect(text([(.EROA, 0), (.RVol, 0), (.RF, 0), (.LAPmean, 8), (.MVA, 5)]).contains("That is good news."))
  }

  @Test func aComputedHeartWithANewValveIsNotTorn() {
    let told = text([(.RVol, 3), (.EROA, 0.02), (.RF, 3)]) {
      $0.presentation = .acute
      $0.lesions = ["papillary-muscle-rupture"]
      $0.treatments = ["replacement-mechanical"]
    }
    #expect(told.contains("made of metal") && !told.contains("torn") && !told.contains("Go to a hospital"))
  }
}

@Suite struct MendedValveTests {
  private static let torn = Patients.mild(Patients.acute).with {
    $0.symptoms = []
    $0.see([.papillaryRupture], not: [.flail])
    $0.lesions = ["papillary-muscle-rupture"]
  }

  @Test(arguments: ["repair", "leaflet-repair", "annuloplasty", "edge-to-edge", "replacement-mechanical"])
  func aTornValveThatIsMendedIsNoEmergency(treatment: String) {
    #expect(urgency(Self.torn) == .emergency)
    let mended = Self.torn.with { $0.treatments = [treatment] }
    #expect(urgency(mended) == .routine, "\(treatment): \(judged(mended).urgency.rules.map(\.id))")
    #expect(!judged(mended).recommendations.contains { $0.rule.action == .emergencyCall })
    let told = text(mended)
    for word in ["has torn", "is torn", "Call for help now", "Go to a hospital today"] {
      #expect(!told.contains(word), "\(treatment): \(word)")
    }
    #expect(
      told.contains("antibiotic before some dental work") || told.contains("Ask your heart doctor whether you need"))
  }

  @Test func aRepairThatLeaksMuchIsAnEmergencyStill() {
    let open = Self.torn.with {
      $0.treatments = ["repair"]; $0.set([.EROA: 0.5, .RVol: 70, .RF: 58])
    }
    #expect(urgency(open) == .emergency)
  }

  @Test func aReplacedValveIsToldAsReplaced() {
    let replaced = Self.torn.with { $0.treatments = ["replacement-mechanical"] }
    let first = ClinicalSummary(judged(replaced)).lines.first ?? ""
    #expect(first.contains("he mitral valve has been replaced by a mechanical one"))
    for word in ["flail", "undetermined", "torn"] { #expect(!first.contains(word), "\(word)") }
    #expect(judged(mild).picture.treatedValve == nil)
    #expect(text(replaced).contains("How is my new valve checked") && !text(replaced).contains("how big the leak is"))
    #expect(judged(replaced).picture.cause.meaning == "of a valve that has been replaced")
  }
}

@Suite struct AlarmTests {
  @Test func whoFaintedIsSentToHospitalWhateverTheLeak() {
    for record in [mild, Patients.primary, PlainPeople.none, PlainPeople.empty] {
      let fainted = record.with { $0.symptoms = [.syncope, .chestPain] }
      #expect(urgency(fainted) == .urgent)
      expectNothingLight(text(fainted), "fainted")
      #expect(text(fainted).contains("Do not drive yourself."))
    }
  }

  @Test func chestPainIsNeverRoutine() {
    for record in [mild, Patients.primary] {
      let hurting = record.with { $0.symptoms = [.chestPain] }
      #expect(urgency(hurting) == .soon && text(hurting).contains("if it lasts more than 10 minutes"))
    }
  }

  @Test func anAcuteSevereLeakWithBreathlessnessAtRestIsAnEmergency() {
    let told = text(Patients.acute)
    #expect(urgency(Patients.acute) == .emergency)
    #expect(told.contains("Call the emergency number now. Do not drive yourself."))
    #expect(urgency(Patients.acute.with { $0.symptoms = [.exertionalDyspnoea] }) == .urgent)
  }

  /// From no alarm to the emergency number no step is left out as the pressure falls.
  @Test func alarmGrowsInStepsAsThePressureFalls() {
    let weak = Patients.primary.with {
      $0.see([.flail])
      $0.set([.LAPmean: 24, .CI: 2])
    }
    let steps = stride(from: 130.0, through: 70, by: -0.5).map { pressure in
      urgency(weak.with { $0.set(.SBP, pressure) }).rank
    }
    #expect(steps == steps.sorted() && Set(steps) == [1, 2, 3])
  }

  @Test func shockNeedsALowPressureAndTooLittleFlowAtAHighFillingPressure() {
    func moderate(_ edit: (inout ClinicalRecord) -> Void) -> Urgency { urgency(PlainPeople.moderate.with(edit)) }
    #expect(moderate { $0.set([.SBP: 88, .CI: 2.06, .LAPmean: 11]) } == .urgent)
    #expect(moderate { $0.set([.SBP: 88, .CI: 2.2, .LAPmean: 20]) } == .emergency)
    #expect(moderate { $0.set([.SBP: 88, .CI: 2.2, .LAPmean: 14]) } == .urgent)
    #expect(moderate { $0.set([.SBP: 88, .CI: 2.8, .LAPmean: 14]) } == .soon)
    #expect(moderate { $0.set([.SBP: 105, .CI: 2.2, .LAPmean: 20]) } == .routine)
  }
}

@Suite struct SmallLeakTests {
  private static let failing = Patients.mild(Patients.ventricular).with { $0.set([.LVEF: 34, .LAPmean: 18]) }

  @Test(arguments: Guideline.allCases) func aSmallLeakOfAWeakHeartIsFollowedByTheHeart(guideline: Guideline) {
    for record in [Self.failing, mild.with { $0.set(.LVEF, 40) }] {
      let told = text(record, guideline)
      expectNothingLight(told, guideline.identifier)
      #expect(!told.contains("It may not be the heart"))
      #expect(told.contains("the heart around it needs care"))
      #expect((judged(record, guideline).followUp?.months.upperBound ?? 0) <= 12)
    }
    #expect(text(Self.failing, guideline).contains("The weak heart can be the reason."))
  }

  @Test(arguments: Guideline.allCases) func aTornChordIsNotHarmlessForASmallMeasuredLeak(guideline: Guideline) {
    let torn = mild.with { $0.see([.flail]) }
    let found = judged(torn, guideline)
    expectNothingLight(text(torn, guideline), guideline.identifier)
    #expect(text(torn, guideline).contains("one more look is needed"))
    #expect(found.followUp?.months == 6...6 && found.cautions.contains { $0.kind == .tornButSmall })
    #expect(found.recommendations.contains { $0.rule.id == "mitral-torn-small" })
    #expect(urgency(torn.with { $0.symptoms = [.exertionalDyspnoea] }) == .soon)
    #expect(urgency(torn.with { $0.presentation = .acute }) == .urgent)
  }

  @Test func aClottedValveIsNotToldThatItNeedsNoTreatment() {
    for treated in [[], ["replacement-mechanical"]] {
      let clotted = mild.with {
        $0.history = [.prostheticValve]
        $0.treatments = treated
        $0.symptoms = [.exertionalDyspnoea]
      }
      #expect(urgency(clotted) == .soon)
      expectNothingLight(text(clotted), "clotted")
    }
  }

  @Test func whoHasNoLeakIsNotToldOfOne() {
    let none = text(PlainPeople.none)
    #expect(none.contains("Your valve gives no cause for alarm.") && !none.contains("Your leak"))
    let unsure = PlainPeople.none.with {
      _ = $0.signs.say("severe", for: .MRgrade)
      $0.set([.EROA: 0, .RVol: 0, .RF: 0])
    }
    let severity = judged(unsure).picture.severity
    #expect(severity.grade == SeverityGrade.none && severity.confidence == .indeterminate)
    #expect(text(unsure).contains("seems not to leak") && !text(unsure).contains("looks small"))
    let sent = text(unsure.with { $0.history = [.activeEndocarditis] })
    #expect(sent.contains("that a heart valve may leak") && !sent.contains("that a heart valve leaks"))
  }

  @Test func nothingLightIsSaidBesideWhatWeighs() {
    for judgement in PlainPeople.judgements {
      let kinds = judgement.cautions.map(\.kind)
      guard kinds.contains(.stenosis) || kinds.contains(.tornButSmall) || judgement.urgency.urgency > .routine else {
        continue
      }
      expectNothingLight(PlainWords(judgement).text, "\(kinds)")
    }
  }

  @Test func noSportIsFreeWithANarrowOrTornValveOrAWeakHeart() {
    #expect(text(mild).contains("does not keep you from any sport"))
    for change: (inout ClinicalRecord) -> Void in [
      { $0.set(.MVA, 1.2) }, { $0.see([.flail]) }, { $0.set(.LVEF, 45) },
    ] {
      #expect(!text(mild.with(change)).contains("does not keep you from any sport"))
    }
  }

  /// The same words go with a report, with a fitted heart and with a computed one that is nobody's.
  @Test func theWordsFitAHeartThatHasNoReport() {
    for judgement in PlainPeople.judgements {
      let told = PlainWords(judgement).text
      for word in ["report", "model of your heart"] { #expect(!told.contains(word), "\(word)") }
    }
  }
}
