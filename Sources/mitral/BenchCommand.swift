// `mitral bench`: how fast the engine runs here, and how exactly.

import Drawing
import ArgumentParser
import Bench
import Cases
import Findings
import Reports

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure the engine's speed on this machine, and its error at the step it uses.",
    discussion: """
      Times are the least of many on one core. The error is that of the findings of a heart with a leak of 0.7 cm2 at the default step
      against the converged beat; findings within their absolute floor count as exact (docs/speed.md).
      """)

  @Flag(help: "Print one JSON document and nothing else.")
  var json = false

  func run() throws {
    let result = measureEngine()
    if json {
      let fields: [(String, Double)] = [
        ("oneHeartMicrosecondsPerBeat", result.oneHeartMicrosecondsPerBeat),
        ("eightHeartsMicrosecondsPerBeat", result.eightHeartsMicrosecondsPerBeat),
        ("beatSeconds", result.beatSeconds), ("stepMilliseconds", result.stepMilliseconds),
        ("worstErrorPercent", result.worstErrorPercent), ("periodicMilliseconds", result.periodicMilliseconds),
        ("cores", Double(result.cores)), ("laneWidth", Double(result.laneWidth)),
      ]
      print(
        JSONTree.object(
          fields.map { .init($0.0, .number($0.1)) }
            + [.init("worstFinding", .text(result.worstFinding.identifier))]
        ).serialised())
      return
    }
    func line(_ title: String, _ value: Double, _ digits: Int, _ unit: String) {
      let name = title.padding(to: 46)
      print(name + NumberText.fixed(value, digits: digits) + " " + unit)
    }
    line("One heart, one beat", result.oneHeartMicrosecondsPerBeat, 0, "µs")
    line("Eight hearts side by side, one beat each", result.eightHeartsMicrosecondsPerBeat, 0, "µs")
    line("  a heart of the eight", result.eightHeartsMicrosecondsPerBeat / 8, 1, "µs")
    line("A healthy adult, from rest to periodic", result.periodicMilliseconds, 2, "ms")
    line("Length of the beat", result.beatSeconds, 3, "s")
    line("Step", result.stepMilliseconds, 2, "ms")
    line(
      "Largest error of a finding at this step", result.worstErrorPercent, 2, "% (\(result.worstFinding.identifier))")
    line("Processors", Double(result.cores), 0, "")
    line("Hearts in a word", Double(result.laneWidth), 0, "")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
