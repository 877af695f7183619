// Where blood pressure should lie, by rule set and age. AHA/ACC 2025: below 130/80. ESC 2024: 120–129 systolic where
// tolerated. ESC 2021: 120–130 up to 69 years, 130–139 from 70 on, diastolic below 80.

import Findings

/// A target for blood pressure, mmHg.
struct PressureGoal: Sendable {
  /// The least of the systolic range; nil where only an upper end is given.
  let lower: Double?
  /// The end of the systolic range.
  let upper: Double
  /// How a systolic pressure that is too high stands to `upper`: at least, or above where the end itself is on target.
  let tooHigh: Comparison
  /// A diastolic pressure of this much is too high; nil where no target is given.
  let diastolic: Double?
  /// The whole target, for clinicians.
  let shown: String
  /// The systolic one: "120 to 130".
  let range: String
  /// What to aim for, in plain words: "130 or below".
  let aim: String
  let source: RuleSource
  let evidence: Evidence

  /// - Parameter age: years; nil counts as below 70.
  init(_ guideline: Guideline, age: Double?) {
    switch guideline {
    case .accAha2020:
      (lower, upper, tooHigh, diastolic) = (nil, 130, .atLeast, 80)
      (shown, range, aim) = ("below 130/80 mmHg", "below 130", "below 130")
      (source, evidence) = (.pressureAha2025, .read)
    case .escEacts2025:
      (lower, upper, tooHigh, diastolic) = (120, 130, .atLeast, nil)
      (shown, range, aim) = ("120 to 129 mmHg systolic, where tolerated", "120 to 129", "below 130")
      (source, evidence) = (.pressureEsc2024, .recalled)
    case .escEacts2021:
      (source, evidence, diastolic) = (.preventionEsc2021, .read, 80)
      if let age, age >= 70 {
        (lower, upper, tooHigh) = (130, 140, .atLeast)
        (shown, range) = ("130 to 139 mmHg systolic, diastolic below 80 mmHg", "130 to 139")
        aim = "below 140"
      } else {
        (lower, upper, tooHigh) = (120, 130, .above)
        (shown, range) = ("120 to 130 mmHg systolic, diastolic below 80 mmHg", "120 to 130")
        aim = "130 or below"
      }
    }
  }
}
