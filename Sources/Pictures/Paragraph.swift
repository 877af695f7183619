// Words that go on over several lines of a picture.
//
// Pictures are laid out for a telephone: at 360 pixels across no letter is smaller than 7 of them, which
// `everyLetterCanBeReadOnATelephone` holds. So what is long is set in lines below each other, not side by side.

import Drawing

extension Canvas {
  /// Words in lines no wider than a width, the first on the base line `place`; gives the base line of the line after them.
  @discardableResult
  mutating func paragraph(
    _ words: String, at place: PlotPoint, width: Double, size: Double = 12, bold: Bool = false, tone: Tone = .text
  ) -> Double {
    var row = place.y
    var line = ""
    for word in words.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || ScreenText.span(longer, size: size) <= width {
        line = longer
        continue
      }
      text(line, at: PlotPoint(place.x, row), size: size, bold: bold, tone: tone)
      row += 1.35 * size
      line = String(word)
    }
    text(line, at: PlotPoint(place.x, row), size: size, bold: bold, tone: tone)
    return row + 1.35 * size
  }
}
