// The page of constants says what the code holds.

import Findings
import Instruments
import Circulation
import Foundation
import Quantities
import Testing

@Suite struct ConstantsTests {
  @Test func thePageOfConstantsSaysWhatTheCodeHolds() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/constants.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    var told: [String: (value: Double, unit: String)] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count == 5 && ["H", "M", "L"].contains(cells[4]) && !cells[3].isEmpty, "\(line)")
      let name = cells[0].trimmingCharacters(in: ["`"])
      told[name] = (try #require(Double(cells[1]), "\(line)"), cells[2])
    }
    let held = Self.values(in: .healthyAdult)
    #expect(Set(told.keys) == Set(held.keys))
    for (name, value) in held {
      guard let line = told[name] else { continue }
      let scale = line.unit == "ms" ? 1000.0 : line.unit == "/min" ? 60 : 1
      #expect(abs(line.value - value * scale) <= 1e-9 * max(abs(line.value), 1), "\(name): \(value * scale)")
    }
  }

  /// What no healthy heart has: leaks, walls that beat late, a balloon, a rhythm other than its own.
  private static let absent: Set<String> = ["leakArea", "mitralLeaks", "activationDelay", "balloon", "rhythm"]

  /// Every number of a definition by its path, in the engine's unit.
  private static func values(in heart: HeartDefinition) -> [String: Double] {
    var found: [String: Double] = [:]
    func walk(_ value: Any, _ path: String) {
      for child in Mirror(reflecting: value).children {
        guard let label = child.label, !absent.contains(label) else { continue }
        if label == "engineValue", let number = child.value as? Double {
          found[path] = number
        } else {
          walk(child.value, path.isEmpty ? label : "\(path).\(label)")
        }
      }
    }
    walk(heart, "")
    return found
  }
}
