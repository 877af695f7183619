// Writes a JSON tree as YAML in block style, the way a person would.

/// YAML from a tree.
enum YAMLText {
  /// A document; texts are quoted only where YAML would read them as something else.
  static func document(_ tree: JSONTree) -> String {
    var out = ""
    write(tree, indent: 0, into: &out)
    return out
  }

  private static func write(_ tree: JSONTree, indent: Int, into out: inout String) {
    let margin = String(repeating: " ", count: indent)
    switch tree {
    case .object(let fields):
      for field in fields { write(field, margin: margin, indent: indent, into: &out) }
    case .list(let items):
      for item in items {
        guard case .object(let fields) = item, let first = fields.first else {
          out += margin + "- " + inline(item) + "\n"
          continue
        }
        write(first, margin: margin + "- ", indent: indent + 2, into: &out)
        for field in fields.dropFirst() { write(field, margin: margin + "  ", indent: indent + 2, into: &out) }
      }
    default: out += margin + inline(tree) + "\n"
    }
  }

  private static func write(_ field: JSONTree.Field, margin: String, indent: Int, into out: inout String) {
    out += margin + key(field.name) + ":"
    let isBlock =
      switch field.value {
      case .object(let fields): !fields.isEmpty
      case .list(let items): !isShort(items)
      default: false
      }
    if isBlock {
      out += "\n"
      write(field.value, indent: indent + 2, into: &out)
    } else {
      out += " " + inline(field.value) + "\n"
    }
  }

  /// A list that fits on the line: words alone.
  private static func isShort(_ items: [JSONTree]) -> Bool {
    items.allSatisfy {
      if case .text(let text) = $0 { return isWord(text) }
      return false
    } && items.count <= 6
  }

  private static func inline(_ tree: JSONTree) -> String {
    switch tree {
    case .text(let text): scalar(text)
    case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { key($0.name) + ": " + inline($0.value) }.joined(separator: ", ") + "}"
    default: tree.compact
    }
  }

  private static func isWord(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 } && text.utf8.first != 45 && isPlain(text)
  }

  /// Names of fields are letters, digits and points; `on` stays bare, which YAML 1.2 and our reader take as a name.
  private static func key(_ name: String) -> String {
    let isName = name.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == 46 }
    return isName && !name.isEmpty ? name : JSONTree.quoted(name)
  }

  /// A text, in quotes where YAML would read the bare text as something else.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : JSONTree.quoted(text) }

  /// True when YAML 1.1 and 1.2 read the bare text as this text.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, last != 0x20, bytes.count <= 100 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    guard isLetter(first) || isDigit(first) || first == 0x2D && bytes.count > 1 && isDigit(bytes[1]) else {
      return false
    }
    let others = Set(" ./%[]'{}_-()".utf8)
    guard bytes.allSatisfy({ isLetter($0) || isDigit($0) || others.contains($0) }) else { return false }
    if ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"].contains(text.lowercased()) {
      return false
    }
    if case .notANumber = QuantityParse(text) { return true }
    if case .number(_, let unit) = QuantityParse(text) { return !unit.isEmpty }
    return false
  }
}
