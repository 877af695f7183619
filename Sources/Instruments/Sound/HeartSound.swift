// A heart sound: something that is stopped or pulled taut at once and rings. What it is and when it comes is read off
// the beat (`HeartSounds.swift`); how it rings is told here.
//
//   closures   sums of damped sinusoids, each with a rise of 3 ms:  s·sin(2πft)·(1 − e^(−t/3 ms))·e^(−t/τ)
//              (Chen & Durand 1997: first sound from damped sinusoids at 50 and 150 Hz; A2 within 1 % by such terms)
//   others     one tone under a raised cosine:  sin(2πft)·sin²(πt/D)
//
//   sound                    Hz (share)           τ or D ms    why
//   M1   mitral closure      45 (1), 120 (0.35)   20, 12       energy mostly below 100 Hz, dominant 30–60 (BioMed 2020)
//   T1   tricuspid closure   50 (1), 130 (0.35)   16, 10       the same, smaller valve
//   A2   aortic closure      75 (1), 150 (0.5)    12, 9        50–200 Hz, dominant 50–100, above S1 (Sakai 1971)
//   P2   pulmonary closure   62 (1), 125 (0.4)    13, 10       a little lower than A2 (the artery is slacker)
//   S3                       36                   55           25–70 Hz, 40–60 ms (BioMed 2020)
//   S4                       20                   60           below 30 Hz, 40–60 ms (the same)
//   click                    170                  22           100–300 Hz, 10–25 ms
//   opening snap             140                  22           high and short, as the click
//   disc shuts, disc opens   550                  12           hard on hard: the lowest resonances lie at 2.5–3.4 kHz
//                                                              (Donnerstein 1991); of their onset the chest, 12 dB an
//                                                              octave, leaves what is below 1 kHz
//
// BioMed 2020: the table of heart sounds in BioMed Res Int 2020. Amplitudes count in peaks of the healthy adult's M1 at
// the apex, each at the place of the chest where it is loudest.

import Circulation
import Lanes

/// Which sound.
public enum HeartSoundKind: Int, CaseIterable, Sendable {
  case mitralClosure, tricuspidClosure, aorticClosure, pulmonaryClosure, third, fourth, click, openingSnap
  case discClosure, discOpening

  /// As in files: "M1".
  public var identifier: String {
    switch self {
    case .mitralClosure: "M1"
    case .tricuspidClosure: "T1"
    case .aorticClosure: "A2"
    case .pulmonaryClosure: "P2"
    case .third: "S3"
    case .fourth: "S4"
    case .click: "click"
    case .openingSnap: "opening-snap"
    case .discClosure: "closing-click"
    case .discOpening: "opening-click"
    }
  }

  /// A valve that shuts: always there, soft or loud.
  public var isClosure: Bool { rawValue <= HeartSoundKind.pulmonaryClosure.rawValue }

  /// Neither a closure nor a click of leaflets or discs, which the ear finds sooner than what is low.
  public var isLow: Bool { !isClosure && self != .click && self != .discClosure && self != .discOpening }

  /// Its strongest tone, Hz.
  public var pitch: Double { voice.tones[0].frequency }

  /// How long it is, s: until a closure has faded to a fiftieth.
  public var duration: Double {
    isClosure ? 3.9 * voice.tones[0].time : voice.tones[0].time
  }

  private struct Tone: Sendable {
    let frequency, time, share: Double
  }

  private struct Voice: Sendable {
    let tones: [Tone]
  }

  private var voice: Voice {
    switch self {
    case .mitralClosure: Voice(tones: Self.tones(45, 0.020, 120, 0.012, 0.35))
    case .tricuspidClosure: Voice(tones: Self.tones(50, 0.016, 130, 0.010, 0.35))
    case .aorticClosure: Voice(tones: Self.tones(75, 0.012, 150, 0.009, 0.5))
    case .pulmonaryClosure: Voice(tones: Self.tones(62, 0.013, 125, 0.010, 0.4))
    case .third: Voice(tones: [Tone(frequency: 36, time: 0.055, share: 1)])
    case .fourth: Voice(tones: [Tone(frequency: 20, time: 0.060, share: 1)])
    case .click: Voice(tones: [Tone(frequency: 170, time: 0.022, share: 1)])
    case .openingSnap: Voice(tones: [Tone(frequency: 140, time: 0.022, share: 1)])
    case .discClosure, .discOpening: Voice(tones: [Tone(frequency: 550, time: 0.012, share: 1)])
    }
  }

  private static func tones(
    _ low: Double, _ lowTime: Double, _ high: Double, _ highTime: Double, _ share: Double
  ) -> [Tone] {
    [Tone(frequency: low, time: lowTime, share: 1), Tone(frequency: high, time: highTime, share: share)]
  }

  /// The sound by itself at a rate, 1/s, from its beginning on; its peak is 1.
  public func wave(rate: Double) -> [Double] {
    let count = Int(1.6 * duration * rate)
    var wave = [Double](repeating: 0, count: count)
    for tone in voice.tones {
      for index in 0..<count {
        let t = Double(index) / rate
        wave[index] += tone.share * Double.sine(2 * Double.pi * tone.frequency * t) * envelope(t, tone.time)
      }
    }
    let peak = wave.reduce(0) { max($0, $1.magnitude) }
    return wave.map { $0 / peak }
  }

  private func envelope(_ t: Double, _ time: Double) -> Double {
    if isClosure { return (1 - Double.exponential(-t / 0.003)) * Double.exponential(-t / time) }
    guard t < time else { return 0 }
    let half = Double.sine(Double.pi * t / time)
    return half * half
  }
}

/// One sound of one beat.
public struct HeartSound: Sendable, Equatable {
  public let kind: HeartSoundKind
  /// When it begins, s from the beginning of the beat.
  public let time: Double
  /// Where it is loudest; 1: as the healthy adult's M1.
  public let amplitude: Double

  /// By which it is timed: the middle of S3 and S4, which swell slowly, and the beginning of all others.
  public var moment: Double { kind == .third || kind == .fourth ? time + 0.5 * kind.duration : time }

  public init(_ kind: HeartSoundKind, at time: Double, amplitude: Double) {
    self.kind = kind
    self.time = time
    self.amplitude = amplitude
  }
}
