// Short versions of the studies whose long runs are in Benchmarks/results.

import Assessment
import Cases
import Circulation
import Findings
import Foundation
import Quantities
import Testing
import Twin

@Suite struct StudyTests {
  /// Of measurements that lie so far off that chance could hardly make it, on patients with a valve centre's measurements.
  @Test func aGrossErrorThatStandsOutIsTheCulprit() {
    let entries = (1...14 as ClosedRange<UInt64>).compactMap {
      StudyDesign.laboratory.grossError(seed: $0, samples: nil)
    }.filter { $0.off.magnitude * $0.redundancy.squareRoot() >= 3.5 }
    let found = entries.filter(\.isFound).count
    #expect(entries.count >= 5 && found >= entries.count - 1, "\(found) of \(entries.count)")
  }

  /// Elkayam 1987: each of nine measurements from the other eight.
  @Test func mostMeansOfAPublishedGroupFollowFromTheOthers() throws {
    let group = try #require(PublishedGroup.all.first { $0.name == "chronic-catheter" })
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../cases/\(group.name).yaml")
    let patient = try Case.read(Data(contentsOf: file), file: group.name, vocabulary: .known)
    let entries = patient.leftOut(seed: 1)
    let within = entries.filter { ($0.measured - $0.predicted).magnitude <= group.spreads[$0.finding] ?? 0 }.count
    #expect(entries.count == 9 && within >= 7, "\(entries.map { ($0.finding, $0.measured, $0.predicted) })")
  }
}

@Suite struct SharedReadingsTests {
  private func spread(_ targets: [Target]) throws -> Double {
    let fit = try HeartFit(
      start: .healthyAdult, body: .reference, targets: targets, disease: KnownDisease(isAcute: false)
    ).run()
    let flow = try #require(fit.parameters.first { $0.name == "systemicResistance" })
    return flow.high / flow.low
  }

  /// Output, index and stroke volume of one thermodilution are one measurement.
  @Test func oneFlowToldThreeWaysIsNoSurerThanOne() throws {
    let pressure = Target(.MAP, 90, standardError: 2, method: "catheter")
    let flow = Target(.CO, 5, standardError: 0.8, method: "thermodilution")
    let index = Target(.CI, 5 / 1.93, standardError: 0.8 / 1.93, method: "thermodilution")
    let fick = Target(.CI, 5 / 1.93, standardError: 0.8 / 1.93, method: "fick")
    let one = try spread([pressure, flow])
    let same = try spread([pressure, flow, index])
    let other = try spread([pressure, flow, fick])
    #expect(abs(same / one - 1) < 0.02, "\(same) and \(one)")
    #expect(other < 0.95 * one, "another method tells more: \(other) and \(one)")
  }
}
