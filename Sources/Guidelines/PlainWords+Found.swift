// What the valve does, what was found, and why it feels as it does.

import Findings

extension PlainPerson {
  var valve: PlainWords.Section {
    PlainWords.Section(
      "valve", "What the valve does",
      [
        "Your heart is a pump with four valves. They are like doors that open one way.",
        "The mitral valve sits on the left side, between the upper room and the lower room.",
        "When the lower room squeezes, the valve should shut, so that all the blood goes out to the body.",
        "If it does not shut well, some blood runs back at every beat. This is called mitral regurgitation. We call it a leak.",
        "Small leaks are common and do no harm. A big leak makes the heart work too hard.",
      ])
  }

  var found: PlainWords.Section {
    var sentences: [String] = []
    switch grade {
    case nil: sentences.append("No one can say yet how big your leak is. The numbers for that are not there.")
    case SeverityGrade.none?: sentences.append("Your valve does not leak.")
    case .trace?: sentences.append("Your valve leaks a trace. That is normal in many healthy people.")
    case .mild?: sentences.append("Your leak is small.")
    case .moderate?: sentences.append("Your leak is of medium size.")
    case .severe?: sentences.append("Your leak is big. Doctors call it severe.")
    }
    if grade != nil, !isSure {
      sentences.append("This is not sure yet. Some results do not fit each other, or some are missing.")
    }
    if let share = picture[.RF], let grade, grade > .trace, share >= 5 {
      sentences.append("Of the blood that the lower room pushes out, \(Self.ofTen(share)) parts run back.")
    }
    sentences += cause
    sentences += muscle
    if fibrillates {
      sentences.append(
        "Your heart beats out of step. This is called atrial fibrillation. The upper rooms shake and do not squeeze.")
    }
    if let pressure = picture[.PASP], pressure > 50 {
      sentences.append("The pressure in your lungs is high. The leak backs the blood up there.")
    }
    return PlainWords.Section("found", "What was found", sentences)
  }

  /// Why the valve leaks, where it is known.
  private var cause: [String] {
    guard let grade, grade > .trace else { return [] }
    switch picture.cause.cause {
    case .undetermined: return ["Why the valve leaks is not clear from the report."]
    case .primary, .mixed: return ["The valve itself is ill."] + primary
    case .secondaryVentricular:
      return [
        "The valve itself is sound. The lower room has grown wide or weak, and it pulls the valve open."
      ]
    case .secondaryAtrial:
      return ["The valve itself is sound. The upper room has grown wide, and the ring of the valve with it."]
    }
  }

  private var primary: [String] {
    let signs = record.signs
    if signs.has(.papillaryRupture) {
      return ["A small muscle that holds the valve has torn. That is an emergency."]
    }
    if signs.has(.flail) { return ["One of its flaps has come loose, since a thin cord that holds it has torn."] }
    if has(.activeEndocarditis) || has(.endocarditis) { return ["Germs have harmed it."] }
    if signs.has(.perforation) { return ["There is a hole in one of its flaps."] }
    if signs.has(.cleft) { return ["One of its flaps has been split since birth."] }
    if signs.has(.rheumaticLeaflets) || has(.rheumaticFever) || has(.rheumaticCarditis) {
      return ["Its flaps are thick and stiff. Rheumatic fever does that, often many years after a sore throat."]
    }
    if signs.has(.prolapse) || has(.mitralProlapse) {
      return ["Its flaps are too loose, and they bulge back when the heart squeezes. This is called prolapse."]
    }
    return []
  }

  /// How well the lower room works.
  private var muscle: [String] {
    guard let ejection = picture[.LVEF] else { return [] }
    let primary = picture.cause.cause == .primary || picture.cause.cause == .mixed
    if primary, grade == .severe, ejection <= 60 {
      return [
        "The heart muscle has begun to tire. It pushes out \(Self.ofTen(ejection)) parts of its blood.",
        "With a big leak that is less than it seems, since part of it runs back.",
      ]
    }
    if ejection < 50 {
      return ["The heart muscle is weak. It pushes out \(Self.ofTen(ejection)) parts of its blood. Normal is about 6."]
    }
    return ["The heart muscle still squeezes well."]
  }

  var feelings: PlainWords.Section {
    let title = "Why you may feel as you do"
    guard let told = record.symptoms, !told.isEmpty else {
      let silent = record.symptoms != nil || record.nyha == .one
      return PlainWords.Section(
        "feelings", title,
        silent
          ? [
            "You feel no harm from the leak. That is good, but a leak can stay silent for years while the heart tires.",
            "So the checks matter, even when you feel well.",
          ] : [])
    }
    var items: [String] = []
    for symptom in told {
      if let reason = Self.reasons(symptom) { items.append(reason) }
    }
    return PlainWords.Section("feelings", title, [], items: items)
  }

  private static func reasons(_ symptom: Symptom) -> String? {
    switch symptom {
    case .fatigue: "You get tired: less blood goes forward to your muscles."
    case .exertionalDyspnoea:
      "You get short of breath when you move: the heart must pump more, more runs back, and blood backs up in the lungs."
    case .restDyspnoea: "You are short of breath even at rest: blood backs up in the lungs all the time."
    case .orthopnoea: "You are short of breath when you lie flat: then more blood flows to the lungs."
    case .nocturnalDyspnoea: "You wake up at night and gasp: when you lie down, water from the legs moves to the lungs."
    case .palpitations: "You feel your heart race or stumble: the stretched upper room can lose its beat."
    case .syncope: "You fainted: for a moment too little blood reached your brain. A doctor must look for the reason."
    case .chestPain: "Your chest hurts: this may come from the heart. A doctor must look for the reason."
    case .ankleSwelling: "Your ankles swell: the right side of the heart can not keep up, and water stays in the legs."
    case .fever: "You have a fever: germs may sit on the valve. A doctor must look at this today."
    case .pinkSputum: "You cough up pink spit: water has come into your lungs. This is an emergency."
    case .strokeSigns: "Your face drops, an arm is weak or speech is hard: this may be a stroke. It is an emergency."
    case .confusion: "You are confused: too little blood may reach your brain. This is an emergency."
    }
  }
}
