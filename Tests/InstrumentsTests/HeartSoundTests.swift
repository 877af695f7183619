// The sounds themselves: their tones, and what the beat makes of them.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct HeartSoundTests {
  private func tones(_ kind: HeartSoundKind) -> Tones { Tones(kind.wave(rate: 8000), rate: 8000) }

  /// BioMed Res Int 2020, Sakai 1971: S1 20–150 Hz, mostly below 100; S2 higher, 50–200 Hz.
  @Test func firstSoundIsLowAndTheSecondHigher() {
    let first = tones(.mitralClosure)
    let second = tones(.aorticClosure)
    #expect(first.share(20...150) > 0.85)
    #expect(first.share(5...100) > 0.75)
    #expect((30.0...60).contains(first.dominant))
    #expect(second.dominant > first.dominant + 15)
    #expect(second.share(50...200) > 0.75)
    #expect(second.middle > first.middle + 15)
    #expect(tones(.pulmonaryClosure).dominant < second.dominant)
  }

  @Test func soundsOfDiastoleAreLowAndTheClickHighAndShort() {
    let third = tones(.third)
    #expect((25.0...70).contains(third.dominant) && third.share(20...70) > 0.85)
    let fourth = tones(.fourth)
    #expect(fourth.dominant < 30 && fourth.share(5...40) > 0.85)
    let click = tones(.click)
    #expect((100.0...300).contains(click.dominant) && click.share(100...300) > 0.85)
    #expect((0.010...0.025).contains(HeartSoundKind.click.duration))
  }

  @Test func theHealthyAdultsSoundsHaveTheirUsualProportions() throws {
    let heard = Auscultation(.healthy, at: .apex)
    let sounds = HeartSounds(Examined.healthy.beat, of: Examined.healthy.heart)
    let first = try #require(sounds[.mitralClosure])
    let aortic = try #require(sounds[.aorticClosure])
    let pulmonary = try #require(sounds[.pulmonaryClosure])
    #expect((0.95...1.05).contains(first.amplitude))
    #expect((0.6...1.0).contains(aortic.amplitude / first.amplitude))
    #expect((0.3...0.5).contains(pulmonary.amplitude / first.amplitude))
    let split = try #require(heard.firstSplit)
    #expect((18.0...32).contains(split))
    let onset = try #require(heard[.mitralClosure]).time
    #expect((20.0...60).contains(onset))
    #expect(heard[.click] == nil && heard[.openingSnap] == nil)
    #expect(heard[.third]?.isHeard == false && heard[.fourth]?.isHeard == false)
    #expect(heard.audible.isEmpty)
  }

  /// S1 is soft in severe regurgitation and with a long PR, loud with a short one and in stenosis, as usual in prolapse.
  @Test func firstSoundFollowsTheLeaflets() throws {
    func first(_ examined: Examined) throws -> Double {
      try #require(Auscultation(examined, at: .apex)[.mitralClosure]?.relative)
    }
    for severe in [Examined.flail, .acute, .compensated, .decompensated, .ruptured] { #expect(try first(severe) < -4) }
    #expect(try abs(first(.prolapse)) < 1.5)
    let slow = Examined.shipped("healthy-adult") { $0.atrioventricularDelay = .seconds(0.228) }
    let quick = Examined.shipped("healthy-adult") { $0.atrioventricularDelay = .seconds(0.055) }
    #expect(try first(slow) < -4)
    #expect(try first(quick) > 3)
    let narrow = Examined.shipped("healthy-adult") { $0.mitralValve.openArea = .squareCentimetres(1) }
    #expect(try first(narrow) > 3)
  }

  @Test func pulmonarySoundIsLoudUnderPulmonaryPressureAndComesLateInALeak() throws {
    for pressed in [Examined.acute, .compensated, .decompensated] {
      let heard = Auscultation(pressed, at: .base)
      #expect(try #require(heard[.pulmonaryClosure]?.relative) > 4)
    }
    let split = try #require(Auscultation(.healthy, at: .base).split)
    #expect(try #require(Auscultation(.perforated, at: .base).split) > split + 10)
  }

  @Test func thirdSoundInSevereRegurgitation() throws {
    for severe in [Examined.acute, .compensated, .decompensated, .flail] {
      let heard = Auscultation(severe, at: .apex)
      let third = try #require(heard[.third])
      let aortic = try #require(heard[.aorticClosure])
      #expect(third.isHeard)
      #expect((120.0...180).contains(third.time - aortic.time))
    }
    #expect(Auscultation(.prolapse, at: .apex)[.third]?.isHeard == false)
  }

  @Test func fourthSoundNeedsAtriaThatContract() throws {
    let heard = Auscultation(.acute, at: .apex)
    let fourth = try #require(heard[.fourth])
    #expect(fourth.isHeard)
    #expect(Auscultation(.fibrillating, at: .apex)[.fourth] == nil)
    #expect(!Auscultation(.fibrillating, at: .apex).isRegular)
  }

  /// Usual: 80 to 120 ms (recalled).
  @Test(arguments: [Examined.healthy, .acute, .compensated, .decompensated, .flail, .tethered, .perforated])
  func theFourthSoundComesShortlyBeforeTheFirst(_ examined: Examined) throws {
    let sounds = HeartSounds(examined.beat, of: examined.heart)
    let first = try #require(sounds[.mitralClosure]).moment
    let fourth = try #require(sounds[.fourth]).moment
    #expect((0.07...0.13).contains(first - fourth), "\(first - fourth)")
  }

  @Test func theClickComesWhereTheLeafletsSlip() throws {
    let heard = Auscultation(.prolapse, at: .apex)
    let click = try #require(heard[.click])
    let first = try #require(heard[.mitralClosure])
    #expect(click.isHeard && click.time > first.time + 130)
    // Less blood: the ventricle is small enough sooner.
    let emptier = Examined.shipped("lesion-prolapse") {
      $0.systemic.venousUnstressed = $0.systemic.venousUnstressed + .millilitres(350)
    }
    let sooner = try #require(Auscultation(emptier, at: .apex)[.click])
    #expect(sooner.time < click.time - 20)
    #expect(Auscultation(.flail, at: .apex)[.click] == nil)
  }

  @Test func aNarrowMitralValveSnapsOpenAndRumbles() throws {
    let heard = Auscultation(.rheumatic, at: .apex)
    let snap = try #require(heard[.openingSnap])
    #expect(snap.isHeard)
    #expect((40.0...120).contains(snap.time - (try #require(heard[.aorticClosure]).time)))
    let rumble = try #require(heard[MurmurSource(.mitral, forward: true)])
    #expect(rumble.grade > 0 && rumble.timing == .midDiastolic && rumble.pitch < 150)
    for wide in [Examined.healthy, .prolapse, .flail, .compensated] {
      #expect(Auscultation(wide, at: .apex)[MurmurSource(.mitral, forward: true)]?.grade ?? 0 == 0)
    }
  }
}
