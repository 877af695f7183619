// What the studies of the assessment's claims say, as tables.

import Findings
import Assessment
import Twin

/// Tables of studies.
public enum StudyText {
  private static func percent(_ share: Double) -> String { String(Int((100 * share).rounded())) + " %" }
  private static func percent(_ part: Int, of all: Int) -> String {
    all > 0 ? percent(Double(part) / Double(all)) : "–"
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  private static func number(_ value: Double) -> String { String((100 * value).rounded() / 100) }

  /// Coverage, evenness of the ranks and what was learned, a line for each parameter.
  public static func recovery(_ entries: [RecoveryEntry], _ design: StudyDesign) -> String {
    guard !entries.isEmpty else { return "No patients yet." }
    let count = Double(entries.count)
    var lines = [
      "\(entries.count) patients drawn from the priors, \(design.targets.count) measurements each (\(design.name)), one in "
        + "twenty grossly wrong.",
      "Chi-square: evenness of the ranks in ten bins, 9 degrees; below 21.7 in 99 of 100 where all is right.",
      "Spread: the posterior's standard deviation over the prior's, the median patient's.", "",
      padded("parameter", 24) + padded("50 %", 8) + padded("90 %", 8) + padded("chi-square", 12) + padded("spread", 8)
        + "owed to (share of what is known that would go with it)",
    ]
    for (index, name) in design.parameterNames.enumerated() {
      let ranks = entries.map { $0.ranks[index] }
      var bins = [Double](repeating: 0, count: 10)
      for rank in ranks { bins[min(Int(rank * 10), 9)] += 1 }
      let chi = bins.reduce(0) { $0 + ($1 - count / 10) * ($1 - count / 10) / (count / 10) }
      let owed = design.targets.indices.map { target in
        (target, share: median(entries.map { $0.owed[index][target] }))
      }.sorted { $0.share > $1.share }.prefix(3).filter { $0.share >= 0.02 }
      let named = owed.map { place, share in
        design.targets[place].finding.identifier + " " + design.targets[place].method + " " + percent(share)
      }
      lines.append(
        padded(name, 24) + padded(percent(ranks.filter { $0 >= 0.25 && $0 <= 0.75 }.count, of: ranks.count), 8)
          + padded(percent(ranks.filter { $0 >= 0.05 && $0 <= 0.95 }.count, of: ranks.count), 8)
          + padded(number(chi), 12) + padded(number(median(entries.map { $0.shrinking[index] })), 8)
          + named.joined(separator: ", "))
    }
    let all = entries.flatMap(\.ranks)
    lines += [
      "",
      "All parameters: \(percent(all.filter { $0 >= 0.25 && $0 <= 0.75 }.count, of: all.count)) and "
        + "\(percent(all.filter { $0 >= 0.05 && $0 <= 0.95 }.count, of: all.count)).",
      "Effective samples: \(Int(median(entries.map(\.effectiveSamples)))) in the median patient; sampling that did not "
        + "converge, counted all the same: \(entries.filter { !$0.isConverged }.count).",
    ]
    return lines.joined(separator: "\n")
  }

  /// Measured beside predicted, by group.
  public static func leftOut(_ groups: [(group: PublishedGroup, title: String?, entries: [LeftOut])]) -> String {
    var lines = [
      "Means of published groups. Each measurement is left out and predicted from the others: median and 90 % range. Beside",
      "it the standard deviation between the patients, (p) printed, (e) from a standard error, (l) of a like group.",
      "",
      padded("", 36) + padded("measured", 22) + padded("predicted", 28) + "within one standard deviation",
    ]
    var (within, all) = (0, 0)
    for (group, title, entries) in groups {
      lines.append(title ?? group.name)
      for entry in entries {
        guard let spread = group.spreads[entry.finding] else { continue }
        let isWithin = (entry.measured - entry.predicted).magnitude <= spread
        (within, all) = (within + (isWithin ? 1 : 0), all + 1)
        let mark = group.origin == .printed ? "p" : group.origin == .fromError ? "e" : "l"
        lines.append(
          "  " + padded(entry.finding.identifier + " " + entry.method, 34)
            + padded("\(number(entry.measured)) ± \(number(spread)) (\(mark))", 22)
            + padded("\(number(entry.predicted)) (\(number(entry.low)) to \(number(entry.high)))", 28)
            + (isWithin ? "yes" : "no"))
      }
    }
    lines += ["", "\(within) of \(all) within one standard deviation (\(percent(within, of: all)))."]
    return lines.joined(separator: "\n")
  }

  /// How often the liar was named, by its size and by how much the others tell of it.
  public static func grossError(_ entries: [GrossErrorEntry], _ design: StudyDesign) -> String {
    guard !entries.isEmpty else { return "No patients yet." }
    var lines = [
      "\(entries.count) patients drawn from the priors, \(design.targets.count) measurements each (\(design.name)), one of "
        + "them wrong.",
      "At best: how often the likelihood-ratio test finds it where the same hearts are linear.", "",
    ]
    func line(_ title: String, _ chosen: [GrossErrorEntry]) {
      guard !chosen.isEmpty else { return }
      let found = chosen.filter(\.isFound).count
      let none = chosen.filter { $0.named == nil }.count
      lines.append(
        padded(title, 44) + padded("\(chosen.count)", 6) + padded("found " + percent(found, of: chosen.count), 13)
          + padded("another " + percent(chosen.count - found - none, of: chosen.count), 14)
          + padded("none " + percent(none, of: chosen.count), 11)
          + "at best " + percent(chosen.reduce(0) { $0 + $1.possible } / Double(chosen.count)))
    }
    line("all", entries)
    for size in Set(entries.map(\.off.magnitude)).sorted() {
      line("\(Int(size)) standard errors off", entries.filter { $0.off.magnitude == size })
    }
    line("stands out by 3 or more (off × √redundancy)", entries.filter { $0.standsOut >= 3 })
    line("stands out by 2 to 3", entries.filter { $0.standsOut >= 2 && $0.standsOut < 3 })
    line("stands out by less than 2", entries.filter { $0.standsOut < 2 })
    lines.append("")
    for liar in Set(entries.map(\.liar)).sorted() {
      let chosen = entries.filter { $0.liar == liar }
      line(liar + ", redundancy " + number(median(chosen.map(\.redundancy))), chosen)
    }
    return lines.joined(separator: "\n")
  }
}

extension GrossErrorEntry {
  /// The expected surprise.
  fileprivate var standsOut: Double { off.magnitude * redundancy.squareRoot() }
}
