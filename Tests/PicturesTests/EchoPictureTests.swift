// Pictures of echo and magnetic resonance: what must be in them.

import Circulation
import Drawing
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Pictures
import Testing

@Suite struct EchoPictureTests {
  @Test func mModeIsAScreenWithItsMeasurements() {
    let svg = Canvas.screen(MModeVentricle(.healthy)).svg()
    for part in ["class=\"screen\"", "LVIDd 51 mm", "LVIDs", ">cm<", "2.5 s", "data:image/png;base64,"] {
      #expect(svg.contains(part), "\(part)")
    }
    let valve = Canvas.screen(MModeMitral(.healthy)).svg()
    #expect(valve.contains(">E<") && valve.contains(">A<"))
    #expect(!Canvas.screen(MModeMitral(.fibrillating)).svg().contains(">A<"))
  }

  @Test func aTraceBelowTheScreenGetsRoom() {
    let mode = MModeVentricle(.healthy)
    let trace = ScreenTrace("ECG", (0..<500).map { Double($0 % 50) }, rate: 200)
    let (bare, full) = (Canvas.screen(mode), Canvas.screen(mode, trace: trace))
    #expect(full.height > bare.height && full.svg().contains(">ECG<"))
  }

  @Test func everyPictureSaysInWordsWhatIsToBeSeen() {
    let pictures = [
      Canvas.screen(MModeVentricle(.flail)), .screen(MModeMitral(.prolapse)), .apicalView(.flail),
      .picture(MRIStudy(.flail)),
    ]
    for picture in pictures {
      #expect(picture.description.count > 60)
      #expect(picture.svg().contains("<desc"))
    }
    #expect(Canvas.screen(MModeMitral(.prolapse)).description.contains("sag"))
    #expect(Canvas.apicalView(.flail).description.contains("jet"))
    #expect(!Canvas.apicalView(.healthy).svg().contains(">jet<"))
  }

  @Test func theApicalViewSaysThatItIsASchematic() {
    #expect(Canvas.apicalView(.healthy).svg().contains("Schematic"))
  }

  @Test func theResonancePictureShowsTheSameNumbersAsTheReport() {
    let report = Instrument.mri.report(.flail)
    let svg = Canvas.picture(MRIStudy(.flail)).svg()
    for (word, finding) in [("EDV ", FindingID.LVEDV), ("forward ", .FSV), ("leak ", .RVol)] {
      let text = word + NumberText.fixed(report[finding] ?? .nan, digits: 0) + " mL"
      #expect(svg.contains(text), "\(text)")
    }
  }
}
