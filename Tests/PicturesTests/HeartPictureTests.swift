// The heart drawn with its leak, and the charts of an assessment.

import Drawing
import ExaminedHearts
import Instruments
import Pictures
import Testing

@Suite struct HeartPictureTests {
  private func drawn(_ examined: Examined, ring: Bool = false) -> Canvas {
    HeartPicture(examined, healthy: .healthy, isRingWide: ring).canvas()
  }

  @Test func everyMechanismIsDrawnAndTold() {
    let told: [(Examined, Bool, String)] = [
      (.flail, false, "torn"), (.ruptured, false, "torn"), (.prolapse, false, "bulges"), (.tethered, false, "pulled"),
      (.wideRing, true, "ring is so wide"), (.rheumatic, false, "thick and short"), (.perforated, false, "hole"),
      (.healthy, false, "meet below"),
    ]
    var pictures: Set<String> = []
    for (examined, ring, word) in told {
      let canvas = drawn(examined, ring: ring)
      #expect(canvas.description.contains(word), "\(canvas.description)")
      pictures.insert(canvas.svg())
    }
    #expect(pictures.count == told.count)
  }

  @Test func aFormInDoubtBearsItsProbability() {
    let sure = HeartPicture(.tethered, healthy: .healthy).canvas()
    let doubtful = HeartPicture(.tethered, healthy: .healthy, chance: "40 %").canvas()
    #expect(doubtful.svg().contains("likeliest of several: 40 %") && doubtful.description.contains("40 %"))
    #expect(!sure.svg().contains("likeliest of several"))
  }

  @Test func onlyALeakHasAJet() {
    #expect(drawn(.flail).svg().contains(">jet<"))
    #expect(!drawn(.healthy).svg().contains(">jet<"))
  }

  @Test func theJetOfATornLeafletLeansAndThatOfAHoleDoesNot() {
    #expect(drawn(.flail).description.contains("leaning toward the septum"))
    #expect(drawn(.perforated).description.contains("through its middle"))
  }

  @Test func theHealthyHeartStandsBehindIt() {
    let alone = HeartPicture(.decompensated, healthy: nil).canvas()
    #expect(!alone.svg().contains("healthy, same body") && drawn(.decompensated).svg().contains("healthy, same body"))
    #expect(drawn(.decompensated).description.contains("healthy heart of this body"))
  }

  @Test func chartsTellTheirNumbersInWords() {
    let bars = ChanceBars.canvas(
      [.init("severe", 0.62, told: "62 %"), .init("mild", 0.38, told: "38 %")], title: "Grades")
    #expect(bars.description == "severe 62 %, mild 38 %.")
    let dots = ErrorDots.canvas([.init("EROA", 3.1), .init("HR", 0.2)], title: "Errors")
    #expect(dots.description.contains("Two or more away: EROA +3.1."))
    let rows = RangeRows.canvas(
      [.init("Do nothing", median: 60, range: 50...70, told: "60 (50–70)")], title: "Flow", unit: "mL")
    #expect(rows.description.contains("Do nothing 60 (50–70)"))
    let fans = FanPicture.canvas(
      [.init("Do nothing", .ventricle, [(0, 100, 90...110), (5, 140, 120...150)])], title: "Size", label: "LVEDV (mL)")
    #expect(fans.description.contains("after 5.0 years 140 (120 to 150)"))
  }
}
