// Rules for quantities from the catalogue of findings and from the table of units.

import Findings
import Quantities

extension QuantityRule {
  /// What a finding of the catalogue accepts.
  static func finding(_ finding: FindingID) -> QuantityRule {
    let spec = finding.spec
    return QuantityRule(
      unit: spec.unit.symbol, range: spec.allowed,
      acceptedUnits: { spellings(of: spec.unit) { finding.convert(1, from: $0) != nil } },
      convert: { value, text in Units.find(text).flatMap { finding.convert(value, from: $0) } })
  }

  /// A value in a unit of UCUM, or in any other that measures the same.
  static func unit(_ symbol: String, _ range: ClosedRange<Double>) -> QuantityRule {
    guard let unit = Units.find(symbol) else {
      // A unit that the table does not convert (a dose per body weight): only itself is read, with or without
      // typography.
      return QuantityRule(
        unit: symbol, range: range, acceptedUnits: { [symbol] },
        convert: { value, text in
          let plain = text.replacing("µ", with: "u").replacing("μ", with: "u").filter { $0 != " " }
          return plain == symbol ? value : nil
        })
    }
    return QuantityRule(
      unit: symbol, range: range,
      acceptedUnits: { spellings(of: unit) { Units.convert(1, from: $0, to: unit) != nil } },
      convert: { value, text in Units.find(text).flatMap { Units.convert(value, from: $0, to: unit) } })
  }

  /// The rule for a standard deviation of a value under this rule: at most as wide as the range, and no smaller than a
  /// thousandth of the value or of the step that the finding is printed with, which no instrument reaches.
  /// - Parameter value: What was measured, in ``unit``; nil when it is not known.
  func standardDeviation(of value: Double?, _ finding: FindingID) -> QuantityRule {
    let convert = convert
    var least = 0.001
    for _ in 0..<max(0, finding.spec.digits) { least /= 10 }
    if let value { least = max(least, Self.roundedDown(value.magnitude / 1000)) }
    let widest = range.upperBound - range.lowerBound
    return QuantityRule(
      unit: unit, range: min(least, widest)...widest,
      acceptedUnits: acceptedUnits,
      convert: { value, text in
        // A spread has no zero point: 1 °F is 5/9 °C, not −17.
        guard let there = convert(value, text), let zero = convert(0, text) else { return nil }
        return there - zero
      })
  }

  /// A number above 0 to two significant digits, not rounded up: limits are told to people.
  private static func roundedDown(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value }
    var power = 1.0
    while value * power < 10, power < 1e15 { power *= 10 }
    return power > 1 ? (value * power).rounded(.down) / power : value.rounded(.down)
  }

  /// The unit itself, its everyday spelling, and the other units of about its size that can be read.
  private static func spellings(of unit: Unit, fits: (Unit) -> Bool) -> [String] {
    guard unit.symbol != "1" else { return ["1"] }
    var names = [unit.symbol]
    if let entry = Units.table.first(where: { $0.unit == unit }), entry.shown != unit.symbol {
      names.append(entry.shown)
    }
    for entry in Units.table where entry.unit != unit && entry.unit.symbol != "1" && fits(entry.unit) {
      let ratio = entry.unit.factor / unit.factor
      let sameKind = entry.unit.dimension == unit.dimension
      if !sameKind || (0.00099...1010).contains(ratio) { names.append(entry.unit.symbol) }
    }
    return Array(names.prefix(6))
  }
}
