// What two readings of one examination have in common; and rates counted in an uneven rhythm.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Testing

@Suite struct CuffTests {
  private func pairs(_ examined: Examined, _ count: UInt64) -> [(high: Double, low: Double, mean: Double)] {
    (0..<count).map { seed in
      let report = Instrument.cuff.report(examined, seed: seed)
      return (report[.SBP] ?? .nan, report[.DBP] ?? .nan, report[.MAP] ?? .nan)
    }
  }

  private func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }

  @Test(arguments: [Examined.healthy, .decompensated, .ruptured, .fibrillating])
  func aCuffNeverReadsADiastolicPressureAboveTheSystolic(_ examined: Examined) {
    let pulse = (examined[.SBP] ?? .nan) - (examined[.DBP] ?? .nan)
    for pair in pairs(examined, 2000) {
      #expect(pair.high - pair.low >= min(max(0.25 * pulse, 2), pulse) - 1e-9, "\(pair.high)/\(pair.low)")
      #expect(pair.low < pair.mean && pair.mean < pair.high)
    }
  }

  @Test func bothPressuresErrTogether() {
    let pairs = pairs(.healthy, 4000)
    let pulse = deviation(pairs.map { $0.high - $0.low })
    // √(10² + 8² − 2·0.8·10·8) = 6.
    #expect((5.7...6.3).contains(pulse), "\(pulse) mmHg")
    #expect((9.5...10.5).contains(deviation(pairs.map { $0.high })))
    #expect((7.6...8.4).contains(deviation(pairs.map { $0.low })))
  }

  @Test func theMeanPressureStatesTheScatterItHas() {
    let stated = Instrument.cuff.report(.healthy).readings.first { $0.finding == .MAP }?.deviation ?? .nan
    let seen = deviation(pairs(.healthy, 4000).map { $0.mean })
    #expect((seen / stated - 1).magnitude < 0.05, "\(seen) against \(stated) mmHg")
  }

  @Test func theTrueRateOfFibrillationIsTheMeanOfItsBeats() {
    let examined = Examined.fibrillating
    let duration = examined.beats.reduce(0) { $0 + $1.cycle }
    let rate = 60 * Double(examined.beats.count) / duration
    #expect((examined.meanRate - rate).magnitude < 1e-9 && examined[.HR] == examined.meanRate)
    // What all beats together put out, over the time that they took.
    let volume = examined.beats.reduce(0) { sum, beat in
      sum + beat.trace { $0.flows.aortic }.integral(from: 0, to: beat.cycle)
    }
    let output = volume / duration * 60 / 1000
    #expect(((examined[.CO] ?? .nan) / output - 1).magnitude < 0.005, "\(examined[.CO] ?? .nan), \(output)")
    #expect(((examined[.CO] ?? .nan) - (examined[.FSV] ?? .nan) * rate / 1000).magnitude < 1e-9)
    #expect((Examined.healthy.meanRate - (Examined.healthy[.HR] ?? .nan)).magnitude < 1e-9)
  }

  @Test func countingFibrillationIsLessSureThanCountingSinusRhythm() throws {
    for (instrument, seconds) in [(Instrument.electrocardiogram, 10.0), (.stethoscope, 15)] {
      let uneven = try #require(instrument.report(.fibrillating).readings.first { $0.finding == .HR })
      let even = try #require(instrument.report(.healthy).readings.first { $0.finding == .HR })
      let (wide, narrow) = (try #require(uneven.deviation), try #require(even.deviation))
      #expect(wide > 2 * narrow, "\(wide) against \(narrow) /min")
      let counted = try #require(Strip(.fibrillating, duration: seconds).counted)
      #expect((counted.rate - uneven.value).magnitude < 0.5)
    }
  }

  @Test func countedRatesScatterAsTheyState() throws {
    // Strips of ten seconds from all over a run of ten minutes.
    let run = try #require(
      Examined(Examined.fibrillating.heart, body: Examined.fibrillating.body, settings: IrregularSettings(beats: 600)))
    var counts: [(rate: Double, deviation: Double)] = []
    for first in stride(from: 0, to: 600, by: 10) {
      let beats: [RecordedBeat] = Array(run.beats[first...]) + Array(run.beats[..<first])
      counts.append(try #require(Strip(beats, duration: 10).counted))
    }
    let seen = (counts.reduce(0) { $0 + ($1.rate - run.meanRate) * ($1.rate - run.meanRate) } / 60).squareRoot()
    let stated = (counts.reduce(0) { $0 + $1.deviation * $1.deviation } / 60).squareRoot()
    #expect((0.8...1.3).contains(seen / stated), "\(seen) against \(stated) /min")
  }
}
