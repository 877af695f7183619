// Irregular rhythms: the intervals, and that a run of unlike beats is as sound as one of like ones.

import Circulation
import Lanes
import Quantities
import Testing

struct IntervalTests {
  private func intervals(_ count: Int, mean: Double = 0.8, variation: Double = 0.24, seed: UInt64 = 3) -> [Double] {
    var source = FibrillationIntervals(mean: mean, variation: variation, seed: seed)
    return (0..<count).map { _ in source.next() }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func deviation(_ values: [Double]) -> Double {
    let mean = mean(values)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }

  /// One-sided power at a frequency, s²/Hz, over pieces of `length` seconds (the spectrum of the event series read at
  /// equal steps of a half second).
  private func power(_ intervals: [Double], at frequencies: [Double], length: Double) -> Double {
    let step = 0.5
    var series: [Double] = []
    var time = 0.0
    for interval in intervals {
      time += interval
      while Double(series.count) * step < time { series.append(interval) }
    }
    let piece = Int(length / step)
    var sum = 0.0
    var count = 0
    for start in stride(from: 0, to: series.count - piece, by: piece) {
      let part = Array(series[start..<start + piece])
      let level = mean(part)
      for frequency in frequencies {
        // A turning pointer instead of sines and cosines of every sample.
        let angle = 2 * Double.pi * frequency * step
        var (c, s) = (1.0, 0.0)
        let (dc, ds) = (cosine(angle), (1 - cosine(angle) * cosine(angle)).squareRoot())
        var (x, y) = (0.0, 0.0)
        for value in part {
          x += (value - level) * c
          y += (value - level) * s
          (c, s) = (c * dc - s * ds, s * dc + c * ds)
        }
        sum += 2 * (x * x + y * y) * step / Double(piece)
        count += 1
      }
    }
    return sum / Double(count)
  }

  /// By its series, for angles up to π.
  private func cosine(_ angle: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 1..<20 {
      term *= -angle * angle / Double((2 * k - 1) * (2 * k))
      sum += term
    }
    return sum
  }

  @Test func fibrillationHasTheMeanAndTheVariationAskedFor() {
    for (cycle, variation) in [(0.9, 0.27), (0.8, 0.24), (0.7, 0.2)] {
      // Short stretches, each about its own local mean: the slow wandering is not part of the variation.
      var means: [Double] = []
      var ratios: [Double] = []
      for seed in 0..<400 {
        let stretch = intervals(100, mean: cycle, variation: variation, seed: UInt64(seed))
        means.append(mean(stretch))
        ratios.append(deviation(stretch) / mean(stretch))
      }
      #expect(abs(mean(means) / cycle - 1) < 0.02)
      #expect(abs(mean(ratios) - variation) < 0.015, "\(mean(ratios)) for \(variation)")
    }
  }

  @Test func hayanoSuccessiveIntervalsAreAllButIndependent() {
    // White above 0.005 Hz: within 100 beats nothing is left but the slow wandering.
    var sum = 0.0
    for seed in 0..<200 {
      let stretch = intervals(100, seed: UInt64(seed))
      let level = mean(stretch)
      let spread = deviation(stretch)
      var lagged = 0.0
      for index in 1..<stretch.count { lagged += (stretch[index] - level) * (stretch[index - 1] - level) }
      sum += lagged / Double(stretch.count - 1) / (spread * spread)
    }
    #expect(abs(sum / 200) < 0.05, "\(sum / 200)")
  }

  @Test func hayanoTheSpectrumIsFlatAboveFiveMillihertzAndRisesBelow() {
    let day = intervals(400_000)
    let low = power(day, at: [0.01, 0.013, 0.017, 0.02], length: 1000)
    let high = power(day, at: [0.1, 0.13, 0.17, 0.2], length: 1000)
    // Exponent 0.05 ± 0.08 over one decade: a factor of 10^(0.05 ± 0.16) at two standard deviations.
    #expect(low / high < 1.62 && low / high > 0.77, "\(low / high)")
    // 10^4.9±0.3 ms²/Hz.
    #expect(high * 1e6 > 40_000 && high * 1e6 < 160_000, "\(high * 1e6)")
    // 10^7.0 ms²/Hz at 10⁻⁴ Hz.
    let slow = power(day, at: [1e-4], length: 20_000)
    #expect(slow * 1e6 > 3e6 && slow * 1e6 < 3e7, "\(slow * 1e6)")
  }

  @Test func theNodeConductsNothingSoonerThanItRecovers() {
    let least = intervals(20_000, mean: 0.5).min() ?? 0
    // The mean itself wanders.
    #expect(least >= FibrillationIntervals.floor(mean: 0.25) && least < 0.4)
    let rates = intervals(20_000, mean: 0.8)
    #expect((rates.min() ?? 0) > 0.28 && (rates.max() ?? 9) < 3)
  }

  @Test func aSeedGivesItsIntervalsAndAnotherOthers() {
    #expect(intervals(50, seed: 5) == intervals(50, seed: 5))
    #expect(intervals(50, seed: 5) != intervals(50, seed: 6))
  }

  @Test func yueStrengthRisesWithTheIntervalBeforeAndFallsWithTheOneBeforeThat() {
    let law = ForceInterval(potentiation: 0.5)
    #expect(law.strength(preceding: 0.8, before: 0.8, usual: 0.8) == 1)
    #expect(law.strength(preceding: 0.5, before: 0.8, usual: 0.8) < 0.85)
    #expect(law.strength(preceding: 1.2, before: 0.5, usual: 0.8) > 1.1)
    #expect(law.strength(preceding: 1.2, before: 0.8, usual: 0.8) < 1.06)
  }
}

struct IrregularBeatTests {
  static func heart(_ kind: RhythmDefinition.Kind, leak: Double = 0) -> HeartDefinition {
    var heart = HeartDefinition.healthyAdult
    heart.rhythm = RhythmDefinition(kind)
    heart.mitralValve.leakArea = .squareCentimetres(leak)
    return heart
  }

  private func bits(_ heart: HeartDefinition, _ settings: IrregularSettings) -> [UInt64] {
    var bits: [UInt64] = []
    let run = heart.beatIrregularly(settings) { bits += Self.bits($0) }
    return bits + run.end.bits
  }

  private static func bits(_ beat: IrregularBeat) -> [UInt64] {
    beat.recorded.samples.flatMap { sample -> [UInt64] in
      var copy = sample
      return copy.withFields { $0.map(\.bitPattern) }
    }
  }

  @Test func bloodIsKeptToRoundingOver200IrregularBeats() {
    for kind in [RhythmDefinition.Kind.atrialFibrillation, .prematureBeats] {
      let heart = Self.heart(kind, leak: 0.4)
      let run = heart.beatIrregularly(IrregularSettings(beats: 200)) { _ in }
      #expect(run.isComplete)
      #expect(abs(run.end.blood - run.mean.state.blood) < 1e-8, "\(run.end.blood - run.mean.state.blood) mL")
    }
  }

  @Test func aRunInSinusRhythmIsTheRegularBeatOverAndOver() {
    let heart = Self.heart(.sinus)
    var beats: [IrregularBeat] = []
    let run = heart.beatIrregularly(IrregularSettings(beats: 3, warmUp: 2)) { beats.append($0) }
    for beat in beats {
      for (sample, settled) in zip(beat.recorded.samples, run.mean.beat.samples) {
        #expect(abs(sample.leftVentricularVolume - settled.leftVentricularVolume) < 0.01)
        #expect(abs(sample.aorticPressure - settled.aorticPressure) < 0.01)
      }
    }
  }

  @Test func theRunIsThatOfItsSeed() {
    let heart = Self.heart(.atrialFibrillation)
    let few = { IrregularSettings(beats: 4, warmUp: 3, seed: $0) }
    #expect(bits(heart, few(1)) == bits(heart, few(1)))
    #expect(bits(heart, few(1)) != bits(heart, few(2)))
  }

  @Test func eightHeartsBeatAsEachByItself() {
    let settings = IrregularSettings(beats: 5, warmUp: 3)
    let hearts = [0, 0.2, 0.4].map { Self.heart(.atrialFibrillation, leak: $0) } + [Self.heart(.prematureBeats)]
    var together = [[UInt64]](repeating: [], count: hearts.count)
    let runs = HeartDefinition.beatIrregularly(hearts, settings) { together[$0] += Self.bits($1) }
    for (index, heart) in hearts.enumerated() {
      #expect(together[index] + runs[index].end.bits == bits(heart, settings), "heart \(index)")
    }
  }

  @Test func theCountedBeatsHaveTheRateOfTheHeart() {
    for kind in [RhythmDefinition.Kind.atrialFibrillation, .prematureBeats] {
      let heart = Self.heart(kind)
      var time = 0.0
      _ = heart.beatIrregularly { time += $0.following }
      #expect(abs(time * heart.heartRate.perSecond / 60 - 1) < 1e-9)
    }
  }

  @Test func aPrematureBeatIsFollowedByAFullPause() {
    var beats: [IrregularBeat] = []
    _ = Self.heart(.prematureBeats).beatIrregularly(IrregularSettings(beats: 8)) { beats.append($0) }
    let usual = 1 / HeartDefinition.healthyAdult.heartRate.perSecond
    let early = beats.filter(\.isPremature)
    #expect(early.count == 2)
    for beat in early {
      #expect(abs(beat.preceding / usual - 0.6) < 0.01)
      #expect(abs(beat.preceding + beat.following - 2 * usual) < 1e-9)
    }
  }

  /// Every state at the end of the run, at a step and at a fourth of it.
  @Test func aFinerStepFindsTheSameIrregularBeats() {
    let heart = Self.heart(.atrialFibrillation, leak: 0.4)
    var volumes: [[Double]] = []
    for steps in [352, 704, 1408] {
      var found: [Double] = []
      _ = heart.beatIrregularly(IrregularSettings(beats: 12, warmUp: 4), stepsPerBeat: steps) { beat in
        found.append(beat.recorded.trace { $0.leftVentricularVolume }.minimum().value)
        found.append(beat.recorded.trace { $0.aorticPressure }.maximum().value)
      }
      volumes.append(found)
    }
    func apart(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) / $1 }.max() ?? 1 }
    let coarse = apart(volumes[0], volumes[2])
    let fine = apart(volumes[1], volumes[2])
    // Within 0.5 % at the usual step, as for regular beats, and second order.
    #expect(coarse < 0.005, "\(coarse)")
    #expect(fine < 0.35 * coarse, "\(fine) of \(coarse)")
  }
}
