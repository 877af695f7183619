// A Doppler machine's screen: the spectrum in greys on black, speeds at the right, time below, a caliper at every wave
// that was read and its number above the spectrum. The numbers are those of the report.

import Circulation
import Drawing
import Findings
import Instruments

/// A window of Doppler, recorded and read.
public struct DopplerScreen: Sendable {
  public let spectrum: Spectrum
  public let marks: [DopplerMark]
  /// Names and values with their units, as "E" and "0.76 m/s".
  public let values: [(name: String, value: String)]
  /// The electrocardiogram over the recording's time, evenly sampled, in any unit; nil: none is shown.
  public var electrocardiogram: [Double]?

  /// Records and reads a window as it is usually set, or as told.
  public init(
    _ examined: Examined, _ window: DopplerWindow, settings: SpectrumSettings? = nil, duration: Double = 2.4,
    seed: UInt64 = 1, electrocardiogram: [Double]? = nil
  ) throws(SettingFault) {
    spectrum = try Spectrum(examined, window, settings: settings, duration: duration, seed: seed)
    let examination = DopplerExamination(examined)
    marks = examination.waves.marks(window, jet: examination.jet)
    values = Self.values(window, examination)
    self.electrocardiogram = electrocardiogram
  }

  private static func values(
    _ window: DopplerWindow, _ examination: DopplerExamination
  ) -> [(name: String, value: String)] {
    let report = examination.report
    var out: [(name: String, value: String)] = []
    func add(_ name: String, _ value: Double?, _ digits: Int, _ unit: String) {
      guard let value else { return }
      out.append((name, NumberText.shown(value, digits: digits) + (unit.isEmpty ? "" : " " + unit)))
    }
    let waves = examination.waves
    switch window {
    case .mitralInflow:
      add("E", report[.E], 2, "m/s")
      add("A", report[.A], 2, "m/s")
      add("E/A", report[.EA], 2, "")
      add("DT", report[.DT], 0, "ms")
    case .septalAnnulus, .lateralAnnulus:
      let ring = window == .septalAnnulus ? waves.septal : waves.lateral
      add("s′", 100 * ring.s.value, 1, "cm/s")
      add("e′", -100 * ring.e.value, 1, "cm/s")
      add("a′", ring.a.map { -100 * $0.value }, 1, "cm/s")
    case .pulmonaryVein:
      add("S", report[.PVS], 2, "m/s")
      for mark in examination.waves.marks(window, jet: nil) where mark.name == "S1" || mark.name == "S2" {
        add(mark.name, mark.velocity, 2, "m/s")
      }
      add("D", report[.PVD], 2, "m/s")
      add("S/D", report[.PVSD], 2, "")
      add("Ar", report[.PVAr], 2, "m/s")
    case .outflowTract:
      add("Vmax", waves.outflow.map { -$0.value }, 2, "m/s")
      add("VTI", report[.LVOTVTI], 1, "cm")
      add("d", report[.LVOTd], 0, "mm")
      add("SV", report[.FSV], 0, "mL")
    case .aorticValve:
      add("Vmax", report[.AoVmax], 2, "m/s")
      add("Peak gradient", report[.AoVmax].map { 4 * $0 * $0 }, 0, "mmHg")
    case .tricuspidJet:
      add("TR Vmax", report[.TRVmax], 2, "m/s")
      add("Gradient", report[.TRVmax].map { 4 * $0 * $0 }, 0, "mmHg")
      add("PASP", report[.PASP], 0, "mmHg")
    case .mitralJet:
      add("MR Vmax", report[.MRVmax], 2, "m/s")
      add("VTI", report[.MRVTI], 0, "cm")
      add("dP/dt", report[.dPdtMax], 0, "mmHg/s")
      if let word = report.signs.word(.cwShape) { out.append(("Envelope", word)) }
    }
    return out
  }

  /// What is to be seen, in words.
  public var description: String {
    var text = "A Doppler spectrum over \(NumberText.fixed(spectrum.duration, digits: 1)) s."
    if values.isEmpty { return text + " Nothing is measured on it." }
    var list = ""
    for entry in values { list += (list.isEmpty ? "" : ", ") + entry.name + " " + entry.value }
    text += " Measured: " + list + "."
    if marks.contains(where: { isFolded($0) }) { text += " The fastest speeds fold over to the other side." }
    return text
  }

  private func isFolded(_ mark: DopplerMark) -> Bool {
    (spectrum.shown(mark.velocity) - mark.velocity).magnitude > 1e-9
  }

  /// The screen.
  ///
  /// - Parameters:
  ///   - width: at least 320, in the canvas' units; height at least 240.
  public func picture(width: Double = 600, height: Double = 420) -> Canvas {
    var canvas = Canvas(
      title: spectrum.window.title, description: description, width: width, height: height, ground: .screen)
    let trace = electrocardiogram == nil ? 0.0 : 46.0
    let top = drawHead(&canvas)
    let frame = Frame(
      x: 0...spectrum.duration, y: spectrum.settings.range, left: 10, top: top, right: width - 62,
      bottom: height - 30 - trace)
    canvas.image(
      raster, x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top)
    drawScale(&canvas, frame)
    drawTime(&canvas, frame, below: trace)
    for mark in marks { draw(mark, &canvas, frame) }
    if let electrocardiogram { draw(electrocardiogram, &canvas, frame, bottom: height - 26) }
    return canvas
  }

  /// The spectrum as points.
  public var raster: Raster {
    var raster = Raster(width: spectrum.columns, height: spectrum.rows, palette: Raster.greys)
    for column in 0..<spectrum.columns {
      for row in 0..<spectrum.rows { raster[column, row] = Int((15 * spectrum[column, row]).rounded(.down)) }
    }
    return raster
  }

  /// The title, and the numbers in as many lines as they need; tells where the spectrum can begin.
  private func drawHead(_ canvas: inout Canvas) -> Double {
    canvas.text(spectrum.window.title, at: PlotPoint(10, 22), size: 18, bold: true)
    let y = canvas.numbers(values)
    let settings = spectrum.settings
    var setup = spectrum.window.isContinuous ? "" : "Nyquist \(speed(settings.limit)), "
    if settings.wallFilter > 0 { setup += "filter \(speed(settings.wallFilter)), " }
    setup += "gain \(NumberText.fixed(settings.gain, digits: 0)) dB"
    canvas.text(setup, at: PlotPoint(10, y + 20), size: 14, tone: .faint)
    return y + 30
  }

  private var usesCentimetres: Bool { spectrum.settings.limit < 1 }

  private func speed(_ value: Double) -> String {
    usesCentimetres ? "\(NumberText.fixed(100 * value, digits: 0)) cm/s" : "\(NumberText.fixed(value, digits: 1)) m/s"
  }

  private func drawScale(_ canvas: inout Canvas, _ frame: Frame) {
    let scale = usesCentimetres ? 100.0 : 1
    let ticks = Ticks(
      scale * frame.y.lowerBound...scale * frame.y.upperBound, most: max(Int((frame.bottom - frame.top) / 42), 3),
      outward: false)
    for value in ticks.values {
      let row = frame.py(value / scale)
      canvas.stroke([PlotPoint(frame.right, row), PlotPoint(frame.right + 6, row)], .text)
      canvas.text(ticks.label(value), at: PlotPoint(frame.right + 10, row + 5), size: 15)
    }
    canvas.text(
      usesCentimetres ? "cm/s" : "m/s", at: PlotPoint(canvas.width - 10, frame.bottom + 20), anchor: .end, size: 15)
    if frame.y.contains(0) {
      let row = frame.py(0)
      canvas.stroke([PlotPoint(frame.left, row), PlotPoint(frame.right, row)], .ink(.aorta), width: 1)
    }
  }

  private func drawTime(_ canvas: inout Canvas, _ frame: Frame, below: Double) {
    let row = frame.bottom + below
    let count = Int(5 * spectrum.duration + 1e-9)
    for tick in 0...count {
      let column = frame.px(0.2 * Double(tick))
      canvas.stroke(
        [PlotPoint(column, row + 1), PlotPoint(column, row + (tick % 5 == 0 ? 9 : 5))], .text)
      if tick % 5 == 0, tick > 0 {
        canvas.text("\(tick / 5) s", at: PlotPoint(column, row + 23), anchor: .middle, size: 15)
      }
    }
  }

  private func draw(_ mark: DopplerMark, _ canvas: inout Canvas, _ frame: Frame) {
    let time = spectrum.beatStart + mark.time
    // A wave that began before the beat is marked where the beat before ended alike.
    guard frame.x.contains(time) else { return }
    let shown = spectrum.shown(mark.velocity)
    guard frame.y.contains(shown) else { return }
    let place = frame.point(time, shown)
    // Dark below, so that it stands out on the brightest echo.
    for (tone, width) in [(Canvas.Tone.fixed("#000000"), 5.0), (.ink(.mark), 2)] {
      let reach = width > 3 ? 8.5 : 7
      canvas.stroke(
        [PlotPoint(place.x - reach, place.y), PlotPoint(place.x + reach, place.y)], tone, width: width)
      canvas.stroke(
        [PlotPoint(place.x, place.y - reach), PlotPoint(place.x, place.y + reach)], tone, width: width)
    }
    // Beyond the edge of the echo, where there is room.
    let beyond = frame.py(shown) - frame.py(shown + 0.12 * mark.velocity)
    var row = mark.velocity >= 0 ? place.y - 10 - beyond : place.y + 22 - beyond
    let isBeside = row < frame.top + 15 || row > frame.bottom - 4
    if isBeside { row = place.y + 5 }
    let label = isFolded(mark) ? mark.name + " (folded)" : mark.name
    let span = 1.08 * ScreenText.span(label, size: 16) + 6
    let left = isBeside ? place.x + 10 : place.x - 0.5 * span
    canvas.rectangle(
      x: left, y: row - 14, width: span, height: 18, .fixed("#000000"), opacity: 0.6, rounding: 3)
    canvas.text(
      label, at: PlotPoint(left + 0.5 * span, row), anchor: .middle, size: 16, bold: true, tone: .ink(.mark))
  }

  private func draw(_ values: [Double], _ canvas: inout Canvas, _ frame: Frame, bottom: Double) {
    guard values.count > 1, let low = values.min(), let high = values.max(), high > low else { return }
    let top = frame.bottom + 8
    let height = bottom - 8 - top
    let points = values.enumerated().map { index, value in
      PlotPoint(
        frame.left + Double(index) / Double(values.count - 1) * (frame.right - frame.left),
        top + (high - value) / (high - low) * height)
    }
    canvas.stroke(points, .ink(.atrium), width: 1.5)
    canvas.text("ECG", at: PlotPoint(frame.right + 10, top + height), size: 13, tone: .ink(.atrium))
  }
}

extension Canvas {
  /// What was measured, below a screen's title, names beside their values in as many lines as they need; tells the last
  /// line's base.
  @discardableResult
  mutating func numbers(_ values: [(name: String, value: String)]) -> Double {
    var (x, y) = (10.0, 48.0)
    for entry in values {
      let name = ScreenText.span(entry.name, size: 17) + 7
      let value = 1.08 * ScreenText.span(entry.value, size: 17)
      if x > 10, x + name + value > width { (x, y) = (10, y + 23) }
      text(entry.name, at: PlotPoint(x, y), size: 17, tone: .faint)
      text(entry.value, at: PlotPoint(x + name, y), size: 17, bold: true, tone: .ink(.mark))
      x += name + value + 18
    }
    return y
  }
}

/// How much room words need on a screen.
enum ScreenText {
  /// About, in the canvas' units; of wide letters, so that what is set side by side does not touch.
  static func span(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { sum, letter in
      let share: Double
      switch letter {
      case "m", "M", "W", "w", "%": share = 0.95
      case " ", "\u{A0}", ".", ",", "/", "i", "l", "j", "′", "-": share = 0.36
      case "A"..."Z": share = 0.72
      default: share = 0.64
      }
      return sum + share * size
    }
  }
}
