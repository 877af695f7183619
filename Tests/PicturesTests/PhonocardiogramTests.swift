// The phonocardiogram as a picture.

import Drawing
import ExaminedHearts
import Instruments
import Lanes
import Pictures
import Testing

@Suite struct PhonocardiogramTests {
  @Test func thePictureNamesWhatIsHeard() {
    let settings = PhonocardiogramSettings(site: .apex)
    let svg = PhonocardiogramPicture(.acute, settings, name: "Acute").canvas().svg()
    for word in ["M1", "A2", "P2", "S3", "S4", "Frequency (Hz)", "Time (s)", "Holosystolic", "grade 3/6"] {
      #expect(svg.contains(word), "\(word)")
    }
    #expect(PhonocardiogramPicture(.prolapse, settings).canvas().svg().contains(">click<"))
    #expect(!PhonocardiogramPicture(.healthy, settings).canvas().svg().contains(">S3<"))
  }

  @Test func theSpectrogramShowsAToneWhereItIs() {
    let rate = 8000.0
    let tone = (0..<8000).map { index in
      index < 4000 ? 0 : Double.sine(2 * Double.pi * 300 * Double(index) / rate)
    }
    let shown = SoundSpectrogram(tone, rate: rate, columns: 40, rows: 32, highest: 800)
    func loudest(_ column: Int) -> (row: Int, level: Double) {
      let rows = (0..<32).map { shown.levels[column * 32 + $0] }
      let level = rows.max() ?? -200
      return (rows.firstIndex(of: level) ?? 0, level)
    }
    #expect(abs((Double(loudest(30).row) + 0.5) * 25 - 300) <= 25)
    #expect(loudest(30).level > -1 && loudest(5).level < -60)
  }
}
