// Patients for the rules on secondary leaks, on clips and on the drugs that come before them.

import Findings
import Guidelines

extension RuleExamples {
  static let secondary: [RuleExample] = esc + acc
  private static let cabg = Patients.ventricular.with {
    $0.history = [.coronaryDisease, .heartFailure]
    $0.context.plannedCABG = true
  }
  private static let stents = Patients.ventricular.with { $0.history = [.coronaryDisease, .heartFailure] }
  private static let outside = Patients.ventricular.with { $0.set(.LVIDs, 72) }

  private static let esc: [RuleExample] = [
    RuleExample("esc-2025-S1", Patients.ventricular, silent: outside),
    RuleExample("esc-2025-S1", Patients.ventricular) { $0.context.optimisedMedicalTherapy = false },
    RuleExample("esc-2025-S1", Patients.ventricular) { $0.set([.NTproBNP: 990, .BNP: 290]) },
    RuleExample("esc-2025-S1", Patients.ventricular) { $0.history = [.heartFailure, .advancedHeartFailure] },
    RuleExample("esc-2025-S1", Patients.ventricular) { $0.context.plannedCABG = true },
    RuleExample("esc-2025-S1", Patients.ventricular) {
      $0.set(.QRS, 160)
      $0.see([.LBBB])
    },
    RuleExample("esc-2025-S2", outside, silent: Patients.ventricular),
    RuleExample("esc-2025-S2", outside) { $0.context.teerSuitable = false },
    RuleExample("esc-2025-S2-evaluation", outside, silent: Patients.ventricular),
    RuleExample("esc-2025-S3", Patients.ventricular.with { $0.context.teerSuitable = false }) {
      $0.history = [.advancedHeartFailure]
    },
    RuleExample("esc-2025-S3", Patients.ventricular.with { $0.context.teerSuitable = false }) {
      $0.context.teerSuitable = true
    },
    RuleExample("esc-2025-S4", cabg) { $0.context.plannedCABG = false },
    RuleExample("esc-2025-S4", cabg, silent: Patients.moderate(cabg)),
    RuleExample("esc-2025-S5", Patients.moderate(cabg).with { $0.see([], not: []) }, silent: cabg),
    RuleExample("esc-2025-S6", stents, silent: cabg),
    RuleExample("esc-2025-S6", stents, silent: Patients.ventricular),
    RuleExample("esc-2025-S7", Patients.atrial) { $0.context.optimisedMedicalTherapy = false },
    RuleExample("esc-2025-S7", Patients.atrial) { $0.context.surgicalRisk = .high },
    RuleExample("esc-2025-S8", Patients.atrial.with { $0.context.surgicalRisk = .high }, silent: Patients.atrial),
    RuleExample("esc-2025-SMR-timing", Patients.ventricular.with { $0.context.optimisedMedicalTherapy = false }) {
      $0.context.optimisedMedicalTherapy = true
      $0.set([.PCWP: 14, .LAPmean: 13, .CVP: 6])
    },
    RuleExample("esc-2021-S1", Patients.ventricular, silent: outside),
    RuleExample("esc-2021-S1", Patients.ventricular) { $0.set(.MVA, 3.8) },
    RuleExample("esc-2021-S2", outside, silent: Patients.ventricular),
  ]

  private static let acc: [RuleExample] = [
    RuleExample("acc-2020-B1", Patients.ventricular) { $0.set(.LVEF, 50) },
    RuleExample("acc-2020-B2", Patients.ventricular, silent: outside),
    RuleExample("acc-2020-B2", Patients.ventricular) { $0.set(.PASP, 71) },
    RuleExample("acc-2020-B2", Patients.ventricular) { $0.set(.LVEF, 19) },
    RuleExample("acc-2020-B2", Patients.ventricular) { $0.nyha = .one },
    RuleExample("acc-2020-B2", Patients.ventricular) {
      $0.set(.QRS, 160)
      $0.see([.LBBB])
    },
    RuleExample("acc-2020-B1", Patients.ventricular) { $0.presentation = .acute },
    RuleExample("acc-2020-B3", cabg) { $0.context.plannedCABG = false },
    RuleExample("acc-2020-B4", Patients.atrial) { $0.nyha = .two },
    RuleExample("acc-2020-B5", Patients.ventricular) { $0.nyha = .two },
    RuleExample("acc-2020-B5", Patients.ventricular) { $0.set(.LVEF, 50) },
    RuleExample("acc-2020-B6", cabg) { $0.history = [.heartFailure] },
    RuleExample("mitral-teer-anatomy", Patients.breathless.with { $0.set(.MVA, 3.5) }) {
      $0.context.teerSuitable = false
    },
    RuleExample("mitral-teer-anatomy", Patients.breathless.with { $0.set(.flailGap, 10) }) {
      $0.set([.flailGap: 9, .flailWidth: 14, .coaptationDepth: 5, .coaptationLength: 4])
    },
  ]

  static let heartFailure: [RuleExample] =
    [
      RuleExample("esc-2025-HF1", undertreated) { $0.set(.LVEF, 52) },
      RuleExample("esc-2025-HF1", undertreated, silent: Patients.primary),
      RuleExample("esc-2025-HF1", undertreated, silent: Patients.ventricular),
      RuleExample("esc-2025-HF-continue", Patients.ventricular, silent: undertreated),
      RuleExample("hf-esc-drugs", undertreated) { $0.set(.LVEF, 41) },
      RuleExample("hf-esc-drugs", undertreated) { $0.presentation = .acute },
      RuleExample("hf-esc-drugs", undertreated, silent: Patients.ventricular),
    ]
    + ["hf-esc-crt-wide", "hf-acc-crt-wide"].map { RuleExample($0, wide) { $0.set(.QRS, 149) } }
    + ["hf-esc-crt-wide", "hf-acc-crt-wide"].map { RuleExample($0, wide) { $0.treatments = ["resynchronisation"] } }
    + [
      RuleExample("hf-esc-crt", wide.with { $0.set(.QRS, 130) }) { $0.set(.QRS, 129) },
      RuleExample("hf-esc-crt", wide.with { $0.set(.QRS, 149) }) { $0.rhythm = .atrialFibrillation },
      RuleExample("hf-esc-peptide", Patients.acute.with { $0.set(.NTproBNP, 290) }) {
        $0.set([.NTproBNP: 300, .BNP: 100])
      },
    ]
    + ["hf-esc-diuretic", "hf-acc-diuretic"].map { RuleExample($0, dammed, silent: Patients.mild(dammed)) }
    + ["hf-esc-diuretic", "hf-acc-diuretic"].map { RuleExample($0, dammed) { $0.context.drugs = ["torasemide 10 mg"] } }
    + ["esc", "acc"].flatMap { prefix in
      zip(["raas", "beta-blocker", "mra", "sglt2"], ["sacubitril", "bisoprolol", "eplerenone", "dapagliflozin"]).map {
        pillar, drug in
        RuleExample(
          "hf-\(prefix)-\(pillar)",
          Patients.ventricular.with { $0.context.drugs?.removeAll { $0.contains(drug) } },
          silent: Patients.ventricular)
      }
    }

  private static let undertreated = Patients.ventricular.with { $0.context.optimisedMedicalTherapy = false }
  private static let dammed = Patients.ventricular.with { $0.symptoms = [.orthopnoea] }
  private static let wide = Patients.ventricular.with {
    $0.set(.QRS, 150)
    $0.see([.LBBB])
  }
}
