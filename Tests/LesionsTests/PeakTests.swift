// The size that is asked is the peak within systole, whatever the heart around it.

import Circulation
import Findings
import Lesions
import Quantities
import Testing

@Suite struct PeakTests {
  /// The peak of what the shut leaflets leave open while the valve leaks, as anyone can read it off the waveforms.
  private func peak(_ heart: Leaking) -> Double {
    heart.heart.leakingMoments.map(\.mitralLeakArea).max() ?? 0
  }

  @Test(arguments: LesionCatalogue.all.map(\.identifier), [0.1, 0.4, 0.8])
  func orificeAreaIsThePeakWithinSystole(_ identifier: String, _ area: Double) throws {
    let lesion = try #require(LesionCatalogue.find(identifier))
    let heart = Leaking(lesion, ["orificeArea": area])
    #expect(heart.heart.status == .periodic)
    #expect(abs(peak(heart) / area - 1) < 0.005, "\(peak(heart)) cm²")
  }

  @Test func itIsThePeakInSmallAndIllHeartsToo() {
    let lesion = Lesion.flailLeaflet
    let woman = HeartDefinition.healthy(for: Body(age: 75, sex: .female, height: 155, weight: 50))
    let heart = Leaking(lesion, ["orificeArea": 0.3]) {
      $0 = woman
      $0.heartRate = .perMinute(100)
      $0.strengthen(0.7)
    }
    #expect(abs(peak(heart) / 0.3 - 1) < 0.005)
  }

  @Test func severalLesionsOfOneValveAdd() {
    var both = HeartDefinition.healthyAdult
    Lesion.flailLeaflet.apply(&both, .mitral, Lesion.flailLeaflet.filled([:]))
    Lesion.papillaryMuscleRupture.apply(&both, .mitral, Lesion.papillaryMuscleRupture.filled(["infarction": 0]))
    Lesion.prolapse.apply(&both, .mitral, Lesion.prolapse.filled([:]))
    Lesion.fixedOrifice.apply(&both, .mitral, Lesion.fixedOrifice.filled(["orificeArea": 0.1]))
    var peaks = OrificePeaks()
    peaks[.flail] = 0.5
    peaks[.prolapse] = 0.2
    both.scaleOrifices(to: peaks)
    let settled = both.settled()
    #expect(settled.status == .periodic)
    #expect(abs(both.peakOrifice(of: .flail, in: settled) / 0.5 - 1) < 0.005)
    #expect(abs(both.peakOrifice(of: .prolapse, in: settled) / 0.2 - 1) < 0.005)
    #expect(both.peakOrifice(of: .hole, in: settled) == 0.1)
  }

  /// Two leaks kept in one place are one law: at any moment what both would leave open, but for the law's corner.
  @Test func aTetheredValveWithAWideRingLeaksBothWays() throws {
    var one = HeartDefinition.healthyAdult
    LeakMechanism.tethering.add(.squareCentimetres(0.2), to: &one)
    var other = HeartDefinition.healthyAdult
    LeakMechanism.ring.add(.squareCentimetres(0.2), to: &other)
    var both = HeartDefinition.healthyAdult
    LeakMechanism.tethering.add(.squareCentimetres(0.2), to: &both)
    LeakMechanism.ring.add(.squareCentimetres(0.2), to: &both)
    func open(_ heart: HeartDefinition, _ stretch: Double, _ ring: Double, _ force: Double) -> Double {
      heart.mitralLeaks.functional.openArea(
        stretch: stretch, ring: .squareCentimetres(ring), force: force, wall: heart.leftVentricle)
    }
    for (stretch, ring, force) in [(1.3, 11.0, 0.2), (1.25, 10.5, 0.7), (1.35, 12, 0.5)] {
      let sum = open(one, stretch, ring, force) + open(other, stretch, ring, force)
      #expect(abs(open(both, stretch, ring, force) / sum - 1) < 0.02)
    }
  }

  @Test func aHeartThatDoesNotBeatKeepsItsAreas() {
    var heart = HeartDefinition.healthyAdult
    LeakMechanism.flail.add(.squareCentimetres(0.4), to: &heart)
    heart.bloodVolume = .millilitres(1500)
    let before = heart
    var peaks = OrificePeaks()
    peaks[.flail] = 0.4
    heart.scaleOrifices(to: peaks)
    #expect(heart == before)
  }

  @Test func growthOfTheVentricleLeavesATornLeafletAndWidensATetheredGap() {
    func peaks(_ lesion: Lesion) -> (before: Double, after: Double) {
      let heart = Leaking(lesion, ["orificeArea": 0.3])
      return (peak(heart), peak(heart.after { $0.growLeftVentricle(area: 1.15) }))
    }
    let torn = peaks(.flailLeaflet)
    let tethered = peaks(.ventricularDilatation)
    #expect(abs(torn.after / torn.before - 1) < 0.1, "\(torn)")
    #expect(tethered.after > 1.1 * tethered.before, "\(tethered)")
  }
}
