// More samples a second of the same sound: between samples it is what a band-limited sound must be (Shannon), by sinc
// functions under Hann's window that reach eight samples to either side.
//
//   y(t) = Σ x_k · sin(π(t − k))/(π(t − k)) · cos²(π(t − k)/16),   |t − k| < 8

import Lanes

/// A sound at a whole multiple of its rate.
public enum Upsampling {
  private static let reach = 8

  /// - Parameter factor: above 0.
  /// - Returns: `factor` times as many samples, each `factor`-th of them one of the sound's own.
  public static func more(_ sound: [Double], by factor: Int) -> [Double] {
    precondition(factor > 0, "a factor of at least one")
    let weights = (0..<factor).map { phase in
      (1 - reach...reach).map { weight(Double($0) - Double(phase) / Double(factor)) }
    }
    var out = [Double](repeating: 0, count: sound.count * factor)
    for index in out.indices {
      let (place, phase) = (index / factor, index % factor)
      var sum = 0.0
      for (offset, weight) in weights[phase].enumerated() {
        let at = place + 1 - reach + offset
        if at >= 0, at < sound.count { sum += weight * sound[at] }
      }
      out[index] = sum
    }
    return out
  }

  private static func weight(_ distance: Double) -> Double {
    guard distance.magnitude > 1e-9 else { return 1 }
    guard distance.magnitude < Double(reach) else { return 0 }
    let angle = Double.pi * distance
    let window = Double.cosine(angle / Double(2 * reach))
    return Double.sine(angle) / angle * window * window
  }
}
