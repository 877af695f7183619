// The search for the hearts that explain what was measured of a patient.

import Circulation
import Findings
import Lesions
import Quantities
import Statements
import Twin

extension MeasuredPatient {
  /// Settings of the heart's definition, and the free parameters that they settle.
  private static let settledBy = [
    ("mitralValve.leakArea", "leakArea"), ("mitralValve.openArea", "mitralOpening"),
    ("ventricularActivation.decayTime", "relaxation"), ("bloodVolume", "bloodVolume"),
  ]

  /// Where the fit starts; a narrow valve as wide as it was measured.
  private var searchStart: HeartDefinition {
    var start = statement.heartWithoutLeak
    if let area = mean(.MVA), !statement.settings.contains(where: { $0.parameter.path == "mitralValve.openArea" }) {
      start.mitralValve.openArea = .squareCentimetres(min(area, start.mitralValve.openArea.squareCentimetres))
    }
    return start
  }

  /// What the story says of the disease.
  private var knownDisease: KnownDisease {
    let illnesses: [HistoryItem] = [
      .myocardialInfarction, .recentMyocardialInfarction, .cardiomyopathy, .dilatedCardiomyopathy,
    ]
    let isMuscleIll = illnesses.contains { record.lists($0) == true }
    // A muscle or chord that tears leaves the rest of the ventricle strong.
    let isTorn = isAcute && ![.tethering, .ring].contains(mechanismEvidence.chances[0].mechanism)
    return KnownDisease(isAcute: isAcute, isMuscleIll: isMuscleIll && !isTorn)
  }

  /// The search for the hearts that explain the measurements.
  public var search: HeartFit { search(for: targets) }

  /// The same for some of the measurements.
  public func search(for targets: [Target]) -> HeartFit {
    let fixed = statement.settings.flatMap { setting in
      Self.settledBy.filter { $0.0 == setting.parameter.path }.map { $0.1 }
    }
    return HeartFit(
      start: searchStart, body: statement.body, targets: targets, disease: knownDisease,
      mechanisms: mechanismEvidence.chances, suspectsLeak: suspectsLeak, fixed: fixed)
  }

  /// The heart that explains the measurements best.
  public func fitted() throws(FitFailure) -> TwinFit { try search.run() }

  /// The fitted heart as it is simulated: no measurement tells what the leaflets are made of; what was done to the valve does.
  public func simulated(_ fit: TwinFit) -> HeartDefinition {
    var heart = fit.definition
    heart.mitralValve.leaflets = statement.heart.mitralValve.leaflets
    return heart
  }
}

extension TwinFit {
  /// Whether the fit looked for a leak: something measured or seen speaks of one.
  public var searchedLeak: Bool { parameters.contains { $0.name == "leakArea" } }
}
