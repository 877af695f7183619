// Tables of the page: every cell escaped, every header with its scope.

import Drawing

/// A cell of a page's table.
struct HTMLCell {
  var html: String
  var style: String
  var isHeader: Bool
  /// The column's head, where the cell shows it itself; empty elsewhere.
  var label = ""

  /// Text, which is escaped.
  init(_ text: String, _ style: String = "") {
    html = Markup.escaped(text)
    self.style = style
    isHeader = false
  }

  /// The head of a row.
  static func header(_ text: String, _ style: String = "", identifier: String? = nil) -> HTMLCell {
    var cell = HTMLCell(text, style)
    cell.isHeader = true
    if let identifier { cell.html += " " + Markup.element("span", identifier, "class=\"id\"") }
    return cell
  }

  /// Markup of our own making, without anything from outside in it.
  static func drawn(_ html: String, _ style: String = "") -> HTMLCell {
    var cell = HTMLCell("", style)
    cell.html = html
    return cell
  }

  func markup(scope: String) -> String {
    let name = isHeader ? "th" : "td"
    var look = style.isEmpty ? "" : " class=\"\(style)\""
    if !label.isEmpty { look += " data-head=\"\(Markup.escaped(label))\"" }
    return "<\(name)\(isHeader ? " scope=\"\(scope)\"" : "")\(look)>\(html)</\(name)>"
  }
}

extension String {
  /// With a soft hyphen in every long word, behind the vowel before a consonant that is nearest to its middle.
  var softlyHyphenated: String {
    split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let letters = Array(word)
      guard letters.count > 8 else { return String(word) }
      func isVowel(_ letter: Character) -> Bool { "aeiouyAEIOUY".contains(letter) }
      let places = (3..<letters.count - 2).filter { isVowel(letters[$0 - 1]) && !isVowel(letters[$0]) }
      let middle = letters.count / 2
      guard let place = places.min(by: { abs($0 - middle) < abs($1 - middle) }) else { return String(word) }
      return String(letters[..<place]) + "\u{AD}" + String(letters[place...])
    }.joined(separator: " ")
  }
}

/// A table: heads of columns with their classes, and rows.
struct HTMLTable {
  /// Tells apart the tables of a page; letters and hyphens.
  let identifier: String
  /// What the table shows; it stands above the frame, so that it is never scrolled away.
  let caption: String
  var heads: [(text: String, style: String)]
  var rows: [String] = []
  var style = ""

  mutating func add(_ cells: [HTMLCell], style: String = "") {
    // A cell that gets a line of its own on a narrow page says itself which column it belongs to.
    let cells = zip(cells, heads).map { cell, head in
      var cell = cell
      if head.style.contains("ownline") { cell.label = head.text }
      return cell
    }
    let look = style.isEmpty ? "" : " class=\"\(style)\""
    rows.append("<tr\(look)>" + cells.map { $0.markup(scope: "row") }.joined() + "</tr>")
  }

  /// A row that heads the rows below it.
  mutating func addShelf(_ title: String) {
    rows.append(
      "<tr class=\"shelf\"><th scope=\"rowgroup\" colspan=\"\(heads.count)\">\(Markup.escaped(title))</th></tr>")
  }

  /// The table in a frame that scrolls sideways where the page is narrow, by keyboard too.
  var markup: String {
    let top = heads.map { head in
      var cell = HTMLCell(head.text, head.style)
      // A column of pictures has no head.
      cell.isHeader = !head.text.isEmpty
      return cell.markup(scope: "col")
    }.joined()
    // On a narrow page a table of many columns is stacked: a row's name above its cells.
    let abreast = heads.dropFirst().count { !$0.style.contains("spare") && !$0.style.contains("ownline") }
    let classes = [style, heads.count > 3 ? "stack" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    let look = (classes.isEmpty ? "" : " class=\"\(classes)\"") + " style=\"--abreast:\(max(abreast, 1))\""
    let label = "aria-labelledby=\"\(identifier)-caption\""
    return Markup.element("p", caption, "class=\"soft\" id=\"\(identifier)-caption\"")
      + "\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" \(label)><table\(look) \(label)><thead><tr>\(top)</tr></thead>"
      + "<tbody>\n" + rows.joined(separator: "\n") + "</tbody></table></div>\n"
  }
}
