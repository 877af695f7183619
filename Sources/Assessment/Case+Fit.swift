// What of a case a heart is fitted to, and the search for it: as `MeasuredPatient` has it.

import Cases
import Circulation
import Findings
import Inference
import Quantities
import Statements
import Twin

extension Case {
  /// Every measurement of the present state as a target of the fit, and what follows from several of them together.
  var targets: [Target] { measured.targets }

  /// The day to judge on: that of the newest measurement, else another.
  public func day(or other: CalendarDate) -> CalendarDate { latestDate ?? other }

  /// Whether something was measured that a beat answers for.
  public var canBeFitted: Bool { measured.canBeFitted }

  /// What need not be measured again: what was, and the parts that it was worked out from.
  var measuredFindings: Set<FindingID> {
    var known = Set(targets.map(\.finding))
    if known.contains(.EROA) || known.contains(.RVol) { known.formUnion([.PISAr, .MRVTI, .MRVmax]) }
    if known.contains(.FSV) { known.formUnion([.LVOTVTI, .CO, .CI]) }
    return known
  }

  /// How the leak was measured.
  var leakMethods: Set<MeasurementMethod> {
    let leak: FindingSet = [.EROA, .RVol, .RF]
    return Set(targets.filter { leak.contains($0.finding) }.compactMap { MeasurementMethod(rawValue: $0.method) })
  }

  /// Measurements that the fit does not use.
  public var unusedFindings: [FindingID] { measured.unusedFindings }

  /// Whether the case says by lesions or settings what its heart is, so that it can beat without a fit.
  public var statesItsHeart: Bool { !lesions.isEmpty || !valves.isEmpty || !heart.isEmpty }

  /// Whether the valve was seen, or is stated, to be one that leaks.
  var suspectsLeak: Bool { measured.suspectsLeak }

  /// How the mitral valve may leak.
  public var mechanismEvidence: MechanismEvidence { measured.mechanismEvidence }

  /// What speaks of a mitral leak without saying how large it is: the report's grade and what was seen of the leaflets.
  public var toldLeak: [String] { measured.toldLeak }

  /// The warning that the heart shown lacks the leak that the case tells of; nil where it leaks, or nothing is told.
  ///
  /// - Parameter regurgitantVolume: of the heart shown, mL.
  public func missingLeak(regurgitantVolume: Double?) -> String? {
    measured.missingLeak(regurgitantVolume: regurgitantVolume)
  }

  /// The search for the hearts that explain the measurements.
  public var search: HeartFit { measured.search }

  /// Each measurement beside what the others predict for it.
  public func leftOut(seed: UInt64) -> [LeftOut] {
    let measured = measured
    return measured.search.leftOut(seed: seed) { measured.search(for: $0) }
  }

  /// The heart that explains the measurements best.
  public func fitted() throws(FitFailure) -> TwinFit { try search.run() }
}
