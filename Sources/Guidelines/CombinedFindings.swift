// From several measurements of a finding to the one value that rules look at.
//
// The rule, ours: 1. What has no date, and the newest of each method within 90 days of the finding's latest study,
// tells the present state; older measurements are its history and do not enter the value. Dates are compared as exactly
// as the vaguer of the two is known, so that "2026" does not stand against "2026-03-02". 2. Several present ones are combined by their means,
// weighted with the inverse of their variances, so that the surer method weighs more; a measurement without its own
// error has the usual one of its method. 3. Nothing is hidden by the mean: measurements that disagree are told as a
// `Discordance`. 4. What was not measured and follows from others by a stated formula is added and marked as derived.

import Findings

/// Where a value comes from.
public enum Provenance: Sendable {
  /// Measured: the methods told, in the order of the record, and how many measurements were combined.
  case given(methods: [MeasurementMethod], count: Int)
  /// It follows from others.
  case derived(DerivedValue)
}

/// One value per finding, with where it comes from.
public struct CombinedFindings: Sendable {
  /// Given and derived values, in the units of their specs.
  public private(set) var values = FindingValues()
  /// What was not measured, in the order in which it was derived.
  public private(set) var derived: [DerivedValue] = []
  /// The aortic valve leaks, too: its leak is part of what volumes and flows differ by.
  public let hasAorticLeak: Bool
  /// The measurements of the present state.
  private var present: [MeasurementSeries] = []
  private let record: [MeasurementSeries]

  /// What came from a simulated heart, where nothing was measured and nothing followed from what was.
  public private(set) var inferred: [FindingID] = []

  /// Combines what a record holds.
  ///
  /// - Parameter simulated: findings of the heart that explains the record best, in the units of their specs. They
  ///   stand in for what is not known, and are marked as derived.
  public init(_ record: ClinicalRecord, simulated: FindingValues = FindingValues()) {
    hasAorticLeak = record.otherValves.contains(.aortic)
    self.record = record.series
    for series in record.series {
      let now = series.present
      present.append(MeasurementSeries(series.finding, now))
      values[series.finding] = Self.mean(series.finding, now)
    }
    derived = values.derive(height: record.height, weight: record.weight, hasAorticLeak: hasAorticLeak)
    for id in simulated.present where values[id] == nil {
      guard let value = simulated[id] else { continue }
      values[id] = value
      inferred.append(id)
      derived.append(DerivedValue(finding: id, value: value, formula: Self.simulation, from: [], assumes: nil))
    }
  }

  /// The formula of what was not reckoned from numbers but read off a simulated heart.
  public static let simulation = "the simulated heart"

  /// Takes values as they are, one measurement by an unknown method each, and derives what follows from them.
  public init(_ given: FindingValues, hasAorticLeak: Bool = false) {
    self.hasAorticLeak = hasAorticLeak
    record = []
    for id in given.present {
      if let value = given[id] { present.append(MeasurementSeries(id, [Measurement(value: value)])) }
    }
    values = given
    derived = values.derive(height: nil, weight: nil, hasAorticLeak: hasAorticLeak)
  }

  /// The measurements of the present state, in the order of the record; empty where the finding was not measured.
  public func measurements(of id: FindingID) -> [Measurement] {
    for series in present where series.finding == id { return series.measurements }
    return []
  }

  /// The measured value; nil where there is none, or only a derived one.
  public func given(_ id: FindingID) -> Double? { derivation(of: id) == nil ? values[id] : nil }

  /// How a value was derived; nil where it was measured or is not known.
  public func derivation(of id: FindingID) -> DerivedValue? {
    for one in derived where one.finding == id { return one }
    return nil
  }

  /// Where a value comes from; nil where there is none.
  public func provenance(of id: FindingID) -> Provenance? {
    if let derivation = derivation(of: id) { return .derived(derivation) }
    let all = measurements(of: id)
    if all.isEmpty { return nil }
    return .given(methods: methods(of: id), count: all.count)
  }

  /// The methods of the present measurements, each once; empty where none is told.
  public func methods(of id: FindingID) -> [MeasurementMethod] {
    var methods: [MeasurementMethod] = []
    for one in measurements(of: id) {
      if let method = one.by, !methods.contains(method) { methods.append(method) }
    }
    return methods
  }

  /// The standard error of a measured value; nil where it was not measured.
  public func error(of id: FindingID) -> Double? {
    let all = measurements(of: id)
    guard let first = all.first else { return nil }
    if all.count == 1 { return Self.error(id, first) }
    var total = 0.0
    for weight in Self.weights(id, all) { total += weight }
    return (1 / total).squareRoot()
  }

  /// The course of a finding: for every date its value, measurements of one date combined, the earliest first and the
  /// newest last. Measurements without a date are left out.
  public func history(of id: FindingID) -> [(date: CalendarDate, value: Double)] {
    var days: [(date: CalendarDate, all: [Measurement])] = []
    for series in record where series.finding == id {
      for one in series.measurements {
        guard let date = one.on else { continue }
        if let place = days.firstIndex(where: { $0.date == date }) {
          days[place].all.append(one)
        } else {
          days.append((date, [one]))
        }
      }
    }
    days.sort { $0.date.dayNumber < $1.date.dayNumber }
    var history: [(date: CalendarDate, value: Double)] = []
    for day in days { history.append((day.date, Self.mean(id, day.all))) }
    return history
  }

  /// Its own error, or the usual one of its method.
  static func error(_ id: FindingID, _ one: Measurement) -> Double {
    one.sd ?? UsualError.of(id, value: one.value, by: one.by)
  }

  /// Weighted by the inverse of the variances.
  private static func mean(_ id: FindingID, _ all: [Measurement]) -> Double {
    if all.count == 1 { return all[0].value }
    var sum = 0.0
    var total = 0.0
    for (one, weight) in zip(all, weights(id, all)) {
      sum += one.value * weight
      total += weight
    }
    return sum / total
  }

  /// The inverse variances. Usual errors grow with the value; taken at each measurement's own value they would let the
  /// smaller one win and the mean fall when the larger one rises, so all are taken at one value: of the leak's numbers
  /// where severe begins, of others the plain mean.
  private static func weights(_ id: FindingID, _ all: [Measurement]) -> [Double] {
    var common: Double
    switch id {
    case .EROA: common = 0.4
    case .RVol: common = 60
    case .RF: common = 50
    default:
      common = 0
      for one in all { common += one.value / Double(all.count) }
    }
    var weights: [Double] = []
    for one in all {
      let error = one.sd ?? UsualError.of(id, value: common, by: one.by)
      weights.append(1 / (error * error))
    }
    return weights
  }
}
