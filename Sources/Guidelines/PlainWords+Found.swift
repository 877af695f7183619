// What the valve does, and what was found: size of the leak, its cause, the muscle, the beat, the lungs, the stage.

import Findings

extension PlainPerson {
  var valve: PlainWords.Section {
    PlainWords.Section(
      "valve", "What the valve does",
      [
        "The mitral valve is a door between two rooms of the heart.",
        "When the lower room squeezes, the door should shut. If not, some blood runs back.",
        "We call this a leak. Doctors say mitral regurgitation.",
      ])
  }

  var found: PlainWords.Section {
    var sentences = treated + size + beside + cause
    if pace == .emergency { return PlainWords.Section("found", "What was found", sentences) }
    sentences += muscle
    if fibrillates {
      sentences.append("Your heart beats out of step. This is called atrial fibrillation.")
    } else if has(.atrialFibrillation) {
      sentences.append("At times your heart beats out of step. This is called atrial fibrillation.")
    }
    if pace == .usual {
      if let pressure = known(.PASP), pressure > 50 { sentences.append("The pressure in your lungs is high.") }
      sentences += rightSide
      if !picture.combined.inferred.isEmpty {
        sentences.append("Part of this comes from a computed heart, not from a test.")
      }
    }
    if pace == .usual { sentences += missing }
    return PlainWords.Section("found", "What was found", sentences)
  }

  private var treated: [String] {
    switch treatment {
    case .none: []
    case .repaired: ["Your mitral valve has been repaired."]
    case .clipped: ["Your mitral valve has a clip that holds its flaps together."]
    case .metal: ["Your mitral valve has been replaced by one made of metal."]
    case .tissue: ["Your mitral valve has been replaced by one made from tissue."]
    case .someProsthesis:
      [
        "You have an artificial heart valve.",
        "If it is the mitral valve, parts of this text do not fit you. Ask your team.",
      ]
    }
  }

  private var size: [String] {
    guard let grade else {
      return [
        treatment != .none
          ? "How well it closes now is not known."
          : mayOnlyLeak
            ? "It is not known whether your valve leaks, or how much."
            : "It is not known how big your leak is."
      ]
    }
    guard isSure else {
      if grade < .mild {
        return [
          "Your valve seems not to leak, but that is not sure. Results are missing, or they do not fit each other."
        ]
      }
      let looks: String =
        switch grade {
        case .none, .trace, .mild: "small"
        case .moderate: "of medium size"
        case .severe: "big"
        }
      return [
        "Your leak looks \(looks), but that is not sure. Results are missing, or they do not fit each other."
      ]
    }
    var sentences: [String]
    let isCalm = urgency == .routine
    switch grade {
    case .none: sentences = ["Your valve does not leak." + (isHarmless ? " That is good news." : "")]
    case .trace:
      sentences = ["Your valve leaks a trace." + (isHarmless ? " Many healthy people have that. It does no harm." : "")]
    case .mild:
      sentences = ["Your leak is small." + (isHarmless ? " Small leaks are common. They do not strain the heart." : "")]
    case .moderate: sentences = ["Your leak is of medium size. Doctors call it moderate\(stage)."]
    case .severe: sentences = ["Your leak is big. Doctors call it severe\(stage)."]
    }
    if pace == .usual, grade >= .moderate, let share = known(.RF), share >= 15, share < 90, !isFractionDoubtful {
      sentences.append("At each beat \(Self.ofTen(share)) parts of the blood run back.")
    }
    if isCalm, grade >= .moderate, picture.severity.confidence == .probable {
      sentences.append("This is likely, but not fully sure.")
    }
    return sentences
  }

  /// What makes a leak of this size no harmless one.
  private var beside: [String] {
    var sentences: [String] = []
    if isNarrow {
      sentences.append(
        pace == .emergency
          ? "Your valve is also too narrow."
          : "Your valve is also too narrow, so too little blood gets in. Heart doctors must look at this.")
    }
    if isTorn, pace == .usual, grade.map({ $0 < .moderate }) ?? false {
      sentences.append("But your valve is torn. Torn valves mostly leak a lot, so one more look is needed.")
    }
    if isWeak, pace == .usual, isSurely(.trace ... .mild) {
      sentences.append("Not the leak but the heart around it needs care.")
    }
    return sentences
  }

  /// The leak is too large for the stroke that it is part of.
  private var isFractionDoubtful: Bool {
    picture.severity.discordances.contains {
      $0.kind == .regurgitantExceedsStroke || $0.kind == .forwardTooLow || $0.kind == .littleForwardFlow
    }
  }

  /// How well the lower room works.
  private var muscle: [String] {
    guard let ejection = known(.LVEF) else { return [] }
    let isIll = picture.cause.leakClass == .primary && !isReplaced
    if ejection < 50 {
      return ["The heart muscle is weak. It pushes out \(Self.ofTen(ejection)) parts of its blood. About 6 is usual."]
    }
    let isTired = ejection <= 60 || (known(.LVIDs).map { $0 >= 40 } ?? false)
    if holds("severe-failing") || (isIll && isSurely(.severe ... .severe) && isTired) {
      return pace == .usual ? ["The heart muscle has begun to tire."] : []
    }
    return pace == .usual ? ["The heart muscle squeezes well."] : []
  }

  private var rightSide: [String] {
    let isWeak = (record.signs.rightVentricularFunction?.rawValue ?? 0) >= GradeWord.moderate.rawValue
    let leaks = (record.signs.tricuspidGrade?.rawValue ?? 0) >= GradeWord.moderate.rawValue
    if isWeak, leaks { return ["The right side of the heart is weak, and its valve leaks too."] }
    if isWeak { return ["The right side of the heart is weak too."] }
    return leaks ? ["The valve on the right side leaks too."] : []
  }

  /// Only where it says the same as the grade does: the stages have thresholds of their own.
  private var stage: String {
    guard pace == .usual, treatment == .none, let stage = judgement.stage.stage else { return "" }
    switch (stage, grade) {
    case (.b, .moderate?), (.c, .severe?), (.c1, .severe?), (.c2, .severe?), (.d, .severe?):
      return ", stage \(stage.rawValue) (of A to D)"
    default: return ""
    }
  }
}
