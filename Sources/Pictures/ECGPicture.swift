// The electrocardiogram on its paper: 25 mm a second, 10 mm a millivolt, six rows of two leads of 2.5 s each (limb leads
// left, chest leads right), and lead II for ten seconds in two lines below them. So it is narrow enough for a telephone.

import Circulation
import Instruments
import Drawing

extension Canvas {
  /// Twelve leads and a rhythm strip on millimetre paper, with what was measured and read.
  public static func electrocardiogram(_ examined: Examined) -> Canvas {
    let reading = ElectrocardiogramReading(examined)
    let strip = Strip(examined, duration: 10, lead: 0.2)
    let ecg = Electrocardiogram(examined, strip: strip, rate: 500)
    let lines = [(headline(reading.rhythmText), 15.0), (reading.intervalText, 13), (headline(findings(reading)), 14)]
    var page = Canvas(title: "", description: "", width: Self.narrowPage, height: 0)
    let head = page.heading(lines)
    let paper = ECGPaper(millimetre: 2.8, left: 10, top: head, rows: 8, rowHeight: 30, length: 125)
    var canvas = Canvas(
      title: "Electrocardiogram", description: "Twelve leads and ten seconds of lead II. " + words(reading),
      width: paper.right + 10, height: paper.bottom + 26)
    canvas.heading(lines)
    canvas.draw(paper)
    let rows: [[ECGLead]] = [[.I, .V1], [.II, .V2], [.III, .V3], [.aVR, .V4], [.aVL, .V5], [.aVF, .V6]]
    for (row, leads) in rows.enumerated() {
      for (column, lead) in leads.enumerated() {
        // All leads of a column at the same moments.
        let start = 2.5 * Double(column)
        canvas.trace(ecg.lead(lead), of: lead, paper, row: row, from: start, to: start + 2.5, rate: 500)
      }
    }
    for line in 0..<2 {
      let values = Array(ecg.lead(.II).dropFirst(line * 2500))
      canvas.trace(values, of: .II, paper, row: 6 + line, from: 0, to: 5, rate: 500)
    }
    canvas.text(
      "25 mm/s, 10 mm/mV; a large square is 0.2 s and 0.5 mV", at: PlotPoint(10, paper.bottom + 17), size: 12,
      tone: .faint)
    return canvas
  }

  /// Of the twelve leads, in the canvas' units.
  private static let narrowPage = 398.0

  /// What was measured and read, in as many lines as it needs; gives where the paper may begin.
  @discardableResult
  private mutating func heading(_ lines: [(words: String, size: Double)]) -> Double {
    var row = 20.0
    for (place, line) in lines.enumerated() {
      // No line ends between a name and its number. Numbers and small letters are narrower than `ScreenText` has letters.
      let room = (Self.narrowPage - 16) * (place == 1 ? 1.15 : 1)
      let words = line.words.split(separator: ",").map { part in
        part.drop { $0 == " " }.replacing(" ", with: "\u{A0}")
      }
      row = paragraph(
        place == 1 ? words.joined(separator: ", ") : line.words, at: PlotPoint(10, row), width: room, size: line.size,
        bold: place == 0)
    }
    return row - 6
  }

  /// Ten seconds of a few leads, one below the other.
  ///
  /// - Parameter leads: at least one.
  public static func rhythmStrip(_ examined: Examined, leads: [ECGLead] = [.II, .V1]) -> Canvas {
    let reading = ElectrocardiogramReading(examined)
    let ecg = Electrocardiogram(examined, strip: Strip(examined, duration: 10, lead: 0.2), rate: 500)
    let paper = ECGPaper(millimetre: 2.8, left: 10, top: 36, rows: leads.count, rowHeight: 26)
    var canvas = Canvas(
      title: "Rhythm strip",
      description: "Ten seconds of \(leads.map(\.name).joined(separator: " and ")). "
        + words(reading), width: paper.right + 10, height: paper.bottom + 26)
    canvas.text(headline(reading.rhythmText), at: PlotPoint(10, 22), size: 15, bold: true)
    canvas.draw(paper)
    for (row, lead) in leads.enumerated() {
      canvas.trace(ecg.lead(lead), of: lead, paper, row: row, from: 0, to: 10, rate: 500)
    }
    canvas.text("25 mm/s, 10 mm/mV", at: PlotPoint(10, paper.bottom + 17), size: 12, tone: .faint)
    return canvas
  }

  private static func words(_ reading: ElectrocardiogramReading) -> String {
    headline(reading.text) + "; " + reading.intervalText + "."
  }

  private static func findings(_ reading: ElectrocardiogramReading) -> String {
    let said = reading.findings
    return said.isEmpty && reading.isOrdinary ? "nothing out of the ordinary" : said.joined(separator: ", ")
  }

  /// With a capital at its beginning; what begins with an abbreviation keeps it.
  static func headline(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

extension ScreenTrace {
  /// Lead II over the time of a screen.
  static func electrocardiogram(_ examined: Examined, over strip: Strip) -> ScreenTrace {
    ScreenTrace("ECG", Electrocardiogram(examined, strip: strip, rate: 500).lead(.II), rate: 500)
  }
}

extension Wiggers.Recording {
  /// Lead II over the time base of a Wiggers diagram.
  public static func electrocardiogram(_ examined: Examined) -> Wiggers.Recording {
    let ecg = Electrocardiogram(examined, strip: Wiggers.strip(examined), rate: 500)
    return Wiggers.Recording(name: "ECG, lead II", unit: "mV", rate: 500, values: ecg.lead(.II))
  }

  /// What a microphone at the apex hears over the time base of a Wiggers diagram; full scale is 1.
  public static func sound(_ examined: Examined) -> Wiggers.Recording {
    var settings = PhonocardiogramSettings(site: .apex)
    settings.seconds = Wiggers.strip(examined).duration
    let recording = Phonocardiogram(examined, settings, lead: Wiggers.lead)
    return Wiggers.Recording(
      name: "Heart sounds at the apex", unit: "", rate: Phonocardiogram.rate, values: recording.samples)
  }
}

/// Millimetre paper with rows of traces.
struct ECGPaper {
  /// Canvas units in a millimetre.
  let millimetre: Double
  let left: Double
  let top: Double
  let rows: Int
  /// mm.
  let rowHeight: Double
  /// Room for the calibration pulse and for the seconds of a row, mm.
  let lead = 10.0
  var length = 250.0
  /// Room above the first row for tall waves, mm.
  let head = 10.0

  var right: Double { left + (lead + length) * millimetre }
  var bottom: Double { top + (head + Double(rows) * rowHeight) * millimetre }

  /// The place of a voltage, mV, at a time, s, in a row, whose zero is somewhat below its middle.
  func point(_ time: Double, _ voltage: Double, row: Int) -> PlotPoint {
    PlotPoint(
      left + (lead + 25 * time) * millimetre,
      top + (head + (Double(row) + 0.56) * rowHeight - 10 * voltage) * millimetre)
  }
}

extension Canvas {
  /// The paper, light whatever the reader's device is set to: it is paper.
  mutating func draw(_ paper: ECGPaper) {
    let width = paper.right - paper.left
    let height = paper.bottom - paper.top
    rectangle(x: paper.left, y: paper.top, width: width, height: height, .fixed("#FFF6F5"))
    var thin: [PlotPoint] = []
    let across = Int(paper.lead + paper.length)
    let down = Int(paper.head + Double(paper.rows) * paper.rowHeight)
    for isThick in [false, true] {
      let tone = Tone.fixed(isThick ? "#E3A9A4" : "#F4D9D6")
      for k in 0...across where (k % 5 == 0) == isThick {
        let x = paper.left + Double(k) * paper.millimetre
        thin = [PlotPoint(x, paper.top), PlotPoint(x, paper.bottom)]
        stroke(thin, tone, width: isThick ? 0.8 : 0.5)
      }
      for k in 0...down where (k % 5 == 0) == isThick {
        let y = paper.top + Double(k) * paper.millimetre
        thin = [PlotPoint(paper.left, y), PlotPoint(paper.right, y)]
        stroke(thin, tone, width: isThick ? 0.8 : 0.5)
      }
    }
    for row in 0..<paper.rows {
      // The calibration pulse: 1 mV for 0.2 s.
      let pulse = [(-0.36, 0.0), (-0.3, 0), (-0.3, 1), (-0.1, 1), (-0.1, 0), (-0.04, 0)]
      stroke(pulse.map { paper.point($0.0, $0.1, row: row) }, .fixed("#1B1B20"), width: 1.1)
    }
  }

  /// A lead's name on a ground of its own, so that no deep wave of another lead strikes it.
  private mutating func name(_ lead: ECGLead, at place: PlotPoint) {
    let width = 9 * Double(lead.name.count) + 5
    rectangle(x: place.x - 3, y: place.y - 12, width: width, height: 16, .fixed("#FFF6F5"), opacity: 0.9, rounding: 3)
    text(lead.name, at: place, size: 13, bold: true, tone: .fixed("#1B1B20"))
  }

  /// A lead on the paper.
  mutating func trace(
    _ values: [Double], of lead: ECGLead, _ paper: ECGPaper, row: Int, from start: Double, to end: Double, rate: Double
  ) {
    let first = Int(start * rate)
    let last = min(Int(end * rate), values.count)
    guard first < last else { return }
    let points = (first..<last).map { paper.point(Double($0) / rate, values[$0], row: row) }
    stroke(points, .fixed("#1B1B20"), width: 1.2)
    let mark = paper.point(start, 0, row: row)
    if start > 0 {
      stroke(
        [PlotPoint(mark.x, mark.y - 4 * paper.millimetre), PlotPoint(mark.x, mark.y + 4 * paper.millimetre)],
        .fixed("#1B1B20"), width: 0.8)
    }
    name(lead, at: PlotPoint(mark.x + 4, mark.y + 7.6 * paper.millimetre))
  }
}
