// The questions that `mitral new` asks on a terminal, and the case that the answers make.

import Quantities
import Findings

/// One question for the terminal.
public struct Question: Sendable {
  /// The field that the answer fills, as in `findings.HR`.
  public let field: String
  /// What is asked, in one line.
  public let prompt: String
  /// What may be answered; an empty answer leaves the field open.
  public let help: String
  /// What the answer turns into.
  let form: Form

  /// Whether there is no case without the answer.
  public var isRequired: Bool { field == "name" }

  enum Form: Sendable, Equatable {
    case text, word, list, flag
    /// One of two words, which are also the answers yes and no.
    case either(yes: String, no: String)
    /// A number; the unit is added when the answer has none.
    case quantity(String)
  }

  /// What is wrong with an answer, in one line, or nil when it can be written into the case.
  public func validate(_ answer: String, vocabulary: CaseVocabulary = .sample) -> String? {
    if answer.trimmingSpaces.isEmpty { return isRequired ? "a name is needed" : nil }
    do {
      _ = try Questionnaire.read([(field, answer)], vocabulary: vocabulary)
      return nil
    } catch {
      guard let fault = error.faults.first else { return "cannot be read" }
      return fault.problem + (fault.allowed.map { "; allowed: \($0)" } ?? "")
    }
  }

  /// The answer as it stands in the case; nil for none.
  func tree(_ answer: String) -> JSONTree? {
    let text = answer.trimmingSpaces
    guard !text.isEmpty else { return nil }
    switch form {
    case .text, .word: return .text(text)
    case .list:
      if text.lowercased() == "none" || text == "[]" { return .list([]) }
      let items = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
      return .list(items.map { .text($0) })
    case .flag:
      switch text.lowercased() {
      case "yes", "y", "true": return .flag(true)
      case "no", "n", "false": return .flag(false)
      default: return .text(text)
      }
    case .either(let yes, let no):
      switch text.lowercased() {
      case "yes", "y": return .text(yes)
      case "no", "n": return .text(no)
      default: return .text(text)
      }
    case .quantity(let unit):
      if case .number(let value, unit: "") = QuantityParse(text) { return TextQuantity(value, unit).json }
      return .text(text)
    }
  }
}

/// The list of questions and the way from answers to a case.
public enum Questionnaire {
  /// The questions, in the order to ask them.
  public static let questions: [Question] =
    [
      Question(
        field: "name", prompt: "Name of the case",
        help: "the title of every result: any text, without the patient's real name", form: .text),
      Question(
        field: "patient.age", prompt: "Age in years",
        help: "how stiff heart and vessels are in health; 16 to 110 years, 45 where it is left out",
        form: .quantity("y")),
      word(Sex.self, "patient.sex", "Sex", "chooses the normal ranges and the size of the healthy heart"),
      Question(
        field: "patient.height", prompt: "Height in cm",
        help: "with the weight, the size of the body that volumes and flows are related to; 120 to 230 cm",
        form: .quantity("cm")),
      Question(
        field: "patient.weight", prompt: "Weight in kg",
        help: "with the height, the size of the body that volumes and flows are related to; 30 to 300 kg",
        form: .quantity("kg")),
      Question(
        field: "presentation", prompt: "Did the leak come suddenly? (yes or no; acute or chronic)",
        help: "yes, acute: within hours or days, in a heart that has not grown; no, chronic: long ago, in one that has",
        form: .either(yes: Presentation.acute.rawValue, no: Presentation.chronic.rawValue)),
      word(Rhythm.self, "rhythm", "Rhythm", "the heart's rhythm when it was examined"),
      Question(
        field: "history", prompt: "Illnesses, with commas between",
        help: "for cause and risk: `none`, or as hypertension, stroke; all: mitral catalogue history", form: .list),
      Question(
        field: "symptoms", prompt: "Symptoms, with commas between",
        help: "what the patient feels, for stage and urgency: `none`, or " + Symptom.words.joined(separator: ", "),
        form: .list),
      word(
        NYHAClass.self, "nyha", "Breathlessness: I none, II ordinary effort, III little effort, IV at rest",
        "the class of the New York Heart Association"),
    ] + CaseTemplate.commonFindings.map { measured($0.finding) }
    + [
      sign(.flail), sign(.prolapse), sign(.tenting),
      word(
        SurgicalRisk.self, "context.surgicalRisk", "Risk of surgery",
        "as the heart team sees it: it decides between operation and catheter"),
    ]

  /// The case file that the answers make.
  ///
  /// - Parameter answers: Field and answer, in any order; empty answers are left out.
  /// - Throws: Every fault, for a caller that has not validated each answer.
  public static func caseFile(
    _ answers: [(field: String, answer: String)], vocabulary: CaseVocabulary = .sample
  ) throws(CaseFaults) -> String {
    try read(answers, named: "", vocabulary: vocabulary).yaml()
  }

  static func read(
    _ answers: [(field: String, answer: String)], named name: String = "answers", vocabulary: CaseVocabulary
  ) throws(CaseFaults) -> Case {
    var root: [JSONTree.Field] = []
    for question in questions {
      guard let answer = answers.last(where: { $0.field == question.field })?.answer, let tree = question.tree(answer)
      else { continue }
      let steps = question.field.split(separator: ".", maxSplits: 1).map(String.init)
      guard steps.count == 2 else {
        root.append(.init(steps[0], tree))
        continue
      }
      if let index = root.firstIndex(where: { $0.name == steps[0] }), case .object(let fields) = root[index].value {
        root[index].value = .object(fields + [.init(steps[1], tree)])
      } else {
        root.append(.init(steps[0], .object([.init(steps[1], tree)])))
      }
    }
    if !name.isEmpty, !root.contains(where: { $0.name == "name" }) { root.append(.init("name", .text(name))) }
    return try Case.read(JSONTree.object(root).serialised(), file: "answers", vocabulary: vocabulary)
  }

  /// - Parameter purpose: What the answer is for.
  private static func word<Word: CaseWord>(
    _ type: Word.Type, _ field: String, _ prompt: String, _ purpose: String
  ) -> Question {
    let words = Word.words.joined(separator: ", ")
    return Question(field: field, prompt: prompt, help: "\(purpose); one of \(words)", form: .word)
  }

  private static func measured(_ finding: FindingID) -> Question {
    let spec = finding.spec
    let range = QuantityRule.finding(finding).rangeText
    return Question(
      field: "findings." + spec.identifier, prompt: "\(spec.name) (\(spec.identifier))",
      help: "\(spec.definition) Allowed: \(range).",
      form: .quantity(spec.unit.symbol))
  }

  private static func sign(_ sign: QualitativeID) -> Question {
    Question(
      field: "findings." + sign.identifier, prompt: sign.spec.name + "? (yes or no)",
      help: sign.spec.definition + " Yes or no.",
      form: .flag)
  }
}
