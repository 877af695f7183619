// All the hearts that a patient's measurements leave possible, each as often as it is likely: the posterior, sampled.
//
// A stand-in is learned from some hundred hearts around each mode of the fit (`Surrogate`); walkers guided by it step in
// words of eight on every core (`EnsembleSampler`), and go on until the worst known parameter has the effective samples
// asked for.

import Instruments
import Circulation
import Findings
import Lanes
import Lesions

/// One heart of a posterior.
public struct Draw: Sendable {
  let component: Int
  public let theta: [Double]
  public let definition: HeartDefinition
  /// Its periodic state.
  public let state: State<Double>
  /// Everything that is true of its beat.
  public let findings: FindingValues
  /// (measured − read)/error of each measurement, in the error that was stated for it.
  let zScores: [Double]
}

/// A median with its intervals.
public struct Spread: Sendable, Equatable {
  public let median: Double
  /// Ends of the interval that holds half of the samples, and of that which holds nine tenths.
  public let half: ClosedRange<Double>
  public let ninety: ClosedRange<Double>

  /// - Parameter samples: at least one, of the same weight.
  public init(_ samples: [Double]) {
    let sorted = samples.sorted()
    func quantile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let below = Int(position)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
    median = quantile(0.5)
    half = quantile(0.25)...quantile(0.75)
    ninety = quantile(0.05)...quantile(0.95)
  }
}

/// How sampling went.
public struct SamplingReport: Sendable, Equatable {
  /// Whether the draws were not sampled but sketched (`HeartFit.sketch`).
  public var isSketch = false
  /// Kept draws before thinning, densities asked for, and the shares of guided, independent and difference moves
  /// that were taken.
  public let samples: Int
  public let evaluations: Int
  public let acceptance: [Double]
  /// Of the worst parameter.
  public let effectiveSamples: Double
  /// Not a number for a sketch.
  public let splitRHat: Double
  public let isConverged: Bool
}

/// The sampled posterior.
public struct Posterior: Sendable {
  /// Equally likely hearts, thinned to at most `mostDraws`.
  public let draws: [Draw]
  /// The free parameters with median and intervals, in the order of the fit.
  public let parameters: [FittedParameter]
  public let mechanisms: [MechanismChance]
  public let sampling: SamplingReport
  let model: HeartModel

  static let mostDraws = 2000

  /// Median and intervals of a finding over the draws that have it; nil where fewer than half do.
  public func spread(_ finding: FindingID) -> Spread? {
    let values = draws.compactMap { $0.findings[finding] }.filter(\.isFinite)
    return 2 * values.count > draws.count ? Spread(values) : nil
  }

  /// Up to `count` draws, evenly over all.
  public func thinned(to count: Int) -> [Draw] {
    guard draws.count > count else { return draws }
    return (0..<count).map { draws[(2 * $0 + 1) * draws.count / (2 * count)] }
  }
}

extension Posterior {
  /// What is seen at up to `count` draws, evenly over all; they are beaten again for it, in words.
  public func examine<Seen: Sendable>(_ count: Int, _ look: @Sendable (Examined) -> Seen) -> [Seen] {
    // A walker that stands still, and a sketch's heavy heart, are many draws of one heart.
    var places: [Place] = []
    var numbers: [Int] = []
    for draw in thinned(to: count) {
      if places.last?.theta != draw.theta || places.last?.component != draw.component {
        places.append(Place(component: draw.component, theta: draw.theta, state: draw.state))
      }
      numbers.append(places.count - 1)
    }
    let body = model.body
    let seen = Parallel.map(model.evaluate(places)) { trial in
      trial.map { look(Examined($0.definition, body: body, beat: $0.heart.beat)) }
    }
    return numbers.compactMap { seen[$0] }
  }
}

extension Trial: ChainPoint {}

extension HeartFit {
  /// Samples the posterior around a fit.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same draws, on any number of cores.
  ///   - progress: called with the share of the way, 0…1; false ends sampling with what there is.
  public func sample(
    _ fit: TwinFit, seed: UInt64, settings: SamplerSettings = SamplerSettings(),
    progress: (Double) -> Bool = { _ in true }
  ) -> Posterior {
    let model = self.model
    let lesson = Lesson(model, fit.modes, proposal: fit.proposal, seed: ~seed, walkers: settings.walkers)
    var sampler = EnsembleSampler(
      start: lesson.start, proposal: lesson.proposal, guide: lesson.guide, seed: seed, settings: settings,
      watch: { $0.theta },
      evaluate: { steps in
        model.evaluate(steps.map { Place(component: $0.component, theta: $0.theta, state: $0.from.heart.state) })
      })
    let chains = sampler.run(progress: progress)
    return Posterior(chains, model: model, fit: fit)
  }
}

extension Posterior {
  init(_ chains: SampledChains<Trial>, model: HeartModel, fit: TwinFit) {
    // Generation by generation, so that thinning takes from all walkers alike.
    let generations = chains.chains.first?.count ?? 0
    let all = (0..<generations).flatMap { generation in chains.chains.map { $0[generation] } }
    let stride = max(1, (all.count + Self.mostDraws - 1) / Self.mostDraws)
    let kept = Swift.stride(from: 0, to: all.count, by: stride).map { all[$0] }
    let report = SamplingReport(
      samples: all.count, evaluations: chains.evaluations, acceptance: chains.acceptance,
      effectiveSamples: chains.effectiveSamples, splitRHat: chains.splitRHat, isConverged: chains.isConverged)
    self.init(kept, report, model: model, fit: fit)
  }

  /// - Parameter hearts: equally likely, at least one.
  init(_ hearts: [Trial], _ report: SamplingReport, model: HeartModel, fit: TwinFit) {
    self.model = model
    sampling = report
    draws = hearts.map { trial in
      Draw(
        component: trial.component, theta: trial.theta, definition: trial.definition, state: trial.heart.state,
        findings: trial.reading.findings,
        zScores: (0..<model.measuredCount).map { trial.residuals[$0] * model.inflations[$0] })
    }
    let values = Parallel.map(hearts) { model.values($0.component, $0.theta, peak: model.peakOfLeak($0)) }
    parameters = fit.parameters.enumerated().map { index, parameter in
      let spread = Spread(values.map { $0[index] })
      return FittedParameter(
        name: parameter.name, title: parameter.title, unit: parameter.unit, value: spread.median,
        low: spread.ninety.lowerBound, high: spread.ninety.upperBound, learned: parameter.learned)
    }
    let draws = self.draws
    mechanisms = model.mechanisms.indices.map { component in
      let own = draws.reduce(0) { $0 + ($1.component == component ? 1 : 0) }
      return MechanismChance(model.mechanisms[component].mechanism, prior: Double(own) / Double(max(draws.count, 1)))
    }.sorted { $0.prior > $1.prior }
  }
}
