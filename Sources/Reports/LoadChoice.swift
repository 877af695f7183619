// A load as people ask for it, `upright`, `exercise:100W`, `pregnancy:30wk`: read, or refused with what is allowed.

import Circulation
import Cases
import Course
import Quantities
import Statements

/// An option that cannot be taken as given.
public struct OptionFault: Error, Sendable, Equatable {
  /// The option's name, without dashes.
  public let option: String
  /// The whole of it, for people.
  public let text: String
  /// What was given and what may stand there, where one value is at fault.
  public var given: String?
  public var allowed: String?

  public init(_ option: String, _ text: String, given: String? = nil, allowed: String? = nil) {
    self.option = option
    self.text = text
    self.given = given
    self.allowed = allowed
  }
}

/// A load as asked for.
public struct LoadChoice: Sendable {
  public let load: Load
  public let amount: LoadAmount

  public init(_ text: String) throws(OptionFault) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let load = LoadCatalogue.find(parts[0].lowercased()) else {
      let names = LoadCatalogue.all.map(\.identifier).joined(separator: ", ")
      throw OptionFault(
        "load", "'\(parts[0])' is not a load for --load; allowed: \(names)", given: parts[0], allowed: names)
    }
    self.load = load
    guard parts.count == 2 else {
      amount = load.standard
      return
    }
    guard !load.scales.isEmpty else {
      throw OptionFault(
        "load", "'\(text)': \(load.identifier) takes no amount; allowed: \(load.identifier) alone", given: text,
        allowed: load.identifier)
    }
    amount = try Self.amount(parts[1], of: load, in: text)
  }

  private static func amount(_ given: String, of load: Load, in text: String) throws(OptionFault) -> LoadAmount {
    let number = String(given.prefix { $0.isNumber || "+-.eE".contains($0) })
    let unit = given.dropFirst(number.count).filter { $0 != " " }.lowercased()
    let allowed = load.scales.map { Self.range(of: $0) }.joined(separator: " or ")
    let refusal = OptionFault(
      "load", "'\(text)' is not an amount of \(load.identifier) for --load; allowed: \(allowed)", given: text,
      allowed: allowed)
    guard let value = Double(number) else { throw refusal }
    let fitting = load.scales.indices.filter { index in
      let names = Self.names(of: load.scales[index].unit.symbol)
      return unit.isEmpty ? load.scales.count == 1 : names.contains(unit)
    }
    guard let scale = fitting.first, load.scales[scale].range.contains(value) else { throw refusal }
    return LoadAmount(scale: scale, value: value)
  }

  /// How a unit may be written, in small letters.
  private static func names(of symbol: String) -> [String] {
    switch symbol {
    case "METs": ["mets", "met", "[met]"]
    case "mm[Hg]": ["mm[hg]", "mmhg"]
    case "wk": ["wk", "w", "weeks", "week"]
    default: [symbol.lowercased()]
    }
  }

  private static func range(of scale: ArgumentSpec) -> String {
    let unit = scale.unit.symbol
    return
      "\(TextQuantity.text(of: scale.range.lowerBound)) ... \(TextQuantity.text(of: scale.range.upperBound)) \(unit)"
  }

  var stated: StatedLoad { StatedLoad(load, amount) }

  /// As it would be asked for.
  public var text: String {
    load.scales.isEmpty
      ? load.identifier
      : "\(load.identifier):\(TextQuantity.text(of: amount.value))\(load.scales[amount.scale].unit.symbol)"
  }

  public var json: JSONTree {
    var fields: [JSONTree.Field] = [.init("id", .text(load.identifier))]
    if !load.scales.isEmpty {
      let symbol = load.scales[amount.scale].unit.symbol
      fields += [.init("value", .number(amount.value)), .init("unit", .text(symbol == "METs" ? "[MET]" : symbol))]
    }
    return .object(fields)
  }
}

extension [LoadChoice] {
  /// Those that cannot be borne at once are refused.
  public func demandCompatible() throws(OptionFault) {
    let stated = map(\.stated)
    if let (first, second) = stated.incompatible {
      throw OptionFault(
        "load", "--load \(self[first].load.identifier) and --load \(self[second].load.identifier) exclude each other")
    }
    if let place = stated.disturbing {
      throw OptionFault("load", "--load \(self[place].load.identifier) passes within a minute and stands alone")
    }
  }
}
