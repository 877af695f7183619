// A rough posterior at once: draws of Laplace's approximation around each mode, with t distributions for its tails, each
// weighed by how likely the heart really is over how often it is drawn (importance sampling), and then as many taken again
// in proportion to their weights. No weight counts more than √N times the mean (Ionides, J Comput Graph Stat 2008;17:295;
// recalled): a little bias for much less scatter. Where the posterior is far from normal few draws carry all the weight;
// `SamplingReport.effectiveSamples` then says so.

import Circulation
import Lanes

extension HeartFit {
  /// Sketches the posterior around a fit.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same draws, on any number of cores.
  ///   - count: how many hearts are beaten, and how many draws are returned.
  public func sketch(_ fit: TwinFit, seed: UInt64, draws count: Int = 512) -> Posterior {
    var random = RandomNumbers(seed: seed)
    let proposal = fit.proposal
    let places = (0..<count).map { _ in
      let (component, theta) = proposal.draw(&random)
      return Place(component: component, theta: theta, state: fit.modes[0].best.heart.state)
    }
    let hearts = model.evaluate(places).compactMap { $0 }
    guard !hearts.isEmpty else {
      return Posterior(
        [fit.modes[0].best], SamplingReport(sketchedFrom: count, effectiveSamples: 1), model: model, fit: fit)
    }
    let logs = hearts.map { $0.logDensity - proposal.logDensity($0.component, $0.theta) }
    let most = logs.max() ?? 0
    let raw = logs.map { Double.exponential($0 - most) }
    let limit = raw.reduce(0, +) / Double(raw.count) * Double(raw.count).squareRoot()
    let weights = raw.map { min($0, limit) }
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    // Systematic resampling: one random number for all.
    let step = sum / Double(count)
    var position = random.uniform() * step
    var reached = 0.0
    var drawn: [Trial] = []
    for (heart, weight) in zip(hearts, weights) {
      reached += weight
      while position < reached, drawn.count < count {
        drawn.append(heart)
        position += step
      }
    }
    let report = SamplingReport(sketchedFrom: count, effectiveSamples: sum * sum / squares)
    return Posterior(drawn, report, model: model, fit: fit)
  }
}

extension TwinFit {
  /// Laplace's approximation around every mode.
  var proposal: MixtureProposal {
    MixtureProposal(
      modes.compactMap { mode in
        TDistribution(center: mode.best.theta, scale: NormalEquations.inverse(mode.precision)).map {
          MixtureProposal.Part(
            component: mode.best.component, weight: Double.exponential(mode.logEvidence - modes[0].logEvidence), $0)
        }
      })
  }
}

extension SamplingReport {
  /// Of a sketch: nothing converges, since nothing walks.
  fileprivate init(sketchedFrom count: Int, effectiveSamples: Double) {
    self.init(
      isSketch: true, samples: count, evaluations: count, acceptance: [], effectiveSamples: effectiveSamples,
      splitRHat: .nan, isConverged: false)
  }
}
