// What the person can do: checks, what concerns them most of the advice on prevention, sport, when to see a doctor on
// the same day, what to ask; and what this text is.

import Findings

extension PlainPerson {
  /// In the order of importance; what does not fit on the page is left out from the end.
  var living: PlainWords.Section {
    let plan = PreventionPlan(picture)
    var items: [String] = []
    if let check { items.append(check) }
    let isWell = !picture.acuity.isAcute && urgency <= .soon
    for item in plan.items where item.state <= .offTarget && item.topic != .sport && item.topic != .teeth {
      if isWell || item.state == .pressing { items.append(item.patientText) }
    }
    // An antibiotic that is needed must not fall off the page.
    if let teeth = plan[.teeth] {
      items.insert(teeth.patientText, at: min(items.count, teeth.state == .pressing ? 1 : 3))
    }
    if isWell {
      items.insert(contentsOf: sport(plan), at: min(items.count, 4))
      for topic in [PreventionTopic.pregnancy, .activity, .vaccination, .diet, .salt] {
        guard let item = plan[topic], item.state > .offTarget else { continue }
        if topic == .activity {
          if !saysHowToMove { items.append(moving(item)) }
        } else {
          items.append(item.patientText)
        }
      }
    }
    return PlainWords.Section("living", "What you can do", [], items: items)
  }

  private var check: String? {
    if let plan = judgement.followUp {
      return "Go for a check with a heart scan \(plan.interval), and sooner if you feel worse."
    }
    return urgency == .routine && isSurely(.none ... .trace) && treatment == .none
      ? nil : "Keep all visits to your heart doctor."
  }

  private var saysHowToMove: Bool { isAdvised(.sport) || isAvoided(.competitiveSport) }

  /// Nobody is sent running whose leak is not known to allow it.
  private func moving(_ item: PreventionItem) -> String {
    isSurely(.none ... .moderate) || item.target == nil
      ? item.patientText : "Gentle walks are good for most people. Ask your team how much more you may do."
  }

  private func sport(_ plan: PreventionPlan) -> [String] {
    let thinned = isAvoided(.collisionSport) || takesBloodThinner
    let blows = thinned ? " Leave out sports with blows or falls, since you take a blood thinner." : ""
    if isAvoided(.competitiveSport) {
      return ["No races or matches for now. Ask your team how much you may move." + blows]
    }
    if isAdvised(.sport) {
      switch grade {
      case .severe?: return ["Easy sport is fine if a test on a bike was normal. Ask before you compete." + blows]
      case .moderate?: return ["Sport is fine if a test on a bike was normal." + blows]
      default: return ["Your leak does not keep you from any sport." + blows]
      }
    }
    return plan[.sport].map { [$0.patientText] } ?? []
  }

  /// Reasons to see a doctor on the same day.
  var sameDay: PlainWords.Section {
    let isWeighed = PreventionPlan(picture)[.fluids] != nil
    var items = [
      isWeighed
        ? "Your breath gets shorter or your legs swell."
        : "Your breath gets shorter, your legs swell, or you gain 2 kilos in 3 days."
    ]
    let fever = "You have a fever of 38 °C or more. "
    if hasDevice || has(.endocarditis) {
      items.append(fever + "Tell them about your valve. Take no antibiotic before blood is drawn.")
    } else if !isSurely(.none ... .trace) {
      items.append(fever + (mayOnlyLeak ? "Say that a heart valve may leak." : "Say that a heart valve leaks."))
    }
    if takesBloodThinner { items.append("You bleed and it does not stop.") }
    if !hasFibrillated { items.append("Your heart beats fast or out of step, and it is new for you.") }
    return PlainWords.Section("day", "See a doctor on the same day if", [], items: items)
  }

  var questions: PlainWords.Section {
    var items: [String] = []
    let needsTreatment = valveAdvice != nil
    if needsTreatment {
      items.append("What would each way change for me, and what could go wrong?")
      if !isReplaced { items.append("Can my valve be repaired, and how often has that gone well here?") }
    } else if isReplaced {
      items.append("How is my new valve checked, and how often?")
    } else if isNarrow {
      items.append("What can be done about the narrow valve?")
    } else if isSurely(.none ... .mild) {
      items.append("When is my next heart scan?")
    } else {
      items.append("What would make you treat the valve?")
    }
    if pace == .usual, !isSure, !isReplaced { items.append("Which test would show how big the leak is?") }
    if hasFibrillated, !takesBloodThinner { items.append("Do I need a drug that thins my blood?") }
    if isPregnant { items.append("What does the leak mean for my child and the birth?") }
    if pace == .usual, !isSurely(.none ... .trace) { items.append("Which work and which sport are good for me?") }
    return PlainWords.Section("questions", "What you can ask", [], items: items)
  }

  var limits: PlainWords.Section {
    PlainWords.Section(
      "limits", "What this text is",
      [
        "This is information, not a diagnosis. A program made it from the numbers it was given.",
        "If one of them is wrong, so is the text. Do not stop a drug on your own.",
      ])
  }
}
