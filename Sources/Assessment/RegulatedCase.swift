// A case's heart in a body that answers.
//
// A heart that the case states answers from the set points of the healthy heart of this body: the lesion has just come. A
// fitted heart was measured under whatever drive there was; its own pressures are its set points, so that it rests as it
// was measured, and long heart failure blunts its reflexes.

import Findings
import Cases
import Circulation
import Course
import Quantities

extension Case {
  /// The body at rest.
  ///
  /// - Parameter heart: as stated, or as fitted.
  public func regulated(_ heart: HeartDefinition) -> RegulatedHeart {
    let age = body.age
    return RegulatedHeart(
      heart: heart, settingPointsBy: canBeFitted || statesGrownHeart ? heart : healthyHeart,
      gains: hasFailed ? .failing(age: age) : .healthy(age: age))
  }

  /// Whether the settings of a stated heart are what disease has made of it, its reflexes included: the case then says
  /// `presentation`. Without, they are how this person was before the lesion.
  public var statesGrownHeart: Bool { presentation != nil && !heart.isEmpty }

  /// Whether the heart has failed for long, so that its reflexes are blunted: by history, or breathless at little exertion
  /// from a chronic disease (nitroprusside left the rate unchanged in such patients: Harshaw 1975).
  public var hasFailed: Bool {
    let failing: Set<HistoryItem> = [.heartFailure, .heartFailureHospitalisation, .advancedHeartFailure]
    let isBreathless = presentation != .acute && (nyha == .three || nyha == .four)
    return isBreathless || !failing.isDisjoint(with: history ?? [])
  }

  /// Whether the body answers what is done to the heart: unless the case says `reflexes: false`.
  public var answersTreatment: Bool { reflexes ?? true }

  /// The body that answers a treatment; nil where none does. It rests as it was measured or stated: what the heart is before
  /// the treatment are the set points, but where the case asks for reflexes in a stated heart.
  public func treated(_ heart: HeartDefinition) -> RegulatedHeart? {
    guard answersTreatment else { return nil }
    var body = regulated(heart)
    if reflexes != true {
      body = RegulatedHeart(heart: heart, settingPointsBy: heart, gains: body.reflexes.gains)
    }
    return body
  }

  /// Whether the lungs had months to get used to their pressure.
  public var isChronic: Bool { presentation == .chronic || (presentation == nil && canBeFitted) }
}
