// The lines of a text as YAML counts them.

/// A text cut at its line ends: LF, CR, CR LF, and the three of Unicode that YAML 1.1 counts.
struct SourceLines {
  /// The lines without their ends; a text that ends in a line end has an empty last line.
  let lines: [Substring]

  init(_ text: String) {
    var lines: [Substring] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      var next = scalars.index(after: index)
      if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" { next = scalars.index(after: next) }
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(Substring(scalars[start..<index]))
        start = next
      default: break
      }
      index = next
    }
    lines.append(Substring(scalars[start...]))
    self.lines = lines
  }

  /// A line by its number, from 1; empty when there is none.
  subscript(number: Int) -> String { lines.indices.contains(number - 1) ? String(lines[number - 1]) : "" }

  /// The place behind the last character of the text.
  var end: Place { Place(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1) }

  /// The end of the text is a line of its own to the parser: the place meant is the end of the last line with text.
  func inside(_ place: Place) -> Place {
    guard place.line >= lines.count, place.column <= 1 || place.line > lines.count,
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return place }
    return Place(line: last + 1, column: lines[last].unicodeScalars.count + 1)
  }
}
