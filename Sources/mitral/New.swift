// `mitral new`: a case to fill in.

import ArgumentParser
import Cases
import Foundation

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a commented case to fill in; on a terminal, ask for it.",
    discussion: """
      Without a file the case goes to standard output. On a terminal, with a file, the commonest fields are asked for one by one; an
      empty answer leaves a field out, ? explains it, and the end of input (Ctrl-D) leaves out the rest. Only the name is required.

      Examples:
        mitral new my-case.yaml
        mitral new > my-case.yaml
      """)

  @Argument(
    help: ArgumentHelp("The file to write; it must not exist yet.", valueName: "file.yaml"), completion: .file())
  var file: String?

  @Flag(help: "Write the commented case without asking, on a terminal too.")
  var blank = false

  func run() throws {
    guard let file else {
      try Terminal.printOut(CaseTemplate.commented(vocabulary: .engine), terminator: "")
      return
    }
    guard !FileManager.default.fileExists(atPath: file) else {
      CaseSource.complain("\(file): is there already; nothing was changed.")
      throw CaseSource.badInput
    }
    let asks = !blank && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    try OutputFile.write(asks ? try asked() : CaseTemplate.commented(vocabulary: .engine), to: file)
    CaseSource.complain("Wrote \(file). Next: mitral assess \(file)")
  }

  /// Asks on standard error until every answer is right.
  private func asked() throws -> String {
    CaseSource.complain("An empty answer leaves a field out; ? explains it; Ctrl-D leaves out the rest.\n")
    var answers: [(field: String, answer: String)] = []
    asking: for question in Questionnaire.questions {
      while true {
        FileHandle.standardError.write(Data("\(question.prompt): ".utf8))
        guard let answer = readLine()?.trimmingCharacters(in: .whitespaces) else {
          // The end of the input ends the questions; what was answered until then is a case once it has a name.
          CaseSource.complain("")
          break asking
        }
        if answer.isEmpty, !question.isRequired { break }
        if answer == "?" {
          CaseSource.complain("  \(question.help)")
        } else if let fault = question.validate(answer, vocabulary: .engine) {
          CaseSource.complain("  \(fault)")
        } else {
          answers.append((question.field, answer))
          break
        }
      }
    }
    guard
      Questionnaire.questions.allSatisfy({ question in
        !question.isRequired || answers.contains { $0.field == question.field }
      })
    else {
      CaseSource.complain("No name was given; nothing was written.")
      throw CaseSource.badInput
    }
    do {
      return try Questionnaire.caseFile(answers, vocabulary: .engine)
    } catch {
      CaseSource.complain(error.description)
      throw CaseSource.badInput
    }
  }
}
