// A number with its unit, as people write it: "118 mm[Hg]", "0.48cm²", "66%", "1.4".

/// A value and the UCUM symbol of its unit; the unit `1` is not written.
public struct TextQuantity: Sendable, Equatable, CustomStringConvertible {
  /// Always finite in a case that was read.
  public var value: Double
  /// Symbol in the Unified Code for Units of Measure.
  public var unit: String

  public init(_ value: Double, _ unit: String) {
    self.value = value
    self.unit = unit
  }

  /// As the case file writes it.
  public var description: String { unit == "1" ? Self.text(of: value) : Self.text(of: value) + " " + unit }

  /// The shortest text that reads back as the same number, whole numbers without ".0".
  public static func text(of value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// What a text that should hold a quantity turns out to be.
enum QuantityParse: Equatable {
  /// A number and what follows it (trimmed; empty when nothing does).
  case number(Double, unit: String)
  /// NaN or an infinity, by name or by size.
  case notFinite
  /// A number with a decimal comma; the same with a point.
  case decimalComma(String)
  case notANumber

  init(_ text: String) {
    let trimmed = text.trimmingSpaces
    let bytes = Array(trimmed.utf8)
    guard let end = Self.numberEnd(bytes) else {
      self = Self.isNotFinite(trimmed) ? .notFinite : .notANumber
      return
    }
    let digits = String(decoding: bytes[..<end], as: UTF8.self)
    let rest = String(decoding: bytes[end...], as: UTF8.self).trimmingSpaces
    guard let value = Double(digits.hasPrefix("+") ? String(digits.dropFirst()) : digits) else {
      self = .notANumber
      return
    }
    if rest.hasPrefix(","), let next = rest.utf8.dropFirst().first, (48...57).contains(next) {
      self = .decimalComma(digits + "." + rest.dropFirst())
    } else if !value.isFinite {
      self = .notFinite
    } else if let first = rest.utf8.first, first == 46 || (48...57).contains(first) {
      self = .notANumber  // 2026-03, 1.2.3, "70 80"
    } else {
      self = .number(value, unit: rest)
    }
  }

  /// Where the number at the start of the text ends: sign, digits with at most one point, exponent.
  private static func numberEnd(_ bytes: [UInt8]) -> Int? {
    var i = 0
    func isDigit(_ index: Int) -> Bool { index < bytes.count && (48...57).contains(bytes[index]) }
    if i < bytes.count, bytes[i] == 43 || bytes[i] == 45 { i += 1 }
    let start = i
    while isDigit(i) { i += 1 }
    var digits = i - start
    if i < bytes.count, bytes[i] == 46 {
      i += 1
      while isDigit(i) {
        i += 1
        digits += 1
      }
    }
    guard digits > 0 else { return nil }
    if i < bytes.count, bytes[i] == 101 || bytes[i] == 69 {
      var j = i + 1
      if j < bytes.count, bytes[j] == 43 || bytes[j] == 45 { j += 1 }
      if isDigit(j) {
        while isDigit(j) { j += 1 }
        i = j
      }
    }
    return i
  }

  /// NaN and the infinities as YAML, C and people spell them, with or without a unit behind.
  private static func isNotFinite(_ text: String) -> Bool {
    var word = text.lowercased()
    while let first = word.first, "+-.−".contains(first) { word.removeFirst() }
    guard let name = word.split(separator: " ").first else { return false }
    return ["nan", "inf", "infinity", "∞"].contains(name)
  }
}

extension String {
  /// Without spaces, tabs and line ends at both ends.
  var trimmingSpaces: String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
