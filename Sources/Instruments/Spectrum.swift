// The spectral machine: what moves in front of the beam becomes greys on a screen.
//
// The echo of each moment is spread over speeds; in each cell of the raster stands its power, in decibels:
//
//   PW     a normal curve about the speed. Its width has two parts: the window of time that one line is reckoned from
//          (10 ms at 2.5 MHz: λ/2 = 0.31 mm, hence 0.6·0.31 mm/10 ms = 2 cm/s, whatever the speed) and what lies in the
//          sample volume, whose blood does not all move alike and crosses the beam in no time (3.5 % of the speed)
//   CW     everything along the beam, from rest to the core of the jet: a floor of a third from 0 to the speed, and a
//          bright rim (6 % wide) at it; nothing beyond but the window's width
//   tissue as PW, a wall moves as one: 2 % of the speed; loud, so the gain is low and no filter is needed
//   power  strength over 100 mL/s; of walls and leaflets 20 dB at rest; speeds below the filter are damped by
//          (v²/(v² + w²))⁴
//   noise  −32 dB everywhere at gain 0 (chosen so that it shows as a grain at a dynamic range of 34 dB)
//   grain  speckle: each cell's power times an exponential deviate, two looks averaged (echoes of many cells add up with
//          random phases; Burckhardt, IEEE Trans Sonics Ultrason 1978;25:1)
//   fold   PW samples 2·limit at most: a speed v is shown at ((v + N) mod 2N) − N, about the shifted baseline
//
// Grey = (dB + gain + range)/range, held within 0 … 1.

import Circulation
import Lanes

/// A recording of a window: greys over time and speed, as the machine shows them.
public struct Spectrum: Sendable {
  public let window: DopplerWindow
  public let settings: SpectrumSettings
  /// s.
  public let duration: Double
  /// The recording's time.
  public let strip: Strip
  public let columns: Int
  public let rows: Int
  /// 0 black … 1 white, column by column, the highest speed first.
  public let greys: [Float]
  /// Where the beat that was read begins, s from the recording's beginning, and the ventricles' activations.
  public let beatStart: Double
  public let activations: [Double]

  /// Records a window.
  ///
  /// - Parameters:
  ///   - settings: nil: as usual for the window, the scale widened where the flow needs it.
  ///   - duration: s, 0.5 … 20; columns and rows from 16 to 4000.
  ///   - seed: of the speckle.
  public init(
    _ examined: Examined, _ window: DopplerWindow, settings: SpectrumSettings? = nil, duration: Double = 2.4,
    columns: Int = 560, rows: Int = 160, seed: UInt64 = 1
  ) throws(SettingFault) {
    self.duration = try SettingFault.checked(duration, "duration", "s", 0.5...20)
    self.columns = Int(try SettingFault.checked(Double(columns), "columns", "1", 16...4000))
    self.rows = Int(try SettingFault.checked(Double(rows), "rows", "1", 16...4000))
    self.window = window
    let strip = Strip(examined, duration: duration, lead: 0.25, startsAtRepresentative: true)
    self.strip = strip
    beatStart = 0.25
    activations = strip.places.map { $0.activation }.filter { $0 >= 0 && $0 < duration }
    let signals = examined.beats.map { DopplerSignal(window, examined, $0) }
    let rate = Double(columns) / duration
    let speeds = strip.values(rate: rate, traces: signals.map { $0.velocity })
    let strengths = strip.values(rate: rate, traces: signals.map { $0.strength })
    let settings = settings ?? Self.fitting(window.settings, speeds)
    self.settings = settings
    let painter = SpectrumPainter(window, settings, rows: rows)
    var random = RandomNumbers(seed: seed)
    var greys: [Float] = []
    greys.reserveCapacity(columns * rows)
    for column in 0..<columns {
      // A last column may fall beyond the last whole sample.
      let place = min(column, speeds.count - 1)
      let power = painter.power(of: speeds[place], strength: strengths[place])
      for row in 0..<rows { greys.append(painter.grey(power[row], &random)) }
    }
    self.greys = greys
  }

  /// The scale widened so that all but the fastest fiftieth at either end is on it with a tenth to spare.
  private static func fitting(_ usual: SpectrumSettings, _ speeds: [Double]) -> SpectrumSettings {
    let sorted = speeds.sorted()
    guard let last = sorted.indices.last else { return usual }
    let top = max(usual.range.upperBound, 1.15 * sorted[last - last / 50])
    let bottom = min(usual.range.lowerBound, 1.15 * sorted[last / 50])
    return SpectrumSettings(
      limit: 0.5 * (top - bottom), baseline: 0.5 * (top + bottom), wallFilter: usual.wallFilter)
  }

  /// The grey at a column and a row, the highest speed in row 0.
  public subscript(column: Int, row: Int) -> Double { Double(greys[column * rows + row]) }

  /// Where a speed is shown, m/s.
  public func shown(_ velocity: Double) -> Double {
    window.isContinuous
      ? velocity : Self.folded(velocity - settings.baseline, limit: settings.limit) + settings.baseline
  }

  /// A speed as pulsed Doppler shows it: ((v + N) mod 2N) − N.
  public static func folded(_ velocity: Double, limit: Double) -> Double {
    let turns = ((velocity + limit) / (2 * limit)).rounded(.down)
    return velocity - 2 * limit * turns
  }
}

/// What turns a speed into a line of powers, and a power into a grey.
struct SpectrumPainter {
  let window: DopplerWindow
  let settings: SpectrumSettings
  let rows: Int
  private let filter: [Double]
  private let speeds: [Double]
  private let noise: Double
  private let gain: Double

  /// m/s that the window of time spreads every speed by.
  static let windowWidth = 0.02
  static let noiseFloor = -32.0

  init(_ window: DopplerWindow, _ settings: SpectrumSettings, rows: Int) {
    self.window = window
    self.settings = settings
    self.rows = rows
    let top = settings.range.upperBound
    let cell = 2 * settings.limit / Double(rows)
    let speeds = (0..<rows).map { top - (Double($0) + 0.5) * cell }
    self.speeds = speeds
    let corner = settings.wallFilter * settings.wallFilter
    filter = speeds.map { speed in
      guard corner > 0 else { return 1 }
      let pass = speed * speed / (speed * speed + corner)
      return pass * pass * pass * pass
    }
    noise = Self.power(of: Self.noiseFloor)
    gain = settings.gain
  }

  private static func power(of decibels: Double) -> Double {
    Double.exponential(decibels * 0.230_258_509_299_404_57)
  }

  /// The power at each row.
  func power(of velocity: Double, strength: Double) -> [Double] {
    var line = [Double](repeating: noise, count: rows)
    let loud = strength / 100
    if window.isTissue {
      spread(velocity, loud, 0.006 + 0.02 * velocity.magnitude, &line)
    } else if window.isContinuous {
      fill(velocity, loud, &line)
      clutter(&line)
    } else {
      let own = 0.035 * velocity.magnitude
      spread(velocity, loud, (own * own + Self.windowWidth * Self.windowWidth).squareRoot(), &line)
      clutter(&line)
    }
    return line
  }

  /// A normal curve, folded at the limit: its tails of four widths.
  private func spread(_ velocity: Double, _ loud: Double, _ width: Double, _ line: inout [Double]) {
    guard loud > 0 else { return }
    let cell = 2 * settings.limit / Double(rows)
    let reach = Int(4 * width / cell) + 1
    let position = (settings.range.upperBound - velocity) / cell - 0.5
    let middle = Int(position.rounded(.down))
    // As bright at its middle as a curve of the window's width would be with the same power.
    let height = loud * min(1, 2 * Self.windowWidth / width)
    for offset in -reach...reach + 1 {
      let row = middle + offset
      let away = (Double(row) - position) * cell / width
      let wrapped = ((row % rows) + rows) % rows
      line[wrapped] += filter[wrapped] * height * Double.exponential(-0.5 * away * away)
    }
  }

  /// From rest to the speed, with a bright rim.
  private func fill(_ velocity: Double, _ loud: Double, _ line: inout [Double]) {
    let size = velocity.magnitude
    guard loud > 0, size > 0.02 else { return }
    let sign = velocity < 0 ? -1.0 : 1.0
    let rim = 0.06 * size
    let edge = 0.01 * size + Self.windowWidth
    for row in line.indices {
      let speed = sign * speeds[row]
      guard speed > 0, speed < size + 4 * edge else { continue }
      let inside = (size - rim - speed) / rim
      let beyond = (speed - size) / edge
      let share: Double
      if speed <= size {
        share = 0.33 + 0.67 * Double.exponential(-0.5 * max(inside, 0) * max(inside, 0))
      } else {
        share = Double.exponential(-0.5 * beyond * beyond)
      }
      line[row] += 0.3 * filter[row] * loud * share
    }
  }

  /// Walls and leaflets, loud and slow.
  private func clutter(_ line: inout [Double]) {
    let width = 0.02
    for row in line.indices where speeds[row].magnitude < 4 * width {
      let away = speeds[row] / width
      line[row] += filter[row] * 100 * Double.exponential(-0.5 * away * away)
    }
  }

  /// With its speckle.
  func grey(_ power: Double, _ random: inout RandomNumbers) -> Float {
    let grain = 0.5 * (random.exponential() + random.exponential())
    let decibels = 4.342_944_819_032_518 * Double.naturalLogarithm(power * max(grain, 1e-6)) + gain
    return Float(min(max((decibels + settings.dynamicRange) / settings.dynamicRange, 0), 1))
  }
}
