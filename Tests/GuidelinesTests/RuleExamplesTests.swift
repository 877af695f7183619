// Every rule of the book in both lights: a patient for whom it holds, and a neighbour for whom it does not.
//
// Rules of other files add their examples in a file of their own (`RuleExamples+TOPIC.swift`) and a word in `all`.

import Findings
import Guidelines
import Testing

/// A rule with a patient for whom it holds and one for whom it does not.
struct RuleExample: Sendable {
  let rule: String
  let fires: ClinicalRecord
  let silent: ClinicalRecord

  init(_ rule: String, _ fires: ClinicalRecord, silent: ClinicalRecord) {
    self.rule = rule
    self.fires = fires
    self.silent = silent
  }

  /// The neighbour differs in one change.
  init(_ rule: String, _ fires: ClinicalRecord, but change: (inout ClinicalRecord) -> Void) {
    self.init(rule, fires, silent: fires.with(change))
  }
}

enum RuleExamples {
  static let all: [RuleExample] =
    primary + secondary + heartFailure + rhythm + prosthesis + sport + waiting + acute + prevention
}

@Suite struct RuleExampleTests {
  @Test func everyRuleHoldsForOnePatientAndIsSilentForAnother() {
    for rule in RuleBook.rules {
      let examples = RuleExamples.all.filter { $0.rule == rule.id }
      #expect(!examples.isEmpty, "no example of \(rule.id)")
      for guideline in rule.sets {
        for example in examples {
          let fires = rule.when.evaluate(Picture(example.fires, guideline: guideline))
          #expect(fires.truth == .yes, "\(rule.id) by \(guideline.identifier): missing \(fires.missing)")
          let silent = rule.when.evaluate(Picture(example.silent, guideline: guideline))
          #expect(silent.truth == .no, "\(rule.id) by \(guideline.identifier) is not silent: \(silent.truth)")
        }
      }
    }
  }

  @Test func everyExampleIsOfARuleOfTheBook() {
    for example in RuleExamples.all { #expect(RuleBook.rule(example.rule) != nil, "\(example.rule)") }
  }

  @Test func everyRuleHasItsOwnNameAndItsYearsAreNotBlended() {
    var names: [String] = []
    for rule in RuleBook.rules {
      #expect(!names.contains(rule.id), "\(rule.id) twice")
      names.append(rule.id)
      for guideline in Guideline.allCases where rule.source.identifier == guideline.identifier {
        #expect(rule.sets == [guideline], "\(rule.id) is lent to another guideline")
      }
      if rule.source.identifier == RuleSource.own.identifier {
        #expect(rule.strength == nil && rule.level == nil, "\(rule.id): our own rule has no class")
      }
      #expect(rule.text.hasSuffix("."), "\(rule.id): \(rule.text)")
      #expect(!rule.section.isEmpty && !rule.when.text.isEmpty)
    }
  }

  @Test func companionsOfAGuidelineGoWithTheRightSociety() {
    for rule in RuleBook.rules where !rule.sets.contains(.accAha2020) {
      #expect(!rule.source.identifier.hasPrefix("acc-"), "\(rule.id)")
    }
    for rule in RuleBook.rules where rule.sets.contains(.accAha2020) {
      #expect(!rule.source.identifier.hasPrefix("esc-"), "\(rule.id)")
    }
    for rule in RuleBook.rules where rule.sets.contains(.escEacts2025) || rule.sets.contains(.escEacts2021) {
      #expect(!rule.source.identifier.hasPrefix("aha-"), "\(rule.id)")
    }
  }
}
