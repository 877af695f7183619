// Every picture can be read on a telephone, 360 pixels wide.

import Drawing
import ExaminedHearts
import Instruments
import Pictures
import Testing

@Suite struct TelephoneTests {
  /// The smallest letters of a picture where it is 360 pixels wide.
  private func smallestLetters(_ canvas: Canvas) -> Double {
    var sizes: [Double] = []
    for piece in canvas.svg().pieces(between: "<text ", and: ">") {
      sizes.append(piece.pieces(between: "font-size=\"", and: "\"").first.flatMap { Double($0) } ?? 12)
    }
    return (sizes.min() ?? .infinity) * 360 / canvas.width
  }

  @Test(arguments: [Examined.decompensated, .flail])
  func everyLetterCanBeReadOnATelephone(_ examined: Examined) {
    let sheet = Picture(
      "sheet",
      BeatSheet.canvas(
        examined, name: "A heart", ghost: ("Healthy heart", Examined.healthy.beat),
        recordings: [.electrocardiogram(examined), .sound(examined)]))
    let heart = Picture("heart", HeartPicture(examined, healthy: .healthy).canvas())
    for picture in InstrumentCatalogue.all.flatMap({ Gallery.pictures(of: $0, examined) }) + [sheet, heart] {
      #expect(smallestLetters(picture.canvas) >= 7, "\(picture.name)")
    }
  }

  @Test func whatIsReadMostIsLargest() {
    #expect(smallestLetters(Canvas.electrocardiogram(.decompensated)) >= 10)
    #expect(smallestLetters(Wiggers.canvas(.flail, name: "A heart")) >= 9)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What stands between two marks, everywhere.
  fileprivate func pieces(between first: String, and last: String) -> [Substring] {
    var out: [Substring] = []
    var rest = self[...]
    while let begin = rest.firstRange(of: first) {
      rest = rest[begin.upperBound...]
      guard let end = rest.firstRange(of: last) else { break }
      out.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return out
  }
}
