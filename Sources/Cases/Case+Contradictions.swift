// Measurements that no heart can have together, whatever their errors: they were mistyped or mixed up.

import Findings
import Quantities

/// Two findings of one beat whose measurements contradict each other.
struct Contradiction {
  let lower: FindingID
  let higher: FindingID
  /// The measurements as the file has them, one after the other.
  let lowerTold: String
  let higherTold: String
}

extension Case {
  /// Pairs of findings of one beat of which the first is always below the second.
  private static let ordered: [(lower: FindingID, higher: FindingID)] = [
    (.LVESV, .LVEDV), (.RVESV, .RVEDV), (.LAVmin, .LAVmax), (.LVIDs, .LVIDd), (.DBP, .SBP), (.PADP, .PASP),
  ]

  /// Pairs of measurements that contradict each other physically, a plain sentence each; empty when there are none.
  /// With several measurements of a finding on one day, all of the lower must reach all of the higher; what was
  /// measured on different days is not compared, and what has no date belongs to every day.
  public var contradictions: [String] {
    Self.contradictions(measurements).map {
      "\($0.lower.identifier) (\($0.lowerTold)) must be below \($0.higher.identifier) (\($0.higherTold))."
    }
  }

  /// What contradicts each other among these measurements.
  static func contradictions(_ measurements: [FindingID: [Measurement]]) -> [Contradiction] {
    ordered.compactMap { pair in
      let all = (low: measurements[pair.lower] ?? [], high: measurements[pair.higher] ?? [])
      var days: [CalendarDate?] = [nil]
      for one in all.low + all.high where one.on != nil && !days.contains(one.on) { days.append(one.on) }
      for day in days {
        let low = all.low.filter { $0.on == nil || $0.on == day }
        let high = all.high.filter { $0.on == nil || $0.on == day }
        guard let least = low.map(\.value).min(), let most = high.map(\.value).max(), least >= most else { continue }
        return Contradiction(
          lower: pair.lower, higher: pair.higher, lowerTold: told(low, pair.lower),
          higherTold: told(high, pair.higher))
      }
      return nil
    }
  }

  private static func told(_ list: [Measurement], _ finding: FindingID) -> String {
    list.map { TextQuantity($0.value, finding.spec.unit.symbol).description }.joined(separator: ", ")
  }
}
