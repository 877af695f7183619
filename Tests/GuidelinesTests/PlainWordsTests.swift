// The text for patients: easy to read, red flags first, no doses, no jargon left unexplained, true of the person.

import Findings
import Guidelines
import Quantities
import Testing

/// Records that between them show every section and option of the text.
private enum People {
  static func record(_ edit: (inout ClinicalRecord) -> Void) -> ClinicalRecord {
    guard let today = CalendarDate(year: 2026, month: 3, day: 2) else { preconditionFailure("a date") }
    var record = ClinicalRecord(today: today)
    edit(&record)
    return record
  }

  static func measured(_ pairs: KeyValuePairs<FindingID, Double>) -> [MeasurementSeries] {
    pairs.map { MeasurementSeries($0.key, [Measurement(value: $0.value)]) }
  }

  static let flail = record { record in
    record.age = 61
    record.sex = .male
    record.presentation = .chronic
    record.rhythm = .sinus
    record.history = [.mitralProlapse]
    record.symptoms = [.exertionalDyspnoea, .fatigue]
    record.series = measured([.EROA: 0.48, .RVol: 72, .RF: 55, .LVEF: 58, .LVIDs: 42, .PASP: 55])
    record.signs.say(true, for: .flail)
    record.context.surgicalRisk = .low
    record.context.durableRepairLikely = true
  }

  static let silent = record { record in
    record.age = 50
    record.symptoms = []
    record.series = measured([.EROA: 0.25, .RVol: 38, .RF: 34, .LVEF: 66])
    record.signs.say(true, for: .prolapse)
  }

  static let functional = record { record in
    record.age = 70
    record.rhythm = .atrialFibrillation
    record.history = [.dilatedCardiomyopathy, .heartFailure, .endocarditis]
    record.symptoms = Symptom.allCases
    record.series = measured([.EROA: 0.42, .RVol: 62, .RF: 52, .LVEF: 30])
    record.signs.say(true, for: .tenting)
    record.context.drugs = ["apixaban 5 mg", "bisoprolol"]
  }

  static let empty = record { _ in }

  static let all = [flail, silent, functional, empty]
}

@Suite struct PlainWordsTests {
  private func texts(_ record: ClinicalRecord) -> [PlainWords] {
    Guideline.allCases.map { PlainWords(Judgement(record, guideline: $0)) }
  }

  @Test func everyTextIsReadByEighthGraders() {
    for words in People.all.flatMap(texts) {
      let level = ReadingLevel(words.sections.flatMap { $0.sentences + $0.items })
      #expect(level.grade <= 8, "grade \(level.grade)")
    }
  }

  @Test func noSectionIsHarderThanNinthGrade() {
    for words in People.all.flatMap(texts) {
      for section in words.sections {
        let level = ReadingLevel(section.sentences + section.items)
        #expect(level.grade <= 9, "\(section.identifier): grade \(level.grade)")
        #expect(level.longest <= 30, "\(section.identifier): a sentence of \(level.longest) words")
      }
    }
  }

  @Test func theMeasureOfReadingTellsHardFromEasy() {
    let hard = ReadingLevel([
      "Haemodynamically significant regurgitation necessitates interdisciplinary evaluation of interventional alternatives."
    ])
    let easy = ReadingLevel(["The cat sat on the mat. It was fat."])
    #expect(hard.grade > 20 && easy.grade < 2)
  }

  @Test func redFlagsComeFirst() {
    for words in People.all.flatMap(texts) {
      #expect(words.sections.first?.identifier == "help")
      #expect(words.sections.first.map { $0.items.count >= 5 } == true)
    }
  }

  @Test func noDoseAndNoBareJargon() {
    let banned = [
      " mg", "EROA", "RVol", "LVEF", "ejection", "regurgitant", "TEER", "NYHA", "anticoag", "DOAC", "stenosis",
      "haemodynamic", "ventric", "atrium", "prognosis", "mmHg", "aetiology", "dyspn", "oedema",
    ]
    for words in People.all.flatMap(texts) {
      for word in banned { #expect(!words.text.contains(word), "\(word)") }
    }
  }

  @Test func theHeartTeamDecides() {
    for words in People.all.flatMap(texts) where words.sections.contains(where: { $0.identifier == "options" }) {
      #expect(words.text.contains("Your heart team decides with you"))
    }
  }

  @Test func itSaysWhatIsTrueOfThePerson() {
    let flail = PlainWords(Judgement(People.flail)).text
    #expect(flail.contains("Your leak is big"))
    #expect(flail.contains("come loose"))
    #expect(flail.contains("short of breath when you move"))
    #expect(!flail.contains("out of step. This is called"))
    let functional = PlainWords(Judgement(People.functional)).text
    #expect(functional.contains("The valve itself is sound"))
    #expect(functional.contains("thins your blood"))
    let silent = PlainWords(Judgement(People.silent)).text
    #expect(silent.contains("about 25 had a big leak"))
    let empty = PlainWords(Judgement(People.empty)).text
    #expect(empty.contains("No one can say yet how big your leak is"))
    #expect(!empty.contains("Out of 100"))
  }
}
