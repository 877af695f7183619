// The four-chamber heart as a drawing: every chamber at its largest, the walls as thick as their muscle makes them, the
// mitral valve shut and leaking as its disease has it, and behind all of it the outline of a healthy heart of the same
// body, the rings of both on one spot. Chambers and walls are to scale (shapes as in `VentricleShape` and `AtriumShape`);
// leaflets, gap and jet are drawn larger than they are, or nobody would see them. The apex points down.
//
//   jet    0.35 + 1.1 times the orifice in cm² of the atrium's length, at most nine tenths; as broad as in `ApicalView`
//   right  the right ventricle is a sickle around the septum, 2.9 cm · √(volume / 160 mL) broad at its base (ours)

import Circulation
import Drawing
import Findings
import Instruments
import Lanes

/// Draws the heart with its leak.
public struct HeartPicture {
  let heart: HeartOutline
  let ghost: HeartOutline?
  let leak: LeakDrawing
  private let leakArea: Double
  private let leakVolume: Double
  private let mass: Double?
  private let scale: Double
  /// How likely the valve's form is, as it is told: "40 %"; nil where it is not in doubt.
  private let chance: String?

  static let width = 420.0
  private static let middle = 262.0
  /// Room for the title, which needs a second line where it tells a probability.
  private var top: Double { chance == nil ? 44 : 62 }

  /// - Parameters:
  ///   - healthy: a healthy heart of the same body, drawn as an outline.
  ///   - isRingWide: for a leak of sound leaflets: whether the ring is at fault and not the ventricle.
  ///   - chance: how likely the valve's form is, as it is told, where there are others.
  public init(_ examined: Examined, healthy: Examined?, isRingWide: Bool = false, chance: String? = nil) {
    self.chance = chance
    heart = HeartOutline(examined)
    ghost = healthy.map { HeartOutline($0) }
    leak = LeakDrawing(examined, isRingWide: isRingWide)
    leakArea = examined[.EROA] ?? examined.leaks.total
    leakVolume = examined[.RVol] ?? 0
    mass = examined[.LVMass]
    let all = [heart] + (ghost.map { [$0] } ?? [])
    let height = (all.map(\.above).max() ?? 6) + (all.map(\.below).max() ?? 10)
    let left = all.map(\.left).max() ?? 8
    let right = all.map(\.right).max() ?? 4
    scale = min(430 / height, (Self.middle - 8) / left, (Self.width - Self.middle - 8) / right, 30)
  }

  private var ring: Double {
    let above = max(heart.above, ghost?.above ?? 0)
    return top + scale * above
  }

  /// A place: to the patient's left of the middle of the mitral ring, and below it, cm.
  func point(_ side: Double, _ below: Double) -> PlotPoint {
    PlotPoint(Self.middle + scale * side, ring + scale * below)
  }

  /// What is to be seen, in words.
  public var description: String {
    func n(_ value: Double) -> String { NumberText.fixed(value, digits: 0) }
    var text =
      "A schematic section through the four chambers, the apex below. Left ventricle \(n(heart.ventricle.volume)) mL, its wall "
      + "\(n(10 * heart.ventricle.thickness)) mm thick; left atrium \(n(heart.atrium.volume)) mL; right ventricle "
      + "\(n(heart.rightVolume)) mL; right atrium \(n(heart.rightAtrium.volume)) mL, each at its largest."
    if let ghost {
      text +=
        " A dashed outline shows a healthy heart of this body: left ventricle \(n(ghost.ventricle.volume)) mL, wall "
        + "\(n(10 * ghost.ventricle.thickness)) mm, left atrium \(n(ghost.atrium.volume)) mL, right ventricle "
        + "\(n(ghost.rightVolume)) mL, right atrium \(n(ghost.rightAtrium.volume)) mL."
    }
    if let chance { text += " The valve’s form is the likeliest of several, with a probability of \(chance)." }
    return text + " " + leak.words + (leak.leaks ? " " + leak.jetWords : "")
  }

  /// The picture.
  public func canvas() -> Canvas {
    let below = max(heart.below, ghost?.below ?? 0)
    let bottom = ring + scale * below
    var canvas = Canvas(
      title: "The heart with its mitral valve", description: description, width: Self.width, height: bottom + 66)
    drawChambers(&canvas)
    if leak.leaks { drawJet(&canvas) }
    drawValve(&canvas)
    if let ghost { drawGhost(ghost, &canvas) }
    drawNames(&canvas)
    drawFoot(&canvas, at: bottom)
    return canvas
  }

  private func map(_ points: [(Double, Double)]) -> [PlotPoint] { points.map { point($0.0, $0.1) } }

  private func drawChambers(_ canvas: inout Canvas) {
    let right = map(heart.rightVentricle)
    canvas.fill(right, .fixed(Self.blue))
    canvas.stroke(right, .fixed(Self.muscle), width: max(0.35 * scale, 3), closed: true)
    let rightAtrium = map(heart.rightAtriumOutline)
    canvas.fill(rightAtrium, .fixed(Self.blue))
    canvas.stroke(rightAtrium, .fixed(Self.muscle), width: 4)
    canvas.fill(map(heart.wall), .fixed(Self.muscle))
    let cavity = map(heart.cavity)
    canvas.fill(cavity, .fixed("#F7DCD9"))
    canvas.stroke(cavity, .fixed("#7A2E28"), width: 1)
    let atrium = map(heart.atriumOutline)
    canvas.fill(atrium, .fixed("#F7DCD9"))
    canvas.stroke(atrium, .fixed(Self.muscle), width: 4)
    // The tricuspid valve, shut.
    let (from, to) = heart.tricuspid
    let dip = 0.35
    canvas.stroke(
      map([(from, 0), (0.5 * (from + to), dip), (to, 0)]), .fixed(Self.leaflet), width: 2.5)
  }

  private func drawGhost(_ ghost: HeartOutline, _ canvas: inout Canvas) {
    for outline in [ghost.rightVentricle, ghost.rightAtriumOutline, ghost.cavity, ghost.atriumOutline] {
      let points = map(outline)
      // White below grey: to be seen on muscle, blood and paper alike.
      canvas.stroke(points, .fixed("#FFFFFF"), width: 2.6, closed: true)
      canvas.stroke(points, .fixed("#4A4A52"), width: 1.2, dashes: [4, 3], closed: true)
    }
  }

  private func drawNames(_ canvas: inout Canvas) {
    func n(_ value: Double) -> String { NumberText.fixed(value, digits: 0) }
    func name(_ words: String, _ volume: Double, at place: PlotPoint) {
      // On a ground of its own, so that no outline strikes the letters.
      let width = max(ScreenText.span(words, size: 16), ScreenText.span("\(n(volume)) mL", size: 13)) + 6
      canvas.rectangle(
        x: place.x - width / 2, y: place.y - 15, width: width, height: 36,
        .fixed(words.hasPrefix("R") ? Self.blue : "#F7DCD9"), opacity: 0.85, rounding: 4)
      canvas.text(words, at: place, anchor: .middle, size: 16, bold: true, tone: .fixed("#1B1B1F"))
      canvas.text(
        "\(n(volume)) mL", at: PlotPoint(place.x, place.y + 16), anchor: .middle, size: 13, tone: .fixed("#1B1B1F"))
    }
    let length = heart.ventricle.length
    name("LV", heart.ventricle.volume, at: point(0, 0.58 * length))
    let high = heart.atriumOutline.map(\.1).min() ?? -4
    // Beside the jet: next to its end where it leans away, next to its narrow beginning where it goes straight.
    let aside = leak.leaks ? (leak.lean < 0 ? 0.24 : 0.29) * heart.atrium.width : 0
    let height = leak.leaks && leak.lean == 0 ? 0.4 : 0.6
    name("LA", heart.atrium.volume, at: point(heart.atriumShift + aside, height * high))
    let tricuspid = 0.5 * (heart.tricuspid.0 + heart.tricuspid.1)
    let sickle = heart.rightCentre
    name("RV", heart.rightVolume, at: point(sickle.0, sickle.1))
    let rightHigh = heart.rightAtriumOutline.map(\.1).min() ?? -4
    let rightMiddle = heart.rightAtriumOutline.map(\.0).reduce(0, +) / Double(heart.rightAtriumOutline.count)
    name("RA", heart.rightAtrium.volume, at: point(0.5 * (tricuspid + rightMiddle), 0.55 * rightHigh))
  }

  private func drawFoot(_ canvas: inout Canvas, at bottom: Double) {
    canvas.paragraph(
      leak.title + (chance.map { " (likeliest of several: \($0))" } ?? ""), at: PlotPoint(6, 18),
      width: Self.width - 12, size: 14, bold: true)
    canvas.stroke([PlotPoint(8, bottom + 22), PlotPoint(8 + 5 * scale, bottom + 22)], .text, width: 2)
    canvas.text("5 cm", at: PlotPoint(14 + 5 * scale, bottom + 27), size: 13)
    if ghost != nil {
      let x = 70 + 5 * scale
      canvas.stroke([PlotPoint(x, bottom + 22), PlotPoint(x + 26, bottom + 22)], .text, width: 1.2, dashes: [4, 3])
      canvas.text("healthy, same body", at: PlotPoint(x + 32, bottom + 27), size: 13)
    }
    var line =
      leak.leaks
      ? "Leak \(NumberText.fixed(leakArea, digits: 2)) cm², \(NumberText.fixed(leakVolume, digits: 0)) mL a beat. "
      : "No leak. "
    line += "LV wall \(NumberText.fixed(10 * heart.ventricle.thickness, digits: 0)) mm"
    if let mass { line += ", mass \(NumberText.fixed(mass, digits: 0)) g" }
    canvas.text(line + ".", at: PlotPoint(8, bottom + 52), size: 13)
  }

  static let muscle = "#B5645B"
  static let leaflet = "#3B2A20"
  private static let blue = "#C9DAE8"
}
