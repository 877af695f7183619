// Measurements that no heart can have together, in words.

import Findings
import Quantities

extension MeasurementContradiction {
  /// The measurements as the file has them, one after the other.
  var lowerTold: String { Self.told(lowerValues, lower) }
  var higherTold: String { Self.told(higherValues, higher) }

  private static func told(_ list: [Double], _ finding: FindingID) -> String {
    list.map { TextQuantity($0, finding.spec.unit.symbol).description }.joined(separator: ", ")
  }
}

extension Case {
  /// Pairs of measurements that contradict each other physically, a plain sentence each; empty when there are none.
  public var contradictions: [String] {
    MeasurementContradiction.among { measurements[$0] ?? [] }.map {
      "\($0.lower.identifier) (\($0.lowerTold)) must be below \($0.higher.identifier) (\($0.higherTold))."
    }
  }
}
