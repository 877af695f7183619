// The main job's benchmarks: the likeliest heart, all likely hearts, the whole assessment of the README's first case.

import Assessment
import Benchmark
import Cases
import Findings
import Foundation
import Guidelines
import Reports
import Twin

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal], warmupIterations: 0, maxDuration: .seconds(20), maxIterations: 5)
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../cases/flail-leaflet.yaml")
  guard let bytes = try? Data(contentsOf: file),
    let patient = try? Case.read(bytes, file: "flail-leaflet.yaml", vocabulary: .known),
    let day = CalendarDate(year: 2026, month: 6, day: 15), let fit = try? patient.search.run()
  else { preconditionFailure("the case that ships") }

  Benchmark("the likeliest heart") { _ in
    blackHole(try? patient.search.run())
  }

  Benchmark("a thousand effective samples") { _ in
    blackHole(patient.search.sample(fit, seed: 1))
  }

  Benchmark("a whole assessment, quick") { _ in
    blackHole(try? CaseAssessment(patient, AssessmentSettings(today: day, isQuick: true)))
  }

  Benchmark("a whole assessment, with its report") { _ in
    guard let assessment = try? CaseAssessment(patient, AssessmentSettings(today: day)) else { return }
    blackHole(HTMLReport.text(assessment.report(version: "")))
  }
}
