// Colour Doppler of the mitral leak from the apex: which speed, along the beam, each cell of the picture has at the
// frame in which the convergence is read. The orifice is at the origin, the ventricle above it, the atrium below; the
// beam comes from above.
//
//   ventricle   towards the orifice at the speed of `FlowConvergence`, of which the beam hears the part along itself: the
//               cosine of the angle from the vertical, so that the surface of one colour is narrower than the hemisphere
//   atrium      a turbulent jet: as fast as in the orifice over five widths, then slower as 1/distance, wider by a
//               seventh of the distance on each side, or as wide as it must be to have the area of `ColourJet`. One that is eccentric
//               runs along the wall of the side that it leans to (`MitralJet`): the posterior leaflet's to the left, along
//               the septum.
//               Speeds in it scatter by a third, and the machine paints them as they fold: a mosaic.
//   folding     the scale reaches from the aliasing velocity away from the probe to the rest of the range towards it; a
//               speed beyond is shown at the other end
//
// Cells slower than a twelfth of the aliasing velocity are not coloured (wall filter).

import Circulation
import Lanes

/// A still of the flow convergence and its jet, and the convergence along the beam over time.
public struct ColourField: Sendable {
  /// One cell of the picture.
  public struct Cell: Sendable, Equatable {
    /// As shown, folded, m/s, towards the probe positive; 0 where there is no colour.
    public var velocity: Float = 0
    /// Where speeds scatter, machines add green.
    public var isTurbulent = false
    /// Within ventricle or atrium.
    public var isBlood = false
  }

  public let columns: Int
  public let rows: Int
  /// Size of a cell, cm.
  public let cell: Double
  /// Where the orifice is, cells from the upper left corner.
  public let orificeColumn: Double
  public let orificeRow: Double
  /// Row by row from the top.
  public let cells: [Cell]
  /// Radius of the atrium, taken as a circle that the valve touches, cm.
  public let atrialRadius: Double
  /// The scale's ends, m/s: away from the probe and towards it.
  public let limits: ClosedRange<Double>

  /// Half the range of speeds that the machine tells apart in colour at this depth, m/s.
  static let halfRange = 0.6
  static let width = 6.4
  static let above = 2.4

  /// - Parameters:
  ///   - resolution: cells per cm, 5 … 60.
  ///   - seed: of the mosaic.
  public init(
    _ examined: Examined, _ convergence: FlowConvergence, resolution: Double = 25, seed: UInt64 = 1
  ) throws(SettingFault) {
    let perCm = try SettingFault.checked(resolution, "resolution", "1/cm", 5...60)
    let size = 1 / perCm
    let away = 0.01 * convergence.aliasing
    let limits = -away...max(2 * Self.halfRange - away, 0.2)
    let volume = examined.beat.trace { $0.leftAtrialVolume }.value(at: convergence.frame)
    let radius = min(Double.cubeRoot(0.75 / Double.pi * volume), 3.4)
    let jet = ColourPlume(examined, convergence, atrium: radius)
    columns = Int(Self.width * perCm)
    rows = Int((Self.above + 2 * radius + 0.3) * perCm)
    cell = size
    orificeColumn = 0.5 * Double(columns)
    orificeRow = Self.above * perCm
    atrialRadius = radius
    self.limits = limits
    var random = RandomNumbers(seed: seed)
    var cells = [Cell](repeating: Cell(), count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let x = (Double(column) + 0.5 - orificeColumn) * size
        let y = (Double(row) + 0.5 - orificeRow) * size
        var found = Cell()
        var speed = 0.0
        if y < 0 {
          found.isBlood = Self.isVentricle(x, y)
          speed = found.isBlood ? Self.approach(x, y, convergence) : 0
        } else {
          found.isBlood = x * x + (y - radius) * (y - radius) < radius * radius
          if found.isBlood, let fast = jet.speed(x, y) {
            speed = fast + 0.33 * fast.magnitude * random.normal()
            found.isTurbulent = random.uniform() < 0.3
          }
        }
        if speed.magnitude > away / 12 { found.velocity = Float(Self.folded(speed, limits)) }
        cells[row * columns + column] = found
      }
    }
    self.cells = cells
  }

  /// The cavity above the valve: a funnel that widens from the ring.
  private static func isVentricle(_ x: Double, _ y: Double) -> Bool { x.magnitude < 2.0 + 0.35 * -y }

  /// The part along the beam of the speed towards the orifice, m/s, away from the probe negative.
  private static func approach(_ x: Double, _ y: Double, _ convergence: FlowConvergence) -> Double {
    let distance = (x * x + y * y).squareRoot()
    guard distance > 0 else { return 0 }
    let speed = convergence.speed(at: distance, flow: convergence.flow.value(at: convergence.frame))
    return speed * y / distance
  }

  /// A speed as a scale of unequal ends shows it.
  public static func folded(_ velocity: Double, _ limits: ClosedRange<Double>) -> Double {
    let middle = 0.5 * (limits.lowerBound + limits.upperBound)
    let half = 0.5 * (limits.upperBound - limits.lowerBound)
    return Spectrum.folded(velocity - middle, limit: half) + middle
  }

  /// The colour M-mode: the beam through the orifice over the beat, each value a folded speed, m/s, one row a depth.
  ///
  /// - Parameters:
  ///   - columns, rows: of the raster.
  ///   - depth: how far above the orifice it begins, cm; the last row is at the orifice.
  ///   - from, to: s from the beat's beginning.
  public static func alongBeam(
    _ convergence: FlowConvergence, columns: Int, rows: Int, depth: Double, from: Double, to: Double
  ) -> [Double] {
    let away = 0.01 * convergence.aliasing
    let limits = -away...max(2 * halfRange - away, 0.2)
    var values = [Double](repeating: 0, count: max(columns * rows, 0))
    for column in 0..<columns {
      let time = from + (Double(column) + 0.5) / Double(columns) * (to - from)
      let flow = max(convergence.flow.value(at: time), 0)
      guard flow > 0.5 else { continue }
      for row in 0..<rows {
        let distance = depth * (1 - (Double(row) + 0.5) / Double(rows))
        let speed = -convergence.speed(at: distance, flow: flow)
        if speed.magnitude > away / 12 { values[row * columns + column] = folded(speed, limits) }
      }
    }
    return values
  }
}

/// The jet in the picture's plane.
struct ColourPlume {
  let speed: Double
  let width: Double
  let reach: Double
  let slope: Double
  let radius: Double
  /// −1: along the wall at the left; 1: at the right; 0: through the middle.
  let side: Double

  init(_ examined: Examined, _ convergence: FlowConvergence, atrium radius: Double) {
    let jet = ColourJet(examined)
    self.radius = radius
    side = MitralJet(examined.leaks).apicalSide
    width = convergence.orifice.shortAxis
    speed = convergence.jet.velocity.value(at: convergence.frame)
    // The jet's area is that of a wedge, width·L + slope·L²; a free one widens by a seventh on each side.
    let area = jet.share * Double.pi * radius * radius
    let room = side != 0 ? 2.6 * radius : 1.9 * radius
    let free = (-width + (width * width + 4 * Self.freeSlope * area).squareRoot()) / (2 * Self.freeSlope)
    reach = min(free, room)
    slope = max((area - width * reach) / (reach * reach), Self.freeSlope)
  }

  static let freeSlope = 0.14

  /// Along the beam, m/s, at a place in the atrium; nil beside the jet.
  func speed(_ x: Double, _ y: Double) -> Double? {
    var along = y
    var beside = x.magnitude
    var cosine = 1.0
    if side != 0 {
      let x = side * x
      // Round the atrium's centre: the angle from the valve, and the distance from a line inside the wall.
      let dy = radius - y
      let distance = (x * x + dy * dy).squareRoot()
      guard x > -0.5 * width, distance > 0.05 else { return nil }
      cosine = max(x / distance, 0)
      // The angle from the valve, from its cosine (a series is not needed where only the length counts).
      let turn = Double.arctangent(x / max(dy.magnitude, 1e-6))
      let angle = dy >= 0 ? turn : Double.pi - turn
      along = angle * radius
      beside = (radius - 0.5 * width - 0.04 * along - distance).magnitude
    }
    let half = 0.5 * width + slope * along
    guard along < reach, beside < half else { return nil }
    let core = along < 5 * width ? 1 : 5 * width / along
    let side = 1.4 * beside / half
    return -speed * core * max(cosine, 0.2) * Double.exponential(-0.35 * side * side)
  }
}
