// How long penicillin is given after rheumatic fever, and which. Durations: AHA 2009, kept by ACC/AHA 2020 (read).
// Agents: a public page on the AHA's table (read; the weights recalled).

import Findings

/// How rheumatic fever ran.
public enum RheumaticCourse: Sendable, Equatable {
  case withoutCarditis, carditisHealed, carditisWithResidualDisease

  /// Years that pass at least after the last attack, and the age up to which it is given; the longer counts.
  public var duration: (years: Int, age: Int) {
    switch self {
    case .withoutCarditis: (5, 21)
    case .carditisHealed: (10, 21)
    case .carditisWithResidualDisease: (10, 40)
    }
  }

  public var meaning: String {
    switch self {
    case .withoutCarditis: "rheumatic fever without carditis"
    case .carditisHealed: "rheumatic fever with carditis and no disease of the valve left"
    case .carditisWithResidualDisease: "rheumatic fever with carditis and disease of the valve left"
    }
  }
}

/// How long one patient's prophylaxis lasts.
public struct RheumaticSpan: Sendable, Equatable {
  public let course: RheumaticCourse
  /// The calendar year in which it may end at the earliest; nil unless both the last attack and the age are known.
  public let until: Int?
  /// The age in that year; nil where `until` is.
  public let ageThen: Int?
  /// Whether it is still due; nil where that is not known.
  public let isDue: Bool?
  /// What would settle it, by the names of the case file.
  public let missing: [String]

  /// "until 2036, at the age of 40"
  public var text: String? {
    until.map { "until \($0) at least" + (ageThen.map { ", at the age of \($0)" } ?? "") }
  }

  /// - Parameters:
  ///   - age: years now; nil: not told.
  ///   - lastAttack: nil: not told.
  public init(_ course: RheumaticCourse, age: Double?, lastAttack: CalendarDate?, today: CalendarDate) {
    self.course = course
    let duration = course.duration
    let whole = age.map { Int($0) }
    // Who is 30 turns 40 in ten years' time at the latest.
    let byAge = whole.map { today.year + duration.age - $0 }
    let byAttack = lastAttack.map { $0.year + duration.years }
    var names: [String] = []
    if lastAttack == nil { names.append("context.lastRheumaticAttack") }
    if age == nil { names.append("patient.age") }
    let young = whole.map { $0 < duration.age } ?? false
    let recent = lastAttack.map { Self.isWithin(duration.years, $0, today) } ?? false
    if let byAge, let byAttack {
      let end = max(byAge, byAttack)
      until = end
      isDue = young || recent
    } else {
      until = nil
      isDue = young || recent ? true : nil
    }
    missing = isDue == nil || until == nil ? names : []
    if let until, let whole { ageThen = whole + until - today.year } else { ageThen = nil }
  }

  /// Less than so many years have passed; a date known by its year alone counts to the end of the year.
  static func isWithin(_ years: Int, _ date: CalendarDate, _ today: CalendarDate) -> Bool {
    let end = date.year + years
    if today.year != end { return today.year < end }
    guard let month = date.month, let now = today.month else { return true }
    if now != month { return now < month }
    guard let day = date.day, let dayNow = today.day else { return true }
    return dayNow < day
  }

  /// The span for a patient on record; nil without rheumatic fever in the history.
  public init?(_ picture: Picture) {
    guard let course = RheumaticCourse(picture) else { return nil }
    let record = picture.record
    self.init(course, age: record.age, lastAttack: record.context.lastRheumaticAttack, today: record.today)
  }
}

extension RheumaticCourse {
  /// How it ran in a patient on record; nil where the history does not tell of rheumatic fever. Carditis that is not
  /// listed counts as absent, unless the leaflets bear its marks; a leak after carditis counts as disease that is left,
  /// and one that is not graded counts too, since stopping too early is the worse error.
  init?(_ picture: Picture) {
    let record = picture.record
    let carditis = record.lists(.rheumaticCarditis) == true
    guard carditis || record.lists(.rheumaticFever) == true else { return nil }
    let marked = record.signs.has(.rheumaticLeaflets) || record.lesions.containsText("rheumatic")
    if marked {
      self = .carditisWithResidualDisease
    } else if carditis {
      let leaks = picture.severity.grade.map { $0 >= .mild } ?? true
      self = leaks ? .carditisWithResidualDisease : .carditisHealed
    } else {
      self = .withoutCarditis
    }
  }
}

/// A drug with its dose, for clinicians.
public struct RheumaticAgent: Sendable, Equatable {
  public let drug: String
  public let dose: String
  public let byMouth: Bool
  public let inPenicillinAllergy: Bool
  public let evidence: Evidence

  public var text: String { drug + " " + dose }

  private static func agent(
    _ drug: String, _ dose: String, byMouth: Bool = true, allergy: Bool = false, _ evidence: Evidence = .recalled
  ) -> RheumaticAgent {
    RheumaticAgent(drug: drug, dose: dose, byMouth: byMouth, inPenicillinAllergy: allergy, evidence: evidence)
  }

  /// Against further attacks, the first choice first.
  public static let secondary = [
    agent(
      "benzathine penicillin G",
      "1.2 million units into muscle every 4 weeks (every 3 in high risk); 0.6 million up to 27 kg", byMouth: false,
      .partRead),
    agent("penicillin V", "250 mg twice a day by mouth", .read),
    agent("sulfadiazine", "1 g a day by mouth (0.5 g up to 27 kg)", allergy: true, .partRead),
    agent("a macrolide", "by mouth, where neither penicillin nor sulfadiazine is tolerated", allergy: true, .read),
  ]

  /// For a streptococcal throat, to be begun within 9 days of its onset.
  public static let primary = [
    agent("penicillin V", "500 mg two or three times a day for 10 days (250 mg up to 27 kg)", .read),
    agent("amoxicillin", "50 mg/kg once a day, at most 1 g, for 10 days"),
    agent(
      "benzathine penicillin G", "1.2 million units into muscle once (0.6 million below 27 kg)", byMouth: false, .read),
    agent("cephalexin or cefadroxil", "for 10 days, not after an immediate reaction to penicillin", allergy: true),
    agent("clindamycin", "20 mg/kg a day in three doses, at most 1.8 g a day, for 10 days", allergy: true),
    agent("azithromycin", "12 mg/kg once a day, at most 500 mg, for 5 days", allergy: true),
    agent("clarithromycin", "15 mg/kg a day in two doses for 10 days", allergy: true),
  ]

  /// The drugs of a list to choose from, the first choice first.
  ///
  /// - Parameters:
  ///   - penicillinAllergy: penicillin is not tolerated.
  ///   - preferOral: what is taken by mouth comes first (AHA 2022).
  public static func choices(
    _ agents: [RheumaticAgent], penicillinAllergy: Bool, preferOral: Bool = false
  ) -> [RheumaticAgent] {
    let fit = agents.filter { !penicillinAllergy || $0.inPenicillinAllergy }
    return preferOral ? fit.filter { $0.byMouth } + fit.filter { !$0.byMouth } : fit
  }
}
