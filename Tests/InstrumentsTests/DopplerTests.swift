// What Doppler finds, against what is published and against what is true.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Quantities
import Testing

extension Examined {
  /// The healthy adult with a hole in the mitral valve, cm².
  static func hole(_ area: Double) -> Examined {
    shipped("healthy-adult") { $0.mitralValve.leakArea = .squareCentimetres(area) }
  }

  static let mildHole = hole(0.1)
  static let moderateHole = hole(0.2)
  static let severeHole = hole(0.4)
}

@Suite struct DopplerTests {
  private func look(_ examined: Examined) -> InstrumentReport { Instrument.doppler.report(examined) }

  /// Ranges: Nagueh 2009 for the fifth decade (mean ± 2 SD), the reference's table for the rest.
  @Test(arguments: [
    (FindingID.E, 0.6...0.9), (.A, 0.4...0.7), (.EA, 0.78...1.78), (.DT, 143...219), (.IVRT, 60...100),
    (.PVSD, 0.8...1.6), (.PVS, 0.4...0.8), (.PVD, 0.35...0.75), (.PVAr, 0.15...0.35), (.LVOTVTI, 18...22),
    (.AoVmax, 1.0...1.4), (.TRVmax, 1.7...2.8), (.PASP, 15...30), (.LVET, 250...340), (.sPrime, 6...11),
    (.EePrime, 4...8), (.LVOTd, 18...24), (.MVmeanGradient, 0.3...2),
  ])
  func theHealthyAdultsDopplerIsNormal(_ finding: FindingID, _ range: ClosedRange<Double>) {
    let value = look(.healthy)[finding] ?? .nan
    #expect(range.contains(value), "\(finding) \(value)")
  }

  /// Nagueh 2009: septal 12.2 ± 2.3, lateral 16.1 ± 2.3 cm/s in the fifth decade. The septum's is within, the lateral
  /// wall's is below (docs/instruments.md): free wall and septum of the model lengthen alike.
  @Test func theHealthyRingMovesAtTheSeptumAsPublished() {
    let waves = DopplerWaves(.healthy)
    #expect((7.6...16.8).contains(-100 * waves.septal.e.value))
    #expect(waves.septal.a != nil && waves.lateral.a != nil)
    #expect(waves.septal.e.value < 0 && waves.septal.s.value > 0)
  }

  @Test func withoutALeakThereIsNoJet() {
    let report = look(.healthy)
    #expect(report[.MRVmax] == nil && report[.MRVTI] == nil && report[.RVol] == nil && report[.dPdtMax] == nil)
    #expect(report.signs.cwShape == nil && report.signs.jetTiming == nil)
    #expect(JetTrace(.healthy) == nil)
  }

  @Test func fibrillatingAtriaMakeNoAWaveNorAnAtrialReversal() {
    let report = look(.fibrillating)
    #expect(report[.E] != nil && report[.A] == nil && report[.EA] == nil && report[.PVAr] == nil)
    let waves = DopplerWaves(.fibrillating)
    #expect(waves.septal.a == nil && waves.lateral.a == nil)
    // Without atrial relaxation little flows in systole (Klein and Tajik 1991).
    #expect((report[.PVSD] ?? .nan) < 0.6)
  }

  @Test func everySpeedIsALittleTooLow() {
    for examined in [Examined.healthy, .flail, .compensated] {
      let report = look(examined)
      for finding in [FindingID.E, .AoVmax, .TRVmax] {
        let share = (report[finding] ?? .nan) / (examined[finding] ?? .nan)
        #expect((0.93...0.995).contains(share), "\(finding) \(share)")
      }
    }
  }

  /// Klein and Tajik 1991; Nagueh 2009: 1.21 ± 0.2 in the fifth decade.
  @Test func theHealthyVeinFlowsMoreInSystole() {
    #expect((1.01...1.41).contains(look(.healthy)[.PVSD] ?? .nan))
    #expect(look(.healthy).signs.pulmonaryVein == .systolicDominant)
  }

  /// Klein 1991: blunting in moderate, reversal in severe regurgitation.
  @Test func systolicFlowInTheVeinIsReversedInSevereLeaksAndNotInMildOnes() {
    for severe in [Examined.severeHole, .flail, .acute, .ruptured, .compensated, .decompensated] {
      #expect(look(severe).signs.pulmonaryVein == .reversed)
      #expect((look(severe)[.PVS] ?? .nan) < -0.1)
    }
    #expect(look(.mildHole).signs.pulmonaryVein != .reversed)
    #expect(look(.moderateHole).signs.pulmonaryVein == .blunted)
  }

  /// From health to a hole of 0.5 cm² without a jump, and never back.
  @Test func theVeinIsBluntedStepByStep() {
    let areas = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
    let ratios = [look(.healthy)[.PVSD] ?? .nan] + areas.map { look(.hole($0))[.PVSD] ?? .nan }
    let falls = zip(ratios, ratios.dropFirst()).map { $0 - $1 }
    #expect(falls.allSatisfy { (0.005...0.45).contains($0) }, "\(ratios)")
    #expect(ratios[10] < -0.2 && ratios[2] > 0.5, "\(ratios)")
  }

  /// The word is the number's, whatever the scatter.
  @Test func theVeinsSignFollowsFromItsReading() {
    for examined in [Examined.healthy, .mildHole, .moderateHole, .hole(0.25), .severeHole] {
      for seed in 1...8 as ClosedRange<UInt64> {
        let report = Instrument.doppler.report(examined, seed: seed)
        let ratio = report[.PVSD] ?? .nan
        let word: PulmonaryVeinFlow = ratio < 0 ? .reversed : ratio < 1 ? .blunted : .systolicDominant
        #expect(report.signs.pulmonaryVein == word)
      }
    }
  }

  @Test func bothSystolicWavesAreMarkedWhereBothAreSeen() {
    func names(_ examined: Examined) -> [String] {
      DopplerWaves(examined).marks(.pulmonaryVein, jet: nil).map(\.name)
    }
    #expect(names(.healthy) == ["S", "D", "Ar"])
    #expect(names(.severeHole) == ["S1", "S2", "D", "Ar"])
    #expect(names(.fibrillating) == ["S", "D"] || names(.fibrillating) == ["S1", "S2", "D"])
    let waves = DopplerWaves(.severeHole).vein
    #expect(waves.early.value > 0.5 && (waves.late?.value ?? .nan) < -0.15 && waves.early.time < waves.late?.time ?? 0)
  }

  /// A torn papillary muscle fills the atrium so fast that nothing runs back as it contracts; what runs back later is
  /// the leak's.
  @Test func whatDoesNotRunBackIsNotMarked() {
    for examined in [Examined.healthy, .flail, .decompensated, .rheumatic] {
      let beat = examined.beat
      guard let wave = DopplerWaves(examined).vein.atrial else { continue }
      #expect(wave.value < -0.05 && wave.time < beat.ventricularActivation)
    }
    let hurried = Examined.shipped("lesion-papillary-muscle-rupture") { $0.heartRate = .perMinute(115) }
    let waves = DopplerWaves(hurried).vein
    #expect(waves.atrial.map { $0.value < -0.05 && $0.time < hurried.beat.ventricularActivation } ?? true)
  }

  /// What is printed can be worked out from what is printed.
  @Test(arguments: [nil, 3, 11, 12] as [UInt64?])
  func whatIsWorkedOutFollowsFromWhatIsRead(_ seed: UInt64?) {
    let report = Instrument.doppler.report(.flail, seed: seed)
    func value(_ finding: FindingID, _ method: MeasurementMethod? = nil) -> Double { report[finding, method] ?? .nan }
    let forward = Double.pi / 400 * value(.LVOTd) * value(.LVOTd) * value(.LVOTVTI)
    let leak = value(.SV, .volumetric) - forward
    let pairs: [(FindingID, Double, Double)] = [
      (.FSV, value(.FSV, .continuity), forward), (.RVol, value(.RVol, .volumetric), leak),
      (.RF, value(.RF, .volumetric), 100 * leak / value(.SV, .volumetric)),
      (.EROA, value(.EROA, .volumetric), leak / value(.MRVTI)), (.EA, value(.EA), value(.E) / value(.A)),
      (.EePrime, value(.EePrime), 100 * value(.E) / value(.ePrime)), (.PVSD, value(.PVSD), value(.PVS) / value(.PVD)),
    ]
    for (finding, printed, reckoned) in pairs {
      #expect((printed / reckoned - 1).magnitude < 1e-9, "\(finding) \(printed) \(reckoned)")
    }
    let venous = value(.PASP) - 4 * value(.TRVmax) * value(.TRVmax)
    #expect([3.0, 8, 15].contains { ($0 - venous).magnitude < 1e-9 })
    // Two volumes that err apart: Son 2013, SD 31 mL against magnetic resonance.
    let deviation = report.readings.first { $0.finding == .RVol }?.deviation ?? .nan
    #expect((10...31).contains(deviation), "\(deviation)")
  }

  @Test func whatIsNotSeenIsSaid() {
    func remarks(_ report: InstrumentReport) -> [String] { report.remarks.map(\.text.description) }
    #expect(remarks(look(.healthy)).contains("No mitral jet is seen."))
    #expect(remarks(Instrument.colourDoppler.report(.healthy)) == ["No mitral jet is seen."])
    #expect(remarks(look(.mildHole)) == ["The mitral jet is too faint for its volume to be worked out."])
    #expect(remarks(look(.fibrillating)).contains("No A wave is seen."))
    #expect(remarks(look(.flail)).isEmpty && remarks(Instrument.colourDoppler.report(.flail)).isEmpty)
  }

  /// The instrument's vein carries the model's flow, to within what the piston moves to and fro.
  @Test func theVeinCarriesWhatTheHeartPumps() {
    for examined in [Examined.healthy, .acute] {
      let beat = examined.beat
      let heard = DopplerSignal(.pulmonaryVein, examined, beat).velocity.mean
      let actual = beat.trace { $0.pulmonaryVeinFlow }.mean
      #expect((heard / 0.966 * 100 * 5.5 / actual - 1).magnitude < 0.02)
    }
  }

  /// Son 2013: RVol by two volumes 79.9 mL where CMR finds 64.2.
  @Test func volumesByDopplerErrAsPublished() {
    for examined in [Examined.severeHole, .flail, .compensated] {
      let report = look(examined)
      let forward = report.readings.first { $0.finding == .FSV }
      #expect(forward?.method == .continuity)
      let share = (forward?.value ?? .nan) / (examined[.FSV] ?? .nan)
      #expect((0.85...1).contains(share), "\(share)")
      let leak = report.readings.first { $0.finding == .RVol }
      #expect(leak?.method == .volumetric)
      let excess = (leak?.value ?? .nan) - (examined[.RVol] ?? .nan)
      #expect((5...26).contains(excess), "\(excess) mL")
    }
  }

  /// Thomas 1998: E over 1.2 m/s in severe regurgitation.
  @Test func theFillingWaveGrowsWithTheLeak() {
    let waves = [Examined.healthy, .mildHole, .moderateHole, .severeHole].map { look($0)[.E] ?? .nan }
    #expect(waves == waves.sorted(by: <))
    #expect(look(.acute).signs.inflow == .eDominant && look(.compensated).signs.inflow == .eDominant)
    #expect(look(.healthy).signs.inflow == .variable)
  }

  /// The guess from the vena cava is worth 3, 8 or 15 mmHg, so the pressure is near and never the truth's copy.
  @Test func pulmonaryPressureIsGuessedWithinAFewMillimetres() {
    for examined in [Examined.healthy, .flail, .acute, .decompensated] {
      let difference = (look(examined)[.PASP] ?? .nan) - (examined[.PASP] ?? .nan)
      #expect(difference.magnitude < 6 && difference != 0, "\(difference)")
    }
  }

  /// The class is taken for another where the cava misleads: in health (a pressure of some 3 mmHg) in a third of studies.
  @Test(arguments: [Examined.healthy, .decompensated])
  func theGuessOfTheAtriumsPressureScatters(_ examined: Examined) {
    let reports = (0..<800).map { Instrument.doppler.report(examined, seed: $0) }
    let pressures = reports.map { $0[.PASP] ?? .nan }
    let guesses = zip(reports, pressures).map { report, pressure in
      pressure - 4 * (report[.TRVmax] ?? .nan) * (report[.TRVmax] ?? .nan)
    }
    for guess in [3.0, 8] {
      let share = Double(guesses.filter { ($0 - guess).magnitude < 1e-9 }.count) / 800
      #expect((0.1...0.8).contains(share), "\(guess) mmHg in \(share)")
    }
    let mean = pressures.reduce(0, +) / 800
    let seen = (pressures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 799).squareRoot()
    let stated = look(examined).readings.first { $0.finding == .PASP }?.deviation ?? .nan
    #expect((0.7...1.4).contains(stated / seen), "\(stated) stated, \(seen) seen")
    // The guess goes into the pressure and is not told.
    #expect(look(examined)[.CVP] == nil && reports[0][.CVP] == nil)
  }

  @Test func readingsScatterOnlyWithASeed() {
    #expect(look(.flail) == look(.flail))
    let noisy = Instrument.doppler.report(.flail, seed: 3)
    #expect(noisy[.E] != look(.flail)[.E] && noisy.signs == look(.flail).signs)
    for reading in noisy.readings { #expect(reading.deviation != nil, "\(reading.finding)") }
  }

  @Test func theCatalogueKnowsBoth() {
    #expect(InstrumentCatalogue.find("doppler") != nil && InstrumentCatalogue.find("colour-doppler") != nil)
  }
}
