// Who says how far instruments' readings scatter: every source once, with a number that the readings name.

import Drawing
import Findings
import Instruments
import Quantities
import Reports

/// The sources of the instruments' scatter, numbered in the order in which they first come.
struct ScatterSources {
  private let texts: [String]

  init(_ instruments: [Instrument]) {
    var texts: [String] = []
    for source in instruments.flatMap({ $0.accuracies.map(\.source.description) }) where !texts.contains(source) {
      texts.append(source)
    }
    self.texts = texts
  }

  /// What an instrument's readings scatter by: those of one size and one source together, as
  /// "CVP, PASP ± 1 % and 1.8 mmHg [7]".
  func lines(_ instrument: Instrument) -> [String] {
    var groups: [(names: [String], size: String)] = []
    for accuracy in instrument.accuracies {
      let finding = accuracy.finding
      let name = finding.identifier + (accuracy.method.map { " by \($0.rawValue)" } ?? "")
      let share = accuracy.relative > 0 ? "\(NumberText.plain(100 * accuracy.relative)) %" : nil
      let fixed =
        accuracy.absolute > 0 ? "\(NumberText.plain(accuracy.absolute)) \(Units.shown(finding.spec.unit))" : nil
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

  /// The list of sources, a number before each.
  func list(_ style: TerminalStyle) -> String {
    texts.enumerated().flatMap { place, text in
      style.wrapped("[\(place + 1)] " + text, indent: 5, most: 120)
    }.joined(separator: "\n")
  }
}
