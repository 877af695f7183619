// Where the stethoscope is put, and what of each source arrives there, dB below the place where it is loudest.
//
//                       apex  axilla  base  sternal border
//   M1                    0     −6     −8     −4
//   T1                  −10    −16    −12      0
//   A2                   −6    −12      0     −3
//   P2                  −12    −18      0     −4      at the apex only when loud
//   S3, S4                0     −6    −15     −6      of the left ventricle
//   click                 0     −6     −6     −2
//   opening snap         −2     −8     −4      0
//   clicks of discs       0     −4     −5     −3      heard all over the chest, and beside the bed
//   mitral leak           0     −4     −6     −5      jet to the back (the usual one)
//     jet to the front    0     −6     −1     −2      posterior leaflet: along the aorta's root to the base
//   mitral stream         0     −6    −18     −9
//   aortic stenosis      −4    −12      0     −3      back to the apex (Gallavardin)
//   aortic leak          −4    −10     −2      0
//   tricuspid            −6    −15    −10      0
//   pulmonary           −10    −16      0     −3
//
// Mitral leaks: axilla −3…−6, base −6, with the jet of a posterior leaflet base 0…−2 and axilla −6 dB; the other rows
// put into figures what is taught (Chizner, Curr Probl Cardiol 2008;33:285): no measurements of them are known to us.

import Circulation
import Lanes
import Quantities

/// A place on the chest.
public enum AuscultationSite: Int, CaseIterable, Sendable {
  case apex, axilla, base, lowerLeftSternalBorder

  /// As in commands: "lower-left-sternal-border".
  public var identifier: String {
    switch self {
    case .apex: "apex"
    case .axilla: "axilla"
    case .base: "base"
    case .lowerLeftSternalBorder: "lower-left-sternal-border"
    }
  }

  /// As in a sentence, after "at the".
  public var title: String {
    self == .lowerLeftSternalBorder ? "lower left sternal border" : identifier
  }

  public init?(identifier: String) {
    for site in Self.allCases where site.identifier.utf8.elementsEqual(identifier.utf8) {
      self = site
      return
    }
    return nil
  }

  /// What arrives of a sound, dB.
  public func gain(_ kind: HeartSoundKind) -> Double {
    switch kind {
    case .mitralClosure: pick(0, -6, -8, -4)
    case .tricuspidClosure: pick(-10, -16, -12, 0)
    case .aorticClosure: pick(-6, -12, 0, -3)
    case .pulmonaryClosure: pick(-12, -18, 0, -4)
    case .third, .fourth: pick(0, -6, -15, -6)
    case .click: pick(0, -6, -6, -2)
    case .openingSnap: pick(-2, -8, -4, 0)
    case .discClosure, .discOpening: pick(0, -4, -5, -3)
    }
  }

  /// What arrives of a murmur, dB.
  public func gain(_ source: MurmurSource, jet: MitralJet) -> Double {
    switch (source.valve, source.isForward) {
    case (.mitral, false): jet == .forward ? pick(0, -6, -1, -2) : pick(0, -4, -6, -5)
    case (.mitral, true): pick(0, -6, -18, -9)
    case (.aortic, true): pick(-4, -12, 0, -3)
    case (.aortic, false): pick(-4, -10, -2, 0)
    case (.tricuspid, _): pick(-6, -15, -10, 0)
    case (.pulmonary, _): pick(-10, -16, 0, -3)
    }
  }

  private func pick(_ apex: Double, _ axilla: Double, _ base: Double, _ border: Double) -> Double {
    switch self {
    case .apex: apex
    case .axilla: axilla
    case .base: base
    case .lowerLeftSternalBorder: border
    }
  }
}

/// Where a mitral leak's jet goes, and with it the murmur.
public enum MitralJet: Sendable {
  /// To the front, along the aortic root: the posterior leaflet gives way.
  case forward
  /// To the back or through the middle.
  case backward

  /// Of a heart whose examiner has not said which leaflet: a prolapsing or torn leaflet is taken for the posterior one
  /// (the usual one, in some three of four), every other leak's jet goes backward.
  public init(_ leaks: LeakShares) {
    self = leaks.flail + leaks.prolapse > leaks.hole + leaks.functional ? .forward : .backward
  }

  /// Where the jet leans in a view from the apex: −1 to the left of the picture, along the septum; 0 through the
  /// middle. (Backward jets here are those of holes and of leaflets held apart, which go straight; a jet of the
  /// anterior leaflet would lean to the right.)
  public var apicalSide: Double { self == .forward ? -1 : 0 }
}

/// The piece that is held to the chest.
public enum ChestPiece: Sendable {
  /// A microphone, 25–800 Hz; the bell, 20–150 Hz; the diaphragm, 150–800 Hz.
  case microphone, bell, diaphragm

  public var identifier: String {
    switch self {
    case .microphone: "microphone"
    case .bell: "bell"
    case .diaphragm: "diaphragm"
    }
  }

  /// Its filter at a sampling rate, 1/s.
  public func filter(rate: Double) -> SoundFilter {
    switch self {
    case .microphone: SoundFilter(highPass: 25, order: 2, rate: rate).with(lowPass: 800, order: 2)
    case .bell: SoundFilter(highPass: 20, order: 2, rate: rate).with(lowPass: 150, order: 4)
    case .diaphragm: SoundFilter(highPass: 150, order: 4, rate: rate).with(lowPass: 800, order: 2)
    }
  }

  /// How much it is turned up: the diaphragm by 12 dB, since heart sounds hardly pass it. Full scale is 1; the healthy
  /// adult's M1 at the apex, through the microphone, is about 0.3 of it, which leaves room for the loudest murmurs.
  var volume: Double { self == .diaphragm ? 1.2 : 0.3 }
}
