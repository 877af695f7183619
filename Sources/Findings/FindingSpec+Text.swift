// Values in words, without Foundation: "44 mm", "0.39 cm²".

extension FindingSpec {
  /// A value with its unit as people read it.
  ///
  /// - Parameters:
  ///   - value: in the spec's unit.
  ///   - least: how many digits after the point are shown even where they are zeros; the spec's own number when nil.
  public func text(_ value: Double, atLeastDigits least: Int? = nil) -> String {
    FixedText.fixed(value, digits: digits, atLeast: least ?? digits) + unitText
  }

  /// A value that stands beside a limit: with as many digits as it takes to see on which side it is.
  public func text(_ value: Double, beside limit: Double) -> String {
    var shown = digits
    while shown < digits + 3, value != limit, FixedText.steps(value, shown) == FixedText.steps(limit, shown) {
      shown += 1
    }
    return FixedText.fixed(value, digits: shown, atLeast: digits) + unitText
  }

  private var unitText: String {
    let shown = Units.shown(unit)
    return shown.utf8.elementsEqual("1".utf8) || shown.isEmpty ? "" : " " + shown
  }
}

/// Decimal numbers with a fixed number of digits.
public enum FixedText {
  /// - Parameters:
  ///   - digits: digits after the point, 0…9.
  ///   - least: zeros at the end are dropped down to so many digits; none are dropped when nil.
  public static func fixed(_ value: Double, digits: Int, atLeast least: Int? = nil) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "?" }
    let whole = steps(value, digits)
    var text = String(whole.magnitude)
    while text.utf8.count <= digits { text = "0" + text }
    var fraction = Array(text.utf8.suffix(digits))
    let body = text.utf8.dropLast(digits)
    while fraction.count > (least ?? digits), fraction.last == 48 { fraction.removeLast() }
    var shown = whole < 0 ? "−" : ""
    for byte in body { shown.unicodeScalars.append(Unicode.Scalar(byte)) }
    if !fraction.isEmpty { shown += "." }
    for byte in fraction { shown.unicodeScalars.append(Unicode.Scalar(byte)) }
    return shown
  }

  /// The value in units of the last digit shown, halves away from zero.
  static func steps(_ value: Double, _ digits: Int) -> Int {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = value * scale
    return Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
  }
}
