// Whether a posterior says what it claims: patients are drawn from the priors, measured as their instruments would with
// the errors that are reckoned with, and fitted. The rank of the true parameter among the draws is then evenly spread, and a
// 90 % interval holds it nine times in ten (Talts et al., arXiv 1804.06788; Cook, Gelman & Rubin 2006; recalled).

import Circulation
import Findings
import Lanes

/// A patient whose heart is known.
public struct DrawnPatient: Sendable {
  /// Logarithms of the free parameters, in the order of the fit, and what people read of them.
  public let theta: [Double]
  public let values: [Double]
  /// What was measured of this heart, with scatter.
  public let targets: [Target]
}

extension HeartFit {
  /// The names of the free parameters, in their order, and their spreads before anything is measured (logarithms).
  public var freeParameters: [(name: String, spread: Double)] {
    model.parameters.map { ($0.name, model.spread($0)) }
  }

  /// Draws a patient from the priors of the first mechanism, on whom the findings of this fit are measured with the errors
  /// of this fit, none grossly wrong. What would have been assumed must be among them, or the priors are not those of
  /// the fit.
  ///
  /// - Returns: nil where the heart that was drawn does not beat.
  public func drawPatient(seed: UInt64) -> DrawnPatient? {
    precondition(model.measuredCount == model.targets.count, "a measurement for everything that would be assumed")
    var random = RandomNumbers(seed: seed)
    let theta = model.parameters.map { model.center($0) + model.spread($0) * random.normal() }
    guard let trial = model.evaluate([Place(component: 0, theta: theta)])[0] else { return nil }
    let targets = model.targets.indices.map { index in
      let target = model.targets[index]
      let read = target.value - trial.residuals[index] * model.inflations[index] * model.errors[index]
      return Target(
        target.finding, read + model.errors[index] * random.normal(), standardError: target.statedError,
        method: target.method)
    }
    return DrawnPatient(
      theta: theta, values: model.values(0, theta, peak: model.peakOfLeak(trial)), targets: targets)
  }
}
