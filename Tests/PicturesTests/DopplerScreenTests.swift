// The screens of Doppler and colour Doppler.

import Drawing
import ExaminedHearts
import Findings
import Foundation
import FoundationXML
import Instruments
import Pictures
import Testing

@Suite struct DopplerScreenTests {
  private func isWellFormed(_ svg: String) -> Bool {
    XMLParser(data: Data(svg.utf8)).parse()
  }

  @Test(arguments: DopplerWindow.allCases)
  func everyWindowIsAWellFormedScreenWithItsNumbers(_ window: DopplerWindow) throws {
    let screen = try DopplerScreen(.flail, window, electrocardiogram: (0..<200).map { Double($0 % 80 == 40 ? 1 : 0) })
    let svg = screen.picture().svg()
    #expect(isWellFormed(svg))
    #expect(svg.contains("data:image/png;base64,") && svg.contains("ECG") && svg.contains("<desc"))
    #expect(!screen.values.isEmpty)
    for entry in screen.values {
      #expect(svg.contains(">\(entry.value)<"), "\(entry.value)")
      #expect(screen.description.contains(entry.value))
    }
  }

  @Test func theNumbersOnTheScreenAreThoseOfTheReport() throws {
    let report = Instrument.doppler.report(.healthy)
    let screen = try DopplerScreen(.healthy, .mitralInflow)
    #expect(screen.values.first?.value == "\(NumberText.fixed(report[.E] ?? .nan, digits: 2)) m/s")
    #expect(screen.marks.map(\.name) == ["E", "A"])
    #expect(try DopplerScreen(.fibrillating, .mitralInflow).marks.map(\.name) == ["E"])
  }

  @Test func aFoldedWaveIsCalledSo() throws {
    let settings = try SpectrumSettings(limit: 1.0)
    let screen = try DopplerScreen(.acute, .mitralInflow, settings: settings)
    #expect(screen.picture().svg().contains("E (folded)") && screen.description.contains("fold"))
    #expect(try !DopplerScreen(.acute, .mitralInflow).picture().svg().contains("(folded)"))
  }

  @Test func theColourScreenSaysWhatWasReadAndHasItsRaster() throws {
    let screen = try #require(try ColourScreen(.flail))
    let svg = screen.picture().svg()
    #expect(isWellFormed(svg))
    #expect(svg.contains("\(NumberText.fixed(screen.convergence.frameRadius, digits: 2)) cm"))
    #expect(screen.description.contains("aliasing velocity"))
    // Towards, away and turbulent are all there.
    let colours = Set(screen.raster.points)
    #expect(colours.count > 10)
    #expect(try ColourScreen(.healthy) == nil)
  }

  @Test func impossibleAliasingVelocitiesMakeNoPicture() {
    #expect(throws: SettingFault.self) { try ColourScreen(.flail, aliasing: 0) }
  }
}
