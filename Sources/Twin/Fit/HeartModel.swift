// A patient's heart as a point: a mechanism of the leak, and θ, the logarithms of the free parameters on the healthy heart
// of the patient's body; how that heart beats, what the instruments would read of it, and how likely that makes what was
// measured.
//
//   log p(m, θ) = log p(m) + Σ log p(zᵢ) + Σ log φ(zⱼ) − ½·Σ((θ − center)/spread)²,   z = (measured − read)/error
//
// over the measurements, the assumptions, and the priors. Measurements have the robust error of `RobustError`; numbers that
// are one measurement told several ways (`SharedReadings`) have one such error together, the root of the sum of their z².

import Circulation
import Findings
import Instruments
import Lanes
import Lesions
import Quantities

/// A heart with its free parameters set, beating.
struct Trial: Sendable {
  /// Which mechanism of the model's.
  let component: Int
  let theta: [Double]
  let definition: HeartDefinition
  let heart: SettledHeart
  let reading: BeatReading
  /// (measured or assumed − read)/error, then (θ − center)/spread.
  let residuals: [Double]
  let logDensity: Double
}

/// Where a heart is to be tried.
struct Place: Sendable {
  let component: Int
  let theta: [Double]
  /// The periodic state of a heart near by.
  var state: State<Double>?
}

/// What a heart is fitted to, and what of it may change.
struct HeartModel: Sendable {
  let start: HeartDefinition
  let body: Body
  /// The mechanisms that the leak may have, with what is thought of them before anything is measured (logarithms
  /// of probabilities).
  let mechanisms: [(mechanism: LeakMechanism, logPrior: Double)]
  /// Centre and spread of each parameter's logarithm.
  private let priors: [(center: Double, spread: Double)]
  let disease: KnownDisease
  /// The free parameters of each mechanism; they differ in nothing but how the leak is applied.
  private let parameterSets: [[FreeParameter]]
  /// The measurements that the beat answers for, then what is assumed where nothing was measured.
  let targets: [Target]
  /// How many of these were measured.
  let measuredCount: Int
  /// Standard errors of the targets, and what they are multiplied with where several numbers are one measurement told
  /// several ways.
  let errors: [Double]
  let inflations: [Double]
  /// The measured numbers by what is right or wrong at once.
  let units: [[Int]]
  /// The unit of each.
  private let unitOf: [Int]
  private let measurements: MeasurementModel
  var settings: FitSettings

  init(
    start: HeartDefinition, body: Body, measured: [Target], mechanisms: [(mechanism: LeakMechanism, prior: Double)],
    disease: KnownDisease, frees: (FreeParameter) -> Bool, settings: FitSettings
  ) {
    self.start = start
    self.body = body
    self.mechanisms = mechanisms.map { ($0.mechanism, Double.naturalLogarithm($0.prior)) }
    self.disease = disease
    parameterSets = mechanisms.map { FreeParameter.all($0.mechanism).filter(frees) }
    priors = parameterSets[0].map { ($0.center(disease), $0.spread(disease)) }
    self.settings = settings
    let assumed = Assumption.needed(
      beside: measured, isAcute: disease.isAcute,
      isVentricleSound: mechanisms[0].mechanism != .tethering && mechanisms[0].mechanism != .ring)
    targets = measured + assumed
    measuredCount = measured.count
    let shared = SharedReadings(measured)
    inflations = shared.inflations + assumed.map { _ in 1 }
    units = shared.units
    var unitOf = measured.map { _ in 0 }
    for (unit, members) in units.enumerated() { for member in members { unitOf[member] = unit } }
    self.unitOf = unitOf
    measurements = MeasurementModel(targets, examples: Self.examples(start, body, mechanisms[0].mechanism))
    errors = measurements.errors
  }

  /// The healthy heart, and the same with a leak.
  private static func examples(_ start: HeartDefinition, _ body: Body, _ mechanism: LeakMechanism) -> [Examined] {
    var leaking = start
    mechanism.leak(.squareCentimetres(0.4), in: &leaking)
    mechanism.countInThisHeart(&leaking)
    return [leaking, start].compactMap { Examined($0, body: body) }
  }

  func spread(_ parameter: FreeParameter) -> Double { parameter.spread(disease) }
  func center(_ parameter: FreeParameter) -> Double { parameter.center(disease) }

  var priorCenter: [Double] { parameters.map(center) }

  var parameters: [FreeParameter] { parameterSets[0] }
  func parameters(_ component: Int) -> [FreeParameter] { parameterSets[component] }

  func definition(_ component: Int, _ theta: [Double]) -> HeartDefinition {
    var heart = start
    for (parameter, value) in zip(parameterSets[component], theta) {
      parameter.apply(&heart, Double.exponential(value))
    }
    mechanisms[component].mechanism.countInThisHeart(&heart)
    return heart
  }

  /// The hearts at places; nil where one does not beat. Words of eight, on every core. A heart that does not come to beat
  /// from the state of one too far away is begun from rest: whether it beats must not hang on where one comes from.
  func evaluate(_ places: [Place]) -> [Trial?] {
    var found = words(of: places)
    let missing = places.indices.filter { found[$0] == nil && places[$0].state != nil }
    let again = words(of: missing.map { Place(component: places[$0].component, theta: places[$0].theta) })
    for (index, trial) in zip(missing, again) { found[index] = trial }
    return found
  }

  private func words(of places: [Place]) -> [Trial?] {
    let words = stride(from: 0, to: places.count, by: 8).map { Array(places[$0..<min($0 + 8, places.count)]) }
    return Parallel.map(words) { word(of: $0) }.flatMap { $0 }
  }

  private func word(of places: [Place]) -> [Trial?] {
    let definitions = places.map { definition($0.component, $0.theta) }
    var search = PeriodicSearch()
    search.tolerance = settings.beatTolerance
    let states = places.compactMap { $0.state }
    let settled = HeartDefinition.settle(
      definitions, from: states.count == places.count ? states : nil, search: search)
    return places.indices.map { index in
      settled[index].status == .periodic ? trial(places[index], definitions[index], settled[index]) : nil
    }
  }

  private func trial(_ place: Place, _ definition: HeartDefinition, _ settled: SettledHeart) -> Trial {
    let examined = Examined(definition, body: body, beat: settled.beat)
    let read = readings(of: examined)
    let misses = targets.indices.map { index -> Double in
      let target = targets[index]
      // A reading that this heart does not give (an A wave lost in the E wave) is a miss of five errors.
      guard let value = read[index] else { return 5 / inflations[index] }
      return (target.value - value) / (errors[index] * inflations[index])
    }
    return Trial(
      component: place.component, theta: place.theta, definition: definition, heart: settled, reading: examined.truth,
      residuals: misses + zip(parameters, place.theta).map { ($1 - center($0)) / spread($0) },
      logDensity: logDensity(misses: misses, place.component, place.theta))
  }

  /// What the instruments would read of a heart; nil where it does not show it.
  func readings(of heart: Examined) -> [Double?] {
    // A leak too small to be seen reads as none.
    zip(measurements.readings(of: heart), targets).map { $0 ?? (Self.leakReadings.contains($1.finding) ? 0 : nil) }
  }

  func examined(_ trial: Trial) -> Examined { Examined(trial.definition, body: body, beat: trial.heart.beat) }

  private static let leakReadings: FindingSet = [.EROA, .RVol, .RF, .VCW, .PISAr]

  /// Logarithm of the density from the targets' residuals and θ.
  func logDensity(misses: [Double], _ component: Int, _ theta: [Double]) -> Double {
    var sum = mechanisms[component].logPrior
    if settings.isRobust {
      sum += RobustError.logDensity(units.lazy.map { jointMiss($0, misses) })
    } else {
      for z in misses.prefix(measuredCount) { sum -= 0.5 * z * z }
    }
    for z in misses.dropFirst(measuredCount) { sum -= 0.5 * z * z }
    for (index, (center, spread)) in priors.enumerated() {
      let z = (theta[index] - center) / spread
      sum -= 0.5 * z * z
    }
    return sum
  }

  /// The error that the numbers of one unit have together, in standard errors; of a single number its residual.
  func jointMiss(_ unit: [Int], _ residuals: [Double]) -> Double {
    guard unit.count > 1 else { return residuals[unit[0]] }
    return unit.reduce(0) { $0 + residuals[$1] * residuals[$1] }.squareRoot()
  }

  /// The numbers that are one measurement with this, itself among them.
  func unit(of index: Int) -> [Int] { units[unitOf[index]] }

  /// The weight of each residual's square: less than 1 for measurements that are likely gross.
  func weights(_ residuals: [Double]) -> [Double] {
    let weights = units.map { settings.isRobust ? RobustError.weight(jointMiss($0, residuals)) : 1 }
    return residuals.indices.map { $0 < measuredCount ? weights[unitOf[$0]] : 1 }
  }

  /// Change of every residual with every parameter; one row per residual. The priors' rows are exact; a heart that does
  /// not beat a step up is tried a step down.
  ///
  /// - Parameter isCentral: from both sides, at twice the price.
  func columns(at best: Trial, _ difference: Double, isCentral: Bool = false) -> [[Double]] {
    func shifted(_ index: Int, by difference: Double) -> Place {
      var theta = best.theta
      theta[index] += difference
      return Place(component: best.component, theta: theta, state: best.heart.state)
    }
    let up = evaluate(parameters.indices.map { shifted($0, by: difference) })
    let asked = parameters.indices.filter { isCentral || up[$0] == nil }
    var down = [Trial?](repeating: nil, count: parameters.count)
    for (index, trial) in zip(asked, evaluate(asked.map { shifted($0, by: -difference) })) { down[index] = trial }
    return best.residuals.indices.map { row in
      parameters.indices.map { column in
        guard row < targets.count else { return row - targets.count == column ? 1 / spread(parameters[column]) : 0 }
        let here = best.residuals[row]
        let after = up[column]?.residuals[row]
        let before = down[column]?.residuals[row]
        let span = (after == nil ? 0 : difference) + (before == nil ? 0 : difference)
        return span > 0 ? ((after ?? here) - (before ?? here)) / span : 0
      }
    }
  }
}
