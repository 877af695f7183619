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
}
