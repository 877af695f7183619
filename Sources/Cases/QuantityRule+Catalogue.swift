// Rules for quantities from the catalogue of findings and from the table of units.

import Findings
import Quantities

extension QuantityRule {
  /// What a finding of the catalogue accepts.
  static func finding(_ finding: FindingID) -> QuantityRule {
    let spec = finding.spec
    return QuantityRule(
      unit: spec.unit.symbol, range: spec.allowed,
      acceptedUnits: { Units.spellings(of: spec.unit) { finding.convert(1, from: $0) != nil } },
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
      acceptedUnits: { Units.spellings(of: unit) { Units.convert(1, from: $0, to: unit) != nil } },
      convert: { value, text in Units.find(text).flatMap { Units.convert(value, from: $0, to: unit) } })
  }

  /// The rule for a standard deviation of a value under this rule (`FindingSpec.allowedErrors`).
  /// - Parameter value: What was measured, in ``unit``; nil when it is not known.
  func standardDeviation(of value: Double?, _ finding: FindingID) -> QuantityRule {
    QuantityRule(
      unit: unit, range: finding.spec.allowedErrors(of: value), acceptedUnits: acceptedUnits,
      convert: { value, text in Units.find(text).flatMap { finding.convertError(value, from: $0) } })
  }
}
