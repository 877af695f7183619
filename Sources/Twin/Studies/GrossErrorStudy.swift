// Whether the measurement that lies is found: one measurement of each patient is a stated number of its standard errors
// off the truth, all others have their usual errors.
//
// How far it stands out is bounded by what the others tell of it. With the others' implication uncertain by
// s of its standard errors a measurement d errors off lies d/√(1 + s²) of the usual distances away, and a usual distance
// belongs to chance: `redundancy` is 1/(1 + s²), linearised at the truth, 0 where nothing else tells of it.
//
// How often it could be found at best is told by the same patient made linear, with errors drawn anew: what is named there
// is the measurement with the largest residual over its own standard deviation, the likelihood-ratio test for one that is
// shifted (Cook & Weisberg, Residuals and Influence in Regression, 1982; recalled).

import Circulation
import Findings
import Lanes

/// What was found of one patient with one measurement that lies.
public struct GrossErrorEntry: Codable, Sendable {
  public let seed: UInt64
  /// "EROA pisa", and by how many of its standard errors it is off the truth, with its sign.
  public let liar: String
  public let off: Double
  public let redundancy: Double
  /// How often the best rule names it where the heart is linear, 0…1.
  public let possible: Double
  /// The measurement that was named; nil: none. And the probability that it is grossly wrong.
  public let named: String?
  public let probability: Double
  /// What is said of the one that lies.
  public let probabilityOfLiar: Double
  public let surpriseOfLiar: Double
  /// Whether the one named is the one that lies, or the same measurement told otherwise.
  public let isFound: Bool
}

extension StudyDesign {
  /// Nil where the heart that was drawn does not beat.
  ///
  /// - Parameter samples: whether the posterior is sampled, as `assess` does; else it is sketched, as with `--quick`.
  public func grossError(seed: UInt64, samples: SamplerSettings?) -> GrossErrorEntry? {
    guard let honest = patient(seed: seed, hasGross: false) else { return nil }
    let general = search(honest.targets).model
    var random = RandomNumbers(seed: ~seed)
    let liar = general.units[Int(random.uniform() * Double(general.units.count))]
    let size = Self.sizes[Int(random.uniform() * Double(Self.sizes.count))]
    let off = random.uniform() < 0.5 ? -size : size
    guard let truth = general.approached(honest.theta) else { return nil }
    let readings = general.readings(of: general.examined(truth))
    var told = honest.targets
    for index in liar {
      guard let read = readings[index] else { return nil }
      let target = told[index]
      told[index] = Target(
        target.finding, read + off * general.errors[index], standardError: target.statedError, method: target.method)
    }
    let search = search(told)
    guard let fit = try? search.run() else { return nil }
    let posterior =
      samples.map { search.sample(fit, seed: seed, settings: $0) } ?? search.sketch(fit, seed: seed, draws: 512)
    let agreement = posterior.agreement
    let culprit = posterior.culprit
    let place = culprit.flatMap { agreement.firstIndex(of: $0) }
    let own = agreement[liar[0]]
    let linear = LinearHeart(general, at: truth)
    let number = general.units.firstIndex(of: liar) ?? 0
    return GrossErrorEntry(
      seed: seed, liar: Self.name(told[liar[0]]), off: off, redundancy: linear.redundancy(number),
      possible: linear.shareFound(number, off: off, &random), named: place.map { Self.name(told[$0]) },
      probability: culprit?.grossProbability ?? 0,
      probabilityOfLiar: own.grossProbability, surpriseOfLiar: own.surprise,
      isFound: place.map { liar.contains($0) } ?? false)
  }

  private static let sizes: [Double] = [3, 4, 5, 6, 8]

  private static func name(_ target: Target) -> String {
    target.method.isEmpty ? target.finding.identifier : target.finding.identifier + " " + target.method
  }
}

/// The measurements as linear functions of the parameters around one heart, one row for each that may be wrong.
private struct LinearHeart {
  private let rows: [[Double]]
  private let priors: [[Double]]
  private let covariance: [[Double]]

  init(_ model: HeartModel, at truth: Trial) {
    let jacobian = model.columns(at: truth, model.settings.difference)
    // Numbers that are one measurement: the mean of their rows, in the one measurement's error.
    rows = model.units.map { unit in
      truth.theta.indices.map { column in
        unit.reduce(0) { $0 + jacobian[$1][column] } / Double(unit.count).squareRoot()
      }
    }
    priors = Array(jacobian[model.targets.count...])
    covariance = NormalEquations.inverse(NormalEquations.product(rows + priors, count: truth.theta.count))
  }

  private func leverage(_ row: [Double]) -> Double {
    row.indices.reduce(0) { sum, i in sum + row[i] * row.indices.reduce(0) { $0 + covariance[i][$1] * row[$1] } }
  }

  /// 1/(1 + s²): one less the leverage.
  func redundancy(_ unit: Int) -> Double { 1 - leverage(rows[unit]) }

  /// How often the one that is off has the largest residual over its standard deviation.
  func shareFound(_ liar: Int, off: Double, _ random: inout RandomNumbers) -> Double {
    let deviations = rows.map { max(1 - leverage($0), 1e-6).squareRoot() }
    let trials = 400
    var found = 0
    for _ in 0..<trials {
      // Errors of the measurements and, as the parameters come from the prior, of the prior.
      var errors = rows.map { _ in random.normal() }
      errors[liar] = off
      let away = priors.map { _ in random.normal() }
      let step = NormalEquations.transposed(rows + priors, (errors + away).map { -$0 }, count: priors.count)
      let moved = covariance.map { zip($0, step).reduce(0) { $0 + $1.0 * $1.1 } }
      let scores = rows.indices.map { index in
        (errors[index] + zip(rows[index], moved).reduce(0) { $0 + $1.0 * $1.1 }).magnitude / deviations[index]
      }
      if scores.indices.max(by: { scores[$0] < scores[$1] }) == liar { found += 1 }
    }
    return Double(found) / Double(trials)
  }
}
