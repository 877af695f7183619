// Text on a terminal: how wide it is, what may not be in it, and how to say it in plain ASCII.

/// How text for a terminal is to be written.
public struct TerminalStyle: Sendable, Equatable {
  /// Columns of the terminal; no line is wider.
  public var width: Int
  /// Whether ANSI colours may be used.
  public var colour: Bool
  /// False: plain ASCII only, for terminals whose language is not a UTF-8 one.
  public var unicode: Bool

  public init(width: Int = 80, colour: Bool = false, unicode: Bool = true) {
    self.width = max(width, 20)
    self.colour = colour
    self.unicode = unicode
  }

  /// Whether two columns of tables, or two plots, fit beside each other.
  public var isWide: Bool { width >= 110 }

  /// The text in the letters that this terminal knows.
  func spelled(_ text: String) -> String { unicode ? text : TerminalText.ascii(text) }

  /// The text spelled for this terminal and cut to a width.
  func cut(_ text: String, to width: Int) -> String { spelled(TerminalText.cut(spelled(text), to: width)) }

  /// The text spelled for this terminal and broken into lines of its width; lines after the first are indented.
  public func wrapped(_ text: String, indent: Int = 0, most: Int = .max) -> [String] {
    let room = max(min(width, most) - indent, 10)
    return TerminalText.wrap(spelled(text), to: room).enumerated().map { place, line in
      place == 0 ? line : String(repeating: " ", count: indent) + line
    }
  }

  /// The text in a colour or weight, where these may be used.
  func painted(_ text: String, _ paint: TerminalPaint?) -> String {
    guard colour, let paint, text.contains(where: { $0 != " " }) else { return text }
    return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
  }
}

/// Colours and weights, as the numbers of ANSI's "select graphic rendition".
enum TerminalPaint: String, Sendable {
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  case magenta = "35"
  case cyan = "36"
}

/// Measuring, cutting and filling lines of a terminal.
public enum TerminalText {
  /// Columns that a text without colours takes.
  public static func width(_ text: String) -> Int {
    var sum = 0
    for scalar in text.unicodeScalars { sum += columns(scalar) }
    return sum
  }

  /// The text of a stranger without characters that steer a terminal; line ends become spaces.
  public static func clean(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: out += " "
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Cut to a width, with an ellipsis where something was cut off.
  public static func cut(_ text: String, to width: Int) -> String {
    guard self.width(text) > width else { return text }
    guard width > 0 else { return "" }
    var out = ""
    var used = 0
    for character in text {
      let next = self.width(String(character))
      if used + next > width - 1 { break }
      out.append(character)
      used += next
    }
    while out.hasSuffix(" ") { out.removeLast() }
    return out + "…"
  }

  /// Filled with spaces to a width (cut where it is wider).
  static func fill(_ text: String, to width: Int, right: Bool = false) -> String {
    let text = cut(text, to: width)
    let space = String(repeating: " ", count: max(0, width - self.width(text)))
    return right ? space + text : text + space
  }

  /// Broken between words into lines of a width; a word that is wider is broken itself.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var word = String(word)
      if !line.isEmpty, self.width(line) + 1 + self.width(word) <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while self.width(word) > width {
        var head = ""
        while let next = word.first, self.width(head + String(next)) <= width || head.isEmpty {
          head.append(next)
          word.removeFirst()
        }
        lines.append(head)
      }
      line = word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Blocks of lines beside each other; the lines may hold colours.
  public static func sideBySide(_ blocks: [String], gap: Int = 3) -> String {
    let split = blocks.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    let widths = split.map { lines in lines.map { width(uncoloured($0)) }.max() ?? 0 }
    var out: [String] = []
    for row in 0..<(split.map(\.count).max() ?? 0) {
      var line = ""
      for (column, lines) in split.enumerated() {
        let cell = row < lines.count ? lines[row] : ""
        line += cell
        guard column + 1 < split.count else { continue }
        line += String(repeating: " ", count: widths[column] - width(uncoloured(cell)) + gap)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      out.append(line)
    }
    return out.joined(separator: "\n")
  }

  /// Without ANSI colours.
  public static func uncoloured(_ text: String) -> String {
    var out = ""
    var inside = false
    for scalar in text.unicodeScalars {
      if scalar.value == 0x1B { inside = true }
      if !inside { out.unicodeScalars.append(scalar) }
      if inside, scalar == "m" { inside = false }
    }
    return out
  }

  /// In ASCII: signs that we use in their usual spelling, others as a question mark.
  public static func ascii(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        out.unicodeScalars.append(scalar)
      } else {
        out += spellings[scalar] ?? "?"
      }
    }
    return out
  }

  private static let spellings: [Unicode.Scalar: String] = [
    "–": "-", "—": "-", "−": "-", "±": "+-", "²": "2", "³": "3", "⁵": "5", "·": ".", "×": "x", "µ": "u", "μ": "u",
    "°": "deg ", "…": ".", "≤": "<=", "≥": ">=", "≈": "~", "↑": "H", "↓": "L", "→": "->", "½": "1/2", "τ": "tau",
    "σ": "sd", "π": "pi", "é": "e", "è": "e", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "‘": "'", "’": "'",
    "“": "\"", "”": "\"", "₂": "2", "√": "sqrt ", "\u{A0}": " ",
  ]

  /// Columns of one scalar: none for what combines, two for wide East Asian letters and pictures.
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
