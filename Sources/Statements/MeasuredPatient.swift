// A patient on whom something was measured: what is said of the heart, and the record with the measurements. What a heart
// is found from, in plain values, for case files and the page alike.

import Circulation
import Findings

/// A statement of the heart and the record that goes with it.
public struct MeasuredPatient: Sendable {
  public let statement: HeartStatement
  /// Judged on the day of the newest measurement; where none is dated, the day changes nothing of what was measured.
  public let record: ClinicalRecord

  /// - Parameter record: all measurements, those of later days, too.
  public init(_ statement: HeartStatement, _ record: ClinicalRecord) {
    self.statement = statement
    var record = record
    record.today = record.latestDate ?? .last
    self.record = record
  }
}

extension MeasuredPatient {
  /// The measurements of a finding that tell the present state.
  public func present(_ finding: FindingID) -> [Measurement] { record.present(finding) }

  /// Their mean; nil where there is none.
  public func mean(_ finding: FindingID) -> Double? { present(finding).mean }

  public var isAcute: Bool { record.presentation == .acute }

  /// Now or before.
  public var fibrillates: Bool {
    record.rhythm == .atrialFibrillation || record.lists(.atrialFibrillation) == true
  }
}
