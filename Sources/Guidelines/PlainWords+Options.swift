// What can be done, what each option would mean, and what became of people in studies.

import Findings

extension PlainPerson {
  var options: PlainWords.Section {
    var items: [String] = []
    for option in Self.all where isAdvised(option.actions) { items.append(option.text) }
    if items.isEmpty {
      if grade == .severe {
        items.append("There is more than one way to treat a big leak: a repair, a new valve, a clip, or drugs.")
      } else if let grade, grade > .none {
        items.append("A leak of this size needs no operation now. It needs checks.")
      }
    }
    let lead =
      items.isEmpty ? [] : ["These options are in the rules that doctors follow. Your heart team decides with you."]
    return PlainWords.Section("options", "What can be done", lead, items: items)
  }

  private struct Option {
    let actions: [RecommendedAction]
    let text: String
  }

  private static let all: [Option] = [
    Option(
      actions: [.emergencySurgery],
      text:
        "An operation at once. With a sudden big leak it saves lives. It is a big operation, and the risk is higher when "
        + "you are very ill."),
    Option(
      actions: [.vasodilatorBridge, .inotrope, .balloon],
      text:
        "Drugs through a vein, and now and then a pump in the main artery. They help the heart until the valve is fixed. "
        + "They do not fix it."),
    Option(
      actions: [.mitralValveRepair, .mitralValveSurgery, .surgeryWithAblation, .surgeryWithCABG],
      text:
        "A repair. The surgeon mends your own valve, and most often sews in a ring. It is the first choice when it will "
        + "last. You need no strong blood thinner for life because of it. In good centres about 1 of 100 people die from "
        + "it, and 20 years later 87 of 100 have no more than a small leak (ESC/EACTS 2025)."),
    Option(
      actions: [.mitralValveReplacement, .mitralValveSurgery],
      text:
        "A new valve. It is put in when a repair will not last. A metal valve lasts for life, but you must take a blood "
        + "thinner and have blood tests for life. A valve made from tissue needs less of that, but it wears out in "
        + "about 10 to 15 years."),
    Option(
      actions: [.surgeryWithAblation],
      text:
        "A cure for the wrong beat in the same operation. Small scars in the upper room can bring the right beat back."),
    Option(
      actions: [.surgeryWithCABG],
      text: "The valve can be treated in the same operation as your heart arteries."),
    Option(
      actions: [.teer],
      text:
        "A clip. A doctor goes up through a vein in the groin and clips the two flaps together. The chest stays closed "
        + "and most people go home in a few days. The leak gets smaller, and sometimes it comes back."),
    Option(
      actions: [.heartFailureTherapy, .medicalTherapy],
      text:
        "Drugs for the heart. There are four kinds that help a weak heart. They take weeks to work. In about 4 of 10 "
        + "people whose weak heart makes the valve leak, the leak gets smaller (ESC/EACTS 2025)."),
    Option(
      actions: [.resynchronisation],
      text:
        "A special pacemaker. It makes both sides of the heart squeeze at the same time. Often the leak gets smaller."),
    Option(
      actions: [.doac, .vka],
      text:
        "A blood thinner. When the heart beats out of step, or after some operations, clots can form and cause a stroke. "
        + "The drug prevents most of them. You may bleed more easily."),
    Option(
      actions: [.watchfulWaiting],
      text:
        "Wait and check. As long as you feel well and the heart stays strong, an operation may have more risk than "
        + "use. You need a heart scan at fixed times. If the heart tires or you feel worse, it is time to act."),
    Option(
      actions: [.furtherImaging],
      text:
        "One more look. A scan with a probe in the food pipe, or an MRI scan, can show how big the leak really is."),
  ]

  /// What became of people in studies; for a group, with the year, never a forecast.
  var outlook: PlainWords.Section {
    guard record.presentation != .acute, !hasDevice, let grade, grade > .trace, isSure else {
      return PlainWords.Section("outlook", "", [])
    }
    var sentences: [String] = []
    let primary = picture.cause.cause == .primary
    switch grade {
    case .mild: sentences.append("Out of 100 people with a small leak, about 4 had a big leak 6 years later.")
    case .moderate: sentences.append("Out of 100 people with a medium leak, about 25 had a big leak 6 years later.")
    case .severe where primary:
      if record.signs.has(.flail) {
        sentences.append(
          "In a study from 1996, 63 of 100 people with a loose flap who took only drugs had heart failure within 10 years."
        )
        sentences.append(
          "90 of 100 had an operation or had died by then. So most people with it are better off not to wait long.")
      } else {
        sentences.append(
          "In a study from 1994, about 10 of 100 people with a big leak and no complaints got complaints or an operation each year."
        )
      }
    default: break
    }
    guard !sentences.isEmpty else { return PlainWords.Section("outlook", "", []) }
    sentences.append("These numbers are about groups of people. No one can say what will happen to you.")
    return PlainWords.Section("outlook", "What happened to others", sentences)
  }

  /// What is not known yet, in words people know.
  var missing: PlainWords.Section {
    var items: [String] = []
    for question in judgement.open {
      if let name = Self.plainName(question.missing) { items.addMissing([name]) }
    }
    let most = items.prefix(6)
    return PlainWords.Section(
      "missing", "What is not known yet", most.isEmpty ? [] : ["To decide more, your doctors would need to know:"],
      items: Array(most))
  }

  private static let plainNames: [(name: String, text: String)] = [
    ("LVIDs", "how small the lower room gets when it squeezes"),
    ("LVIDsi", "how small the lower room gets when it squeezes"),
    ("LVEF", "how well the lower room squeezes"), ("PASP", "how high the pressure in your lungs is"),
    ("LAVI", "how big the upper room is"), ("LAd", "how big the upper room is"), ("EROA", "how big the leak is"),
    ("RVol", "how much blood runs back"), ("RF", "which part of the blood runs back"),
    ("SBP", "your blood pressure"), ("symptoms", "what you feel, at rest and when you move"),
    ("history", "which illnesses you have had"), ("rhythm", "whether your heart beats in step"),
    ("TRgrade", "whether the valve on the right side leaks too"),
    ("rvFunction", "how well the right side of the heart works"),
    ("context.surgicalRisk", "how risky an operation would be for you"),
    ("context.durableRepairLikely", "whether a repair of your valve would last"),
    ("context.teerSuitable", "whether a clip would fit your valve"),
    ("context.drugs", "which drugs you take"),
    ("context.optimisedMedicalTherapy", "whether your heart drugs are at their best dose"),
    ("NTproBNP", "a blood value that shows how strained the heart is"),
  ]

  private static func plainName(_ missing: String) -> String? {
    for (name, text) in plainNames where name.utf8.elementsEqual(missing.utf8) { return text }
    return nil
  }

  /// What the person can do.
  var living: PlainWords.Section {
    PlainWords.Section(
      "living", "What you can do", ["See a doctor on the same day if one of these is true:"], items: sameDay)
  }
}
