// Why it cannot wait: each rule of urgency in the words of the person.

import Findings

extension UrgencyRule {
  /// The names without "urgency-", those that say most to the person first.
  static let byWeight = [
    "stroke", "papillary-rupture", "infarction", "pulmonary-oedema", "acute-shock", "shock", "acute-rest",
    "endocarditis", "acute-severe", "acute-torn", "acute-ungraded", "acute-congested", "near-shock", "syncope",
    "nyha-four", "severe-symptoms", "severe-failing", "severe-congested", "perhaps-severe-symptoms", "narrow",
    "torn-symptoms", "low-pressure", "doac", "prosthesis", "chest-pain", "new-fibrillation",
  ]

  func isNamed(_ name: String) -> Bool { id.utf8.elementsEqual(("urgency-" + name).utf8) }
}

extension PlainWords {
  /// What a rule of urgency that holds means, told to the person; nil where the rule has no plain words.
  package static func reason(_ rule: UrgencyRule, of judgement: Judgement) -> String? {
    for name in UrgencyRule.byWeight where rule.isNamed(name) { return reason(name, PlainPerson(judgement)) }
    return nil
  }

  static func reason(_ name: String, _ person: PlainPerson) -> String? {
    for (known, text) in [
      ("stroke", person.strokeWords), ("papillary-rupture", "A small muscle that holds the valve has torn."),
      ("infarction", "The leak came fast after a heart attack, and you feel ill even at rest."),
      ("pulmonary-oedema", "Water has come into your lungs."),
      ("acute-shock", "The leak came fast, and too little blood reaches your body. This is called shock."),
      ("shock", "Too little blood may reach your body. This is called shock."),
      ("acute-rest", "The leak came fast, it is big, and you feel ill even at rest."),
      ("acute-torn", "A thin cord of your valve has torn, and it came fast."),
      ("acute-congested", "The leak came fast, and blood backs up in your lungs."),
      ("near-shock", "Your blood pressure is low, or too little blood may reach your body."),
      ("low-pressure", "Your blood pressure is low, and your valve leaks."),
      ("syncope", "You fainted. A doctor must look for the reason."),
      ("severe-congested", person.leakWords + ", and blood backs up in your lungs."),
      ("narrow", "Your valve is too narrow, and you feel it or the pressure behind it is high."),
      ("torn-symptoms", "Your valve is torn, and you feel it."),
      (
        "chest-pain",
        "Your chest hurts. Call the emergency number if it lasts more than 10 minutes or comes with cold sweat."
      ),
      ("endocarditis", person.germWords), ("acute-severe", person.leakWords + ", and it came fast."),
      ("acute-ungraded", "The leak came fast, and it may be big."), ("nyha-four", "You feel ill even at rest."),
      (
        "severe-symptoms",
        person.leakWords
          + (person.holds("severe-failing") ? ", you feel it, and \(person.muscleWords)." : ", and you feel it.")
      ),
      ("severe-failing", person.leakWords + ", and \(person.muscleWords)."),
      ("perhaps-severe-symptoms", "Your leak may be big, and you feel it. One more test should show how big it is."),
      ("doac", "Your blood thinner may not guard a metal valve well enough. Do not stop it on your own."),
      ("prosthesis", "You do not feel well, and your heart valve is an artificial one."),
      ("new-fibrillation", "Your heart beats out of step, and that seems to be new."),
    ] where known.utf8.elementsEqual(name.utf8) { return text }
    return nil
  }
}

extension PlainPerson {
  fileprivate var leakWords: String { isSurely(.severe ... .severe) ? "Your leak is big" : "Your valve is torn" }

  fileprivate var muscleWords: String {
    (known(.LVEF).map { $0 < 50 } ?? false) ? "the heart is weak" : "the heart has begun to tire"
  }

  fileprivate var strokeWords: String {
    complains(of: .strokeSigns)
      ? "Your signs may mean a stroke. Every minute counts."
      : "You are confused. It may be a stroke, or too little blood may reach your brain."
  }

  fileprivate var germWords: String {
    has(.activeEndocarditis) ? "Germs have settled in your heart." : "You have a fever. Germs may sit on your valve."
  }
}
