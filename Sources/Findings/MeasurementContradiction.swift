// Measurements that no heart can have together, whatever their errors: they were mistyped or mixed up.

/// Two findings of one beat whose measurements contradict each other.
public struct MeasurementContradiction: Sendable {
  /// Should be below the other.
  public let lower: FindingID
  public let higher: FindingID
  /// The measurements in question, in the findings' units.
  public let lowerValues: [Double]
  public let higherValues: [Double]

  /// Pairs of findings of one beat of which the first is always below the second.
  private static let ordered: [(lower: FindingID, higher: FindingID)] = [
    (.LVESV, .LVEDV), (.RVESV, .RVEDV), (.LAVmin, .LAVmax), (.LVIDs, .LVIDd), (.DBP, .SBP), (.PADP, .PASP),
  ]

  /// What contradicts each other physically among measurements. With several of a finding on one day, all of the lower must
  /// reach all of the higher; what was measured on different days is not compared, and what has no date belongs to every
  /// day.
  ///
  /// - Parameter measurements: of a finding; empty where there are none.
  public static func among(_ measurements: (FindingID) -> [Measurement]) -> [MeasurementContradiction] {
    ordered.compactMap { pair in
      let all = (low: measurements(pair.lower), high: measurements(pair.higher))
      var days: [CalendarDate?] = [nil]
      for one in all.low + all.high where one.on != nil && !days.contains(one.on) { days.append(one.on) }
      for day in days {
        let low = all.low.filter { $0.on == nil || $0.on == day }.map { $0.value }
        let high = all.high.filter { $0.on == nil || $0.on == day }.map { $0.value }
        guard let least = low.min(), let most = high.max(), least >= most else { continue }
        return MeasurementContradiction(lower: pair.lower, higher: pair.higher, lowerValues: low, higherValues: high)
      }
      return nil
    }
  }
}
