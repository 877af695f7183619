// Colour Doppler of the mitral leak: a still of flow convergence and jet with the radius marked, and below it the
// radius over the beat and the colour M-mode it is read from. Red and yellow: towards the probe; blue and cyan: away;
// green: scattered speeds. Where blue turns yellow the aliasing velocity is passed.

import Circulation
import Drawing
import Findings
import Instruments

/// The colour Doppler of a leak.
public struct ColourScreen: Sendable {
  public let convergence: FlowConvergence
  public let field: ColourField
  /// From the closing to the opening of the mitral valve, s from the beat's beginning.
  private let systole: (from: Double, to: Double)
  /// When the ventricle is activated, s from the beat's beginning.
  private let zero: Double

  /// Nil where no convergence is seen.
  public init?(
    _ examined: Examined, aliasing: Double = FlowConvergence.usualAliasing, correctsAngle: Bool = false,
    seed: UInt64 = 1
  ) throws(SettingFault) {
    guard let found = try FlowConvergence(examined, aliasing: aliasing, correctsAngle: correctsAngle) else {
      return nil
    }
    convergence = found
    field = try ColourField(examined, found, seed: seed)
    zero = examined.beat.ventricularActivation
    systole = (zero + examined.moments.mitralClosure, zero + examined.moments.mitralOpening)
  }

  /// Black, three greys, three colours and the fold on each side, green twice.
  static let palette: [Raster.Colour] = [
    Raster.Colour(0, 0, 0), Raster.Colour(26, 26, 30), Raster.Colour(70, 70, 76), Raster.Colour(205, 205, 210),
    Raster.Colour(96, 8, 8), Raster.Colour(160, 20, 16), Raster.Colour(216, 62, 20), Raster.Colour(244, 132, 32),
    Raster.Colour(255, 214, 74), Raster.Colour(14, 20, 98), Raster.Colour(20, 44, 168), Raster.Colour(28, 92, 224),
    Raster.Colour(60, 158, 246), Raster.Colour(150, 226, 252), Raster.Colour(30, 150, 90), Raster.Colour(110, 220, 130),
  ]

  /// The colour's number for a speed as shown.
  static func colour(_ velocity: Double, _ limits: ClosedRange<Double>) -> Int {
    let share = velocity > 0 ? velocity / limits.upperBound : velocity / limits.lowerBound
    let level = min(Int(5 * share), 4)
    return (velocity > 0 ? 4 : 9) + level
  }

  /// The still as points.
  public var raster: Raster {
    var raster = Raster(width: field.columns, height: field.rows, palette: Self.palette)
    for row in 0..<field.rows {
      for column in 0..<field.columns {
        let cell = field.cells[row * field.columns + column]
        guard cell.velocity != 0 else {
          raster[column, row] = cell.isBlood ? 0 : 1
          continue
        }
        raster[column, row] =
          cell.isTurbulent
          ? cell.velocity.magnitude > 0.3 ? 15 : 14 : Self.colour(Double(cell.velocity), field.limits)
      }
    }
    return raster
  }

  /// What is to be seen, in words.
  public var description: String {
    let radius = NumberText.fixed(convergence.frameRadius, digits: 2)
    return
      "The leak's flow convergence above the mitral valve turns colour at \(radius) cm from the orifice at an aliasing "
      + "velocity of \(NumberText.fixed(convergence.aliasing, digits: 0)) cm/s; below the valve its jet in the left "
      + "atrium. From this frame: EROA \(NumberText.fixed(convergence.effectiveArea, digits: 2)) cm², RVol "
      + "\(NumberText.fixed(convergence.volume, digits: 0)) mL, vena contracta "
      + "\(NumberText.fixed(convergence.orifice.width, digits: 2)) cm."
  }

  /// The screen: the still with its bar of colours, below it radius and colour M-mode on one axis of time.
  public func picture(width: Double = 460, height: Double = 800) -> Canvas {
    var canvas = Canvas(
      title: "Colour Doppler of the mitral leak", description: description, width: width, height: height,
      ground: .screen)
    canvas.text("Colour Doppler, apical view", at: PlotPoint(10, 22), size: 16, bold: true)
    canvas.numbers([
      ("r", "\(NumberText.fixed(convergence.frameRadius, digits: 2)) cm"),
      ("Va", "\(NumberText.fixed(convergence.aliasing, digits: 0)) cm/s"),
      ("EROA", "\(NumberText.fixed(convergence.effectiveArea, digits: 2)) cm²"),
      ("RVol", "\(NumberText.fixed(convergence.volume, digits: 0)) mL"),
      ("VC", "\(NumberText.fixed(convergence.orifice.width, digits: 2)) cm"),
    ])
    drawStill(&canvas, left: 10, top: 86, width: width - 90, height: 0.5 * height - 76)
    let (left, right) = (50.0, width - 12)
    let top = 0.5 * height + 40
    let part = 0.5 * (height - 38 - top - 40)
    drawRadius(&canvas, Frame(x: times, y: 0...depth, left: left, top: top, right: right, bottom: top + part))
    drawMode(
      &canvas, Frame(x: times, y: 0...depth, left: left, top: top + part + 40, right: right, bottom: height - 38))
    return canvas
  }

  /// ms after ventricular activation.
  private var times: ClosedRange<Double> {
    1000 * (systole.from - zero) - 60...1000 * (systole.to - zero) + 60
  }

  /// cm; half a centimetre beyond the largest radius.
  private var depth: Double {
    0.5 * ((2 * (convergence.radius.maximum(from: systole.from, to: systole.to).value + 0.5)).rounded(.up))
  }

  private func drawStill(_ canvas: inout Canvas, left: Double, top: Double, width: Double, height: Double) {
    let aspect = Double(field.columns) / Double(field.rows)
    let shown = min(width, height * aspect)
    let scale = shown / Double(field.columns)
    canvas.image(raster, x: left, y: top, width: shown, height: scale * Double(field.rows))
    let orifice = PlotPoint(left + scale * field.orificeColumn, top + scale * field.orificeRow)
    let perCm = scale / field.cell
    // Leaflets, from the ring to the orifice.
    let gap = 0.5 * convergence.orifice.shortAxis * perCm
    for side in [-1.0, 1] {
      canvas.stroke(
        [
          PlotPoint(orifice.x + side * 1.9 * perCm, orifice.y),
          PlotPoint(orifice.x + side * 0.9 * perCm, orifice.y - 0.12 * perCm),
          PlotPoint(orifice.x + side * gap, orifice.y),
        ], .fixed("#E8E8EC"), width: 3.5)
    }
    let reach = convergence.frameRadius * perCm
    let up = PlotPoint(orifice.x, orifice.y - reach)
    canvas.stroke([orifice, up], .fixed("#FFFFFF"), width: 2)
    for end in [orifice, up] {
      canvas.stroke([PlotPoint(end.x - 7, end.y), PlotPoint(end.x + 7, end.y)], .fixed("#FFFFFF"), width: 2)
    }
    canvas.text("r", at: PlotPoint(orifice.x + 0.55 * reach + 14, up.y - 2), size: 18, bold: true)
    canvas.text("LV", at: PlotPoint(left + 8, top + 20), size: 15, bold: true)
    canvas.text(
      "LA", at: PlotPoint(left + 8, top + scale * Double(field.rows) - 8), size: 15, bold: true)
    // One centimetre.
    let foot = top + scale * Double(field.rows) - 12
    canvas.stroke([PlotPoint(left + shown - 12 - perCm, foot), PlotPoint(left + shown - 12, foot)], .text, width: 2)
    canvas.text("1 cm", at: PlotPoint(left + shown - 12 - 0.5 * perCm, foot - 6), anchor: .middle, size: 13)
    drawBar(&canvas, left: left + shown + 12, top: top + 18, height: 0.5 * height)
  }

  /// The scale of colours with its ends.
  private func drawBar(_ canvas: inout Canvas, left: Double, top: Double, height: Double) {
    let limits = field.limits
    let span = limits.upperBound - limits.lowerBound
    var bar = Raster(width: 1, height: 60, palette: Self.palette)
    for row in 0..<60 {
      let velocity = limits.upperBound - (Double(row) + 0.5) / 60 * span
      bar[0, row] = Self.colour(velocity, limits)
    }
    canvas.image(bar, x: left, y: top, width: 14, height: height)
    canvas.text("cm/s", at: PlotPoint(left, top - 6), size: 12, tone: .faint)
    canvas.text(
      NumberText.fixed(100 * limits.upperBound, digits: 0), at: PlotPoint(left + 19, top + 11), size: 13)
    canvas.text(
      "0", at: PlotPoint(left + 19, top + limits.upperBound / span * height + 5), size: 13)
    canvas.text(
      NumberText.shown(100 * limits.lowerBound, digits: 0), at: PlotPoint(left + 19, top + height), size: 13)
  }

  private func drawRadius(_ canvas: inout Canvas, _ frame: Frame) {
    canvas.axes(frame, xLabel: "", yLabel: "")
    canvas.text("Radius r (cm)", at: PlotPoint(frame.left, frame.top - 8), size: 13)
    let count = 160
    let points = (0...count).map { step in
      let time = frame.x.lowerBound + Double(step) / Double(count) * (frame.x.upperBound - frame.x.lowerBound)
      return PlotPoint(time, max(convergence.radius.value(at: zero + 0.001 * time), 0))
    }
    canvas.curve(frame.points(points), .flow)
    let read = PlotPoint(1000 * (convergence.frame - zero), convergence.frameRadius)
    canvas.upright(frame, at: read.x, "")
    let place = frame.point(read.x, read.y)
    canvas.ellipse(at: place, radii: (5, 5), .ink(.mark), line: 2)
    // Beside the dotted line, where there is room.
    let isLeft = place.x + 70 > frame.right
    canvas.text(
      "read here", at: PlotPoint(place.x + (isLeft ? -8 : 8), frame.bottom - 8), anchor: isLeft ? .end : .start,
      size: 13, tone: .ink(.mark))
  }

  private func drawMode(_ canvas: inout Canvas, _ frame: Frame) {
    let columns = 150
    let rows = 70
    let values = ColourField.alongBeam(
      convergence, columns: columns, rows: rows, depth: depth, from: zero + 0.001 * frame.x.lowerBound,
      to: zero + 0.001 * frame.x.upperBound)
    var raster = Raster(width: columns, height: rows, palette: Self.palette)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = values[row * columns + column]
        raster[column, row] = value == 0 ? 0 : Self.colour(value, field.limits)
      }
    }
    canvas.image(
      raster, x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top)
    canvas.axes(frame, xLabel: "Time after ventricular activation (ms)", yLabel: "", grid: false)
    canvas.text("Colour M-mode: distance (cm)", at: PlotPoint(frame.left, frame.top - 8), size: 13)
  }
}
