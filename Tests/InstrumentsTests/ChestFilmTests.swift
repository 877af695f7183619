// The chest film against what is known of it.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct ChestFilmTests {
  /// The healthy heart with more blood and a hole, whose wedge pressure rises with the blood.
  private func congested(_ blood: Double) -> Examined {
    .shipped("healthy-adult") {
      $0.mitralValve.leakArea = .squareCentimetres(0.6)
      $0.bloodVolume = .millilitres(blood)
    }
  }

  @Test func theCardiothoracicRatioFollowsTheVentricle() {
    let healthy = ChestFilm(.healthy).cardiothoracicRatio
    #expect((45...50).contains(healthy))
    // The failing ventricle is larger than 260 mL, the compensated one smaller.
    #expect((Examined.decompensated[.LVEDV] ?? 0) > 260)
    #expect(ChestFilm(.decompensated).cardiothoracicRatio > 50)
    #expect(ChestFilm(.compensated).cardiothoracicRatio > healthy + 2)
    #expect((Instrument.chestFilm.report(.healthy)[.CTR] ?? 0) == healthy)
  }

  @Test func healthyPeopleOfAnySizeHaveNoLargeHeart() throws {
    for body in [
      Body(age: 30, sex: .female, height: 160, weight: 55), Body(age: 70, sex: .female, height: 165, weight: 80),
      Body(age: 25, sex: .male, height: 190, weight: 85), Body(age: 60, sex: .male, height: 172, weight: 95),
    ] {
      let examined = try #require(Examined(.healthy(for: body), body: body))
      let film = ChestFilm(examined)
      #expect((41...50).contains(film.cardiothoracicRatio), "\(film.cardiothoracicRatio)")
      #expect(!film.hasDoubleContour && !film.hasAppendageBulge && film.congestion == .none)
    }
  }

  @Test func aGrownAtriumShowsAndAFreshLeaksDoesNot() {
    let grown = ChestFilm(.decompensated)
    #expect(grown.hasDoubleContour && grown.hasAppendageBulge && grown.hasWideCarina && grown.isChronic)
    let fresh = ChestFilm(.ruptured)
    #expect(!fresh.hasDoubleContour && !fresh.hasAppendageBulge && !fresh.hasWideCarina && !fresh.isChronic)
  }

  @Test func congestionFollowsTheWedge() {
    var last = ChestFilm.Congestion.none
    var seen: Set<Int> = []
    for blood in stride(from: 5000.0, through: 6700, by: 100) {
      let examined = congested(blood)
      let film = ChestFilm(examined, chronic: false)
      let wedge = examined[.PCWP] ?? .nan
      // McHugh 1972: redistribution from 18, interstitial oedema from 20–25, alveolar oedema from 25–30 mmHg.
      let expected: ClosedRange<ChestFilm.Congestion> =
        switch wedge {
        case ..<18: .none ... .none
        case ..<20: .redistribution ... .redistribution
        case ..<25: .redistribution ... .interstitial
        case ..<30: .interstitial ... .alveolar
        default: .alveolar ... .alveolar
        }
      #expect(expected.contains(film.congestion), "\(film.congestion) at \(wedge) mmHg")
      #expect(film.congestion >= last)
      last = film.congestion
      seen.insert(film.congestion.rawValue)
    }
    #expect(seen.count == 4)
  }

  @Test func lungsOfAnOldDiseaseStandMore() {
    let examined = congested(6300)
    #expect(ChestFilm(examined, chronic: true).congestion < ChestFilm(examined, chronic: false).congestion)
    #expect(ChestFilm(.healthy, chronic: true).congestion == .none)
  }

  @Test func theTextSaysWhatIsSeen() {
    #expect(ChestFilm(.healthy).text.contains("lungs not congested"))
    #expect(ChestFilm(.decompensated).text.contains("double contour"))
    #expect(ChestFilm(.decompensated).text.hasPrefix("heart enlarged"))
  }
}
