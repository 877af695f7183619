// Which measurement would tell most, before it is made.
//
// Each of the posterior's hearts is read by every instrument. Had a measurement come out as read off heart j (with the
// instrument's scatter), every heart i would weigh wᵢ ∝ p((yⱼ − yᵢ)/σ); what is then known is told by the grades'
// probabilities under these weights. The expected loss of entropy,
//
//   H(grade) − E[H(grade | y)],   H = −Σ p·log₂ p,
//
// is the mutual information of measurement and grade, in bits (Lindley, Ann Math Stat 1956;27:986). Where the grade is
// known already, the expected shrinking of the regurgitant volume's standard deviation is what still differs.

import Circulation
import Findings
import Instruments
import Lanes

/// A measurement that was not made, and what it would tell.
public struct NextMeasurement: Sendable, Equatable {
  public let finding: FindingID
  public let method: MeasurementMethod?
  /// The instrument's title, as "Doppler echocardiography".
  public let instrument: String
  /// The expected loss of the grade's entropy, bits.
  public let bits: Double
  /// The expected share by which the standard deviation of the regurgitant volume shrinks, 0…1.
  public let shrinking: Double
  /// The reading that is expected, with its standard deviation and 90 % range over the posterior, in the finding's unit.
  public let expected: Double
  public let deviation: Double
  public let range: ClosedRange<Double>
}

extension Posterior {
  /// The measurements that would tell most, the best first; one of each instrument and finding.
  ///
  /// - Parameters:
  ///   - grade: the class of a heart.
  ///   - already: findings that were measured; these are left out.
  ///   - methods: methods that were used on the leak; what else they say of it is the same measurement.
  public func nextMeasurements(
    grade: @Sendable (Examined) -> Int, excluding already: Set<FindingID>, _ methods: Set<MeasurementMethod> = [],
    draws count: Int = 192
  ) -> [NextMeasurement] {
    let draws = thinned(to: count)
    let trials = model.evaluate(draws.map { Place(component: $0.component, theta: $0.theta, state: $0.state) })
    let hearts = trials.compactMap { $0 }
    guard hearts.count > 20 else { return [] }
    let body = model.body
    let read = Parallel.map(hearts) { trial -> (reports: [[Reading]], grade: Int) in
      let examined = Examined(trial.definition, body: body, beat: trial.heart.beat)
      return (Self.offered.map { $0.report(examined).readings }, grade(examined))
    }
    let reports = read.map(\.reports)
    let information = Information(grades: read.map(\.grade), volumes: hearts.map { $0.reading.findings[.RVol] ?? 0 })
    var found: [NextMeasurement] = []
    for (place, instrument) in Self.offered.enumerated() {
      for sample in reports[0][place] where !already.contains(sample.finding) && Self.tells(sample.finding) {
        if let method = sample.method, methods.contains(method), Self.ofTheLeak.contains(sample.finding) { continue }
        let readings = reports.map { report in
          report[place].first { $0.finding == sample.finding && $0.method == sample.method }
        }
        let values = readings.compactMap { $0?.value }
        // A scatter that is not stated is none that could be reckoned with.
        guard values.count == hearts.count, let scatter = sample.deviation, scatter > 0 else { continue }
        let gain = information.gain(values, scatter: scatter)
        let spread = Information.deviation(values)
        found.append(
          NextMeasurement(
            finding: sample.finding, method: sample.method, instrument: instrument.title.description, bits: gain.bits,
            shrinking: gain.shrinking, expected: values.reduce(0, +) / Double(values.count), deviation: spread,
            range: Spread(values).ninety))
      }
    }
    return found.sorted { ($0.bits + 0.2 * $0.shrinking) > ($1.bits + 0.2 * $1.shrinking) }
  }

  private static let offered: [Instrument] = [.echo2D, .doppler, .colourDoppler, .mri, .catheter]

  private static let ofTheLeak: Set<FindingID> = [.EROA, .RVol, .RF, .PISAr]

  /// What a laboratory would be asked for: not the parts that others are worked out from.
  private static func tells(_ finding: FindingID) -> Bool {
    ![FindingID.aliasingVelocity, .LVOTd, .HR, .SBP, .DBP, .MAP].contains(finding)
  }
}

/// What hearts of equal weight say of the grade and of the leak, now and after a further reading.
struct Information {
  let grades: [Int]
  let volumes: [Double]

  func gain(_ values: [Double], scatter: Double) -> (bits: Double, shrinking: Double) {
    let now = (entropy: entropy([Double](repeating: 1, count: grades.count)), deviation: Self.deviation(volumes))
    var (entropies, variances) = (0.0, 0.0)
    for outcome in values {
      let weights = values.map { value in
        // Both readings scatter: the one that would be made, and the one that it would be compared with.
        Double.exponential(-0.5 * (outcome - value) * (outcome - value) / (scatter * scatter))
      }
      entropies += entropy(weights)
      let sum = weights.reduce(0, +)
      let mean = zip(weights, volumes).reduce(0) { $0 + $1.0 * $1.1 } / sum
      variances += zip(weights, volumes).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / sum
    }
    let count = Double(values.count)
    let after = (variances / count).squareRoot()
    return (max(now.entropy - entropies / count, 0), now.deviation > 0 ? max(1 - after / now.deviation, 0) : 0)
  }

  private func entropy(_ weights: [Double]) -> Double {
    var shares: [Int: Double] = [:]
    for (grade, weight) in zip(grades, weights) { shares[grade, default: 0] += weight }
    let sum = weights.reduce(0, +)
    return shares.keys.sorted().reduce(0) { total, key in
      let share = (shares[key] ?? 0) / sum
      return share > 0 ? total - share * Double.naturalLogarithm(share) / Double.naturalLogarithm(2) : total
    }
  }

  static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count - 1, 1))).squareRoot()
  }
}
