// The phonocardiogram: what is heard, as a curve and as tones over time, below the electrical beat and beside the
// valves' moments, all on one time axis.

import Circulation
import Drawing
import Instruments
import Lanes

/// Draws a recording of heart sounds.
public struct PhonocardiogramPicture: Sendable {
  private static let width = 480.0
  private static let height = 497.0
  private static let left = 48.0
  private static let right = 472.0

  private let examined: Examined
  private let settings: PhonocardiogramSettings
  private let name: String

  /// - Parameter name: of the case.
  public init(_ examined: Examined, _ settings: PhonocardiogramSettings, name: String = "") {
    self.examined = examined
    self.settings = settings
    self.name = name
  }

  /// Two beats and a little more, of the settings' place and piece.
  public func canvas() -> Canvas {
    var settings = self.settings
    settings.seconds = min(max(2.3 * examined.beat.cycle + 0.1, 1.2), 3)
    let recording = Phonocardiogram(examined, settings)
    let heard = Auscultation(examined, at: settings.site, jet: settings.jet)
    var canvas = Canvas(
      title: "Phonocardiogram at the \(settings.site.title)" + (name.isEmpty ? "" : ": \(name)"),
      description: AuscultationWords.sentences(heard).joined(separator: " "), width: Self.width, height: Self.height,
      ground: .screen)
    let span = 0...settings.seconds
    canvas.text(
      "Phonocardiogram, \(settings.site.title), \(settings.chestPiece.identifier)", at: PlotPoint(8, 18), bold: true)
    if !name.isEmpty {
      canvas.text(name, at: PlotPoint(8, 33), size: 11, tone: .faint)
    }
    drawBeat(recording, span, &canvas)
    drawCurve(recording, span, &canvas)
    drawTones(recording, span, &canvas)
    return canvas
  }

  /// Lead II, which tells systole from diastole.
  private func drawBeat(_ recording: Phonocardiogram, _ span: ClosedRange<Double>, _ canvas: inout Canvas) {
    let rate = 500.0
    let lead = Electrocardiogram(examined, strip: recording.strip, rate: rate).lead(.II)
    let low = min(lead.min() ?? 0, -0.1)
    let high = max(lead.max() ?? 1, low + 0.1)
    let frame = Frame(x: span, y: low...high, left: Self.left, top: 44, right: Self.right, bottom: 76)
    canvas.text("ECG", at: PlotPoint(8, 72), size: 11, tone: .faint)
    canvas.stroke(
      frame.points(lead.enumerated().map { PlotPoint(Double($0.offset) / rate, $0.element) }), .ink(.atrium), width: 1.4
    )
  }

  private func drawCurve(_ recording: Phonocardiogram, _ span: ClosedRange<Double>, _ canvas: inout Canvas) {
    let samples = recording.samples
    let top = max(samples.reduce(0) { max($0, $1.magnitude) }, 0.02) * 1.05
    let frame = Frame(x: span, y: -top...top, left: Self.left, top: 126, right: Self.right, bottom: 240)
    canvas.axes(frame, xLabel: "", yLabel: "Sound", grid: false)
    // Lowest and highest of what falls on each half unit.
    let columns = 2 * Int(Self.right - Self.left)
    var points: [PlotPoint] = []
    for column in 0..<columns {
      let first = column * samples.count / columns
      let last = max((column + 1) * samples.count / columns, first + 1)
      let time = span.upperBound * (Double(column) + 0.5) / Double(columns)
      let piece = samples[first..<min(last, samples.count)]
      guard let low = piece.min(), let high = piece.max() else { continue }
      points += [PlotPoint(time, column % 2 == 0 ? low : high), PlotPoint(time, column % 2 == 0 ? high : low)]
    }
    canvas.stroke(frame.points(points), .ink(.signal), width: 0.8)
    drawNames(recording, frame, &canvas)
  }

  /// The valves' moments as dotted lines through both frames, their names once.
  private func drawMoments(_ recording: Phonocardiogram, _ frame: Frame, _ canvas: inout Canvas) {
    for place in recording.strip.places {
      let moments = Examined(
        examined.heart, body: examined.body, beats: examined.beats, representative: place.beat
      ).moments
      let times: [(Double?, String)] = [
        (moments.mitralClosure, "mitral shuts"), (moments.aorticClosure, "aortic shuts"),
        (moments.mitralOpening, "mitral opens"),
      ]
      let isFirst = place.activation == recording.strip.places.first { $0.activation > 0.1 }?.activation
      for (row, (time, name)) in times.enumerated() {
        guard let time, frame.x.contains(place.activation + time) else { continue }
        let column = frame.px(place.activation + time)
        canvas.stroke([PlotPoint(column, frame.top), PlotPoint(column, 447)], .faint, width: 0.8, dashes: [1.5, 3])
        guard isFirst else { continue }
        canvas.text(
          // The one in the middle on a line of its own: systole may be shorter than two names.
          name, at: PlotPoint(column + (row < 2 ? -3 : 3), row == 1 ? 267 : 254), anchor: row < 2 ? .end : .start,
          size: 11, tone: .faint
        )
      }
    }
  }

  /// Names of what is heard, above the curve; those too near each other on up to three lines.
  private func drawNames(_ recording: Phonocardiogram, _ frame: Frame, _ canvas: inout Canvas) {
    let lines = [119.0, 105, 91]
    var last = [Double](repeating: -100, count: lines.count)
    for sound in recording.sounds.sorted(by: { $0.time < $1.time }) {
      let kind = sound.kind
      guard kind.isClosure ? sound.amplitude > 0.05 : sound.amplitude >= 0.05 else { continue }
      if !kind.isClosure, kind.isLow, sound.amplitude < HeartSounds.faintest { continue }
      let column = frame.px(sound.time + 0.5 * (kind.isClosure ? 0.02 : kind.duration))
      guard column > frame.left + 6, column < frame.right - 6 else { continue }
      let label = Self.label(kind)
      guard let line = last.firstIndex(where: { column - $0 >= 8 + 6.5 * Double(label.count) }) else { continue }
      last[line] = column
      canvas.text(
        label, at: PlotPoint(column, lines[line]), anchor: .middle, size: 11,
        tone: .ink(kind.isClosure ? .signal : .mark))
    }
  }

  private static func label(_ kind: HeartSoundKind) -> String {
    switch kind {
    case .openingSnap: "OS"
    case .discClosure: "CC"
    case .discOpening: "OC"
    default: kind.identifier
    }
  }

  private func drawTones(_ recording: Phonocardiogram, _ span: ClosedRange<Double>, _ canvas: inout Canvas) {
    let highest = settings.chestPiece == .bell ? 300.0 : 700
    let frame = Frame(x: span, y: 0...highest, left: Self.left, top: 289, right: Self.right, bottom: 447)
    let tones = SoundSpectrogram(
      recording.samples, rate: Phonocardiogram.rate, columns: 326, rows: 56, highest: highest,
      window: settings.chestPiece == .bell ? 0.06 : 0.04)
    canvas.image(
      tones.raster(), x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top)
    canvas.axes(frame, xLabel: "Time (s)", yLabel: "Frequency (Hz)", grid: false)
    let all = Frame(x: span, y: 0...1, left: Self.left, top: 126, right: Self.right, bottom: 447)
    drawMoments(recording, all, &canvas)
    drawScale(&canvas)
  }

  /// What the colours mean.
  private func drawScale(_ canvas: inout Canvas) {
    var scale = Raster(width: 16, height: 1, palette: SoundSpectrogram.heat)
    for column in 0..<16 { scale[column, 0] = column }
    canvas.text("−54", at: PlotPoint(Self.right - 148, 283), anchor: .end, size: 11)
    canvas.image(scale, x: Self.right - 143, y: 274, width: 96, height: 9)
    canvas.text("0 dB", at: PlotPoint(Self.right, 283), anchor: .end, size: 11)
  }
}
