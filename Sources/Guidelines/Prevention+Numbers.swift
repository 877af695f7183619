// Advice that has a figure to meet: blood pressure, weight, waist, blood fats, blood sugar.

import Findings
import Quantities

extension PreventionPatient {
  /// What is too low to be praised, and too low to be called harmless.
  private static let lowPressure = 100.0

  var bloodPressure: PreventionItem? {
    let goal = PressureGoal(picture.guideline, age: record.age)
    func item(_ state: PreventionState, _ own: String?, _ advice: String) -> PreventionItem {
      PreventionItem(
        .bloodPressure, state, target: goal.shown, own: own, advice,
        clinician: "Target " + goal.shown + "; measured at rest, repeatedly, and at home where possible.",
        goal.source, goal.evidence)
    }
    guard let systolic = picture[.SBP] else {
      return item(.notKnown, nil, "Have your blood pressure measured. The upper value should be \(goal.aim).")
    }
    let told = text(systolic)
    let own = "your systolic pressure is \(told); the target is \(goal.range)"
    if goal.tooHigh.holds(systolic, goal.upper) {
      return item(
        .offTarget, own, "Your upper blood pressure is \(told). Aim for \(goal.aim). Ask your team how.")
    }
    if let limit = goal.diastolic, let diastolic = picture[.DBP], Comparison.atLeast.holds(diastolic, limit) {
      return item(
        .offTarget, "your diastolic pressure is \(text(diastolic)); the target is below \(text(limit))",
        "Your lower blood pressure is \(text(diastolic)). Aim for below \(text(limit)). Ask your team how.")
    }
    if systolic < Self.lowPressure { return nil }
    if let lower = goal.lower, Comparison.below.holds(systolic, lower) {
      return item(
        .onTarget, own + ": below the range, with nothing to be done if the patient feels well",
        "Your upper blood pressure is \(told). That is below the target range. It is fine if you feel well.")
    }
    return item(.onTarget, own, "Your upper blood pressure is \(told). That is where it should be.")
  }

  /// ESC 2021: index 20–25. AHA/ACC 2025: lose 5 % or more where it is above 25.
  var weight: PreventionItem? {
    if isPregnant || has(.malnutrition) { return nil }
    let target = isAmerican ? "at least 5 % less, where the body mass index is over 25" : "body mass index 20 to 25"
    let source: RuleSource = isAmerican ? .pressureAha2025 : .preventionEsc2021
    guard let index = record.bodyMassIndex, let weight = record.weight, let height = record.height else {
      return PreventionItem(
        .weight, .notKnown, target: target, "Find out your weight and height. Your team can tell what they mean.",
        clinician: "Body mass index not on record; target: " + target + ".", source)
    }
    let metres = height / 100
    if index > 25 {
      let goal =
        isAmerican
        ? "the target is \(text(weight * 0.95)) kg or less at first"
        : "the target is 20 to 25, for your height \(text(20 * metres * metres)) to \(text(25 * metres * metres)) kg"
      let own =
        isAmerican
        ? "your weight is \(text(weight, 1)) kg; " + goal : "your body mass index is \(text(index, 1)); " + goal
      let swollen = heartFailure ? " First be sure that it is not water. Your team can tell." : ""
      return PreventionItem(
        .weight, .offTarget, target: target, own: own,
        "You weigh \(text(weight)) kilos. Losing some helps your heart: "
          + (isAmerican
            ? "\(text(weight * 0.95)) is a good first aim." : "up to \(text(25 * metres * metres)) fits your height.")
          + swollen,
        clinician: "Body mass index \(text(index, 1)) kg/m²; " + target
          + (heartFailure ? "; rule out oedema before advising weight loss." : "."), source)
    }
    let least = isAmerican ? 18.5 : 20
    let range = isAmerican ? "18.5 to 25" : "20 to 25"
    let own = "your body mass index is \(text(index, 1)); the target is " + range
    if index < least {
      return PreventionItem(
        .weight, .offTarget, target: "body mass index " + range, own: own,
        "You weigh little for your height. Ask your team whether you should eat more.",
        clinician: "Body mass index \(text(index, 1)) kg/m²: look for loss of muscle or appetite.",
        isAmerican ? .own : source, isAmerican ? .recalled : .read)
    }
    return PreventionItem(
      .weight, .onTarget, target: "body mass index " + range, own: own,
      "Your weight fits your height. Keep it.", clinician: "Body mass index \(text(index, 1)) kg/m².", source)
  }

  /// ESC 2021; a waist is not on record.
  var waist: PreventionItem? {
    if isPregnant || isAmerican { return nil }
    let target: String =
      switch record.sex {
      case .male?: "below 94 cm"
      case .female?: "below 80 cm"
      case nil: "below 94 cm in men, below 80 cm in women"
      }
    let act = record.sex == .male ? "102 cm" : record.sex == .female ? "88 cm" : "102 cm in men or 88 cm in women"
    return PreventionItem(
      .waist, .notKnown, target: target,
      "Measure your waist at the height of the navel. It should be " + target + ". From " + act
        + " on, losing weight matters.", clinician: "Waist " + target + "; act from " + act + ".", .preventionEsc2021)
  }

  /// ESC 2021: LDL by risk. Which illness means which risk is put simply: disease of arteries very high, diabetes or
  /// ill kidneys high.
  var lipids: PreventionItem? {
    let arteries = has(
      .coronaryDisease, .myocardialInfarction, .recentMyocardialInfarction, .peripheralArteryDisease, .stroke)
    let burdened = has(.diabetes, .diabetesOnInsulin, .kidneyDisease, .dialysis)
    let (limit, old, risk) =
      arteries
      ? (1.4, "55", "very high risk") : burdened ? (1.8, "70", "high risk") : (2.6, "100", "no such burden known")
    let shown = "below \(text(limit, 1)) mmol/L (\(old) mg/dL)"
    let half = limit < 2 ? " and a fall of 50 % or more" : ""
    let clinician = "LDL cholesterol " + shown + half + " (" + risk + ")."
    func item(_ state: PreventionState, _ own: String?, _ advice: String) -> PreventionItem {
      PreventionItem(
        .lipids, state, target: shown, own: own, advice, clinician: clinician, .preventionEsc2021,
        limit > 2 ? .recalled : .read)
    }
    guard let ldl = picture[.LDL] else {
      return item(.notKnown, nil, "Have your blood fats measured. The harmful kind (LDL) should be " + shown + ".")
    }
    let own = "your LDL cholesterol is \(text(ldl, 1)) mmol/L; the target is below \(text(limit, 1))"
    return Comparison.below.holds(ldl, limit)
      ? item(.onTarget, own, "Your harmful blood fat (LDL) is \(text(ldl, 1)). That is where it should be.")
      : item(
        .offTarget, own,
        "Your harmful blood fat (LDL) is \(text(ldl, 1)). Aim for below \(text(limit, 1)). Ask your team how.")
  }

  /// Only for those with diabetes, or with a value that means it.
  var diabetes: PreventionItem? {
    let known = has(.diabetes, .diabetesOnInsulin)
    let value = picture[.hbA1c]
    guard known || (value.map { Comparison.atLeast.holds($0, 6.5) } ?? false) else { return nil }
    let target = "HbA1c below 7 % (53 mmol/mol)"
    func item(_ state: PreventionState, _ own: String?, _ advice: String) -> PreventionItem {
      PreventionItem(
        .diabetes, state, target: target, own: own, advice, clinician: target + ", where it is safe.",
        .preventionEsc2021, .recalled)
    }
    guard let value else {
      return item(.notKnown, nil, "Have your long-term blood sugar (HbA1c) measured. It should be below 7.")
    }
    let own = "your HbA1c is \(text(value, 1)) %; the target is below 7 %"
    if Comparison.below.holds(value, 7) {
      return item(
        .onTarget, own, "Your long-term blood sugar (HbA1c) is \(text(value, 1)). That is where it should be.")
    }
    return item(
      .offTarget, own, "Your long-term blood sugar (HbA1c) is \(text(value, 1)). Aim for below 7. Ask your team how.")
  }
}
