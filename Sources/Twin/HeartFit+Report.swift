// What is told of a fit: parameters with their intervals, measurements beside the fitted heart.

import Circulation
import Findings
import Instruments
import Lesions
import Quantities

extension HeartFit {
  /// The best heart with its intervals: the posterior is taken as normal in the logarithms, its precision JᵀJ at the
  /// best fit.
  func report(_ best: Trial, jacobian: [[Double]], iterations: Int, isConverged: Bool) -> TwinFit {
    let variances = inverseDiagonal(jacobian)
    // What is known without a measurement: the assumptions and the priors.
    let before = inverseDiagonal(Array(jacobian[measured.count...]))
    // People mean by a leak's size its peak within systole; the law's area is that of a reference heart.
    let nominal = mechanism.area(in: best.definition).squareCentimetres
    let peak = nominal > 0 ? best.definition.peakOrifice(of: mechanism.place, in: best.heart) / nominal : 1
    let fitted = parameters.indices.map { index -> FittedParameter in
      let parameter = parameters[index]
      let scale = parameter.name == FreeParameter.leakName ? peak : 1
      let reach = 1.645 * variances[index].squareRoot()
      func value(_ shift: Double) -> Double {
        var theta = best.theta
        theta[index] += shift
        return scale * parameter.value(definition(theta), start)
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
