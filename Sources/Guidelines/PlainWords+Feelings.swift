// Why it feels as it does: only a leak of some size explains complaints, a smaller one must not be blamed for them.

import Findings

extension PlainPerson {
  var feelings: PlainWords.Section {
    let title = "Why you may feel as you do"
    guard let told = record.symptoms, !told.isEmpty else {
      return PlainWords.Section("feelings", "What you feel", silent)
    }
    var items: [String] = []
    let explains = isSurely(.moderate ... .severe)
    for symptom in Self.order where told.contains(symptom) {
      let (feeling, why) = Self.words(symptom)
      items.append(feeling + (explains || !symptom.isOfTheLeak ? ": " + why : "") + ".")
    }
    var sentences = daily
    let isOfTheLeak = told.contains { $0.isOfTheLeak }
    if isOfTheLeak, isReplaced || treatment == .someProsthesis {
      sentences.append("With an artificial valve this must be looked at soon. Call your heart team.")
    } else if !explains, isOfTheLeak {
      sentences.append(otherwise)
    }
    return PlainWords.Section("feelings", title, sentences, items: items)
  }

  /// What explains complaints that the leak does not.
  private var otherwise: String {
    guard isSurely(.none ... .mild) else { return "It is not known yet whether your valve is the reason." }
    if isNarrow { return "The narrow valve can be the reason." }
    if isTorn { return "The torn valve can be the reason, though the leak was measured as small." }
    let leak =
      isSurely(.none ... .trace) ? "Your valve is not the reason for this." : "Your leak is too small to explain this."
    return leak + (isWeak ? " The weak heart can be the reason." : " Ask your doctor to look for another reason.")
  }

  private var silent: [String] {
    if isSurely(.moderate ... .severe), record.symptoms != nil || record.nyha == .one {
      return valveAdvice == nil
        ? ["You feel no harm from the leak. That is good. But a leak can stay silent for years, so keep to the checks."]
        : ["You feel no harm from the leak. But a leak can stay silent while the heart tires."]
    }
    return record.symptoms == nil ? daily : []
  }

  /// The class of the New York Heart Association, as told.
  private var daily: [String] {
    switch record.nyha {
    case .two?: ["In daily life you are held back a little."]
    case .three?: ["In daily life even light tasks are hard for you."]
    case .four?: ["You feel ill even at rest."]
    default: []
    }
  }

  /// The most serious first.
  private static let order: [Symptom] = [
    .strokeSigns, .pinkSputum, .confusion, .syncope, .chestPain, .fever, .restDyspnoea, .nocturnalDyspnoea, .orthopnoea,
    .exertionalDyspnoea, .ankleSwelling, .palpitations, .fatigue,
  ]

  private static func words(_ symptom: Symptom) -> (feeling: String, why: String) {
    switch symptom {
    case .fatigue: ("You get tired", "less blood goes forward to your muscles")
    case .exertionalDyspnoea: ("You get short of breath when you move", "then more blood backs up in the lungs")
    case .restDyspnoea: ("You are short of breath at rest", "blood backs up in the lungs")
    case .orthopnoea: ("You are short of breath when you lie flat", "then more blood flows to the lungs")
    case .nocturnalDyspnoea: ("You wake at night and gasp", "when you lie down, water moves from the legs to the lungs")
    case .palpitations: ("You feel your heart race or stumble", "the upper room is stretched and can lose its beat")
    case .syncope: ("You fainted", "a doctor must look for the reason today")
    case .chestPain:
      ("Your chest hurts", "a doctor must look for the reason. Call for help if it lasts more than 10 minutes")
    case .ankleSwelling: ("Your ankles swell", "water stays in the legs when the heart cannot keep up")
    case .fever: ("You have a fever", "germs may sit on a valve, so see a doctor today")
    case .pinkSputum: ("You cough up pink spit", "water has come into your lungs")
    case .strokeSigns: ("Your face droops, an arm is weak, or speech is hard", "this may be a stroke")
    case .confusion: ("You are confused", "too little blood may reach your brain")
    }
  }
}
