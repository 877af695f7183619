// Whether the measurements agree: each beside what all the others imply for it.
//
// The others' implication is the posterior without the measurement: its draws weighed by 1/p(zᵢ) (importance sampling
// leave-one-out, Gelfand 1992; the weights are bounded, because the robust error has a wide part). Numbers that are one
// measurement told several ways (`SharedReadings`) are left out, and wrong, together. How far a measurement lies
// from that is told in its own standard errors; how likely it is grossly wrong is the mean of `RobustError` over the
// posterior.

import Findings
import Lanes

/// A measurement beside what the others imply.
public struct Agreement: Sendable, Equatable {
  public let finding: FindingID
  public let method: String
  /// In the finding's unit.
  public let measured: Double
  public let standardError: Double
  /// What the others imply, and how sure they are (standard deviation).
  public let implied: Double
  public let impliedDeviation: Double
  /// (measured − implied)/standardError.
  public let zScore: Double
  /// The same over both uncertainties: what chance alone would make ±1.
  public let surprise: Double
  /// The probability that it is grossly wrong, 0…1.
  public let grossProbability: Double
}

extension Posterior {
  /// One for each measurement, in their order.
  public var agreement: [Agreement] {
    (0..<model.measuredCount).map { index in
      let target = model.targets[index]
      let together = model.unit(of: index)
      var (sum, mean, square, gross) = (0.0, 0.0, 0.0, 0.0)
      for draw in draws {
        let miss = together.reduce(0) {
          $0 + draw.zScores[$1] * draw.zScores[$1] / (model.inflations[$1] * model.inflations[$1])
        }.squareRoot()
        let weight = Double.exponential(-RobustError.logDensity(miss))
        let z = draw.zScores[index]
        sum += weight
        mean += weight * z
        square += weight * z * z
        gross += RobustError.grossProbability(miss)
      }
      mean /= sum
      let variance = max(square / sum - mean * mean, 0)
      let error = model.errors[index]
      return Agreement(
        finding: target.finding, method: target.method, measured: target.value, standardError: error,
        implied: target.value - mean * error, impliedDeviation: variance.squareRoot() * error, zScore: mean,
        surprise: mean / (1 + variance).squareRoot(), grossProbability: gross / Double(max(draws.count, 1)))
    }
  }

  /// The measurement that fits the others worst: of those that are likelier wrong than not, or whose surprise is 2 or more,
  /// the one that is likeliest wrong. (One that is far off makes good ones look surprising, whose neighbours it pulls.)
  public var culprit: Agreement? {
    agreement.filter { $0.surprise.magnitude >= 2 || $0.grossProbability > 0.5 }
      .max { ($0.grossProbability, $0.surprise.magnitude) < ($1.grossProbability, $1.surprise.magnitude) }
  }
}
