// How soon: every rule fires and stays silent, reasons are true, and a red flag never lowers the urgency.

import Findings
import Guidelines
import Quantities
import Testing

private func urgency(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> UrgencyJudgement {
  Judgement(record, guideline: guideline).urgency
}

@Suite struct UrgencyTests {
  private static let mild = Sketches.flail.with {
    $0.deny(.flail); $0.see(.prolapse); $0.measure([.EROA: 0.1, .RVol: 15, .RF: 12])
  }
  private static let acuteModerate = mild.with {
    $0.presentation = .acute; $0.measure([.EROA: 0.25, .RVol: 38, .RF: 34])
  }

  /// Each rule with a patient for whom it decides, and one who differs in what it asks for.
  private static let pairs: [(id: String, holds: ClinicalRecord, silent: ClinicalRecord)] = [
    (
      "urgency-acute-shock", Sketches.acuteFlail.with { $0.measure([.SBP: 89]) },
      Sketches.acuteFlail.with { $0.measure([.SBP: 90]) }
    ),
    (
      "urgency-pulmonary-oedema", Sketches.flail.with { $0.symptoms = [.pinkSputum] },
      Sketches.flail.with { $0.symptoms = [.orthopnoea] }
    ),
    (
      "urgency-pulmonary-oedema",
      Sketches.flail.with {
        $0.symptoms = [.restDyspnoea]; $0.measure([.PCWP: 26])
      },
      Sketches.flail.with {
        $0.symptoms = [.restDyspnoea]; $0.measure([.PCWP: 25])
      }
    ),
    (
      "urgency-papillary-rupture", sketch { $0.see(.papillaryRupture) }, sketch { $0.deny(.papillaryRupture) }
    ),
    (
      "urgency-papillary-rupture", sketch { $0.lesions = ["papillary-muscle-rupture"] },
      sketch { $0.lesions = ["flail-leaflet"] }
    ),
    (
      "urgency-infarction",
      sketch {
        $0.presentation = .acute
        $0.history = [.recentMyocardialInfarction]
        $0.symptoms = [.restDyspnoea]
      },
      sketch {
        $0.presentation = .acute
        $0.history = [.recentMyocardialInfarction]
        $0.symptoms = [.exertionalDyspnoea]
      }
    ),
    (
      "urgency-prosthesis",
      sketch {
        $0.treatments = ["replacement-mechanical"]
        $0.symptoms = [.exertionalDyspnoea]
      },
      sketch {
        $0.treatments = ["repair"]
        $0.symptoms = [.exertionalDyspnoea]
      }
    ),
    (
      "urgency-doac",
      sketch {
        $0.treatments = ["replacement-mechanical"]
        $0.context.drugs = ["apixaban 5 mg"]
      },
      sketch {
        $0.treatments = ["replacement-mechanical"]
        $0.context.drugs = ["warfarin"]
      }
    ),
    (
      "urgency-acute-rest", Sketches.acuteFlail.with { $0.symptoms = [.restDyspnoea] }, Sketches.acuteFlail
    ),
    (
      "urgency-acute-torn",
      Sketches.acuteFlail.with { $0.measure([.EROA: 0.1, .RVol: 15, .RF: 12]) },
      Sketches.acuteFlail.with {
        $0.measure([.EROA: 0.1, .RVol: 15, .RF: 12]); $0.treatments = ["repair"]
      }
    ),
    (
      "urgency-acute-congested", Self.acuteModerate.with { $0.measure([.LAPmean: 19]) },
      Self.acuteModerate.with { $0.measure([.LAPmean: 18]) }
    ),
    ("urgency-syncope", sketch { $0.symptoms = [.syncope] }, sketch { $0.symptoms = [.palpitations] }),
    (
      "urgency-near-shock", Sketches.flail.with { $0.measure([.SBP: 89]) },
      Sketches.flail.with { $0.measure([.SBP: 91]) }
    ),
    (
      "urgency-near-shock", Sketches.flail.with { $0.measure([.SBP: 95, .CI: 2.2, .LAPmean: 24]) },
      Sketches.flail.with { $0.measure([.SBP: 100, .CI: 2.2, .LAPmean: 24]) }
    ),
    (
      "urgency-severe-congested", Sketches.flail.with { $0.measure([.LAPmean: 24]) },
      Sketches.flail.with { $0.measure([.LAPmean: 18]) }
    ),
    (
      "urgency-narrow", Self.mild.with { $0.measure([.MVA: 1.5, .LAPmean: 24]) },
      Self.mild.with { $0.measure([.MVA: 1.6, .LAPmean: 24]) }
    ),
    (
      "urgency-narrow", Self.mild.with { $0.measure([.MVmeanGradient: 12, .HR: 70, .PASP: 55]) },
      Self.mild.with { $0.measure([.MVmeanGradient: 12, .HR: 120, .PASP: 55]) }
    ),
    (
      "urgency-torn-symptoms",
      Self.mild.with {
        $0.see(.flail); $0.symptoms = [.fatigue]
      },
      Self.mild.with { $0.symptoms = [.fatigue] }
    ),
    (
      "urgency-low-pressure", Self.mild.with { $0.measure([.EROA: 0.25, .RVol: 38, .RF: 34, .SBP: 88]) },
      Self.mild.with { $0.measure([.SBP: 88]) }
    ),
    ("urgency-chest-pain", Self.mild.with { $0.symptoms = [.chestPain] }, Self.mild),
    ("urgency-stroke", sketch { $0.symptoms = [.strokeSigns] }, sketch { $0.symptoms = [.syncope] }),
    ("urgency-stroke", sketch { $0.symptoms = [.confusion] }, sketch { $0.symptoms = [] }),
    ("urgency-shock", sketch { $0.measure([.lactate: 2.5]) }, sketch { $0.measure([.lactate: 1.5]) }),
    ("urgency-acute-severe", Sketches.acuteFlail, Sketches.acuteFlail.with { $0.presentation = .chronic }),
    (
      "urgency-acute-ungraded", sketch { $0.presentation = .acute },
      sketch {
        $0.presentation = .acute
        $0.measure([.EROA: 0.1, .RVol: 15, .RF: 12])
      }
    ),
    (
      "urgency-endocarditis", sketch { $0.history = [.activeEndocarditis] }, sketch { $0.history = [.endocarditis] }
    ),
    (
      "urgency-endocarditis", Sketches.flail.with { $0.measure([.temperature: 38]) },
      Sketches.flail.with { $0.measure([.temperature: 37.9]) }
    ),
    (
      "urgency-endocarditis",
      sketch {
        $0.symptoms = [.fever]; $0.history = [.prostheticValve]
      },
      sketch {
        $0.symptoms = [.fever]; $0.history = []; $0.measure([.EROA: 0, .RVol: 0, .RF: 0])
      }
    ),
    ("urgency-nyha-four", sketch { $0.nyha = .four }, sketch { $0.nyha = .three }),
    ("urgency-nyha-four", sketch { $0.symptoms = [.restDyspnoea] }, sketch { $0.symptoms = [.exertionalDyspnoea] }),
    ("urgency-severe-symptoms", Sketches.flail.with { $0.symptoms = [.fatigue] }, Sketches.flail),
    (
      "urgency-perhaps-severe-symptoms",
      sketch {
        $0.symptoms = [.fatigue]; $0.history = [.dilatedCardiomyopathy]; $0.see(.tenting)
        $0.measure([.EROA: 0.28, .RVol: 62, .RF: 52, .LVEF: 31])
      }, Sketches.flail.with { $0.symptoms = [.fatigue] }
    ),
    ("urgency-severe-failing", Sketches.flail.with { $0.measure([.LVEF: 60]) }, Sketches.flail),
    (
      "urgency-new-fibrillation", Sketches.flail.with { $0.rhythm = .atrialFibrillation },
      Sketches.flail.with {
        $0.rhythm = .atrialFibrillation; $0.history = [.atrialFibrillation]
      }
    ),
  ]

  @Test func everyRuleHoldsForOneAndIsSilentForAnother() {
    for (id, holds, silent) in Self.pairs {
      #expect(urgency(holds).rules.contains { $0.id == id }, "\(id)")
      #expect(!urgency(holds).because.isEmpty)
      #expect(!urgency(silent).rules.contains { $0.id == id }, "\(id)")
    }
    for rule in UrgencyRule.all { #expect(Self.pairs.contains { $0.id == rule.id }, "\(rule.id)") }
  }

  @Test func theFourUrgenciesAreInOrder() {
    #expect(UrgencyRule.all.map(\.urgency) == UrgencyRule.all.map(\.urgency).sorted(by: >))
    #expect(urgency(Sketches.acuteFlail.with { $0.measure([.SBP: 85]) }).urgency == .emergency)
    #expect(urgency(Sketches.acuteFlail).urgency == .urgent)
    #expect(urgency(Sketches.flail.with { $0.symptoms = [.fatigue] }).urgency == .soon)
    #expect(urgency(Sketches.flail).urgency == .routine && urgency(Sketches.flail).because.isEmpty)
  }

  @Test func aSecondaryLeakIsSoonWhereItsVentricleIsWeak() {
    let held = Sketches.flail.with {
      $0.deny(.flail); $0.see(.tenting); $0.measure([.LVEF: 49])
    }
    #expect(urgency(held).urgency == .soon)
    #expect(urgency(held.with { $0.measure([.LVEF: 52]) }).urgency == .routine)
  }

  @Test func whatCouldRaiseItIsAskedForAndBedsideValuesOnlyInTheIll() {
    #expect(urgency(sketch { _ in }).couldRise.contains("symptoms"))
    #expect(!urgency(Sketches.flail).couldRise.contains("lactate"))
    #expect(urgency(Sketches.acuteFlail).couldRise.contains("lactate"))
    #expect(urgency(sketch { $0.see(.papillaryRupture) }).couldRise.isEmpty)
  }

  @Test func aRedFlagNeverLowersTheUrgency() {
    let flags: [(String, (inout ClinicalRecord) -> Void)] = [
      ("pink sputum", { $0.symptoms = ($0.symptoms ?? []).filter { $0 != .pinkSputum } + [.pinkSputum] }),
      ("stroke", { $0.symptoms = ($0.symptoms ?? []).filter { $0 != .strokeSigns } + [.strokeSigns] }),
      ("confusion", { $0.symptoms = ($0.symptoms ?? []).filter { $0 != .confusion } + [.confusion] }),
      ("rest", { $0.symptoms = ($0.symptoms ?? []).filter { $0 != .restDyspnoea } + [.restDyspnoea] }),
      ("fever", { $0.symptoms = ($0.symptoms ?? []).filter { $0 != .fever } + [.fever] }),
      ("papillary", { $0.see(.papillaryRupture) }),
      (
        "endocarditis", { $0.history = ($0.history ?? []).filter { $0 != .activeEndocarditis } + [.activeEndocarditis] }
      ),
      ("lactate", { $0.measure([.lactate: 5]) }),
      ("pressure", { $0.measure([.SBP: 75]) }),
      ("class IV", { $0.nyha = .four }),
    ]
    var dice = Dice(seed: 7)
    var raised = 0
    for _ in 0..<manyRecords {
      let record = ClinicalRecord.random(&dice)
      let guideline = Guideline.allCases.randomElement(using: &dice) ?? .escEacts2025
      let before = urgency(record, guideline).urgency
      for (name, flag) in flags {
        let after = urgency(record.with(flag), guideline).urgency
        #expect(after >= before, "\(name): \(before) → \(after)")
        if after > before { raised += 1 }
      }
    }
    #expect(raised > manyRecords)
  }

  @Test func everyReasonIsTrueOfThePatient() {
    var dice = Dice(seed: 1907)
    var checked = 0
    for _ in 0..<manyRecords {
      let record = ClinicalRecord.random(&dice)
      let judgement = Judgement(record, guideline: Guideline.allCases.randomElement(using: &dice) ?? .escEacts2025)
      var reasons = judgement.urgency.because + judgement.stage.because + judgement.cause + judgement.profile.because
      reasons += judgement.acuity.because + judgement.nyha.because + (judgement.followUp?.because ?? [])
      for one in judgement.recommendations where one.rule.isAcute { reasons += one.because }
      for reason in reasons {
        checked += 1
        let verdict = Statement(reason).holds(for: judgement)
        #expect(verdict == true, "\(reason): \(verdict.map { "\($0)" } ?? "not understood")")
      }
    }
    #expect(checked > 5 * manyRecords)
  }
}

extension Judgement {
  fileprivate var cause: [String] { picture.cause.because }
}
