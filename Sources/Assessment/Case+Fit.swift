// What of a case a heart is fitted to.

import Cases
import Circulation
import Findings
import Guidelines
import Lesions
import Quantities
import Twin

extension Case {
  /// Every measurement of the present state as a target of the fit, and the flow and the orifice that follow from several of them together.
  var targets: [Target] {
    let derived = derivedTargets
    let parts = derived.flatMap { Self.parts(of: $0.finding) }
    let told = FindingID.allCases.filter {
      (rhythm != .atrialFibrillation || ($0 != .A && $0 != .EA)) && !parts.contains($0)
    }.flatMap { id in
      present(id).map { Target(id, $0.value, standardError: $0.sd, method: $0.by?.rawValue ?? "") }
    }
    return told + derived
  }

  /// Without a date the day changes nothing of what was measured.
  private static let lastDay: CalendarDate = {
    guard let day = CalendarDate(year: 2200) else { preconditionFailure("a day") }
    return day
  }()

  /// The day to judge on: that of the newest measurement, else another.
  public func day(or other: CalendarDate) -> CalendarDate { latestDate ?? other }

  /// Whether something was measured that a beat answers for.
  public var canBeFitted: Bool { targets.contains(where: \.isSimulated) }

  /// Forward stroke volume from the outflow tract and EROA from the flow convergence, where the case has their parts and
  /// not the thing itself; by the formulae of the judgement.
  private var derivedTargets: [Target] {
    let combined = CombinedFindings(record(on: day(or: Self.lastDay)))
    let formulae: [(FindingID, part: FindingID, method: MeasurementMethod)] = [
      (.FSV, .LVOTd, .continuity), (.EROA, .PISAr, .pisa),
    ]
    return formulae.compactMap { id, part, method in
      guard let derived = combined.derivation(of: id), derived.from.contains(part) else { return nil }
      return Target(id, derived.value, method: method.rawValue)
    }
  }

  /// What a derived target was worked out from, so that nothing counts twice.
  private static func parts(of derived: FindingID) -> [FindingID] {
    switch derived {
    case .FSV: [.LVOTd, .LVOTVTI]
    case .EROA: [.PISAr, .aliasingVelocity]
    default: []
    }
  }

  /// What need not be measured again: what was, and the parts that it was worked out from.
  var measuredFindings: Set<FindingID> {
    var known = Set(targets.map(\.finding))
    if known.contains(.EROA) || known.contains(.RVol) { known.formUnion([.PISAr, .MRVTI, .MRVmax]) }
    if known.contains(.FSV) { known.formUnion([.LVOTVTI, .CO, .CI]) }
    return known
  }

  /// How the leak was measured.
  var leakMethods: Set<MeasurementMethod> {
    let leak: Set<FindingID> = [.EROA, .RVol, .RF]
    return Set(targets.filter { leak.contains($0.finding) }.compactMap { MeasurementMethod(rawValue: $0.method) })
  }

  /// Measurements that the fit does not use.
  public var unusedFindings: [FindingID] {
    let parts = derivedTargets.flatMap { Self.parts(of: $0.finding) }
    let used = Set(targets.filter(\.isSimulated).map(\.finding) + parts + [.HR, .MVA])
    return FindingID.allCases.filter { measurements[$0] != nil && !used.contains($0) }
  }

  /// Whether the case says by lesions or settings what its heart is, so that it can beat without a fit.
  public var statesItsHeart: Bool { !lesions.isEmpty || !valves.isEmpty || !heart.isEmpty }

  /// Whether the valve was seen, or is stated, to be one that leaks.
  var suspectsLeak: Bool {
    !lesions.isEmpty || [QualitativeID.flail, .papillaryRupture, .perforation, .cleft].contains(where: signs.has)
  }

  /// Settings of the heart's definition, and the free parameters that they settle.
  private static let settledBy = [
    "mitralValve.leakArea": "leakArea", "mitralValve.openArea": "mitralOpening",
    "ventricularActivation.decayTime": "relaxation", "bloodVolume": "bloodVolume",
  ]

  /// Where the fit starts; a narrow valve as wide as it was measured.
  private var searchStart: HeartDefinition {
    var start = fitStart
    let areas = present(.MVA).map(\.value)
    if !areas.isEmpty, !heart.contains(where: { $0.name == "mitralValve.openArea" }) {
      let area = areas.reduce(0, +) / Double(areas.count)
      start.mitralValve.openArea = .squareCentimetres(min(area, start.mitralValve.openArea.squareCentimetres))
    }
    return start
  }

  /// What the case's story says of the disease.
  private var knownDisease: KnownDisease {
    let history = Set(self.history ?? [])
    let isMuscleIll = !history.isDisjoint(with: [
      .myocardialInfarction, .recentMyocardialInfarction, .cardiomyopathy, .dilatedCardiomyopathy,
    ])
    // A muscle or chord that tears leaves the rest of the ventricle strong.
    let isTorn = presentation == .acute && ![.tethering, .ring].contains(mechanismEvidence.chances[0].mechanism)
    return KnownDisease(isAcute: presentation == .acute, isMuscleIll: isMuscleIll && !isTorn)
  }

  /// The search for the hearts that explain the measurements.
  public var search: HeartFit { search(for: targets) }

  /// The same for some of the measurements.
  func search(for targets: [Target]) -> HeartFit {
    HeartFit(
      start: searchStart, body: body, targets: targets, disease: knownDisease,
      mechanisms: mechanismEvidence.chances, suspectsLeak: suspectsLeak,
      fixed: Set(heart.compactMap { Self.settledBy[$0.name] }))
  }

  /// Each measurement beside what the others predict for it.
  public func leftOut(seed: UInt64) -> [LeftOut] { search.leftOut(seed: seed) { search(for: $0) } }

  /// The heart that explains the measurements best.
  public func fitted() throws(FitFailure) -> TwinFit { try search.run() }
}
