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
    // What bears on the valve comes before what is good for everyone.
    let teeth = plan[.teeth].map { [$0.patientText] } ?? []
    items.insert(contentsOf: teeth, at: min(items.count, 3))
    if isWell {
      items.insert(contentsOf: sport(plan), at: min(items.count, 4))
      for topic in [PreventionTopic.pregnancy, .activity, .vaccination, .diet, .salt] {
        if let item = plan[topic], item.state > .offTarget, !(topic == .activity && saysHowToMove) {
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
    var items = ["Your breath gets shorter, your legs swell, or you gain 2 kilos in 3 days."]
    if !fibrillates { items.append("Your heart beats fast or out of step, and it is new for you.") }
    let fever = "You have a fever of 38 °C or more. "
    if hasDevice || has(.endocarditis) {
      items.append(fever + "Tell them about your valve. Take no antibiotic before blood is drawn.")
    } else if !isSurely(.none ... .trace) {
      items.append(fever + "Say that a heart valve leaks.")
    }
    if takesBloodThinner { items.append("You bleed and it does not stop.") }
    return PlainWords.Section("day", "See a doctor on the same day if", [], items: items)
  }

  var questions: PlainWords.Section {
    var items: [String] = []
    let needsTreatment = valveAdvice != nil
    if needsTreatment {
      items.append("What would each way change for me, and what could go wrong?")
      if !isReplaced { items.append("Can my valve be repaired, and how often has that gone well here?") }
    } else if isSurely(.none ... .mild) {
      items.append("When is my next heart scan?")
    } else {
      items.append("What would make you treat the valve?")
    }
    if pace == .usual, !isSure { items.append("Which test would show how big the leak is?") }
    if hasFibrillated, !takesBloodThinner { items.append("Do I need a drug that thins my blood?") }
    if isPregnant { items.append("What does the leak mean for my child and the birth?") }
    if pace == .usual, !isSurely(.none ... .trace) { items.append("Which work and which sport are good for me?") }
    return PlainWords.Section("questions", "What you can ask", [], items: items)
  }

  var limits: PlainWords.Section {
    PlainWords.Section(
      "limits", "What this text is",
      [
        "This text is information, not a diagnosis. A program made it from your report.",
        "If a number there is wrong, the text is wrong too. Do not stop a drug on your own.",
      ])
  }
}
