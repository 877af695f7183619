// The periodic beat is found soon, it is the limit of waiting, and a heart that has none says so.

import Circulation
import Lanes
import Quantities
import Testing

@Suite struct PeriodicTests {
  @Test(arguments: NamedHeart.periodic)
  func thePeriodicBeatIsFoundWithinTwelveBeatsAndIsTheLimitOfWaiting(_ heart: NamedHeart) {
    let found = heart.definition.settled()
    #expect(found.status == .periodic)
    #expect(found.beats <= 12, "\(found.beats) beats")
    // Waiting from rest, not from what was found: the limit must not know of the search.
    let limit = heart.definition.after(beats: 600)
    #expect(limit.distance(to: heart.definition.after(beats: 1, from: limit)) < 1e-9, "the limit is not reached")
    let distance = found.state.distance(to: limit)
    #expect(distance <= 1e-3, "\(100 * distance) % from the limit")
  }

  @Test(arguments: [NamedHeart("healthy adult"), .leak(0.7), .stenosis(1, .mitral)])
  func thePeriodicBeatDoesNotDependOnTheStart(_ heart: NamedHeart) {
    let rest = heart.definition.settled()
    // 300 mL moved from the veins to the lungs and the arteries, and the beat of a heart with another lesion.
    var elsewhere = rest.state
    elsewhere.volumes.systemicVeins -= 300
    elsewhere.volumes.pulmonaryVeins += 150
    elsewhere.volumes.pulmonaryCapillaries += 60
    elsewhere.volumes.aorta += 40
    elsewhere.volumes.systemicCapillaries += 50
    for start in [elsewhere, NamedHeart.leak(0.4).definition.settled().state] {
      let other = heart.definition.settled(from: start)
      #expect(other.status == .periodic)
      #expect(other.state.distance(to: rest.state) <= 1e-3)
    }
    // From its own limit, one beat is enough to see it.
    #expect(heart.definition.settled(from: rest.state).beats == 1)
  }

  @Test func aTighterSearchEndsAtTheLimitItself() {
    var search = PeriodicSearch()
    search.tolerance = 1e-9
    let definition = HeartDefinition.healthyAdult
    let found = definition.settled(search: search)
    #expect(found.status == .periodic)
    #expect(found.state.distance(to: definition.after(beats: 600)) < 1e-6)
  }

  @Test func aHeartThatHasNotSettledInTheBeatsAllowedSaysSo() {
    var search = PeriodicSearch()
    search.maximumBeats = 3
    let found = HeartDefinition.healthyAdult.settled(search: search)
    #expect(found.status == .notPeriodic)
    #expect(found.beats == 3)
    #expect(found.residual > search.tolerance)
    #expect(found.status.name == "not-periodic")
  }

  @Test(arguments: NamedHeart.impossible)
  func aHeartThatCannotBeIsReportedAsDiverged(_ heart: NamedHeart) {
    let found = heart.definition.settled()
    #expect(found.status == .diverged, "\(found.status) after \(found.beats) beats")
    #expect(found.beats <= 60)
  }
}

extension NamedHeart {
  /// Hearts that no beat can come of.
  static let impossible: [NamedHeart] = [
    NamedHeart("blood not a number") { $0.bloodVolume = .millilitres(.nan) },
    NamedHeart("stiffness not a number") { $0.leftVentricle.passiveStress = .kilopascals(.nan) },
    NamedHeart("infinite contractility") { $0.leftVentricle.activeStress = .kilopascals(.infinity) },
    NamedHeart("rate not a number") { $0.heartRate = .perMinute(.nan) },
    NamedHeart("no wall") { $0.septum.referenceArea = .squareCentimetres(0) },
    NamedHeart("walls of steel") { $0.leftVentricle.activeStress = .kilopascals(1e9) },
    NamedHeart("no artery") { $0.systemic.greatArteryCompliance = .millilitresPerMmHg(1e-7) },
  ]
}
