import Lanes

/// The few powers that scaling needs, from the engine's own exponential so that fits repeat bit for bit everywhere.
enum Power {
  static func twoThirds(_ x: Double) -> Double {
    let root = cubeRoot(x)
    return root * root
  }

  static func threeHalves(_ x: Double) -> Double { x * x.squareRoot() }

  /// e to the power of x.
  static func exponential(_ x: Double) -> Double { Double.exponential(x) }

  private static func cubeRoot(_ x: Double) -> Double {
    var root = x > 1 ? x / 2 + 0.5 : 1
    for _ in 0..<100 {
      let next = (2 * root + x / (root * root)) / 3
      if next == root { break }
      root = next
    }
    return root
  }
}
