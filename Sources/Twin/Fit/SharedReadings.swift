// Which numbers are one measurement told several ways.
//
// EROA, RVol and RF of one PISA shell are one radius; CO and CI of one thermodilution are one curve; end-diastolic and
// end-systolic volume and the ejection fraction by Simpson's rule are two tracings. k numbers that rest on r measurements
// count as r: each error is multiplied by √(k/r). Where r is 1 they are right or wrong together, too: their errors are one
// error, the root of the sum of the squares, and the one is robust (`RobustError`).
//
// Numbers are of one examination where they state the same method; where none is stated nobody knows, and each counts.
// Of a number that was measured twice by one method the first belongs to the first examination, the second to the second.

import Findings

struct SharedReadings: Sendable {
  /// What each number's error is multiplied with.
  let inflations: [Double]
  /// The numbers by what may be wrong in them at once: each of them in one unit.
  let units: [[Int]]

  init(_ targets: [Target]) {
    var inflations = targets.map { _ in 1.0 }
    var units: [[Int]] = []
    var isPlaced = targets.map { _ in false }
    for index in targets.indices where !isPlaced[index] {
      let together = Self.together(with: index, in: targets)
      let tracings = together.reduce(into: FindingSet()) { $0.formUnion(Self.tracings(targets[$1].finding)) }
      let share = Double(together.count) / Double(min(tracings.count, together.count))
      for member in together { (inflations[member], isPlaced[member]) = (share.squareRoot(), true) }
      units += tracings.count == 1 ? [together] : together.map { [$0] }
    }
    (self.inflations, self.units) = (inflations, units)
  }

  /// The numbers of the same examination that share a tracing with this, directly or through others.
  private static func together(with index: Int, in targets: [Target]) -> [Int] {
    let method = targets[index].method
    guard !method.isEmpty else { return [index] }
    func examination(_ place: Int) -> Int {
      targets[..<place].reduce(0) { $0 + ($1.method == method && $1.finding == targets[place].finding ? 1 : 0) }
    }
    let own = examination(index)
    let same = targets.indices.filter { targets[$0].method == method && examination($0) == own }
    var found = [index]
    var shared = tracings(targets[index].finding)
    while true {
      let more = same.filter { !found.contains($0) && !tracings(targets[$0].finding).isDisjoint(with: shared) }
      if more.isEmpty { return found.sorted() }
      found += more
      for member in more { shared.formUnion(tracings(targets[member].finding)) }
    }
  }

  /// What a number is worked out from, named by the finding that tells it alone.
  private static func tracings(_ finding: FindingID) -> FindingSet {
    switch finding {
    case .EROA, .RVol, .RF: [.EROA]
    case .FSV, .CO, .CI: [.FSV]
    case .LVEDV, .LVEDVi: [.LVEDV]
    case .LVESV, .LVESVi: [.LVESV]
    case .LVEF, .SV: [.LVEDV, .LVESV]
    case .LVIDs, .LVIDsi: [.LVIDs]
    case .LAVmax, .LAVI: [.LAVmax]
    case .EA: [.E, .A]
    case .EePrime: [.E, .ePrime]
    case .MAP: [.SBP, .DBP]
    default: [finding]
    }
  }
}
