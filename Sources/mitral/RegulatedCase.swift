// A case's heart in a body that answers.
//
// A heart that the case states answers from the set points of the healthy heart of this body: the lesion has just come. A
// fitted heart was measured under whatever drive there was; its own pressures are its set points, so that it rests as it
// was measured, and long heart failure blunts its reflexes.

import Cases
import Circulation
import Course
import Quantities

extension Case {
  /// The body at rest.
  ///
  /// - Parameter heart: as stated, or as fitted.
  func regulated(_ heart: HeartDefinition) -> RegulatedHeart {
    let age = body.age
    return RegulatedHeart(
      heart: heart, settingPointsBy: canBeFitted ? heart : healthyHeart,
      gains: hasFailed ? .failing(age: age) : .healthy(age: age))
  }

  /// Whether the heart has failed for long, so that its reflexes are blunted: by history, or breathless at little exertion
  /// from a chronic disease (nitroprusside left the rate unchanged in such patients: Harshaw 1975).
  var hasFailed: Bool {
    let failing: Set<HistoryItem> = [.heartFailure, .heartFailureHospitalisation, .advancedHeartFailure]
    let isBreathless = presentation != .acute && (nyha == .three || nyha == .four)
    return isBreathless || !failing.isDisjoint(with: history ?? [])
  }

  /// Whether the body answers what is done to the heart, where the command does not say: as the case has it; in a patient
  /// as measured it does, in a heart that is only stated it does not.
  var answersTreatment: Bool { reflexes ?? canBeFitted }

  /// Whether the lungs had months to get used to their pressure.
  var isChronic: Bool { presentation == .chronic || (presentation == nil && canBeFitted) }
}
