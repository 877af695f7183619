// The text for the person: what cannot wait first, easy to read, short, no doses, no jargon left unexplained, true of
// the person, and never against what the rules say.

import Findings
import Guidelines
import Quantities
import Testing

private func words(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> PlainWords {
  PlainWords(Judgement(record, guideline: guideline))
}

private func text(_ record: ClinicalRecord, _ guideline: Guideline = .escEacts2025) -> String {
  words(record, guideline).text
}

extension PlainWords {
  fileprivate func section(_ identifier: String) -> Section? { sections.first { $0.identifier == identifier } }
}

@Suite struct PlainWordsTests {
  // MARK: How it reads

  @Test func everyTextIsReadByEighthGraders() {
    for judgement in PlainPeople.judgements {
      let level = ReadingLevel(PlainWords(judgement).sections.flatMap { $0.sentences + $0.items })
      #expect(level.grade <= 8, "grade \(level.grade)")
    }
  }

  @Test func noSectionIsHarderThanNinthGradeAndNoSentenceLongerThan25Words() {
    for judgement in PlainPeople.judgements {
      for section in PlainWords(judgement).sections {
        let level = ReadingLevel(section.sentences + section.items)
        #expect(level.grade <= 9, "\(section.identifier): grade \(level.grade)")
        #expect(level.longest <= 25, "\(section.identifier): a sentence of \(level.longest) words")
      }
    }
  }

  @Test func theMeasureOfReadingTellsHardFromEasy() {
    let hard = ReadingLevel([
      "Haemodynamically significant regurgitation necessitates interdisciplinary evaluation of further alternatives."
    ])
    let easy = ReadingLevel(["The cat sat on the mat. It was fat."])
    #expect(hard.grade > 20 && easy.grade < 2)
  }

  @Test func everyTextFitsOnAPage() {
    for judgement in PlainPeople.judgements {
      let words = PlainWords(judgement)
      let most =
        switch judgement.urgency.urgency {
        case .emergency: PlainWords.mostWords.emergency
        case .urgent: PlainWords.mostWords.urgent
        default: PlainWords.mostWords.usual
        }
      #expect(words.words <= most, "\(words.words) words, \(judgement.urgency.urgency)")
      let counted = words.text.split(whereSeparator: { $0 == " " || $0 == "\n" }).count { $0 != "-" }
      #expect(counted == words.words)
    }
  }

  @Test func noDoseAndNoBareJargon() {
    let banned = [
      " mg", "EROA", "RVol", "LVEF", "ejection", "regurgitant", "TEER", "NYHA", "anticoag", "DOAC", "stenosis",
      "haemodynamic", "ventric", "atrium", "prognosis", "mmHg", "aetiology", "dyspn", "oedema", "systolic", "chord",
      "leaflet", "prosthe", "body mass", "clindamycin", "amoxicillin",
    ]
    for judgement in PlainPeople.judgements {
      let text = PlainWords(judgement).text.replacing("mg/dL", with: "")
      for word in banned { #expect(!text.contains(word), "\(word)") }
      for letter in ["  ", " .", "..", "?.", "nil", "Optional"] { #expect(!text.contains(letter), "“\(letter)”") }
    }
  }

  @Test func nobodyIsBlamed() {
    for judgement in PlainPeople.judgements {
      let text = PlainWords(judgement).text.lowercased()
      for word in ["your fault", "you should have", "too fat", "obese", "addict", "abuse", "you must stop", "failed"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  // MARK: What comes first

  @Test func whatCannotWaitStandsAtTheTop() {
    for judgement in PlainPeople.judgements {
      let words = PlainWords(judgement)
      switch judgement.urgency.urgency {
      case .emergency:
        #expect(words.sections[0].title == "Call for help now")
        #expect(words.sections[0].sentences[0].hasPrefix("Call the emergency number now."))
      case .urgent: #expect(words.sections[0].title == "Go to a hospital today")
      case .soon:
        #expect(words.sections[0].identifier == "now")
        #expect(words.section("now")?.sentences.first?.hasPrefix("See your heart doctor in the next days.") == true)
      case .routine: #expect(words.sections[0].identifier == "valve")
      }
      if judgement.urgency.urgency > .routine, let now = words.section("now") {
        #expect(now.sentences.contains("This is why:"))
        let place = now.sentences.firstIndex(of: "This is why:").map { $0 + 1 } ?? 0
        #expect(place < now.sentences.count, "a reason stands below")
      }
    }
  }

  @Test func everyRuleOfUrgencyHasItsPlainReason() throws {
    var seen: [String] = []
    for rule in UrgencyRule.all {
      let told = try #require(PlainWords.reason(rule, of: Judgement(PlainPeople.flail)), "\(rule.id)")
      #expect(told.hasSuffix(".") && told.first?.isUppercase == true && !seen.contains(told), "\(rule.id)")
      #expect(ReadingLevel([told]).longest <= 25)
      seen.append(told)
    }
  }

  /// No rule that makes haste is left unsaid where it stands alone.
  @Test func aReasonThatStandsAloneIsTold() {
    var alone: [String: Int] = [:]
    for judgement in PlainPeople.judgements where judgement.urgency.rules.count == 1 {
      let rule = judgement.urgency.rules[0]
      alone[rule.id, default: 0] += 1
      let told = PlainWords.reason(rule, of: judgement) ?? ""
      #expect(PlainWords(judgement).section("now")?.sentences.contains(told) == true, "\(rule.id)")
    }
    #expect(alone.count > 8)
  }

  @Test func aBloodThinnerThatDoesNotSuitAMetalValveIsTheReasonGiven() throws {
    let record = PlainPeople.mild.with {
      $0.symptoms = []
      $0.treatments = ["replacement-mechanical"]
      $0.context.drugs = ["apixaban 5 mg"]
    }
    let now = try #require(words(record).section("now"))
    #expect(now.title == "See your heart doctor soon")
    #expect(now.sentences.contains { $0.contains("Do not stop it on your own.") })
  }

  @Test func aSuddenLeakAfterAHeartAttackIsTheReasonGiven() throws {
    let record = sketch { record in
      record.presentation = .acute
      record.history = [.recentMyocardialInfarction]
      record.nyha = .four
    }
    let now = try #require(words(record).section("now"))
    #expect(now.title == "Call for help now")
    #expect(now.sentences.contains("The leak came fast after a heart attack, and you feel ill even at rest."))
  }

  @Test func redFlagsFollowWhatWasFoundAndWhatToDoUnlessSomethingPresses() {
    for judgement in PlainPeople.judgements where judgement.urgency.urgency < .emergency {
      let order = PlainWords(judgement).sections.map(\.identifier)
      let place = order.firstIndex(of: "help") ?? -1
      if judgement.urgency.urgency == .urgent {
        #expect(place == 1)
      } else {
        for name in ["now", "found", "options", "living"] {
          if let before = order.firstIndex(of: name) { #expect(before < place, "\(name)") }
        }
        #expect(order.contains("found"))
      }
      #expect((PlainWords(judgement).section("help")?.items.count ?? 0) >= 5)
    }
  }

  @Test func nobodyInDangerIsToldOfSportAndFood() {
    for judgement in PlainPeople.judgements where judgement.urgency.urgency >= .urgent {
      let words = PlainWords(judgement)
      #expect(words.section("living") == nil && words.section("outlook") == nil)
      for word in ["sport", "fruit", "walk", "salt", "vaccine", "heart scan every"] {
        #expect(!words.text.contains(word), "\(word)")
      }
    }
    for judgement in PlainPeople.judgements where judgement.acuity.isAcute {
      #expect(!PlainWords(judgement).text.contains("Move on most days"))
    }
  }

  @Test func theTeamIsToldWhatChangesTheirTreatment() {
    let record = PlainPeople.shock.with {
      $0.history = [.pregnancy, .penicillinAllergy]
      $0.context.drugs = ["apixaban 5 mg"]
    }
    let told = words(record).sections[0].items
    for word in ["blood thinner", "pregnant", "penicillin"] {
      #expect(told.contains { $0.contains(word) }, "\(word)")
    }
    #expect(words(PlainPeople.shock).sections[0].items.allSatisfy { !$0.contains("blood thinner") })
  }

  // MARK: What must always stand there

  @Test func itIsAlwaysInformationAndNoDiagnosis() {
    for judgement in PlainPeople.judgements {
      #expect(PlainWords(judgement).text.contains("This is information, not a diagnosis."))
    }
  }

  @Test func whereOptionsStandTheHeartTeamDecidesWithThePerson() {
    var seen = 0
    for judgement in PlainPeople.judgements {
      guard let options = PlainWords(judgement).section("options") else { continue }
      seen += 1
      #expect(options.sentences.contains("Your heart team decides with you."))
    }
    #expect(seen > 500)
  }

  @Test func figuresAreOfGroupsWithTheYear() {
    var seen = 0
    for judgement in PlainPeople.judgements {
      let words = PlainWords(judgement)
      for section in words.sections where section.identifier != "outlook" {
        for sentence in section.sentences + section.items {
          #expect(!sentence.contains("of 100") && !sentence.contains("percent"), "\(sentence)")
        }
      }
      guard let outlook = words.section("outlook") else { continue }
      seen += 1
      let told = outlook.sentences.joined(separator: " ")
      #expect(
        told.contains("people like those in the study") && told.contains("No one can say what will happen to you."))
      #expect(["1994", "1996", "2005", "2019"].contains { told.contains($0) })
    }
    #expect(seen > 20)
  }
}
