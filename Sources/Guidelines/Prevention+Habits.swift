// Advice on how to live: movement, sport, food, salt, alcohol, smoking.

import Findings
import Quantities

extension PreventionPatient {
  var activity: PreventionItem? {
    let target = "150 to 300 minutes a week of moderate, or 75 to 150 of vigorous movement, and strength on 2 days"
    let advice =
      needsLeaveToMove
      ? "Ask your team how much you may move. Stop if you get short of breath or dizzy, or if your chest hurts."
      : "Move on most days: walk fast, cycle or swim, 150 to 300 minutes a week in all. Train your strength on two days."
    return PreventionItem(
      .activity, .general, target: needsLeaveToMove ? nil : target, advice,
      clinician: needsLeaveToMove
        ? "Exercise by prescription: severe leak, sudden leak or marked symptoms. The general target, " + target
          + ", does not apply as it stands." : "Target: " + target + ".", .preventionEsc2021, .partRead)
  }

  var sport: PreventionItem? {
    let thinned = takes(.doac, .vka)
    let collision = thinned ? " You take a blood thinner, so leave out sports with blows and falls." : ""
    return PreventionItem(
      .sport, thinned ? .pressing : .general,
      "Ask your team before you take part in a race or match." + collision,
      clinician: "Decide by severity, dimensions, ejection fraction, pulmonary pressure and an exercise test."
        + (thinned ? " On an anticoagulant: no collision sport." : ""), .sportEsc2020)
  }

  var diet: PreventionItem? {
    PreventionItem(
      .diet, .general, target: "200 g fruit, 200 g vegetables and 30 to 45 g fibre a day, fish once a week",
      "Eat two handfuls of fruit and two of vegetables a day, whole grain, nuts, and fish once a week. Eat little sugar "
        + "and little fat from animals.",
      clinician:
        "Mediterranean or DASH: fibre 30–45 g/d, fruit and vegetables 200 g/d each, fish at least weekly, free "
        + "sugar and saturated fat each under 10 % of energy.", .preventionEsc2021, .partRead)
  }

  var salt: PreventionItem? {
    isAmerican
      ? PreventionItem(
        .salt, .general, target: "below 2.3 g of sodium a day, 1.5 g at best",
        "Use little salt: less than a teaspoon a day, with what is in bread and ready-made food.",
        clinician: "Sodium below 2300 mg/d, ideally 1500 mg/d.", .pressureAha2025)
      : PreventionItem(
        .salt, .general, target: "below 5 g of salt a day",
        "Use little salt: less than a teaspoon (5 grams) a day, with what is in bread and ready-made food.",
        clinician: "Salt below 5 g/d.", .preventionEsc2021)
  }

  var alcohol: PreventionItem? {
    if isPregnant {
      return PreventionItem(
        .alcohol, .pressing, target: "none", "No alcohol while you are pregnant.", clinician: "None in pregnancy.",
        .own, .recalled)
    }
    if atrialFibrillation || weakMuscle || has(.alcoholExcess) {
      let why =
        has(.alcoholExcess)
        ? "Alcohol can weaken the heart."
        : weakMuscle ? "Your heart muscle is ill." : "Your heart beats out of step at times, or always."
      return PreventionItem(
        .alcohol, .pressing, target: "none, or very little",
        why + " Alcohol can make it worse: drink none, or very little. If that is hard, there is help.",
        clinician: "Atrial fibrillation, cardiomyopathy or excess: abstain, or nearly so.", .own, .recalled)
    }
    return isAmerican
      ? PreventionItem(
        .alcohol, .general, target: "none, or at most 2 drinks a day in men, 1 in women",
        "No alcohol is best. If you drink: not more than "
          + (record.sex == .female
            ? "one drink a day."
            : record.sex == .male ? "two drinks a day." : "two drinks a day as a man, one as a woman."),
        clinician: "None at best; else at most 2 drinks a day (men) or 1 (women).", .pressureAha2025)
      : PreventionItem(
        .alcohol, .general, target: "at most 100 g a week",
        "Drink little alcohol or none: at most about ten small glasses of wine or beer a week in all.",
        clinician: "At most 100 g of alcohol a week.", .preventionEsc2021)
  }

  /// Left out where a history is told and smoking is not in it.
  var smoking: PreventionItem? {
    switch record.lists(.smoking) {
    case false?: nil
    case true?:
      PreventionItem(
        .smoking, .pressing, target: "none",
        "If you smoke, stop for good. It is hard, but nothing does your heart more good. Your team can help you.",
        clinician: "Smoking on record: ask at each visit, advise, offer counselling and drugs to stop.",
        .preventionEsc2021, .recalled)
    case nil:
      PreventionItem(
        .smoking, .general, target: "none", "If you smoke, stop for good. Your team can help you.",
        clinician: "Smoking not on record: ask.", .preventionEsc2021, .recalled)
    }
  }
}
