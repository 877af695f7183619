// Patients for the rules on primary leaks.

import Findings
import Guidelines

extension RuleExamples {
  static let primary: [RuleExample] = esc2025 + esc2021 + acc2020

  private static let markers = Patients.primary.with {
    $0.rhythm = .atrialFibrillation
    $0.set([.PASP: 54, .LAVI: 64])
  }
  private static let highRisk = Patients.breathless.with { $0.context.surgicalRisk = .high }

  private static let esc2025: [RuleExample] = [
    RuleExample("esc-2025-P1", Patients.breathless) { $0.context.durableRepairLikely = false },
    RuleExample("esc-2025-P1", Patients.breathless, silent: Patients.primary),
    RuleExample("esc-2025-P2", Patients.breathless) { $0.symptoms = [] },
    RuleExample("esc-2025-P2", Patients.breathless) { $0.context.surgicalRisk = .high },
    RuleExample("esc-2025-P2", Patients.breathless, silent: Patients.moderate(Patients.breathless)),
    RuleExample("esc-2025-P3", Patients.primary.with { $0.set(.LVIDs, 40) }) { $0.set(.LVIDs, 39.9) },
    RuleExample("esc-2025-P3", Patients.primary.with { $0.set(.LVIDsi, 20) }) { $0.set(.LVIDsi, 19.9) },
    RuleExample("esc-2025-P3", Patients.primary.with { $0.set(.LVEF, 60) }) { $0.set(.LVEF, 60.1) },
    RuleExample("esc-2025-P3", Patients.primary.with { $0.set(.LVEF, 60) }) { $0.symptoms = [.fatigue] },
    RuleExample("esc-2025-P4", markers) { $0.rhythm = .sinus },
    RuleExample("esc-2025-P4", markers) { $0.set(.PASP, 50) },
    RuleExample("esc-2025-P4", markers) { $0.set([.LAVI: 59.9, .LAd: 54.9]) },
    RuleExample("esc-2025-P4", markers) { $0.context.durableRepairLikely = false },
    RuleExample("esc-2025-P4", markers) { $0.context.surgicalRisk = .intermediate },
    RuleExample("esc-2025-P4", markers) { $0.set(.LVEF, 58) },
    RuleExample(
      "esc-2025-P4",
      markers.with {
        $0.rhythm = .sinus
        _ = $0.signs.say("moderate", for: .TRgrade)
      }
    ) { _ = $0.signs.say("mild", for: .TRgrade) },
    RuleExample("esc-2025-P5", Patients.primary.with { $0.set(.PASP, 51) }) { $0.set(.PASP, 50) },
    RuleExample("esc-2025-P5", Patients.primary.with { $0.rhythm = .atrialFibrillation }) { $0.rhythm = .sinus },
    RuleExample("esc-2025-P6", Patients.primary.with { $0.set(.LAVI, 60) }) { $0.set(.LAVI, 59.9) },
    RuleExample("esc-2025-P6", Patients.primary.with { $0.set(.LAd, 55) }) { $0.context.heartValveCentre = false },
    RuleExample("esc-2025-P7", highRisk) { $0.context.surgicalRisk = .intermediate },
    RuleExample("esc-2025-P7", highRisk) { $0.context.teerSuitable = false },
    RuleExample("esc-2025-P7", highRisk) { $0.symptoms = [] },
    RuleExample("esc-2025-P8", Patients.breathless) { $0.context.heartValveCentre = false },
    RuleExample("esc-2025-F11-team", highRisk.with { $0.context.teerSuitable = false }, silent: highRisk),
  ]

  private static let esc2021: [RuleExample] = [
    RuleExample("esc-2021-P2", Patients.breathless) { $0.context.surgicalRisk = .high },
    RuleExample("esc-2021-P3", Patients.primary.with { $0.set(.LVIDs, 40) }) { $0.set([.LVIDs: 39, .LVIDsi: 21]) },
    RuleExample("esc-2021-P3", Patients.primary.with { $0.set(.LVEF, 60) }) { $0.set(.LVEF, 61) },
    RuleExample("esc-2021-P5", markers) { $0.set(.LVIDs, 41) },
    RuleExample("esc-2021-P5", Patients.primary.with { $0.set(.PASP, 51) }) { $0.set(.PASP, 50) },
    RuleExample("esc-2021-P6", Patients.primary.with { $0.set(.LAVI, 60) }) { $0.context.surgicalRisk = .intermediate },
    RuleExample("esc-2021-P7", highRisk) { $0.context.teerSuitable = false },
  ]

  private static let safe = Patients.primary.with {
    $0.context.repairLikelihood = 96
    $0.context.predictedMortality = 0.8
  }
  private static let growing = Patients.primary.with {
    $0.follow(.LVEF, ["2024-01-10": 72, "2025-01-12": 67, "2026-01-15": 62])
  }
  private static let classThree = highRisk.with { $0.nyha = .three }
  private static let rheumatic = Patients.breathless.with { $0.see([.rheumaticLeaflets], not: [.prolapse]) }

  private static let acc2020: [RuleExample] = [
    RuleExample("acc-2020-A1", Patients.breathless) { $0.symptoms = [] },
    RuleExample("acc-2020-A1-risk", highRisk, silent: Patients.breathless),
    RuleExample("acc-2020-A2", Patients.primary.with { $0.set(.LVEF, 60) }) { $0.set(.LVEF, 61) },
    RuleExample("acc-2020-A2", Patients.primary.with { $0.set(.LVIDs, 40) }) { $0.set(.LVIDs, 39) },
    RuleExample("acc-2020-A3", Patients.breathless) { $0.see([.rheumaticLeaflets], not: [.prolapse]) },
    RuleExample("acc-2020-A3", Patients.breathless) { $0.context.durableRepairLikely = false },
    RuleExample("acc-2020-A4", safe) { $0.context.repairLikelihood = 95 },
    RuleExample("acc-2020-A4", safe) { $0.context.predictedMortality = 1 },
    RuleExample("acc-2020-A4", safe) { $0.context.heartValveCentre = false },
    RuleExample("acc-2020-A5", growing) {
      $0.follow(.LVEF, ["2024-01-10": 66, "2025-01-12": 67, "2026-01-15": 66])
    },
    RuleExample("acc-2020-A6", classThree) { $0.nyha = .two },
    RuleExample("acc-2020-A6", classThree) { $0.context.lifeExpectancy = 0.8 },
    RuleExample("acc-2020-A6", classThree) { $0.context.surgicalRisk = .intermediate },
    RuleExample("acc-2020-A7", rheumatic) { $0.context.heartValveCentre = false },
    RuleExample("acc-2020-A7", rheumatic, silent: Patients.breathless),
    RuleExample("acc-2020-A8", Patients.breathless) { $0.context.durableRepairLikely = false },
    RuleExample("acc-2020-A8", Patients.breathless, silent: Patients.primary),
    RuleExample("acc-2020-A9", beyondSurgery) { $0.context.surgicalRisk = .high },
    RuleExample("acc-2020-A9", beyondSurgery) { $0.set(.LVEF, 66) },
    RuleExample("acc-2020-A9", beyondSurgery) { $0.context.optimisedMedicalTherapy = true },
    RuleExample("acc-2020-A10", Patients.primary) { $0.set(.SBP, 130) },
    RuleExample("acc-2020-A10", Patients.moderate(Patients.primary)) { $0.history = [.hypertension] },
    RuleExample("acc-2020-A10", Patients.primary) { $0.set(.LVEF, 58) },
  ]

  private static let beyondSurgery = Patients.breathless.with {
    $0.set(.LVEF, 55)
    $0.context.surgicalRisk = .prohibitive
    $0.context.optimisedMedicalTherapy = false
  }
}
