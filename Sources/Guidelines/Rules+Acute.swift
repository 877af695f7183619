// Acute severe leaks: what ESC/EACTS 2025 (§9.1.3, §9.1.4) and ACC/AHA 2020 (§7.2) say, and our rules for the bridge.
//
// Both guidelines speak of it in their text, without class or level. "Not hypotensive" is taken as SBP ≥ 100 mmHg, as
// in our own rules below. The text of ACC/AHA 2020 was read in a secondary source; its part on the balloon is recalled.
// Ours, from both: shock → inotrope, mechanical support, emergency surgery, no vasodilator; SBP 90–99 → no vasodilator
// alone; SBP ≥ 100 → vasodilator as a bridge; urgent surgery in both, which the guidelines' own rows ask for (AC1). What
// to avoid (β-blocker load, vasoconstrictors) is recalled.

import Findings

extension Condition {
  /// Not in shock, as far as is known.
  static let withoutShock = Condition.without(.shock)
  static let bridgeablePressure = Condition.measured(.SBP, .atLeast, 100)
  static let tornChord = Condition.all([
    .any([.sign(.flail, "flail leaflet"), .mechanism(.flail)]), .without(.papillaryRupture),
  ])
  static let infectedValve = Condition.any([
    .history(.activeEndocarditis, "active endocarditis"), .sign(.perforation, "perforated leaflet"),
  ])

  /// The main mechanism of the leak.
  static func mechanism(_ mechanism: ValveMechanism) -> Condition {
    .fact("mechanism: " + mechanism.meaning) { picture in
      guard let found = picture.cause.mechanism else { return .unknown([QualitativeID.flail.identifier]) }
      let told = "mechanism: " + found.meaning
      return found == mechanism ? .yes(told) : .no(told)
    }
  }
}

extension RuleBook {
  static let acute: [Rule] = acuteEsc2025 + acuteAcc2020 + acuteOwn + acuteLook

  private static let acuteEsc2025: [Rule] = [
    esc(
      "AC1", "§9.1.4", .mitralValveSurgery,
      "Operate urgently on an acute severe leak, or treat it by catheter: it is poorly tolerated.",
      when: .acuteSevere),
    esc(
      "AC2", "§9.1.4", .mitralValveReplacement,
      "After papillary rupture or in endocarditis mostly the valve has to be replaced.",
      when: .all([
        .acuteSevere, .any([.papillaryRupture, .infectedValve]),
        .without(.named("a repair that is likely to last", .durableRepairLikely)),
      ])),
    esc(
      "AC3", "§9.1.4", .mitralValveRepair, "Where chords have torn, the valve can be repaired.",
      when: .all([.acuteSevere, .tornChord])),
    esc(
      "AC4", "§9.1.4", .teer, "Where chords have torn and the surgical risk is high, a clip is the alternative.",
      when: .all([.acuteSevere, .tornChord, .highRisk])),
    esc(
      "AC5", "§9.1.3", .vasodilatorBridge,
      "Nitroprusside can bridge to the operation as long as the pressure is not low.",
      when: .all([.acuteSevere, .bridgeablePressure, .withoutShock])),
    esc(
      "AC6", "§9.1.3", .inotrope, "Inotropes support the circulation where pressure or flow is low.",
      when: .all([.acuteSevere, .any([.shock, .lowOutput])])),
    esc(
      "AC7", "§9.1.3", .loopDiuretic, "Diuretics relieve the congestion as far as the pressure allows.",
      when: .all([.acuteSevere, .congestion])),
    esc(
      "AC8", "§9.1.3", .balloonInExceptionalCases, "A balloon pump is for exceptional cases, not for all.",
      when: .all([.acuteSevere, .shock])),
  ]

  private static let acuteAcc2020: [Rule] = [
    acc(
      "AC1", .mitralValveSurgery, "Operate promptly on an acute severe leak: it saves lives.", .read,
      when: .acuteSevere),
    acc(
      "AC2", .vasodilatorBridge,
      "A titratable vasodilator (nitroprusside or nicardipine) improves forward flow until the operation.", .read,
      when: .all([.acuteSevere, .bridgeablePressure, .withoutShock])),
    acc(
      "AC3", .balloon,
      "A balloon pump lowers the systolic aortic pressure and raises forward flow: a bridge to the operation.",
      .recalled, when: .all([.acuteSevere, .any([.shock, .lowOutput])])),
  ]

  private static let acuteOwn: [Rule] = [
    own(
      "emergency-call", "red flags", .emergencyCall,
      "Call the emergency service, or the resuscitation team: this cannot wait.", .recalled, when: .redFlag),
    own(
      "acute-shock-surgery", shockRows, .emergencySurgery,
      "Acute severe leak with shock: operate as an emergency.", when: .all([.acuteSevere, .shock])),
    // ESC/EACTS 2025 has a row of its own: AC6.
    Rule(
      "mitral-acute-shock-inotrope", [.escEacts2021, .accAha2020], .own, shockRows, nil, nil, .inotrope,
      "Acute severe leak with shock: start an inotrope.", when: .all([.acuteSevere, .shock]), evidence: .partRead),
    own(
      "acute-shock-support", shockRows, .mechanicalSupport,
      "Acute severe leak with shock: consider mechanical support until the operation; a vasoconstrictor only where the "
        + "pressure stays too low for the organs all the same, in the smallest dose that lifts it.",
      when: .all([.acuteSevere, .shock])),
    own(
      "acute-shock-vasodilator", shockRows, .vasodilatorBridge, avoid: true,
      "Acute severe leak with shock: no vasodilator.", when: .all([.acuteSevere, .shock])),
    own(
      "acute-low-inotrope", lowRows, .inotrope,
      "Acute severe leak with SBP 90 to 99 mmHg: an inotrope, with or without a little vasodilator under monitoring.",
      when: .acuteLowPressure),
    own(
      "acute-low-vasodilator", lowRows, .vasodilatorBridge, avoid: true,
      "Acute severe leak with SBP 90 to 99 mmHg: no vasodilator on its own.", when: .acuteLowPressure),
    own(
      "acute-bridge", bridgeRows, .vasodilatorBridge,
      "Acute severe leak with SBP of 100 mmHg or more: nitroprusside as a bridge, titrated to SBP 90 to 100 and MAP of "
        + "at least 65 mmHg.",
      when: .all([.acuteSevere, .bridgeablePressure, .withoutShock])),
    own(
      "acute-beta-blocker", avoidRows, .betaBlocker, avoid: true,
      "No loading with a β-blocker in an acute severe leak: a slow heart leaks for longer in every minute.", .recalled,
      when: .acuteSevere),
    own(
      "acute-vasoconstrictor", avoidRows, .vasoconstrictor, avoid: true,
      "Avoid vasoconstrictors in an acute severe leak as long as the pressure holds: they drive more of each beat "
        + "backwards.", .recalled,
      when: .all([.acuteSevere, .without(.hypotension)])),
  ]

  /// What to look for, and who decides.
  private static let acuteLook: [Rule] = [
    own(
      "acute-echo", "examination of an acute leak", .furtherImaging,
      "Acute leak of unsettled size: echocardiography at once, transoesophageal where the view from the chest does "
        + "not settle it. A soft, short or missing murmur does not speak against a severe leak.",
      when: .acuteUnsettled),
    Rule(
      "mitral-endocarditis", Guideline.allCases, .own, "fever with an ill or artificial valve", nil, nil,
      .furtherImaging,
      "Suspected or active endocarditis: to hospital today; blood cultures before any antibiotic, transoesophageal "
        + "echocardiography, and the team for endocarditis early, since a growing leak may need the surgeon.",
      when: .asFarAsTold("suspected endocarditis", .suspectedEndocarditis), evidence: .partRead),
    own(
      "acute-infarction", "papillary rupture, or leaflets held down", .furtherImaging,
      "A sudden leak after a heart attack: a torn papillary muscle, or leaflets held down by the wall that died. Look at "
        + "both papillary muscles at once, by transoesophageal echocardiography if need be: a torn one "
        + "needs the surgeon within hours.",
      when: .all([.acuteOrLikelyAcute, .history(.recentMyocardialInfarction), .causeUnknown])),
    own(
      "acute-high-risk", "surgery or catheter (ESC/EACTS 2025 §9.1.4)", .heartTeam,
      "Acute severe leak where surgery is of high or prohibitive risk: the Heart Team decides at once between surgery all "
        + "the same and a repair by catheter.",
      when: .all([.acuteSevere, .highRisk])),
    Rule(
      "mitral-acute-surgery", [.escEacts2021], .own, "urgent surgery, as in the guideline's later edition", nil, nil,
      .mitralValveSurgery,
      "Operate urgently on an acute severe leak, or treat it by catheter: it is poorly tolerated.", when: .acuteSevere,
      evidence: .recalled),
  ]

  private static let shockRows = "acute severe leak with shock (SBP < 90, lactate > 2, or CI < 1.8 with congestion)"
  private static let lowRows = "acute severe leak, SBP 90–99 mmHg"
  private static let bridgeRows = "acute severe leak, SBP ≥ 100 mmHg"
  private static let avoidRows = "acute severe leak: what raises the regurgitant fraction"

  private static func esc(
    _ number: String, _ section: String, _ action: RecommendedAction, _ text: String, when: Condition
  ) -> Rule {
    Rule("esc-2025-" + number, [.escEacts2025], .escEacts2025, section, nil, nil, action, text, when: when)
  }

  private static func acc(
    _ number: String, _ action: RecommendedAction, _ text: String, _ evidence: Evidence, when: Condition
  ) -> Rule {
    Rule(
      "acc-2020-" + number, [.accAha2020], .accAha2020, "§7.2, acute mitral regurgitation", nil, nil, action, text,
      when: when, evidence: evidence)
  }

  private static func own(
    _ name: String, _ section: String, _ action: RecommendedAction, avoid: Bool = false, _ text: String,
    _ evidence: Evidence = .partRead, when: Condition
  ) -> Rule {
    Rule(
      "mitral-" + name, Guideline.allCases, .own, section, nil, nil, action, avoid: avoid, text, when: when,
      evidence: evidence)
  }
}

extension Condition {
  /// Acute, and neither shown to be less than severe nor surely graded.
  static let acuteUnsettled = Condition.fact("acute leak of unsettled size") { picture in
    guard picture.acuity.isAcute else { return .no("the leak is not told to be acute") }
    if picture.isMended, let treatment = picture.record.latestValveTreatment { return .no("treated: " + treatment) }
    let severity = picture.severity
    guard let grade = severity.grade else { return .yes("the acute leak is not graded") }
    let told = "the acute leak is graded \(grade.identifier) (\(severity.confidence.identifier))"
    let isOpen = severity.confidence == .indeterminate || (grade == .moderate && severity.confidence < .definite)
    return isOpen ? .yes(told) : .no(told)
  }

  static let acuteLowPressure = Condition.all([
    .acuteSevere, .measured(.SBP, .atLeast, 90), .measured(.SBP, .below, 100), .withoutShock,
  ])

  /// What makes the urgency an emergency. A rule for those who are in danger does not ask everybody for a lactate: what
  /// was not told is no flag.
  static let redFlag = Condition.fact("red flag") { picture in
    for rule in UrgencyRule.all where rule.urgency == .emergency {
      let result = rule.when.evaluate(picture)
      if result.truth == .yes { return .yes(rule.text + " (" + Texts.list(result.reasons, by: "; ") + ")") }
    }
    return .no("nothing that was told is a red flag")
  }
}
