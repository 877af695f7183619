// The outlines of the chest schema, in centimetres from the midline and from the lungs' tops.

import Instruments
import Drawing
import Lanes

/// Where things lie on the schema.
struct ChestSketch {
  let film: ChestFilm
  /// Canvas units in a centimetre; where the midline and the lungs' tops are.
  let scale = 17.6
  private let middle = 340.0
  private let top = 46.0

  /// The carina below the lungs' tops, cm.
  static let carina = 8.6

  init(_ film: ChestFilm) { self.film = film }

  static func sine(_ angle: Double) -> Double { Double.sine(angle) }
  static func cosine(_ angle: Double) -> Double { Double.cosine(angle) }

  func x(_ centimetres: Double) -> Double { middle + scale * centimetres }
  func y(_ centimetres: Double) -> Double { top + scale * centimetres }
  func point(_ across: Double, _ down: Double) -> PlotPoint { PlotPoint(x(across), y(down)) }

  /// Half of the thorax's inner width at a height, cm: a dome, widest above the diaphragm.
  func innerWidth(at down: Double) -> Double {
    let widest = 0.5 * film.thoraxWidth
    let s = min(max((20.5 - down) / 20.5, 0), 1)
    return widest * (1 - 0.62 * s * s * s) - (down > 20.5 ? 0.12 * (down - 20.5) : 0)
  }

  /// The lung on a side: 1 the patient's left, on the reader's right.
  func lung(_ side: Double) -> [PlotPoint] {
    var points: [PlotPoint] = []
    for k in 0...30 {
      let down = 0.6 + 22.9 * Double(k) / 30
      points.append(point(side * innerWidth(at: down), down))
    }
    // The diaphragm's dome, higher on the right.
    let dome = side < 0 ? 19.8 : 20.8
    let edge = innerWidth(at: 23.5)
    for k in 0...24 {
      let s = Double(k) / 24
      let across = edge * (1 - s) + 0.8 * s
      let rise = (23.5 - dome) * Self.sine(Double.pi * min(1.15 * s, 0.62))
      points.append(point(side * across, 23.5 - rise))
    }
    points.append(point(side * 2.2, 12))
    points.append(point(side * 1.6, 4))
    points.append(point(side * 2.2, 1.2))
    return points
  }

  /// How far the pulmonary trunk's and the appendage's segments reach to the left, cm.
  var trunk: Double { film.hasWideTrunk ? 4.3 : 3.4 }
  var appendage: Double { film.hasAppendageBulge ? 0.3 + 0.56 * film.leftExtent : 0.43 * film.leftExtent }
  /// The left atrium's middle: its roof is below the carina.
  var atriumCentre: Double { Self.carina + 1.9 + 0.5 * film.atriumDiameter }

  /// The outline of heart and great vessels: aorta, trunk, appendage and left ventricle down the left border, the right
  /// atrium and the great vein up the right one.
  var heart: [PlotPoint] {
    let left = film.leftExtent
    let right = film.rightExtent
    return smooth([
      (0.9, 4.2), (2.4, 5.9), (3.2, 7.2), (2.9, 8.6), (trunk, 10.2), (0.97 * appendage, 11.9), (appendage, 13.2),
      (0.74 * left, 15.6), (0.93 * left, 18.4), (left, 20.6), (0.9 * left, 22.2), (0.55 * left, 22.7), (0, 22.2),
      (-0.62 * right, 21.8), (-0.93 * right, 20.6), (-right, 18.4), (-0.92 * right, 15.6), (-0.66 * right, 12.8),
      (-2.3, 9.6), (-2.2, 6.4), (-1.5, 4.2),
    ])
  }

  /// Fluid in a pleural angle.
  func effusion(_ side: Double) -> [PlotPoint] {
    let height = film.congestion == .alveolar ? 17.5 : 20.2
    var points: [PlotPoint] = []
    for k in 0...10 {
      let down = height + (23.5 - height) * Double(k) / 10
      points.append(point(side * innerWidth(at: down), down))
    }
    for k in 0...10 {
      let s = Double(k) / 10
      let across = innerWidth(at: 23.5) * (1 - 0.42 * s)
      points.append(point(side * across, 23.5 - 2.6 * s))
    }
    // The meniscus.
    for k in 1...10 {
      let s = Double(k) / 10
      let inner = 0.58 * innerWidth(at: 23.5)
      points.append(point(side * (inner + (innerWidth(at: height) - inner) * s), 20.9 - (20.9 - height) * s * s * s))
    }
    return points
  }

  /// A closed curve through points (Catmull and Rom's).
  private func smooth(_ corners: [(Double, Double)]) -> [PlotPoint] {
    let n = corners.count
    var points: [PlotPoint] = []
    for k in 0..<n {
      let (p, q, r, s) = (corners[(k + n - 1) % n], corners[k], corners[(k + 1) % n], corners[(k + 2) % n])
      for step in 0..<8 {
        let t = Double(step) / 8
        func at(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
          let linear = (c - a) * t
          let square = (2 * a - 5 * b + 4 * c - d) * t * t
          let cube = (3 * b - a - 3 * c + d) * t * t * t
          return 0.5 * (2 * b + linear + square + cube)
        }
        points.append(point(at(p.0, q.0, r.0, s.0), at(p.1, q.1, r.1, s.1)))
      }
    }
    return points
  }
}
