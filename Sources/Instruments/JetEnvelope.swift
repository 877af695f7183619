// The envelope of the mitral leak in continuous-wave Doppler: what an examiner reads off it.
//
//   peak, integral       of what is dense enough to be traced: a tenth of the largest flow or more (10 dB)
//   dP/dt                the steepest rise of 4·V² along the whole envelope (Chen et al., Circulation 1991;83:2101;
//                        recalled), low by the angle and by what the atrium's pressure rises meanwhile; only of a jet that
//                        is there from the valve's closing on. The usual one, 32 mmHg over the time from 1 to 3 m/s, is
//                        not read: it takes in the foot of the upstroke, which in this ventricle is slow, and comes out
//                        at a quarter to a half of the steepest rate where in people the two agree
//   late over peak       speed at two thirds of the visible jet over its peak: 0.8–0.9 of a parabola, under 0.6 where
//                        the atrium's v wave comes near the ventricle ("v-wave cut-off")
//   shape                faint: little blood in the jet against the blood that fills the ventricle, 0.15 of its peak or
//                        less (a CW signal is judged against the density of the inflow: ASE 2017; the number is chosen
//                        so that a hole of 0.1 cm² is faint and one of 0.2 cm² is not). Triangular: late over peak under
//                        0.7, half-way between the two. Else parabolic.
//   timing               from the visible jet's beginning and end in the time between closing and opening of the valve
//
// Where there is a jet at all: `LeakJet`. One that runs along a wall turns away from the beam: 20° against 10° for a central one.

import Circulation
import Findings
import Lanes

/// The mitral leak as continuous-wave Doppler shows it.
public struct JetTrace: Sendable {
  /// Speeds along the beam, m/s, at least 0; 0 where the jet is too faint to be traced.
  public let velocity: Trace
  /// All that goes through, mL/s, at least 0.
  let flow: Trace
  /// Peak, m/s, and when (s from the beat's beginning).
  public let peak: Trace.Point
  /// cm.
  public let integral: Double
  /// The steepest rise of the ventricle's pressure, mmHg/s; nil where the jet is not there from the valve's closing on.
  public let riseRate: Double?
  /// Speed at two thirds of the visible jet, as a share of the peak.
  public let lateShare: Double
  /// When the jet is seen first and last, s from the beat's beginning.
  public let begin: Double
  public let end: Double
  public let shape: JetEnvelope
  public let timing: JetTiming

  /// Nil where no jet can be traced: less than 2 mL/s at its best, a leak of half a square millimetre.
  public init?(_ examined: Examined) {
    let beat = examined.beat
    let events = examined.events
    let cosine = Self.cosine(of: examined.leaks)
    let start = events.mitralClosure - 0.02
    let stop = min(events.mitralOpening + 0.03, start + 0.9 * beat.cycle)
    let leak = LeakJet(beat, events)
    flow = beat.trace { leak.flow($0) }
    let most = flow.maximum(from: start, to: stop).value
    guard most > Self.leastFlow else { return nil }
    let speed = beat.trace { cosine * leak.speed($0) }
    let seen = flow.map { $0 > Self.traceable * most ? 1.0 : 0 }
    let visible = speed.with(values: speed.values.indices.map { seen[$0] > 0.5 ? speed[$0] : 0 }) { _ in 0 }
    velocity = visible
    // Blood may run back before the valve closes: then the jet is there when one begins to look.
    let early = start - 0.02
    guard
      let first = seen.value(at: early) > 0.5 ? early : seen.crossing(of: 0.5, rising: true, from: early, to: stop)
    else { return nil }
    begin = first
    end = seen.crossing(of: 0.5, rising: false, from: first, to: stop + 0.05) ?? stop
    peak = visible.maximum(from: begin, to: end)
    integral = 100 * visible.integral(from: begin, to: end)
    lateShare = visible.value(at: begin + 2 / 3 * (end - begin)) / peak.value
    let limb = beat.trace { cosine * LeakJet.driven($0) }
    let isWhole = first < events.mitralClosure + 0.05
    riseRate = isWhole ? limb.map { 4 * $0 * $0 }.derivative.maximum(from: first, to: peak.time).value : nil
    let filling = beat.trace { max($0.flows.mitral, 0) }.maximum().value
    shape = Self.shape(density: most / max(filling, 1), lateShare: lateShare)
    let systole = events.mitralOpening - events.mitralClosure
    timing = Self.timing(
      begin: (begin - events.mitralClosure) / systole, end: (end - events.mitralClosure) / systole)
  }

  /// mL/s.
  static let leastFlow = 2.0
  /// As a share of the largest flow.
  static let traceable = 0.1

  /// Of the angle between beam and jet: the more of the leak runs eccentrically (flail, prolapse), the wider.
  static func cosine(of leaks: LeakShares) -> Double {
    guard leaks.total > 0 else { return 0.985 }
    let eccentric = (leaks.flail + leaks.prolapse) / leaks.total
    return 0.985 - (0.985 - 0.940) * eccentric
  }

  /// - Parameters:
  ///   - density: largest flow of the jet as a share of that of the filling.
  ///   - lateShare: speed at two thirds of the jet over its peak.
  public static func shape(density: Double, lateShare: Double) -> JetEnvelope {
    if density < 0.15 { return .faint }
    return lateShare < 0.7 ? .triangular : .parabolic
  }

  /// From shares of the time between closing and opening of the valve.
  public static func timing(begin: Double, end: Double) -> JetTiming {
    if begin > 0.3 { return .midLate }
    return end < 0.7 ? .early : .holosystolic
  }
}
