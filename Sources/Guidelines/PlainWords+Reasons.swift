// Why it cannot wait: each rule of urgency in the words of the person.

import Findings

extension UrgencyRule {
  /// The names without "urgency-", those that say most to the person first.
  static let byWeight = [
    "stroke", "papillary-rupture", "infarction", "pulmonary-oedema", "acute-shock", "shock", "endocarditis",
    "acute-severe", "acute-ungraded", "nyha-four", "severe-symptoms", "severe-failing", "perhaps-severe-symptoms",
    "doac", "prosthesis", "new-fibrillation",
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
