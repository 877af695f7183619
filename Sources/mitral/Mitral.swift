// The command: one subcommand per file.

import ArgumentParser

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
    subcommands: [Assess.self, Simulate.self, CatalogueCommand.self, New.self, BenchCommand.self])

  /// Runs the command. Help, too, is only given when it has arrived on standard output.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      try Terminal.finishOutput()
    } catch {
      guard exitCode(for: error) == .success else { exit(withError: error) }
      do {
        try Terminal.printOut(fullMessage(for: error))
      } catch {
        exit(withError: error)
      }
    }
  }
}

/// What the product says of itself.
enum Product {
  static let version = "0.1.0"
}
