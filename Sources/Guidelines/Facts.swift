// Questions that many rules ask. Each answers from the record, with a true statement or with what is missing.

import Findings

// The leak.
extension Condition {
  /// Graded severe, at least probably.
  static let severe = graded(.severe, orMore: false, "severe leak")
  static let moderate = graded(.moderate, orMore: false, "moderate leak")
  static let mild = graded(.mild, orMore: false, "mild leak")
  static let moderateOrSevere = graded(.moderate, orMore: true, "leak moderate or severe")

  private static func graded(_ grade: SeverityGrade, orMore: Bool, _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      let severity = picture.severity
      guard let found = severity.grade, severity.confidence > .indeterminate else { return ungraded(picture) }
      let told = "the leak is graded \(found.identifier) (\(severity.confidence.identifier))"
      return found == grade || (orMore && found > grade) ? .yes(told) : .no(told)
    }
  }

  /// The leak is of this class.
  static func cause(_ cause: CauseClass, _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      let found = picture.cause.cause
      if picture.record.isMitralReplaced { return .no(replacedStatement) }
      if found == .undetermined { return .unknown(picture.cause.firstToAsk) }
      return found == cause ? .yes("the leak is \(meaning)") : .no("the leak is \(found.meaning)")
    }
  }

  static let primary = cause(.primary, "primary")
  static let secondaryVentricular = cause(.secondaryVentricular, "secondary to the ventricle")
  static let secondaryAtrial = cause(.secondaryAtrial, "secondary to the atrium")
  static let mixed = cause(.mixed, "both primary and secondary")
  /// Not acute, as far as told or to be concluded.
  static let chronic = Condition.named("chronic leak", .not(acuteOrLikelyAcute))
  static let acute = Condition.fact("acute leak") { picture in
    picture.record.presentation == .acute ? .yes("the leak came suddenly") : .no("the leak is not told to be acute")
  }
}

// The patient.
extension Condition {
  /// Complaints that a leak can cause, told or implied by the class of the New York Heart Association.
  static let symptoms = Condition.fact("symptoms") { picture in
    let record = picture.record
    if let nyha = record.nyha, nyha != .one { return .yes("NYHA class \(nyha.rawValue)") }
    if let told = record.symptoms {
      for symptom in told where symptom.isOfTheLeak { return .yes("complains of \(symptom.meaning)") }
      return .no(told.isEmpty ? "no symptoms" : "none of the complaints told is of a kind that a leak causes")
    }
    return record.nyha == .one ? .no("NYHA class I") : .unknown(["symptoms"])
  }

  /// Asked for complaints, and none is of a kind that a leak causes.
  static let asymptomatic = Condition.named("no symptoms", .not(symptoms))

  /// An item of the history.
  static func history(_ item: HistoryItem, _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      switch picture.record.lists(item) {
      case true?: .yes("history: \(meaning)")
      case false?: .unlisted
      case nil: .unknown(["history"])
      }
    }
  }

  /// A yes-or-no field of the context.
  static func context(
    _ name: String, _ meaning: String, _ field: @escaping @Sendable (ClinicalContext) -> Bool?
  ) -> Condition {
    .fact(meaning) { picture in
      switch field(picture.record.context) {
      case true?: .yes(meaning)
      case false?: .no("not: " + meaning)
      case nil: .unknown(["context." + name])
      }
    }
  }

  static let durableRepairLikely = context("durableRepairLikely", "durable repair likely") { $0.durableRepairLikely }
  static let teerSuitable = context("teerSuitable", "anatomy suitable for TEER") { $0.teerSuitable }
  static let valveCentre = context("heartValveCentre", "treated in a heart valve centre") { $0.heartValveCentre }

  static let atrialFibrillation = Condition.fact("atrial fibrillation") { picture in
    let listed = picture.record.lists(.atrialFibrillation)
    if listed == true { return .yes("history: atrial fibrillation") }
    switch picture.record.rhythm {
    case .atrialFibrillation?: return .yes("the rhythm is atrial fibrillation")
    case let rhythm?: return .no("the rhythm is \(rhythm.rawValue)")
    case nil: return listed == nil ? .unknown(["rhythm"]) : .unlisted
    }
  }

  /// The tricuspid valve leaks at least moderately.
  static let tricuspidLeak = Condition.fact("tricuspid leak moderate or worse") { picture in
    guard let grade = picture.record.signs.tricuspidGrade else { return .unknown([QualitativeID.TRgrade.identifier]) }
    let told = "tricuspid leak \(QualitativeID.TRgrade.spec.values[grade.rawValue])"
    return grade.rawValue >= GradeWord.moderate.rawValue ? .yes(told) : .no(told)
  }
}

extension Symptom {
  /// Whether a leaking mitral valve makes such complaints.
  var isOfTheLeak: Bool {
    switch self {
    case .fever, .confusion, .chestPain, .strokeSigns: false
    default: true
    }
  }

  /// In plain words.
  public var meaning: String {
    switch self {
    case .fatigue: "fatigue"
    case .exertionalDyspnoea: "breathlessness on exertion"
    case .restDyspnoea: "breathlessness at rest"
    case .orthopnoea: "breathlessness lying flat"
    case .nocturnalDyspnoea: "waking at night short of breath"
    case .palpitations: "palpitations"
    case .syncope: "fainting"
    case .chestPain: "chest pain"
    case .ankleSwelling: "swollen ankles"
    case .fever: "fever"
    case .pinkSputum: "pink, frothy sputum"
    case .confusion: "confusion"
    case .strokeSigns: "a drooping face, a weak arm or trouble speaking"
    }
  }
}
