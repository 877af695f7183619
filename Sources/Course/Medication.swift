// Treatments in time: what each does beyond its first moment, as a function of the time since it was given.
//
//   strength that a beta-blocker took comes back within about six weeks          τ 3 weeks
//   atria regain their force after fibrillation has ended in about two weeks     τ 5 days
//   muscle stunned by the heart–lung machine recovers                            τ 4 days
//   a ventricle that failed first shrinks and strengthens under its drugs        τ 3.5 months
//   the kidneys defend another volume, an overloaded muscle weakens more slowly, reflexes are blunted: from the start
//
// The sizes are the treatments' own (`LastingEffect`). What shrinks a failing ventricle does nothing to one that is
// overloaded by its valve: drugs remodel the secondary leak only.

import Circulation
import Lanes
import Quantities
import Treatments

/// A treatment's lasting effect, and since when.
public struct Medication: Sendable, Equatable {
  public let effect: LastingEffect
  /// Day of the course on which it began.
  public let start: Double
  /// Whether the heart is one that gains from reverse remodelling.
  let remodels: Bool

  /// - Parameters:
  ///   - days: when it begins.
  ///   - heart: the heart it is given to, and by how much its left ventricle has grown in length (`Remodelling.length`).
  init(_ effect: LastingEffect, at days: Double, to heart: HeartDefinition, grownBy length: Double) {
    self.effect = effect
    start = days
    // Wide without a valve to blame (what a prosthesis or a repair leaves is none); walls that beat late where the
    // treatment is for these.
    let failedFirst =
      length > 0.08 && heart.leafletLeak <= max(heart.mitralLeaks.functional.area, .squareCentimetres(0.1))
    let isLate = heart.leftVentricle.activationDelay.seconds + heart.septum.activationDelay.seconds > 0.02
    remodels = effect.reverse.needsLateWalls ? failedFirst && isLate : failedFirst
  }

  /// The share of something slow that has happened by a day.
  private func share(_ day: Double, _ timeConstant: Double) -> Double {
    1 - Double.exponential(-max(day - start, 0) / timeConstant)
  }

  /// Changes a heart as the treatment has by a day.
  func apply(to heart: inout HeartDefinition, on day: Double) {
    var strength = 1 + (effect.adaptation - 1) * share(day, 21)
    strength *= 1 + (effect.stunning - 1) * (1 - share(day, 4))
    if remodels {
      let done = share(day, ReverseRemodelling.months * 30.4375)
      heart.growLeftVentricle(area: Double.power(1 + (effect.reverse.volume - 1) * done, 2.0 / 3))
      strength *= 1 + (effect.reverse.strength - 1) * done
      heart.scaleLeftStiffness(1 + (effect.reverse.stiffness - 1) * done)
    }
    heart.scaleLeftStrength(strength)
    heart.scaleAtrialStrength(1 + (effect.atrialAdaptation - 1) * share(day, 5))
  }
}

/// An infusion or a pump: it acts while it runs, and leaves nothing behind.
struct Bridge: Sendable {
  let treatment: Treatment
  let arguments: Arguments
  /// Days of the course.
  let start: Double
  var end: Double

  /// The longest that anybody is carried so, days.
  static let longest = 14.0

  func apply(to heart: inout HeartDefinition, on day: Double) {
    guard day >= start, day < end else { return }
    treatment.apply(&heart, arguments)
  }
}
