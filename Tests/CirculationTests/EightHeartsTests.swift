// Eight hearts in one word are eight hearts, each as if alone.

import Circulation
import Lanes
import Quantities
import Testing

private let eight: [HeartDefinition] = [
  NamedHeart("healthy"), .leak(0.4), .leak(1), .leak(0.3, .aortic), .stenosis(1, .mitral), .rate(60), .rate(110),
  NamedHeart("weak, leaking and fast") {
    $0.heartRate = .perMinute(140)
    $0.leftVentricle.activeStress = .kilopascals(60)
    $0.septum.activeStress = .kilopascals(60)
    $0.mitralValve.leakArea = .squareCentimetres(0.3)
    $0.tricuspidValve.leakArea = .squareCentimetres(0.2)
  },
].map(\.definition)

@Suite struct EightHeartsTests {
  @Test func eightDifferentHeartsAreBitForBitWhatEachIsAlone() {
    let together = HeartDefinition.settle(eight)
    #expect(together.count == 8)
    for (lane, definition) in eight.enumerated() {
      let alone = definition.settled()
      #expect(together[lane].status == alone.status)
      #expect(together[lane].beats == alone.beats)
      #expect(together[lane].bits == alone.bits, "lane \(lane)")
    }
    // They do differ: else a test of equality would say nothing.
    #expect(Set(together.map { $0.state.volumes.leftVentricle }).count == 8)
    #expect(Set(together.map(\.beats)).count > 1)
  }

  @Test func aHeartIsTheSameInWhateverLaneAndCompany() {
    let first = HeartDefinition.settle(eight)
    let turned = HeartDefinition.settle(Array(eight[3...] + eight[..<3]))
    for lane in 0..<8 { #expect(turned[lane].bits == first[(lane + 3) % 8].bits) }
  }

  @Test(arguments: NamedHeart.impossible)
  func aHeartThatDivergesIsToldAndItsNeighboursDoNotNotice(_ sick: NamedHeart) {
    // A heart of another number of steps would not be in the same word; the sick one is put into each of three lanes.
    for lane in [0, 3, 7] {
      var hearts = eight
      hearts[lane] = sick.definition
      let found = HeartDefinition.settle(hearts)
      #expect(found[lane].status == .diverged)
      for other in 0..<8 where other != lane {
        #expect(found[other].bits == eight[other].settled().bits, "lane \(other) beside lane \(lane)")
      }
    }
  }

  @Test func moreThanEightAndSlowHeartsComeBackInTheirOrder() {
    let rates = [70.0, 45, 72, 50, 74, 76, 48, 78, 80, 82, 84, 86, 88]
    let hearts = rates.map { rate in NamedHeart.rate(rate).definition }
    let found = HeartDefinition.settle(hearts)
    for (index, definition) in hearts.enumerated() {
      #expect(abs(60 / found[index].beat.cycle - rates[index]) < 1e-9)
      #expect(found[index].bits == definition.settled().bits)
    }
  }

  @Test func startsAreTakenInTheOrderOfTheHearts() {
    let starts = eight.map { $0.settled().state }
    let found = HeartDefinition.settle(eight, from: starts)
    for heart in found { #expect(heart.status == .periodic && heart.beats == 1) }
  }

  @Test func noHeartsAreNoWork() { #expect(HeartDefinition.settle([]).isEmpty) }
}
