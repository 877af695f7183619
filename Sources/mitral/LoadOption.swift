// `--load upright`, `--load exercise:100W`, `--load pregnancy:30wk`: read, or refused with the name of what is allowed.

import ArgumentParser
import Circulation
import Cases
import Course
import Quantities
import Reports
import Statements

/// A load as asked for on the command line.
struct LoadChoice {
  let load: Load
  let amount: LoadAmount

  /// - Throws: `ValidationError`, which ends the command with status 64.
  init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let load = LoadCatalogue.find(parts[0].lowercased()) else {
      let names = LoadCatalogue.all.map(\.identifier).joined(separator: ", ")
      throw ValidationError("'\(parts[0])' is not a load for --load; allowed: \(names)")
    }
    self.load = load
    guard parts.count == 2 else {
      amount = load.standard
      return
    }
    guard !load.scales.isEmpty else {
      throw ValidationError("'\(text)': \(load.identifier) takes no amount; allowed: \(load.identifier) alone")
    }
    amount = try Self.amount(parts[1], of: load, in: text)
  }

  private static func amount(_ given: String, of load: Load, in text: String) throws -> LoadAmount {
    let number = String(given.prefix { $0.isNumber || "+-.eE".contains($0) })
    let unit = given.dropFirst(number.count).filter { $0 != " " }.lowercased()
    let allowed = load.scales.map { Self.range(of: $0) }.joined(separator: " or ")
    let refusal = ValidationError("'\(text)' is not an amount of \(load.identifier) for --load; allowed: \(allowed)")
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
  var text: String {
    load.scales.isEmpty
      ? load.identifier
      : "\(load.identifier):\(TextQuantity.text(of: amount.value))\(load.scales[amount.scale].unit.symbol)"
  }

  var json: JSONTree {
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
  func demandCompatible() throws {
    let stated = map(\.stated)
    if let (first, second) = stated.incompatible {
      throw ValidationError(
        "--load \(self[first].load.identifier) and --load \(self[second].load.identifier) exclude each other")
    }
    if let place = stated.disturbing {
      throw ValidationError("--load \(self[place].load.identifier) passes within a minute and stands alone")
    }
  }
}
