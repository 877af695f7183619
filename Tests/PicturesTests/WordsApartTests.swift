// No two words of a picture stand in each other's way, and none runs over its edge.

import Drawing
import ExaminedHearts
import Instruments
import Pictures
import Testing

@Suite struct WordsApartTests {
  /// Where a word stands, by letters of the narrower kind: what overlaps so overlaps in every typeface.
  private struct Word {
    let text: String
    let left, right, top, bottom: Double

    init?(_ markup: Substring) {
      guard let close = markup.firstIndex(of: ">"), let x = Self.number("x", markup), let y = Self.number("y", markup)
      else { return nil }
      text = String(markup[markup.index(after: close)...])
      let size = Self.number("font-size", markup) ?? 12
      let width = 0.48 * size * Double(text.count)
      let head = markup[..<close]
      left = head.contains("\"middle\"") ? x - 0.5 * width : head.contains("\"end\"") ? x - width : x
      right = left + width
      top = y - 0.65 * size
      bottom = y
    }

    private static func number(_ name: String, _ markup: Substring) -> Double? {
      guard let place = markup.firstRange(of: " \(name)=\"") else { return nil }
      return Double(markup[place.upperBound...].prefix { $0 != "\"" })
    }

    func covers(_ other: Word) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Of a picture without parts that are moved as a whole.
  private func words(_ canvas: Canvas) -> [Word] {
    var out: [Word] = []
    var rest = canvas.svg()[...]
    while let begin = rest.firstRange(of: "<text"), let end = rest.firstRange(of: "</text>") {
      if begin.upperBound < end.lowerBound, let word = Word(rest[begin.upperBound..<end.lowerBound]) {
        out.append(word)
      }
      rest = rest[end.upperBound...]
    }
    return out
  }

  @Test(arguments: [
    Examined.healthy, .acute, .rheumatic, .decompensated, .flail, .prolapse, .ruptured, .fibrillating,
  ])
  func noWordCoversAnotherOrRunsOverTheEdge(_ examined: Examined) {
    var pictures = InstrumentCatalogue.all.flatMap { Gallery.pictures(of: $0, examined) }
    let name = "Severe leak without symptoms, sound ventricle, mean of published groups"
    for site in AuscultationSite.allCases {
      let settings = PhonocardiogramSettings(site: site)
      pictures.append(Picture("listen", PhonocardiogramPicture(examined, settings, name: name).canvas()))
    }
    for picture in pictures where !picture.canvas.svg().contains("<g ") {
      let words = words(picture.canvas)
      #expect(!words.isEmpty, "\(picture.name)")
      for (place, word) in words.enumerated() {
        #expect(word.left > -1 && word.right < picture.canvas.width + 1, "\(picture.name): \(word.text)")
        for other in words[..<place] {
          #expect(!word.covers(other), "\(picture.name): \(word.text) over \(other.text)")
        }
      }
    }
  }
}
