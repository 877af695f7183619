// The fit: damped Gauss–Newton (Levenberg 1944, Marquardt 1963) on the logarithms of the free parameters, priors being
// residuals like any other. Eight hearts beat at once: one word holds eight columns of the Jacobian, and one word tries
// eight dampings.
//
//   minimise ½·Σ((measured − model(θ))/error)² + ½·Σ((θ − center)/spread)²
//
// Each trial heart starts from the last accepted heart's periodic state, so a few beats settle it.

import Lanes
import Lesions
import Circulation
import Findings
import Instruments

/// How the search is run.
public struct FitSettings: Sendable {
  public var maximumIterations = 24
  /// The search ends when a full Gauss–Newton step promises to lower the cost (half a sum of squares) by less than
  /// this: the best fit then lies within a twentieth of a standard error.
  public var tolerance = 1e-3
  /// A search that cannot get on counts as converged when it ends with no more than this to gain.
  public var acceptableGain = 0.02
  /// Difference of the logarithm for the columns of the Jacobian.
  public var difference = 0.02
  /// Beats are held to this while fitting (see `PeriodicSearch.tolerance`).
  public var beatTolerance = 3e-6

  public init() {}
}

/// Why a heart could not be fitted.
public enum FitFailure: Error, Sendable, Equatable {
  /// Nothing that the beat answers for was measured.
  case nothingToFit
  /// Not even the starting heart beats.
  case startDiverged
}

/// A heart with its free parameters set, beating.
struct Trial {
  let theta: [Double]
  let definition: HeartDefinition
  let heart: SettledHeart
  let reading: BeatReading
  /// (measured or assumed − model)/error, then (θ − center)/spread.
  let residuals: [Double]
  let cost: Double
}

/// Fits a heart to measurements.
public struct HeartFit: Sendable {
  let start: HeartDefinition
  let bodySurface: Double
  /// The measurements that the beat answers for.
  let measured: [Target]
  /// The measurements, then what is assumed where nothing was measured.
  let targets: [Target]
  /// What each target's error is multiplied with: more than 1 where several readings are one measurement told several
  /// ways.
  let inflations: [Double]
  let isAcute: Bool
  let mechanism: LeakMechanism
  let settings: FitSettings
  let parameters: [FreeParameter]

  /// - Parameters:
  ///   - start: the healthy heart of the patient's body, at the patient's heart rate.
  ///   - bodySurface: m².
  ///   - targets: the measurements; those the beat does not answer for are left out.
  ///   - isAcute: whether the disease is too young for the heart to have grown.
  ///   - mechanism: how the leak follows the heart.
  ///   - suspectsLeak: whether something other than the measurements says that the mitral valve leaks. Where neither
  ///     does, the valve is taken to hold: no measurement, no leak.
  ///   - fixed: names of parameters that are not searched.
  public init(
    start: HeartDefinition, bodySurface: Double, targets: [Target], isAcute: Bool,
    mechanism: LeakMechanism = .fixed, suspectsLeak: Bool = false,
    fixed: Set<String> = [], settings: FitSettings = FitSettings()
  ) {
    self.start = start
    self.bodySurface = bodySurface
    let measured = targets.filter(\.isSimulated)
    let assumed = Assumption.needed(beside: measured, isAcute: isAcute)
    self.measured = measured
    self.targets = measured + assumed
    inflations = Target.inflations(measured) + assumed.map { _ in 1 }
    self.isAcute = isAcute
    self.mechanism = mechanism
    self.settings = settings
    let searchesLeak = suspectsLeak || Target.informOnLeak(measured)
    parameters = FreeParameter.all(mechanism).filter {
      !fixed.contains($0.name) && ($0.name != FreeParameter.leakName || searchesLeak)
    }
  }

  /// Searches the best heart.
  public func run() throws(FitFailure) -> TwinFit {
    guard !measured.isEmpty else { throw .nothingToFit }
    let first = parameters.map { isAcute ? $0.center.acute : $0.center.chronic }
    guard var best = evaluate([first], from: nil)[0] else { throw .startDiverged }
    var jacobian = columns(at: best)
    var damping = 0.1
    var iterations = 0
    var gain = expectedGain(jacobian, best.residuals)
    while iterations < settings.maximumIterations, gain > settings.tolerance, damping < 1e6 {
      iterations += 1
      let ladder = Self.rungs.map { damping * $0 }
      let proposals = ladder.map { step(jacobian: jacobian, residuals: best.residuals, damping: $0) }
      let trials = evaluate(proposals.map { zip(best.theta, $0).map { $0 + $1 } }, from: best.heart.state)
      var chosen: Int?
      for (index, trial) in trials.enumerated() {
        guard let trial, trial.cost < (chosen.flatMap { trials[$0]?.cost } ?? best.cost) else { continue }
        chosen = index
      }
      guard let chosen, let trial = trials[chosen] else {
        damping *= 1000
        continue
      }
      best = trial
      damping = min(max(ladder[chosen], 1e-5), 1e4)
      jacobian = columns(at: best)
      gain = expectedGain(jacobian, best.residuals)
    }
    return report(best, jacobian: jacobian, iterations: iterations, isConverged: gain <= settings.acceptableGain)
  }

  /// Eight dampings around the present one, tried at once.
  private static let rungs: [Double] = [1e-3, 1e-2, 0.1, 0.4, 1, 3, 30, 300]

  func spread(_ parameter: FreeParameter) -> Double { isAcute ? parameter.spread.acute : parameter.spread.chronic }
  func center(_ parameter: FreeParameter) -> Double { isAcute ? parameter.center.acute : parameter.center.chronic }

  /// Hearts with the given parameters; nil where one does not beat.
  func evaluate(_ thetas: [[Double]], from state: State<Double>?) -> [Trial?] {
    let definitions = thetas.map(definition)
    var search = PeriodicSearch()
    search.tolerance = settings.beatTolerance
    let settled = HeartDefinition.settle(
      definitions, from: state.map { [State<Double>](repeating: $0, count: thetas.count) }, search: search)
    return thetas.indices.map { index in
      guard settled[index].status == .periodic else { return nil }
      let reading = BeatReading(settled[index].beat, of: definitions[index], bodySurface: bodySurface)
      let residuals = residuals(thetas[index], reading.findings)
      return Trial(
        theta: thetas[index], definition: definitions[index], heart: settled[index], reading: reading,
        residuals: residuals, cost: 0.5 * residuals.reduce(0) { $0 + $1 * $1 })
    }
  }

  func definition(_ theta: [Double]) -> HeartDefinition {
    var heart = start
    for (parameter, value) in zip(parameters, theta) { parameter.apply(&heart, Double.exponential(value)) }
    mechanism.countInThisHeart(&heart)
    return heart
  }

  private func residuals(_ theta: [Double], _ findings: FindingValues) -> [Double] {
    let misses = zip(targets, inflations).map { target, inflation -> Double in
      // A leak too small to have an orifice measured counts as none; a reading that this heart does not give (an A wave
      // lost in the E wave) as a miss of five errors.
      let fallback: Double? = target.finding == .EROA || target.finding == .RVol ? 0 : nil
      guard let value = findings[target.finding] ?? fallback, value.isFinite else { return 5 / inflation }
      return (target.value - value) / (target.standardError * inflation)
    }
    return misses + zip(parameters, theta).map { ($1 - center($0)) / spread($0) }
  }

  /// Change of every residual with every parameter; one row per residual. The priors' rows are exact; a heart that does
  /// not beat a step up is tried a step down.
  func columns(at best: Trial) -> [[Double]] {
    func shifted(_ index: Int, by difference: Double) -> [Double] {
      var theta = best.theta
      theta[index] += difference
      return theta
    }
    var differences = [Double](repeating: settings.difference, count: parameters.count)
    var trials = evaluate(parameters.indices.map { shifted($0, by: differences[$0]) }, from: best.heart.state)
    let failed = trials.indices.filter { trials[$0] == nil }
    for (index, trial) in zip(
      failed, evaluate(failed.map { shifted($0, by: -settings.difference) }, from: best.heart.state))
    {
      differences[index] = -settings.difference
      trials[index] = trial
    }
    return best.residuals.indices.map { row in
      parameters.indices.map { column in
        guard row < targets.count else { return row - targets.count == column ? 1 / spread(parameters[column]) : 0 }
        guard let trial = trials[column] else { return 0 }
        return (trial.residuals[row] - best.residuals[row]) / differences[column]
      }
    }
  }

  /// By how much a full step would lower the cost if everything were linear (half the Newton decrement).
  private func expectedGain(_ jacobian: [[Double]], _ residuals: [Double]) -> Double {
    let matrix = NormalEquations.product(jacobian, count: parameters.count)
    let slope = NormalEquations.transposed(jacobian, residuals, count: parameters.count)
    let step = NormalEquations.solve(matrix, slope)
    return 0.5 * zip(slope, step).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func step(jacobian: [[Double]], residuals: [Double], damping: Double) -> [Double] {
    let n = parameters.count
    var matrix = NormalEquations.product(jacobian, count: n)
    let right = NormalEquations.transposed(jacobian, residuals, count: n).map { -$0 }
    for i in 0..<n { matrix[i][i] *= 1 + damping }
    let step = NormalEquations.solve(matrix, right)
    // No further than two prior spreads at once.
    let longest = zip(step, parameters).map { ($0 / spread($1)).magnitude }.max() ?? 0
    return longest > 2 ? step.map { $0 * 2 / longest } : step
  }
}
