// A case's heart in a body that answers: as `HeartStatement` has it, a fitted heart being one that was found so.

import Cases
import Findings
import Circulation
import Course
import Statements

extension Case {
  /// The body at rest.
  ///
  /// - Parameter heart: as stated, or as fitted.
  public func regulated(_ heart: HeartDefinition) -> RegulatedHeart {
    statement.regulated(heart, isMeasured: canBeFitted)
  }

  /// Whether the settings of a stated heart are what disease has made of it, its reflexes included: the case then says
  /// `presentation`. Without, they are how this person was before the lesion.
  public var statesGrownHeart: Bool { statement.statesGrownHeart }

  /// Whether the heart has failed for long, so that its reflexes are blunted: by history, or breathless at little exertion
  /// from a chronic disease (nitroprusside left the rate unchanged in such patients: Harshaw 1975).
  public var hasFailed: Bool { statement.hasFailed }

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
