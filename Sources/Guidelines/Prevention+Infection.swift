// Advice against infections that harm valves: teeth, needles, sore throats, rheumatic fever, and vaccines.

import Findings

extension PreventionPatient {
  /// Whether the rules of the chosen set give an antibiotic before dental work: yes, no, or not said.
  private var antibioticForTeeth: Bool? {
    var refused = false
    for rule in RuleBook.endocarditis where rule.sets.contains(picture.guideline) {
      guard rule.when.evaluate(picture).truth == .yes else { continue }
      if rule.polarity == .perform { return true }
      refused = true
    }
    return refused ? false : nil
  }

  /// Where the chosen set has no rule: who had endocarditis or carries something in the valve must ask.
  private var mayNeedAntibiotic: Bool {
    let parts: [Condition] = [.carriesProsthesis, .carriesRepair, .carriesClip, .hadEndocarditis]
    for part in parts where part.evaluate(picture).truth == .yes { return true }
    return has(.cyanoticHeartDisease)
  }

  var teeth: PreventionItem? {
    let care = "Brush your teeth twice a day. See a dentist every 6 to 12 months."
    let target = "dentist every 6 to 12 months"
    let source: RuleSource = isAmerican ? .endocarditisAha2021 : .endocarditisEsc2023
    let evidence: Evidence = isAmerican ? .read : .recalled
    switch antibioticForTeeth {
    case true?:
      return PreventionItem(
        .teeth, .pressing, target: target,
        care
          + " You need an antibiotic before some dental work, so that germs do not settle in your heart. Tell the dentist.",
        clinician: EndocarditisProphylaxis.clinicianText(record), source, evidence)
    case false?:
      return PreventionItem(
        .teeth, .general, target: target, care + " You need no antibiotic before it because of your valve.",
        clinician: "No antibiotic prophylaxis for disease of the native valve alone.", source, evidence)
    case nil:
      return PreventionItem(
        .teeth, .general, target: target,
        care + (mayNeedAntibiotic ? " Ask your heart doctor whether you need an antibiotic before dental work." : ""),
        clinician: "Antibiotic prophylaxis only with a prosthesis, repair material or earlier endocarditis.", source,
        evidence)
    }
  }

  /// One line for everyone; more for those who inject or did.
  var intravenousDrugs: PreventionItem? {
    has(.intravenousDrugUse)
      ? PreventionItem(
        .intravenousDrugs, .pressing, target: "none",
        "Needles can carry germs to the valve. If you inject, use a new, clean needle each time, from a needle programme. "
          + "There is help to stop. With any fever, have blood taken the same day.",
        clinician: "Injects or did: offer treatment of the addiction and needle programmes; blood cultures before "
          + "antibiotics with any fever.", .endocarditisEsc2023, .recalled)
      : PreventionItem(
        .intravenousDrugs, .general,
        "Keep germs out of your blood: only clean needles, with tattoos and piercings too.",
        clinician: "Unsafe tattoos, piercings and injected drugs can infect a valve.", .endocarditisEsc2023, .recalled)
  }

  /// For those who had rheumatic fever, and the young.
  var throat: PreventionItem? {
    let had = has(.rheumaticFever, .rheumaticCarditis) || record.signs.has(.rheumaticLeaflets)
    let now = has(.streptococcalThroat)
    let young = record.age.map { $0 < 30 } ?? false
    guard had || now || young else { return nil }
    var drugs: [String] = []
    let allergic = has(.penicillinAllergy)
    for agent in RheumaticAgent.choices(RheumaticAgent.primary, penicillinAllergy: allergic) {
      drugs.append(agent.text)
    }
    return PreventionItem(
      .streptococcalThroat, had || now ? .pressing : .general, target: "treated within 9 days, full course",
      "With a sore throat and fever, have your throat tested within a few days. If you get an antibiotic, take it to the "
        + "last day.",
      clinician: "Streptococcal throat: begin within 9 days"
        + (allergic ? "; penicillin is not tolerated: " : ": ") + Texts.list(drugs, by: "; or ") + ".",
      .rheumaticAha2009, .partRead)
  }

  var rheumaticFever: PreventionItem? {
    guard let span = RheumaticSpan(picture) else { return nil }
    let allergic = has(.penicillinAllergy)
    let delicate =
      isLimitedMarkedly || (picture[.LVEF].map { $0 < 50 } ?? false)
      || (picture[.MVA].map { $0 <= 1.5 } ?? false)
    var drugs: [String] = []
    for agent in RheumaticAgent.choices(
      RheumaticAgent.secondary, penicillinAllergy: allergic, preferOral: isAmerican && delicate)
    {
      drugs.append(agent.text)
    }
    let agents = Texts.list(drugs, by: "; or ")
    let drug = allergic ? "the antibiotic" : "penicillin"
    let end = rheumaticEnd(span)
    let advice: String =
      switch end.isDue {
      case true?:
        "You had rheumatic fever. To stop it from coming back, take \(drug) without a break"
          + (end.until.map { " until \($0) at least" } ?? " for years") + ". Ask before you stop."
      case false?: "You had rheumatic fever. The usual time of protection is over. Ask your team whether you need more."
      case nil: "You had rheumatic fever. Ask your team whether you still need \(drug) to stop it from coming back."
      }
    let lacking = end.isDue == nil ? " Not known: " + Texts.list(end.missing) + "." : ""
    return PreventionItem(
      .rheumaticFever, end.isDue == false ? .general : .pressing, target: end.target,
      own: end.until.map { end.isDue == true ? "yours lasts until \($0) at least" : "yours was over in \($0)" }, advice,
      clinician: "After " + span.course.meaning + ": " + end.target + "." + lacking + " " + agents + "."
        + (isAmerican && delicate && !allergic
          ? " By mouth rather than by injection (AHA 2022): weak ventricle, narrow valve or marked symptoms." : ""),
      isAmerican ? .rheumaticAha2009 : .escEacts2025)
  }

  /// Until when, by the chosen set: AHA by course and age, ESC ten years at least.
  private func rheumaticEnd(
    _ span: RheumaticSpan
  ) -> (target: String, until: Int?, isDue: Bool?, missing: [String]) {
    if isAmerican {
      let (years, age) = span.course.duration
      let target = "\(years) years after the last attack or to the age of \(age), whichever is longer"
      return (target, span.until, span.isDue, span.missing)
    }
    let target = "10 years after the last attack at least, longer in high risk"
    guard let attack = record.context.lastRheumaticAttack else {
      return (target, nil, nil, ["context.lastRheumaticAttack"])
    }
    return (target, attack.year + 10, RheumaticSpan.isWithin(10, attack, record.today), [])
  }

  var vaccination: PreventionItem? {
    PreventionItem(
      .vaccination, heartFailure ? .pressing : .general,
      "Have the flu vaccine each year, and ask for those against pneumonia and COVID.",
      clinician: "Influenza yearly, pneumococcal, COVID-19.", .failureEsc2021, .recalled)
  }
}
