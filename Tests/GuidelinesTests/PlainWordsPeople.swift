// People whose records between them show every section, option, mechanism and treatment of the plain words, and many
// made by chance.

import Findings
import Guidelines
import Quantities

enum PlainPeople {
  /// A flail leaflet in a man who feels it and whose heart has begun to tire.
  static let flail = Patients.breathless.with {
    $0.symptoms = [.exertionalDyspnoea, .fatigue]
    $0.see([.flail])
    $0.set([.LVEF: 58, .LVIDs: 42, .PASP: 55, .SBP: 148])
  }

  static let moderate = Patients.moderate(Patients.primary)
  static let mild = Patients.mild(Patients.primary)
  static let none = Patients.primary.with {
    $0.see([], not: [.prolapse])
    for id in [FindingID.EROA, .RVol, .RF] { $0.set(id, nil) }
    $0.set([.LVIDd: 48, .LAVI: 26])
    _ = $0.signs.say("none", for: .MRgrade)
  }
  static let empty = ClinicalRecord(today: Patients.day)

  /// Weak muscle, every complaint, many drugs, earlier endocarditis.
  static let failing = Patients.ventricular.with {
    $0.rhythm = .atrialFibrillation
    $0.history = [.dilatedCardiomyopathy, .heartFailure, .endocarditis, .atrialFibrillation]
    $0.symptoms = [.exertionalDyspnoea, .orthopnoea, .nocturnalDyspnoea, .ankleSwelling, .fatigue, .palpitations]
    $0.context.drugs = ["apixaban 5 mg", "bisoprolol"]
  }

  static let shock = Patients.acute.with { $0.set([.SBP: 76, .lactate: 4.5]) }
  static let stroke = Patients.atrial.with { $0.symptoms = [.strokeSigns] }
  static let fever = Patients.primary.with {
    $0.symptoms = [.fever]
    $0.set(.temperature, 38.9)
  }

  static func treated(_ treatment: String) -> ClinicalRecord {
    mild.with {
      $0.treatments = [treatment]
      $0.context.drugs = ["warfarin"]
    }
  }

  static let treatments = [
    "repair", "annuloplasty", "leaflet-repair", "edge-to-edge", "replacement-mechanical", "replacement-biological",
  ]

  static func mechanism(_ mechanism: ValveMechanism) -> ClinicalRecord {
    Patients.primary.with {
      $0.see([], not: [.prolapse])
      $0.lesions = [mechanism.rawValue]
    }
  }

  static let pregnant = Patients.breathless.with {
    $0.age = 29
    $0.sex = .female
    $0.history = [.pregnancy, .intravenousDrugUse, .smoking]
    $0.context.drugs = ["ramipril 5 mg"]
  }

  static let indeterminate = Patients.primary.with {
    $0.set([.EROA: 0.5, .RVol: 25])
    $0.set(.RF, nil)
  }

  static let named: [ClinicalRecord] =
    [
      flail, moderate, mild, none, empty, failing, shock, stroke, fever, pregnant, indeterminate, Patients.primary,
      Patients.breathless, Patients.ventricular, Patients.atrial, Patients.acute,
      Patients.moderate(Patients.ventricular),
      Patients.mild(Patients.ventricular), Patients.moderate(Patients.atrial),
      flail.with { $0.context.surgicalRisk = .prohibitive },
      Patients.ventricular.with { $0.context.plannedCABG = true },
      Patients.primary.with { $0.history = [.prostheticValve] },
      Patients.ventricular.with { $0.history = [.coronaryDisease, .myocardialInfarction] },
      Patients.ventricular.with { $0.set(.LVIDs, 76) },
    ] + treatments.map(treated) + ValveMechanism.allCases.map(mechanism)

  /// Anybody, telling more or less, coherent or not.
  static func chance(_ count: Int, seed: UInt64) -> [ClinicalRecord] {
    var dice = Dice(seed: seed)
    var maker = RandomRecord(seed: seed &+ 1)
    var records: [ClinicalRecord] = []
    for index in 0..<count { records.append(index % 2 == 0 ? ClinicalRecord.random(&dice) : maker.record()) }
    return records
  }

  /// Each under one of the rule sets in turn.
  static let judgements: [Judgement] = {
    var all: [Judgement] = []
    for record in named { for guideline in Guideline.allCases { all.append(Judgement(record, guideline: guideline)) } }
    for (index, record) in chance(1500, seed: 2026).enumerated() {
      all.append(Judgement(record, guideline: Guideline.allCases[index % Guideline.allCases.count]))
    }
    return all
  }()
}
