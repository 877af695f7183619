// Measurements that no heart can have together, whatever their errors: they were mistyped or mixed up.

import Findings
import Quantities

extension Case {
  /// Pairs of findings of one beat of which the first is always below the second.
  private static let ordered: [(lower: FindingID, higher: FindingID)] = [
    (.LVESV, .LVEDV), (.RVESV, .RVEDV), (.LAVmin, .LAVmax), (.LVIDs, .LVIDd), (.DBP, .SBP), (.PADP, .PASP),
  ]

  /// Pairs of measurements that contradict each other physically, a plain sentence each; empty when there are none.
  /// With several measurements of a finding, all of the lower must reach all of the higher.
  public var contradictions: [String] {
    Self.ordered.compactMap { pair in
      let low = measurements[pair.lower] ?? []
      let high = measurements[pair.higher] ?? []
      guard let least = low.map(\.value).min(), let most = high.map(\.value).max(), least >= most else { return nil }
      return "\(pair.lower.identifier) (\(Self.told(low, pair.lower))) must be below "
        + "\(pair.higher.identifier) (\(Self.told(high, pair.higher)))."
    }
  }

  /// The values as the file has them, one after the other.
  private static func told(_ list: [Measurement], _ finding: FindingID) -> String {
    list.map { TextQuantity($0.value, finding.spec.unit.symbol).description }.joined(separator: ", ")
  }
}
