// The few functions of a single number that definitions and readings need, own for the same reason as the lanes': the
// same bits on every machine and in the browser.

extension Double {
  /// The natural logarithm of x > 0: x = m·2^e with m in √½ … √2, and ln m = 2·artanh((m − 1)/(m + 1)) by its series.
  /// Error below 1e-15 relative to the larger of the result and 1; exactly 0 at 1.
  public static func naturalLogarithm(_ x: Double) -> Double {
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

  /// x to a power, x > 0; exactly 1 at 1.
  public static func power(_ x: Double, _ exponent: Double) -> Double {
    exponential(exponent * naturalLogarithm(x))
  }

  /// The cube root of x > 0, by Newton's method until it stands.
  public static func cubeRoot(_ x: Double) -> Double {
    var root = max(1, x)
    for _ in 0..<200 {
      let next = (2 * root + x / (root * root)) / 3
      if next == root { break }
      root = next
    }
    return root
  }
}
