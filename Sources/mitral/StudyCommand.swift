// `mitral study`: whether the posterior says what it claims, on patients drawn from the priors. It is no part of daily use
// and not listed in the help; the results in Benchmarks/results were made with it.
//
// One line of JSON for each patient is added to a file as soon as it is known; patients that the file has are not done
// again, so that nothing is lost by an interruption.

import ArgumentParser
import Cases
import Circulation
import Findings
import Foundation
import Quantities
import Reports
import Twin

struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study", abstract: "Check the posterior's intervals on patients drawn from its priors.",
    shouldDisplay: false)

  @Option(help: "How many patients.")
  var patients = 200

  @Option(help: "The file with a line of JSON for each patient; it is continued where it is there.")
  var output = "study.jsonl"

  @Flag(help: "Only tell what the file says.")
  var summary = false

  /// What is measured, with the errors reckoned with; everything that would else be assumed is among it. A patient's
  /// numbers replace these values.
  static let measured: [Target] = [
    Target(.SBP, 120, standardError: 5, method: "cuff"), Target(.DBP, 75, standardError: 5, method: "cuff"),
    Target(.LVEDV, 170, standardError: 8, method: "simpson"), Target(.LVEF, 60, standardError: 4, method: "simpson"),
    Target(.FSV, 65, standardError: 6, method: "continuity"), Target(.EROA, 0.3, standardError: 0.06, method: "pisa"),
    Target(.LAVmax, 90, standardError: 9, method: "simpson"), Target(.PCWP, 14, standardError: 2, method: "catheter"),
    Target(.CVP, 6, standardError: 1.5, method: "catheter"), Target(.PASP, 35, standardError: 4, method: "catheter"),
  ]

  private func search(_ targets: [Target]) -> HeartFit {
    HeartFit(start: .healthyAdult, body: .reference, targets: targets, isAcute: false)
  }

  func run() throws {
    let names = search(Self.measured).freeParameters.map(\.name)
    var known = Self.read(output)
    if !summary {
      if !FileManager.default.fileExists(atPath: output) {
        _ = FileManager.default.createFile(atPath: output, contents: nil)
      }
      guard let file = FileHandle(forWritingAtPath: output) else {
        CaseSource.complain("\(output): cannot be written.")
        throw CaseSource.cannotSimulate
      }
      try file.seekToEnd()
      let bar = ProgressBar()
      for seed in 1...UInt64(patients) where !known.contains(where: { $0.seed == seed }) {
        bar.show(Double(seed) / Double(patients))
        guard let line = line(seed) else { continue }
        try file.write(contentsOf: Data((line + "\n").utf8))
        try file.synchronize()
      }
      bar.clear()
      known = Self.read(output)
    }
    print(Self.table(known, names))
  }

  /// A patient's line; nil where the heart that was drawn does not beat.
  private func line(_ seed: UInt64) -> String? {
    let general = search(Self.measured)
    guard let patient = general.drawPatient(seed: seed) else { return nil }
    let search = search(patient.targets)
    guard let fit = try? search.run() else { return nil }
    var settings = SamplerSettings()
    settings.effectiveSamples = 400
    let posterior = search.sample(fit, seed: seed, settings: settings)
    let draws = posterior.thinned(to: 400)
    let ranks = patient.theta.indices.map { index in
      Double(draws.filter { $0.theta[index] < patient.theta[index] }.count) / Double(draws.count)
    }
    let shrinking = general.freeParameters.indices.map { index -> Double in
      let values = draws.map { $0.theta[index] }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      return variance.squareRoot() / general.freeParameters[index].spread
    }
    // One number of the same patient, in turn, four of its errors off.
    let liar = Int(seed) % patient.targets.count
    var lied = patient.targets
    let wrong = lied[liar]
    lied[liar] = Target(
      wrong.finding, wrong.value + 4 * (wrong.statedError ?? 0), standardError: wrong.statedError, method: wrong.method)
    let second = self.search(lied)
    let culprit = (try? second.run()).flatMap { second.sketch($0, seed: seed).culprit }
    return JSONTree.object([
      .init("seed", .number(Double(seed))), .init("ranks", .list(ranks.map { .number($0) })),
      .init("shrinking", .list(shrinking.map { .number($0) })),
      .init("effective", .number(posterior.sampling.effectiveSamples)),
      .init("rHat", .number(posterior.sampling.splitRHat)), .init("liar", .text(wrong.finding.identifier)),
      .init("culprit", culprit.map { .text($0.finding.identifier) } ?? .null),
    ]).compact
  }

  /// What a line of the file holds.
  private struct Entry: Decodable {
    let seed: UInt64
    let ranks: [Double]
    let shrinking: [Double]
    let effective: Double
    let rHat: Double
    let liar: String
    let culprit: String?
  }

  private static func read(_ path: String) -> [Entry] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    // The last line may be half of one.
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
  }

  /// Coverage, evenness of the ranks and what was learned, a line for each parameter.
  private static func table(_ entries: [Entry], _ names: [String]) -> String {
    guard !entries.isEmpty else { return "No patients yet." }
    let count = Double(entries.count)
    func percent(_ share: Double) -> String { String(Int((100 * share).rounded())) + " %" }
    var lines = [
      "\(entries.count) patients drawn from the priors, \(measured.count) measurements each",
      "parameter                 50 %    90 %   ranks' chi-square (9; below 21.7 in 99 of 100)   posterior over prior spread",
    ]
    for (index, name) in names.enumerated() {
      let ranks = entries.map { $0.ranks[index] }
      let half = Double(ranks.filter { $0 >= 0.25 && $0 <= 0.75 }.count) / count
      let ninety = Double(ranks.filter { $0 >= 0.05 && $0 <= 0.95 }.count) / count
      var bins = [Double](repeating: 0, count: 10)
      for rank in ranks { bins[min(Int(rank * 10), 9)] += 1 }
      let chi = bins.reduce(0) { $0 + ($1 - count / 10) * ($1 - count / 10) / (count / 10) }
      let shrinking = entries.map { $0.shrinking[index] }.sorted()[entries.count / 2]
      let title = name + String(repeating: " ", count: max(24 - name.count, 1))
      lines.append(
        title
          + "  \(percent(half))    \(percent(ninety))    \((chi * 10).rounded() / 10)    \((shrinking * 100).rounded() / 100)"
      )
    }
    let found = entries.filter { $0.culprit == $0.liar }.count
    let named = entries.filter { $0.culprit != nil }.count
    lines.append(
      "a number four errors off: named in \(percent(Double(found) / count)), another in "
        + "\(percent(Double(named - found) / count)), none in \(percent((count - Double(named)) / count))")
    var byFinding: [String: (found: Int, all: Int)] = [:]
    for entry in entries {
      byFinding[entry.liar, default: (0, 0)].all += 1
      if entry.culprit == entry.liar { byFinding[entry.liar, default: (0, 0)].found += 1 }
    }
    let each = byFinding.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.found)/\($0.value.all)" }
    lines.append("  " + each.joined(separator: ", "))
    let slow = entries.filter { $0.rHat >= 1.01 || $0.effective < 400 }.count
    lines.append("not converged (400 effective samples, split R-hat 1.01): \(slow)")
    return lines.joined(separator: "\n")
  }
}
