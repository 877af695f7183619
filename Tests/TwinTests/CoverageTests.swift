// The intervals mean what they say: of many hearts measured with error, the true leak lies within nine of ten.

import Circulation
import Findings
import Foundation
import Instruments
import Quantities
import Testing
import Twin

/// Normal deviates from a seed (splitmix64, Box–Muller).
private struct Deviates {
  var state: UInt64

  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
  }

  mutating func next() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform()) }
}

@Suite struct CoverageTests {
  private static let measured: [FindingID] = [.SBP, .DBP, .LVEDV, .LVEF, .FSV, .RVol, .EROA, .PCWP, .LAVmax]

  @Test func nineOfTenIntervalsHoldTheTrueLeakAndTheTrueStrength() throws {
    var deviates = Deviates(state: 7)
    var leaks = 0, strengths = 0, all = 0
    for _ in 0..<80 {
      var heart = HeartDefinition.healthyAdult
      let leak = 0.3 * exp(0.5 * deviates.next())
      let strength = exp(0.2 * deviates.next())
      let size = exp(0.15 + 0.2 * deviates.next())
      let resistance = exp(0.1 + 0.15 * deviates.next())
      let blood = exp(0.04 + 0.04 * deviates.next())
      heart.mitralValve.leakArea = .squareCentimetres(leak)
      heart.leftVentricle.activeStress *= strength
      heart.septum.activeStress *= strength
      heart.leftVentricle.referenceArea *= size
      heart.septum.referenceArea *= size
      heart.leftVentricle.wallVolume *= size
      heart.septum.wallVolume *= size
      heart.systemic.arteriolarResistance *= resistance
      heart.systemic.venularResistance *= resistance
      heart.bloodVolume *= blood
      let settled = heart.settled()
      guard settled.status == .periodic else { continue }
      let truth = BeatReading(settled.beat, of: heart, bodySurface: 1.93).findings
      let targets = Self.measured.compactMap { id -> Target? in
        guard let value = truth[id] else { return nil }
        let error = UsualError.of(id, value: value, by: nil)
        return Target(id, value + error * deviates.next(), standardError: error)
      }
      let fit = try HeartFit(
        start: .healthyAdult, body: .reference, targets: targets, disease: KnownDisease(isAcute: false)
      ).run()
      all += 1
      func holds(_ name: String, _ value: Double) -> Bool {
        fit.parameters.contains { $0.name == name && $0.low <= value && value <= $0.high }
      }
      if holds("leakArea", leak) { leaks += 1 }
      if holds("contractility", heart.leftVentricle.activeStress.kilopascals) { strengths += 1 }
    }
    #expect(all >= 70, "hearts: \(all)")
    for (name, count) in [("leak", leaks), ("strength", strengths)] {
      let share = Double(count) / Double(all)
      #expect(share > 0.8 && share < 0.99, "\(name): \(count) of \(all)")
    }
  }
}
