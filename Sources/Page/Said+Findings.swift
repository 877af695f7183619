// What the page says of measurements and of what else has a number, as a case file has it: several of one finding, each with
// its method, its standard error and its date.

import Findings
import Quantities
import Statements

extension Said {
  /// `finding.EROA 0.48`, and then of the one just said `finding.EROA.by.pisa`, `finding.EROA.sd 0.1` and
  /// `finding.EROA.on 20260302`, or 202603 or 2026 where no more is known.
  mutating func takeFinding(_ words: [String], _ value: Double) -> Bool {
    guard let finding = FindingID(identifier: words[0]) else { return false }
    if words.count == 1 {
      let isTaken = isIn(finding.spec.allowed, finding.spec.symbol, value)
      measuring = (finding, value, isTaken)
      if isTaken { measure(finding) { $0.append(Measurement(value: value)) } }
      return true
    }
    guard let (last, measured, isTaken) = measuring, last == finding else {
      fault(.order)
      return true
    }
    var change: (inout Measurement) -> Void
    if words.count == 3, Self.same(words[1], "by") {
      let known = MeasurementMethod.allCases.map { ($0.rawValue, $0) }
      guard let method = Self.word(words[2], known) else { return false }
      change = { $0.by = method }
    } else if words.count == 2, Self.same(words[1], "sd") {
      let allowed = finding.spec.allowedErrors(of: isTaken ? measured : nil)
      guard isIn(allowed, finding.spec.symbol, value) else { return true }
      change = { $0.sd = value }
    } else if words.count == 2, Self.same(words[1], "on"), let day = Self.date(value) {
      change = { $0.on = day }
    } else {
      return false
    }
    if isTaken { measure(finding) { change(&$0[$0.count - 1]) } }
    return true
  }

  /// Changes the measurements of a finding, and what the heart takes from them.
  private mutating func measure(_ finding: FindingID, _ change: (inout [Measurement]) -> Void) {
    var list = record[finding]
    change(&list)
    let series = MeasurementSeries(finding, list)
    if let place = record.series.firstIndex(where: { $0.finding.rawValue >= finding.rawValue }) {
      if record.series[place].finding == finding {
        record.series[place] = series
      } else {
        record.series.insert(series, at: place)
      }
    } else {
      record.series.append(series)
    }
    if finding == .HR { statement.heartRate = series.present.mean }
    if finding == .QRS { statement.qrs = list.mean }
  }

  /// A day as 20260302, a month as 202603, a year as 2026.
  static func date(_ value: Double) -> CalendarDate? {
    guard value >= 0, value < 1e8, value == value.rounded(.down) else { return nil }
    let number = Int(value)
    if number < 10_000 { return CalendarDate(year: number) }
    if number < 1_000_000 { return CalendarDate(year: number / 100, month: number % 100) }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// A value as a file has it, in the finding's own unit: "EROA mm2" and a number, or "EROA.sd mm2" and an error; no
  /// value where the unit does not measure such a finding.
  static func quantity(_ key: [UInt8], _ value: Double) -> (finding: FindingID, value: Double?)? {
    guard let space = key.firstIndex(of: 0x20) else { return nil }
    let name = key[..<space]
    let isError = name.count > 3 && name.suffix(3).elementsEqual(".sd".utf8)
    let identifier = String(decoding: isError ? name.dropLast(3) : name, as: UTF8.self)
    guard let finding = FindingID(identifier: identifier) else { return nil }
    let written = String(decoding: key[(space + 1)...], as: UTF8.self)
    let unit = finding.spec.unit
    if same(written, unit.symbol) { return (finding, value) }
    guard !written.utf8.isEmpty || same(unit.symbol, "1"), let given = Units.find(written) else {
      return (finding, nil)
    }
    return (finding, isError ? finding.convertError(value, from: given) : finding.convert(value, from: given))
  }
}
