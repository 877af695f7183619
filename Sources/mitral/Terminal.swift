// What is known of the place output goes to.

import ArgumentParser
@preconcurrency import Foundation
@preconcurrency import Glibc
import Reports

enum Terminal {
  /// Whether people read standard output, or a file or another program does.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Width of the terminal; 80 where there is none, `COLUMNS` where it says so.
  static var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 20 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// How to draw here: colour only on a terminal and without `NO_COLOR`, plain letters where the locale is not UTF-8.
  static var style: TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "C.UTF-8"
    let isUnicode = locale.isEmpty || locale.uppercased().contains("UTF")
    return TerminalStyle(
      width: min(width, 160), colour: isInteractive && environment["NO_COLOR"] == nil, unicode: isUnicode)
  }

  /// Writes text to standard output, plain where only ASCII is safe. ``finishOutput()`` sees whether it arrived.
  static func show(_ text: String, _ style: TerminalStyle) {
    print(style.unicode ? text : TerminalText.ascii(text))
  }

  /// Writes text and a line end to standard output at once; where that fails, says so and ends with status 1. A reader
  /// that has left (`| head -1`) ends the command without a word.
  static func printOut(_ text: String, terminator: String = "\n") throws {
    try finishOutput()
    do {
      try SystemFailure.writeAll(Array((text + terminator).utf8), to: STDOUT_FILENO)
    } catch {
      try refuse(error)
    }
  }

  /// Sends out what `print` still holds back, and ends with status 1 where any of it was lost. The command calls this
  /// last of all, whatever it ran.
  static func finishOutput() throws {
    let isFlushed = fflush(stdout) == 0
    let number = errno
    guard !isFlushed || ferror(stdout) != 0 else { return }
    // What was lost earlier has left no reason behind.
    try refuse(SystemFailure(number: isFlushed ? EIO : number))
  }

  /// As a shell reports a program that SIGPIPE has ended.
  private static let readerHasLeft = ExitCode(128 + SIGPIPE)

  private static func refuse(_ failure: SystemFailure) throws -> Never {
    if failure.number == EPIPE { throw readerHasLeft }
    CaseSource.complain("standard output: cannot be written: \(failure.words).")
    throw CaseSource.cannotSimulate
  }
}
