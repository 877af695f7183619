// The chest film as a labelled schema: outlines from the heart's numbers, as bright as on a film, with what is to be
// seen named beside it. It says that it is a schema.

import Instruments
import Drawing

extension Canvas {
  /// A schema of the chest from the front, the patient's right on the reader's left.
  public static func chestFilm(_ film: ChestFilm) -> Canvas {
    let ratio = NumberText.fixed(film.cardiothoracicRatio, digits: 0)
    var canvas = Canvas(
      title: "Chest film, a schema",
      description: "A schema drawn from the heart's numbers, not a radiograph: " + film.text + ".", width: 680,
      height: 604, ground: .screen)
    let sketch = ChestSketch(film)
    canvas.text("Chest film: a schema, not a radiograph", at: PlotPoint(14, 24), size: 15, bold: true)
    canvas.text("R", at: PlotPoint(sketch.x(-13.5), sketch.y(1.5)), size: 18, bold: true, tone: .faint)
    canvas.text("L", at: PlotPoint(sketch.x(13.2), sketch.y(1.5)), size: 18, bold: true, tone: .faint)
    canvas.lungs(sketch)
    canvas.heart(sketch)
    canvas.airways(sketch)
    canvas.congestion(sketch)
    canvas.ratio(sketch, "\(ratio) %")
    var row = 548.0
    for line in lines(film.findings) {
      canvas.text(line, at: PlotPoint(14, row), size: 14)
      row += 20
    }
    return canvas
  }

  /// Findings in lines that fit.
  private static func lines(_ findings: [String]) -> [String] {
    var lines = [""]
    for (index, finding) in findings.enumerated() {
      let piece = finding + (index + 1 < findings.count ? ", " : "")
      if lines[lines.count - 1].count + piece.count > 84 { lines.append("") }
      lines[lines.count - 1] += piece
    }
    lines[0] = headline(lines[0])
    return lines
  }

  private mutating func lungs(_ sketch: ChestSketch) {
    for side in [-1.0, 1] {
      fill(sketch.lung(side), .fixed("#1E2A36"))
      stroke(sketch.lung(side), .fixed("#6F8192"), width: 1.4, closed: true)
    }
    // Ribs, for the eye only.
    for rib in 0..<7 {
      for side in [-1.0, 1] {
        let top = 3.2 + 2.9 * Double(rib)
        let reach = sketch.innerWidth(at: top + 1.2)
        let points = (0...16).compactMap { k -> PlotPoint? in
          let s = Double(k) / 16
          guard top + 2.4 * s * s < 19.6 else { return nil }
          return sketch.point(side * (2.6 + (reach - 2.6) * s), top + 2.4 * s * s)
        }
        stroke(points, .fixed("#FFFFFF"), width: 0.4)
      }
    }
  }

  private mutating func heart(_ sketch: ChestSketch) {
    let film = sketch.film
    fill(sketch.heart, .fixed("#9AA7B4"))
    stroke(sketch.heart, .fixed("#DDE5EC"), width: 1.6, closed: true)
    let centre = sketch.point(0.1, sketch.atriumCentre)
    let radius = 0.5 * film.atriumDiameter * sketch.scale
    if film.hasDoubleContour { ellipse(at: centre, radii: (radius, radius), .fixed("#C9D2DA"), opacity: 0.55) }
    let ring = (0...72).map { k -> PlotPoint in
      let angle = Double(k) / 72 * 2 * Double.pi
      return PlotPoint(centre.x + radius * ChestSketch.cosine(angle), centre.y + radius * ChestSketch.sine(angle))
    }
    stroke(ring, .fixed("#0B3D2E"), width: film.hasDoubleContour ? 2 : 1, dashes: [5, 4])
    text(
      "LA", at: PlotPoint(centre.x, centre.y + 5), anchor: .middle, size: 14, bold: true, tone: .fixed("#0B3D2E"))
    if film.hasDoubleContour {
      label(
        "double contour", sketch.point(0.1 - 0.48 * film.atriumDiameter, sketch.atriumCentre + 0.9),
        sketch.point(-12, 16))
    }
    text(
      "LV", at: sketch.point(0.62 * film.leftExtent, 20), anchor: .middle, size: 14, bold: true, tone: .fixed("#10202E")
    )
    text(
      "RA", at: sketch.point(-0.66 * film.rightExtent, 20.4), anchor: .middle, size: 14, bold: true,
      tone: .fixed("#10202E"))
    label("aorta", sketch.point(3.1, 7.6), sketch.point(6.2, 6.4))
    label(
      film.hasWideTrunk ? "wide pulmonary trunk" : "pulmonary trunk", sketch.point(sketch.trunk, 10.2),
      sketch.point(6.4, 9.4))
    if film.hasAppendageBulge { label("appendage", sketch.point(sketch.appendage, 13), sketch.point(7.4, 12.4)) }
  }

  private mutating func airways(_ sketch: ChestSketch) {
    let half = 0.5 * sketch.film.carinalAngle * Double.pi / 180
    let carina = sketch.point(0, ChestSketch.carina)
    let tube = Tone.fixed("#0E151C")
    stroke([sketch.point(0, 0.6), carina], tube, width: 13)
    stroke([sketch.point(0, 0.6), carina], .fixed("#2F4152"), width: 10)
    for (side, length) in [(-1.0, 2.8), (1, 4.2)] {
      let end = sketch.point(
        side * length * ChestSketch.sine(half), ChestSketch.carina + length * ChestSketch.cosine(half))
      stroke([carina, end], tube, width: 11)
      stroke([carina, end], .fixed("#2F4152"), width: 8)
    }
    // The arc that it is the angle of, and the number where neither bronchi nor atrium are.
    let arc = (-8...8).map { k in
      let turn = half * Double(k) / 8
      return sketch.point(1.5 * ChestSketch.sine(turn), ChestSketch.carina + 1.5 * ChestSketch.cosine(turn))
    }
    let tone = Tone.fixed("#10202E")
    stroke(arc, tone, width: 1.4)
    let angle = NumberText.fixed(sketch.film.carinalAngle, digits: 0)
    text(
      "\(angle)°", at: sketch.point(1.5, ChestSketch.carina - 0.3), anchor: .middle, size: 14, bold: true, tone: tone)
  }

  private mutating func congestion(_ sketch: ChestSketch) {
    let stage = sketch.film.congestion
    // Vessels from the hila: in health wider below, redistributed wider above.
    let upper = stage == .none ? 1.0 : 2.6
    let lower = stage == .none ? 2.2 : 1.2
    for side in [-1.0, 1] {
      for (x, y, width) in [(7.5, 4.0, upper), (9.2, 6.6, upper), (10.2, 14.5, lower), (8.8, 19, lower)] {
        let hilum = sketch.point(side * (side > 0 ? 4.6 : 4.2), 11.4)
        let end = sketch.point(side * x, y)
        let bend = PlotPoint(0.5 * (hilum.x + end.x), 0.5 * (hilum.y + end.y) + (y < 11 ? -9 : 9))
        stroke([hilum, bend, end], .fixed("#A9BACA"), width: width)
      }
    }
    if stage == .redistribution {
      label("wide upper vessels", sketch.point(-8.6, 5.6), sketch.point(-10.4, 3.4), before: true)
    }
    if stage >= .interstitial {
      for side in [-1.0, 1] {
        for row in 0..<5 {
          let y = 16.4 + 0.85 * Double(row)
          let edge = sketch.innerWidth(at: y) - 0.15
          stroke([sketch.point(side * edge, y), sketch.point(side * (edge - 1.5), y)], .fixed("#F2F6FA"), width: 1.6)
        }
      }
      label("Kerley B", sketch.point(-sketch.innerWidth(at: 17) + 1.4, 17.2), sketch.point(-12.2, 17.8))
    }
    if stage == .alveolar {
      for side in [-1.0, 1] {
        for (dx, dy, r) in [(0.0, 0.0, 2.6), (1.6, -1.7, 2.0), (1.8, 1.9, 2.1), (3.2, 0.2, 1.7)] {
          ellipse(
            at: sketch.point(side * (6 + dx), 12 + dy), radii: (r * sketch.scale, 0.9 * r * sketch.scale),
            .fixed("#E4EBF2"), opacity: 0.38)
        }
      }
      label("alveolar oedema", sketch.point(-8.6, 10.2), sketch.point(-9.4, 7.6), before: true)
    }
    if sketch.film.hasEffusion {
      for side in [-1.0, 1] { fill(sketch.effusion(side), .fixed("#D5DEE6"), opacity: 0.9) }
      label("effusion", sketch.point(-11.6, 22.6), sketch.point(-8.4, 25.6))
    }
  }

  /// The widths that the ratio is made of.
  private mutating func ratio(_ sketch: ChestSketch, _ words: String) {
    let film = sketch.film
    let tone = Tone.fixed("#F0E442")
    for (a, b, y) in [
      (-film.rightExtent, film.leftExtent, 25.2), (-0.5 * film.thoraxWidth, 0.5 * film.thoraxWidth, 27.0),
    ] {
      stroke([sketch.point(a, y), sketch.point(b, y)], tone, width: 1.4)
      for end in [a, b] { stroke([sketch.point(end, y - 0.4), sketch.point(end, y + 0.4)], tone, width: 1.4) }
    }
    stroke(
      [sketch.point(film.leftExtent, 20.5), sketch.point(film.leftExtent, 25.2)], tone, width: 0.8, dashes: [3, 3])
    stroke(
      [sketch.point(-film.rightExtent, 19), sketch.point(-film.rightExtent, 25.2)], tone, width: 0.8, dashes: [3, 3])
    let heart = NumberText.fixed(film.rightExtent + film.leftExtent, digits: 1)
    let chest = NumberText.fixed(film.thoraxWidth, digits: 1)
    text("heart \(heart) cm", at: sketch.point(film.leftExtent + 0.5, 25.4), size: 14, tone: tone)
    text(
      "thorax \(chest) cm; ratio \(words)", at: sketch.point(0, 26.75), anchor: .middle, size: 14, bold: true,
      tone: tone)
  }

  /// A name with a line to what it names.
  private mutating func label(_ name: String, _ place: PlotPoint, _ words: PlotPoint, before: Bool = false) {
    let tone = Tone.fixed("#F2F6FA")
    // To the nearer end of the word.
    let length = 6.4 * Double(name.count)
    let start = before ? words.x - 0.5 * length : words.x
    let end = start + length
    let foot = PlotPoint(
      place.x > end ? end + 3 : place.x < start ? start - 3 : 0.5 * (start + end),
      words.y + (place.x > end || place.x < start ? -4 : 3))
    stroke([place, foot], tone, width: 0.8)
    text(name, at: words, anchor: before ? .middle : .start, size: 14, tone: tone)
  }
}
