// A stretch of time that an instrument records: beats one after another, at the instrument's own rate.

import Circulation
import Lanes

/// A recording's time base over the beats of a heart: which beat is on at which moment.
public struct Strip: Sendable {
  /// One beat of the strip.
  public struct Place: Sendable {
    /// Its place in `Examined.beats`.
    public let beat: Int
    /// When it begins (atrial activation, or for a beat of an irregular rhythm its first sample), s from the strip's
    /// beginning; may be negative for the first.
    public let start: Double
    /// Its ventricular activation (the QRS complex), s from the strip's beginning.
    public let activation: Double
    /// Its length, s.
    public let length: Double
  }

  /// s.
  public let duration: Double
  public let places: [Place]
  private let beats: [RecordedBeat]

  /// A strip of a heart.
  ///
  /// - Parameters:
  ///   - duration: s, above 0, at most 600. An irregular run that is shorter is gone through again.
  ///   - lead: from the strip's beginning to the beginning of the first whole beat, s, at least 0; before that, the end
  ///     of the beat before is seen.
  ///   - startsAtRepresentative: whether the first whole beat is the one that is read (a screen that shows what was
  ///     measured) instead of the first there is.
  public init(_ examined: Examined, duration: Double, lead: Double = 0, startsAtRepresentative: Bool = false) {
    self.init(
      examined.beats, duration: duration, lead: lead, first: startsAtRepresentative ? examined.representative : 0)
  }

  /// The same of beats one after another; `first` is the place of the first whole one.
  package init(_ beats: [RecordedBeat], duration: Double, lead: Double = 0, first: Int = 0) {
    precondition(duration > 0 && duration <= 600, "a strip of some length")
    self.duration = duration
    self.beats = beats
    let count = beats.count
    var before: [Place] = []
    var start = max(lead, 0)
    var beat = first
    while start > 0 {
      beat = (beat + count - 1) % count
      start -= beats[beat].cycle
      before.insert(Self.place(beat, at: start, beats), at: 0)
    }
    var places = before
    start = max(lead, 0)
    beat = first
    while start < duration {
      places.append(Self.place(beat, at: start, beats))
      start += beats[beat].cycle
      beat = (beat + 1) % count
    }
    self.places = places
  }

  private static func place(_ beat: Int, at start: Double, _ beats: [RecordedBeat]) -> Place {
    Place(
      beat: beat, start: start, activation: start + beats[beat].ventricularActivation, length: beats[beat].cycle)
  }

  /// The beats counted over the strip: the rate, per minute, as beats in the time from the first activation to the last,
  /// and how far that may be from the rate over a long time, because beats come unevenly: the intervals' standard
  /// deviation over the root of their number. Nil where fewer than three beats are seen.
  public var counted: (rate: Double, deviation: Double)? {
    let onsets = places.map { $0.activation }.filter { $0 >= 0 && $0 < duration }
    guard let first = onsets.first, let last = onsets.last, onsets.count > 2 else { return nil }
    let number = Double(onsets.count - 1)
    let mean = (last - first) / number
    let squares = zip(onsets, onsets.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0 - mean) * ($1.1 - $1.0 - mean) }
    let spread = (squares / max(number - 1, 1)).squareRoot()
    return (60 / mean, 60 / mean * spread / mean / number.squareRoot())
  }

  /// How many samples the strip has at a rate, 1/s.
  public func count(rate: Double) -> Int { Int(duration * rate) }

  /// A signal of the beats as recorded at a rate, 1/s: sample k at time k/rate. Between the beat's own samples it runs
  /// straight.
  public func values(rate: Double, _ signal: (Sample<Double>) -> Double) -> [Double] {
    values(rate: rate, of: beats.map { $0.samples.map(signal) })
  }

  /// The same of signals derived from each beat, one trace for each of `Examined.beats` on the beat's own time base.
  public func values(rate: Double, traces: [Trace]) -> [Double] {
    values(rate: rate, of: traces.map { $0.values })
  }

  private func values(rate: Double, of signals: [[Double]]) -> [Double] { values(at: moments(rate: rate), of: signals) }

  /// A moment of a recording: the beat that is on, its sample before the moment, and how far the next one is near, 0…1.
  struct Moment {
    let beat: Int
    let floor: Int
    let share: Double
  }

  /// The moments of all samples at a rate, for several signals to be read at.
  func moments(rate: Double) -> [Moment] {
    var out: [Moment] = []
    out.reserveCapacity(count(rate: rate))
    var index = 0
    for k in 0..<count(rate: rate) {
      let time = Double(k) / rate
      while index + 1 < places.count, places[index + 1].start <= time { index += 1 }
      let place = places[index]
      let last = beats[place.beat].samples.count - 1
      let position = min(max((time - place.start) / beats[place.beat].step, 0), Double(last))
      let floor = min(Int(position), last - 1)
      out.append(Moment(beat: place.beat, floor: floor, share: position - Double(floor)))
    }
    return out
  }

  /// A signal of the beats at such moments.
  func values(at moments: [Moment], _ signal: (Sample<Double>) -> Double) -> [Double] {
    values(at: moments, of: beats.map { $0.trace(signal).values })
  }

  private func values(at moments: [Moment], of signals: [[Double]]) -> [Double] {
    moments.map { moment in
      let values = signals[moment.beat]
      return values[moment.floor] + moment.share * (values[moment.floor + 1] - values[moment.floor])
    }
  }
}
