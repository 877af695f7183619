// The apical four-chamber view as a schematic: ventricle, walls, atrium, leaflets and jet, drawn to scale from the
// model's volumes and lengths, at end diastole and at end systole. It is a drawing, not an image: the right heart is only
// hinted at, and where the heart lies in the sector is the same for everybody.

import Circulation
import Drawing
import Findings
import Instruments
import Lanes

extension Canvas {
  /// The left heart from the apex at end diastole and end systole, side by side.
  public static func apicalView(_ examined: Examined) -> Canvas {
    let echo = Echo2D(examined)
    func n(_ value: Double) -> String { NumberText.fixed(value, digits: 0) }
    let leaks = (examined[.RVol] ?? 0) > 2
    var text =
      "A schematic from the apex. At end diastole the left ventricle is \(n(10 * echo.ventricle.endDiastole.length)) mm long "
      + "and \(n(20 * echo.ventricle.endDiastole.radius)) mm wide, at end systole \(n(10 * echo.ventricle.endSystole.length)) "
      + "by \(n(20 * echo.ventricle.endSystole.radius)) mm; the left atrium below it is largest at end systole."
    if leaks { text += " A jet goes from the ventricle back into the atrium." }
    var canvas = Canvas(
      title: "Apical four-chamber view, schematic", description: text, width: 620, height: 472, ground: .screen)
    let beat = examined.beat
    let atrium = beat.trace { $0.leftAtrialVolume }
    let right = beat.trace { $0.rightVentricularVolume }
    let size = echo.ventricle.endDiastole.length + echo.ventricle.endDiastole.thickness + echo.atrium.length
    // Everything into the sector, at one scale for both.
    let scale = min(335 / (size + 1.2), 27)
    for (column, isSystole) in [(160.0, false), (460.0, true)] {
      let time = isSystole ? echo.ventricle.endSystoleTime : echo.ventricle.endDiastoleTime
      let shape = isSystole ? echo.ventricle.endSystole : echo.ventricle.endDiastole
      let still = ApicalStill(
        shape: shape, tip: echo.ventricle.endDiastole.length, atrium: AtriumShape(volume: atrium.value(at: time)),
        right: right.value(at: time), ring: ring(beat, at: time), valve: echo.valve, isSystole: isSystole,
        leaks: leaks && isSystole, column: column, scale: scale)
      canvas.draw(still)
      canvas.text(
        isSystole ? "end systole" : "end diastole", at: PlotPoint(column, 22), anchor: .middle, size: 16, bold: true)
      canvas.text(
        "LV \(n(shape.volume)) mL · LA \(n(still.atrium.volume)) mL", at: PlotPoint(column, 420), anchor: .middle,
        size: 15, tone: .ink(.mark))
    }
    // Five centimetres, since each heart is drawn as large as it fits.
    canvas.stroke([PlotPoint(14, 440), PlotPoint(14 + 5 * scale, 440)], .text, width: 2)
    canvas.text("5 cm", at: PlotPoint(22 + 5 * scale, 445), size: 13)
    canvas.text(
      "Schematic, to scale: true volumes of the model, not an image", at: PlotPoint(310, 464), anchor: .middle,
      size: 13, tone: .faint)
    return canvas
  }

  /// Width of the mitral ring in this view, cm: its long axis.
  private static func ring(_ beat: RecordedBeat, at time: Double) -> Double {
    (4 * max(beat.trace { $0.mitralAnnulusArea }.value(at: time), 0.1) / (0.78 * Double.pi)).squareRoot() * 0.9
  }
}

/// One moment of the view.
private struct ApicalStill {
  let shape: VentricleShape
  /// Tip to ring at end diastole, cm: the tip stays where it is.
  let tip: Double
  let atrium: AtriumShape
  let right: Double
  let ring: Double
  let valve: MitralGeometry
  let isSystole: Bool
  let leaks: Bool
  let column: Double
  let scale: Double

  /// A place in the picture: to the side of the axis, and above the ring of end diastole, cm.
  func point(_ side: Double, _ above: Double) -> PlotPoint {
    PlotPoint(column + 20 + scale * side, 64 + scale * (tip - above))
  }

  /// Height of the ring over where it is at end diastole.
  var base: Double { tip - shape.length }

  func outline(_ outer: Bool, _ side: Double) -> [PlotPoint] {
    // From the ring to the tip of the cavity, or of the wall, which is half as thick there.
    let last = outer ? shape.length + shape.thickness : shape.length
    let drawn = outer ? shape.length + 0.5 * shape.thickness : shape.length
    return (0...40).map { k in
      let part = Double.sine(0.5 * Double.pi * Double(k) / 40)
      let width = outer ? shape.outerRadius(at: part * last) : shape.radius(at: part * last)
      return point(side * width, base + part * drawn)
    }
  }
}

extension Canvas {
  private mutating func draw(_ still: ApicalStill) {
    drawSector(still)
    drawRight(still)
    let wall = still.outline(true, -1) + still.outline(true, 1).reversed()
    let cavity = still.outline(false, -1) + still.outline(false, 1).reversed()
    fill(wall, .fixed("#7A4B45"))
    fill(cavity, .fixed("#101318"))
    stroke(cavity, .ink(.ventricle), width: 1.5)
    drawAtrium(still)
    drawLeaflets(still)
    if still.leaks { drawJet(still) }
    let middle = still.point(0, still.base + 0.62 * still.shape.length)
    text("LV", at: PlotPoint(middle.x, middle.y), anchor: .middle, size: 17, bold: true)
  }

  /// The sector that the transducer sees.
  private mutating func drawSector(_ still: ApicalStill) {
    let x = still.column
    let arc = (0...30).map { k -> PlotPoint in
      let angle = -0.68 + 1.36 * Double(k) / 30
      return PlotPoint(x + 240 * Double.sine(angle), 30 + 372 * Double.cosine(0.62 * angle))
    }
    fill([PlotPoint(x, 32)] + arc, .fixed("#0A0C0F"))
    stroke([PlotPoint(x, 32)] + arc, .grid, closed: true)
  }

  /// A hint of the right heart beside the septum.
  private mutating func drawRight(_ still: ApicalStill) {
    let length = 0.82 * (still.shape.length + still.shape.thickness)
    let width = 2.9 * (max(still.right, 1) / 160).squareRoot()
    var points: [PlotPoint] = []
    for k in 0...30 {
      let depth = length * Double(k) / 30
      points.append(still.point(-still.shape.outerRadius(at: depth), still.base + depth))
    }
    for k in 0...30 {
      let part = 1 - Double(k) / 30
      let depth = length * part
      let bulge = width * (1 - part * part).squareRoot()
      points.append(still.point(-still.shape.outerRadius(at: depth) - bulge, still.base + depth))
    }
    stroke(points, .faint, width: 1.5, dashes: [5, 4], closed: true)
    let place = still.point(-still.shape.outerRadius(at: 0.25 * length) - 0.45 * width, still.base + 0.25 * length)
    text("RV", at: place, anchor: .middle, size: 15, tone: .faint)
  }

  private mutating func drawAtrium(_ still: ApicalStill) {
    let base = still.base
    let half = 0.5 * still.ring
    // An ellipse that is cut by the plane of the ring.
    let width = max(0.5 * still.atrium.width, half * 1.02)
    let height = 0.5 * still.atrium.length
    let sink = height * (1 - half * half / (width * width)).squareRoot()
    let start = Double.arctangent(half / width / max(sink / height, 1e-3))
    let points = (0...60).map { k -> PlotPoint in
      let angle = start + (2 * Double.pi - 2 * start) * Double(k) / 60
      return still.point(width * Double.sine(angle), base - sink + height * Double.cosine(angle))
    }
    fill(points, .fixed("#15201C"))
    stroke(points, .ink(.atrium), width: 2.5)
    let place = still.point(still.leaks ? 0.6 * width : 0, base - sink - 0.2)
    text("LA", at: place, anchor: .middle, size: 17, bold: true)
  }

  private mutating func drawLeaflets(_ still: ApicalStill) {
    let half = 0.5 * still.ring
    let base = still.base
    for side in [-1.0, 1.0] {
      let root = still.point(side * half, base)
      var edge: PlotPoint
      var bend: PlotPoint
      if still.isSystole {
        let depth = still.valve.tentingHeight ?? 0.2
        // The posterior leaflet is drawn on the right; it is the one that slips or is torn.
        let flail = side > 0 ? still.valve.flail : nil
        let bulge = side > 0 ? still.valve.bulge ?? 0 : 0
        edge = still.point(side * 0.06, base + depth)
        bend = still.point(side * 0.5 * half, base + 0.45 * depth - 1.6 * bulge)
        if let flail {
          edge = still.point(0.12, base - flail.gap)
          bend = still.point(0.6 * half, base - 0.3 * flail.gap)
        }
      } else {
        edge = still.point(side * 0.72 * half, base + (side < 0 ? 2.0 : 1.4))
        bend = still.point(side * 0.95 * half, base + 0.9)
      }
      let points = (0...12).map { k -> PlotPoint in
        let t = Double(k) / 12
        func mix(_ a: Double, _ b: Double, _ c: Double) -> Double {
          (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c
        }
        return PlotPoint(mix(root.x, bend.x, edge.x), mix(root.y, bend.y, edge.y))
      }
      stroke(points, .fixed("#F2E6D8"), width: still.valve.isScarred ? 6 : 3)
      let tips = still.shape.papillaryTips
      let papilla = still.point(side * tips.side, base + tips.depth)
      let isTorn = still.valve.flail != nil && side > 0
      if !isTorn { stroke([edge, papilla], .faint, width: 1) }
      ellipse(at: papilla, radii: (0.2 * still.scale, 0.34 * still.scale), .fixed("#7A4B45"))
    }
  }

  /// The jet as colour Doppler shows it, a patchwork of speeds: along the wall away from a slipping leaflet, else central.
  private mutating func drawJet(_ still: ApicalStill) {
    let leaks = still.valve.leaks
    let total = max(leaks.total, 1e-6)
    let lean = MitralJet(leaks).apicalSide
    let reach = still.atrium.length * min(0.35 + 1.1 * total, 0.9)
    let spread = 0.5 * still.atrium.width * min(0.2 + 0.9 * total, 0.62)
    let colours = ["#1F4FD8", "#27B6E8", "#F0E442", "#E6572E"]
    for (layer, colour) in colours.enumerated() {
      let part = 1 - 0.22 * Double(layer)
      let points = (0...32).map { k -> PlotPoint in
        let angle = 2 * Double.pi * Double(k) / 32
        // A drop: narrow at the valve, wide at the end.
        let along = 0.5 * (1 - Double.cosine(angle))
        let across = Double.sine(angle) * (0.3 + 0.7 * along) * spread * part
        let drift = lean * 0.32 * still.atrium.width * along * along.squareRoot()
        return within(still, across + drift, 0.15 - reach * part * along)
      }
      fill(points, .fixed(colour), opacity: 0.85)
    }
    // At the jet's own end, within the atrium.
    let place = within(still, 0.24 * lean * still.atrium.width, 0.15 - 0.72 * reach)
    text("jet", at: PlotPoint(place.x, place.y + 5), anchor: .middle, size: 14, bold: true, tone: .fixed("#000000"))
  }

  /// A place of the jet, held inside the atrium.
  private func within(_ still: ApicalStill, _ side: Double, _ above: Double) -> PlotPoint {
    let half = 0.5 * still.ring
    let width = max(0.5 * still.atrium.width, half * 1.02)
    let height = 0.5 * still.atrium.length
    let sink = height * (1 - half * half / (width * width)).squareRoot()
    guard above < 0 else { return still.point(side, still.base + above) }
    let x = side / width
    let y = (above + sink) / height
    let far = (x * x + y * y).squareRoot()
    let pull = far > 0.94 ? 0.94 / far : 1
    return still.point(side * pull, still.base + pull * (above + sink) - sink)
  }
}
