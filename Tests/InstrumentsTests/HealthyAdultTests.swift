// The healthy adult is one.

import Circulation
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct HealthyAdultTests {
  @Test func nineteenOfTwentyRowsThatCountAreInsideTheirRange() {
    var counted = 0
    var outside: [String] = []
    for spec in FindingCatalogue.specs {
      guard let row = spec.healthyAdultRow else { continue }
      counted += 1
      let value = healthy[spec.id]
      if !row.contains(value) { outside.append("\(spec.identifier) \(value), not in \(row)") }
    }
    #expect(counted == 37)
    #expect(Double(outside.count) <= 0.05 * Double(counted), "\(outside)")
  }

  @Test func theLeftVentricleHoldsAsMuchAsAHealthyMans() {
    #expect(abs(healthy[.LVEDV] - 140) <= 10, "\(healthy[.LVEDV]) mL")
  }

  @Test func everythingThatFollowsFromTheBeatIsRead() {
    let needed: [FindingID] = [
      .HR, .SBP, .DBP, .MAP, .CVP, .PCWP, .PCWPv, .PASP, .PADP, .mPAP, .LVSP, .LVEDP, .LAPmean, .LAPv, .LVEDV, .LVESV,
      .SV, .FSV, .RVol, .closingVolume, .LAVmax, .LAVmin, .RVEDV, .RVESV, .LVEF, .RF, .RVEF, .LVEDVi, .LVESVi, .LAVI,
      .CO, .CI, .SVR, .PVR, .MVA, .MVmeanGradient, .E, .A, .EA, .ePrime, .EePrime, .DT, .TRVmax, .AoVmax, .IVRT,
      .LVET, .PEP, .dPdtMax, .tau, .GLS, .LVIDd, .LVIDs, .LVIDsi, .LVMass, .BSA,
    ]
    for id in needed { #expect(healthy[id].isFinite, "\(id)") }
    let leak = ReadHeart.leak(0.4)
    for id in [FindingID.EROA, .MRVmax, .MRVTI] { #expect(leak[id].isFinite, "\(id)") }
  }
}
