import Quantities
import Circulation
import Findings
import Instruments
import Lanes
import Lesions

/// One number of the heart that the fit could move, and how sure it is.
public struct FittedParameter: Sendable, Equatable {
  /// The name in JSON, such as "contractility".
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// UCUM unit.
  public let unit: String
  public let value: Double
  /// Ends of the 90 % interval (of a sampled posterior, else linearised about the best fit).
  public let low: Double
  public let high: Double
  /// Share of the variance that the measurements removed from what priors and assumptions leave, 0 (they say nothing) …
  /// 1.
  public let learned: Double
}

/// One measurement beside what the fitted heart gives for it.
public struct Residual: Sendable, Equatable {
  public let finding: FindingID
  /// Where the measurement came from ("pisa", "cuff" …); empty when not told.
  public let method: String
  /// In the finding's unit.
  public let measured: Double
  public let fitted: Double
  /// Standard error of the measurement, in the finding's unit.
  public let standardError: Double
  /// (measured − fitted) / standardError.
  public let zScore: Double
  /// Whether the standard error came with the measurement; else it is the usual one of the method.
  public let isErrorGiven: Bool
}

/// The heart that explains a patient's measurements best.
public struct TwinFit: Sendable {
  public let definition: HeartDefinition
  public let mechanism: LeakMechanism
  /// The mechanisms that were tried with their probabilities after the measurements, the likeliest first.
  public let mechanisms: [MechanismChance]
  public let parameters: [FittedParameter]
  public let residuals: [Residual]
  /// What was assumed because it was not measured (method "assumed"), beside what the fitted heart gives for it.
  public let assumptions: [Residual]
  public let heart: SettledHeart
  public let reading: BeatReading
  public let iterations: Int
  /// Whether the search ended where a further step has nothing to gain (see `FitSettings`).
  public let converged: Bool
  /// All ways of explaining the measurements, the weightiest first.
  let modes: [Mode]
}

extension TwinFit {
  /// The best heart with its intervals: the posterior is taken as normal in the logarithms around it, its precision JᵀWJ.
  init(_ model: HeartModel, modes: [Mode]) {
    let mode = modes[0]
    let best = mode.best
    self.modes = modes
    definition = best.definition
    heart = best.heart
    reading = best.reading
    iterations = mode.iterations
    converged = mode.isConverged
    mechanism = model.mechanisms[best.component].mechanism
    mechanisms = Self.chances(model, modes)
    parameters = model.fitted(mode)
    let all = model.residuals(of: best)
    residuals = Array(all[..<model.measuredCount])
    assumptions = Array(all[model.measuredCount...])
  }

  private static func chances(_ model: HeartModel, _ modes: [Mode]) -> [MechanismChance] {
    let weights = modes.map { Double.exponential($0.logEvidence - modes[0].logEvidence) }
    let sum = weights.reduce(0, +)
    return model.mechanisms.indices.map { component in
      let own = zip(modes, weights).filter { $0.0.best.component == component }.reduce(0) { $0 + $1.1 }
      return MechanismChance(model.mechanisms[component].mechanism, prior: own / sum)
    }.sorted { $0.prior > $1.prior }
  }
}

extension HeartModel {
  /// What people read of θ: the number itself for each parameter. People mean by a leak's size its peak within systole;
  /// the law's area is that of a reference heart, and `peak` their ratio.
  func values(_ component: Int, _ theta: [Double], peak: Double) -> [Double] {
    let heart = definition(component, theta)
    return parameters(component).map { parameter in
      (parameter.name == FreeParameter.leakName ? peak : 1) * parameter.value(heart, start)
    }
  }

  /// Peak within systole over nominal area of the leak of a beating heart.
  func peakOfLeak(_ trial: Trial) -> Double {
    let mechanism = mechanisms[trial.component].mechanism
    let nominal = mechanism.area(in: trial.definition).squareCentimetres
    return nominal > 0 ? trial.definition.peakOrifice(of: mechanism.place, in: trial.heart) / nominal : 1
  }

  fileprivate func fitted(_ mode: Mode) -> [FittedParameter] {
    let best = mode.best
    let variances = NormalEquations.inverseDiagonal(mode.precision)
    // What is known without a measurement: the assumptions and the priors.
    let before = NormalEquations.inverseDiagonal(
      NormalEquations.product(Array(mode.jacobian[measuredCount...]), count: parameters.count))
    let peak = peakOfLeak(best)
    return parameters.indices.map { index in
      func value(_ shift: Double) -> Double {
        var theta = best.theta
        theta[index] += shift
        return values(best.component, theta, peak: peak)[index]
      }
      let reach = 1.645 * variances[index].squareRoot()
      return FittedParameter(
        name: parameters[index].name, title: parameters[index].title, unit: parameters[index].unit, value: value(0),
        low: value(-reach), high: value(reach), learned: min(max(1 - variances[index] / before[index], 0), 1))
    }
  }

  func residuals(of trial: Trial) -> [Residual] {
    targets.indices.map { index in
      let target = targets[index]
      let zScore = trial.residuals[index] * inflations[index]
      return Residual(
        finding: target.finding, method: target.method, measured: target.value,
        fitted: target.value - zScore * errors[index], standardError: errors[index], zScore: zScore,
        isErrorGiven: target.statedError != nil)
    }
  }
}
