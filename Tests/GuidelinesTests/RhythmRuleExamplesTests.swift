// Patients for the rules on rhythm, anticoagulants, prostheses, sport, pregnancy, waiting and further imaging.

import Findings
import Guidelines
import Quantities

extension RuleExamples {
  private static let fibrillating = Patients.primary.with {
    $0.rhythm = .atrialFibrillation
    $0.age = 70
    $0.history = [.hypertension]
  }
  private static let narrow = fibrillating.with {
    $0.see([.rheumaticLeaflets], not: [.prolapse])
    $0.set(.MVA, 2)
  }

  static let rhythm: [RuleExample] = [
    RuleExample("esc-2024-oac-2", fibrillating) { $0.history = [] },
    RuleExample(
      "esc-2024-oac-2",
      Patients.primary.with {
        $0.rhythm = .atrialFibrillation; $0.age = 75
      }
    ) {
      $0.age = 74.9
    },
    RuleExample(
      "esc-2024-oac-2",
      Patients.primary.with {
        $0.rhythm = .atrialFibrillation
        $0.history = [.stroke]
      }
    ) { $0.rhythm = .sinus },
    RuleExample("esc-2024-oac-1", fibrillating.with { $0.history = [] }, silent: fibrillating),
    RuleExample("esc-2024-oac-1", fibrillating.with { $0.history = [] }) { $0.age = 64 },
    RuleExample("acc-2023-oac", fibrillating) { $0.history = [] },
    RuleExample("acc-2023-oac", fibrillating.with { $0.sex = .female }) { $0.age = 64 },
    RuleExample("esc-2025-T2-doac", fibrillating, silent: narrow),
    RuleExample("esc-2025-T2-doac", fibrillating) { $0.treatments = ["replacement-mechanical"] },
    RuleExample("esc-2025-T2-doac", fibrillating) { $0.rhythm = .sinus },
    RuleExample("esc-2025-T2-stenosis", narrow) { $0.set(.MVA, 2.1) },
    RuleExample("esc-2025-T2-vka", narrow) { $0.see([], not: [.rheumaticLeaflets]) },
    RuleExample("esc-2025-T13-ablation", fibrillating) { $0.rhythm = .sinus },
    RuleExample("esc-2025-T13-ablation", Patients.atrial, silent: Patients.mild(fibrillating)),
    RuleExample("esc-2025-LAA", fibrillating, silent: Patients.mild(fibrillating)),
    RuleExample("esc-2025-LAA", Patients.atrial) { $0.context.surgicalRisk = .high },
  ]

  private static let mended = Patients.mild(Patients.primary).with { $0.treatments = ["repair"] }
  private static let metal = Patients.mild(Patients.primary).with { $0.treatments = ["replacement-mechanical"] }
  private static let tissue = Patients.mild(Patients.primary).with { $0.treatments = ["replacement-biological"] }
  private static let unrepairable = Patients.breathless.with { $0.context.durableRepairLikely = false }

  static let prosthesis: [RuleExample] =
    ["T16-repair", "T16-repair-aspirin"].map {
      RuleExample("esc-2025-" + $0, mended) { $0.rhythm = .atrialFibrillation }
    }
    + ["T16-biological", "T16-biological-aspirin"].map {
      RuleExample("esc-2025-" + $0, tissue) { $0.rhythm = .atrialFibrillation }
    }
    + ["T16-mechanical", "T16-mechanical-doac", "T16-mechanical-dapt"].map {
      RuleExample("esc-2025-" + $0, metal, silent: tissue)
    }
    + [
      RuleExample("esc-2025-T16-repair", mended, silent: Patients.primary),
      RuleExample("esc-2025-T16-biological-af", tissue.with { $0.rhythm = .atrialFibrillation }, silent: tissue),
      RuleExample("esc-2025-T10-inr", metal) { $0.set(.LVEF, 34) },
      RuleExample("esc-2025-T10-inr-factor", metal.with { $0.history = [.stroke] }, silent: metal),
      RuleExample("mitral-mechanical-vka", metal, silent: tissue),
      RuleExample("mitral-mechanical-doac", metal, silent: tissue),
      RuleExample("mitral-mechanical-takes-doac", metal.with { $0.context.drugs = ["apixaban 5 mg"] }, silent: metal),
      RuleExample("esc-2025-T13-mechanical", unrepairable.with { $0.age = 64 }) { $0.age = 65 },
      RuleExample("esc-2025-T13-mechanical", unrepairable, silent: Patients.breathless),
      RuleExample("esc-2025-T13-biological", unrepairable.with { $0.age = 71 }) { $0.age = 70 },
      RuleExample(
        "esc-2025-T13-pregnancy",
        unrepairable.with {
          $0.age = 34; $0.sex = .female; $0.history = [.planningPregnancy]
        }
      ) { $0.history = [] },
      RuleExample("acc-2020-mechanical", unrepairable) { $0.age = 66 },
    ]

  private static let young = Patients.breathless.with {
    $0.age = 32
    $0.sex = .female
  }
  private static let expecting = Patients.mild(young).with { $0.history = [.pregnancy] }
  private static let sporty = Patients.moderate(Patients.primary)

  static let sport: [RuleExample] = [
    RuleExample("esc-2020-sport-mild", Patients.mild(Patients.primary), silent: sporty),
    RuleExample("esc-2020-sport-moderate", sporty) { $0.set(.PASP, 50) },
    RuleExample("esc-2020-sport-moderate", sporty.with { $0.set(.LVIDd, 62) }) { $0.set(.LVIDd, 72) },
    RuleExample("esc-2020-sport-moderate", sporty) { $0.set(.LVEF, 59) },
    RuleExample("esc-2020-sport-severe", Patients.primary, silent: Patients.breathless),
    RuleExample("esc-2020-sport-fraction", sporty.with { $0.set(.LVEF, 59) }) { $0.set(.LVEF, 60) },
    RuleExample("esc-2020-sport-collision", fibrillating.with { $0.context.drugs = ["apixaban 5 mg"] }) {
      $0.context.drugs = ["bisoprolol 5 mg"]
    },
    RuleExample("mitral-pregnancy-before", young) { $0.age = 52 },
    RuleExample("mitral-pregnancy-before", young) { $0.sex = .male },
    RuleExample("mitral-pregnancy-before", young) { $0.symptoms = [] },
    RuleExample("mitral-pregnancy-planned", young.with { $0.history = [.planningPregnancy] }) { $0.history = [] },
    RuleExample("mitral-pregnancy-planned", young.with { $0.history = [.planningPregnancy] }) {
      $0.history = [.planningPregnancy, .pregnancy]
    },
    RuleExample("mitral-pregnancy", expecting, silent: Patients.mild(young)),
    RuleExample("mitral-pregnancy-before", young) { $0.presentation = .acute },
    RuleExample("mitral-pregnancy-acute", expecting.with { $0.presentation = .acute }, silent: expecting),
    RuleExample("mitral-pregnancy-raas", expecting) { $0.history = [] },
  ]

  private static let unsure = Patients.primary.with { $0.set([.EROA: 0.15, .RVol: 70]) }
  private static let both = Patients.breathless.with {
    $0.see([.tenting])
    $0.context.surgicalRisk = .high
  }

  static let waiting: [RuleExample] = [
    RuleExample("esc-2025-F11-watch", Patients.primary, silent: Patients.breathless),
    RuleExample("esc-2025-F11-watch", Patients.primary) { $0.set(.LVEF, 60) },
    RuleExample("esc-2025-F11-watch", Patients.primary) { $0.set(.PASP, 52) },
    RuleExample("esc-2025-F11-watch", Patients.primary) { $0.rhythm = .atrialFibrillation },
    RuleExample("esc-2025-F11-watch", Patients.primary) { $0.set(.LAVI, 60) },
    RuleExample("esc-2025-watch-moderate", sporty) { $0.set(.LVIDsi, 21) },
    RuleExample("esc-2021-watch", Patients.primary) { $0.set(.LVIDs, 40) },
    RuleExample("esc-2021-watch", Patients.primary.with { $0.set(.LVIDsi, 21) }) { $0.set(.LAd, 55) },
    RuleExample("mitral-watch-lesser", Patients.mild(Patients.primary), silent: sporty),
    RuleExample("mitral-watch-lesser", Patients.mild(Patients.primary)) { $0.set(.MVA, 1.5) },
    RuleExample("mitral-watch-lesser", Patients.mild(Patients.primary)) { $0.see([.flail]) },
    RuleExample("mitral-watch-lesser", Patients.mild(Patients.primary)) { $0.history = [.prostheticValve] },
    RuleExample("mitral-narrow", Patients.primary.with { $0.set(.MVA, 1.5) }) { $0.set(.MVA, 1.6) },
    RuleExample("mitral-narrow", Patients.primary.with { $0.set(.MVA, 1) }) {
      $0.treatments = ["replacement-mechanical"]
    },
    RuleExample("mitral-torn-small", Patients.mild(Patients.primary).with { $0.see([.flail]) }) {
      $0.treatments = ["repair"]
    },
    RuleExample("acc-2020-watch-severe", Patients.primary) { $0.set(.LVEF, 60) },
    RuleExample("acc-2020-watch-severe", Patients.primary) {
      $0.context.repairLikelihood = 97
      $0.context.predictedMortality = 0.6
    },
    RuleExample("acc-2020-watch-moderate", sporty, silent: Patients.primary),
    RuleExample("acc-2020-watch-mild", Patients.mild(Patients.primary), silent: sporty),
    RuleExample(
      "ase-2017-indeterminate", Patients.primary.with { $0.set([.EROA: 0.15, .RVol: 70]) }, silent: Patients.primary),
    RuleExample(
      "mitral-discordant", Patients.primary.with { $0.set([.EROA: 0.15, .RVol: 70]) }, silent: Patients.primary),
    RuleExample(
      "mitral-cause-unknown", Patients.primary.with { $0.see([], not: [.prolapse]) }, silent: Patients.primary),
    RuleExample("ase-2017-indeterminate", unsure) { $0.presentation = .acute },
    RuleExample(
      "mitral-not-graded", Patients.primary.with { $0.unmeasure() }, silent: Patients.primary),
    RuleExample("mitral-not-graded", Patients.primary.with { $0.unmeasure() }) {
      $0.treatments = ["replacement-biological"]
    },
    RuleExample("mitral-prosthesis-complaints", tissue.with { $0.symptoms = [.fatigue] }, silent: tissue),
    RuleExample("mitral-complaints-unexplained", Patients.mild(Patients.breathless), silent: Patients.breathless),
    RuleExample(
      "mitral-either-way",
      Patients.primary.with {
        $0.symptoms = nil
        $0.set(.LVEF, 60)
      }
    ) {
      $0.symptoms = []
    },
    RuleExample(
      "mitral-either-way",
      Patients.primary.with {
        $0.symptoms = nil; $0.set(.LVIDs, 40)
      }
    ) {
      $0.set(.LVIDs, 39)
    },
    RuleExample("mitral-mixed-teer", both, silent: both.with { $0.context.surgicalRisk = .low }),
    RuleExample("mitral-endocarditis", Patients.primary.with { $0.set(.temperature, 38) }) {
      $0.set(.temperature, 37.9)
    },
    RuleExample("mitral-mixed", Patients.primary.with { $0.see([.tenting]) }, silent: Patients.primary),
    RuleExample("mitral-referral", sporty.with { $0.context.heartValveCentre = nil }, silent: sporty),
    RuleExample("mitral-referral", sporty.with { $0.context.heartValveCentre = false }) {
      $0.set([.EROA: 0.1, .RVol: 14, .RF: 15])
    },
  ]

  private static let shocked = Patients.acute.with { $0.set([.SBP: 82, .MAP: 58]) }
  private static let low = Patients.acute.with { $0.set([.SBP: 94, .MAP: 70]) }
  private static let unseen = Patients.acute.with {
    $0.unmeasure()
    $0.signs = QualitativeValues()
  }
  private static let high = Patients.acute.with { $0.context.surgicalRisk = .high }
  private static let infarcted = Patients.acute.with {
    $0.see([], not: [.flail, .prolapse])
    $0.history = [.recentMyocardialInfarction]
  }
  private static let torn = Patients.acute.with {
    $0.see([.papillaryRupture], not: [.flail])
    $0.context.durableRepairLikely = false
  }

  /// Rules of the acute leak.
  static let acute: [RuleExample] =
    [
      "esc-2025-AC1", "acc-2020-AC1", "mitral-acute-beta-blocker", "mitral-acute-vasoconstrictor", "esc-2025-AC3",
      "esc-2025-AC5", "acc-2020-AC2", "mitral-acute-bridge", "esc-2025-AC7",
    ].map { RuleExample($0, Patients.acute, silent: Patients.primary) }
    + ["esc-2025-AC5", "acc-2020-AC2", "mitral-acute-bridge"].map {
      RuleExample($0, Patients.acute, silent: low)
    }
    + [
      "esc-2025-AC6", "esc-2025-AC8", "acc-2020-AC3", "mitral-acute-shock-surgery", "mitral-acute-shock-inotrope",
      "mitral-acute-shock-support", "mitral-acute-shock-vasodilator", "mitral-emergency-call",
    ].map { RuleExample($0, shocked, silent: Patients.primary) }
    + ["mitral-acute-low-inotrope", "mitral-acute-low-vasodilator"].map {
      RuleExample($0, low, silent: shocked)
    }
    + [
      RuleExample("esc-2025-AC2", torn, silent: Patients.acute),
      RuleExample("mitral-acute-vasoconstrictor", low, silent: shocked),
      RuleExample("esc-2025-AC4", high, silent: Patients.acute),
      RuleExample("mitral-acute-high-risk", high, silent: Patients.acute),
      RuleExample("mitral-acute-surgery", Patients.acute, silent: Patients.primary),
      RuleExample("mitral-acute-echo", unseen, silent: Patients.acute),
      RuleExample("mitral-acute-echo", unseen) { $0.presentation = .chronic },
      RuleExample("mitral-acute-infarction", infarcted) { $0.see([.papillaryRupture]) },
    ]
}
