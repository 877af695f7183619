// Magnetic resonance, and the cuff.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Testing

@Suite struct MRITests {
  private func mri(_ examined: Examined) -> InstrumentReport { Instrument.mri.report(examined) }

  @Test func slicesFindTheVolumesButForHalfABasalSlice() {
    for examined in [Examined.healthy, .flail, .prolapse, .tethered, .decompensated, .wideRing] {
      let report = mri(examined)
      for finding in [FindingID.LVEDV, .LVESV] {
        let error = (report[finding] ?? .nan) - (examined[finding] ?? .nan)
        // Half a slice at the base: 5 mm times the ring's end of the cavity.
        let shape =
          finding == .LVEDV ? examined.ventricle.endDiastole : examined.ventricle.endSystole
        let half = 0.5 * Double.pi * 0.75 * shape.radius * shape.radius
        #expect(error.magnitude < half + 1.5, "\(finding): \(error) of at most \(half) mL")
      }
    }
  }

  @Test func massIsThatOfTheMuscle() {
    for examined in [Examined.healthy, .decompensated] {
      let error = (mri(examined)[.LVMass] ?? .nan) / (examined[.LVMass] ?? .nan) - 1
      #expect(error.magnitude < 0.03, "\(error)")
    }
  }

  @Test func theAortaLacksWhatTheCoronariesTook() {
    let study = MRIStudy(.healthy)
    let forward = Examined.healthy[.FSV] ?? .nan
    // 4 % lost, 0.2 cm/s over 7.1 cm² and 0.88 s gained.
    let expected = 0.96 * forward + 0.2 * 7.07 * Examined.healthy.beat.cycle
    #expect((study.forwardVolume - expected).magnitude < 0.6, "\(study.forwardVolume) mL, not \(expected)")
  }

  @Test func theLeakIsTheDifferenceAndNearTheTruth() {
    for examined in [Examined.flail, .prolapse, .tethered, .decompensated, .perforated, .wideRing] {
      let report = mri(examined)
      let (stroke, forward) = (report[.SV] ?? .nan, report[.FSV] ?? .nan)
      #expect(((report[.RVol] ?? .nan) - (stroke - forward)).magnitude < 1e-9)
      #expect(((report[.RF] ?? .nan) - 100 * (stroke - forward) / stroke).magnitude < 1e-9)
      // Two basal slices and the coronaries; closing volume counts with the leak.
      let closing = examined[.closingVolume] ?? 0
      let error = (report[.RVol] ?? .nan) - (examined[.RVol] ?? .nan) - closing
      #expect(error.magnitude < 12, "\(error) mL")
    }
    #expect((mri(.healthy)[.RF] ?? .nan) < 8, "a sound valve leaks \(mri(.healthy)[.RF] ?? .nan) %")
  }

  @Test func theRegurgitantFractionsScatterFollowsFromVolumesAndFlow() {
    let reports = (0..<1500).map { Instrument.mri.report(.flail, seed: $0) }
    func deviation(_ finding: FindingID) -> Double {
      let values = reports.map { $0[finding] ?? .nan }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(values.count - 1)).squareRoot()
    }
    // Kon 2004: differences of 4.8–7.7 points, over √2. Grothues 2002: ESV 4.4–9.2 %, over √2.
    #expect((3.4...5.4).contains(deviation(.RF)), "\(deviation(.RF)) points")
    let systolic = deviation(.LVESV) / (mri(.flail)[.LVESV] ?? .nan)
    #expect((0.031...0.09).contains(systolic), "\(systolic)")
    let stated = mri(.flail).readings.first { $0.finding == .RF }?.deviation ?? .nan
    #expect((deviation(.RF) / stated - 1).magnitude < 0.08, "\(stated)")
  }

  @Test func resonanceIsSteadierThanEcho() {
    for finding in [FindingID.LVEDV, .LVESV, .LVEF, .LVMass] {
      func share(_ instrument: Instrument) -> Double {
        let reading = instrument.report(.healthy).readings.first { $0.finding == finding }
        return (reading?.deviation ?? .nan) / (reading?.value ?? .nan)
      }
      #expect(share(.mri) < 0.7 * share(.echo2D), "\(finding)")
    }
  }

  @Test func theHealthyHeartIsNormalInTheScanner() {
    let outside = HealthyPictures.mri.filter { !$0.isInside }.map { $0.name }
    #expect(outside.isEmpty, "\(outside)")
  }

  @Test func theCuffReadsTheDiastolicPressureHigh() {
    for examined in [Examined.healthy, .flail] {
      let report = Instrument.cuff.report(examined)
      #expect(((report[.SBP] ?? .nan) - (examined[.SBP] ?? .nan) - 0.3).magnitude < 1e-9)
      #expect(((report[.DBP] ?? .nan) - (examined[.DBP] ?? .nan) - 4.5).magnitude < 1e-9)
      #expect(report.readings.allSatisfy { $0.method == .cuff })
    }
  }

  @Test func theCuffIsOffByEightMillimetresOnAverage() {
    let exact = Instrument.cuff.report(.healthy)[.SBP] ?? .nan
    let off = (0..<4000).map { ((Instrument.cuff.report(.healthy, seed: $0)[.SBP] ?? .nan) - exact).magnitude }
    // Picone 2017: 8.0 mmHg (7.1–8.9).
    let mean = off.reduce(0, +) / 4000
    #expect((7.1...8.9).contains(mean), "\(mean) mmHg")
  }
}
