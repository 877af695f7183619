// EROA, RVol and RF: given, or had from other findings; and what the volumes forbid.
//
//   SV = LVEDV − LVESV or LVEDV · LVEF      FSV = CO / HR
//   EROA = RVol / MRVTI or 2π · PISAr² · aliasingVelocity / MRVmax
//   RVol = EROA · MRVTI or SV − FSV         RF = RVol / SV or 1 − FSV / SV
//
// A ventricle that expels 50 mL cannot leak 60: what the volumes forbid is named and keeps the grade indeterminate.

import Findings

/// A number with the way it was had.
struct LeakNumber {
  let finding: FindingID
  let value: Double
  /// Nil: given.
  let derivation: String?
  /// False when a circumstance or the volumes set it aside.
  var counts = true
  /// The bin, 1 to 4; set once the circumstances are known.
  var bin = 1
  /// The bin rests on a threshold lowered by the circumstances.
  var relaxed: SeverityThresholds.Relaxed?
}

/// The numbers of the leak and of the volumes around it.
struct LeakNumbers {
  /// EROA, RVol and RF as far as they are known, in this order.
  var numbers: [LeakNumber] = []
  /// The total stroke volume in mL.
  let totalStroke: Double?
  /// The forward stroke volume in mL, given or from CO and HR.
  let forwardStroke: Double?
  /// What is wrong or doubtful among the volumes.
  private(set) var warnings: [SeverityWarning] = []
  /// The value that the volumes forbid.
  private(set) var forbidden: FindingID?

  init(_ findings: FindingValues) {
    totalStroke = Self.total(findings)
    forwardStroke = findings[.FSV] ?? Self.perBeat(findings)
    gather(findings)
    checkVolumes(findings)
    checkAgreement(findings)
  }

  func value(_ finding: FindingID) -> Double? {
    for number in numbers where number.finding == finding { return number.value }
    return nil
  }

  private static func total(_ findings: FindingValues) -> Double? {
    if let given = findings[.SV] { return given }
    guard let full = findings[.LVEDV] else { return nil }
    if let empty = findings[.LVESV] { return full > empty ? full - empty : nil }
    return findings[.LVEF].map { full * $0 / 100 }
  }

  private static func perBeat(_ findings: FindingValues) -> Double? {
    guard let output = findings[.CO], let rate = findings[.HR], rate > 0 else { return nil }
    return output * 1000 / rate
  }

  private mutating func gather(_ findings: FindingValues) {
    var orifice = findings[.EROA].map { LeakNumber(finding: .EROA, value: $0, derivation: nil) }
    if orifice == nil, let radius = findings[.PISAr], let aliasing = findings[.aliasingVelocity],
      let peak = findings[.MRVmax], peak > 0
    {
      let area = 2 * Double.pi * radius * radius * aliasing / (peak * 100)
      orifice = LeakNumber(finding: .EROA, value: area, derivation: "2π · PISAr² · aliasingVelocity / MRVmax")
    }
    var leaked = findings[.RVol].map { LeakNumber(finding: .RVol, value: $0, derivation: nil) }
    if leaked == nil, let area = orifice?.value, let flight = findings[.MRVTI] {
      leaked = LeakNumber(finding: .RVol, value: area * flight, derivation: "EROA · MRVTI")
    }
    if leaked == nil, let total = totalStroke, let forward = forwardStroke, total > forward {
      leaked = LeakNumber(finding: .RVol, value: total - forward, derivation: "SV − FSV")
    }
    if orifice == nil, let volume = leaked?.value, let flight = findings[.MRVTI], flight > 0 {
      orifice = LeakNumber(finding: .EROA, value: volume / flight, derivation: "RVol / MRVTI")
    }
    var share = findings[.RF].map { LeakNumber(finding: .RF, value: $0, derivation: nil) }
    if share == nil, let volume = leaked?.value, let total = totalStroke, total > volume {
      share = LeakNumber(finding: .RF, value: volume / total * 100, derivation: "RVol / SV")
    }
    for number in [orifice, leaked, share] {
      if let number { numbers.append(number) }
    }
  }

  /// What cannot be: the named value is set aside where another number is left to grade by.
  private mutating func checkVolumes(_ findings: FindingValues) {
    if let full = findings[.LVEDV], let empty = findings[.LVESV], empty >= full {
      forbid(.LVESV, .endSystolicExceedsEndDiastolic)
    }
    guard let total = totalStroke else { return }
    // Two methods of measuring the same stroke differ by some 15 % without either being wrong.
    if let forward = forwardStroke, forward > 1.15 * total { forbid(.FSV, .forwardExceedsTotal) }
    guard let leaked = value(.RVol) else { return }
    if leaked > 0, leaked >= total {
      forbid(.RVol, .regurgitantExceedsTotal)
    } else if leaked > 0.8 * total {
      warnings.append(.littleForwardFlow)
    }
  }

  private mutating func forbid(_ finding: FindingID, _ warning: SeverityWarning) {
    warnings.append(warning)
    forbidden = forbidden ?? finding
    guard numbers.count > 1 else { return }
    for index in numbers.indices where numbers[index].finding == finding { numbers[index].counts = false }
  }

  /// Values that can be, but not well together. Only given values are compared: a derived one agrees by construction.
  private mutating func checkAgreement(_ findings: FindingValues) {
    if let share = findings[.RF], let leaked = findings[.RVol], let total = totalStroke, total > 0,
      abs(share - leaked / total * 100) > 10
    {
      warnings.append(.fractionDisagrees)
    }
    if let area = findings[.EROA], let flight = findings[.MRVTI], let leaked = findings[.RVol], leaked > 2,
      abs(area * flight - leaked) > 0.3 * leaked
    {
      warnings.append(.orificeDisagrees)
    }
    if let full = findings[.LVEDV], let empty = findings[.LVESV], let fraction = findings[.LVEF], full > empty,
      abs(fraction - (full - empty) / full * 100) > 10
    {
      warnings.append(.ejectionDisagrees)
    }
  }
}
