// Text for pages and pictures: everything that comes from outside is escaped, without exception.

/// Escaping for HTML and SVG.
package enum Markup {
  /// Text between tags or in a quoted attribute; what XML cannot hold becomes a replacement sign.
  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default:
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0..<0xFFFE, 0x10000...: out.unicodeScalars.append(scalar)
        default: out += "\u{FFFD}"
        }
      }
    }
    return out
  }

  /// An element with escaped text.
  package static func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
    "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(escaped(text))</\(name)>"
  }
}
