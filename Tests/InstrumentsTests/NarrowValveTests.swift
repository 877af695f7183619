// What the echo laboratory reads of a mitral valve that opens too little, and of an artificial one.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Quantities
import Testing

@Suite struct NarrowValveTests {
  /// The healthy adult with a valve that opens to this effective area, cm².
  private func narrow(_ area: Double, rate: Double? = nil) -> Examined {
    .shipped("healthy-adult") {
      $0.mitralValve.openArea = .squareCentimetres(area)
      if let rate { $0.heartRate = .perMinute(rate) }
    }
  }

  private func doppler(_ examined: Examined) -> InstrumentReport { Instrument.doppler.report(examined) }

  /// An artificial valve of this effective area, cm², and leak in a rigid ring of 29 mm.
  private func artificial(_ area: Double, leak: Double) -> Examined {
    .shipped("healthy-adult") {
      $0.mitralValve.openArea = .squareCentimetres(area)
      $0.mitralValve.leakArea = .squareCentimetres(leak)
      $0.mitralAnnulus = .rigid(area: .squareCentimetres(6.6))
    }
  }

  @Test func theNarrowerTheValveTheLongerTheHalfTime() throws {
    let times = try [2.1, 2, 1.5, 1].map { try #require(doppler(narrow($0))[.PHT]) }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    // Mild stenosis has some 100 to 150 ms, moderate up to 220 (Baumgartner 2009).
    #expect((90...160).contains(times[1]) && times[3] > 220)
  }

  @Test func theAreaByHalfTimeIsTwoHundredAndTwentyOverIt() throws {
    let report = doppler(.rheumatic)
    let half = try #require(report[.PHT])
    let area = try #require(report[.MVA, .pressureHalfTime])
    #expect((area * half - 220).magnitude < 1e-6)
    // The healthy adult's compliant chambers let the gradient fall slowly: the area reads too small.
    let traced = try #require(Instrument.echo2D.report(.rheumatic)[.MVA, .planimetry])
    #expect(area < traced && area > 0.4 * traced)
    #expect((traced * 0.85 - 1.5).magnitude < 1e-9)
  }

  @Test func aValveThatOpensWideIsNotLookedInto() {
    for examined in [Examined.healthy, .flail, .tethered] {
      let report = doppler(examined)
      for finding in [FindingID.PHT, .MVA, .DVI, .MVVTI] { #expect(report[finding] == nil, "\(finding)") }
      #expect(Instrument.echo2D.report(examined)[.MVA] == nil)
    }
  }

  @Test func withoutAFallThereIsNoHalfTime() {
    let report = doppler(narrow(0.7, rate: 90))
    #expect(report[.PHT] == nil && report[.MVA] == nil)
    #expect(report.remarks.contains { $0.text.contains("half-time") })
  }

  @Test func anArtificialValveIsReadByIndexAndContinuity() throws {
    let report = doppler(artificial(2, leak: 0.01))
    let area = try #require(report[.MVA, .continuity])
    #expect((area / 2 - 1).magnitude < 0.25)
    #expect(try (1.5...2.5).contains(#require(report[.DVI])))
    #expect(report[.MVA, .pressureHalfTime] == nil)
    #expect(Instrument.echo2D.report(artificial(2, leak: 0.01))[.MVA] == nil)
    #expect(try #require(doppler(artificial(1.2, leak: 0.01))[.DVI]) > 2.5)
  }

  @Test func aLeakForbidsTheAreaByContinuity() {
    let report = doppler(artificial(2, leak: 0.4))
    #expect(report[.MVA] == nil && report[.DVI] != nil)
    #expect(report.remarks.contains { $0.text.contains("forbids") })
  }
}
