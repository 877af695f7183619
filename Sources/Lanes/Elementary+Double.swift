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

extension Double {
  /// The sine of x radians, |x| below a million: reduced to −π/4 … π/4 in two parts of π/2, then Taylor's series to the
  /// 15th order. Error below 1e-15 for angles of some turns, growing by a bit of rounding with every doubling beyond.
  public static func sine(_ x: Double) -> Double { turned(x, by: 0) }

  /// The cosine of x radians; as `sine`.
  public static func cosine(_ x: Double) -> Double { turned(x, by: 1) }

  private static func turned(_ x: Double, by quarters: Int) -> Double {
    let position = x * 0.6366197723675814
    let nearest = Int(position + (position < 0 ? -0.5 : 0.5))
    let whole = Double(nearest)
    // π/2 as a number of few bits and the rest, so that the product with the whole number is exact.
    let r = (x - whole * 1.5707963109016418) - whole * 1.5893254773528196e-08
    let r2 = r * r
    var series = 0.0
    let quarter = (nearest % 4 + 4 + quarters) % 4
    let isCosine = quarter % 2 == 1
    for k in stride(from: 17, through: 2, by: -1) where (k % 2 == 0) == isCosine {
      series = (series + 1) * -r2 / Double(k * (k - 1))
    }
    let value = isCosine ? series + 1 : (series + 1) * r
    return quarter >= 2 ? -value : value
  }

  /// The angle whose tangent is x, radians, −π/2 … π/2 (halved thrice, then the series). Error below 1e-14.
  public static func arctangent(_ x: Double) -> Double {
    guard x.magnitude < 1e150 else { return x < 0 ? -0.5 * Double.pi : 0.5 * Double.pi }
    var t = x
    for _ in 0..<3 { t = t / (1 + (1 + t * t).squareRoot()) }
    let t2 = t * t
    var series = 0.0
    for k in stride(from: 25, through: 1, by: -2) { series = 1 / Double(k) - t2 * series }
    return 8 * t * series
  }
}
