// The jet of the mitral leak, as every instrument that hears or sees it takes it: what the shut leaflets leave open, how
// fast blood goes through, and how much. Three things that the model's orifice does are no jet:
//
//   nearly shut    an orifice below a tenth of its largest area in systole is shut: what seeps through is too little to be
//                  heard or seen (the rule by which the true jet is read, `BeatReading`)
//   still open     while leaflets are on their way to closing, what they throw back is not the leak: there it is as fast
//                  as the pressure drives it, √(drop/4)
//   shutting       an orifice that closes within milliseconds squeezes the column of blood in it, whose length the model
//                  keeps, to speeds beyond 5 m/s while the pressure falls. From half its largest area down the jet
//                  keeps the ratio to √(drop/4) that it had there, and so falls as the pressure does

import Circulation
import Lanes

/// The mitral leak's jet in one beat.
public struct LeakJet {
  /// Smaller orifices are shut, cm².
  private let least: Double
  /// Half of the largest, cm², and how fast the jet is there against √(drop/4) as it closes.
  private let half: Double
  private let ratio: Double

  /// As shares of the largest orifice.
  static let shut = 0.1
  static let closing = 0.5
  /// An orifice smaller than this, cm², is a valve that holds.
  static let leastOrifice = 1e-3

  /// The jet of a recorded beat.
  public init(_ beat: RecordedBeat) { self.init(beat, BeatEvents(beat)) }

  init(_ beat: RecordedBeat, _ events: BeatEvents) {
    let area = beat.trace { $0.mitralLeakArea }
    let most = area.maximum(from: events.mitralClosure, to: events.mitralOpening)
    least = max(Self.shut * most.value, Self.leastOrifice)
    half = Self.closing * most.value
    let closes = area.crossing(of: half, rising: false, from: most.time, to: events.mitralOpening)
    let last = closes.flatMap { time in
      // Opened again by then, as an orifice that dips in mid-systole.
      area.value(at: events.mitralOpening) < 0.5 * most.value ? time : nil
    }
    if let last {
      let driven = beat.trace { Self.driven($0) }.value(at: last)
      let through = beat.trace { Self.through($0) }.value(at: last)
      ratio = driven > 0 ? max(through / driven, 1) : 1
    } else {
      ratio = .infinity
    }
  }

  /// As fast as the pressure drives blood, m/s.
  static func driven(_ sample: Sample<Double>) -> Double {
    (0.25 * max(sample.leftVentricularPressure - sample.leftAtrialPressure, 0)).squareRoot()
  }

  /// As fast as the model's orifice lets it go, m/s, at least 0.
  private static func through(_ sample: Sample<Double>) -> Double {
    sample.areas.mitral > 1e-4 ? max(-sample.flows.mitral, 0) / sample.areas.mitral / 100 : 0
  }

  /// Speed of the jet, m/s, at least 0.
  public func speed(_ sample: Sample<Double>) -> Double {
    guard sample.mitralLeakArea > least else { return 0 }
    let through = Self.through(sample)
    if sample.openings.mitral >= 0.01 { return min(through, Self.driven(sample)) }
    return sample.mitralLeakArea < half && ratio.isFinite ? min(through, ratio * Self.driven(sample)) : through
  }

  /// Speed of the jet as files have it, m/s: no faster than the pressure drives it at that moment, √(drop/4), so that what
  /// the column's inertia carries on for a few milliseconds is left out; 0 while leaflets are still on their way to closing.
  public func recordedSpeed(_ sample: Sample<Double>) -> Double {
    sample.openings.mitral < 0.01 ? min(speed(sample), Self.driven(sample)) : 0
  }

  /// Flow of the jet, mL/s, at least 0: without what the closing leaflets throw back.
  func flow(_ sample: Sample<Double>) -> Double { 100 * speed(sample) * sample.mitralLeakArea }
}
