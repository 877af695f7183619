// Numbers as text, the same on every machine: a point for decimals, no grouping, never a locale's habits.

/// Writes numbers for people and for files.
public enum NumberText {
  /// A number with a fixed count of digits after the point; "–" for what is no number.
  ///
  /// Halves are rounded away from zero, and a value that rounds to zero has no minus sign.
  public static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let scaled = (value.magnitude * power(digits)).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + whole }
    let padded = String(repeating: "0", count: max(0, digits + 1 - whole.count)) + whole
    return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  /// A number with so many significant digits at most, without zeros at the end: 0.00123457, 81.25, 1.5e-07.
  ///
  /// Not a finite number: the empty text, which in a table of comma-separated values means "not known".
  public static func significant(_ value: Double, digits: Int = 6) -> String {
    guard value.isFinite else { return "" }
    guard value != 0 else { return "0" }
    var exponent = decimalExponent(value.magnitude)
    var mantissa = value.magnitude
    // In two steps where the power of ten is itself too small for a number.
    for part in exponent < -300 ? [-300, exponent + 300] : [exponent] { mantissa /= tenTo(part) }
    if (mantissa * power(digits - 1)).rounded() >= power(digits) {
      exponent += 1
      mantissa /= 10
    }
    let sign = value < 0 ? "-" : ""
    guard exponent >= -4, exponent < digits else {
      let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      return sign + trimmed(fixed(mantissa, digits: digits - 1)) + (exponent < 0 ? "e-" : "e+") + size
    }
    return sign + trimmed(fixed(value.magnitude, digits: digits - 1 - exponent))
  }

  /// A change with its sign: +4, −12; without one where it rounds to nothing.
  public static func signed(_ value: Double, digits: Int) -> String {
    let text = fixed(value.magnitude, digits: digits)
    guard text.contains(where: { $0 != "0" && $0 != "." }) else { return text }
    return (value < 0 ? "−" : "+") + text
  }

  /// A number for people: the fixed form with a true minus sign.
  public static func shown(_ value: Double, digits: Int) -> String {
    let text = fixed(value, digits: digits)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// Three significant digits in plain decimals, for parameters whose size is not known beforehand.
  public static func plain(_ value: Double) -> String { shown(value, digits: digits(of: value)) }

  /// Digits after the point that show three significant ones, at most six.
  package static func digits(of value: Double) -> Int {
    guard value.isFinite, value != 0 else { return 0 }
    return min(max(2 - decimalExponent(value.magnitude), 0), 6)
  }

  /// The power of ten just at or below a positive number; 0 for what is not one.
  package static func decimalExponent(_ magnitude: Double) -> Int {
    guard magnitude.isFinite, magnitude > 0 else { return 0 }
    var exponent = 0
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    // Repeated division may end a rounding error beside the mark.
    if exponent < 308, magnitude >= tenTo(exponent + 1) { exponent += 1 }
    if exponent > -308, magnitude < tenTo(exponent) { exponent -= 1 }
    return exponent
  }

  package static func tenTo(_ exponent: Int) -> Double { exponent < 0 ? 1 / power(-exponent) : power(exponent) }

  private static func power(_ digits: Int) -> Double {
    var result = 1.0
    for _ in 0..<max(digits, 0) { result *= 10 }
    return result
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension Int {
  /// The whole number nearest to a number, held within bounds; what is no number counts as the lower one.
  package static func nearest(_ value: Double, in bounds: ClosedRange<Int>) -> Int {
    guard !value.isNaN else { return bounds.lowerBound }
    return Int(Swift.min(Swift.max(value.rounded(), Double(bounds.lowerBound)), Double(bounds.upperBound)))
  }
}
