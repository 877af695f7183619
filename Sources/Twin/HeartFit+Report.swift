// What is told of a fit: parameters with their intervals, measurements beside the fitted heart.

import Circulation
import Findings
import Instruments

extension HeartFit {
  /// The best heart with its intervals: the posterior is taken as normal in the logarithms, its precision JᵀJ at the
  /// best fit.
  func report(_ best: Trial, jacobian: [[Double]], iterations: Int, isConverged: Bool) -> TwinFit {
    let variances = inverseDiagonal(jacobian)
    // What is known without a measurement: the assumptions and the priors.
    let before = inverseDiagonal(Array(jacobian[measured.count...]))
    let fitted = parameters.indices.map { index -> FittedParameter in
      let parameter = parameters[index]
      let reach = 1.645 * variances[index].squareRoot()
      func value(_ shift: Double) -> Double {
        var theta = best.theta
        theta[index] += shift
        return parameter.value(definition(theta), start)
      }
      return FittedParameter(
        name: parameter.name, title: parameter.title, unit: parameter.unit, value: value(0), low: value(-reach),
        high: value(reach), learned: min(max(1 - variances[index] / before[index], 0), 1))
    }
    let residuals = targets.indices.map { index -> Residual in
      let target = targets[index]
      let zScore = best.residuals[index] * inflations[index]
      return Residual(
        finding: target.finding, method: target.method, measured: target.value,
        fitted: target.value - zScore * target.standardError, standardError: target.standardError, zScore: zScore,
        isErrorGiven: target.isErrorGiven)
    }
    return TwinFit(
      definition: best.definition, parameters: fitted, residuals: Array(residuals[..<measured.count]),
      assumptions: Array(residuals[measured.count...]), heart: best.heart, reading: best.reading,
      cost: best.cost, iterations: iterations, converged: isConverged)
  }

  private func inverseDiagonal(_ rows: [[Double]]) -> [Double] {
    NormalEquations.inverseDiagonal(NormalEquations.product(rows, count: parameters.count))
  }
}
