// The words a case file may use where a field takes one of a few.

import Findings
import Quantities

/// A word of the case file: the raw value is how it is written.
public protocol CaseWord: RawRepresentable<String>, CaseIterable, Sendable {}

extension CaseWord {
  /// Every word that may stand there, in the order of the documentation.
  public static var words: [String] { allCases.map(\.rawValue) }
}

extension Sex: CaseWord {}
extension Presentation: CaseWord {}
extension Rhythm: CaseWord {}
extension NYHAClass: CaseWord {}
extension SurgicalRisk: CaseWord {}
extension MeasurementMethod: CaseWord {}
extension HistoryItem: CaseWord {}
extension Symptom: CaseWord {}
extension OtherValve: CaseWord {}
extension JonesSign: CaseWord {}
extension DukeSign: CaseWord {}
