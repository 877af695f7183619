// What the texts for the person ask of a judgement.

import Findings

/// How a guideline speaks for something, the strongest first.
enum PlainAdvice: Int {
  /// Class I, or plainly asked for by a rule without a class.
  case advised
  /// Class IIa.
  case worthThinking
  /// Class IIb.
  case canBe
}

/// What has been done to the mitral valve.
enum PlainTreatment {
  case none, repaired, clipped, metal, tissue
  /// The history tells of an artificial valve, and not of which.
  case someProsthesis
}

/// How much a person has time to read.
enum PlainPace { case emergency, urgent, usual }

/// The person behind a judgement.
struct PlainPerson {
  let judgement: Judgement
  let treatment: PlainTreatment

  init(_ judgement: Judgement) {
    self.judgement = judgement
    treatment = Self.treatment(judgement.picture.record)
  }

  var picture: Picture { judgement.picture }
  var record: ClinicalRecord { picture.record }
  var grade: SeverityGrade? { picture.severity.grade }
  /// A grade that stands: indeterminate ones are told as open.
  var isSure: Bool { picture.severity.confidence > .indeterminate }
  /// A grade below, at or above a limit; false where it does not stand.
  func isSurely(_ range: ClosedRange<SeverityGrade>) -> Bool { isSure && (grade.map { range.contains($0) } ?? false) }

  var urgency: Urgency { judgement.urgency.urgency }
  var pace: PlainPace {
    switch urgency {
    case .emergency: .emergency
    case .urgent: .urgent
    case .soon, .routine: .usual
    }
  }

  private func holds(_ condition: Condition) -> Bool { condition.evaluate(picture).truth == .yes }
  /// The person's own valve lets too little blood in.
  var isNarrow: Bool { holds(.narrowValve) }
  /// A chord has torn and nobody has mended it.
  var isTorn: Bool { holds(.tornValve) }
  /// The lower room is weak, by tests or by a computed heart.
  var isWeak: Bool { holds(.weakHeart) }
  /// The heart struggles, with whatever leak.
  var isStrained: Bool {
    isWeak || holds(.highLungPressure) || holds(.lowOutput) || picture.cause.leakClass == .secondary
      || (picture.functional.nyha.map { $0.place >= 3 } ?? false)
  }
  /// A leak at most mild, and nothing else to trouble about.
  var isHarmless: Bool {
    urgency == .routine && isSurely(.none ... .mild) && !isNarrow && !isTorn && !isStrained
      && treatment != .someProsthesis
  }

  func has(_ item: HistoryItem) -> Bool { record.lists(item) == true }
  func complains(of symptom: Symptom) -> Bool { record.complains(of: symptom) == true }

  /// A value of the person's own, not one that a simulated heart stands in for.
  func known(_ id: FindingID) -> Double? { picture.combined.inferred.contains(id) ? nil : picture[id] }

  func isAdvised(_ actions: RecommendedAction...) -> Bool {
    for one in judgement.recommendations where one.rule.polarity == .perform && actions.contains(one.rule.action) {
      return true
    }
    return false
  }

  /// How strongly the guideline speaks for treating the valve itself, by surgeon or catheter; nil where it does not.
  var valveAdvice: PlainAdvice? {
    let actions: [RecommendedAction] = [
      .emergencySurgery, .mitralValveSurgery, .mitralValveRepair, .mitralValveReplacement, .intervention,
      .surgeryWithCABG,
      .teer,
    ]
    var best: PlainAdvice?
    for one in judgement.recommendations
    where one.rule.polarity == .perform && actions.contains(one.rule.action) && !one.rule.saysHow {
      let found: PlainAdvice =
        switch one.rule.strength {
        case .twoA?: .worthThinking
        case .twoB?: .canBe
        default: .advised
        }
      if found.rawValue < best?.rawValue ?? 9 { best = found }
    }
    return best
  }

  /// The guideline speaks against it.
  func isAvoided(_ action: RecommendedAction) -> Bool {
    for one in judgement.recommendations where one.rule.polarity == .avoid && one.rule.action == action { return true }
    return false
  }

  var isReplaced: Bool { treatment == .metal || treatment == .tissue }
  /// A prosthesis, ring or clip in the heart.
  var hasDevice: Bool { treatment != .none }
  var fibrillates: Bool { record.rhythm == .atrialFibrillation }
  var hasFibrillated: Bool { fibrillates || has(.atrialFibrillation) }
  var takesBloodThinner: Bool { record.takes(.doac) == true || record.takes(.vka) == true }
  /// Nothing tells surely that the valve leaks, nor that it does not.
  var mayOnlyLeak: Bool {
    grade.map { $0 < .mild && !isSure } ?? (picture.cause.cause == .undetermined)
  }
  var isPregnant: Bool { has(.pregnancy) }

  /// The last thing done to the valve counts.
  private static func treatment(_ record: ClinicalRecord) -> PlainTreatment {
    var found = record.lists(.prostheticValve) == true ? PlainTreatment.someProsthesis : .none
    for given in record.treatments {
      if given.utf8.elementsEqual(MitralProsthesis.mechanical.rawValue.utf8) { found = .metal }
      if given.utf8.elementsEqual(MitralProsthesis.biological.rawValue.utf8) { found = .tissue }
      if found == .metal || found == .tissue { continue }
      if ValveMaterial.repairs.containsText(given) { found = .repaired }
      if ValveMaterial.clips.containsText(given) { found = .clipped }
    }
    return found
  }

  /// A share as people count: "about 6 of every 10".
  static func ofTen(_ percent: Double) -> String {
    let tenths = Int(percent / 10 + 0.5)
    return "about \(tenths) of every 10"
  }
}
