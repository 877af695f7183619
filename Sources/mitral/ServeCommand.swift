// `mitral serve` where this program was called by itself: says how the server, a program of its own, is started.

import ArgumentParser

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the page, and the command's answers to programs, on this machine.",
    discussion: """
      The server is a program of its own, so that whoever only wants this one need not build it. The launcher in the \
      checkout builds it when it is first asked for, and becomes it:

        ./mitral serve
        ./mitral serve --help          its options
      """)

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var arguments: [String] = []

  func run() throws {
    if let first = arguments.first, ["-h", "--help"].contains(first) { throw CleanExit.helpRequest(self) }
    CaseSource.complain(
      "mitral: the server is a program of its own; start it with the launcher in the checkout: "
        + (["./mitral", "serve"] + arguments).joined(separator: " "))
    throw ExitCode(64)
  }
}
