// A table of text in columns: the common part of all tables on the terminal.

/// One cell: text, where it stands, and its colour.
struct TextCell {
  var text: String
  var paint: TerminalPaint?

  init(_ text: String, _ paint: TerminalPaint? = nil) {
    self.text = text
    self.paint = paint
  }
}

/// A column: on which side its text stands, and what may happen to it when there is no room.
struct TextColumn {
  var right = false
  /// May be cut down to so many letters before columns are left out; nil: never cut.
  var shrinksTo: Int?
  /// Names are shortened word by word, then in the middle, rather than cut off at the end.
  var holdsNames = false
  /// Columns are left out in the order of this rank, the highest first; 0: never left out.
  var rank = 0
}

/// Rows of cells in columns, laid out within a width.
struct TextGrid {
  var columns: [TextColumn]
  var rows: [[TextCell]] = []
  var gap = 2

  /// The rows as lines; columns shrink or are left out until the lines are no wider than asked.
  func lines(_ style: TerminalStyle, width: Int) -> [String] {
    let spelled = rows.map { row in row.map { TextCell(style.spelled($0.text), $0.paint) } }
    var widths = columns.indices.map { column in spelled.map { TerminalText.width($0[column].text) }.max() ?? 0 }
    var kept = columns.indices.filter { widths[$0] > 0 }
    func total() -> Int { kept.reduce(0) { $0 + widths[$1] } + gap * max(kept.count - 1, 0) }
    func shrink() {
      for column in kept {
        guard let least = columns[column].shrinksTo, total() > width else { continue }
        widths[column] = max(min(widths[column], least), widths[column] - (total() - width))
      }
    }
    let full = widths
    shrink()
    while total() > width, let last = kept.filter({ columns[$0].rank > 0 }).max(by: { rankOf($0) < rankOf($1) }) {
      kept.removeAll { $0 == last }
      widths = full
      shrink()
    }
    return spelled.map { row in
      var line = ""
      var used = 0
      // Nothing is written behind the last cell that says something: lines end without spaces, coloured or not.
      let end = kept.lastIndex { row[$0].text.contains { $0 != " " } } ?? -1
      for (place, column) in kept.enumerated() where place <= end {
        let room = min(widths[column], width - used)
        guard room > 0 else { break }
        let last = place == end
        var text = row[column].text
        if columns[column].holdsNames { text = TerminalText.shortened(text, to: room) }
        text = style.spelled(TerminalText.fill(text, to: room, right: columns[column].right))
        if last { while text.hasSuffix(" ") { text.removeLast() } }
        line += style.painted(text, row[column].paint)
        used += room
        if !last {
          line += String(repeating: " ", count: min(gap, max(width - used, 0)))
          used += gap
        }
      }
      return line
    }
  }

  private func rankOf(_ column: Int) -> Int { columns[column].rank }
}
