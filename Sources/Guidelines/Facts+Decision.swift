// Questions of the decision: what the operation would risk, how far the complaints go, which heart the leak is in.

import Findings
import Quantities

// The leak and the heart.
extension Condition {
  /// At least so severe, however sure the grade is.
  static func seen(_ least: SeverityGrade, _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      guard let found = picture.severity.grade else { return ungraded(picture) }
      let told = "the leak is graded \(found.identifier) (\(picture.severity.confidence.identifier))"
      return found >= least ? .yes(told) : .no(told)
    }
  }

  /// The answer where no grade stands: what would give one, or that an artificial valve is not graded by these limits.
  static func ungraded(_ picture: Picture) -> Answer {
    if picture.record.isMitralReplaced { return .no(replacedStatement) }
    return .unknown(picture.severity.missingForGrade(picture.record))
  }

  static let replacedStatement = "the mitral valve has been replaced"

  /// The mitral valve is the patient's own. What treatments say; a record without them says nothing against it.
  static let nativeValve = Condition.fact("native mitral valve") { picture in
    picture.record.isMitralReplaced ? .no(replacedStatement) : .yes("")
  }

  static let severePrimary = Condition.named(
    "severe primary leak", .all([.severe, .primary, .chronic, .nativeValve]))
  static let moderatePrimary = Condition.named(
    "moderate primary leak", .all([.moderate, .primary, .chronic, .nativeValve]))
  static let severeVentricular = Condition.named(
    "severe ventricular secondary leak", .all([.severe, .secondaryVentricular, .chronic, .nativeValve]))
  static let severeAtrial = Condition.named(
    "severe atrial secondary leak", .all([.severe, .secondaryAtrial, .chronic, .nativeValve]))

  /// The triggers that ESC 2021 and ACC/AHA 2020 (stage C2) share.
  static let dysfunction = Condition.named(
    "left ventricle failing (LVIDs ≥ 40 mm or LVEF ≤ 60 %)",
    .any([.measured(.LVIDs, .atLeast, 40), .measured(.LVEF, .atMost, 60)]))
  static let preserved = Condition.named(
    "left ventricle preserved (LVIDs < 40 mm and LVEF > 60 %)",
    .all([.measured(.LVIDs, .below, 40), .measured(.LVEF, .above, 60)]))
  static let wideAtrium = Condition.named(
    "wide left atrium (LAVI ≥ 60 mL/m² or LAd ≥ 55 mm)",
    .any([.measured(.LAVI, .atLeast, 60), .measured(.LAd, .atLeast, 55)]))

  /// Worn-out leaflets or chordae: a prolapse or a flail leaflet, stated, seen or told of, in a valve that is neither
  /// rheumatic nor infected nor torn by a blow.
  static let degenerative = Condition.fact("degenerative disease") { picture in
    let record = picture.record
    let cause = picture.cause
    if record.signs.has(.rheumaticLeaflets) { return .no("the leaflets are rheumatic") }
    if cause.mechanisms.contains(.rheumatic) { return .no("mechanism: " + ValveMechanism.rheumatic.meaning) }
    let infected = infectedValve.evaluate(picture)
    if infected.truth == .yes { return .no(Texts.list(infected.reasons, by: "; ")) }
    if record.signs.has(.flail) { return .yes("a flail leaflet is seen") }
    if record.signs.has(.prolapse) { return .yes("a prolapse is seen") }
    if record.lists(.chestTrauma) == true, cause.basis == .history, cause.mechanism == .flail {
      return .no("history: chest trauma")
    }
    for worn in [ValveMechanism.flail, .prolapse] where cause.mechanisms.contains(worn) {
      return .yes("mechanism: " + worn.meaning)
    }
    if record.lists(.mitralProlapse) == true, record.signs[.prolapse] == nil {
      return .yes("history: mitral prolapse")
    }
    if let stated = statedOther(cause) { return stated }
    if record.signs[.flail] != nil, record.signs[.prolapse] != nil {
      return .no("neither flail leaflet nor prolapse is seen")
    }
    return .unknown([QualitativeID.prolapse.identifier])
  }

  /// Rheumatic by a stated lesion, by what is seen, or by a history that nothing at the valve contradicts.
  static let rheumatic = Condition.fact("rheumatic leaflets") { picture in
    let record = picture.record
    if record.signs.has(.rheumaticLeaflets) { return .yes("the leaflets are rheumatic") }
    if picture.cause.mechanisms.contains(.rheumatic) {
      return .yes("mechanism: " + ValveMechanism.rheumatic.meaning)
    }
    if record.signs[.rheumaticLeaflets] != nil { return .no("the leaflets are not rheumatic") }
    return statedOther(picture.cause) ?? .unknown([QualitativeID.rheumaticLeaflets.identifier])
  }

  /// Rheumatic as far as told: as above, or rheumatic fever in the history and leaflets that nobody found to be sound.
  /// Silence is a no, which a rule lists as to be confirmed where it matters.
  static let rheumaticToldOf = Condition.fact("rheumatic leaflets, as far as told") { picture in
    let known = rheumatic.evaluate(picture)
    if known.truth == .yes { return .yes(Texts.list(known.reasons, by: "; ")) }
    if picture.record.signs[.rheumaticLeaflets] == nil {
      for item in [HistoryItem.rheumaticFever, .rheumaticCarditis] where picture.record.lists(item) == true {
        return .yes("history: " + Texts.spaced(item.rawValue))
      }
    }
    return .no(Texts.list(known.reasons, by: "; "))
  }

  /// The lesion that a record states instead of the one asked for; nil where it states none.
  private static func statedOther(_ cause: CauseJudgement) -> Answer? {
    guard cause.basis == .stated, let stated = cause.mechanism else { return nil }
    return .no("mechanism: " + stated.meaning)
  }

  /// Something that no field of a record tells: it can only be asked of the doctor, and is listed as to be confirmed.
  static func untold(_ meaning: String) -> Condition { .fact(meaning) { _ in .unlisted } }

  /// A caution that asks for nothing: it holds where what is told says so, and silence leaves it alone.
  static func asFarAsTold(_ name: String, _ condition: Condition) -> Condition {
    .named(name + ", as far as told", .not(.without(condition)))
  }

  static let careElsewhere = Condition.without(.named("care in a heart valve centre", .valveCentre))
}

// The patient.
extension Condition {
  /// An item of the history, named as the case file names it.
  static func history(_ item: HistoryItem) -> Condition { history(item, Texts.spaced(item.rawValue)) }

  static func anyHistory(_ items: [HistoryItem]) -> [Condition] {
    var parts: [Condition] = []
    for item in items { parts.append(.history(item)) }
    return parts
  }

  /// A number that is no finding, against a limit: "age 61 y < 65 y".
  static func number(
    _ name: String, missing: String, unit: String, _ comparison: Comparison, _ limit: Double,
    _ value: @escaping @Sendable (Picture) -> Double?
  ) -> Condition {
    let bound = FixedText.fixed(limit, digits: 1, atLeast: 0) + unit
    return .fact("\(name) \(comparison.symbol) \(bound)") { picture in
      guard let found = value(picture) else { return .unknown([missing]) }
      let holds = comparison.holds(found, limit)
      let seen = (holds ? comparison : comparison.opposite).symbol
      let told = "\(name) \(FixedText.fixed(found, digits: 2, atLeast: 0))\(unit) \(seen) \(bound)"
      return holds ? .yes(told) : .no(told)
    }
  }

  static func age(_ comparison: Comparison, _ years: Double) -> Condition {
    number("age", missing: "patient.age", unit: " y", comparison, years) { $0.record.age }
  }

  static let woman = Condition.fact("woman") { picture in
    switch picture.record.sex {
    case .female?: .yes("a woman")
    case .male?: .no("a man")
    case nil: .unknown(["patient.sex"])
    }
  }

  /// Men and women past 55 are not asked.
  static let pregnant = Condition.fact("pregnancy") { picture in
    let record = picture.record
    if record.sex == .male { return .no("") }
    if record.lists(.pregnancy) == true { return .yes("history: pregnancy") }
    if let age = record.age, age > 55 { return .no("") }
    return record.history == nil ? .unknown(["history"]) : .unlisted
  }

  static let heartFailure = Condition.named(
    "heart failure",
    .any(
      anyHistory([.heartFailure, .heartFailureHospitalisation, .advancedHeartFailure, .dilatedCardiomyopathy])
        + [.measured(.LVEF, .atMost, 40)]))

  /// Only the rhythm told now counts: resynchronisation needs P waves.
  static let sinusRhythm = Condition.fact("sinus rhythm") { picture in
    switch picture.record.rhythm {
    case .sinus?: .yes("the rhythm is sinus")
    case let rhythm?: .no("the rhythm is \(rhythm.rawValue)")
    case nil: .unknown(["rhythm"])
    }
  }
}

// What an operation would risk and bring.
extension Condition {
  /// The limit below which a predicted mortality counts as low: the footnote of ESC/EACTS 2025, Recommendation
  /// Table 4 (written for aortic stenosis; medium confidence that it holds for the mitral valve), percent.
  static let lowMortality = 4.0

  /// From here a predicted mortality counts as high. Ours: the bound of high risk that scores of predicted mortality are
  /// commonly read by; no table on the mitral valve gives one. Percent.
  static let highMortality = 8.0

  /// The operation's risk is one of these. Where no one has said it, a predicted mortality below 4 % counts as low, one
  /// of 8 % and more as high; which of the two it is between them is left open, and so is a prohibitive risk.
  private static func risk(_ allowed: [SurgicalRisk], _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      let context = picture.record.context
      if let risk = context.surgicalRisk {
        let told = "surgical risk \(risk.rawValue)"
        return allowed.contains(risk) ? .yes(told) : .no(told)
      }
      guard let mortality = context.predictedMortality else { return .unknown(["context.surgicalRisk"]) }
      let shown = "predictedMortality \(FixedText.fixed(mortality, digits: 2, atLeast: 0)) %"
      let isLow = mortality < lowMortality
      if allowed.contains(.low) { return isLow ? .yes(shown + " < 4 %") : .no(shown + " ≥ 4 %") }
      if isLow { return .no(shown + " < 4 %") }
      if mortality >= highMortality, allowed.contains(.high) { return .yes(shown + " ≥ 8 %") }
      return .unknown(["context.surgicalRisk"])
    }
  }

  static let lowRisk = risk([.low], "low surgical risk")
  static let highRisk = risk([.high, .prohibitive], "high or prohibitive surgical risk")
  static let prohibitiveRisk = risk([.prohibitive], "prohibitive surgical risk")

  /// A predicted mortality that settles nothing is no silence: the risk must be told before anyone is called operable.
  static let riskLeftOpen = Condition.fact("a predicted mortality of 4 to 8 % and no word on the risk") { picture in
    let context = picture.record.context
    guard context.surgicalRisk == nil, let mortality = context.predictedMortality else { return .no("") }
    return mortality >= lowMortality && mortality < highMortality ? .unknown(["context.surgicalRisk"]) : .no("")
  }

  static func repairLikelihood(above percent: Double) -> Condition {
    number("repairLikelihood", missing: "context.repairLikelihood", unit: " %", .above, percent) {
      $0.record.context.repairLikelihood
    }
  }

  static func mortality(below percent: Double) -> Condition {
    number("predictedMortality", missing: "context.predictedMortality", unit: " %", .below, percent) {
      $0.record.context.predictedMortality
    }
  }

  static func lifeExpectancy(atLeast years: Double) -> Condition {
    number("lifeExpectancy", missing: "context.lifeExpectancy", unit: " y", .atLeast, years) {
      $0.record.context.lifeExpectancy
    }
  }

  static let plannedCABG = context("plannedCABG", "bypass surgery planned") { $0.plannedCABG }
  static let optimised = context("optimisedMedicalTherapy", "drugs for the heart at their best dose") {
    $0.optimisedMedicalTherapy
  }

  static let coronaryDisease = Condition.named(
    "coronary disease", .any(anyHistory([.coronaryDisease, .myocardialInfarction, .recentMyocardialInfarction])))

  /// Planned bypass surgery is the only sign of it in a record; coronary disease alone leaves it open.
  static let coronariesToOpen = Condition.fact("coronary disease that needs revascularisation") { picture in
    switch picture.record.context.plannedCABG {
    case true?: .yes("bypass surgery planned")
    default: .unlisted
    }
  }
}

extension Texts {
  /// "heart-failure" as "heart failure".
  static func spaced(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars { text.unicodeScalars.append(scalar == "-" ? " " : scalar) }
    return text
  }
}
