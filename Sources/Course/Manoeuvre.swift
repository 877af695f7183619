// Manoeuvres that pass within a minute, beat by beat, and what is read off them.

import Circulation
import Lanes
import Quantities

/// A manoeuvre run on a body at rest.
public struct Manoeuvre: Sendable {
  /// Rest before it begins, s.
  public static let lead = 5.0
  /// How long the strain of a Valsalva manoeuvre is held, s.
  public static let strain = 15.0

  public let load: Load
  public let beats: [RunningBeat]
  /// Whether the heart went on to the end.
  public let isComplete: Bool

  /// - Parameters:
  ///   - load: one that is transient.
  ///   - resting: the body at rest, and `beat` its steady state.
  public init(
    _ load: Load, amount: LoadAmount? = nil, on resting: RegulatedHeart, in beat: RegulatedBeat, body: Body
  ) {
    self.load = load
    var full = Circumstances.rest
    load.apply(&full, amount ?? load.standard, body)
    var running = RunningBody(resting, body: body, in: beat)
    let isStrain = full.chestPressure > 0
    let seconds = Self.lead + (isStrain ? Self.strain + 30 : 60)
    beats = running.run(seconds: seconds) { time in
      let t = time - Self.lead
      if t < 0 || (isStrain && t >= Self.strain) { return .rest }
      var now = full
      if !isStrain {
        // Half of the blood that sinks has sunk after 5 s. The effort opens the muscles' vessels by a third for some
        // seconds (Sprangers, Wieling et al., J Appl Physiol 1991;70:523), and those of the legs narrow late.
        now.pooled *= t / (t + 5)
        now.bend -= 0.3 * t / 4 * Double.exponential(1 - t / 4) + Work.hangingLegs * Double.exponential(-t / 15)
      }
      return now
    }
    isComplete = (beats.last?.time ?? 0) >= seconds
  }

  /// A moment of the manoeuvre that has a name.
  public struct Phase: Sendable {
    public let name: String
    public let beat: RunningBeat
  }

  /// Rest, and the moments by which a manoeuvre is judged; for Valsalva the four phases.
  public var phases: [Phase] {
    let release = Self.lead + Self.strain
    func one(_ name: String, _ from: Double, _ to: Double, _ better: (RunningBeat, RunningBeat) -> Bool) -> [Phase] {
      guard let first = beats.first(where: { $0.time > from && $0.time <= to }) else { return [] }
      var best = first
      for beat in beats where beat.time > from && beat.time <= to && better(beat, best) { best = beat }
      return [Phase(name: name, beat: best)]
    }
    func higher(_ a: RunningBeat, _ b: RunningBeat) -> Bool { a.now.arterialPressure > b.now.arterialPressure }
    func lower(_ a: RunningBeat, _ b: RunningBeat) -> Bool { a.now.arterialPressure < b.now.arterialPressure }
    func later(_ a: RunningBeat, _ b: RunningBeat) -> Bool { a.time > b.time }
    let rest = one("rest", 0, Self.lead, later)
    guard beats.contains(where: { $0.circumstances.chestPressure > 0 }) else {
      return rest + one("lowest pressure", Self.lead, Self.lead + 20, lower)
        + one("after a minute", Self.lead, 90, later)
    }
    return rest + one("I", Self.lead, Self.lead + 3, higher) + one("II early", Self.lead + 2, Self.lead + 11, lower)
      + one("II late", Self.lead + 8, release, later) + one("III", release, release + 4, lower)
      + one("IV", release + 2, release + 20, higher) + one("recovered", release, release + 30, later)
  }

  /// Valsalva ratio: the fastest rate from the strain to just after it over the slowest within 30 s of release.
  public var rateRatio: Double? {
    let release = Self.lead + Self.strain
    let fast = beats.filter { $0.time > Self.lead && $0.time <= release + 5 }.map { $0.now.heartRate }.max()
    let slow = beats.filter { $0.time > release }.map { $0.now.heartRate }.min()
    guard let fast, let slow else { return nil }
    return fast / slow
  }
}
