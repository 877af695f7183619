// EROA, RVol and RF: measured, or had from other findings.
//
//   EROA = 2π · PISAr² · aliasingVelocity / MRVmax or RVol / MRVTI
//   RVol = EROA · MRVTI or SV − FSV
//   RF   = RVol / SV
//
// One measurement has one vote: an RF that only divides a measured RVol by the stroke volume is the same measurement
// once more, and is shown beside EROA and RVol without a vote where both of them were measured. A fraction of 100 % and
// more, of an RVol that is impossibly large for the stroke, is no finding: it is neither shown nor a criterion, and what
// is impossible is told as a discordance. It keeps its place in the vote only so that a grade, then indeterminate, does
// not fall when the leak rises by a millilitre.

import Findings

/// A number with the way it was had.
struct LeakNumber {
  let finding: FindingID
  let value: Double
  /// Nil: given.
  let derivation: String?
  /// False when a circumstance sets it aside.
  var counts = true
  /// The bin, 1 to 4; set once the circumstances are known.
  var bin = 1
  /// A fraction of the whole stroke or more.
  var isImpossible = false
  /// The bin rests on a threshold lowered by the circumstances.
  var relaxed: SeverityThresholds.Relaxed?

  /// "RVol 60 mL" or "RVol 60 mL (SV − FSV)".
  var text: String {
    finding.identifier + " " + finding.spec.text(value) + (derivation.map { " (" + $0 + ")" } ?? "")
  }
}

/// The numbers of the leak and of the volumes around it.
struct LeakNumbers {
  /// EROA, RVol and RF as far as they are known, in this order.
  var numbers: [LeakNumber] = []
  /// The total stroke volume in mL.
  let totalStroke: Double?
  /// The forward stroke volume in mL.
  let forwardStroke: Double?
  /// All numbers come from one measurement of the leak, and no volumes stand beside it.
  let isOneMeasurement: Bool

  init(_ combined: CombinedFindings) {
    let values = combined.values
    totalStroke = values[.SV]
    forwardStroke = values[.FSV]
    for id in [FindingID.EROA, .RVol, .RF] {
      if let value = values[id] {
        numbers.append(LeakNumber(finding: id, value: value, derivation: combined.derivation(of: id)?.formula))
      } else if id == .RF, let leaked = values[.RVol], let total = values[.SV], total > 0 {
        // Beyond what a fraction can be.
        numbers.append(
          LeakNumber(finding: .RF, value: leaked / total * 100, derivation: "RVol / SV", isImpossible: true))
      }
    }
    let (orifice, leaked) = (combined.given(.EROA), combined.given(.RVol))
    let isShareGiven = combined.given(.RF) != nil
    if orifice != nil, leaked != nil, !isShareGiven {
      for index in numbers.indices where numbers[index].finding == .RF { numbers[index].counts = false }
    }
    var fromOrifice = false
    for one in combined.derived where one.finding == .RVol && one.from.contains(.EROA) { fromOrifice = true }
    let isCheckedByVolumes = totalStroke != nil && forwardStroke != nil && !combined.hasAorticLeak
    isOneMeasurement = !isShareGiven && !isCheckedByVolumes && (fromOrifice || (orifice == nil && leaked != nil))
  }

  /// Those that can be.
  var possible: [LeakNumber] {
    var chosen: [LeakNumber] = []
    for number in numbers where !number.isImpossible { chosen.append(number) }
    return chosen
  }

  subscript(_ finding: FindingID) -> LeakNumber? {
    for number in numbers where number.finding == finding { return number }
    return nil
  }

  func value(_ finding: FindingID) -> Double? { self[finding]?.value }

  /// Forward stroke volume index in mL/m² by every way that the findings allow, with the way.
  func forwardIndices(_ values: FindingValues) -> [(index: Double, way: String)] {
    var found: [(index: Double, way: String)] = []
    if let index = values[.CI], let rate = values[.HR], rate > 0 { found.append((index * 1000 / rate, "CI / HR")) }
    guard let surface = values[.BSA], surface > 0 else { return found }
    if let forward = forwardStroke { found.append((forward / surface, "FSV / BSA")) }
    if let total = totalStroke, let leaked = value(.RVol) {
      found.append((total > leaked ? (total - leaked) / surface : 0, "(SV − RVol) / BSA"))
    }
    return found
  }
}
