// A stated heart in a body that answers, and under loads.
//
// A heart that is stated answers from the set points of the healthy heart of this body: the lesion has just come. A heart
// as found (measured, or stated as disease has made it) was so under whatever drive there was; its own pressures are its
// set points, so that it rests as it was found, and long heart failure blunts its reflexes.

import Circulation
import Course
import Findings
import Quantities

extension HeartStatement {
  /// Whether the settings of a stated heart are what disease has made of it, its reflexes included: the statement then says
  /// a presentation. Without, they are how this person was before the lesion.
  public var statesGrownHeart: Bool { presentation != nil && !settings.isEmpty }

  /// Whether the heart has failed for long, so that its reflexes are blunted: by history, or breathless at little exertion
  /// from a chronic disease (nitroprusside left the rate unchanged in such patients: Harshaw 1975).
  public var hasFailed: Bool {
    let isBreathless = presentation != .acute && (nyha == .three || nyha == .four)
    return isBreathless
      || history.contains { $0 == .heartFailure || $0 == .heartFailureHospitalisation || $0 == .advancedHeartFailure }
  }

  /// The body at rest.
  ///
  /// - Parameters:
  ///   - heart: as stated, or as found by measurements.
  ///   - isMeasured: found by measurements.
  public func regulated(_ heart: HeartDefinition, isMeasured: Bool = false) -> RegulatedHeart {
    let age = body.age
    return RegulatedHeart(
      heart: heart, settingPointsBy: isMeasured || statesGrownHeart ? heart : healthyHeart,
      gains: hasFailed ? .failing(age: age) : .healthy(age: age))
  }
}

/// A load and how much of it.
public struct StatedLoad: Sendable {
  public let load: Load
  public var amount: LoadAmount

  public init(_ load: Load, _ amount: LoadAmount? = nil) {
    self.load = load
    self.amount = amount ?? load.standard
  }
}

extension [StatedLoad] {
  /// The first two that cannot be borne at once, as their places.
  public var incompatible: (first: Int, second: Int)? {
    for (index, one) in enumerated() {
      for other in 0..<index where self[other].load.group == one.load.group { return (other, index) }
    }
    return nil
  }

  /// The place of one that passes within a minute and yet does not stand alone.
  public var disturbing: Int? { count > 1 ? firstIndex { $0.load.isTransient } : nil }

  /// The steady ones together.
  public func circumstances(for body: Body) -> Circumstances {
    var circumstances = Circumstances.rest
    for one in self where !one.load.isTransient { one.load.apply(&circumstances, one.amount, body) }
    return circumstances
  }
}

/// A heart in a body that answers, at rest and under the loads that last.
public struct LoadedHeart: Sendable {
  /// Without loads and without any drive.
  public let resting: RegulatedHeart
  /// Its steady beat.
  public let rest: RegulatedBeat
  /// Under the loads, without any drive, and its steady beat: that at rest where there are none.
  public let loaded: RegulatedHeart
  public let beat: RegulatedBeat

  /// Nil when the body comes to no rest.
  public init?(_ resting: RegulatedHeart, under loads: [StatedLoad], body: Body) {
    guard let rest = resting.settled(.minutes) else { return nil }
    self.resting = resting
    self.rest = rest
    loaded = resting.under(loads.circumstances(for: body), body: body)
    guard let beat = loads.isEmpty ? rest : RegulatedHeart.settle([loaded], from: rest)[0], beat.isSteady else {
      return nil
    }
    self.beat = beat
  }
}
