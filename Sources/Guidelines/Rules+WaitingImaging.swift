// When to look again and whom to ask: grades that do not settle, numbers that contradict each other, leaks that belong
// in a specialist's hands.

import Findings

extension Condition {
  /// Something speaks of the leak's size, yet no grade stands.
  static let indeterminate = Condition.fact("severity indeterminate") { picture in
    let severity = picture.severity
    guard let found = severity.grade else { return ungraded(picture) }
    let told = "the leak is graded \(found.identifier) (\(severity.confidence.identifier))"
    return severity.confidence == .indeterminate ? .yes(told) : .no(told)
  }

  /// A measurement does not fit the others, or the volumes forbid it.
  static let discordant = Condition.fact("a measurement of the leak that does not fit the others") { picture in
    let severity = picture.severity
    guard severity.grade != nil else { return ungraded(picture) }
    if let outlier = severity.outlier { return .yes("\(outlier.identifier) does not fit the other measurements") }
    for warning in severity.warnings where warning.isForbidden { return .yes(warning.text) }
    return .no("")
  }

  static let ungradedLeak = Condition.fact("leak not graded") { picture in
    guard let found = picture.severity.grade else { return .yes("the leak is not graded") }
    return .no("the leak is graded \(found.identifier)")
  }

  static let symptomsUntold = Condition.fact("symptoms not told") { picture in
    picture.record.symptoms == nil && picture.record.nyha == nil ? .yes("nobody told of symptoms") : .no("")
  }

  /// Something is known that a leak would matter for.
  static let worthGrading = Condition.named(
    "a lesion, symptoms, a failing ventricle or a repair",
    .any([
      .not(.causeUnknown), .asFarAsTold("symptoms", .symptoms),
      .asFarAsTold("left ventricle failing", .failingAccAha2020), .surgicallyRepaired,
    ]))

  /// What is known speaks for no cause.
  static let causeUnknown = Condition.fact("cause of the leak not known") { picture in
    let cause = picture.cause.cause
    return cause == .undetermined ? .yes("the leak is \(cause.meaning)") : .no("the leak is \(cause.meaning)")
  }
}

extension RuleBook {
  static let imaging: [Rule] = [
    Rule(
      "ase-2017-indeterminate", Guideline.allCases, .ase2017, "algorithm for chronic regurgitation", nil, nil,
      .furtherImaging,
      "Signs and numbers do not settle how severe the leak is: transoesophageal echocardiography or magnetic "
        + "resonance.",
      when: .all([.indeterminate, .chronic]), evidence: .recalled),
    own(
      "mitral-discordant", "measurements are compared, not averaged", .furtherImaging,
      "Measurements of the leak contradict each other: repeat the one that stands out, by another method.",
      when: .discordant),
    own(
      "mitral-either-way", "a failing ventricle calls for surgery with symptoms and without", .mitralValveSurgery,
      "Nobody told of symptoms, and with a failing left ventricle surgery of a severe primary leak is recommended with "
        + "them and without: ask for them.",
      when: .all([.severePrimary, .failingAccAha2020, .operable, .without(.symptoms), .symptomsUntold])),
    own(
      "mitral-not-graded", "a decision rests on the grade", .furtherImaging,
      "How much the valve leaks is not told, and the decision rests on it: measure EROA, regurgitant volume and fraction "
        + "by echocardiography.",
      when: .all([.ungradedLeak, .chronic, .nativeValve, .worthGrading])),
    own(
      "mitral-prosthesis-complaints", "complaints with an artificial valve", .furtherImaging,
      "Complaints with an artificial valve: think of a clot, a leak beside it, wear and infection. Echocardiography within "
        + "days, transoesophageal if need be; with a mechanical valve the INR today.",
      when: .all([.carriesProsthesis, .symptoms])),
    own(
      "mitral-complaints-unexplained", "a small leak makes no symptoms", .otherCause,
      "A leak no more than mild does not explain the complaints: look for another cause, and whether the leak grows with "
        + "exercise.",
      when: .all([
        .any([.mild, .trace]), .chronic, .nativeValve, .symptoms, .not(.toldNarrow), .not(.toldTorn), .not(.toldWeak),
      ])),
    own(
      "mitral-narrow", "mitral stenosis: area ≤ 1.5 cm² (ESC/EACTS 2021 and 2025, ACC/AHA 2020)", .heartTeam,
      "The valve is narrow as well, and these rules grade the leak alone: the Heart Team of a valve centre judges both "
        + "together, commissurotomy by balloon or surgery.",
      when: .all([.toldNarrow, .nativeValve])),
    own(
      "mitral-torn-small", "a flail leaflet is a specific sign of a severe leak (ASE 2017)", .furtherImaging,
      "A chord has torn, and the leak was measured as small: look again soon, by transoesophageal echocardiography; a jet "
        + "along the wall hides how large it is.",
      when: .all([.toldTorn, .little, .chronic])),
    own(
      "mitral-cause-unknown", "treatment depends on the cause", .furtherImaging,
      "What is known does not tell why the valve leaks, and the treatment depends on it: look at leaflets, ventricle "
        + "and atrium, by transoesophageal echocardiography if need be.",
      when: .all([.causeUnknown, .nativeValve, .seen(.moderate, "leak moderate or severe")])),
    own(
      "mitral-mixed", "guidelines have no rows for mixed leaks", .heartTeam,
      "The valve and the heart around it are both at fault: no guideline's rows fit; the Heart Team decides.",
      when: .all([.mixed, .severe, .nativeValve])),
    own(
      "mitral-mixed-teer", "guidelines have no rows for mixed leaks", .teer,
      "Valve and ventricle both at fault, symptoms, a high surgical risk and a suitable anatomy: the rows for either kind "
        + "of leak lead to edge-to-edge repair by catheter, those for the ventricle after its drugs.",
      when: .all([.mixed, .severe, .chronic, .nativeValve, .symptoms, .highRisk, .teerSuitable])),
    own(
      "mitral-referral", "a leak of weight belongs in a specialist's hands", .referral,
      "A moderate or severe leak should be seen by a cardiologist, best in a heart valve centre.",
      when: .all([.seen(.moderate, "leak moderate or severe"), .chronic, .careElsewhere])),
  ]

  private static func own(
    _ id: String, _ section: String, _ action: RecommendedAction, _ text: String, when: Condition
  ) -> Rule {
    Rule(id, Guideline.allCases, .own, section, nil, nil, action, text, when: when, evidence: .partRead)
  }
}
