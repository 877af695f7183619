// Cases written and read again; the template and the questions of `mitral new`.

import Cases
import Findings
import Foundation
import Quantities
import Testing

@Suite struct WritingTests {
  @Test func whatIsWrittenAsYAMLReadsToAnEqualCase() throws {
    var cases = RandomCases(seed: 1)
    for _ in 0..<400 {
      let made = cases.next()
      let text = made.yaml()
      let again = try Case.read(text, file: "t.yaml")
      #expect(again == made, "\(text)")
    }
  }

  @Test func whatIsWrittenAsJSONReadsToAnEqualCase() throws {
    var cases = RandomCases(seed: 2)
    for _ in 0..<200 {
      let made = cases.next()
      #expect(try Case.read(made.json.serialised(), file: "t.json") == made)
      #expect(try Case.read(made.json.compact, file: "t.json") == made)
      _ = try JSONSerialization.jsonObject(with: Data(made.json.serialised().utf8))
    }
  }

  @Test func theExampleSurvivesWriting() throws {
    let example = try Case.read(contents("schema/examples/case.yaml"), file: "case.yaml")
    #expect(try Case.read(example.yaml(), file: "t.yaml") == example)
    #expect(example.yaml().contains("  SBP: 124 mm[Hg]\n"))
    #expect(example.yaml().contains("    - value: 70 mL\n      by: pisa\n      sd: 12 mL\n      on: 2026-03-02\n"))
  }

  @Test func numbersThatAreNoNumbersAreNullInJSON() {
    #expect(
      JSONTree.list([.number(.nan), .number(-.infinity), .number(1.5), .number(3)]).compact == "[null, null, 1.5, 3]")
  }
}

@Suite struct TemplateTests {
  @Test func theTemplateIsItselfAValidCase() throws {
    #expect(try Case.read(CaseTemplate.commented(), file: "new.yaml") == Case(name: "New patient"))
    #expect(try Case.read(CaseTemplate.commented(name: "a: #b"), file: "new.yaml").name == "a: #b")
  }

  @Test func everyLineThatWaitsInTheTemplateIsValidOnceUncommented() throws {
    let lines = CaseTemplate.commented().split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("#") && !$0.hasPrefix("##") ? String($0.dropFirst()) : String($0)
    }
    let full = try Case.read(lines.joined(separator: "\n"), file: "new.yaml")
    #expect(full.measurements.count > 12)
    #expect(full.measurements[.SV]?.count == 2)
    #expect(full.lesions.first?.parameters.isEmpty == false)
    #expect(full.reflexes == true)
    #expect(full.context.drugs?.count == 2)
  }

  @Test func theTemplatePointsToTheCatalogue() {
    let text = CaseTemplate.commented()
    for name in ["findings", "history", "lesions", "treatments"] {
      #expect(text.contains("mitral catalogue \(name)"))
    }
    for lesion in CaseVocabulary.sample.lesions { #expect(text.contains(lesion.identifier)) }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func answersOnATerminalMakeTheSameCaseAsTheFile() throws {
    let answers = [
      ("name", "Anna"), ("patient.age", "61"), ("patient.sex", "female"), ("patient.height", "1.68 m"),
      ("history", "hypertension, stroke"), ("symptoms", "none"), ("nyha", "II"), ("findings.HR", "76"),
      ("findings.SBP", "118 mmHg"), ("findings.flail", "yes"), ("findings.LVEDV", ""), ("context.surgicalRisk", "low"),
    ]
    let text = try Questionnaire.caseFile(answers)
    var expected = Case(name: "Anna")
    expected.patient = Patient(age: 61, sex: .female, height: 168)
    expected.history = [.hypertension, .stroke]
    expected.symptoms = []
    expected.nyha = .two
    expected.measurements = [.HR: [Measurement(value: 76)], .SBP: [Measurement(value: 118)]]
    expected.signs.say(true, for: .flail)
    expected.context.surgicalRisk = .low
    #expect(try Case.read(text, file: "t.yaml") == expected)
  }

  @Test func everyQuestionRefusesNonsenseAndTakesAnEmptyAnswer() {
    for question in Questionnaire.questions where question.field != "name" {
      #expect(question.validate("") == nil)
      #expect(question.validate("%&nonsense") != nil, "\(question.field)")
      #expect(!question.prompt.isEmpty && !question.help.isEmpty)
    }
    #expect(Questionnaire.questions.first?.validate(" ") != nil)
    #expect(
      Questionnaire.questions.first { $0.field == "findings.HR" }?.validate("760")?.contains("out of range") == true)
    #expect(throws: CaseFaults.self) { try Questionnaire.caseFile([("nyha", "II")]) }
  }
}
