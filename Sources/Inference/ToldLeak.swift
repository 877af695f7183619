// A leak that is told of and of which nothing is measured: a heart that does not have it is not this patient's, and nobody
// may show it without saying so.

import Findings
import Statements

extension MeasuredPatient {
  /// What speaks of a mitral leak without saying how large it is: the report's grade and what was seen of the leaflets.
  public var toldLeak: [String] {
    let signs = record.signs
    var told: [String] = []
    if let grade = signs.mitralGrade, grade != .none {
      told.append("a leak reported as \(QualitativeID.MRgrade.spec.values[grade.rawValue])")
    }
    for sign in [QualitativeID.flail, .papillaryRupture, .perforation, .cleft, .prolapse, .rheumaticLeaflets]
    where signs.has(sign) {
      told.append(sign.spec.name.prefix(1).lowercased() + sign.spec.name.dropFirst())
    }
    return told
  }

  /// The warning that the heart shown lacks the leak that the case tells of; nil where it leaks, or nothing is told.
  ///
  /// - Parameter regurgitantVolume: of the heart shown, mL.
  public func missingLeak(regurgitantVolume: Double?) -> String? {
    guard !toldLeak.isEmpty, (regurgitantVolume ?? 0) < 2 else { return nil }
    return "This heart does not have the patient's leak. The case tells of \(toldLeak.joined(separator: ", ")), and "
      + "measures nothing that says how large it is: give EROA, RVol or volumes under `findings`, or state it under "
      + "`lesions`."
  }
}
