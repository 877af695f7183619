// Whether chains agree with each other, and how many independent samples they are worth.
//
//   split R̂   every chain is cut in two (of many short chains, `groups` of them together are one: nested R̂, Margossian
//             et al., Bayesian Anal 2024; recalled); √((n−1)/n + B/W), B the variance between the halves' means, W the mean variance
//             within them (Gelman et al., Bayesian Data Analysis, 3rd ed. 2013; Vehtari et al., Bayesian Anal 2021;16:667:
//             below 1.01)
//   ESS       N·m/τ, τ = −1 + 2·ΣP̂ₜ over pairs of autocorrelations ρ̂₂ₜ + ρ̂₂ₜ₊₁ as long as they are positive and made
//             monotone (Geyer 1992), ρ̂ₜ = 1 − (W − mean autocovariance)/var⁺ (Vehtari 2021)
//
// Both are of the ranks' normal scores in that paper; here of the values themselves, which are logarithms with light tails.

import Lanes

/// Agreement of several chains of one quantity.
public struct ChainDiagnostics: Sendable {
  public let splitRHat: Double
  public let effectiveSamples: Double

  /// - Parameters:
  ///   - chains: at least two, of the same length; fewer than 8 samples each count as nothing known.
  ///   - groups: how many groups of chains are held against each other.
  public init(_ chains: [[Double]], groups: Int = 4) {
    let half = (chains.first?.count ?? 0) / 2
    guard half >= 4 else {
      (splitRHat, effectiveSamples) = (.infinity, 0)
      return
    }
    let parts = chains.flatMap { [Array($0.prefix(half)), Array($0.suffix(half))] }
    let (count, number) = (Double(half), Double(parts.count))
    let means = parts.map { $0.reduce(0, +) / count }
    let variances = zip(parts, means).map { part, mean in
      part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    }
    let within = variances.reduce(0, +) / number
    let grand = means.reduce(0, +) / number
    let between = means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / (number - 1)
    // A quantity that never moves agrees with itself.
    guard within > 0 else {
      (splitRHat, effectiveSamples) = between > 0 ? (.infinity, 0) : (1, count * number)
      return
    }
    let total = (count - 1) / count * within + between
    splitRHat = Self.splitRHat(chains, groups: min(groups, chains.count), half: half)
    let centred = zip(parts, means).map { part, mean in part.map { $0 - mean } }
    func correlation(_ lag: Int) -> Double {
      var sum = 0.0
      for part in centred {
        for index in 0..<(half - lag) { sum += part[index] * part[index + lag] }
      }
      return 1 - (within - sum / (count * number)) / total
    }
    var time = -1.0
    var last = Double.infinity
    var lag = 0
    while lag + 1 < half {
      let pair = min(correlation(lag) + correlation(lag + 1), last)
      guard pair > 0 else { break }
      time += 2 * pair
      last = pair
      lag += 2
    }
    // Chains that alternate can be worth more than their number; no more is claimed than N·log₁₀N (Vehtari 2021).
    let all = count * number
    effectiveSamples = all / max(time, 1 / (Double.naturalLogarithm(all) / Double.naturalLogarithm(10)))
  }

  private static func splitRHat(_ chains: [[Double]], groups: Int, half: Int) -> Double {
    let size = chains.count / groups
    let parts = (0..<groups).flatMap { group -> [[Double]] in
      let own = chains[(group * size)..<((group + 1) * size)]
      return [own.flatMap { $0.prefix(half) }, own.flatMap { $0.suffix(half) }]
    }
    let count = Double(half * size)
    let means = parts.map { $0.reduce(0, +) / count }
    let grand = means.reduce(0, +) / Double(parts.count)
    let between = means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(parts.count - 1)
    let within =
      zip(parts, means).reduce(0) { sum, pair in
        sum + pair.0.reduce(0) { $0 + ($1 - pair.1) * ($1 - pair.1) } / (count - 1)
      } / Double(parts.count)
    return (((count - 1) / count * within + between) / within).squareRoot()
  }
}
