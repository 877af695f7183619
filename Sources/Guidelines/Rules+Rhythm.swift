// Atrial fibrillation beside a leaking mitral valve: who needs an anticoagulant, which one, and what to do about it in
// the operation. ESC/EACTS 2025 (Table 2, Recommendation Table 13 and the text on appendage closure, read); thresholds
// of the score by ESC 2024 and ACC/AHA 2023 (from memory).

import Findings

extension Condition {
  static let scoreVA1 = Condition.named("CHA2DS2-VA of 1 or more", .count(1, StrokeItem.points))
  static let scoreVA2 = Condition.named("CHA2DS2-VA of 2 or more", .count(2, StrokeItem.points))
  /// Two points for men and three for women, whose sex counts one: the same without sex.
  static let scoreVASc = Condition.named(
    "CHA2DS2-VASc of 2 or more in men, 3 or more in women", .count(2, StrokeItem.points))

  /// Bleeding must be ruled out before an anticoagulant is begun.
  static let noStrokeNow = Condition.without(
    .fact("signs of a stroke now") { picture in
      switch picture.record.complains(of: .strokeSigns) {
      case true?: .yes("complains of \(Symptom.strokeSigns.meaning)")
      case false?: .no("")
      case nil: .unknown(["symptoms"])
      }
    })

  static let rheumaticStenosis = Condition.named(
    "rheumatic stenosis with MVA ≤ 2.0 cm²", .all([.rheumatic, .measured(.MVA, .atMost, 2)]))
  /// The area is asked for only where the leaflets are known, or told, to be rheumatic; there it must be known before a
  /// rule is decided.
  static let rheumaticStenosisToldOf = Condition.named(
    "rheumatic stenosis with MVA ≤ 2.0 cm², as far as told",
    .all([.rheumaticToldOf, .measured(.MVA, .atMost, 2)]))
  /// An operation on the mitral valve is recommended or should be considered.
  static let mitralOperationEsc2025 = Condition.named(
    "mitral valve surgery indicated (rows P2 to P6, S4, S7)",
    .any([.operationEsc2025, .all([.severeVentricular, .plannedCABG]), .atrialSurgery]))
}

extension RuleBook {
  static let rhythm: [Rule] = [
    Rule(
      "esc-2024-oac-2", [.escEacts2025], .escFibrillation2024, "stroke risk", .one, nil, .oralAnticoagulation,
      "In atrial fibrillation with a CHA2DS2-VA score of 2 or more an anticoagulant is due.",
      when: .all([.atrialFibrillation, .scoreVA2, .noStrokeNow]), evidence: .recalled),
    Rule(
      "esc-2024-oac-1", [.escEacts2025], .escFibrillation2024, "stroke risk", .twoA, nil, .oralAnticoagulation,
      "Consider an anticoagulant in atrial fibrillation with a CHA2DS2-VA score of 1.",
      when: .all([.atrialFibrillation, .scoreVA1, .not(.scoreVA2), .noStrokeNow]), evidence: .recalled),
    Rule(
      "acc-2023-oac", [.accAha2020], .accFibrillation2023, "stroke risk", .one, nil, .oralAnticoagulation,
      "In atrial fibrillation with a CHA2DS2-VASc score of 2 or more in men and 3 or more in women an anticoagulant is "
        + "due: a yearly risk of stroke of 2 % or more.",
      when: .all([.atrialFibrillation, .scoreVASc, .noStrokeNow]), evidence: .recalled),
    Rule(
      "esc-2025-T2-doac", [.escEacts2025], .escEacts2025, "Recommendation Table 2", .one, "A", .doac,
      "In atrial fibrillation with a leaking mitral valve, where an anticoagulant is due, a DOAC rather than a vitamin-K "
        + "antagonist.",
      when: .all([
        .atrialFibrillation, .leaking, .scoreVA1, .nativeValve, .without(.mechanicalValve),
        .without(.rheumaticStenosis), .not(.rheumaticStenosisToldOf), .without(.pregnant), .noStrokeNow,
      ])),
    Rule(
      "esc-2025-T2-stenosis", [.escEacts2025], .escEacts2025, "Recommendation Table 2", .three, "B", .doac,
      avoid: true,
      "No DOAC in atrial fibrillation with a rheumatic stenosis of 2.0 cm² or less (the INVICTUS trial).",
      when: .all([.atrialFibrillation, .rheumaticStenosisToldOf, .nativeValve])),
    Rule(
      "esc-2025-T2-vka", [.escEacts2025], .escEacts2025, "Recommendation Table 2", nil, nil, .vka,
      "In atrial fibrillation with a rheumatic stenosis of 2.0 cm² or less the anticoagulant is a vitamin-K antagonist.",
      when: .all([.atrialFibrillation, .rheumaticStenosisToldOf, .nativeValve])),
    Rule(
      "esc-2025-T13-ablation", [.escEacts2025], .escEacts2025, "Table 13", .one, "A", .surgeryWithAblation,
      "Ablate atrial fibrillation in the same operation where the mitral valve is operated on and control of the rhythm "
        + "is worth while.",
      when: .all([
        .atrialFibrillation, .mitralOperationEsc2025, .without(.untold("a reason against control of the rhythm")),
      ])
    ).sayingHow(),
    Rule(
      "esc-2025-LAA", [.escEacts2025], .escEacts2025, "recommendations on atrial fibrillation", .one, "B",
      .appendageClosure,
      "Close the left atrial appendage in the same operation in atrial fibrillation, in addition to the anticoagulant "
        + "(the LAAOS III trial).",
      when: .all([.atrialFibrillation, .mitralOperationEsc2025])),
  ]
}
