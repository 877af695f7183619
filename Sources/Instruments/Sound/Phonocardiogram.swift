// A recording of what is heard at one place: the sounds of every beat and the noise of every jet on the time base of a
// strip, as loud as they arrive there, through the piece that is held to the chest. Nothing is turned up or down for a
// case or a place: two recordings are as loud beside each other as they would be on the chest. The patient breathes
// quietly, which moves the halves of the second sound (`QuietBreath.swift`).
//
// Breath noise, where asked for: 100–600 Hz, peaks 20 dB below the healthy adult's S1, loudest in the middle of a
// breath of 4 s and a third as loud between.

import Circulation
import Lanes

/// How a recording is made.
public struct PhonocardiogramSettings: Sendable, Equatable {
  public var site: AuscultationSite
  public var chestPiece: ChestPiece
  /// s, above 0, at most 600.
  public var seconds: Double
  /// Of the noise that murmurs are made of; the same seed gives the same sound.
  public var seed: UInt64 = 1
  public var hasBreath = false
  /// Where a mitral jet goes; nil: as the heart's leak has it.
  public var jet: MitralJet?

  public init(site: AuscultationSite, chestPiece: ChestPiece = .microphone, seconds: Double = 10) {
    self.site = site
    self.chestPiece = chestPiece
    self.seconds = seconds
  }
}

/// Sound, and where in it the beats are.
public struct Phonocardiogram: Sendable {
  /// Samples a second.
  public static let rate = 8000.0

  /// −1 … 1.
  public let samples: [Double]
  public let strip: Strip
  /// The sounds of each beat of the strip: what, when (s from the strip's beginning), and how loud at the site.
  public let sounds: [HeartSound]
  /// The loudest sample, dB against full scale; nil where nothing sounds.
  public var peak: Double? {
    let most = samples.reduce(0) { max($0, $1.magnitude) }
    return most > 0 ? MurmurLevel.decibels(most) : nil
  }
  /// How many samples were too loud for full scale and are held at it.
  public let clipped: Int

  /// - Parameter lead: s from the beginning to the first whole beat.
  public init(_ examined: Examined, _ settings: PhonocardiogramSettings, lead: Double = 0.1) {
    let rate = Self.rate
    strip = Strip(examined, duration: settings.seconds, lead: lead, startsAtRepresentative: true)
    var sound = [Double](repeating: 0, count: strip.count(rate: rate))
    sounds = Self.addSounds(examined, strip, settings.site, to: &sound)
    Self.addMurmurs(examined, strip, settings, to: &sound)
    if settings.hasBreath { Self.addBreath(seed: settings.seed, to: &sound) }
    let volume = settings.chestPiece.volume
    var clipped = 0
    samples = settings.chestPiece.filter(rate: rate)(sound).map {
      let sample = volume * $0
      if sample.magnitude > 1 { clipped += 1 }
      return min(max(sample, -1), 1)
    }
    self.clipped = clipped
  }

  private static func addSounds(
    _ examined: Examined, _ strip: Strip, _ site: AuscultationSite, to sound: inout [Double]
  ) -> [HeartSound] {
    let surface = examined.body.bodySurface
    let ofBeats = examined.beats.map { HeartSounds($0, of: examined.heart, bodySurface: surface).all }
    let waves = HeartSoundKind.allCases.map { $0.wave(rate: rate) }
    let breath = QuietBreath(examined.heart)
    var placed: [HeartSound] = []
    for place in strip.places {
      for one in ofBeats[place.beat] {
        let still = place.start + one.time
        let time = still + breath.shift(one.kind, depth: QuietBreath.depth(at: still))
        let amplitude = one.amplitude * MurmurLevel.factor(site.gain(one.kind))
        if time >= 0, time < strip.duration { placed.append(HeartSound(one.kind, at: time, amplitude: amplitude)) }
        let first = Int((time * rate + 0.5).rounded(.down))
        for (offset, value) in waves[one.kind.rawValue].enumerated() where sound.indices.contains(first + offset) {
          sound[first + offset] += amplitude * value
        }
      }
    }
    return placed
  }

  private static func addMurmurs(
    _ examined: Examined, _ strip: Strip, _ settings: PhonocardiogramSettings, to sound: inout [Double]
  ) {
    let jet = settings.jet ?? MitralJet(examined.leaks)
    for (place, source) in MurmurSource.all.enumerated() {
      let murmurs = examined.beats.map { Murmur(source, in: $0, of: examined.heart) }
      guard murmurs.contains(where: { $0 != nil }) else { continue }
      let silent = examined.beats.map { beat in beat.trace { _ in 0 } }
      let strength = strip.values(
        rate: rate, traces: murmurs.indices.map { murmurs[$0]?.strength ?? silent[$0] })
      let middle = strip.values(
        rate: rate, traces: murmurs.indices.map { murmurs[$0]?.frequency ?? silent[$0].map { _ in 100 } })
      var random = RandomNumbers(seed: settings.seed &+ 0x1000 &* UInt64(place + 1))
      var band = MovingBand(rate: rate)
      let gain = MurmurLevel.factor(settings.site.gain(source, jet: jet))
      for index in sound.indices {
        sound[index] += gain * strength[index] * band.next(random.normal(), middle: middle[index])
      }
    }
  }

  private static func addBreath(seed: UInt64, to sound: inout [Double]) {
    var random = RandomNumbers(seed: seed &+ 77)
    let white = sound.map { _ in random.normal() }
    let noise = SoundFilter(highPass: 100, order: 2, rate: rate).with(lowPass: 600, order: 2)(white)
    let square = noise.reduce(0) { $0 + $1 * $1 } / Double(max(noise.count, 1))
    // Peaks of such noise are some four times its root mean square.
    let scale = 0.1 / 4 / max(square, 1e-12).squareRoot()
    for index in sound.indices {
      sound[index] += scale * (0.33 + 0.67 * QuietBreath.depth(at: Double(index) / rate)) * noise[index]
    }
  }
}
