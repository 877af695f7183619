// The Wiggers diagram says what the beat does.

import Drawing
import ExaminedHearts
import Foundation
import Instruments
import Pictures
import Testing

/// Pictures that a person wants to look at are written where MITRAL_SHOW names a folder.
func show(_ canvas: Canvas, _ name: String) {
  guard let folder = ProcessInfo.processInfo.environment["MITRAL_SHOW"] else { return }
  try? Data(canvas.svg().utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name + ".svg"))
}

@Suite struct WiggersTests {
  @Test func theDiagramNamesTheFourMomentsOfTheValves() {
    let canvas = Wiggers.canvas(.flail, name: "A flail leaflet")
    show(canvas, "wiggers")
    let svg = canvas.svg()
    for words in ["mitral closes", "aortic opens", "aortic closes", "mitral opens"] {
      #expect(svg.contains(">\(words)</text>"), "\(words)")
    }
    #expect(svg.contains("Pressure (mmHg)"))
    #expect(svg.contains("<desc"))
  }
}
