// What is known of the place output goes to.

import Foundation
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

  /// Writes text to standard output, plain where only ASCII is safe.
  static func show(_ text: String, _ style: TerminalStyle) {
    print(style.unicode ? text : TerminalText.ascii(text))
  }
}
