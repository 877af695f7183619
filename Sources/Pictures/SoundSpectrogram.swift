// Which tones a sound holds at which moment: the short-time Fourier transform, window by window (Hann, 40 ms: lines 50
// Hz apart are told apart), levels in decibels below the loudest.

import Drawing
import Lanes

/// Levels of tones over time.
public struct SoundSpectrogram: Sendable {
  /// Columns over time, rows from 0 Hz up.
  public let columns: Int
  public let rows: Int
  /// dB relative to the loudest, column by column.
  public let levels: [Double]

  /// - Parameters:
  ///   - rate: samples a second.
  ///   - highest: Hz, at most half the rate.
  public init(
    _ samples: [Double], rate: Double, columns: Int, rows: Int, highest: Double, window: Double = 0.04
  ) {
    self.columns = columns
    self.rows = rows
    let length = Int(window * rate)
    var cosines: [Double] = []
    var sines: [Double] = []
    for row in 0..<rows {
      let frequency = highest * (Double(row) + 0.5) / Double(rows)
      for index in 0..<length {
        let half = Double.sine(Double.pi * (Double(index) + 0.5) / Double(length))
        let angle = 2 * Double.pi * frequency * Double(index) / rate
        cosines.append(half * half * Double.cosine(angle))
        sines.append(half * half * Double.sine(angle))
      }
    }
    var powers = [Double](repeating: 0, count: columns * rows)
    for column in 0..<columns {
      let middle = Int((Double(column) + 0.5) / Double(columns) * Double(samples.count))
      let first = middle - length / 2
      let range = max(-first, 0)..<min(length, samples.count - first)
      for row in 0..<rows {
        var (real, imaginary) = (0.0, 0.0)
        for index in range {
          real += cosines[row * length + index] * samples[first + index]
          imaginary += sines[row * length + index] * samples[first + index]
        }
        powers[column * rows + row] = real * real + imaginary * imaginary
      }
    }
    let top = max(powers.max() ?? 0, 1e-30)
    levels = powers.map { 10 * Double.naturalLogarithm(max($0 / top, 1e-12)) / Double.naturalLogarithm(10) }
  }

  /// As a raster, from a depth, dB (negative), to the loudest, dark to light.
  public func raster(depth: Double = -54) -> Raster {
    var raster = Raster(width: columns, height: rows, palette: Self.heat)
    for column in 0..<columns {
      for row in 0..<rows {
        let share = 1 - levels[column * rows + row] / depth
        raster[column, rows - 1 - row] = Int(max(share, 0) * 15.99)
      }
    }
    return raster
  }

  /// Black through violet and orange to pale yellow: rises in lightness all the way, so that it reads without colours.
  static let heat: [Raster.Colour] = [
    .init(0, 0, 4), .init(10, 7, 34), .init(26, 11, 64), .init(47, 10, 91), .init(69, 12, 105), .init(91, 18, 110),
    .init(113, 25, 110), .init(135, 33, 107), .init(156, 41, 99), .init(178, 51, 88), .init(198, 65, 72),
    .init(216, 83, 54), .init(230, 107, 34), .init(241, 137, 14), .init(249, 176, 24), .init(252, 240, 155),
  ]
}
