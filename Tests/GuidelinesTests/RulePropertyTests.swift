// What holds of every patient, tried on thousands made by chance from a fixed seed.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct RulePropertyTests {
  private static let seeds = Array(0..<8)
  private static let perSeed = 300

  /// Judged once for all properties.
  private static let judged: [[Judgement]] = seeds.map { seed in
    var maker = RandomRecord(seed: UInt64(seed * 7919 + 17))
    return (0..<perSeed).map { Judgement(maker.record(), guideline: Guideline.allCases[$0 % 3]) }
  }

  @Test(arguments: seeds) func everyStatementIsTrueOfThePatient(seed: Int) {
    var read = 0
    for judgement in Self.judged[seed] {
      let picture = judgement.picture
      let reader = StatementReader(picture: picture)
      // The call for help quotes urgency's reasons, prophylaxis its own reckoning of years: both have tests of their own.
      for rule in RuleBook.rules(of: picture.guideline)
      where rule.action != .emergencyCall && rule.action != .rheumaticProphylaxis {
        for statement in rule.when.evaluate(picture).reasons where !Self.isUntold(statement) {
          read += 1
          let verdict = reader.isTrue(statement)
          #expect(verdict == true, "\(rule.id): \(statement) – \(verdict.map(String.init) ?? "not understood")")
        }
      }
    }
    #expect(read > 10_000)
  }

  /// What no field tells is "not listed" of everybody.
  private static func isUntold(_ statement: String) -> Bool {
    [
      "another cause of the atrial fibrillation", "severe aortic valve disease", "severe tricuspid disease",
      "coronary disease that needs revascularisation", "oxygen at home", "symptoms at rest in bed",
      "assist device or transplant the better way",
      "coronary disease that is complex, treated already or in no need of it",
      "disease beyond half of the posterior leaflet",
      "a failed repair at a valve centre", "a reason against control of the rhythm", "an abnormal exercise test",
      "a reason against lifelong anticoagulation", "a wish for pregnancy",
    ].contains { statement == "not listed: " + $0 }
  }

  @Test(arguments: seeds) func nothingIsBothAdvisedAndAdvisedAgainst(seed: Int) {
    for judgement in Self.judged[seed] {
      let found = judgement.recommendations
      for one in found where one.rule.polarity == .avoid {
        for other in found where other.rule.polarity == .perform && other.rule.action == one.rule.action {
          Issue.record("\(one.rule.id) against \(other.rule.id)")
        }
      }
    }
  }

  @Test(arguments: seeds) func whoWaitsIsNotOperatedOn(seed: Int) {
    var waiting = 0
    for judgement in Self.judged[seed] {
      let found = judgement.recommendations
      guard found.contains(where: { $0.rule.action == .watchfulWaiting }) else { continue }
      waiting += 1
      for one in found where one.rule.polarity == .perform && (one.rule.strength?.rank ?? 4) <= 2 {
        let operations: [RecommendedAction] = [
          .mitralValveSurgery, .mitralValveRepair, .mitralValveReplacement, .teer, .surgeryWithCABG, .emergencySurgery,
          .intervention,
        ]
        #expect(!operations.contains(one.rule.action), "\(one.rule.id) beside watchful waiting")
      }
    }
    #expect(waiting > 0)
  }

  /// Kleene's logic: what is decided without a value is not decided otherwise by the value, except where silence was
  /// taken for absence, or where the value changes what is judged before the rules.
  @Test(arguments: seeds) func aFurtherValueDoesNotTurnADecision(seed: Int) {
    var maker = RandomRecord(seed: UInt64(seed + 4242))
    var compared = 0
    for index in 0..<Self.perSeed {
      let record = maker.record()
      var fuller = record
      guard maker.fillOneGap(&fuller), !Self.isAtOddsWithItself(fuller) else { continue }
      let guideline = Guideline.allCases[index % 3]
      let before = Picture(record, guideline: guideline)
      let after = Picture(fuller, guideline: guideline)
      guard Self.isJudgedAlike(before, after) else { continue }
      for rule in RuleBook.rules(of: guideline) where rule.action != .emergencyCall {
        let first = rule.when.evaluate(before)
        if first.truth == .unknown || !first.toConfirm.isEmpty { continue }
        compared += 1
        let second = rule.when.evaluate(after)
        #expect(second.truth == first.truth, "\(rule.id): \(first.reasons) became \(second.reasons)")
      }
    }
    #expect(compared > 1000)
  }

  /// What no patient's record ought to say: a rule may hold to either half of it.
  private static func isAtOddsWithItself(_ record: ClinicalRecord) -> Bool {
    let fibrillates = record.rhythm == .atrialFibrillation && record.lists(.atrialFibrillation) == false
    let complains = record.nyha == .one && record.symptoms?.isEmpty == false
    let mortality = record.context.predictedMortality ?? 6
    let isHigh = record.context.surgicalRisk == .high || record.context.surgicalRisk == .prohibitive
    let risky = (mortality < 4 && record.context.surgicalRisk != .low) || (mortality >= 8 && !isHigh)
    let unnamed = record.lists(.prostheticValve) == true && record.treatments.isEmpty
    let child = record.lists(.pregnancy) == true || record.lists(.planningPregnancy) == true
    let late = child && ((record.age ?? 0) > 55 || record.sex == .male)
    let fibrillated = record.rhythm == .sinus && record.lists(.atrialFibrillation) == true
    // The best drugs, and a list that lacks some of them.
    let unlike = HeartFailurePillar.allCases.contains { $0.stands(record) == false }
    let isBest = record.context.optimisedMedicalTherapy == true && unlike
    let indexed = !record[.LVIDsi].isEmpty && !record[.LVIDs].isEmpty && record.height != nil && record.weight != nil
    return isBest || indexed || fibrillated || fibrillates || complains || (risky && record.context.surgicalRisk != nil)
      || unnamed || late
  }

  private static func isJudgedAlike(_ a: Picture, _ b: Picture) -> Bool {
    a.severity.grade == b.severity.grade && a.severity.confidence == b.severity.confidence
      && a.severity.outlier == b.severity.outlier && a.severity.warnings == b.severity.warnings
      && a.cause.cause == b.cause.cause && a.cause.mechanisms == b.cause.mechanisms
      && a.acuity.presentation == b.acuity.presentation && a.functional.nyha == b.functional.nyha
  }

  @Test(arguments: seeds) func whatIsMissingIsNamedAndReallyMissing(seed: Int) {
    for judgement in Self.judged[seed] {
      let picture = judgement.picture
      let record = picture.record
      for question in judgement.open {
        #expect(!question.rules.isEmpty)
        #expect(MissingName.isWritable(question.missing), "\(question.missing)")
        if let id = FindingID(identifier: question.missing) {
          #expect(picture[id] == nil, "\(question.missing)")
        }
        switch question.missing {
        case "patient.age": #expect(record.age == nil)
        case "patient.sex": #expect(record.sex == nil)
        case "patient.height": #expect(record.height == nil)
        case "context.surgicalRisk": #expect(record.context.surgicalRisk == nil)
        case "context.teerSuitable": #expect(record.context.teerSuitable == nil)
        case "context.drugs": #expect(record.context.drugs == nil)
        case "rhythm": #expect(record.rhythm == nil)
        default: break
        }
      }
      for rule in RuleBook.rules(of: picture.guideline) {
        let result = rule.when.evaluate(picture)
        #expect((result.truth == .unknown) == !result.missing.isEmpty, "\(rule.id): \(result.missing)")
      }
    }
  }

  @Test(arguments: seeds) func onlyAStrongerRuleOvertakes(seed: Int) {
    for judgement in Self.judged[seed] {
      let found = judgement.recommendations
      for one in found {
        guard let other = one.overtakenBy else { continue }
        let isEmergency = other.action == .emergencySurgery && one.rule.strength == nil
        #expect(isEmergency || (other.strength?.rank ?? 9) < (one.rule.strength?.rank ?? 0))
        #expect(other.action.covers(one.rule.action) && other.polarity == .perform && one.rule.polarity == .perform)
        #expect(found.contains { $0.rule.id == other.id && $0.overtakenBy == nil })
      }
      let places = found.map {
        let rank = $0.rule.strength?.rank ?? 5
        return $0.rule.relevance.rawValue * 20 + ($0.rule.saysHow ? 10 : 0)
          + ($0.rule.polarity == .avoid && rank == 4 ? 1 : rank)
      }
      #expect(places == places.sorted(), "\(places)")
    }
  }
}
