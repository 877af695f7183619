// The electrocardiogram against what is known of it.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct ElectrocardiogramTests {
  private func reading(_ edit: (inout HeartDefinition) -> Void) -> ElectrocardiogramReading {
    ElectrocardiogramReading(.shipped("healthy-adult", edit))
  }

  @Test func intervalsOfTheHealthyAdultAreNormal() {
    let reading = ElectrocardiogramReading(.healthy)
    #expect((150...170).contains(reading.pr ?? 0))
    #expect((80...105).contains(reading.qrs))
    #expect((380...440).contains(reading.qtc))
    #expect((85...115).contains(reading.pDuration ?? 0))
    #expect((0...75).contains(reading.axis))
    #expect((18...30).contains(reading.sokolowLyon))
    #expect((reading.rate - 68).magnitude < 0.5)
    #expect((reading.terminalForce ?? 1) < 0.04)
    #expect(reading.text.hasSuffix("nothing out of the ordinary"))
  }

  /// From P to the beginning of the ring's late wave at the side wall healthy people have 54 ± 24 ms (Akamatsu 2020).
  @Test func theRingsLateWaveFollowsPAsInPeople() throws {
    let examined = Examined.healthy
    let activation = examined.beat.ventricularActivation
    let ecg = Electrocardiogram(examined, strip: Strip(examined, duration: 3), rate: 500)
    let complex = try #require(ecg.complexes.last)
    let p = try #require(complex.atrialOnset) - complex.onset + activation
    let ring = DopplerSignal(.lateralAnnulus, examined, examined.beat).velocity
    let peak = ring.minimum(from: 0.02, to: activation + 0.04)
    // A tenth of the way from where it rests.
    let rest = ring.maximum(from: 0, to: peak.time).value
    let level = rest + 0.1 * (peak.value - rest)
    let begins = try #require(ring.crossing(of: level, rising: false, from: 0, to: peak.time))
    #expect((30.0...78).contains(1000 * (begins - p)), "\(1000 * (begins - p))")
  }

  @Test func qrsIsThatOfTheHealthyHeartAtEveryRate() {
    for rate in stride(from: 40.0, through: 200, by: 10) {
      let usual = reading { $0.heartRate = .perMinute(rate) }
      #expect((80...105).contains(usual.qrs), "\(usual.qrs) ms at \(rate)/min")
      guard rate <= 150 else { continue }
      let block = reading {
        $0.heartRate = .perMinute(rate)
        $0.leftVentricle.activationDelay = .milliseconds(90)
      }
      #expect((block.qrs - 150).magnitude <= 15 && block.isLBBB, "\(block.qrs) ms at \(rate)/min")
    }
  }

  @Test func theRWaveGrowsAcrossTheChest() {
    let ecg = Electrocardiogram(.healthy, strip: Strip(.healthy, duration: 3), rate: 500)
    let leads: [ECGLead] = [.V1, .V2, .V3, .V4]
    let r = leads.map { ecg.lead($0).max() ?? 0 }
    // T waves stand high in V2 and V3; the growth is that of the larger of both.
    #expect(r[0] < r[2] && r[1] < r[3])
    let v1 = ecg.lead(.V1)
    #expect(-(v1.min() ?? 0) > 1.5 * (v1.max() ?? 0))
    #expect((ecg.lead(.aVR).min() ?? 0) < -0.5)
  }

  @Test func pqFollowsTheHeartsDelay() {
    let late = reading { $0.atrioventricularDelay = .milliseconds(218) }
    let usual = ElectrocardiogramReading(.healthy)
    #expect(((late.pr ?? 0) - (usual.pr ?? 0) - 90).magnitude < 8)
    #expect(late.text.contains("first-degree"))
  }

  @Test(arguments: [78.0, 90, 108])
  func aLateWallWidensTheComplex(delay: Double) {
    let block = reading { $0.leftVentricle.activationDelay = .milliseconds(delay) }
    #expect((block.qrs - delay / 0.6).magnitude <= 15)
    #expect(block.isLBBB)
    #expect(block.text.contains("left bundle branch block"))
  }

  @Test func resynchronisationNarrowsTheComplexAgain() {
    let wide = reading { $0.leftVentricle.activationDelay = .milliseconds(100) }
    let paced = reading { $0.leftVentricle.activationDelay = .milliseconds(20) }
    #expect(paced.qrs < wide.qrs - 40)
    #expect(!paced.isLBBB)
  }

  @Test func tTurnsAgainstAWideComplex() {
    let examined = Examined.shipped("healthy-adult") { $0.leftVentricle.activationDelay = .milliseconds(90) }
    let strip = Strip(examined, duration: 3)
    let ecg = Electrocardiogram(examined, strip: strip, rate: 1000)
    let usual = Electrocardiogram(.healthy, strip: Strip(.healthy, duration: 3), rate: 1000)
    func t(_ ecg: Electrocardiogram, _ lead: ECGLead) -> Double {
      ecg.lead(lead)[Int((ecg.complexes.last { $0.recoveryPeak < 2.9 }?.recoveryPeak ?? 0) * 1000)]
    }
    #expect(t(usual, .V6) > 0.1)
    #expect(t(ecg, .V6) < -0.03)
    #expect(t(ecg, .V1) > t(usual, .V1))
  }

  @Test func aLargeAtriumMakesPMitrale() {
    let large = ElectrocardiogramReading(.decompensated)
    let index = (Examined.decompensated[.LAVI] ?? 0)
    #expect(index > 60)
    #expect((large.pDuration ?? 0) > 120)
    #expect((large.terminalForce ?? 0) >= 0.04)
    #expect(large.isPMitrale && large.text.contains("P mitrale"))
    #expect(!ElectrocardiogramReading(.healthy).isPMitrale)
    // The atrium has had no time to grow.
    #expect(!ElectrocardiogramReading(.ruptured).isPMitrale)
  }

  @Test func volumeLoadRaisesTheVoltage() {
    let compensated = ElectrocardiogramReading(.compensated)
    #expect(compensated.isLVHBySokolowLyon)
    #expect(compensated.sokolowLyon > 1.3 * ElectrocardiogramReading(.healthy).sokolowLyon)
    #expect(!ElectrocardiogramReading(.acute).isLVHBySokolowLyon)
    #expect(compensated.text.contains("Sokolow–Lyon"))
  }

  @Test func aHeavyBodyHidesTheVoltage() {
    let heart = Examined.compensated
    let slim = ElectrocardiogramReading(heart)
    let heavy = ElectrocardiogramReading(Examined(heart.heart, body: Body(weight: 110), beat: heart.beat))
    #expect(heavy.sokolowLyon < 0.75 * slim.sokolowLyon)
  }

  @Test func fibrillationHasNoPAndUnequalIntervals() {
    let reading = ElectrocardiogramReading(.fibrillating)
    #expect(reading.pr == nil && reading.pDuration == nil)
    #expect(reading.rates.upperBound > 1.2 * reading.rates.lowerBound)
    #expect(reading.text.hasPrefix("atrial fibrillation"))
    // The baseline flutters at 350 to 600 a minute: turning points of V1 between T and the next QRS.
    let ecg = Electrocardiogram(.fibrillating, strip: Strip(.fibrillating, duration: 10), rate: 500)
    let still = Electrocardiogram(
      .fibrillating, strip: Strip(.fibrillating, duration: 10), rate: 500, fibrillates: false)
    let waves = zip(ecg.lead(.V1), still.lead(.V1)).map { $0 - $1 }
    var peaks = 0
    for k in 1..<waves.count - 1 where waves[k] > waves[k - 1] && waves[k] >= waves[k + 1] && waves[k] > 0 {
      peaks += 1
    }
    #expect((50...105).contains(peaks))
    #expect((0.03...0.15).contains(waves.max() ?? 0))
  }

  @Test func prematureBeatsAreWideAndHaveNoPOfTheirOwn() {
    let examined = Examined.shipped("healthy-adult") { $0.rhythm = RhythmDefinition(.prematureBeats) }
    let ecg = Electrocardiogram(examined, strip: Strip(examined, duration: 10), rate: 500)
    let premature = ecg.complexes.filter { $0.isPremature }
    #expect(premature.count >= 2)
    #expect(premature.allSatisfy { $0.atrialOnset == nil })
    #expect(ElectrocardiogramReading(examined).text.contains("premature"))
    // Over half of its height the premature R is wider than twice the usual one.
    func width(_ complex: Electrocardiogram.Complex) -> Int {
      let lead = ecg.lead(.II)
      let first = Int(complex.onset * 500)
      let span = lead[first..<min(first + 100, lead.count)]
      let peak = span.max() ?? 0
      return span.filter { $0 > 0.3 * peak }.count
    }
    let usual = ecg.complexes.first { !$0.isPremature && $0.onset > 0 && $0.onset < 9 }
    if let wide = premature.first(where: { $0.onset > 0 && $0.onset < 9 }), let usual {
      #expect(width(wide) > Int(1.5 * Double(width(usual))))
    } else {
      Issue.record("no complexes to compare")
    }
  }

  @Test func qtShortensWithTheRate() {
    let fast = reading { $0.heartRate = .perMinute(110) }
    let slow = reading { $0.heartRate = .perMinute(50) }
    #expect(fast.qt < slow.qt - 60)
    #expect((fast.qtc - slow.qtc).magnitude < 15)
  }

  @Test func theInstrumentReadsIntervalsWithTheirScatter() {
    let exact = Instrument.electrocardiogram.report(.healthy)
    #expect((exact[.PR] ?? 0) > 120 && (exact[.QRS] ?? 0) > 80 && (exact[.HR] ?? 0) > 60)
    #expect(exact.signs.word(.LBBB) == "false")
    #expect(Instrument.electrocardiogram.report(.healthy, seed: 3)[.QRS] != exact[.QRS])
    #expect(Instrument.electrocardiogram.report(.fibrillating)[.PR] == nil)
  }
}
