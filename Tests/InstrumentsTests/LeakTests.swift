// Valves that leak and valves that are too narrow do to the circulation what they must. Reflexes are off throughout.

import Circulation
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct LeakTests {
  @Test(arguments: [(0.1, 10.0...22), (0.2, 22...40), (0.4, 38...72), (0.7, 65...110)])
  func aLargerHoleLeaksMoreWithinTheBandsOfOtherModels(_ area: Double, _ band: ClosedRange<Double>) {
    let leak = ReadHeart.leak(area)
    #expect(leak.heart.status == .periodic)
    #expect(band.contains(leak[.RVol]), "\(leak[.RVol]) mL")
    #expect(abs(leak[.RF] - 100 * leak[.RVol] / leak[.SV]) < 1e-9)
  }

  @Test(arguments: [0.1, 0.2, 0.4, 0.7, 1.0])
  func theEffectiveOrificeOfAHoleIsItsArea(_ area: Double) {
    let orifice = ReadHeart.leak(area)[.EROA]
    #expect(abs(orifice / area - 1) < 0.01, "\(orifice) cm²")
  }

  /// Four other models of an unchanged heart: forward volume down by 15–24 % at 0.4 cm². With an unchanged resistance
  /// the pressure over the veins falls in the same proportion, for mean pressures and mean flow are tied by it.
  @Test func forwardVolumeFallsAsInOtherModelsAndPressureWithIt() {
    let leak = ReadHeart.leak(0.4)
    let forward = 1 - leak[.FSV] / healthy[.FSV]
    let pressure = 1 - (leak[.MAP] - leak[.CVP]) / (healthy[.MAP] - healthy[.CVP])
    #expect((0.15...0.24).contains(forward), "forward volume falls by \(100 * forward) %")
    #expect(abs(pressure - forward) < 1e-3, "mean pressure falls by \(100 * pressure) %")
  }

  @Test func allThatTheVentricleExpelsGoesForwardOrBack() {
    for leak in [healthy, .leak(0.2), .leak(0.7)] {
      let sum = leak[.FSV] + leak[.RVol] + leak[.closingVolume]
      // What enters and leaves between the largest and the smallest volume differs by the valves' last drops.
      #expect(abs(sum / leak[.SV] - 1) < 0.03, "\(sum) of \(leak[.SV]) mL")
    }
  }

  @Test func aMitralLeakLoadsTheAtriumAndUnloadsTheArteries() {
    let leak = ReadHeart.leak(0.7)
    #expect(leak[.LAPmean] > healthy[.LAPmean] + 1)
    #expect(leak[.LAPv] > healthy[.LAPv] + 5)
    #expect(leak[.LAVmax] > healthy[.LAVmax])
    #expect(leak[.LVEF] > healthy[.LVEF])
    #expect(leak[.LVESV] < healthy[.LVESV])
    #expect(leak[.E] > healthy[.E])
    #expect(leak[.mPAP] > healthy[.mPAP])
    #expect(leak[.MRVmax] > 4 && leak[.MRVmax] < 6.5)
  }

  @Test func theLeakFallsWhenAfterloadFalls() {
    func leak(resistance: Double) -> ReadHeart {
      ReadHeart {
        $0.mitralValve.leakArea = .squareCentimetres(0.4)
        $0.systemic.arteriolarResistance = .mmHgSecondsPerMillilitre(
          resistance * $0.systemic.arteriolarResistance.mmHgSecondsPerMillilitre)
      }
    }
    let usual = leak(resistance: 1)
    let dilated = leak(resistance: 0.7)
    #expect(dilated[.RVol] < usual[.RVol])
    #expect(dilated[.RF] < usual[.RF] - 3)
    #expect(dilated[.FSV] > usual[.FSV])
    #expect(dilated[.MAP] < usual[.MAP])
  }

  @Test func theThirdsOfTheLeakAddUp() {
    let shares = ReadHeart.leak(0.4).reading.regurgitantFractionByThird ?? []
    #expect(shares.count == 3)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(shares.allSatisfy { $0 > 0.1 })
  }

  @Test func anAorticLeakWidensThePulsePressure() {
    let leak = ReadHeart.leak(0.3, .aortic)
    #expect(leak[.SBP] - leak[.DBP] > healthy[.SBP] - healthy[.DBP] + 15)
    #expect(leak[.DBP] < healthy[.DBP] - 10)
    #expect(leak[.LVEDV] > healthy[.LVEDV] + 5)
    #expect(leak[.FSV] < healthy[.FSV])
    #expect(leak[.SV] > healthy[.SV])
    #expect(leak.reading.valves.aortic.regurgitantVolume > 20)
    #expect(leak.reading.valves.mitral.regurgitantVolume < 0.25)
  }

  @Test func aTricuspidLeakLoadsTheVeins() {
    let leak = ReadHeart.leak(0.6, .tricuspid)
    #expect(leak[.CVP] > healthy[.CVP] + 0.3)
    #expect(leak[.FSV] < healthy[.FSV])
    #expect(leak[.RVEF] > healthy[.RVEF])
    #expect(leak.reading.valves.tricuspid.regurgitantVolume > 10)
  }

  @Test func aPulmonaryLeakLoadsTheRightVentricle() {
    let leak = ReadHeart.leak(0.6, .pulmonary)
    #expect(leak[.RVEDV] > healthy[.RVEDV] + 3)
    #expect(leak[.PADP] < healthy[.PADP])
    #expect(leak[.PASP] - leak[.PADP] > healthy[.PASP] - healthy[.PADP])
    #expect(leak.reading.valves.pulmonary.regurgitantVolume > 5)
  }

  @Test func aNarrowMitralValveHoldsBloodBackInTheLungs() {
    let narrow = ReadHeart.stenosis(1, .mitral)
    #expect(narrow[.LAPmean] > healthy[.LAPmean] + 3)
    #expect(narrow[.MVmeanGradient] > 5)
    #expect(narrow[.E] > 1.3)
    #expect(narrow[.FSV] < healthy[.FSV])
    #expect(narrow[.mPAP] > healthy[.mPAP])
    #expect(ReadHeart.stenosis(1.5, .mitral)[.MVmeanGradient] < narrow[.MVmeanGradient])
  }

  @Test func aNarrowAorticValveMustBeOvercome() {
    let narrow = ReadHeart.stenosis(0.8, .aortic)
    #expect(narrow[.AoVmax] > 3.5)
    #expect(narrow[.LVSP] - narrow[.SBP] > 20)
    #expect(narrow[.LVET] > healthy[.LVET])
    #expect(narrow[.SBP] < healthy[.SBP])
  }

  @Test func aNarrowTricuspidValveHoldsBloodBackInTheVeins() {
    let narrow = ReadHeart.stenosis(1.2, .tricuspid)
    #expect(narrow[.CVP] > healthy[.CVP] + 1)
    #expect(narrow[.RVEDV] < healthy[.RVEDV])
  }

  @Test func aNarrowPulmonaryValveMustBeOvercome() {
    let narrow = ReadHeart.stenosis(0.8, .pulmonary)
    #expect(narrow[.TRVmax] > healthy[.TRVmax] + 0.5)
    #expect(narrow[.FSV] < healthy[.FSV])
  }

  @Test func aHealthyValveHoldsAndItsClosingVolumeIsToldApart() {
    #expect(healthy[.RVol] < 0.25)
    #expect(healthy[.closingVolume] > 0 && healthy[.closingVolume] < 6)
    #expect(healthy.reading.findings[.EROA] == nil && healthy.reading.findings[.MRVmax] == nil)
  }
}
