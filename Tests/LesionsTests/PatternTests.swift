// The pattern of each lesion within systole, none of which is put in: it follows from ventricle, ring and pressure.

import Circulation
import Findings
import Instruments
import Lesions
import Quantities
import Testing

@Suite struct PatternTests {
  /// Schwammenthal 1994; the reference's check: more than 60 % of the volume late.
  @Test func prolapseLeaksInMidAndLateSystole() {
    let prolapse = Leaking(.prolapse, ["orificeArea": 0.4, "onset": 0.5])
    #expect(prolapse.thirds[2] > 0.6, "\(prolapse.thirds)")
    #expect(prolapse.thirds[0] < 0.05)
    #expect(prolapse.orifice(0.25) < 0.02 * prolapse.largest(0, 1).value)
    let usual = Leaking(.prolapse)
    #expect(usual.thirds[2] > usual.thirds[1] && usual.thirds[1] > 5 * usual.thirds[0], "\(usual.thirds)")
    // A slight fall in relaxation.
    #expect(usual.orifice(0.97) < 0.8 * usual.largest(0, 1).value)
  }

  /// A smaller ventricle reaches the size at which the leaflet gives way sooner: on standing up click and murmur come
  /// earlier by 20 ms or more.
  @Test func onStandingProlapseBeginsEarlier() {
    let lying = Leaking(.prolapse, ["onset": 0.5])
    let standing = lying.after { $0.pool(350) }
    // From the first heart sound, the closure of the valve.
    func begin(_ heart: Leaking) -> Double {
      1000
        * ((heart.leak.crossing(of: 0.03, rising: true, from: heart.time(0.05), to: heart.time(1)) ?? .nan)
          - heart.systole.lowerBound)
    }
    #expect(standing.heart.status == .periodic)
    #expect(begin(standing) < begin(lying) - 20, "\(begin(standing)) after \(begin(lying)) ms")
  }

  /// A later onset leaks later and less, for the same peak.
  @Test func theOnsetOfProlapseSaysWhenItLeaks() {
    let volumes = [0.0, 0.2, 0.4, 0.6].map { Leaking(.prolapse, ["onset": $0])[.RVol] }
    #expect(volumes == volumes.sorted(by: >), "\(volumes)")
    #expect(Leaking(.prolapse, ["onset": 0]).duration > 330)
  }

  /// Topilsky 2012: at the same orifice (0.25 cm²) mid-to-late prolapse against holosystolic: RVol 24.8 against 48.6 mL, a
  /// ratio of 0.51 (0.43–0.60); 233 ± 56 against 426 ± 50 ms.
  @Test func atTheSameOrificeLateProlapseLeaksHalfAsMuch() {
    let late = Leaking(.prolapse, ["orificeArea": 0.4, "onset": 0.5])
    let whole = Leaking(.fixedOrifice, ["orificeArea": late[.EROA]])
    #expect(abs(late[.EROA] / whole[.EROA] - 1) < 0.02)
    let ratio = late[.RVol] / whole[.RVol]
    #expect((0.43...0.60).contains(ratio), "\(ratio)")
    #expect((177...289).contains(late.duration), "\(late.duration) ms")
    #expect((376...476).contains(whole.duration), "\(whole.duration) ms")
  }

  /// Yellin: the orifice of dogs with a cut leaflet fell steadily to 59 % of its start, in parallel with the ventricle.
  @Test func theFreshlyTornLeafletsOrificeShrinksWithTheVentricle() {
    let flail = Leaking(.flailLeaflet, ["orificeArea": 0.6])
    let ejection = (flail.reading.valves.aortic.openTime ?? .nan) + flail.heart.beat.ventricularActivation
    let fall = flail.smallest(0.1, 0.95).value / flail.leak.value(at: ejection)
    #expect((0.55...0.75).contains(fall), "\(fall) of the orifice at the beginning of ejection")
    #expect(flail.thirds[0] > flail.thirds[2], "\(flail.thirds)")
    // Holosystolic: no moment without a leak.
    #expect(flail.smallest(0, 1).value > 0.25 * 0.6)
    let early = flail.time(0.3)
    let late = flail.time(0.75)
    let volume = flail.heart.beat.trace { $0.leftVentricularVolume }
    #expect(
      flail.leak.value(at: late) < flail.leak.value(at: early) && volume.value(at: late) < volume.value(at: early))
  }

  /// Schwammenthal 1994, Hung 1999: early peak, least in mid-systole (0.4–0.6 of the peak), second peak late.
  @Test(arguments: [Lesion.leafletTethering, .ventricularDilatation])
  func functionalLeaksAreBiphasicWithADipInMidSystole(_ lesion: Lesion) {
    let heart = Leaking(lesion, ["orificeArea": 0.3])
    let early = heart.largest(0, 0.4)
    let dip = heart.smallest(0.2, 0.95)
    let late = heart.largest(0.7, 1)
    #expect((0.4...0.6).contains(dip.value / early.value), "\(dip.value / early.value)")
    #expect(late.value > 0.7 * early.value && late.time > dip.time && dip.time > early.time)
    #expect((heart.time(0.4)...heart.time(0.85)).contains(dip.time))
  }

  @Test(arguments: [Lesion.fixedOrifice, .congenitalCleft, .rheumatic])
  func holesAreConstantThroughSystole(_ lesion: Lesion) {
    let heart = Leaking(lesion, ["orificeArea": 0.3])
    #expect(abs(heart.largest(0, 1).value - heart.smallest(0, 1).value) < 1e-5)
    #expect(abs(heart[.EROA] / 0.3 - 1) < 0.01)
    #expect(heart.thirds.allSatisfy { $0 > 0.2 }, "\(heart.thirds)")
  }

  @Test func aRheumaticValveIsAlsoNarrow() {
    let narrow = Leaking(.rheumatic, ["orificeArea": 0.25, "openArea": 1.2])
    let wide = Leaking(.fixedOrifice, ["orificeArea": 0.25])
    #expect(narrow[.MVmeanGradient] > 5 && narrow[.MVmeanGradient] > 3 * wide[.MVmeanGradient])
    #expect(narrow[.LAPmean] > wide[.LAPmean] + 3)
    #expect(narrow[.MVA] == 1.2)
  }

  /// Acute severe regurgitation: v wave tall, atrium and ventricle near one pressure, decrescendo; RVol/EROA, the integral
  /// of the jet's speed, far below the chronic 165 cm (Enriquez-Sarano 2005) towards the 92 cm of a man who tore his
  /// chords lifting a couch.
  @Test func aTornPapillaryMuscleMakesAtriumAndVentricleMeet() {
    let rupture = Leaking(.papillaryMuscleRupture, ["orificeArea": 1.2, "infarction": 0.25])
    #expect(rupture.heart.status == .periodic)
    #expect(rupture[.LAPv] > 22 && rupture[.LAPv] > 1.4 * rupture[.LAPmean], "\(rupture[.LAPv]) mmHg")
    #expect(rupture.thirds[0] > rupture.thirds[2], "\(rupture.thirds)")
    #expect(rupture[.RVol] / rupture[.EROA] < 120, "\(rupture[.RVol] / rupture[.EROA]) cm")
    let healthy = Leaking(.healthyAdult)
    #expect(rupture[.FSV] < 0.65 * healthy[.FSV])
    // Late in ejection less than half of the healthy pressure is left between the two.
    #expect(rupture.drop.value(at: rupture.time(0.8)) < 0.45 * healthy.drop.value(at: healthy.time(0.8)))
    let chronic = Leaking(.flailLeaflet, ["orificeArea": 0.4])
    #expect(rupture[.MRVTI] < 0.8 * chronic[.MRVTI])
  }

  /// Gertz 2011: a ring of 3.49 cm from front to back with the leak, 3.23 without.
  @Test func aWideRingLeaksAllThroughSystoleAndMostEarly() {
    let ring = Leaking(.annularDilatation)
    let early = ring.largest(0, 0.35)
    let dip = ring.smallest(0.3, 0.95)
    #expect((0.6...0.9).contains(dip.value / early.value), "\(dip.value / early.value)")
    #expect(early.value > 0.95 * ring.largest(0, 1).value)
    #expect(ring.thirds.allSatisfy { $0 > 0.2 } && ring.thirds[0] >= ring.thirds[2], "\(ring.thirds)")
    let healthy = Leaking(.healthyAdult)
    let widening = ring[.annulusAP] / healthy[.annulusAP]
    #expect((1.05...1.2).contains(widening), "\(widening), in patients 1.08")
  }
}
