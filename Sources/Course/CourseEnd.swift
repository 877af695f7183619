// Why a course ends before its last day: no steady beat is found any more, or the circulation no longer sustains life.
//
//   mean arterial pressure  below 50 mmHg       brain and heart hold their flow down to 50–60 mmHg by widening their vessels;
//                                               below, flow falls with pressure (Lassen, Physiol Rev 1959;39:183; from memory);
//     while the index is    below 1.8 L/min/m²  that of cardiogenic shock without support (Hochman, N Engl J Med 1999;341:625;
//                                               from memory): so low a pressure with more flow is that of wide vessels, as of
//                                               four drugs at full doses, which nobody would go on giving
//   cardiac index           below 1.2 L/min/m²  chosen between what the dying still lived on, 4.5 mL of oxygen a minute and
//                                               kilogram: 0.9 (Ronco, JAMA 1993;270:1724), and where the anaesthetised began to
//                                               lack oxygen, 330 mL/min/m²: 1.7 (Shibutani, Crit Care Med 1983;11:640); both
//                                               from memory, with 200 mL of oxygen in a litre of blood
//   for                     a day               chosen: shock kills within hours to days, and what is done within them counts
//
// What carries the circulation (drugs, a balloon) raises pressure and output: a supported heart lives by these limits, too.

import Circulation

/// The end of a course.
public struct CourseEnd: Sendable, Equatable {
  public enum Cause: Sendable, Equatable { case noBeat, pressure, output }

  public let cause: Cause
  /// Since the course began.
  public let days: Double
  /// The pressure, mmHg, or the index, L/min/m²; nil where there is no beat.
  public let value: Double?

  /// mmHg, L/min/m², and for how many days.
  public static let leastPressure = 50.0
  public static let shockIndex = 1.8
  public static let leastIndex = 1.2
  public static let grace = 1.0

  init(noBeatOn days: Double) {
    cause = .noBeat
    self.days = days
    value = nil
  }

  /// Nil where the circulation sustains life.
  init?(_ now: Haemodynamics, bodySurface: Double, on days: Double) {
    let index = now.output / bodySurface
    let isLow = now.arterialPressure < Self.leastPressure && index < Self.shockIndex
    guard isLow || index < Self.leastIndex else { return nil }
    self.days = days
    cause = isLow ? .pressure : .output
    value = cause == .pressure ? now.arterialPressure : index
  }
}
