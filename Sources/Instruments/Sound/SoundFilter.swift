// Filters of sampled sound: Butterworth's, as chains of second-order sections by the bilinear transform with the corner
// put right (Oppenheim & Schafer), and a band that moves (state-variable filter, trapezoidal integrators; Zavalishin
// 2012).

import Circulation
import Lanes

/// A chain of second-order sections.
public struct SoundFilter: Sendable {
  private struct Section: Sendable {
    let b0, b1, b2, a1, a2: Double
  }

  private let rate: Double
  private var sections: [Section] = []

  /// Lets pass what is above a frequency, Hz; 12 dB an octave for order 2, 24 for order 4.
  public init(highPass frequency: Double, order: Int, rate: Double) {
    self.rate = rate
    add(frequency, order, isLow: false)
  }

  /// The same filter that also stops what is above a frequency, Hz.
  public func with(lowPass frequency: Double, order: Int) -> SoundFilter {
    var both = self
    both.add(frequency, order, isLow: true)
    return both
  }

  private mutating func add(_ frequency: Double, _ order: Int, isLow: Bool) {
    precondition(order % 2 == 0 && order > 0 && frequency > 0 && frequency < 0.5 * rate, "a filter that can be")
    let w = Self.tangent(Double.pi * frequency / rate)
    for pair in 0..<order / 2 {
      // 1/Q of this pair of poles on Butterworth's circle.
      let damping = 2 * Double.sine(Double.pi * (2 * Double(pair) + 1) / (2 * Double(order)))
      let scale = 1 / (1 + damping * w + w * w)
      let gain = isLow ? w * w * scale : scale
      sections.append(
        Section(
          b0: gain, b1: isLow ? 2 * gain : -2 * gain, b2: gain, a1: 2 * (w * w - 1) * scale,
          a2: (1 - damping * w + w * w) * scale))
    }
  }

  static func tangent(_ x: Double) -> Double { Double.sine(x) / Double.cosine(x) }

  /// The sound after the filter, which is at rest before.
  public func callAsFunction(_ sound: [Double]) -> [Double] {
    var out = sound
    for section in sections {
      var (z1, z2) = (0.0, 0.0)
      for index in out.indices {
        let x = out[index]
        let y = section.b0 * x + z1
        z1 = section.b1 * x - section.a1 * y + z2
        z2 = section.b2 * x - section.a2 * y
        out[index] = y
      }
    }
    return out
  }
}

/// Noise in a band that moves: white noise through two equal bands in a row, each of quality 1.3.
struct MovingBand {
  /// Middle over width, of each of the two.
  static let quality = 1.3
  private let rate: Double
  private var first = (0.0, 0.0)
  private var second = (0.0, 0.0)

  init(rate: Double) { self.rate = rate }

  /// The next sample: of root mean square 1 while the band stands.
  mutating func next(_ white: Double, middle: Double) -> Double {
    let g = SoundFilter.tangent(Double.pi * middle / rate)
    let inner = Self.pass(white, g, &first)
    let outer = Self.pass(inner, g, &second)
    // Two such bands let pass noise of π·f/(4·Q) in a band of rate/2 (a Lorentzian squared).
    return outer * (2 * Self.quality * rate / (Double.pi * middle)).squareRoot()
  }

  private static func pass(_ x: Double, _ g: Double, _ memory: inout (Double, Double)) -> Double {
    let k = 1 / quality
    let band = (memory.0 + g * (x - memory.1)) / (1 + g * (g + k))
    let low = memory.1 + g * band
    memory = (2 * band - memory.0, 2 * low - memory.1)
    return k * band
  }
}
