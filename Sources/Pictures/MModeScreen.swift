// M-mode as the machine shows it: depth downward in centimetres, time to the right in seconds, greys on black, calipers
// where the examiner measured. Below it is room for the electrocardiogram.

import Circulation
import Drawing
import Instruments
import Lanes

/// A trace that runs along the lower edge of a screen, sampled evenly over its time.
public struct ScreenTrace: Sendable {
  public let name: String
  /// In any unit; drawn from the least to the largest.
  public let values: [Double]
  /// 1/s.
  public let rate: Double

  public init(_ name: String, _ values: [Double], rate: Double) {
    self.name = name
    self.values = values
    self.rate = rate
  }
}

extension Canvas {
  /// The left ventricle in M-mode, with the calipers of LVIDd and LVIDs.
  ///
  /// - Parameter trace: what runs below, as the electrocardiogram of the same strip; nil: no room is left.
  public static func screen(_ mode: MModeVentricle, trace: ScreenTrace? = nil) -> Canvas {
    let wide = NumberText.fixed(10 * mode.diastole.width, digits: 0)
    let narrow = NumberText.fixed(10 * mode.systole.width, digits: 0)
    var canvas = Canvas(
      title: "M-mode of the left ventricle",
      description:
        "One beam across the left ventricle, depth downward over \(NumberText.fixed(mode.settings.duration, digits: 1)) s. "
        + "The cavity is \(wide) mm wide at its fullest and \(narrow) mm at its emptiest; the septum goes back by "
        + "\(Self.millimetres(mode.septumLeft)) mm, the posterior wall comes forward by "
        + "\(Self.millimetres(mode.posteriorInner)) mm.",
      width: 620, height: trace == nil ? 380 : 446, ground: .screen)
    let frame = canvas.drawMMode(
      mode.raster, mode.settings, trace, title: "M-MODE  LV", readings: ["LVIDd \(wide) mm", "LVIDs \(narrow) mm"])
    canvas.caliper(frame, mode, at: mode.diastole.time, "d")
    canvas.caliper(frame, mode, at: mode.systole.time, "s")
    canvas.names(
      frame,
      [
        ("RV", 0.5 * (last(mode.rightWall) + last(mode.septumRight))),
        ("septum", 0.5 * (last(mode.septumRight) + last(mode.septumLeft))),
        ("LV", last(mode.septumLeft) + 0.3 * (last(mode.posteriorInner) - last(mode.septumLeft))),
        ("post. wall", 0.5 * (last(mode.posteriorInner) + last(mode.posteriorOuter))),
      ])
    return canvas
  }

  /// The mitral leaflets in M-mode.
  public static func screen(_ mode: MModeMitral, trace: ScreenTrace? = nil) -> Canvas {
    let separation = NumberText.fixed(10 * mode.septalSeparation, digits: 0)
    var text =
      "One beam across the mitral leaflets. The anterior leaflet draws an M in diastole and comes to "
      + "\(separation) mm of the septum"
    text += mode.aPoint == nil ? "; no A wave. " : ". "
    text +=
      mode.sag > 0.1
      ? "In systole the leaflets sag \(NumberText.fixed(10 * mode.sag, digits: 0)) mm behind the line from closure (C) to opening (D)."
      : "In systole the leaflets lie together."
    var canvas = Canvas(
      title: "M-mode of the mitral valve", description: text, width: 620, height: trace == nil ? 380 : 446,
      ground: .screen)
    var readings = ["E-septum \(separation) mm"]
    if mode.sag > 0.1 { readings.append("sag \(NumberText.fixed(10 * mode.sag, digits: 0)) mm") }
    let frame = canvas.drawMMode(mode.raster, mode.settings, trace, title: "M-MODE  MV", readings: readings)
    if let hammock = mode.hammock { canvas.caliper(frame, hammock) }
    canvas.letter("E", frame, at: mode.ePoint, above: mode.anteriorLeaflet)
    if let time = mode.aPoint { canvas.letter("A", frame, at: time, above: mode.anteriorLeaflet) }
    canvas.names(
      frame,
      [
        ("septum", 0.5 * (last(mode.septumRight) + last(mode.septumLeft))),
        ("post. wall", last(mode.posteriorWall) + 0.4),
      ])
    return canvas
  }

  private static func last(_ depths: [Double]) -> Double { depths.last ?? 0 }

  private static func millimetres(_ depths: [Double]) -> String {
    NumberText.fixed(10 * ((depths.max() ?? 0) - (depths.min() ?? 0)), digits: 0)
  }

  /// The raster with its scales, its readings and the trace below.
  private mutating func drawMMode(
    _ raster: MModeRaster, _ settings: MModeSettings, _ trace: ScreenTrace?, title: String, readings: [String]
  ) -> Frame {
    let frame = Frame(
      x: 0...settings.duration, y: -settings.depth...0, left: 44, top: 34, right: 606, bottom: 344)
    var image = Raster(width: raster.columns, height: raster.rows, palette: Raster.greys)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns { image[column, row] = Int(raster[column, row] * 15.99) }
    }
    self.image(image, x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top)
    text(title, at: PlotPoint(44, 22), size: 15, bold: true)
    text(readings.joined(separator: "   "), at: PlotPoint(606, 22), anchor: .end, size: 15, tone: .ink(.mark))
    for depth in stride(from: 0, through: settings.depth, by: 2) {
      let row = frame.py(-depth)
      stroke([PlotPoint(38, row), PlotPoint(44, row)], .text)
      text(NumberText.fixed(depth, digits: 0), at: PlotPoint(35, row + 5), anchor: .end, size: 14)
    }
    text("cm", at: PlotPoint(10, 22), size: 14)
    for time in stride(from: 0, through: settings.duration + 1e-9, by: 0.5) {
      let column = frame.px(time)
      stroke([PlotPoint(column, frame.bottom), PlotPoint(column, frame.bottom + 6)], .text)
      let isLast = time + 0.5 > settings.duration + 1e-9
      text(
        NumberText.fixed(time, digits: 1) + (isLast ? " s" : ""),
        at: PlotPoint(min(column, 590), frame.bottom + 23), anchor: .middle, size: 14)
    }
    if let trace { draw(trace, over: settings.duration, frame) }
    return frame
  }

  private mutating func draw(_ trace: ScreenTrace, over duration: Double, _ frame: Frame) {
    guard let low = trace.values.min(), let high = trace.values.max(), high > low else { return }
    let below = Frame(
      x: 0...duration, y: low...high, left: frame.left, top: frame.bottom + 32, right: frame.right,
      bottom: frame.bottom + 88)
    let points = trace.values.indices.map { PlotPoint(Double($0) / trace.rate, trace.values[$0]) }
    stroke(below.points(points.filter { $0.x <= duration }), .ink(.atrium), width: 1.5)
    text(trace.name, at: PlotPoint(4, below.top + 14), size: 13)
  }

  private mutating func caliper(_ frame: Frame, _ mode: MModeVentricle, at time: Double, _ name: String) {
    let place = min(max(Int(time * MModeSettings.rate), 0), mode.septumLeft.count - 1)
    let column = frame.px(Double(place) / MModeSettings.rate)
    let top = frame.py(-mode.septumLeft[place])
    let bottom = frame.py(-mode.posteriorInner[place])
    stroke([PlotPoint(column, top), PlotPoint(column, bottom)], .ink(.mark), width: 1.5, dashes: [4, 3])
    for row in [top, bottom] {
      stroke([PlotPoint(column - 7, row), PlotPoint(column + 7, row)], .ink(.mark), width: 2)
    }
    text(name, at: PlotPoint(column + 8, 0.5 * (top + bottom) + 5), size: 15, bold: true, tone: .ink(.mark))
  }

  /// The line from closure to opening, and how far the leaflets hang behind it.
  private mutating func caliper(_ frame: Frame, _ hammock: MModeMitral.Hammock) {
    let from = frame.point(hammock.closure.time, -hammock.closure.depth)
    let to = frame.point(hammock.opening.time, -hammock.opening.depth)
    stroke([from, to], .ink(.mark), width: 1.5, dashes: [4, 3])
    text("C", at: PlotPoint(from.x - 2, from.y - 7), anchor: .end, size: 14, bold: true, tone: .ink(.mark))
    text("D", at: PlotPoint(to.x + 6, to.y + 14), size: 14, bold: true, tone: .ink(.mark))
    let column = frame.px(hammock.deepest.time)
    let rows = [frame.py(-hammock.deepest.line), frame.py(-hammock.deepest.leaflet)]
    stroke([PlotPoint(column, rows[0]), PlotPoint(column, rows[1])], .ink(.mark), width: 2)
    for row in rows { stroke([PlotPoint(column - 6, row), PlotPoint(column + 6, row)], .ink(.mark), width: 2) }
  }

  /// A letter over a point of a curve.
  private mutating func letter(_ letter: String, _ frame: Frame, at time: Double, above depths: [Double]) {
    let place = min(max(Int(time * MModeSettings.rate), 0), depths.count - 1)
    let point = frame.point(Double(place) / MModeSettings.rate, -depths[place])
    text(letter, at: PlotPoint(point.x, point.y - 8), anchor: .middle, size: 15, bold: true, tone: .ink(.mark))
  }

  /// Names of structures at the right edge of the picture, each on a dark ground of its own.
  private mutating func names(_ frame: Frame, _ names: [(String, Double)]) {
    for (name, depth) in names {
      let row = frame.py(-depth)
      guard row > frame.top + 10, row < frame.bottom - 4 else { continue }
      let width = 8 * Double(name.count) + 8
      rectangle(
        x: frame.right - width - 3, y: row - 9, width: width, height: 18, .fixed("#000000"), opacity: 0.6, rounding: 3)
      text(
        name, at: PlotPoint(frame.right - 7, row + 5), anchor: .end, size: 14, tone: .ink(.ventricle))
    }
  }
}
