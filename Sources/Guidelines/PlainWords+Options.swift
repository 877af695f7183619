// What can be done, and what each way would mean. What stands here follows the rules that hold; where one speaks for
// treating the valve, nothing in the text speaks for waiting.

import Findings

extension PlainPerson {
  var options: PlainWords.Section {
    var items: [String] = []
    for text in [
      emergencyCare, operation, newValve, together, clip, arteries, bigCentre, heartDrugs, water, pacemaker,
      bloodThinner, oneMoreLook,
      otherReason, sameOperation, team, watching, referral, openWays,
    ] {
      if let text, items.count < (pace == .usual ? 5 : 3) { items.append(text) }
    }
    return PlainWords.Section("options", "What can be done", items.isEmpty ? [] : lead, items: items)
  }

  private var lead: [String] {
    let decides = "Your heart team decides with you."
    switch valveAdvice {
    case .advised?:
      return ["The rules for doctors advise to treat your valve" + (pace == .usual ? "." : " without delay."), decides]
    case .worthThinking?: return ["By the rules for doctors it is worth thinking about treating your valve.", decides]
    case .canBe?: return ["By the rules for doctors treating your valve can be a choice.", decides]
    case nil: return [decides]
    }
  }

  // MARK: The valve itself

  private var emergencyCare: String? {
    guard isAdvised(.vasodilatorBridge, .inotrope, .balloon, .mechanicalSupport) else { return nil }
    return "Drugs through a vein, and at times a pump, help the heart until the valve is treated."
  }

  private var isOperationAdvised: Bool {
    isAdvised(
      .emergencySurgery, .mitralValveSurgery, .mitralValveRepair, .mitralValveReplacement, .intervention,
      .surgeryWithAblation, .surgeryWithCABG)
  }

  private var operation: String? {
    guard isOperationAdvised else { return nil }
    if isReplaced { return "An operation on the new valve. Surgeons decide with you what fits." }
    if isAdvised(.intervention), !isAdvised(.mitralValveSurgery, .mitralValveRepair) {
      return "An operation, or a clip through a vein. Which is safer for you is weighed by your team."
    }
    if isOnlyWithBypass { return nil }
    if isAdvised(.mitralValveReplacement), !isAdvised(.mitralValveRepair) {
      return "An operation. Most often a new valve is put in for this kind of damage."
    }
    if isAdvised(.mitralValveRepair) {
      return "A repair. The surgeon mends your own valve, often with a ring. It is the first choice when it will last."
    }
    return "An operation. The surgeon mends your own valve if that will last, or else puts in a new one."
  }

  /// The valve would be treated since the chest is opened anyway.
  private var isOnlyWithBypass: Bool {
    isAdvised(.surgeryWithCABG)
      && !isAdvised(.emergencySurgery, .mitralValveSurgery, .mitralValveRepair, .mitralValveReplacement, .intervention)
  }

  private var newValve: String? {
    guard pace == .usual, isOperationAdvised, !isReplaced, !isOnlyWithBypass, picture.cause.leakClass != .secondary,
      !isAvoided(.mitralValveReplacement),
      record.context.durableRepairLikely != true || isAdvised(.mitralValveReplacement)
    else { return nil }
    let metal = "a metal valve lasts for life, but you must take a blood thinner for life."
    let tissue = "A tissue valve wears out in about 10 to 15 years."
    if isAdvised(.mechanicalProsthesis), !isAdvised(.biologicalProsthesis) {
      return "If a new valve is needed, one of metal fits your age: " + metal
    }
    if isAdvised(.biologicalProsthesis), !isAdvised(.mechanicalProsthesis) {
      return "If a new valve is needed, one made from tissue may fit you better. It wears out in about 10 to 15 years."
    }
    return "If a new valve is needed: " + metal + " " + tissue
  }

  private var together: String? {
    guard isAdvised(.surgeryWithCABG) else { return nil }
    return "The valve can be mended or replaced in the same operation as the arteries of your heart."
  }

  private var clip: String? {
    guard isAdvised(.teer) else { return nil }
    return "A clip. A doctor goes up through a vein in the groin and clips the flaps together. The chest stays closed. "
      + "The leak gets smaller, but it can come back."
  }

  private var sameOperation: String? {
    guard isOperationAdvised, pace == .usual else { return nil }
    let pouch = "close a pouch of the heart where clots form"
    if isAdvised(.surgeryWithAblation) {
      return "The same operation can bring back a steady beat"
        + (isAdvised(.appendageClosure) ? " and \(pouch)." : ".")
    }
    return isAdvised(.appendageClosure) ? "The same operation can \(pouch)." : nil
  }

  // MARK: Drugs and devices

  private var heartDrugs: String? {
    guard isAdvised(.heartFailureTherapy, .medicalTherapy) else { return nil }
    return picture.cause.leakClass == .secondary
      ? "Drugs for a weak heart. They can make you feel better, and the leak can shrink. They take weeks to work."
      : "Drugs for a weak heart. They ease the load, but they do not close the leak. They take weeks to work."
  }

  private var water: String? {
    guard isAdvised(.loopDiuretic), pace != .emergency else { return nil }
    return "Water pills. They draw water out of your lungs and legs."
  }

  private var pacemaker: String? {
    guard isAdvised(.resynchronisation) else { return nil }
    return "A special pacemaker. It makes both sides of the heart squeeze at once. The leak often shrinks."
  }

  private var bloodThinner: String? {
    guard pace == .usual else { return nil }
    if treatment == .metal {
      return
        "A blood thinner for life. A metal valve needs one certain kind of it. Never stop or change it on your own."
    }
    let isForRhythm = hasFibrillated
    guard isAdvised(.oralAnticoagulation, .doac, .vka) else { return nil }
    if !isForRhythm, treatment == .repaired || treatment == .tissue {
      return "A blood thinner for the first 3 months after the operation. Ask whether you need one."
    }
    return (takesBloodThinner ? "Your blood thinner. Keep taking it." : "A blood thinner.")
      + " It prevents clots that can cause a stroke. You may bleed more easily."
  }

  // MARK: Looking again

  private var oneMoreLook: String? {
    if isAdvised(.furtherImaging), pace == .usual {
      return "One more look. A scan through the food pipe or an MRI scan can show more."
    }
    return isAdvised(.gradeAgain)
      ? "A new scan once your heart drugs are at their best. The leak may be smaller then." : nil
  }

  private var otherReason: String? {
    isAdvised(.otherCause) ? "A search for another reason why you are short of breath. It may not be the heart." : nil
  }

  private var arteries: String? {
    guard isAdvised(.coronaryIntervention) else { return nil }
    return "Opening the arteries of the heart through a thin tube. Then the leak is measured again."
  }

  private var bigCentre: String? {
    guard isAdvised(.advancedTherapy) else { return nil }
    return "A visit to a centre for very weak hearts. It can tell whether a heart pump would help you."
  }

  private var team: String? {
    guard isAdvised(.heartTeam) else { return nil }
    if isNarrow {
      return "A meeting of your heart team. A balloon or an operation can often open a narrow valve."
    }
    return "A meeting of your heart team. Several doctors weigh the ways with you, since no rule fits you well."
  }

  /// Only where no rule speaks for treating the valve, and nothing presses.
  private var watching: String? {
    guard valveAdvice == nil, urgency == .routine, isAdvised(.watchfulWaiting), let grade, isSure else { return nil }
    if grade <= .mild, hasDevice, treatment != .repaired, treatment != .clipped { return nil }
    if grade <= .mild, isStrained {
      return "The leak itself is small. What is treated is the heart around it, and the valve is checked with it."
    }
    if grade <= .mild { return "A leak this small needs no treatment. It is enough to look at it from time to time." }
    if grade == .moderate {
      return "Checks at fixed times. No treatment of the valve is needed now, and no drug closes the leak."
    }
    return
      "Checks at fixed times. You feel well and your heart is strong, so an operation now may do more harm than good. "
      + "No drug closes the leak."
  }

  private var referral: String? {
    guard isAdvised(.referral), urgency == .routine else { return nil }
    return "A visit to a heart doctor, best where there is a team for heart valves."
  }

  /// Where nothing holds yet.
  private var openWays: String? {
    guard pace == .usual, valveAdvice == nil, grade == .severe, isSure, !isReplaced, !isAdvised(.watchfulWaiting),
      !isAdvised(.heartTeam)
    else { return nil }
    return "There are several ways to treat a big leak: a repair, a new valve, a clip, or drugs. What fits you is not "
      + "clear yet."
  }
}
