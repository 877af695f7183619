// The pictures of catheter, electrocardiogram and chest film: whole, labelled, and told in words.

import Circulation
import Drawing
import ExaminedHearts
import Instruments
import Pictures
import Quantities
import Testing

@Suite struct InstrumentPictureTests {
  @Test func theElectrocardiogramNamesItsTwelveLeads() {
    let svg = Canvas.electrocardiogram(.decompensated).svg()
    for lead in ECGLead.allCases { #expect(svg.contains(">\(lead.name)</text>"), "\(lead.name)") }
    #expect(svg.contains("25 mm/s, 10 mm/mV"))
    #expect(svg.contains("P mitrale"))
    #expect(!svg.contains("nan"))
  }

  @Test func anECGsIntervalsAndItsAxisStandInOneLine() {
    let svg = Canvas.electrocardiogram(.healthy).svg()
    let line = svg.split(separator: "<text").dropFirst().first { $0.contains("QRS") } ?? ""
    #expect(line.contains("axis\u{A0}") && line.contains("°</text>"), "\(line)")
  }

  @Test func noDividerTouchesACaptionOfTheRightHeart() throws {
    let svg = Canvas.rightHeartPressures(CatheterStudy(.decompensated)).svg()
    func first(_ name: String, in tag: Substring) -> Double? {
      tag.split(separator: " \(name)=\"").dropFirst().first?.split(separator: "\"").first.flatMap { Double($0) }
    }
    let captions = svg.split(separator: "<text").dropFirst().filter {
      $0.contains(">PA ") || $0.contains(">RV ") || $0.contains("Wedge")
    }
    #expect(captions.count == 3)
    let lowest = try #require(captions.compactMap { first("y", in: $0) }.max())
    // Dividers are upright dashed lines: they begin below all captions.
    let dividers = svg.split(separator: "<path").filter { $0.contains("stroke-dasharray=\"2 3\"") }
    #expect(dividers.count == 3)
    for divider in dividers {
      let top = divider.split(separator: "d=\"M").last?.split(separator: "\"").first?.split { " L,".contains($0) }
      let height = try #require(top?.dropFirst().first.flatMap { Double($0) })
      #expect(height > lowest + 4, "\(divider)")
    }
  }

  @Test func aFileShrinksToItsWindow() {
    let svg = Canvas.electrocardiogram(.healthy).svg()
    #expect(svg.contains("style=\"max-width:100%;height:auto\"") && svg.contains(" width=\""))
    #expect(!Canvas.electrocardiogram(.healthy).svg(setting: .page).contains("max-width"))
  }

  @Test func theVentriculogramSaysWhatItsGradeRestsOn() {
    let canvas = Canvas.ventriculogram(.decompensated)
    #expect(canvas.svg().contains("rests on the shadow, not on the flow"))
    #expect(canvas.description.contains("rests on the shadow"))
  }

  @Test func paperIsTrueToScale() {
    // On the rhythm strip a second is 25 mm wide and a millivolt 10 mm high, 2.8 units each.
    let canvas = Canvas.rhythmStrip(.healthy, leads: [.II])
    #expect(canvas.width == 2 * 10 + 260 * 2.8)
  }

  @Test func catheterCurvesBearTheirWaves() {
    var settings = CatheterSettings()
    settings.isTransseptal = true
    let left = Canvas.leftHeartPressures(CatheterStudy(.acute, settings: settings)).svg()
    for word in [">a<", ">y<", ">c–v<", ">LA<", ">LV<", ">Aorta<", "mmHg"] { #expect(left.contains(word), "\(word)") }
    let right = Canvas.rightHeartPressures(CatheterStudy(.fibrillating)).svg()
    #expect(!right.contains(">a<") && right.contains(">v<"))
    for word in ["Wedge", "PA ", "RV ", "RA "] { #expect(right.contains(word), "\(word)") }
  }

  @Test func theVentriculogramSaysItsGrade() {
    #expect(Canvas.ventriculogram(.acute).svg().contains("mitral leak 4+"))
    #expect(Canvas.ventriculogram(.healthy).svg().contains("mitral leak 0"))
  }

  @Test func theChestFilmSaysThatItIsASchema() {
    let canvas = Canvas.chestFilm(ChestFilm(.decompensated))
    let svg = canvas.svg()
    #expect(svg.contains("a schema, not a radiograph"))
    #expect(canvas.description.contains("not a radiograph") && canvas.description.contains("double contour"))
    #expect(svg.contains("double contour"))
    #expect(!Canvas.chestFilm(ChestFilm(.healthy)).svg().contains("double contour"))
  }

  @Test func everyInstrumentButTheCuffShowsSomething() {
    for instrument in InstrumentCatalogue.all {
      let pictures = Gallery.pictures(of: instrument, .flail)
      #expect(pictures.isEmpty == (instrument.identifier.description == "cuff"), "\(instrument.identifier)")
    }
  }

  @Test func everyPictureHasAFileName() {
    let names = [Instrument.catheter, .electrocardiogram, .chestFilm].flatMap {
      Gallery.pictures(of: $0, .healthy).map { $0.name }
    }
    #expect(names == ["left-heart", "right-heart", "ventriculogram", "twelve-leads", "chest-film"])
  }
}
