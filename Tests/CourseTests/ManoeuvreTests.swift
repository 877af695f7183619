// Seconds: the reflexes with their delays, and where they come to rest.

import Circulation
import Course
import Lesions
import Quantities
import Statements
import Testing

@Suite struct ManoeuvreTests {
  /// Switchable reflexes end in one state, wherever they start, and it is the one that Newton's method finds.
  @Test func fourStartsEndInTheStateThatNewtonFinds() throws {
    let acute = try Loaded.acute()
    for drive in [
      ReflexDrive.none, ReflexDrive(arterial: 2.5, cardiopulmonary: -3),
      ReflexDrive(arterial: -1.5, cardiopulmonary: 4),
      ReflexDrive(arterial: 1, cardiopulmonary: 0),
    ] {
      let healthy = HeartDefinition.healthyAdult.settled().state
      var running = RunningBody(acute.resting, body: acute.body, from: healthy, drive: drive)
      let last = try #require(running.run(seconds: 300).last)
      #expect((last.now.arterialPressure - acute.rest.now.arterialPressure).magnitude < 0.2)
      #expect((last.now.leftAtrialPressure - acute.rest.now.leftAtrialPressure).magnitude < 0.1)
      #expect((last.now.output - acute.rest.now.output).magnitude < 0.02)
    }
  }

  @Test func newtonFindsOneStateFromEveryStart() throws {
    let acute = try Loaded.acute()
    let healthy = try Loaded.healthy()
    let starts = [
      healthy.rest, try healthy.under(watts(200)), try healthy.under((.upright, nil)),
      try acute.under((.handgrip, nil)),
    ]
    for answering in [Answering.minutes, .days] {
      let body = answering == .minutes ? acute.resting : acute.body(withKidneys: 0)
      let alone = try #require(body.settled(answering))
      for start in starts {
        let found = try #require(body.settled(answering, from: start))
        #expect((found.now.arterialPressure - alone.now.arterialPressure).magnitude < 0.15)
        #expect((found.now.leftAtrialPressure - alone.now.leftAtrialPressure).magnitude < 0.15)
        #expect((found.bloodVolume - alone.bloodVolume).magnitude < 25)
      }
    }
  }

  @Test func bloodIsKeptThroughAManoeuvre() throws {
    let healthy = try Loaded.healthy()
    var running = RunningBody(healthy.resting, body: healthy.body, in: healthy.rest)
    var strain = Circumstances.rest
    strain.chestPressure = 30
    _ = running.run(seconds: 40) { $0 < 15 ? strain : .rest }
    var volumes = running.state.volumes
    let blood = volumes.withFields { $0.reduce(0, +) }
    #expect((blood - healthy.rest.bloodVolume).magnitude < 1e-6)
  }

  /// The four phases (40 mmHg, 15 s): pressure +20…+35; down below rest with the stroke volume halved; rate and pressure
  /// climbing again; a sudden fall; an overshoot of 15–25 with a slow heart. Rate ratio above 1.2 in the older (here less).
  @Test func valsalvaHasFourPhases() throws {
    let healthy = try Loaded.healthy()
    let strain = Manoeuvre(.valsalva, on: healthy.resting, in: healthy.rest, body: healthy.body)
    #expect(strain.isComplete)
    func phase(_ name: String) throws -> RunningBeat { try #require(strain.phases.first { $0.name == name }).beat }
    let rest = try phase("rest").now
    #expect((18...35).contains(try phase("I").now.arterialPressure - rest.arterialPressure))
    #expect((-25...(-8)).contains(try phase("II early").now.arterialPressure - rest.arterialPressure))
    #expect((0.4...0.65).contains(try phase("II early").forwardVolume / (try phase("rest").forwardVolume)))
    #expect(try phase("II late").now.arterialPressure > phase("II early").now.arterialPressure + 3)
    #expect(try phase("II late").now.heartRate > rest.heartRate + 4)
    #expect((-35...(-12)).contains(try phase("III").now.arterialPressure - phase("II late").now.arterialPressure))
    #expect((6...25).contains(try phase("IV").now.arterialPressure - rest.arterialPressure))
    #expect(try #require(strain.rateRatio) > 1.1)
    #expect((try phase("recovered").now.arterialPressure - rest.arterialPressure).magnitude < 2)
  }

  /// A small left ventricle that a strain empties beside a full right one: its septum snaps through, and the heart goes on
  /// (a strain of 40 mmHg is the usual one, and patients with a prolapse live through it).
  @Test func aHeartWhoseSeptumSnapsThroughUnderAStrainGoesOn() throws {
    for lesion in [Lesion.prolapse, .annularDilatation] {
      var statement = HeartStatement()
      statement.lesions = [StatedLesion(lesion)]
      statement.lesions[0].arguments[0] = 0.3
      let resting = statement.regulated(statement.heart)
      let rest = try #require(resting.settled(.minutes))
      let strain = Manoeuvre(.valsalva, on: resting, in: rest, body: statement.body)
      #expect(strain.isComplete)
      // From beat to beat nothing leaps that the strain itself does not make leap.
      let held = strain.beats.filter { $0.time > 10 && $0.time < Manoeuvre.lead + Manoeuvre.strain }.map(
        \.forwardVolume)
      #expect(held.count > 8)
      for (one, next) in zip(held, held.dropFirst()) { #expect((next / one - 1).magnitude < 0.15) }
      let end = try #require(strain.phases.last).beat
      #expect((end.now.arterialPressure - rest.now.arterialPressure).magnitude < 3)
    }
  }

  /// Heart failure: pressure stays up throughout, no fast heart, no overshoot (the square wave).
  @Test func aFullHeartAnswersValsalvaWithASquareWave() throws {
    let failing = try Loaded.grown(strength: 0.6, failing: true)
    let strain = Manoeuvre(.valsalva, on: failing.resting, in: failing.rest, body: failing.body)
    func phase(_ name: String) throws -> RunningBeat { try #require(strain.phases.first { $0.name == name }).beat }
    let rest = try phase("rest").now
    #expect(try phase("II early").now.arterialPressure > rest.arterialPressure + 10)
    #expect(try phase("II late").now.arterialPressure > rest.arterialPressure + 10)
    #expect(try phase("II late").now.heartRate < rest.heartRate + 3)
    #expect(try phase("IV").now.arterialPressure < rest.arterialPressure + 4)
  }

  /// Getting up: mean pressure falls for some seconds, lowest at about 7, and is back within half a minute.
  @Test func pressureDipsOnGettingUp() throws {
    let healthy = try Loaded.healthy()
    let rising = Manoeuvre(.standing, on: healthy.resting, in: healthy.rest, body: healthy.body)
    let lowest = try #require(rising.phases.first { $0.name == "lowest pressure" }).beat
    let rest = try #require(rising.phases.first { $0.name == "rest" }).beat
    #expect((-40...(-8)).contains(lowest.now.arterialPressure - rest.now.arterialPressure))
    #expect((4...13).contains(lowest.time - Manoeuvre.lead))
    let end = try #require(rising.beats.last)
    let upright = try healthy.under((.upright, nil))
    #expect((end.now.arterialPressure - upright.now.arterialPressure).magnitude < 4)
  }
}

extension Loaded {
  /// The regulated heart with its kidneys at their task again, the blood off by some mL.
  func body(withKidneys excess: Double) -> RegulatedHeart {
    var heart = resting
    heart.heart.bloodVolume = heart.heart.bloodVolume + .millilitres(excess)
    return heart
  }
}
