// A duration as people write it on the command line: 5d, 6 mo, 2.5y.

import Findings
import Quantities

/// A length of time after the beginning of something, zero or more.
public struct TimeSpan: Sendable, Equatable, CustomStringConvertible {
  public var seconds: Double

  public init(seconds: Double) { self.seconds = seconds }

  public var days: Double { seconds / 86_400 }

  /// Reads a number with one of the units s, min, h, d, wk, mo, y (a month is 30.4375, a year 365.25 days); nil for
  /// anything else, and for more than 120 years.
  public init?(_ text: String) {
    guard case .number(let number, let unit) = QuantityParse(text), number >= 0, !unit.isEmpty,
      let known = Units.find(unit), known.dimension == .time, known.symbol != "ms"
    else { return nil }
    seconds = number * known.factor
    guard days <= 120 * 365.25 else { return nil }
  }

  /// What may be written, for messages.
  public static let allowed = "a number with s, min, h, d, wk, mo or y, as 5d or 6mo, 120y at most"

  /// In the largest unit that leaves at least one.
  public var description: String {
    let units: [(String, Double)] = [
      ("y", 365.25), ("mo", 30.4375), ("wk", 7), ("d", 1), ("h", 1.0 / 24), ("min", 1.0 / 1440),
    ]
    for (name, length) in units where days >= length {
      let count = (days / length * 100).rounded() / 100
      return TextQuantity.text(of: count) + " " + name
    }
    return TextQuantity.text(of: seconds) + " s"
  }
}
