// From the bytes of a file to its text: size, encoding, and the one thing in which JSON differs from YAML.

/// Checks that come before any parsing.
enum SourceText {
  /// Larger files are refused; a case has a few kilobytes.
  static let maximumBytes = 1_000_000

  /// The text, or nil after a fault.
  static func decode(_ file: some Collection<UInt8>, faults: FaultCollector) -> String? {
    // The mark that some editors put before the text (U+FEFF) is no part of it.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = file.dropFirst(file.starts(with: mark) ? mark.count : 0)
    guard bytes.count <= maximumBytes else {
      faults.add(
        .start, field: "", "the file is too large", given: "\(bytes.count) bytes",
        allowed: "at most \(maximumBytes) bytes")
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      faults.add(.start, field: "", "the file is not UTF-8 (it begins like UTF-16)", allowed: "text saved as UTF-8")
      return nil
    }
    if let place = firstInvalid(bytes) {
      faults.add(
        place, field: "", "the file is not UTF-8: no character has these bytes", allowed: "text saved as UTF-8")
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) else {
      faults.add(
        .start, field: "", "the file is empty", allowed: "a case, at least its name; `mitral new` writes one to fill in"
      )
      return nil
    }
    return joiningSurrogates(text)
  }

  /// Where the first byte stands that is not UTF-8.
  private static func firstInvalid(_ bytes: some Collection<UInt8>) -> Place? {
    var place = Place.start
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        if scalar.count == 1, scalar.first == 0x0A {
          place = Place(line: place.line + 1, column: 1)
        } else {
          place.column += 1
        }
      case .error: return place
      case .emptyInput: return nil
      }
    }
  }

  /// In a JSON text, writes the pairs of escapes that stand for one character (`\uD83D\uDE00`) as that character, which
  /// YAML has no such pairs for. Half a pair is left for the parser to refuse.
  private static func joiningSurrogates(_ text: String) -> String {
    guard text.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) == "{",
      text.contains("\\u")
    else { return text }
    let bytes = Array(text.utf8)
    func unit(at index: Int) -> UInt32? {
      guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return nil }
      let digits = bytes[(index + 2)..<(index + 6)]
      guard digits.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }) else {
        return nil
      }
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x5C else {
        out.append(bytes[i])
        i += 1
        continue
      }
      if let high = unit(at: i), (0xD800...0xDBFF).contains(high), let low = unit(at: i + 6),
        (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      {
        out.append(contentsOf: String(scalar).utf8)
        i += 12
      } else {
        out.append(contentsOf: bytes[i..<min(i + 2, bytes.count)])
        i += 2
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
