// What cannot wait, at the very top, and the red flags: beside it where something presses, else after the rest.
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
          "If you are in a hospital, make sure that the team knows at once.",
        ] + why + ["If you are with the person, stay close.", "Tell the team:"], items: tell)
    case .urgent:
      return PlainWords.Section(
        "now", "Go to a hospital today",
        [
          "Go to a hospital today, also if you feel a little better. Do not drive yourself.",
          "Call the emergency number if you get worse.",
        ] + why
          + (holds("endocarditis") ? ["Take no antibiotic before blood has been drawn for a test."] : [])
          + ["Tell the team:"],
        items: tell)
    case .soon:
      return PlainWords.Section(
        "now", "See your heart doctor soon",
        ["See your heart doctor in the next days. Do not wait for your next check."] + why)
    case .routine: return PlainWords.Section("now", "", [])
    }
  }

  /// Whether one of the reasons for haste holds.
  func holds(_ name: String) -> Bool {
    for rule in judgement.urgency.rules where rule.isNamed(name) { return true }
    return false
  }

  /// Two reasons at most, those that say most; empty where none has plain words.
  private var why: [String] {
    var reasons: [String] = []
    for name in UrgencyRule.byWeight where holds(name) && !isSaidElsewhere(name) {
      if let text = PlainWords.reason(name, self) { reasons.append(text) }
    }
    return reasons.isEmpty ? [] : ["This is why:"] + reasons.prefix(2)
  }

  /// Whether a stronger reason that holds says the same.
  private func isSaidElsewhere(_ name: String) -> Bool {
    for (weaker, stronger) in [
      ("shock", "acute-shock"), ("acute-ungraded", "acute-severe"), ("acute-ungraded", "infarction"),
      ("severe-failing", "severe-symptoms"), ("severe-congested", "severe-symptoms"), ("acute-torn", "acute-severe"),
      ("acute-rest", "acute-shock"), ("torn-symptoms", "severe-symptoms"),
      ("torn-symptoms", "perhaps-severe-symptoms"),
    ] where name.utf8.elementsEqual(weaker.utf8) && holds(stronger) { return true }
    return false
  }

  /// What a helper who does not know the person must hear.
  private var tell: [String] {
    var items: [String] = []
    switch treatment {
    case .none:
      items.append(
        isSurely(.none ... .trace)
          ? "what you feel" : mayOnlyLeak ? "that a heart valve may leak" : "that a heart valve leaks")
    case .repaired: items.append("that a heart valve was repaired")
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
    let what = isSurely(.none ... .trace) ? "valve" : "leak"
    return PlainWords.Section(
      "help", "Call the emergency number at once with any of these",
      isHarmless ? ["Your \(what) gives no cause for alarm. These signs are for anyone."] : [],
      items: [
        "sudden bad shortness of breath, or pink, foamy spit",
        "chest pain for more than 10 minutes, or with cold sweat",
        "you faint, or your heart races and you feel dizzy",
        "a face that droops on one side, a weak arm, or trouble speaking",
        "skin that is cold, pale or blue, or you are confused",
      ].map { $0 + "." })
  }
}
