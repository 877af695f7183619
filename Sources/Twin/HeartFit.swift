// The fit: damped Gauss–Newton (Levenberg 1944, Marquardt 1963) on the logarithms of the free parameters, priors being
// residuals like any other. Eight hearts beat at once: one word holds eight columns of the Jacobian, and one word tries
// eight dampings.
//
//   minimise ½·Σ((measured − model(θ))/error)² + ½·Σ((θ − center)/spread)²
//
// Each trial heart starts from the last accepted heart's periodic state, so a few beats settle it.

import Circulation
import Findings
import Instruments

/// How the search is run.
public struct FitSettings: Sendable {
  public var maximumIterations = 24
  /// A step smaller than this in every parameter (share of its prior spread) ends the search.
  public var tolerance = 0.003
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
  let isAcute: Bool
  let settings: FitSettings
  let parameters = FreeParameter.all

  /// - Parameters:
  ///   - start: the healthy heart of the patient's body, at the patient's heart rate.
  ///   - bodySurface: m².
  ///   - targets: the measurements; those the beat does not answer for are left out.
  ///   - isAcute: whether the disease is too young for the heart to have grown.
  public init(
    start: HeartDefinition, bodySurface: Double, targets: [Target], isAcute: Bool, settings: FitSettings = FitSettings()
  ) {
    self.start = start
    self.bodySurface = bodySurface
    let measured = targets.filter(\.isSimulated)
    self.measured = measured
    self.targets =
      measured
      + Assumption.all(isAcute: isAcute).filter { assumption in
        !measured.contains { assumption.unlessMeasured.contains($0.finding) }
      }.map { Target($0.finding, $0.value, standardError: $0.spread, method: "assumed") }
    self.isAcute = isAcute
    self.settings = settings
  }

  /// Searches the best heart.
  public func run() throws(FitFailure) -> TwinFit {
    guard !measured.isEmpty else { throw .nothingToFit }
    let first = parameters.map { isAcute ? $0.center.acute : $0.center.chronic }
    guard var best = evaluate([first], from: nil)[0] else { throw .startDiverged }
    var damping = 0.1
    var iterations = 0
    var isConverged = false
    while iterations < settings.maximumIterations, !isConverged {
      iterations += 1
      let jacobian = columns(at: best)
      let ladder = (0..<8).map { damping * Self.rungs[$0] }
      let proposals = ladder.map { step(jacobian: jacobian, residuals: best.residuals, damping: $0) }
      let trials = evaluate(proposals.map { zip(best.theta, $0).map { $0 + $1 } }, from: best.heart.state)
      var chosen: Int?
      for (index, trial) in trials.enumerated() {
        guard let trial, trial.cost < (chosen.flatMap { trials[$0]?.cost } ?? best.cost) else { continue }
        chosen = index
      }
      guard let chosen, let trial = trials[chosen] else {
        if damping > 1e6 { break }
        damping *= 1000
        continue
      }
      let move = zip(proposals[chosen], parameters).map { ($0 / spread($1)).magnitude }.max() ?? 0
      isConverged = move < settings.tolerance || best.cost - trial.cost < 1e-5 * (1 + trial.cost)
      best = trial
      damping = min(max(ladder[chosen], 1e-5), 1e4)
    }
    return report(best, jacobian: columns(at: best), iterations: iterations, isConverged: isConverged)
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
      guard let residuals = residuals(thetas[index], reading.findings) else { return nil }
      return Trial(
        theta: thetas[index], definition: definitions[index], heart: settled[index], reading: reading,
        residuals: residuals, cost: 0.5 * residuals.reduce(0) { $0 + $1 * $1 })
    }
  }

  func definition(_ theta: [Double]) -> HeartDefinition {
    var heart = start
    for (parameter, value) in zip(parameters, theta) { parameter.apply(&heart, Power.exponential(value)) }
    return heart
  }

  private func residuals(_ theta: [Double], _ findings: FindingValues) -> [Double]? {
    var residuals: [Double] = []
    for target in targets {
      // A leak too small to have an orifice measured counts as none.
      let fallback: Double? = target.finding == .EROA || target.finding == .RVol ? 0 : nil
      guard let value = findings[target.finding] ?? fallback, value.isFinite else { return nil }
      residuals.append((target.value - value) / target.standardError)
    }
    for (parameter, value) in zip(parameters, theta) {
      residuals.append((value - center(parameter)) / spread(parameter))
    }
    return residuals
  }

  /// Change of every residual with every parameter; one row per residual.
  func columns(at best: Trial) -> [[Double]] {
    let thetas = parameters.indices.map { index in
      var theta = best.theta
      theta[index] += settings.difference
      return theta
    }
    let trials = evaluate(thetas, from: best.heart.state)
    return best.residuals.indices.map { row in
      trials.map { trial in trial.map { ($0.residuals[row] - best.residuals[row]) / settings.difference } ?? 0 }
    }
  }

  private func step(jacobian: [[Double]], residuals: [Double], damping: Double) -> [Double] {
    let n = parameters.count
    var matrix = NormalEquations.product(jacobian, count: n)
    var right = [Double](repeating: 0, count: n)
    for (row, residual) in zip(jacobian, residuals) {
      for i in 0..<n { right[i] -= row[i] * residual }
    }
    for i in 0..<n { matrix[i][i] *= 1 + damping }
    let step = NormalEquations.solve(matrix, right)
    // No further than two prior spreads at once.
    let longest = zip(step, parameters).map { ($0 / spread($1)).magnitude }.max() ?? 0
    return longest > 2 ? step.map { $0 * 2 / longest } : step
  }
}
