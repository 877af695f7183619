// What the examiner says who listens: which sounds, how loud, how far apart; which murmurs, when, of which shape, how
// high, how loud, where and how far they are carried.
//
// A murmur whose loudest fifth of a second is above the threshold is heard; once found, it is followed to 3 dB below.
// Its timing and shape are told of that span. Words: holosystolic from S1 (within 70 ms, while it grows) to A2 (within
// 20 ms); early, late, mid otherwise. Shape by strengths on the way from S1 to A2, or while it is heard within that:
// what has grown by over 3 dB from 15 % to 70–85 % of the way is a crescendo, what has lost over 3 dB at 95 % a
// decrescendo. An ejection murmur that is over 3 dB stronger in the middle of ejection than at a tenth and at nine
// tenths does both.

import Circulation
import Findings
import Lanes

/// A heart sound as heard at a site.
public struct HeardSound: Sendable, Equatable {
  public let kind: HeartSoundKind
  /// ms after ventricular activation; negative before it. Of S3 and S4 the middle, of all others the beginning.
  public let time: Double
  /// At the site; 1: the healthy adult's M1 at the apex.
  public let amplitude: Double
  /// dB over the same sound of the healthy adult; nil for sounds that it does not have.
  public let relative: Double?
  public let isHeard: Bool
}

/// When a murmur is heard.
public enum MurmurTiming: Int, Sendable {
  case holosystolic, earlySystolic, midsystolic, lateSystolic, earlyDiastolic, midDiastolic, presystolic

  public var words: String {
    [
      "holosystolic", "early systolic", "midsystolic", "mid-to-late systolic", "early diastolic", "mid-diastolic",
      "presystolic",
    ][rawValue]
  }
}

/// How it grows and wanes.
public enum MurmurShape: Int, Sendable {
  case plateau, crescendo, decrescendo, crescendoDecrescendo

  public var words: String { ["plateau", "crescendo", "decrescendo", "crescendo-decrescendo"][rawValue] }
}

/// A murmur as heard.
public struct HeardMurmur: Sendable {
  public let source: MurmurSource
  /// Loudness at each site, dB over the threshold.
  public let levels: [Double]
  /// From when to when it is heard at its best site, ms after ventricular activation; nil where it is not.
  public let span: ClosedRange<Double>?
  public let timing: MurmurTiming?
  public let shape: MurmurShape?
  /// How much of the way from S1 to A2 it is heard, 0…1; nil for a murmur of diastole, and where it is not heard.
  public let shareOfSystole: Double?
  /// How it swells once more before S1, where the atrium throws blood through a narrow valve.
  public let presystole: Presystole?
  /// Dominant frequency, Hz, and the jet's greatest speed, m/s.
  public let pitch: Double
  public let speed: Double

  public func level(at site: AuscultationSite) -> Double { levels[site.rawValue] }
  public func grade(at site: AuscultationSite) -> Int { MurmurLevel.grade(level(at: site)) }

  /// Where it is loudest.
  public var best: AuscultationSite {
    AuscultationSite.allCases.reduce(.apex) { level(at: $1) > level(at: $0) ? $1 : $0 }
  }

  /// Levine's grade where it is loudest, 0…6.
  public var grade: Int { grade(at: best) }

  /// Other places where it is heard.
  public var radiation: [AuscultationSite] {
    AuscultationSite.allCases.filter { $0 != best && level(at: $0) >= 0 }
  }
}

/// One heart listened to.
public struct Auscultation: Sendable {
  public let site: AuscultationSite
  /// Beats a minute, and whether they come in even time.
  public let rate: Double
  public let isRegular: Bool
  public let sounds: [HeardSound]
  /// All there are, heard or not.
  public let murmurs: [HeardMurmur]
  /// From A2 to P2, ms, breathing out and breathing in; negative where P2 comes first.
  public let split: Double?
  public let inspiredSplit: Double?
  /// From M1 to T1, ms.
  public let firstSplit: Double?

  /// - Parameters:
  ///   - jet: where a mitral jet goes; nil: as the heart's leak has it.
  ///   - rate: as counted over more beats than are examined, /min.
  public init(_ examined: Examined, at site: AuscultationSite, jet: MitralJet? = nil, rate counted: Double? = nil) {
    self.site = site
    let beat = examined.beat
    let sounds = HeartSounds(beat, of: examined.heart, bodySurface: examined.body.bodySurface)
    let zero = sounds.events.activation
    let cycles = examined.beats.map { $0.cycle }
    rate = counted ?? 60 * Double(cycles.count) / cycles.reduce(0, +)
    isRegular = zip(cycles, cycles.dropFirst()).allSatisfy { ($0 - $1).magnitude < Self.uneven * $0 }
    let present = sounds.all.map { one -> HeardSound in
      let amplitude = one.amplitude * MurmurLevel.factor(site.gain(one.kind))
      let isHeard =
        one.kind.isClosure ? amplitude > 0.05 : amplitude >= HeartSounds.faintest * (one.kind.isLow ? 1 : 0.5)
      return HeardSound(
        kind: one.kind, time: 1000 * (one.moment - zero), amplitude: amplitude,
        relative: Self.healthy(one.kind).map { MurmurLevel.decibels(max(one.amplitude, 1e-6) / $0) }, isHeard: isHeard)
    }
    self.sounds = present.sorted { $0.time < $1.time }
    let towards = jet ?? MitralJet(examined.leaks)
    murmurs = MurmurSource.all.compactMap { source in
      Murmur(source, in: beat, of: examined.heart).map { HeardMurmur($0, sounds, beat, jet: towards) }
    }
    func gap(_ first: HeartSoundKind, _ second: HeartSoundKind) -> Double? {
      guard let a = sounds[first], let b = sounds[second] else { return nil }
      return 1000 * (b.time - a.time)
    }
    let breath = QuietBreath(examined.heart)
    let parted = gap(.aorticClosure, .pulmonaryClosure)
    split = parted.map { $0 + 1000 * breath.parting(depth: 0) }
    inspiredSplit = parted.map { $0 + 1000 * breath.parting(depth: 1) }
    firstSplit = gap(.mitralClosure, .tricuspidClosure)
  }

  public subscript(_ kind: HeartSoundKind) -> HeardSound? { sounds.first { $0.kind == kind } }
  public subscript(_ source: MurmurSource) -> HeardMurmur? { murmurs.first { $0.source == source } }

  /// The loudest sound at this site, dB over the healthy adult's M1 at the apex.
  public var loudest: (kind: HeartSoundKind, level: Double)? {
    let most = sounds.reduce(nil as HeardSound?) { $1.amplitude > ($0?.amplitude ?? 0) ? $1 : $0 }
    return most.map { ($0.kind, MurmurLevel.decibels($0.amplitude)) }
  }

  /// Murmurs that are heard somewhere, the loudest first.
  public var audible: [HeardMurmur] {
    murmurs.filter { $0.grade > 0 && $0.span != nil }.sorted { $0.level(at: $0.best) > $1.level(at: $1.best) }
  }

  /// A beat that is longer or shorter than the next by this share of its length comes out of time: chosen, above what
  /// reflexes change from beat to beat and below what fibrillation and premature beats do.
  private static let uneven = 0.1

  /// Amplitudes of the healthy adult's closures (head of `HeartSounds.swift`).
  private static func healthy(_ kind: HeartSoundKind) -> Double? {
    switch kind {
    case .mitralClosure: 1
    case .aorticClosure: 0.7
    case .tricuspidClosure, .pulmonaryClosure: 0.35
    default: nil
    }
  }
}
