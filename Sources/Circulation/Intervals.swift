import Lanes
import Quantities

// The intervals between ventricular beats in atrial fibrillation.
//
// Beat by beat they are all but independent: the spectrum of a day is white above 0.005 ± 0.002 Hz, at 10^4.9 ms²/Hz,
// and rises below it towards slow rates, to 10^7.0 ms²/Hz at 10⁻⁴ Hz (Hayano et al., Am J Physiol 1997;273:H2811, 45
// patients). Their histogram has an exponential tail, and its width is proportional to the local mean (Hennig et al.,
// arXiv cond-mat/0605295, 130 recordings): an exponential part, the wait for an impulse that gets through once the node
// has recovered, beside a scatter of the recovery. So here
//
//   RR = m·(1 − a + a·(N + E)),   not below  0.25 s + 0.15·m
//
// with N a standard normal and E a unit exponential deviate, a = v/√2 for a coefficient of variation v; the mean of the
// bracket is 1 and its skewness 0.7. Below the floor the node conducts nothing: the refractory period of the model of
// Corino et al. (IEEE Trans Biomed Eng 2011;58:3386), at the mean interval. m wanders slowly about the mean rate's
// interval: m = m₀·(1 + Σs), each s a first-order noise. Standard deviations of 6, 6 and 3 % with times of 6000, 600
// and 60 s are chosen so that the spectrum meets Hayano's level at 10⁻⁴ Hz and leaves the white band as he found it
// (tested).

/// Successive intervals of atrial fibrillation, without end.
public struct FibrillationIntervals: Sendable {
  /// Mean, s, and coefficient of variation from beat to beat.
  public let mean: Double
  public let variation: Double
  private var random: RandomNumbers
  private var slow: (Double, Double, Double)

  private static let times = (6000.0, 600.0, 60.0)
  private static let spreads = (0.06, 0.06, 0.03)

  public init(mean: Double, variation: Double, seed: UInt64) {
    self.mean = mean
    self.variation = variation
    random = RandomNumbers(seed: seed)
    slow = (0, 0, 0)
    slow.0 = Self.spreads.0 * random.normal()
    slow.1 = Self.spreads.1 * random.normal()
    slow.2 = Self.spreads.2 * random.normal()
  }

  /// The shortest interval that the node conducts at a mean interval, both s.
  public static func floor(mean: Double) -> Double { 0.25 + 0.15 * mean }

  /// The next interval, s.
  public mutating func next() -> Double {
    let local = mean * max(1 + slow.0 + slow.1 + slow.2, 0.5)
    let scale = variation / 2.0.squareRoot()
    let drawn = local * (1 - scale + scale * (random.normal() + random.exponential()))
    let interval = max(drawn, Self.floor(mean: local))
    slow.0 = wander(slow.0, Self.spreads.0, interval / Self.times.0)
    slow.1 = wander(slow.1, Self.spreads.1, interval / Self.times.1)
    slow.2 = wander(slow.2, Self.spreads.2, interval / Self.times.2)
    return interval
  }

  /// First-order noise a share `passed` of its time later.
  private mutating func wander(_ value: Double, _ spread: Double, _ passed: Double) -> Double {
    let keep = Double.exponential(-passed)
    return keep * value + spread * (1 - keep * keep).squareRoot() * random.normal()
  }
}

extension RhythmDefinition {
  /// The intervals from each ventricular activation to the next, in ticks of a beat's mean length over
  /// `ticksPerBeat`.
  ///
  /// The beats that count have the mean that the heart's rate says, to the tick: a rate that was measured is the mean
  /// of what was recorded. In premature beats the mean is kept by the pause, where whole rounds are counted.
  ///
  /// - Parameters:
  ///   - cycle: the mean interval, s.
  ///   - beats: how many count, after `warmUp` that do not.
  func intervals(cycle: Double, beats: Int, warmUp: Int, seed: UInt64, ticksPerBeat: Int) -> [Int] {
    switch kind {
    case .sinus: return [Int](repeating: ticksPerBeat, count: warmUp + beats)
    case .prematureBeats:
      let early = couplingTicks(cycle: cycle, ticksPerBeat: ticksPerBeat)
      return (0..<warmUp + beats).map { index in
        switch place(of: index, warmUp: warmUp) {
        case .beforePremature: early
        case .premature: 2 * ticksPerBeat - early
        case .usual: ticksPerBeat
        }
      }
    case .atrialFibrillation:
      var source = FibrillationIntervals(mean: cycle, variation: variation.fraction, seed: seed)
      let drawn = (0..<warmUp + beats).map { _ in source.next() }
      var counted = 0.0
      for index in warmUp..<drawn.count { counted += drawn[index] }
      let scale = Double(ticksPerBeat * beats) / counted
      // Rounded so that no error adds up, from the first beat that counts on and backwards from it.
      var ticks = [Int](repeating: 0, count: drawn.count)
      var exact = 0.0
      var given = 0
      for index in Array(warmUp..<drawn.count) + Array(0..<warmUp) {
        exact += drawn[index] * scale
        let upTo = Int(exact + 0.5)
        ticks[index] = max(upTo - given, 1)
        given = upTo
      }
      return ticks
    }
  }

  /// Where a beat stands in the round of usual and premature ones.
  enum Place { case usual, beforePremature, premature }

  /// Rounds are counted from the first beat after the warm-up.
  func place(of index: Int, warmUp: Int) -> Place {
    let round = max(prematureEvery, 2)
    let position = (index - warmUp + round * (warmUp / round + 1)) % round
    if position == round - 1 { return .premature }
    return position == round - 2 ? .beforePremature : .usual
  }

  /// No premature beat comes sooner than the muscle can be excited again, 0.3 s.
  private func couplingTicks(cycle: Double, ticksPerBeat: Int) -> Int {
    let share = min(max(coupling.fraction, 0.3 / cycle), 0.95)
    return Int(share * Double(ticksPerBeat) + 0.5)
  }
}

/// The strength of a beat after unlike intervals: mechanical restitution and potentiation.
///
/// In the isolated ventricle the strength of a beat rises with the interval before it and falls with the one before
/// that, both exponentially with one time constant, 0.182 ± 0.044 and 0.176 ± 0.018 s (Yue, Burkhoff, Franz, Hunter &
/// Sagawa, Circ Res 1985;56:340): with RR₁ the interval before the beat, RR₂ the one before that and m the usual one,
///
///   strength = R(RR₁)·P(RR₂) / (R(m)·P(m)),   R(x) = 1 − e^−(x − t₀)/τ,   P(x) = 1 + A·e^−(x − t₀)/τ
///
/// It multiplies the rise of contractility of the ventricular walls. In fibrillation it makes a beat after equal
/// intervals that of the mean, as Tabata et al. found (Am J Physiol 2001;281:H573).
public struct ForceInterval: Sendable, Equatable {
  /// τ, s.
  public static let time = 0.18
  /// t₀, s: the interval at which a beat would have no strength. Chosen within the refractory period.
  public static let silence = 0.25
  /// A.
  public let potentiation: Double

  public init(potentiation: Double) { self.potentiation = potentiation }

  /// The strength after intervals, s, relative to that of a regular rhythm of interval `usual`, s.
  public func strength(preceding: Double, before: Double, usual: Double) -> Double {
    restitution(preceding) * potentiated(before) / (restitution(usual) * potentiated(usual))
  }

  private func decay(_ interval: Double) -> Double {
    Double.exponential(-max(interval - Self.silence, 0.02) / Self.time)
  }
  private func restitution(_ interval: Double) -> Double { 1 - decay(interval) }
  private func potentiated(_ interval: Double) -> Double { 1 + potentiation * decay(interval) }
}
