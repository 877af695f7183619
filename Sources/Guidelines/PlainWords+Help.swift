// When to call for help, what the text is not, and what to ask.

import Findings

extension PlainPerson {
  /// Red flags (American Heart Association and European Society of Cardiology, what to do in an emergency).
  var help: PlainWords.Section {
    var sentences: [String] = []
    if isAdvised([.emergencyCall, .emergencySurgery]) {
      sentences.append("What was found needs care right now.")
      sentences.append("If you are not in a hospital, call the emergency number at once.")
    }
    sentences.append("Call the emergency number at once if you have any of these:")
    return PlainWords.Section(
      "help", "When to call for help at once", sentences,
      items: [
        "You are suddenly very short of breath, or cannot lie flat.", "You cough up pink or foamy spit.",
        "Your chest hurts for more than 10 minutes, or you sweat and feel sick with it.",
        "You faint, or your heart races and you feel dizzy.",
        "One side of your face drops, an arm goes weak, or you cannot speak well.",
        "Your skin turns cold, pale or blue, or you are confused.",
      ])
  }

  /// Reasons to see a doctor on the same day.
  var sameDay: [String] {
    var items = ["Your breath is shorter than last week, or your legs swell more."]
    items.append("You gain 2 kg (about 4 pounds) or more in 3 days.")
    items.append("Your heart beats fast or out of step, and it is new for you.")
    items.append(
      hasDevice || has(.endocarditis)
        ? "You have a fever of 38 °C or more. Say that you have a repaired or sick valve. Take no antibiotic before blood is drawn."
        : "You have a fever of 38 °C or more and no clear reason. Say that you have a heart valve that leaks.")
    if takesBloodThinner { items.append("You bleed and it does not stop. You take a drug that thins your blood.") }
    return items
  }

  var questions: PlainWords.Section {
    var items = ["How bad is my leak, and how sure are you?", "What made my valve leak?"]
    if grade == .severe {
      items.append("Can my valve be repaired, and how often has that gone well here?")
      items.append("What if we wait? What would tell us that it is time?")
      items.append("What would each treatment change for me, and what could go wrong?")
    } else {
      items.append("When is my next heart scan?")
      items.append("What would make you treat the valve?")
    }
    if !judgement.open.isEmpty { items.append("Which test is still missing, and what would it tell us?") }
    if fibrillates { items.append("Do I need a drug that thins my blood, and for how long?") }
    if has(.pregnancy) { items.append("What does the leak mean for me and my child, and for the birth?") }
    items.append("Which sport and which work are good for me?")
    return PlainWords.Section("questions", "What you can ask", [], items: items)
  }

  var limits: PlainWords.Section {
    PlainWords.Section(
      "limits", "What this text is",
      [
        "This text explains. It is not a diagnosis, and it does not replace your doctor.",
        "It was made by a program from the numbers in your report. If a number is wrong, the text is wrong too.",
        "Your heart team decides with you what is done. Do not stop a drug on your own.",
      ])
  }
}
