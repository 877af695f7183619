// M-mode through the left ventricle: one beam across it below the leaflets' tips, over time.
//
// Where walls are, comes from the ventricle's shape (VentricleShape.swift): the cavity is 2·radius wide, the walls are
// as thick as their muscle makes them. In the chest the septum goes back by 0.42 of what the cavity loses, the
// posterior wall comes forward by the rest (chosen so that they move 7 and 10 mm in health; Feigenbaum: septum 3–8 mm,
// posterior wall 9–14 mm). Before it lie the chest wall (16 mm), the wall of the right ventricle (4 mm) and its cavity,
// 24 mm wide at 160 mL.

import Circulation
import Lanes

/// The walls that a beam crosses, over time: depths in cm from the transducer, one value for each column.
public struct MModeVentricle: Sendable {
  public let settings: MModeSettings
  public let strip: Strip
  /// The inner side of the right ventricle's wall, both sides of the septum, both of the posterior wall.
  public let rightWall, septumRight, septumLeft, posteriorInner, posteriorOuter: [Double]
  /// The brightness on the screen.
  public let raster: MModeRaster
  /// Where the calipers stand: times on the screen, s, and the widths there, cm.
  public let diastole, systole: (time: Double, width: Double)

  /// - Parameter seed: of speckle and noise.
  public init(_ examined: Examined, settings: MModeSettings = .usual, seed: UInt64 = 1) {
    self.settings = settings
    let strip = Strip(examined, duration: settings.duration, lead: 0.1, startsAtRepresentative: true)
    self.strip = strip
    let rest = ChestWalls.Rest(examined)
    let walls = examined.beats.map { ChestWalls($0, of: examined.heart, rest) }
    func over(_ part: (ChestWalls) -> Trace) -> [Double] {
      strip.values(rate: MModeSettings.rate, traces: walls.map(part))
    }
    let rightWall = over { $0.rightWall }
    let septumRight = over { $0.septumRight }
    let septumLeft = over { $0.septumLeft }
    let posteriorInner = over { $0.posteriorInner }
    let posteriorOuter = over { $0.posteriorOuter }
    (self.rightWall, self.septumRight, self.septumLeft) = (rightWall, septumRight, septumLeft)
    (self.posteriorInner, self.posteriorOuter) = (posteriorInner, posteriorOuter)
    let motion = examined.ventricle
    // The beat that is read is the first whole one on the screen.
    let first = strip.places.first { $0.start > -1e-9 && $0.beat == examined.representative } ?? strip.places[0]
    diastole = (first.start + motion.endDiastoleTime, 2 * motion.endDiastole.radius)
    systole = (first.start + motion.endSystoleTime, 2 * motion.endSystole.radius)
    raster = MModeRaster(
      rightWall.indices.map { k in
        var column = MModeColumn()
        column.chest(rightWall: rightWall[k], septumRight: septumRight[k], septumLeft: septumLeft[k])
        column.layer(septumLeft[k], MModeColumn.blood, thickness: 5)
        column.posterior(inner: posteriorInner[k], outer: posteriorOuter[k])
        return column
      }, settings: settings, seed: seed)
  }
}

extension MModeColumn {
  /// All that lies before the left ventricle's cavity.
  mutating func chest(rightWall: Double, septumRight: Double, septumLeft: Double) {
    layer(0, -14, thickness: 1.6)
    let outer = rightWall - ChestWalls.rightThickness
    layer(min(outer, ChestWalls.chest), -20, thickness: 0.5)
    layer(outer, Self.muscle + 2, thickness: ChestWalls.rightThickness)
    layer(rightWall, Self.blood, thickness: 2)
    layer(septumRight, Self.muscle, thickness: 0.9)
    surface(0.15, 0, width: 0.12)
    surface(ChestWalls.chest, -10)
    surface(rightWall, -16)
    surface(septumRight, -10)
    surface(septumLeft, -11)
  }

  /// The posterior wall, the pericardium, and the lung behind it.
  mutating func posterior(inner: Double, outer: Double) {
    layer(inner, Self.muscle, thickness: 0.9)
    layer(outer, -33, thickness: 6)
    surface(inner, -13)
    surface(outer + 0.1, 0, width: 0.11)
    surface(outer + 0.75, -17, width: 0.2)
  }
}

/// Where the walls of the heart are in the chest during one beat, cm from the transducer.
struct ChestWalls {
  static let chest = 1.6
  static let rightThickness = 0.4
  static let rightWidth = 2.4
  static let septalShare = 0.42

  /// Where the walls stand in the beat that is read, from which those of all beats are counted: what is fixed in the
  /// chest does not move from beat to beat.
  struct Rest {
    let radius, length, septum, fullest: Double
    let motion: VentricleMotion

    init(_ examined: Examined) {
      let motion = examined.ventricle
      self.motion = motion
      radius = motion.endDiastole.radius
      length = motion.endDiastole.length
      septum = motion.endDiastole.thickness * motion.septalShare
      fullest = max(examined.beat.trace { $0.rightVentricularVolume }.maximum().value, 1)
    }
  }

  let motion: VentricleMotion
  let shapes: [VentricleShape]
  let rightWall, septumRight, septumLeft, posteriorInner, posteriorOuter: Trace

  init(_ beat: RecordedBeat, of heart: HeartDefinition, _ rest: Rest) {
    let motion = VentricleMotion(beat, of: heart, BeatEvents(beat), like: rest.motion)
    self.motion = motion
    shapes = motion.shapes
    let right = beat.trace { $0.rightVentricularVolume }
    let most = rest.fullest
    let widest = Self.rightWidth * (most / 160).squareRoot()
    let resting = Self.chest + Self.rightThickness + 0.1 + widest + rest.septum
    let count = shapes.count
    var depths = [[Double]](repeating: [Double](repeating: 0, count: count), count: 5)
    for (k, shape) in shapes.enumerated() {
      let left = resting + Self.septalShare * 2 * (rest.radius - shape.radius)
      depths[2][k] = left
      depths[1][k] = left - shape.thickness * motion.septalShare
      // Never through the chest wall, however full the right ventricle.
      depths[0][k] = max(
        depths[1][k] - widest * Double.cubeRoot(right.values[k] / most), Self.chest + Self.rightThickness)
      depths[3][k] = left + 2 * shape.radius
      depths[4][k] = depths[3][k] + shape.thickness * motion.freeShare
    }
    func trace(_ place: Int) -> Trace { Trace(values: depths[place], step: beat.step) }
    rightWall = trace(0)
    septumRight = trace(1)
    septumLeft = trace(2)
    posteriorInner = trace(3)
    posteriorOuter = trace(4)
  }
}
