// What leaking hearts can do, and what their owners complain of.

import Circulation
import Course
import Findings
import Instruments
import Quantities
import Testing

@Suite struct SymptomTests {
  private func test(_ loaded: Loaded, chronic: Bool) -> ExerciseTest {
    ExerciseTest(of: loaded.resting, lying: loaded.rest, body: loaded.body, isChronic: chronic)
  }

  /// Ten METs and more at 45; the slope of left atrial pressure over output, upright, 1.2 ± 0.4 (Eisman 2018).
  @Test func aHealthyAdultIsClassOneAndComplainsOfNothing() throws {
    let healthy = test(try Loaded.healthy(), chronic: false)
    #expect(healthy.capacity > 10)
    #expect(healthy.functionalClass == .one)
    #expect(healthy.symptoms.isEmpty)
    #expect(healthy.congestion == .none)
    #expect((0.8...1.6).contains(try #require(healthy.pressurePerOutput)))
    #expect((4.3...6.5).contains(try #require(healthy.outputPerOxygen)))
    #expect((15...21).contains(healthy.peakOutput))
  }

  @Test func healthyPeopleOfAllAgesAreClassOne() throws {
    for body in [
      Body(age: 25), Body(age: 70), Body(age: 30, sex: .female, height: 165, weight: 60),
      Body(age: 75, sex: .female, height: 160, weight: 62),
    ] {
      let found = test(try Loaded.healthy(body), chronic: false)
      #expect(found.functionalClass == .one, "\(body)")
      #expect(found.symptoms.isEmpty, "\(body): \(found.symptoms)")
    }
  }

  /// Congestion within minutes, breathless at rest and more so lying.
  @Test func acuteSevereLeakIsClassFour() throws {
    let acute = test(try Loaded.acute(), chronic: false)
    #expect(acute.functionalClass == .four)
    #expect(acute.congestion == .oedema)
    let complaints = acute.symptoms.map(\.kind)
    for kind in [SymptomKind.restDyspnoea, .exertionalDyspnoea, .orthopnoea] { #expect(complaints.contains(kind)) }
  }

  /// The reflexes alone, before any kidney has answered: pressure in the left atrium is up at once.
  @Test func anAcuteLeakCongestsWithinMinutes() throws {
    var heart = RegulatedHeart.healthy(for: .reference)
    heart.heart.mitralValve.leakArea = .squareCentimetres(0.57)
    let minutes = try Loaded(heart, body: .reference)
    #expect(minutes.rest.now.leftAtrialPressure > 15)
    #expect(minutes.rest.drive.arterial > 0.8)
  }

  @Test func aCompensatedHeartIsClassOneOrTwo() throws {
    let found = test(try Loaded.grown(), chronic: true)
    #expect([.one, .two].contains(found.functionalClass))
    #expect(!found.symptoms.map(\.kind).contains(.restDyspnoea))
  }

  /// NYHA III, orthopnoea; left atrial pressure above 25 mmHg at 25–50 W, output less than 4 L per L of oxygen.
  @Test func aFailingHeartIsClassThree() throws {
    let failing = try Loaded.grown(strength: 0.6, failing: true)
    let found = test(failing, chronic: true)
    #expect(found.functionalClass == .three)
    let complaints = found.symptoms.map(\.kind)
    for kind in [SymptomKind.fatigue, .exertionalDyspnoea, .orthopnoea] { #expect(complaints.contains(kind)) }
    #expect(try failing.under(watts(25)).now.leftAtrialPressure > 25)
    // HFpEF 3.4 ± 1.9, abnormal above 2 (Eisman 2018).
    #expect(try #require(found.pressurePerOutput) > 2)
  }

  /// A hole of one size: the pressure rises by more than in health with every litre of output, most with the first.
  @Test func exertionRaisesLeftAtrialPressureSteeplyInALeak() throws {
    let (healthy, acute) = (try Loaded.healthy(), try Loaded.acute())
    let (a, b) = (try acute.under(watts(25)).now, try healthy.under(watts(25)).now)
    #expect(a.leftAtrialPressure > 28)
    let leak = (a.leftAtrialPressure - acute.rest.now.leftAtrialPressure) / (a.output - acute.rest.now.output)
    let health = (b.leftAtrialPressure - healthy.rest.now.leftAtrialPressure) / (b.output - healthy.rest.now.output)
    #expect(leak > 1.1 * health)
  }

  /// Orthopnoea: lying raises, standing lowers the pressure behind the valve.
  @Test func standingRelievesAndRaisedLegsBurden() throws {
    for loaded in [try Loaded.acute(), try Loaded.grown(strength: 0.6, failing: true)] {
      let flat = loaded.rest.now.leftAtrialPressure
      #expect(try loaded.under((.upright, nil)).now.leftAtrialPressure < flat - 1.5)
      #expect(try loaded.under((.legsRaised, nil)).now.leftAtrialPressure > flat + 1)
    }
  }

  /// Forward stroke volume −5…−10 %, left atrial pressure +4…+8 mmHg, regurgitant fraction up.
  @Test func handgripTurnsOutputBack() throws {
    for loaded in [try Loaded.acute(), try Loaded.grown(), try Loaded.grown(strength: 0.6)] {
      let (rest, grip) = (loaded.reading(loaded.rest), try loaded.findings((.handgrip, nil)))
      #expect((-12...(-3)).contains(percent(grip[.FSV]!, from: rest[.FSV]!)))
      #expect(grip[.RF]! > rest[.RF]! + 1)
      #expect(grip[.LAPmean]! > rest[.LAPmean]! + 2)
    }
  }

  @Test func palpitationsComeFromTheRhythm() throws {
    var heart = RegulatedHeart.healthy(for: .reference)
    heart.heart.rhythm = RhythmDefinition(.atrialFibrillation)
    let found = test(try Loaded(heart, body: .reference), chronic: true)
    #expect(found.symptoms.map(\.kind).contains(.palpitations))
  }
}
