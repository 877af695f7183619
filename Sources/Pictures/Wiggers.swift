// The Wiggers diagram: everything that happens in a heartbeat, row above row on one axis of time (Wiggers 1915), with
// the moments at which valves open and close drawn through all rows. Below pressures, volumes and flows stand what the
// bedside has of them: the electrocardiogram and the heart sounds, where they are given.

import Circulation
import Drawing
import Instruments
import Lanes

/// Draws Wiggers diagrams.
public enum Wiggers {
  /// A recording that is drawn below the model's own rows, over the same time base as the diagram.
  public struct Recording: Sendable {
    public let name: String
    public let unit: String
    /// Samples per second, and the samples from the diagram's beginning.
    public let rate: Double
    public let values: [Double]

    public init(name: String, unit: String, rate: Double, values: [Double]) {
      self.name = name
      self.unit = unit
      self.rate = rate
      self.values = values
    }
  }

  /// The stretch of time that a diagram shows: the beat that is read from its P wave on, and half of the one after it.
  public static func strip(_ examined: Examined) -> Strip {
    Strip(examined, duration: 1.5 * examined.beat.cycle + lead, lead: lead, startsAtRepresentative: true)
  }

  /// From the beginning of a diagram to the activation of the atria, s: P is seen before it.
  static let lead = 0.06

  /// The diagram, 420 wide, so that its letters can be read on a telephone.
  ///
  /// - Parameters:
  ///   - name: whose heart it is.
  ///   - recordings: over the time base of `strip`.
  public static func canvas(_ examined: Examined, name: String, recordings: [Recording] = []) -> Canvas {
    let rows = rows(examined)
    let top = 92.0
    let height = rows.reduce(top) { $0 + $1.height + gap } + Double(recordings.count) * (58 + gap) + 30
    var canvas = Canvas(
      title: "Wiggers diagram: \(name)", description: description(examined), width: width,
      height: height)
    canvas.paragraph(name, at: PlotPoint(4, 16), width: width - 8, size: 14, bold: true)
    let strip = strip(examined)
    let zero = strip.places.first { $0.start >= -1e-9 }?.activation ?? 0
    let span = -zero...(strip.duration - zero)
    var row = top
    let bottom = height - 46
    shadeSystoles(&canvas, strip, examined, span, from: top - 26, to: bottom)
    for (place, entry) in rows.enumerated() {
      let isLast = place == rows.count - 1 && recordings.isEmpty
      draw(entry, &canvas, strip, span, top: row, isLast: isLast, zero)
      row += entry.height + gap
    }
    for (place, recording) in recordings.enumerated() {
      draw(recording, &canvas, span, top: row, isLast: place == recordings.count - 1, zero)
      row += 58 + gap
    }
    nameMoments(&canvas, examined, span, from: top - 26, to: bottom)
    return canvas
  }

  /// In the canvas' units.
  static let width = 420.0
  private static let gap = 42.0
  private static let left = 48.0
  private static let right = 412.0

  /// Curves over one vertical axis.
  private struct Row {
    let label: String
    let height: Double
    let curves: [(name: String, ink: PlotInk, signal: @Sendable (Sample<Double>) -> Double)]
  }

  private static func rows(_ examined: Examined) -> [Row] {
    [
      Row(
        label: "Pressure (mmHg)", height: 190,
        curves: [
          ("LV", .ventricle, { $0.leftVentricularPressure }), ("aorta", .aorta, { $0.aorticPressure }),
          ("LA", .atrium, { $0.leftAtrialPressure }),
        ]),
      Row(
        label: "Volume (mL)", height: 100,
        curves: [("LV", .ventricle, { $0.leftVentricularVolume }), ("LA", .atrium, { $0.leftAtrialVolume })]),
      Row(
        label: "Flow (mL/s)", height: 110,
        curves: [
          ("mitral", .flow, { $0.flows.mitral }), ("aortic", .aorta, { $0.flows.aortic }),
          ("pulmonary vein", .atrium, { $0.pulmonaryVeinFlow }),
        ]),
    ]
  }

  private static func draw(
    _ row: Row, _ canvas: inout Canvas, _ strip: Strip, _ span: ClosedRange<Double>, top: Double, isLast: Bool,
    _ zero: Double
  ) {
    let rate = 500.0
    let curves = row.curves.map { curve in strip.values(rate: rate, curve.signal) }
    let low = curves.reduce(0.0) { min($0, $1.min() ?? 0) }
    let high = curves.reduce(1.0) { max($0, $1.max() ?? 0) }
    let ticks = Ticks(low...high, most: Int(row.height / 28), outward: true)
    let frame = Frame(
      x: span, y: ticks.range, left: left, top: top, right: right, bottom: top + row.height)
    canvas.axes(frame, xLabel: isLast ? timeLabel : "", yLabel: "")
    canvas.text(row.label, at: PlotPoint(4, top - 22))
    if ticks.range.lowerBound < 0 {
      canvas.stroke([frame.point(span.lowerBound, 0), frame.point(span.upperBound, 0)], .faint)
    }
    canvas.legend(row.curves.map { ($0.name, $0.ink) }, x: left + 4, y: top - 7)
    for (curve, values) in zip(row.curves, curves) {
      canvas.curve(
        frame.points(values.enumerated().map { PlotPoint(Double($0.offset) / rate - zero, $0.element) }), curve.ink)
    }
  }

  private static func draw(
    _ recording: Recording, _ canvas: inout Canvas, _ span: ClosedRange<Double>, top: Double, isLast: Bool,
    _ zero: Double
  ) {
    let low = recording.values.min() ?? 0
    let high = recording.values.max() ?? 1
    let frame = Frame(
      x: span, y: low...max(high, low + 1e-9), left: left, top: top, right: right, bottom: top + 58)
    let unit = recording.unit.isEmpty ? "" : " (\(recording.unit))"
    canvas.text(recording.name + unit, at: PlotPoint(4, top - 7))
    if isLast {
      for value in Ticks(span, most: 7, outward: false).values {
        canvas.text(
          NumberText.shown(value, digits: 1), at: PlotPoint(frame.px(value), frame.bottom + 15), anchor: .middle)
      }
      canvas.text(timeLabel, at: PlotPoint((left + right) / 2, frame.bottom + 31), anchor: .middle)
    }
    canvas.curve(
      frame.points(
        recording.values.enumerated().map { PlotPoint(Double($0.offset) / recording.rate - zero, $0.element) }),
      .signal, width: 1.2)
  }

  private static let timeLabel = "Time after ventricular activation (s)"

  /// The time from mitral closure to aortic closure is tinted.
  private static func shadeSystoles(
    _ canvas: inout Canvas, _ strip: Strip, _ examined: Examined, _ span: ClosedRange<Double>, from top: Double,
    to bottom: Double
  ) {
    let moments = examined.moments
    let frame = Frame(x: span, y: 0...1, left: left, top: top, right: right, bottom: bottom)
    guard let end = moments.aorticClosure else { return }
    let first = max(moments.mitralClosure, span.lowerBound)
    canvas.rectangle(
      x: frame.px(first), y: top, width: frame.px(min(end, span.upperBound)) - frame.px(first), height: bottom - top,
      .ink(.ghost), opacity: 0.12)
  }

  private static func nameMoments(
    _ canvas: inout Canvas, _ examined: Examined, _ span: ClosedRange<Double>, from top: Double, to bottom: Double
  ) {
    let frame = Frame(x: span, y: 0...1, left: left, top: top, right: right, bottom: bottom)
    let moments = examined.moments
    let named: [(Double?, String)] = [
      (moments.mitralClosure, "mitral closes"), (moments.aorticOpening, "aortic opens"),
      (moments.aorticClosure, "aortic closes"), (moments.mitralOpening, "mitral opens"),
    ]
    // Moments lie close together in pairs: the names of a pair stand left and right of their lines, each pair in a row of
    // its own.
    for (place, (moment, words)) in named.enumerated() {
      guard let moment, span.contains(moment) else { continue }
      let column = frame.px(moment)
      canvas.stroke([PlotPoint(column, top), PlotPoint(column, bottom)], .faint, dashes: [2, 3])
      let isFirst = place % 2 == 0
      canvas.text(
        words, at: PlotPoint(column + (isFirst ? 3 : -3), top - (place < 2 ? 17 : 4)), anchor: isFirst ? .end : .start,
        size: 11, tone: .faint)
    }
  }

  private static func description(_ examined: Examined) -> String {
    func most(_ signal: (Sample<Double>) -> Double) -> String {
      NumberText.shown(examined.beat.trace(signal).maximum().value, digits: 0)
    }
    func least(_ signal: (Sample<Double>) -> Double) -> String {
      NumberText.shown(examined.beat.trace(signal).minimum().value, digits: 0)
    }
    let moments = examined.moments
    let times = [("the mitral valve closes", moments.mitralClosure), ("opens", moments.mitralOpening)]
      .map { "\($0.0) at \(NumberText.shown(1000 * $0.1, digits: 0)) ms" }.joined(separator: " and ")
    return "Pressures, volumes and flows of a heartbeat over time. The left ventricle rises to "
      + "\(most { $0.leftVentricularPressure }) mmHg, the aorta lies between \(least { $0.aorticPressure }) and "
      + "\(most { $0.aorticPressure }) mmHg, the left atrium reaches \(most { $0.leftAtrialPressure }) mmHg. The left "
      + "ventricle's volume falls from \(most { $0.leftVentricularVolume }) to \(least { $0.leftVentricularVolume }) mL. "
      + "After ventricular activation \(times)."
  }
}
