// The command: one subcommand per file.

import ArgumentParser
import Foundation
import Reports

@main
struct Mitral: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mitral",
    abstract: "A heart that beats, whose mitral valve leaks: simulate it, or fit it to a patient's measurements.",
    discussion: """
      The main job:
        mitral assess cases/flail-leaflet.yaml     the heart that explains a patient's measurements best, the grade
                                                   of the leak, and what closing it or a vasodilator would change

      CASE is a file (YAML or JSON), `-` for standard input, or the name of a case that ships: `mitral catalogue cases`.
      Write one with `mitral new my-case.yaml`.

      Exit status: 0 done, 1 the case cannot be simulated or the result not written, 64 wrong usage, 65 bad input.
      Mitral teaches and supports research. It is no medical device.
      """,
    version: Product.version,
    subcommands: [
      Assess.self, Grade.self, Simulate.self, Compare.self, CourseCommand.self, CatalogueCommand.self, New.self,
      Examine.self,
      Echo.self,
      Listen.self, PageCommand.self,
      BenchCommand.self, StudyCommand.self, ServeCommand.self,
    ])

  /// Runs the command. Help, too, is only given when it has arrived on standard output.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      try Terminal.finishOutput()
    } catch {
      guard exitCode(for: error) == .success else { exit(withError: error) }
      do {
        try Terminal.printOut(completingHelp(in: fullMessage(for: error)))
      } catch {
        exit(withError: error)
      }
    }
  }
}

extension Mitral {
  /// A completion script for bash, zsh or fish in which `mitral help` completes the commands; any other text as it is.
  fileprivate static func completingHelp(in text: String) -> String {
    let names = configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }.joined(
      separator: " ")
    if let start = text.range(of: "\n_mitral_help() {\n"),
      let end = text.range(of: "\n}\n", range: start.upperBound..<text.endIndex)
    {
      let body = text[start.upperBound..<end.lowerBound]
      let changed =
        text.hasPrefix("#compdef")
        ? body.replacingOccurrences(of: "'*:subcommands:'", with: "'*:subcommands:(\(names))'")
        : body + "\n    [[ \"${positional_number}\" -ne 1 ]] || __mitral_add_completions -W $'"
          + names.replacingOccurrences(of: " ", with: "\\n") + "'"
      return text[..<start.upperBound] + changed + text[end.lowerBound...]
    }
    let fish = "complete -c 'mitral' -n '__mitral_should_offer_completions_for_positional \"mitral"
    guard text.contains(fish + "\" -eq 1'") else { return text }
    return text + "\n" + fish + " help\" -eq 1' -fa '\(names)'"
  }
}
