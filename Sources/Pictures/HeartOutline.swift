// Outlines of the four chambers, each at its largest, in cm around the middle of the mitral ring: to the patient's left
// (the picture's right) and below it (toward the apex).

import Circulation
import Instruments
import Lanes

/// The forms of one heart.
struct HeartOutline {
  let ventricle: VentricleShape
  let atrium: AtriumShape
  let rightAtrium: AtriumShape
  let rightVolume: Double
  /// Half the mitral ring's width in this section, cm.
  let halfRing: Double

  init(_ examined: Examined) {
    let beat = examined.beat
    let motion = examined.ventricle
    ventricle = motion.endDiastole
    atrium = AtriumShape(volume: beat.trace { $0.leftAtrialVolume }.maximum().value)
    rightAtrium = AtriumShape(volume: beat.trace { $0.rightAtrialVolume }.maximum().value)
    rightVolume = max(beat.trace { $0.rightVentricularVolume }.maximum().value, 1)
    let area = beat.trace { $0.mitralAnnulusArea }.value(at: motion.endSystoleTime)
    halfRing = 0.45 * (4 * max(area, 0.1) / (0.78 * Double.pi)).squareRoot()
  }

  /// Around the left ventricle's wall, from the septal side of the ring over the apex.
  var wall: [(Double, Double)] { side(-1, outer: true) + side(1, outer: true).reversed() }
  var cavity: [(Double, Double)] { side(-1, outer: false) + side(1, outer: false).reversed() }

  private func side(_ sign: Double, outer: Bool) -> [(Double, Double)] {
    let last = outer ? ventricle.length + ventricle.thickness : ventricle.length
    // The wall is half as thick at the tip.
    let drawn = outer ? ventricle.length + 0.5 * ventricle.thickness : ventricle.length
    let points = (0...40).map { k -> (Double, Double) in
      let part = Double.sine(0.5 * Double.pi * Double(k) / 40)
      let width = outer ? ventricle.outerRadius(at: part * last) : ventricle.radius(at: part * last)
      return (sign * width, part * drawn)
    }
    return outer ? points : [(sign * min(halfRing, points[0].0.magnitude), 0)] + points
  }

  /// How far the left atrium's middle stands toward the side wall, so that a large one leaves the right one room.
  var atriumShift: Double { 0.4 * max(0.5 * atrium.width - 2.2, 0) }

  var atriumOutline: [(Double, Double)] {
    Self.chamber(atrium, ring: (-halfRing, halfRing), centre: atriumShift)
  }

  /// Both ends of the tricuspid ring.
  var tricuspid: (Double, Double) {
    let start = -ventricle.outerRadius(at: 0) - 0.2
    return (start - rightWidth, start)
  }

  private var rightWidth: Double { 2.9 * (rightVolume / 160).squareRoot() }

  var rightAtriumOutline: [(Double, Double)] {
    let ring = tricuspid
    let room = atriumOutline.map(\.0).min() ?? -2.4
    let half = 0.5 * rightAtrium.width
    let centre = min(0.5 * (ring.0 + ring.1), room - 0.3 - half)
    return Self.chamber(rightAtrium, ring: (ring.0 + 0.15, ring.1 - 0.15), centre: centre)
  }

  /// The sickle of the right ventricle around the septum.
  var rightVentricle: [(Double, Double)] {
    let length = 0.82 * (ventricle.length + ventricle.thickness)
    let width = rightWidth
    let inner = (0...30).map { k -> (Double, Double) in
      let depth = length * Double(k) / 30
      return (-ventricle.outerRadius(at: depth) - 0.2, depth)
    }
    let outer = (0...30).map { k -> (Double, Double) in
      let part = 1 - Double(k) / 30
      let bulge = width * (1 - part * part).squareRoot()
      return (-ventricle.outerRadius(at: length * part) - 0.2 - bulge, length * part)
    }
    return inner + outer
  }

  /// A place within the sickle for its name.
  var rightCentre: (Double, Double) {
    let depth = 0.14 * ventricle.length
    return (-ventricle.outerRadius(at: depth) - 0.2 - 0.44 * rightWidth, depth)
  }

  /// An ellipse over a ring, open there; where its middle is not over the ring's, its lower part leans toward the ring.
  private static func chamber(_ shape: AtriumShape, ring: (Double, Double), centre: Double) -> [(Double, Double)] {
    let half = 0.5 * (ring.1 - ring.0)
    let foot = 0.5 * (ring.0 + ring.1)
    let width = max(0.5 * shape.width, half * 1.02)
    let height = 0.5 * shape.length
    let sink = height * (1 - half * half / (width * width)).squareRoot()
    let start = Double.arctangent(half / width / max(sink / height, 1e-3))
    return (0...60).map { k -> (Double, Double) in
      let angle = start + (2 * Double.pi - 2 * start) * Double(k) / 60
      let above = sink - height * Double.cosine(angle)
      let lean = min(max(above / max(sink, 0.1), 0), 1)
      return (foot + (centre - foot) * lean + width * Double.sine(angle), -above)
    }
  }

  var above: Double { -min(atriumOutline.map(\.1).min() ?? -5, rightAtriumOutline.map(\.1).min() ?? -5) }
  var below: Double { ventricle.length + 0.5 * ventricle.thickness }
  var left: Double {
    -min(rightVentricle.map(\.0).min() ?? -7, rightAtriumOutline.map(\.0).min() ?? -7)
  }
  var right: Double { max(wall.map(\.0).max() ?? 4, atriumOutline.map(\.0).max() ?? 3) }
}
