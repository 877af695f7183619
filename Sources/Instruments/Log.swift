/// The natural logarithm, own so that the same bits come out everywhere (Embedded Swift links no maths library).
enum Log {
  /// ln x for x > 0: x = m·2^e with m in √½…√2, and ln m = 2·artanh((m − 1)/(m + 1)) by its series; error below 1e-15
  /// relative to the larger of ln x and 1.
  static func natural(_ x: Double) -> Double {
    var exponent = Double(Int(x.exponent))
    var m = x.significand
    if m > 1.4142135623730951 {
      m *= 0.5
      exponent += 1
    }
    let t = (m - 1) / (m + 1)
    let t2 = t * t
    var series = 0.0
    for k in stride(from: 21, through: 1, by: -2) { series = series * t2 + 1 / Double(k) }
    return 2 * t * series + exponent * 0.6931471805599453
  }
}
