// What became of people in studies: for groups, with the year, never a forecast; one study at most. And what is not
// known yet.
//
// Growth of a mild and of a moderate leak: 614 people, 2004–2019 (conference abstract). Severe without complaints:
// Rosen 1994; with EROA of 0.4 cm² or more: Enriquez-Sarano 2005. Flail leaflet: Ling 1996. What frightens stands only
// where it tells why a treatment is advised, and what calms only where nothing else is wrong.

import Findings

extension PlainPerson {
  var outlook: PlainWords.Section {
    guard urgency <= .soon, !picture.acuity.isAcute, treatment == .none, let sentence = study else {
      return PlainWords.Section("outlook", "", [])
    }
    return PlainWords.Section(
      "outlook", "What happened to others", sentence + ["No one can say what will happen to you."])
  }

  private var study: [String]? {
    guard let grade, isSure else { return nil }
    let isPrimary = picture.cause.cause == .primary
    let isSilent = Condition.asymptomatic.evaluate(picture).truth == .yes
    let growth = "A study followed people with a leak from 2004 to 2019. Out of 100 people like those in the study, "
    switch grade {
    case .mild where isHarmless:
      return [growth + "only 4 went from a small leak to a big one in about 6 years."]
    case .moderate: return [growth + "about 25 went from a medium leak to a big one in about 6 years."]
    case .severe where isPrimary && valveAdvice != nil && picture.cause.mechanisms.contains(.flail):
      return [
        "In a study from 1996 people with a loose flap took only drugs.",
        "Out of 100 people like those in the study, 63 had heart failure (a weak heart) within 10 years.",
        "That is why doctors advise to treat it in time.",
      ]
    case .severe where isPrimary && valveAdvice != nil && isSilent && (known(.EROA).map { $0 >= 0.4 } ?? false):
      return [
        "In a study from 2005 people with a big leak felt well and took only drugs.",
        "Out of 100 people like those in the study, 58 were alive after 5 years.",
        "For others of their age it would be 78.",
        "That is why doctors may advise treatment to people who feel well.",
      ]
    case .severe where isPrimary && isSilent && valveAdvice == nil:
      return [
        "In a study from 1994 people had a big leak and felt well.",
        "Out of 100 people like those in the study, about 10 each year got complaints or an operation.",
      ]
    default: return nil
    }
  }

  /// What the doctors would need to know, in words people know; two at most.
  var missing: [String] {
    var names: [String] = []
    for question in judgement.open {
      // That the size is not known has been told.
      if grade == nil,
        [FindingID.EROA, .RVol, .RF].contains(where: { $0.identifier.utf8.elementsEqual(question.missing.utf8) })
      {
        continue
      }
      if let name = Self.plainName(question.missing) { names.addMissing([name]) }
    }
    guard isSurely(.moderate ... .severe) || !isSure, let first = names.first else { return [] }
    return ["Not known yet: " + first + (names.count > 1 ? ", and " + names[1] : "") + "."]
  }

  private static let plainNames: [(name: String, text: String)] = [
    ("EROA", "how big the leak is"), ("RVol", "how big the leak is"), ("RF", "how big the leak is"),
    ("symptoms", "what you feel at rest and when you move"),
    ("LVEF", "how well the lower room squeezes"), ("LVIDs", "how small the lower room gets when it squeezes"),
    ("LVIDsi", "how small the lower room gets when it squeezes"), ("PASP", "how high the pressure in your lungs is"),
    ("LAVI", "how big the upper room is"), ("LAd", "how big the upper room is"),
    ("history", "which illnesses you have had"), ("rhythm", "whether your heart beats in step"),
    ("context.surgicalRisk", "how risky an operation would be for you"),
    ("context.durableRepairLikely", "whether a repair of your valve would last"),
    ("context.teerSuitable", "whether a clip would fit your valve"),
    ("context.optimisedMedicalTherapy", "whether your heart drugs are at their best"),
    ("context.drugs", "which drugs you take"), ("SBP", "your blood pressure"),
    ("TRgrade", "whether the valve on the right side leaks too"),
    ("rvFunction", "how well the right side of the heart works"),
    ("NTproBNP", "a blood test that shows how strained the heart is"),
  ]

  private static func plainName(_ missing: String) -> String? {
    for (name, text) in plainNames where name.utf8.elementsEqual(missing.utf8) { return text }
    return nil
  }
}
