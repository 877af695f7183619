// What a standard error that comes with a measurement may be.

extension FindingSpec {
  /// The allowed standard errors, in the finding's unit: at most as wide as the range of values, and no smaller than a
  /// thousandth of the value or of the step that the finding is printed with, which no instrument reaches.
  ///
  /// - Parameter value: what was measured; nil when it is not known.
  public func allowedErrors(of value: Double?) -> ClosedRange<Double> {
    var least = 0.001
    for _ in 0..<max(0, digits) { least /= 10 }
    if let value { least = max(least, Self.roundedDown(value.magnitude / 1000)) }
    let widest = allowed.upperBound - allowed.lowerBound
    return min(least, widest)...widest
  }

  /// A number above 0 to two significant digits, not rounded up: limits are told to people.
  private static func roundedDown(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value }
    var power = 1.0
    while value * power < 10, power < 1e15 { power *= 10 }
    return power > 1 ? (value * power).rounded(.down) / power : value.rounded(.down)
  }
}
