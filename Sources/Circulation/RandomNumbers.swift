import Lanes

/// Random numbers that come out the same for a seed on every machine: SplitMix64 (Steele, Lea & Flood, OOPSLA 2014),
/// 2⁶⁴ states, one addition and two multiplications a draw, which passes the usual batteries of tests.
public struct RandomNumbers: Sendable {
  private var state: UInt64
  /// The second of a pair of normal deviates.
  private var spare: Double?

  public init(seed: UInt64) { state = seed }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Evenly spread over 0 … 1, never either end.
  public mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// Exponential with mean 1.
  public mutating func exponential() -> Double { -Double.naturalLogarithm(uniform()) }

  /// Normal with mean 0 and standard deviation 1 (the polar method; Marsaglia & Bray, SIAM Rev 1964;6:260).
  public mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let scale = (-2 * Double.naturalLogarithm(square) / square).squareRoot()
      spare = y * scale
      return x * scale
    }
  }
}
