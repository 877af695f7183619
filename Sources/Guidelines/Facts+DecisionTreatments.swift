// What has been done and is being taken: operations by the names of the treatments' catalogue, drugs by their classes.

import Findings

extension Condition {
  /// The mitral valve has been replaced by such a prosthesis. The list of treatments is always told, if only as empty;
  /// a history of an artificial valve that it does not name leaves the kind open.
  private static func replaced(by kind: MitralProsthesis, _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      let record = picture.record
      if let latest = record.latestProsthesis {
        return latest == kind ? .yes("treated: \(latest.rawValue)") : .no("treated: \(latest.rawValue)")
      }
      switch record.lists(.prostheticValve) {
      case true?: return .unknown(["treatments"])
      default: return .no("")
      }
    }
  }

  static let mechanicalValve = replaced(by: .mechanical, "mechanical mitral valve")
  static let biologicalValve = replaced(by: .biological, "biological mitral valve")

  /// One of these treatments has been given.
  static func given(_ names: [String], _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      for given in picture.record.treatments {
        for name in names where given.utf8.elementsEqual(name.utf8) { return .yes("treated: \(name)") }
      }
      return .no("")
    }
  }

  static let surgicallyRepaired = Condition.named(
    "mitral valve repaired by surgery",
    .all([.given(ValveMaterial.repairs, "surgical repair"), .nativeValve]))
  static let resynchronised = given(["resynchronisation"], "resynchronisation in place")

  /// One of these classes is on the list of drugs; a line of the list that nobody can read leaves it open.
  static func takes(_ classes: [DrugClass], _ meaning: String) -> Condition {
    .fact("takes \(meaning)") { takesAnswer(classes, meaning, $0) }
  }

  static func takesAnswer(_ classes: [DrugClass], _ meaning: String, _ picture: Picture) -> Answer {
    var isSure = true
    for drug in classes {
      let takes = picture.record.takes(drug)
      if takes == true { return .yes("takes: \(drug.rawValue)") }
      if takes == nil { isSure = false }
    }
    return isSure ? .no("no \(meaning) on the list of drugs") : .unknown(["context.drugs"])
  }

  /// What heart-failure rules would begin is there: told to be at its best, or all of it on the list of drugs and not told
  /// to be less.
  static let pillarsInPlace = Condition.fact("the four pillars of heart-failure treatment in place") { picture in
    let record = picture.record
    switch record.context.optimisedMedicalTherapy {
    case true?: return .yes("drugs for the heart at their best dose")
    case false?: return .no("not: drugs for the heart at their best dose")
    case nil: break
    }
    var isSure = true
    for pillar in HeartFailurePillar.allCases {
      switch pillar.stands(record) {
      case true?: break
      case false?: return .no("no \(pillar.meaning) on the list of drugs")
      case nil: isSure = false
      }
    }
    return isSure ? .yes("takes all four pillars of heart-failure treatment") : .unknown(["context.drugs"])
  }

  static let takesLoopDiuretic = Condition.named("a loop diuretic", .takes([.loopDiuretic], "loop diuretic"))

  static let anticoagulated = takes([.doac, .vka], "anticoagulant")

  /// Admitted for heart failure within a year of the day of judgement. A date after that day cannot be right: it is
  /// asked for again.
  static let recentlyAdmitted = Condition.fact("admitted for heart failure in the past year") { picture in
    let record = picture.record
    if let date = record.context.lastHeartFailureAdmission {
      if date.isAfter(record.today) { return .unknown(["context.lastHeartFailureAdmission"]) }
      let told = "last heart-failure admission \(date)"
      return date.days(until: record.today) <= 365 ? .yes(told) : .no(told)
    }
    switch record.lists(.heartFailureHospitalisation) {
    case true?: return .unknown(["context.lastHeartFailureAdmission"])
    case false?: return .unlisted
    case nil: return .unknown(["context.lastHeartFailureAdmission"])
    }
  }
}
