// The frame that all instruments stand in.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Testing

@Suite struct FrameTests {
  @Test func aStripGoesOnWithTheBeatWithoutAJump() {
    let strip = Strip(.healthy, duration: 3, lead: 0.25)
    let pressure = strip.values(rate: 1000) { $0.leftVentricularPressure }
    #expect(pressure.count == 3000)
    let jumps = zip(pressure, pressure.dropFirst()).map { ($0 - $1).magnitude }
    // The steepest rise of the healthy heart is below 2.2 mmHg in a millisecond.
    #expect(jumps.allSatisfy { $0 < 2.2 })
    let beat = Examined.healthy.beat
    #expect(strip.places.count == 5 || strip.places.count == 4)
    #expect(strip.places[1].start == 0.25)
    let peak = pressure.max() ?? 0
    #expect((peak - beat.trace { $0.leftVentricularPressure }.maximum().value).magnitude < 0.05)
  }

  @Test func aStripOfFibrillationHasUnequalBeats() {
    let strip = Strip(.fibrillating, duration: 10)
    let lengths = Set(strip.places.map { $0.length })
    #expect(lengths.count > 5)
  }

  @Test func readingsScatterByTheirAccuracyAndTheSameForASeed() {
    let cuff = Instrument(
      identifier: "cuff", title: "Cuff", accuracies: [Accuracy(.SBP, relative: 0.03, absolute: 4, source: "a test")]
    ) { examined in
      var report = InstrumentReport()
      report.note(.SBP, examined[.SBP], by: .cuff)
      return report
    }
    let exact = cuff.report(.healthy)[.SBP] ?? .nan
    #expect(exact == Examined.healthy[.SBP])
    let draws = (0..<4000).map { (seed: UInt64) -> Double in cuff.report(.healthy, seed: seed)[.SBP] ?? .nan }
    let mean: Double = draws.reduce(0, +) / 4000
    let square: Double = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
    let deviation = square.squareRoot()
    let stated: Double = (0.0009 * exact * exact + 16).squareRoot()
    #expect((mean - exact).magnitude < 4 * stated / 63.2)
    #expect((deviation / stated - 1).magnitude < 0.05)
    #expect(cuff.report(.healthy, seed: 7) == cuff.report(.healthy, seed: 7))
    #expect(cuff.report(.healthy, seed: 7) != cuff.report(.healthy, seed: 8))
  }

  /// Readings at a limit, with a scatter that would carry half of them over it.
  @Test func noDrawMakesAReadingImpossible() {
    let wild = Instrument(
      identifier: "wild", title: "Wild",
      accuracies: [
        Accuracy(.RVol, absolute: 17, source: "a test"), Accuracy(.LVEF, absolute: 20, source: "a test"),
        Accuracy(.LVESV, relative: 0.9, source: "a test"), Accuracy(.PVS, absolute: 0.3, source: "a test"),
        Accuracy(.CVP, absolute: 4, source: "a test"),
      ]
    ) { _ in
      var report = InstrumentReport()
      for (finding, value) in [(FindingID.RVol, 0.0), (.LVEF, 92), (.LVESV, 40), (.PVS, 0.1), (.CVP, 2)] {
        report.note(finding, value)
      }
      return report
    }
    let reports = (0..<400).map { wild.report(.healthy, seed: $0) }
    for reading in reports.flatMap(\.readings) {
      #expect(reading.finding.spec.allowed.contains(reading.value), "\(reading.finding) \(reading.value)")
    }
    // What may be below nothing does go there.
    #expect(reports.contains { ($0[.PVS] ?? 1) < -0.1 } && reports.contains { ($0[.CVP] ?? 1) < -1 })
    // A size does not vanish.
    #expect(reports.allSatisfy { ($0[.LVESV] ?? 0) >= 2 })
  }

  /// One rate turns volumes of a beat into outputs, whoever measured the volume: the one that is counted.
  @Test(arguments: [Examined.fibrillating, .flail])
  func everyInstrumentCountsTheSameRate(_ examined: Examined) throws {
    let counted = try #require(Strip(examined, duration: 10).counted).rate
    let ecg = try #require(Instrument.electrocardiogram.report(examined)[.HR])
    #expect((ecg - counted).magnitude < 1e-6)
    for (instrument, method) in [(Instrument.mri, MeasurementMethod.mri), (.doppler, .continuity)] {
      let report = instrument.report(examined)
      let rate = 1000 * (report[.CO, method] ?? .nan) / (report[.FSV, method] ?? .nan)
      #expect((rate - counted).magnitude < 1e-6, "\(instrument.identifier): \(rate)")
    }
    let catheter = Instrument.catheter.report(examined)
    let stroke = (catheter[.LVEDV] ?? .nan) - (catheter[.LVESV] ?? .nan)
    let leak = try #require(catheter[.RVol])
    let forward = 1000 * (catheter[.CO, .thermodilution] ?? .nan) / counted
    #expect((leak - max(stroke - forward, 0)).magnitude < 1e-6)
  }

  @Test func readingsAreCheapEnoughForAFit() {
    let clock = ContinuousClock()
    for instrument in [Instrument.catheter, .doppler] {
      // The best of many: others may be at work on this machine.
      var least = Duration.seconds(9)
      for _ in 0..<40 { least = min(least, clock.measure { _ = instrument.report(.flail) }) }
      #expect(least < .microseconds(500), "\(instrument.identifier): \(least)")
    }
  }
}
