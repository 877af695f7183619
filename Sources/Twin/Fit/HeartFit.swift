// The fit: which hearts explain a patient's measurements, the likeliest first.
//
// A search for the likeliest heart (`BestFit`) begins at the prior's centre with errors taken as normal, and goes on
// with the robust error from there. Where a measurement then lies far from what the others imply, there may be two
// stories: that it is wrong, or that the others are. Each of the most suspicious is left out once, and the search with
// the robust error goes on from where that led. Every further mechanism that the case allows is searched from the best
// place of the first. What is left are modes, each with its weight by Laplace's approximation,
//
//   log w = log p(m, θ) − ½·log det(JᵀWJ)
//
// (MacKay, Information Theory, Inference, and Learning Algorithms, 2003, ch. 27).

import Circulation
import Findings
import Lanes
import Lesions
import Quantities

/// How the search is run.
public struct FitSettings: Sendable {
  public var maximumIterations = 24
  /// The search ends when a full Gauss–Newton step promises to raise the logarithm of the density by less than this: the
  /// best fit then lies within a twentieth of a standard error.
  public var tolerance = 1e-3
  /// A search that cannot get on counts as converged when it ends with no more than this to gain.
  public var acceptableGain = 0.02
  /// Difference of the logarithm for the columns of the Jacobian.
  public var difference = 0.02
  /// Beats are held to this while fitting (see `PeriodicSearch.tolerance`).
  public var beatTolerance = 3e-6
  /// Whether a measurement may be grossly wrong (`RobustError`); else all errors are normal.
  public var isRobust = true

  public init() {}
}

/// Why a heart could not be fitted.
public enum FitFailure: Error, Sendable, Equatable {
  /// Nothing that the beat answers for was measured.
  case nothingToFit
  /// Not even the starting heart beats.
  case startDiverged
}

/// A mechanism that the leak may have.
public struct MechanismChance: Sendable, Equatable {
  public let mechanism: LeakMechanism
  /// Its probability before anything was measured, 0…1.
  public let prior: Double

  public init(_ mechanism: LeakMechanism, prior: Double = 1) {
    self.mechanism = mechanism
    self.prior = prior
  }
}

/// Fits hearts to measurements.
public struct HeartFit: Sendable {
  let model: HeartModel

  /// - Parameters:
  ///   - start: the healthy heart of the patient's body, at the patient's heart rate.
  ///   - body: the patient's.
  ///   - targets: the measurements; those the beat does not answer for are left out.
  ///   - disease: what its story tells.
  ///   - mechanisms: how the leak may follow the heart, the likeliest first; at least one.
  ///   - suspectsLeak: whether something other than the measurements says that the mitral valve leaks. Where neither
  ///     does, the valve is taken to hold: no measurement, no leak.
  ///   - fixed: names of parameters that are not searched.
  public init(
    start: HeartDefinition, body: Body, targets: [Target], disease: KnownDisease,
    mechanisms: [MechanismChance] = [MechanismChance(.fixed)], suspectsLeak: Bool = false,
    fixed: [String] = [], settings: FitSettings = FitSettings()
  ) {
    precondition(!mechanisms.isEmpty, "a mechanism")
    let measured = targets.filter { $0.isSimulated }
    let searchesLeak = (suspectsLeak || Target.informOnLeak(measured)) && !fixed.contains(FreeParameter.leakName)
    let findings = FindingSet(measured.map { $0.finding })
    model = HeartModel(
      start: start, body: body, measured: measured,
      mechanisms: (searchesLeak ? mechanisms : [mechanisms[0]]).map { ($0.mechanism, $0.prior) }, disease: disease,
      frees: {
        !fixed.contains($0.name) && $0.isInformed(by: findings) && ($0.name != FreeParameter.leakName || searchesLeak)
      },
      settings: settings)
  }

  /// Searches the hearts that explain the measurements.
  public func run() throws(FitFailure) -> TwinFit {
    guard model.measuredCount > 0 else { throw .nothingToFit }
    let plain = model.taking(normalErrors: true)
    guard let first = plain.search(from: Place(component: 0, theta: model.priorCenter)) else { throw .startDiverged }
    var found = [model.search(from: first.place) ?? first]
    found += Parallel.map(plain.suspects(in: first)) { suspect in
      plain.search(from: first.place, ignoring: suspect).flatMap { model.search(from: $0.place) }
    }.compactMap { $0 }
    let best = found.max { $0.best.logDensity < $1.best.logDensity } ?? first
    found += Parallel.map(Array(model.mechanisms.indices.dropFirst())) { component in
      model.search(from: Place(component: component, theta: best.best.theta, state: best.best.heart.state))
    }.compactMap { $0 }
    return TwinFit(model, modes: model.distinct(found))
  }
}

extension FittedMode {
  var place: Place { Place(component: best.component, theta: best.theta, state: best.heart.state) }
}

/// One way of explaining the measurements: a place of high density and its surroundings.
struct Mode: Sendable {
  let best: Trial
  let jacobian: [[Double]]
  let precision: [[Double]]
  /// log w, up to a constant.
  let logEvidence: Double
  let iterations: Int
  let isConverged: Bool
}

extension HeartModel {
  /// The same with all errors normal, or not.
  func taking(normalErrors: Bool) -> HeartModel {
    var model = self
    model.settings.isRobust = !normalErrors
    return model
  }

  /// Up to three measurements that lie far from what the others imply: residual over √(1 − leverage) above 2.5 errors.
  fileprivate func suspects(in mode: FittedMode) -> [[Int]] {
    let covariance = NormalEquations.inverse(precision(of: mode))
    let far = (0..<measuredCount).map { index -> Double in
      let row = mode.jacobian[index]
      let leverage = row.indices.reduce(0.0) { sum, i in
        sum + row[i] * row.indices.reduce(0) { $0 + covariance[i][$1] * row[$1] }
      }
      return mode.best.residuals[index].magnitude / max(1 - leverage, 0.05).squareRoot()
    }
    let misses: [(unit: [Int], z: Double)] = units.map { unit in (unit, unit.map { far[$0] }.max() ?? 0) }
    return misses.filter { $0.z > 2.5 }.sorted { $0.z > $1.z }.prefix(3).map { $0.unit }
  }

  /// Modes with their weights, the weightiest first; those found twice or next to weightless are left out.
  fileprivate func distinct(_ found: [FittedMode]) -> [Mode] {
    let modes = found.map { mode -> Mode in
      let precision = precision(of: mode)
      let logDeterminant =
        NormalEquations.factor(precision)?.enumerated().reduce(0) {
          $0 + 2 * Double.naturalLogarithm($1.element[$1.offset])
        } ?? .infinity
      return Mode(
        best: mode.best, jacobian: mode.jacobian, precision: precision,
        logEvidence: mode.best.logDensity - 0.5 * logDeterminant, iterations: mode.iterations,
        isConverged: mode.isConverged)
    }.sorted { $0.logEvidence > $1.logEvidence }
    var kept: [Mode] = []
    for mode in modes where kept.isEmpty || mode.logEvidence > kept[0].logEvidence - 8 {
      let isNew = kept.allSatisfy { other in
        guard other.best.component == mode.best.component else { return true }
        let way = zip(mode.best.theta, other.best.theta).map { $0 - $1 }
        let square = way.indices.reduce(0.0) { sum, i in
          sum + way[i] * way.indices.reduce(0) { $0 + other.precision[i][$1] * way[$1] }
        }
        return square > 0.25
      }
      if isNew { kept.append(mode) }
    }
    return kept
  }
}
