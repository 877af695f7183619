// What cannot wait, at the very top, and the red flags.
//
// The steps are those of the urgency (our rules): at once, today in hospital, within days. The red flags are those of
// the American Heart Association and of the European Society of Cardiology (recalled).

import Findings

extension PlainPerson {
  /// Empty where nothing presses.
  var now: PlainWords.Section {
    switch urgency {
    case .emergency:
      return PlainWords.Section(
        "now", "Call for help now",
        [
          "Call the emergency number now. Do not drive yourself.",
          "If you are in a hospital, make sure that the team there knows at once.",
        ] + why("This is why:") + ["Tell them:"],
        items: tell + ["For the family: stay close, and ask the team what comes next."])
    case .urgent:
      return PlainWords.Section(
        "now", "Go to a hospital today",
        ["Go to a hospital today, also if you feel a little better. If you are there, tell the team."]
          + why("This is why:")
          + (mayBeInfected ? ["Take no antibiotic before blood has been drawn for a test."] : []) + ["Tell them:"],
        items: tell)
    case .soon:
      return PlainWords.Section(
        "now", "See your heart doctor soon",
        ["See your heart doctor in the next days. Do not wait for your next check."] + why("This is why:"))
    case .routine: return PlainWords.Section("now", "", [])
    }
  }

  private var mayBeInfected: Bool {
    for rule in judgement.urgency.rules where rule.id.utf8.elementsEqual("urgency-endocarditis".utf8) { return true }
    return false
  }

  private func why(_ lead: String) -> [String] {
    var reasons: [String] = []
    for rule in judgement.urgency.rules { reasons.addMissing([reason(rule)]) }
    return reasons.isEmpty ? [] : [lead] + reasons.prefix(2)
  }

  private func reason(_ rule: UrgencyRule) -> String {
    for (id, text) in reasons where rule.id.utf8.elementsEqual(id.utf8) { return text }
    return "What was found is serious."
  }

  private var reasons: [(id: String, text: String)] {
    let big = isSurely(.severe ... .severe) ? "Your leak is big" : "Your valve is torn"
    return [
      ("urgency-acute-shock", "The leak came fast, and too little blood reaches your body. This is called shock."),
      ("urgency-pulmonary-oedema", "Water has come into your lungs."),
      ("urgency-papillary-rupture", "A small muscle that holds the valve has torn."),
      (
        "urgency-stroke",
        complains(of: .strokeSigns)
          ? "Your signs may mean a stroke. Every minute counts."
          : "You are confused. It may be a stroke, or too little blood may reach your brain."
      ),
      ("urgency-shock", "Too little blood may reach your body. This is called shock."),
      ("urgency-acute-severe", big + ", and it came fast."),
      ("urgency-acute-ungraded", "The leak came fast, and it may be big."),
      (
        "urgency-endocarditis",
        has(.activeEndocarditis)
          ? "Germs have settled in your heart." : "You have a fever. Germs may sit on your valve."
      ),
      ("urgency-nyha-four", "You feel ill even at rest."),
      ("urgency-severe-symptoms", big + ", and you feel it."),
      ("urgency-severe-failing", big + ", and the heart has begun to tire."),
      ("urgency-new-fibrillation", "Your heart beats out of step, and that seems to be new."),
    ]
  }

  /// What a helper who does not know the person must hear.
  private var tell: [String] {
    var items: [String] = []
    switch treatment {
    case .none: items.append(isSurely(.none ... .trace) ? "what you feel" : "that a valve of your heart leaks")
    case .repaired: items.append("that a valve of your heart was repaired")
    case .clipped: items.append("that you have a clip on a heart valve")
    case .metal, .tissue, .someProsthesis: items.append("that you have an artificial heart valve")
    }
    if takesBloodThinner { items.append("that you take a blood thinner") }
    if isPregnant { items.append("that you are pregnant") }
    if has(.penicillinAllergy) { items.append("that you do not bear penicillin") }
    items.append("which drugs you take")
    return items.map { $0 + "." }
  }

  /// The red flags.
  var help: PlainWords.Section {
    let isCalm = urgency == .routine && isSurely(.none ... .mild)
    return PlainWords.Section(
      "help", "When to call for help at once",
      [
        isCalm
          ? "Your leak gives no cause for alarm. But anyone should call the emergency number at once with one of these:"
          : "Call the emergency number at once with one of these:"
      ],
      items: [
        "sudden bad shortness of breath, or pink, foamy spit",
        "chest pain for more than 10 minutes, or with cold sweat",
        "you faint, or your heart races and you feel dizzy",
        "a face that droops on one side, a weak arm, or trouble speaking",
        "skin that is cold, pale or blue, or you are confused",
      ].map { $0 + "." })
  }
}
