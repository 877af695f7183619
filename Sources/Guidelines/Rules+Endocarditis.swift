// Who gets an antibiotic before dental work, and who does not: AHA 2021 beside ACC/AHA 2020, ESC 2023 beside ESC/EACTS
// 2025. The ESC guideline on valves of 2021 went with an older one on endocarditis, which is not in the book.

import Findings

extension Condition {
  /// A valve replaced, by surgery or catheter.
  static let carriesProsthesis = Condition.fact("prosthetic valve") { picture in
    let given = picture.record.treatments
    for kind in given where ValveMaterial.prostheses.containsText(kind) { return .yes("treated by " + kind) }
    return picture.record.listed(.prostheticValve, as: "prosthetic valve")
  }

  /// Rings and chords of a surgical repair.
  static let carriesRepair = Condition.fact("prosthetic material from a valve repair") { picture in
    for kind in picture.record.treatments where ValveMaterial.repairs.containsText(kind) {
      return .yes("treated by " + kind)
    }
    return .unlisted
  }

  static let carriesClip = Condition.fact("clip by catheter") { picture in
    for kind in picture.record.treatments where ValveMaterial.clips.containsText(kind) {
      return .yes("treated by " + kind)
    }
    return .unlisted
  }

  static let hadEndocarditis = Condition.fact("earlier endocarditis") { picture in
    if picture.record.lists(.activeEndocarditis) == true { return .yes("history: active endocarditis") }
    return picture.record.listed(.endocarditis, as: "endocarditis")
  }

  fileprivate static let cyanotic = history(
    .cyanoticHeartDisease, "cyanotic congenital heart disease, not wholly repaired")

  /// The valve leaks, prolapses or bears the marks of rheumatic fever.
  static let illNativeValve = Condition.fact("native valve disease") { picture in
    let record = picture.record
    if record.isMitralReplaced { return .no(replacedStatement) }
    if record.signs.has(.rheumaticLeaflets) { return .yes("rheumatic leaflets") }
    if record.signs.has(.prolapse) { return .yes("prolapse") }
    if record.signs.has(.flail) { return .yes("flail leaflet") }
    if record.lists(.mitralProlapse) == true { return .yes("history: mitral prolapse") }
    if record.lists(.rheumaticCarditis) == true { return .yes("history: rheumatic carditis") }
    guard let grade = picture.severity.grade else { return ungraded(picture) }
    return grade >= .mild
      ? .yes("the mitral valve leaks (graded \(grade.identifier))") : .no("the mitral valve does not leak to speak of")
  }

  fileprivate static let noMarker = Condition.without(
    .any([carriesProsthesis, carriesRepair, carriesClip, hadEndocarditis, cyanotic]))
}

extension ClinicalRecord {
  /// The answer for an item of the history.
  func listed(_ item: HistoryItem, as meaning: String) -> Answer {
    switch lists(item) {
    case true?: .yes("history: " + meaning)
    case false?: .unlisted
    case nil: .unknown(["history"])
    }
  }
}

extension RuleBook {
  static let endocarditis: [Rule] = [
    aha(
      "prosthesis", "Give an antibiotic before dental work to those who carry a prosthetic valve.", .carriesProsthesis),
    aha(
      "repair", "Give an antibiotic before dental work to those with a ring, artificial chords or a clip in the valve.",
      .any([.carriesRepair, .carriesClip])),
    aha("earlier", "Give an antibiotic before dental work to those who had endocarditis.", .hadEndocarditis),
    aha(
      "congenital",
      "Give an antibiotic before dental work in congenital heart disease with cyanosis that is not wholly repaired.",
      .cyanotic, evidence: .partRead),
    aha(
      "native",
      "Give no antibiotic before dental work for a leak, prolapse or rheumatic disease of the patient's own valve alone.",
      .all([.illNativeValve, .noMarker]), avoid: true),
    esc(
      "prosthesis", .one, "Give an antibiotic before dental work to those with a prosthetic valve or surgical repair.",
      .any([.carriesProsthesis, .carriesRepair])),
    esc("earlier", .one, "Give an antibiotic before dental work to those who had endocarditis.", .hadEndocarditis),
    esc(
      "congenital", .one,
      "Give an antibiotic before dental work in congenital heart disease with cyanosis that is not wholly repaired.",
      .cyanotic),
    esc(
      "clip", .twoA, "Consider an antibiotic before dental work after repair of the valve by catheter.", .carriesClip),
    esc(
      "native", nil,
      "Give no antibiotic before dental work as a routine for a disease of the patient's own valve alone.",
      .all([.illNativeValve, .noMarker]), avoid: true),
  ]

  private static func aha(
    _ name: String, _ text: String, _ when: Condition, avoid: Bool = false, evidence: Evidence = .read
  ) -> Rule {
    Rule(
      "aha-2021-endocarditis-" + name, [.accAha2020], .endocarditisAha2021, "prophylaxis before dental work", nil, nil,
      .endocarditisProphylaxis, avoid: avoid, text, when: when, evidence: evidence)
  }

  private static func esc(
    _ name: String, _ strength: RecommendationClass?, _ text: String, _ when: Condition, avoid: Bool = false
  ) -> Rule {
    Rule(
      "esc-2023-endocarditis-" + name, [.escEacts2025], .endocarditisEsc2023, "prophylaxis before dental work",
      strength, nil, .endocarditisProphylaxis, avoid: avoid, text, when: when, evidence: .recalled)
  }
}
