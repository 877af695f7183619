// What a field that holds a quantity accepts, and the reading of it.

/// The unit and the range of a quantity.
struct QuantityRule {
  /// UCUM symbol of the unit that values are kept in.
  let unit: String
  /// Allowed values in that unit.
  let range: ClosedRange<Double>
  /// Units that may be written, the catalogue's own first; asked for only when there is a fault to explain.
  let acceptedUnits: @Sendable () -> [String]
  /// A value in the unit written, turned into ``unit``; nil when the unit does not fit.
  let convert: @Sendable (Double, String) -> Double?
  /// Whether a number without a unit is understood (ages in years).
  var unitMayBeLeftOut = false
  /// Whether only whole numbers make sense.
  var isWhole = false

  var rangeText: String {
    let unitText = unit == "1" ? "" : unit == "a" ? " years" : " " + unit
    let low = TextQuantity.text(of: range.lowerBound)
    let high = TextQuantity.text(of: range.upperBound)
    return "\(low) to \(high)\(unitText)" + (isWhole ? ", whole numbers" : "")
  }

  /// A number and its unit, as an example to follow.
  func example(_ number: String) -> String {
    guard unit != "1" else { return "\(number), a number without a unit" }
    let others = acceptedUnits().filter { $0 != unit }
    return "\(number) \(unit)" + (others.isEmpty ? "" : "; the unit may also be " + others.joined(separator: ", "))
  }

  /// What a number without its unit was probably meant to be: only what would be accepted is suggested.
  func suggestion(for number: Double) -> String {
    let written = TextQuantity.text(of: number)
    let isAllowed = range.contains(number)
    if unit == "%", number > 0, number <= 1, range.contains(number * 100) {
      // 0.57 × 100 is not quite 57 in binary: the percentage is told to as many places as matter.
      let percent = TextQuantity.text(of: (number * 1e6).rounded() / 1e4) + " %"
      return isAllowed ? "\(percent) if a fraction is meant, or \(written) %" : percent
    }
    if isAllowed { return example(written) }
    let fitting = acceptedUnits().filter { convert(number, $0).map(range.contains) ?? false }.prefix(3)
    if !fitting.isEmpty {
      return fitting.map { "\(written) \($0)" }.joined(separator: " or ") + ", or a value in \(unit): \(rangeText)"
    }
    return "a value with its unit, \(rangeText)"
  }

  /// Ages and expectations of life: years, with or without saying so.
  static func years(_ range: ClosedRange<Double>) -> QuantityRule {
    let names = ["a", "y", "year", "years", "yr"]
    return QuantityRule(
      unit: "a", range: range, acceptedUnits: { ["a", "y"] },
      convert: { value, unit in names.contains(unit) ? value : nil },
      unitMayBeLeftOut: true)
  }
}

extension ValueReader {
  /// A quantity in the rule's unit.
  func quantity(_ node: DocumentNode, _ path: String, _ rule: QuantityRule) -> Double? {
    guard case .scalar(let text, let plain) = node.content else {
      if case .refused = node.content { return nil }
      faults.add(node.place, field: path, "\(node.kind) where a number with its unit belongs", allowed: rule.rangeText)
      return nil
    }
    func fault(_ problem: String, _ allowed: String) -> Double? {
      faults.add(node.place, field: path, problem, given: text, allowed: allowed)
      return nil
    }
    switch QuantityParse(text) {
    case .notANumber:
      let isFlag = plain && (text == "true" || text == "false")
      return fault(
        isFlag ? "true or false where a number belongs" : "does not begin with a number, or holds more than one",
        rule.rangeText)
    case .notFinite: return fault("is not a finite number", rule.rangeText)
    case .decimalComma(let repaired):
      return fault("has a decimal comma", "a decimal point, as \(FaultCollector.shown(repaired, quoted: false))")
    case .number(let number, let unit):
      let written = TextQuantity.text(of: number)
      if unit.isEmpty, rule.unit != "1", !rule.unitMayBeLeftOut {
        return fault("has no unit", rule.suggestion(for: number))
      }
      let bare = unit.isEmpty && (rule.unitMayBeLeftOut || rule.unit == "1")
      guard let value = bare || unit == rule.unit ? number : rule.convert(number, unit) else {
        return fault("has a unit that does not fit here", rule.example(written))
      }
      guard value.isFinite else { return fault("is not a finite number", rule.rangeText) }
      guard rule.range.contains(value) else {
        let negative = value < 0 && rule.range.lowerBound >= 0
        return fault(negative ? "cannot be negative" : "is out of range", rule.rangeText)
      }
      guard !rule.isWhole || value == value.rounded() else { return fault("is not a whole number", rule.rangeText) }
      return value
    }
  }
}
