// Who says how far instruments' readings scatter: every source once, with a number that the readings name.

import Drawing
import Findings
import Instruments
import Quantities

/// The sources of the instruments' scatter, numbered in the order in which they first come.
public struct ScatterSources {
  private let texts: [String]

  public init(_ instruments: [Instrument]) {
    var texts: [String] = []
    for source in instruments.flatMap({ $0.accuracies.map(\.source.description) }) where !texts.contains(source) {
      texts.append(source)
    }
    self.texts = texts
  }

  /// What an instrument's readings scatter by: those of one size and one source together, as
  /// "CVP, PASP ± 1 % and 1.8 mmHg [7]".
  public func lines(_ instrument: Instrument) -> [String] {
    var groups: [(names: [String], size: String)] = []
    for accuracy in instrument.accuracies {
      let finding = accuracy.finding
      let name = finding.identifier + (accuracy.method.map { " by \($0.rawValue)" } ?? "")
      let share = accuracy.relative > 0 ? "\(Self.short(100 * accuracy.relative)) %" : nil
      // Of a share, a fixed scatter is one of points.
      let unit = finding.spec.symbol == "%" ? "points" : Units.shown(finding.spec.unit)
      let fixed = accuracy.absolute > 0 ? "\(Self.short(accuracy.absolute)) \(unit)" : nil
      let number = (texts.firstIndex(of: accuracy.source.description) ?? 0) + 1
      let size = [share, fixed].compactMap { $0 }.joined(separator: " and ") + " [\(number)]"
      if let place = groups.firstIndex(where: { $0.size == size }) {
        groups[place].names.append(name)
      } else {
        groups.append(([name], size))
      }
    }
    return groups.map { $0.names.joined(separator: ", ") + " ± " + $0.size }
  }

  /// With three digits at most, and no zeros at the end.
  private static func short(_ value: Double) -> String {
    var text = NumberText.plain(value)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// The list of sources, a number before each.
  public func list(_ style: TerminalStyle) -> String {
    texts.enumerated().flatMap { place, text in
      style.wrapped("[\(place + 1)] " + text, indent: 5, most: 120)
    }.joined(separator: "\n")
  }
}
