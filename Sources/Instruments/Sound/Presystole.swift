// The presystolic crescendo: in sinus rhythm the atrium throws blood through a narrow mitral valve once more, and the
// rumble swells up to the first sound; where atria only quiver, it wanes to the end (Criley & Hermer, N Engl J Med
// 1971;285:1284, on how it arises). It is read off the murmur as heard, not off the rhythm: what is over 3 dB louder in
// the last 0.2 s before the ventricle's activation than at its faintest between that and the loudest moment before.

import Circulation

/// How a murmur of filling swells before S1.
public struct Presystole: Sendable {
  /// dB, from the faintest moment of diastole to the loudest before S1.
  public let rise: Double
  /// From its end to the next M1, ms.
  public let gap: Double
  /// The faintest moment, s from the beginning of the beat.
  let trough: Double

  static let window = 0.2
  /// dB: as much as makes a crescendo (`Auscultation.swift`).
  static let least = 3.0

  /// - Parameters:
  ///   - limit: strength from which it is heard.
  ///   - first: M1 of this beat, s.
  /// - Returns: nil where it does not swell or is not heard.
  init?(_ heard: Trace, over limit: Double, _ events: BeatEvents, first: Double) {
    let next = events.nextActivation
    let start = next - Self.window
    guard start > events.mitralOpening else { return nil }
    let swell = heard.maximum(from: start, to: next + 0.05)
    let early = heard.maximum(from: events.mitralOpening, to: start)
    let faint = heard.minimum(from: early.time, to: swell.time)
    let rise = MurmurLevel.level(swell.value) - MurmurLevel.level(max(faint.value, 1e-6))
    guard swell.value > limit, rise >= Self.least else { return nil }
    let end = heard.crossing(of: limit, rising: false, from: swell.time, to: next + 0.1) ?? swell.time
    self.rise = rise
    gap = 1000 * (next + (first - events.activation) - end)
    trough = faint.time
  }
}
