// The search for the likeliest heart: damped Gauss–Newton (Levenberg 1944, Marquardt 1963) with the robust error's
// weights (iteratively reweighted least squares; Holland & Welsch 1977). Eight hearts beat at once: one word holds eight
// columns of the Jacobian, and one word tries eight dampings. Each trial heart starts from the last accepted heart's
// periodic state, so a few beats settle it.

import Circulation
import Lanes

/// A place that the search came to.
struct FittedMode {
  let best: Trial
  let jacobian: [[Double]]
  let iterations: Int
  let isConverged: Bool
}

extension HeartModel {
  /// Searches the likeliest heart from a place. Nil where not even that beats.
  ///
  /// - Parameter ignoring: the numbers of one measurement that does not count in this search.
  func search(from first: Place, ignoring: [Int] = []) -> FittedMode? {
    guard var best = evaluate([first])[0] else { return nil }
    func cost(_ trial: Trial) -> Double {
      guard !ignoring.isEmpty else { return -trial.logDensity }
      let z = jointMiss(ignoring, trial.residuals)
      return -trial.logDensity + (settings.isRobust ? RobustError.logDensity(z) : -0.5 * z * z)
    }
    func weights(_ trial: Trial) -> [Double] {
      var weights = self.weights(trial.residuals)
      for index in ignoring { weights[index] = 0 }
      return weights
    }
    var difference = settings.difference
    var isCentral = false
    var jacobian = columns(at: best, difference)
    var damping = 0.1
    var iterations = 0
    var system = NormalSystem(jacobian, best.residuals, weights(best), count: parameters.count)
    while iterations < settings.maximumIterations, system.gain > settings.tolerance, damping < 1e6 {
      iterations += 1
      let ladder = Self.rungs.map { damping * $0 }
      let places = ladder.map { rung in
        Place(
          component: best.component, theta: zip(best.theta, limited(system.step(damping: rung))).map { $0 + $1 },
          state: best.heart.state)
      }
      var chosen: (rung: Double, trial: Trial)?
      for (rung, trial) in zip(ladder, evaluate(places)) {
        guard let trial, cost(trial) < cost(chosen?.trial ?? best) else { continue }
        chosen = (rung, trial)
      }
      guard let chosen else {
        damping *= 1000
        // Where nothing leads on, the slopes are seen from both sides; then from further away, for readings that go in
        // steps (frames, slices, samples of a line).
        if damping >= 1e6, difference == settings.difference {
          if isCentral { difference *= 4 }
          (isCentral, damping) = (true, 0.1)
          jacobian = columns(at: best, difference, isCentral: true)
          system = NormalSystem(jacobian, best.residuals, weights(best), count: parameters.count)
        }
        continue
      }
      best = chosen.trial
      damping = min(max(chosen.rung, 1e-5), 1e4)
      jacobian = columns(at: best, difference, isCentral: isCentral)
      system = NormalSystem(jacobian, best.residuals, weights(best), count: parameters.count)
    }
    return FittedMode(
      best: best, jacobian: jacobian, iterations: iterations, isConverged: system.gain <= settings.acceptableGain)
  }

  /// Eight dampings around the present one, tried at once.
  private static let rungs: [Double] = [1e-3, 1e-2, 0.1, 0.4, 1, 3, 30, 300]

  /// No further than two prior spreads at once.
  private func limited(_ step: [Double]) -> [Double] {
    let longest = zip(step, parameters).map { ($0 / spread($1)).magnitude }.max() ?? 0
    return longest > 2 ? step.map { $0 * 2 / longest } : step
  }

  /// JᵀWJ at a place: the inverse of the covariance that the posterior would have if all were linear and normal.
  func precision(of mode: FittedMode) -> [[Double]] {
    NormalSystem(mode.jacobian, mode.best.residuals, weights(mode.best.residuals), count: parameters.count).matrix
  }
}

/// JᵀWJ·x = −JᵀWr.
private struct NormalSystem {
  let matrix: [[Double]]
  private let right: [Double]

  init(_ rows: [[Double]], _ residuals: [Double], _ weights: [Double], count: Int) {
    let scaled = zip(rows, weights).map { row, weight in row.map { $0 * weight.squareRoot() } }
    matrix = NormalEquations.product(scaled, count: count)
    right = NormalEquations.transposed(
      scaled, zip(residuals, weights).map { -$0 * $1.squareRoot() }, count: count)
  }

  func step(damping: Double) -> [Double] {
    var damped = matrix
    for i in damped.indices { damped[i][i] *= 1 + damping }
    return NormalEquations.solve(damped, right)
  }

  /// By how much a full step would lower the cost if everything were linear (half the Newton decrement).
  var gain: Double { 0.5 * zip(right, step(damping: 0)).reduce(0) { $0 + $1.0 * $1.1 } }
}
