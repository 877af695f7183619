// Acute severe leaks: what to do in shock, at a low and at a sufficient pressure; each rule fires and stays silent.

import Findings
import Guidelines
import Quantities
import Testing

extension Rule {
  var isAcute: Bool { id.contains("-AC") || id.hasPrefix("mitral-acute") || id == "mitral-emergency-call" }
}

private func rules(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> [String] {
  Judgement(record, guideline: guideline).recommendations.map(\.rule).filter(\.isAcute).map(\.id)
}

@Suite struct AcuteTests {
  private static func pressure(_ value: Double) -> ClinicalRecord {
    Sketches.acuteFlail.with { $0.measure([.SBP: value]) }
  }

  private static let torn = Sketches.acuteFlail.with { record in
    record.deny(.flail)
    record.see(.papillaryRupture)
  }

  /// Each rule with a patient for whom it holds and one for whom it does not.
  private static let pairs: [(id: String, holds: ClinicalRecord, silent: ClinicalRecord)] = [
    ("esc-2025-AC1", Sketches.acuteFlail, Sketches.flail),
    ("esc-2025-AC2", torn, Sketches.acuteFlail.with { $0.deny(.papillaryRupture, .perforation) }),
    ("esc-2025-AC2", torn, torn.with { $0.context.durableRepairLikely = true }),
    ("esc-2025-AC2", Sketches.acuteFlail.with { $0.history = [.activeEndocarditis] }, Sketches.flail),
    ("esc-2025-AC3", Sketches.acuteFlail, torn),
    (
      "esc-2025-AC4", Sketches.acuteFlail.with { $0.context.surgicalRisk = .high },
      Sketches.acuteFlail.with { $0.context.surgicalRisk = .low }
    ),
    ("esc-2025-AC5", pressure(100), pressure(99)),
    (
      "esc-2025-AC6", Sketches.acuteFlail.with { $0.measure([.CI: 2.1]) },
      Sketches.acuteFlail.with { $0.measure([.CI: 2.3]) }
    ),
    (
      "esc-2025-AC7", Sketches.acuteFlail.with { $0.symptoms = [.orthopnoea] },
      Sketches.acuteFlail.with { $0.measure([.PCWP: 14, .LAPmean: 14, .CVP: 5]) }
    ),
    ("esc-2025-AC8", pressure(85), pressure(95)),
    ("acc-2020-AC1", Sketches.acuteFlail, Sketches.flail),
    ("acc-2020-AC2", pressure(100), pressure(99)),
    ("acc-2020-AC3", pressure(85), pressure(120)),
    ("mitral-emergency-call", pressure(85), pressure(120)),
    ("mitral-emergency-call", sketch { $0.symptoms = [.strokeSigns] }, sketch { $0.symptoms = [.fatigue] }),
    ("mitral-acute-shock-surgery", pressure(89), pressure(90)),
    ("mitral-acute-shock-inotrope", pressure(89), pressure(90)),
    ("mitral-acute-shock-support", pressure(120).with { $0.measure([.lactate: 3]) }, pressure(120)),
    (
      "mitral-acute-shock-vasodilator",
      pressure(120).with {
        $0.measure([.CI: 1.7]); $0.symptoms = [.orthopnoea]
      },
      pressure(120).with {
        $0.measure([.CI: 1.9]); $0.symptoms = [.orthopnoea]
      }
    ),
    (
      "mitral-acute-echo",
      Sketches.acuteFlail.with {
        $0.unmeasure()
        $0.signs = QualitativeValues()
      }, Sketches.acuteFlail
    ),
    ("mitral-acute-surgery", Sketches.acuteFlail, Sketches.flail),
    (
      "mitral-acute-infarction",
      sketch {
        $0.presentation = .acute
        $0.history = [.recentMyocardialInfarction]
      },
      torn.with { $0.history = [.recentMyocardialInfarction] }
    ),
    (
      "mitral-acute-high-risk", Sketches.acuteFlail.with { $0.context.surgicalRisk = .prohibitive },
      Sketches.acuteFlail.with { $0.context.surgicalRisk = .low }
    ),
    ("mitral-acute-low-inotrope", pressure(99), pressure(100)),
    ("mitral-acute-low-vasodilator", pressure(95), pressure(105)),
    ("mitral-acute-bridge", pressure(100), pressure(99)),
    ("mitral-acute-bridge", pressure(130), pressure(130).with { $0.measure([.lactate: 4]) }),
    ("mitral-acute-low-inotrope", pressure(90), pressure(89)),
    ("mitral-acute-beta-blocker", Sketches.acuteFlail, Sketches.flail),
    ("mitral-acute-vasoconstrictor", Sketches.acuteFlail, Sketches.flail),
    ("mitral-acute-vasoconstrictor", pressure(90), pressure(89)),
  ]

  @Test func everyRuleHoldsForOneAndIsSilentForAnother() {
    for (id, holds, silent) in Self.pairs {
      guard let rule = RuleBook.rule(id) else {
        Issue.record("no rule \(id)")
        continue
      }
      for guideline in rule.sets {
        #expect(rules(holds, guideline).contains(id), "\(id)")
        #expect(!rules(silent, guideline).contains(id), "\(id)")
      }
    }
    for rule in RuleBook.rules where rule.isAcute { #expect(Self.pairs.contains { $0.id == rule.id }, "\(rule.id)") }
  }

  @Test(arguments: Guideline.allCases) func everyPressureFallsIntoOneOfThreeBranches(guideline: Guideline) {
    for value in stride(from: 60.0, through: 180, by: 0.5) {
      let found = rules(Self.pressure(value), guideline)
      let branches = ["mitral-acute-shock-surgery", "mitral-acute-low-inotrope", "mitral-acute-bridge"].filter(
        found.contains)
      #expect(branches.count == 1, "SBP \(value): \(branches)")
    }
  }

  @Test func noVasodilatorIsBothAdvisedAndAdvisedAgainst() {
    var dice = Dice(seed: 3)
    var bridged = 0
    for _ in 0..<manyRecords {
      let record = ClinicalRecord.random(&dice).with { $0.presentation = .acute }
      let found = Judgement(record, guideline: Guideline.allCases.randomElement(using: &dice) ?? .escEacts2025)
        .recommendations.map(\.rule).filter { $0.action == .vasodilatorBridge && $0.isAcute }
      if !found.isEmpty { bridged += 1 }
      #expect(Set(found.map(\.polarity)).count <= 1, "\(found.map(\.id))")
    }
    #expect(bridged > 50)
  }

  @Test(arguments: Guideline.allCases) func inShockNothingIsAdvisedTwice(guideline: Guideline) {
    let judgement = Judgement(Self.pressure(82), guideline: guideline)
    let found = judgement.recommendations.filter { $0.rule.isAcute }
    for action in [RecommendedAction.inotrope, .emergencySurgery, .mitralValveSurgery] {
      #expect(found.filter { $0.rule.action == action }.count == 1, "\(action)")
    }
    for one in found where one.rule.action == .mitralValveSurgery {
      #expect(one.overtakenBy?.id == "mitral-acute-shock-surgery")
    }
    // A pressure that is low already may need what a sound one forbids: no word against it, and one on when.
    #expect(!found.contains { $0.rule.action == .vasoconstrictor })
    #expect(
      found.contains { $0.rule.id == "mitral-acute-shock-support" && $0.rule.text.contains("a vasoconstrictor only") })
  }

  @Test func theBalloonOfEuropeIsForExceptions() {
    let found = Judgement(Self.pressure(82)).recommendations.map(\.rule)
    #expect(!found.contains { $0.action == .balloon })
    let exception = found.first { $0.id == "esc-2025-AC8" }
    #expect(exception?.action.title.hasSuffix("in exceptional cases only") == true)
    #expect(exception?.treatments == ["intra-aortic-balloon"])
    #expect(
      Judgement(Self.pressure(82), guideline: .accAha2020).recommendations.contains { $0.rule.action == .balloon })
  }

  @Test func noReasonIsToldTwiceInOneRecommendation() {
    let infected = Sketches.flail.with {
      $0.presentation = nil
      $0.history = [.activeEndocarditis]
    }
    let one = Judgement(infected).recommendations.first { $0.rule.id == "esc-2025-AC2" }
    #expect(one?.because.filter { $0.contains("active endocarditis") }.count == 1, "\(one?.because ?? [])")
  }

  @Test func anUnknownPressureIsAskedForAndNoBridgeIsGiven() {
    let judgement = Judgement(Sketches.acuteFlail.with { $0.forget(.SBP) })
    #expect(!judgement.recommendations.contains { $0.rule.action == .vasodilatorBridge })
    #expect(judgement.open.contains { $0.missing == "SBP" && $0.rules.contains { $0.id == "mitral-acute-bridge" } })
  }

  @Test func whatShockWouldShowIsToBeConfirmedBeforeTheBridge() {
    let judgement = Judgement(Self.pressure(120))
    let bridge = judgement.recommendations.first { $0.rule.id == "mitral-acute-bridge" }
    #expect(bridge?.toConfirm.isEmpty == false)
  }

  @Test func noGuidelineSpeaksForAnother() {
    for guideline in Guideline.allCases {
      for rule in rules(Self.pressure(85), guideline).compactMap(RuleBook.rule) {
        #expect([guideline.identifier, "mitral"].contains(rule.source.identifier), "\(rule.id)")
        #expect(rule.strength == nil && rule.level == nil, "\(rule.id)")
      }
    }
  }

  @Test func aTornMuscleIsAcuteEvenWhereNobodySaidSo() {
    let silent = Self.torn.with { $0.presentation = nil }
    #expect(rules(silent).contains("esc-2025-AC2"))
    #expect(rules(silent).contains("mitral-emergency-call"))
    #expect(!rules(silent.with { $0.presentation = .chronic }).contains("esc-2025-AC2"))
  }

  @Test func aTornValveCountsAsSevereUntilItIsSurelyGraded() {
    let ungraded = Sketches.acuteFlail.with { record in
      for id in [FindingID.EROA, .RVol, .RF] { record.forget(id) }
    }
    #expect(rules(ungraded).contains("esc-2025-AC3") && rules(ungraded).contains("mitral-acute-bridge"))
    let sound = ungraded.with { $0.deny(.flail) }
    #expect(!rules(sound).contains("esc-2025-AC1"))
    let small = ungraded.with { record in
      record.deny(.flail)
      record.lesions = ["flail-leaflet"]
      record.measure([.EROA: 0.1, .RVol: 15, .RF: 12])
    }
    #expect(!rules(small).contains("esc-2025-AC1"))
  }

  @Test func theOrdinaryPatientIsNotAskedForCatheterValues() {
    for question in Judgement(Sketches.flail).open {
      #expect(!["lactate", "PCWP", "CI", "papillaryRupture"].contains(question.missing), "\(question.missing)")
    }
  }
}
