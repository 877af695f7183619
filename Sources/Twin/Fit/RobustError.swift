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
    let most = max(usual, gross)
    return most + Double.naturalLogarithm(Double.exponential(usual - most) + Double.exponential(gross - most))
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
    return (
      Double.naturalLogarithm(1 - grossShare) - 0.5 * z * z,
      Double.naturalLogarithm(grossShare / grossWidth) - 0.5 * wide * wide
    )
  }
}
