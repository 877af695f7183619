// What not every heart sounds of, and what a breath, a prosthesis and a recording make of it.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Quantities
import Testing
import Treatments

@Suite struct ExtraSoundTests {
  private let rumble = MurmurSource(.mitral, forward: true)

  private func heard(_ examined: Examined, _ site: AuscultationSite = .apex) -> Auscultation {
    Auscultation(examined, at: site)
  }

  private func adult(_ edit: @escaping (inout HeartDefinition) -> Void) -> Examined { .shipped("healthy-adult", edit) }

  private func narrow(_ area: Double, _ rhythm: RhythmDefinition.Kind = .sinus) -> Examined {
    adult {
      $0.mitralValve.openArea = .squareCentimetres(area)
      if rhythm != .sinus { $0.rhythm = RhythmDefinition(rhythm) }
    }
  }

  /// Castle & Jones 1961: 20 ms breathing out and 40 in; adults up to 30 and 40–50.
  @Test func theHealthySecondSoundIsNarrowBreathingOutAndSplitBreathingIn() throws {
    let healthy = heard(.healthy, .base)
    #expect((10.0...30).contains(try #require(healthy.split)))
    #expect((40.0...50).contains(try #require(healthy.inspiredSplit)))
    for early in [Examined.acute, .compensated, .flail, .perforated] {
      #expect(try #require(heard(early, .base).split) >= 40)
    }
  }

  @Test func aBreathMovesTheHalvesOfTheSecondSoundInTheRecordingAndAStrainHoldsThem() {
    func gaps(_ examined: Examined) -> [Double] {
      let sounds = Phonocardiogram(examined, PhonocardiogramSettings(site: .base, seconds: 9)).sounds
      let aortic = sounds.filter { $0.kind == .aorticClosure }.map(\.time)
      let pulmonary = sounds.filter { $0.kind == .pulmonaryClosure }.map(\.time)
      return zip(aortic, pulmonary).map { 1000 * ($1 - $0) }
    }
    let breathing = gaps(.healthy)
    #expect((breathing.max() ?? 0) > (breathing.min() ?? 0) + 15)
    let held = gaps(
      adult {
        $0.intrathoracicPressure = .millimetresOfMercury(20)
        $0.bloodVolume = .millilitres(6500)
      })
    #expect((held.max() ?? 9) - (held.min() ?? 0) < 0.5)
  }

  /// S4: acute leaks, stiff or thick ventricles (Shah 2008); not health, and not what a leak has widened, which has S3.
  @Test func fourthSoundTellsStiffFromWide() {
    let stiff = adult {
      $0.leftVentricle.passiveStress = .kilopascals(2.2)
      $0.septum.passiveStress = .kilopascals(2.2)
    }
    let thick = adult {
      $0.leftVentricle.wallVolume = .millilitres(150)
      $0.septum.wallVolume = .millilitres(60)
    }
    for one in [Examined.acute, .ruptured, stiff, thick] { #expect(heard(one)[.fourth]?.isHeard == true) }
    for one in [Examined.healthy, .prolapse, .tethered, .compensated, .decompensated] {
      #expect(heard(one)[.fourth]?.isHeard == false)
    }
    for one in [Examined.acute, .compensated, .decompensated] { #expect(heard(one)[.third]?.isHeard == true) }
  }

  /// A healthy person is none the stiffer for being small.
  @Test func fourthSoundDoesNotAskForTheBodysSize() {
    let small = Body(age: 45, sex: .female, height: 150, weight: 45)
    guard let examined = Examined(HeartDefinition.healthy(for: small), body: small) else {
      Issue.record("it beats")
      return
    }
    #expect(heard(examined)[.fourth]?.isHeard == false)
  }

  /// Sinus rhythm: the rumble swells before S1; fibrillation: it does not. S1 is loud in either.
  @Test func theRumbleOfANarrowValveSwellsBeforeTheFirstSoundUnlessAtriaQuiver() throws {
    let sinus = try #require(heard(.rheumatic)[rumble])
    #expect(sinus.grade > 0)
    #expect(try #require(sinus.presystole).rise > 3)
    let quivering = Examined.shipped("lesion-rheumatic") { $0.rhythm = RhythmDefinition(.atrialFibrillation) }
    #expect(try #require(heard(quivering)[rumble]).presystole == nil)
    for examined in [narrow(1.5), narrow(1), narrow(1.5, .atrialFibrillation)] {
      #expect(try #require(heard(examined)[.mitralClosure]?.relative) > 3.5)
    }
  }

  /// A2 to opening snap: the shorter, the higher the atrium's pressure.
  @Test func theOpeningSnapComesSoonerAfterAFullAtrium() throws {
    func interval(_ examined: Examined) throws -> Double {
      let sounds = heard(examined)
      return try #require(sounds[.openingSnap]).time - (try #require(sounds[.aorticClosure])).time
    }
    func filled(_ volume: Double) -> Examined {
      .shipped("lesion-rheumatic") { $0.bloodVolume = .millilitres(volume) }
    }
    let (dry, full) = (filled(4700), filled(5600))
    #expect(try #require(full[.LAPmean]) > (try #require(dry[.LAPmean])) + 5)
    #expect(try interval(full) < (try interval(dry)) - 5)
    #expect(try interval(narrow(1)) < (try interval(narrow(1.5))) - 5)
  }

  private func replaced(_ kind: String, leak: Double? = nil) throws -> Examined {
    let treatment = try #require(TreatmentCatalogue.find(kind))
    return adult { heart in
      treatment.apply(&heart, Arguments(standardOf: treatment.arguments))
      if let leak { heart.mitralValve.leakArea = .squareCentimetres(leak) }
    }
  }

  /// Kupari 1986: a closing sound always, an opening one that is fainter; biological leaflets sound as one's own or less.
  @Test func mechanicalValvesClickAndBiologicalOnesAreSoft() throws {
    let discs = heard(try replaced("replacement-mechanical"))
    let closing = try #require(discs[.discClosure])
    let opening = try #require(discs[.discOpening])
    #expect(closing.isHeard && opening.isHeard && opening.amplitude < 0.5 * closing.amplitude)
    #expect(closing.amplitude > (try #require(discs[.mitralClosure])).amplitude)
    #expect((40.0...120).contains(opening.time - (try #require(discs[.aorticClosure])).time))
    let tissue = heard(try replaced("replacement-biological"))
    #expect(tissue[.discClosure] == nil && tissue[.discOpening] == nil)
    for one in [discs, tissue] { #expect(one[.openingSnap] == nil && one.audible.isEmpty) }
    #expect((-8.0 ... -2).contains(try #require(tissue[.mitralClosure]?.relative)))
    #expect(heard(.healthy)[.discClosure] == nil)
    let click = Tones(HeartSoundKind.discClosure.wave(rate: 8000), rate: 8000, step: 20, highest: 2000)
    #expect(click.share(300...1000) > 0.85 && HeartSoundKind.discClosure.duration < 0.02)
  }

  @Test func aLeakBesideAProsthesisMurmurs() throws {
    let murmur = try #require(
      heard(try replaced("replacement-mechanical", leak: 0.3))[MurmurSource(.mitral, forward: false)])
    #expect(murmur.grade >= 1 && murmur.timing == .holosystolic)
  }

  /// In sinus rhythm every beat sounds as the next, save for what breathing moves.
  @Test func extraSoundsAreEvenFromBeatToBeat() throws {
    let examined = Examined.ruptured
    let recording = Phonocardiogram(
      examined, PhonocardiogramSettings(site: .apex, chestPiece: .bell, seconds: 12))
    for kind in [HeartSoundKind.third, .fourth] {
      let peaks = recording.sounds.filter { $0.kind == kind && $0.time < 11.8 }.map { sound in
        let first = Int(sound.time * Phonocardiogram.rate)
        return recording.samples[first..<first + Int(kind.duration * Phonocardiogram.rate)]
          .reduce(0) { max($0, $1.magnitude) }
      }
      #expect(peaks.count > 10)
      let (low, high) = (try #require(peaks.min()), try #require(peaks.max()))
      #expect(high < 1.15 * low, "\(kind) \(low) \(high)")
    }
  }

  /// Nothing is turned up for a place: S1 is as much softer in the axilla and at the base as the table says.
  @Test func recordingsKeepTheDifferenceBetweenPlaces() throws {
    func first(_ site: AuscultationSite) throws -> Double {
      let recording = Phonocardiogram(.healthy, PhonocardiogramSettings(site: site, seconds: 3))
      let sound = try #require(recording.sounds.first { $0.kind == .mitralClosure })
      let start = Int(sound.time * Phonocardiogram.rate)
      return recording.samples[start..<start + 100].reduce(0) { max($0, $1.magnitude) }
    }
    let apex = try first(.apex)
    #expect((0.2...0.4).contains(apex))
    #expect(abs(try first(.axilla) / apex - 0.5) < 0.05)
    #expect(abs(try first(.base) / apex - 0.4) < 0.05)
    let peak = try #require(Phonocardiogram(.healthy, PhonocardiogramSettings(site: .apex, seconds: 3)).peak)
    #expect((-14.0 ... -8).contains(peak))
  }

  @Test func aSoundAtMoreSamplesASecondIsTheSameSound() {
    let tone = (0..<800).map { Double.sine(2 * Double.pi * 550 * Double($0) / 8000) }
    let more = Upsampling.more(tone, by: 6)
    #expect(more.count == 4800)
    for index in tone.indices { #expect(abs(more[6 * index] - tone[index]) < 1e-12) }
    for index in 600..<4200 {
      #expect(abs(more[index] - Double.sine(2 * Double.pi * 550 * Double(index) / 48000)) < 2e-3)
    }
  }
}
