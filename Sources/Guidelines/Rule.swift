// A rule as data: who says it, how strongly, what to do, and when.

import Findings

/// The class of a recommendation; ACC/AHA's 1, 2a, 2b and 3 are written as I, IIa, IIb and III.
public enum RecommendationClass: String, CaseIterable, Sendable {
  case one = "I"
  case twoA = "IIa"
  case twoB = "IIb"
  case three = "III"
  case threeHarm = "III-harm"
  case threeNoBenefit = "III-no-benefit"

  /// 1 to 3 for what is to be done, the strongest first; 4 for the three kinds of class III, which speak against it and
  /// are all equally strong. A list puts them beside class I: see `Rule.isReadBefore`.
  public var rank: Int {
    switch self {
    case .one: 1
    case .twoA: 2
    case .twoB: 3
    case .three, .threeHarm, .threeNoBenefit: 4
    }
  }

  /// What the class means, in a few words.
  public var meaning: String {
    switch self {
    case .one: "recommended"
    case .twoA: "should be considered"
    case .twoB: "may be considered"
    case .three: "not recommended"
    case .threeHarm: "harms"
    case .threeNoBenefit: "of no benefit"
    }
  }
}

/// Whether something is to be done or to be left.
public enum Polarity: String, CaseIterable, Sendable {
  case perform = "do"
  case avoid
}

/// One recommendation of one document.
public struct Rule: Sendable {
  /// Unique; letters, digits and hyphens, beginning with the document: "esc-2025-P3".
  public let id: String
  /// The rule sets it belongs to.
  public let sets: [Guideline]
  public let source: RuleSource
  /// Where in the source: "Recommendation Table 6".
  public let section: String
  /// Nil for rules that their source gives no class.
  public let strength: RecommendationClass?
  /// Level of evidence as the source writes it; nil where it gives none.
  public let level: String?
  public let action: RecommendedAction
  public let polarity: Polarity
  /// What it says, in our own words: a full sentence.
  public let text: String
  public let when: Condition
  /// How well the rule has been checked against its source.
  public let evidence: Evidence
  /// The rule says how something is done where it is done (repair rather than replace), not that it should be: it is
  /// read after the rules that do, and however strong it is it makes none of them redundant.
  public private(set) var saysHow = false

  /// The simulated treatments it speaks of, where these are fewer than its action's: a rule on one drug of several.
  private(set) var ownTreatments: [String]?

  init(
    _ id: String, _ sets: [Guideline], _ source: RuleSource, _ section: String, _ strength: RecommendationClass?,
    _ level: String?, _ action: RecommendedAction, avoid: Bool = false, _ text: String, when: Condition,
    evidence: Evidence = .read
  ) {
    self.id = id
    self.sets = sets
    self.source = source
    self.section = section
    self.strength = strength
    self.level = level
    self.action = action
    polarity = avoid ? .avoid : .perform
    self.text = text
    self.when = when
    self.evidence = evidence
  }

  /// The same rule, which speaks of these treatments alone.
  func speaking(of treatments: [String]) -> Rule {
    var rule = self
    rule.ownTreatments = treatments
    return rule
  }

  /// The same rule, marked as one that says how.
  func sayingHow() -> Rule {
    var rule = self
    rule.saysHow = true
    return rule
  }
}

/// A rule that holds for a patient.
public struct Recommendation: Sendable {
  public let rule: Rule
  /// True statements about the patient that the rule rests on.
  public let because: [String]
  /// What the rule wants excluded and the record is silent about.
  public let toConfirm: [String]
  /// The rule that makes this one redundant: it asks for the same with a stronger class. Nil: this one counts.
  public internal(set) var overtakenBy: Rule?
}

/// Something the record lacks, and the rules that wait for it.
public struct OpenQuestion: Sendable {
  /// The name in the case file: "LVIDs", "symptoms", "context.surgicalRisk".
  public let missing: String
  public let rules: [Rule]
}

/// All rules of all sets.
public enum RuleBook {
  /// The year in which the rules were last gone through: a guideline's age is reckoned from it, or from the day a record is
  /// judged on where that is later.
  public static let edition = 2026

  public static let rules: [Rule] = {
    let topics = [
      acute, primaryEsc2025, primaryEsc2021, primaryAcc2020, secondaryEsc2025, secondaryEsc2021, secondaryAcc2020,
      teerAnatomy, heartFailure, heartFailurePillars, rhythm, anticoagulation, mechanicalElsewhere,
      mechanicalWithDoacRule, prosthesis,
      waiting, imaging, sport,
      pregnancy, endocarditis, rheumatic,
    ]
    var all: [Rule] = []
    for topic in topics { all += topic }
    return all
  }()

  /// The rules of one set, in the order of the book.
  public static func rules(of guideline: Guideline) -> [Rule] {
    var chosen: [Rule] = []
    for rule in rules where rule.sets.contains(guideline) { chosen.append(rule) }
    return chosen
  }

  /// The rule of that name; nil when there is none.
  public static func rule(_ id: String) -> Rule? {
    for rule in rules where rule.id.utf8.elementsEqual(id.utf8) { return rule }
    return nil
  }
}
