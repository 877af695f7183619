// What is told of a fit: parameters with their intervals, measurements beside the fitted heart.

import Circulation
import Findings
import Instruments

extension HeartFit {
  /// The best heart with its intervals: the posterior is taken as normal in the logarithms, its precision JᵀJ at the
  /// best fit.
  func report(_ best: Trial, jacobian: [[Double]], iterations: Int, isConverged: Bool) -> TwinFit {
    let variances = NormalEquations.inverseDiagonal(NormalEquations.product(jacobian, count: parameters.count))
    let fitted = parameters.indices.map { index -> FittedParameter in
      let parameter = parameters[index]
      let deviation = min(variances[index].squareRoot(), spread(parameter))
      let reach = 1.645 * deviation
      func value(_ shift: Double) -> Double {
        var theta = best.theta
        theta[index] += shift
        return parameter.value(definition(theta))
      }
      let share = deviation / spread(parameter)
      return FittedParameter(
        name: parameter.name, title: parameter.title, unit: parameter.unit, value: value(0), low: value(-reach),
        high: value(reach), learned: 1 - share * share)
    }
    let residuals = measured.enumerated().map { index, target in
      Residual(
        finding: target.finding, method: target.method, measured: target.value,
        fitted: target.value - best.residuals[index] * target.standardError, standardError: target.standardError,
        zScore: best.residuals[index])
    }
    return TwinFit(
      definition: best.definition, parameters: fitted, residuals: residuals, heart: best.heart, reading: best.reading,
      cost: best.cost, iterations: iterations, converged: isConverged)
  }
}
