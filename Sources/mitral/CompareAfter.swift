// The one place where `compare` meets time: what has become of the treated hearts days or months later.

import Cases
import Circulation
import Treatments
import Twin

extension Compare {
  /// The untreated heart and each treated one after a time, the body answering and the heart growing or shrinking.
  ///
  /// This version does not follow hearts over time: says so and ends with status 1.
  static func after(
    _ span: TimeSpan, patient: Case, heart: HeartDefinition, from state: State<Double>, plans: [TreatmentPlan]
  ) throws -> [TreatmentOutcome] {
    CaseSource.complain(
      "--after \(span): this version shows treatments at once and does not follow hearts over time yet; leave --after out."
    )
    throw CaseSource.cannotSimulate
  }
}
