// Whether a posterior says what it claims: the rank of a patient's true parameter among the draws is evenly spread, and a
// 90 % interval holds it nine times in ten (Talts et al., arXiv 1804.06788; Cook, Gelman & Rubin 2006; recalled). And
// what was learned of each parameter from which measurement.

import Findings

/// What is known of one patient after the fit.
public struct RecoveryEntry: Codable, Sendable {
  public let seed: UInt64
  /// Share of the draws below the truth, by parameter.
  public let ranks: [Double]
  /// Standard deviation of the draws over that of the prior, by parameter.
  public let shrinking: [Double]
  /// By parameter: the share of what is known of it that would go with each of the design's measurements
  /// (1 − variance with all/variance without it, linearised at the best fit); 0 for what was not measured.
  public let owed: [[Double]]
  public let effectiveSamples: Double
  public let splitRHat: Double
  public let isConverged: Bool
}

extension StudyDesign {
  /// Nil where the heart that was drawn does not beat.
  public func recovery(seed: UInt64, _ settings: SamplerSettings) -> RecoveryEntry? {
    guard let patient = patient(seed: seed, hasGross: true) else { return nil }
    let search = search(patient.targets)
    guard let fit = try? search.run() else { return nil }
    let posterior = search.sample(fit, seed: seed, settings: settings)
    let draws = posterior.thinned(to: 400)
    let model = search.model
    let ranks = patient.theta.indices.map { index in
      Double(draws.filter { $0.theta[index] < patient.theta[index] }.count) / Double(draws.count)
    }
    let shrinking = patient.theta.indices.map { index -> Double in
      Information.deviation(draws.map { $0.theta[index] }) / model.spread(model.parameters[index])
    }
    return RecoveryEntry(
      seed: seed, ranks: ranks, shrinking: shrinking, owed: owed(fit, model),
      effectiveSamples: posterior.sampling.effectiveSamples, splitRHat: posterior.sampling.splitRHat,
      isConverged: posterior.sampling.isConverged)
  }

  private func owed(_ fit: TwinFit, _ model: HeartModel) -> [[Double]] {
    let mode = fit.modes[0]
    let count = model.parameters.count
    let weights = model.weights(mode.best.residuals)
    func variances(without left: [Int]) -> [Double] {
      let rows = mode.jacobian.indices.filter { !left.contains($0) }.map { row in
        mode.jacobian[row].map { $0 * weights[row].squareRoot() }
      }
      return NormalEquations.inverseDiagonal(NormalEquations.product(rows, count: count))
    }
    let all = variances(without: [])
    let lost = targets.map { target -> [Double] in
      let found = model.targets.firstIndex { $0.finding == target.finding && $0.method == target.method }
      guard let index = found else { return all.map { _ in 0 } }
      let rest = variances(without: model.unit(of: index))
      return zip(all, rest).map { 1 - $0 / $1 }
    }
    return (0..<count).map { parameter in lost.map { ($0[parameter] * 1000).rounded() / 1000 } }
  }
}
