// What one beam of ultrasound returns, depth by depth, moment by moment: the picture of M-mode.
//
// Echoes in decibels below the brightest, the pericardium. Muscle is 22 dB weaker, blood 46 dB; a surface that stands
// square to the beam adds an echo of its own, as wide as the pulse. In tissue the echoes of many small scatterers add
// by chance: their amplitude is a Rayleigh variable (sum of two squared normal ones; Burckhardt, IEEE Trans Sonics
// Ultrason 1978;25:1), which moves with the tissue and changes slowly as the tissue turns under the beam. The receiver
// adds noise at −52 dB; the screen shows 50 dB from black to white, shifted by the gain. Levels are chosen so that the
// picture looks as such pictures do.

import Lanes

/// The machine's settings.
public struct MModeSettings: Sendable, Equatable {
  /// From the transducer to the lower edge of the screen, cm.
  public let depth: Double
  /// Shift of every echo's brightness, dB.
  public let gain: Double
  /// Time on the screen, s.
  public let duration: Double

  /// - Throws: where depth is not 6…30 cm, gain not −30…30 dB, duration not 0.5…10 s.
  public init(depth: Double = 16, gain: Double = 0, duration: Double = 2.5) throws(SettingFault) {
    self.depth = try SettingFault.checked(depth, "depth", "cm", 6...30)
    self.gain = try SettingFault.checked(gain, "gain", "dB", -30...30)
    self.duration = try SettingFault.checked(duration, "duration", "s", 0.5...10)
  }

  private init(standard depth: Double) {
    self.depth = depth
    gain = 0
    duration = 2.5
  }

  /// 16 cm, no gain, two and a half seconds.
  public static let usual = MModeSettings(standard: 16)

  /// Columns a second.
  public static let rate = 240.0
  /// Rows of the picture.
  public static let rows = 256
}

/// Brightness over depth and time.
public struct MModeRaster: Sendable, Equatable {
  public let columns: Int
  public let rows: Int
  /// Row by row from the transducer on, each 0 (black) … 1 (white).
  public let values: [Double]

  public subscript(column: Int, row: Int) -> Double { values[row * columns + column] }
}

/// What the beam passes on its way at one moment.
struct MModeColumn {
  /// A stretch of one kind of tissue that begins at a depth, cm, and ends where the next begins.
  struct Layer {
    let top: Double
    /// dB.
    let level: Double
    /// How many scatterers deep the layer is; its pattern is stretched when it thickens.
    let cells: Double
  }
  /// A surface, or a leaf so thin that it is one.
  struct Surface {
    let depth: Double
    let level: Double
    /// Half width, cm.
    let width: Double
  }
  var layers: [Layer] = []
  var surfaces: [Surface] = []

  static let blood = -46.0
  static let muscle = -22.0

  mutating func layer(_ top: Double, _ level: Double, thickness: Double) {
    layers.append(Layer(top: top, level: level, cells: max(thickness, 0.1) / 0.08))
  }

  mutating func surface(_ depth: Double, _ level: Double, width: Double = 0.06) {
    surfaces.append(Surface(depth: depth, level: level, width: width))
  }

  /// Echo at a depth, dB, without speckle; and the layer there with the place in it, 0…1.
  func echo(at depth: Double, end: Double) -> (level: Double, layer: Int, place: Double) {
    var index = 0
    while index + 1 < layers.count, layers[index + 1].top <= depth { index += 1 }
    let bottom = index + 1 < layers.count ? layers[index + 1].top : end
    let span = max(bottom - layers[index].top, 0.01)
    let place = min(max((depth - layers[index].top) / span, 0), 1)
    var level = layers[index].level
    for surface in surfaces {
      let away = (depth - surface.depth) / surface.width
      guard away.magnitude < 4 else { continue }
      // A normal pulse: its logarithm is a parabola.
      level = max(level, surface.level - 4.34 * away * away)
    }
    return (level, index, place)
  }
}

extension MModeRaster {
  /// The picture of columns one after another.
  init(_ source: [MModeColumn], settings: MModeSettings, seed: UInt64) {
    columns = source.count
    rows = MModeSettings.rows
    let distance = settings.depth / Double(rows)
    var values = [Double](repeating: 0, count: columns * rows)
    for column in 0..<columns {
      let time = Double(column) / MModeSettings.rate
      for row in 0..<rows {
        let depth = (Double(row) + 0.5) * distance
        let echo = source[column].echo(at: depth, end: settings.depth + 2)
        let cells = source[column].layers[echo.layer].cells
        let speckle = Self.speckle(
          echo.place * cells, time / 0.045, seed: seed ^ UInt64(truncatingIfNeeded: 7919 * (echo.layer + 1)))
        let noise = Self.speckle(
          Double(3 * row), Double(3 * column), seed: seed ^ 0x5bd1_e995_0000_0001)
        // Amplitudes add: echo and the receiver's noise.
        let amplitude =
          Self.amplitude(echo.level) * speckle + Self.amplitude(-52) * noise
        let shown = 8.685889638 * Double.naturalLogarithm(max(amplitude, 1e-9)) + settings.gain
        values[row * columns + column] = min(max((shown + 50) / 50, 0), 1)
      }
    }
    self.values = values
  }

  /// dB to amplitude.
  private static func amplitude(_ level: Double) -> Double { Double.exponential(level / 8.685889638) }

  /// A Rayleigh variable with mean square 1 over a plane, smooth over a unit in each direction.
  private static func speckle(_ x: Double, _ y: Double, seed: UInt64) -> Double {
    let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let (fx, fy) = (x - Double(column), y - Double(row))
    var (real, imaginary, weight) = (0.0, 0.0, 0.0)
    for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
      let share = (dx == 0 ? 1 - fx : fx) * (dy == 0 ? 1 - fy : fy)
      let (a, b) = normals(column + dx, row + dy, seed)
      real += share * a
      imaginary += share * b
      weight += share * share
    }
    return ((real * real + imaginary * imaginary) / (2 * weight)).squareRoot()
  }

  /// Two normal variables that belong to a place: each the sum of two even ones of 16 bits, scaled (a triangle, near
  /// enough to normal for an eye).
  private static func normals(_ x: Int, _ y: Int, _ seed: UInt64) -> (Double, Double) {
    var z = seed &+ UInt64(truncatingIfNeeded: x) &* 0x9e37_79b9_7f4a_7c15
    z ^= UInt64(truncatingIfNeeded: y) &* 0xc2b2_ae3d_27d4_eb4f
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    z ^= z >> 31
    func part(_ shift: UInt64) -> Double { Double((z >> shift) & 0xffff) / 65_536 }
    return (2.449 * (part(0) + part(16) - 1), 2.449 * (part(32) + part(48) - 1))
  }
}
