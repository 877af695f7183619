// Everything that is judged of one patient by one set of rules.

import Findings

/// The judgement.
public struct Judgement: Sendable {
  public let picture: Picture
  /// The rules that hold, in the order in which they are to be read: by relevance, then by class (see `Relevance`).
  public let recommendations: [Recommendation]
  /// What is missing to decide further rules.
  public let open: [OpenQuestion]
  /// What was taken as absent because the record does not mention it.
  public let toConfirm: [String]
  /// A to D after ACC/AHA 2020, whatever the guideline.
  public let stage: StageJudgement
  public let profile: HaemodynamicProfile
  public let urgency: UrgencyJudgement
  /// Nil where the leak must be dealt with first, or where nothing gives an interval.
  public let followUp: FollowUp?
  /// What must be kept in mind when the judgement is read.
  public let cautions: [Caution]

  public var nyha: FunctionalClass { picture.functional }
  public var acuity: AcuityJudgement { picture.acuity }
  public var progression: Progression { picture.progression }

  /// Judges a record by a set of rules.
  ///
  /// - Parameter simulated: as for `Picture`.
  public init(
    _ record: ClinicalRecord, guideline: Guideline = .escEacts2025, simulated: FindingValues = FindingValues()
  ) {
    let picture = Picture(record, guideline: guideline, simulated: simulated)
    self.picture = picture
    stage = StageJudgement(picture)
    profile = HaemodynamicProfile(picture)
    urgency = UrgencyJudgement(picture)
    followUp = FollowUp(picture, urgency: urgency.urgency)
    cautions = Caution.all(picture)
    var found: [Recommendation] = []
    var questions: [(missing: String, rules: [Rule])] = []
    var assumed: [String] = []
    for rule in RuleBook.rules(of: guideline) {
      let result = rule.when.evaluate(picture)
      switch result.truth {
      case .yes:
        found.append(
          Recommendation(
            rule: rule, because: Texts.withoutRepeats(result.reasons), toConfirm: result.toConfirm, overtakenBy: nil))
        assumed.addMissing(result.toConfirm)
      case .unknown: Self.ask(result.missing, rule, &questions)
      case .no: break
      }
    }
    recommendations = Self.readingOrder(found)
    var open: [OpenQuestion] = []
    for one in questions { open.append(OpenQuestion(missing: one.missing, rules: one.rules)) }
    self.open = open
    toConfirm = assumed
  }

  private static func ask(_ missing: [String], _ rule: Rule, _ questions: inout [(missing: String, rules: [Rule])]) {
    for name in missing {
      var known = false
      for index in questions.indices where questions[index].missing.utf8.elementsEqual(name.utf8) {
        questions[index].rules.append(rule)
        known = true
      }
      if !known { questions.append((name, [rule])) }
    }
  }

  /// The first rule that asks for the same with a stronger class; and an emergency operation where the other is urgent.
  private static func stronger(than rule: Rule, _ sorted: [Recommendation]) -> Rule? {
    guard rule.polarity == .perform else { return nil }
    guard let own = rule.strength?.rank else {
      for other in sorted where other.rule.action == .emergencySurgery && rule.action == .mitralValveSurgery {
        return other.rule
      }
      return nil
    }
    for other in sorted {
      if other.rule.polarity == .perform, !other.rule.saysHow, let rank = other.rule.strength?.rank, rank < own,
        other.rule.action.covers(rule.action)
      {
        return other.rule
      }
    }
    return nil
  }

  /// By relevance, then by class; within a class as the book has them.
  private static func readingOrder(_ found: [Recommendation]) -> [Recommendation] {
    var sorted: [Recommendation] = []
    for one in found {
      var place = sorted.count
      while place > 0, one.rule.isReadBefore(sorted[place - 1].rule) { place -= 1 }
      sorted.insert(one, at: place)
    }
    for index in sorted.indices { sorted[index].overtakenBy = Self.stronger(than: sorted[index].rule, sorted) }
    return sorted
  }
}
