// How far a measurement may be off: mostly by the error of its method, now and then grossly (a wrong plane, a digit
// turned round, a beat that was not like the others).
//
//   p(z) = (1 − ε)·φ(z) + ε·φ(z/k)/k,   z = (measured − read off the heart)/standard error
//
// with ε = 0.05 and k = 5, Box and Tiao's example (Biometrika 1968;55:119; recalled). A measurement three errors away is
// as likely gross as not (0.45), at four it is (0.95) and no longer pulls: its weight in a least-squares step falls from
// 1 to 1/k². The fit is robust by this, and says of each measurement how likely it is wrong.

import Lanes

/// The distribution of a measurement's error, in its own standard errors.
public enum RobustError {
  /// ε: one measurement in twenty.
  static let grossShare = 0.05
  /// k: how much wider gross errors spread.
  static let grossWidth = 5.0

  /// Logarithm of p(z)/φ(0).
  static func logDensity(_ z: Double) -> Double {
    let (usual, gross) = parts(z)
    return max(usual, gross) + Double.naturalLogarithm(1 + Double.exponential(-(usual - gross).magnitude))
  }

  /// The sum of the same over several, with one logarithm for every four.
  static func logDensity<Misses: Collection<Double>>(_ misses: Misses) -> Double {
    var (sum, product) = (0.0, 1.0)
    var left = 4
    for z in misses {
      let (usual, gross) = parts(z)
      sum += max(usual, gross)
      product *= 1 + Double.exponential(-(usual - gross).magnitude)
      left -= 1
      if left == 0 {
        sum += Double.naturalLogarithm(product)
        (product, left) = (1, 4)
      }
    }
    return sum + Double.naturalLogarithm(product)
  }

  /// The probability that a measurement so far away is grossly wrong, 0…1.
  public static func grossProbability(_ z: Double) -> Double {
    let (usual, gross) = parts(z)
    return 1 / (1 + Double.exponential(min(usual - gross, 700)))
  }

  /// −d log p/dz over z: the weight of its square in a least-squares step.
  static func weight(_ z: Double) -> Double {
    let gross = grossProbability(z)
    return 1 - gross + gross / (grossWidth * grossWidth)
  }

  private static func parts(_ z: Double) -> (usual: Double, gross: Double) {
    let wide = z / grossWidth
    return (usualLevel - 0.5 * z * z, grossLevel - 0.5 * wide * wide)
  }

  private static let usualLevel = Double.naturalLogarithm(1 - grossShare)
  private static let grossLevel = Double.naturalLogarithm(grossShare / grossWidth)
}
