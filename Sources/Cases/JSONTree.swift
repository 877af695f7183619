// A JSON document whose fields keep their order, so that printed results stay readable and comparable.

/// A JSON value.
public indirect enum JSONTree: Sendable, Equatable {
  case null
  case flag(Bool)
  /// A number; what is not finite is written as null, because JSON has no other word for it.
  case number(Double)
  case text(String)
  case list([JSONTree])
  case object([Field])

  /// A field of an object.
  public struct Field: Sendable, Equatable {
    public var name: String
    public var value: JSONTree

    public init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a field of an object.
  public subscript(name: String) -> JSONTree? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The document as text, indented by two spaces; short lists and objects stay on one line.
  public func serialised() -> String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  /// The document on one line.
  public var compact: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.isFinite ? TextQuantity.text(of: number) : "null"
    case .text(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
    case .object(let fields):
      "{" + fields.map { Self.quoted($0.name) + ": " + $0.value.compact }.joined(separator: ", ") + "}"
    }
  }

  private func write(to out: inout String, indent: Int) {
    let line = compact
    guard line.utf8.count + indent > 100 else {
      out += line
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .list(let items):
      out += "["
      for (index, item) in items.enumerated() {
        out += (index == 0 ? "\n" : ",\n") + inner
        item.write(to: &out, indent: indent + 2)
      }
      out += end + "]"
    case .object(let fields):
      out += "{"
      for (index, field) in fields.enumerated() {
        out += (index == 0 ? "\n" : ",\n") + inner + Self.quoted(field.name) + ": "
        field.value.write(to: &out, indent: indent + 2)
      }
      out += end + "}"
    default: out += line
    }
  }

  /// A text in double quotes with JSON's escapes, which YAML reads alike; whatever YAML will not have bare is escaped.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x0D: out += "\\r"
      case 0x09: out += "\\t"
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...:
        out.append(Character(scalar))
      default:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return out + "\""
  }
}
