// Which treatments are worth a look for a heart, where the user names none: by what is wrong with it, four at most so
// that they stand side by side.

import Quantities
import Cases
import Circulation
import Findings
import Lesions
import Treatments
import Twin

extension Case {
  /// Plans to compare for this patient, whose heart was fitted or stated.
  public func sensibleTreatments(for heart: HeartDefinition) -> [TreatmentPlan] {
    var plans = sensible(for: heart)
    // What the heart itself asks for comes first.
    if heart.rhythm.kind == .atrialFibrillation || rhythm == .atrialFibrillation {
      plans.insert([.cardioversion], at: 0)
    }
    if heart.hasLateWalls { plans.insert([.resynchronisation], at: 0) }
    return plans.prefix(4).map { TreatmentPlan(together: $0) }
  }

  private func sensible(for heart: HeartDefinition) -> [[Treatment]] {
    let isLeaking = heart.mitralLeak > 0.005
    let isNarrow = heart.mitralValve.openArea.squareCentimetres < 2.5
    switch (isLeaking, isNarrow) {
    case (false, false): return [[.nitroprusside], [.betaBlocker], [.diuretic]]
    case (_, true): return [[.replacementMechanical], [.replacementBiological], [.betaBlocker], [.diuretic]]
    case (true, false):
      if leaksForTheVentricle(heart) { return [[.arni], [.diuretic], [.edgeToEdge], [.annuloplasty]] }
      if presentation == .acute {
        return [[.nitroprusside], [.intraAorticBalloon], [.repair], [.replacementBiological]]
      }
      return [[.repair], [.edgeToEdge], [.replacementBiological], [.nitroprusside]]
    }
  }

  /// Whether the leaflets themselves are sound and the ventricle or the ring is at fault.
  private func leaksForTheVentricle(_ heart: HeartDefinition) -> Bool {
    heart.leafletLeak < heart.mitralLeaks.functional.area
  }
}

extension HeartDefinition {
  /// All that leaves the shut mitral valve open, in the reference state of each mechanism, cm².
  fileprivate var mitralLeak: Double {
    (leafletLeak + mitralLeaks.functional.area).squareCentimetres
  }

  /// Whether a ventricular wall beats 40 ms or more after another (bundle branch block).
  fileprivate var hasLateWalls: Bool {
    let delays = [leftVentricle, septum, rightVentricle].map(\.activationDelay.milliseconds)
    return (delays.max() ?? 0) - (delays.min() ?? 0) >= 40
  }
}
