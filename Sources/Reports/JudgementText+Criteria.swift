// Every criterion of severity at the terminal: what is met, with value, threshold and source; what is not; what was not
// measured, by name.

import Findings
import Guidelines

extension JudgementText {
  package var criteria: [String] {
    let rows = judgement.picture.criteria
    guard rows.contains(where: { $0.outcome != .notMeasured }) else { return [] }
    var text = [heading("Criteria")]
    for row in rows where row.outcome == .met {
      let derived = row.derivation.map { ", from \($0)" } ?? ""
      let aside = row.setAside.map { "; not counted: \($0)" } ?? ""
      text += lines(
        "+ \(row.name) \(row.seen ?? "")\(derived) → \(row.speaksFor.identifier) (\(row.threshold))\(aside) [\(row.source)]",
        indent: 2)
    }
    let told = Set(rows.filter { $0.outcome == .met }.compactMap(\.finding))
    let unmet = rows.filter { row in row.outcome == .notMet && row.finding.map { !told.contains($0) } ?? true }
    if !unmet.isEmpty {
      let names = unmet.map { "\($0.name) \($0.seen ?? "") not \($0.threshold) (\($0.speaksFor.identifier))" }
      text += lines("- not met: " + names.joined(separator: "; "), indent: 2)
    }
    var names: [String] = []
    for row in rows where row.outcome == .notMeasured && row.setAside == nil {
      // What is no criterion by itself is told with the one that it belongs to.
      let own = row.missing.filter { row.id.hasPrefix($0 + "-") }
      let shown =
        own.isEmpty ? ["\(row.name), \(row.threshold) (\(row.missing.joined(separator: ", ")) would tell)"] : own
      for name in shown where !names.contains(name) { names.append(name) }
    }
    if !names.isEmpty { text += lines("? not measured: " + names.joined(separator: ", "), indent: 2) }
    return text
  }
}
