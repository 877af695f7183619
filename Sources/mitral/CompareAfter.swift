// The one place where `compare` meets time: what has become of the treated hearts days or months later.

import Assessment
import ArgumentParser
import Cases
import Circulation
import Quantities
import Treatments
import Twin

extension Compare {
  /// The longest time that an infusion or a balloon carries a patient, days: beyond it they are no treatment any more.
  static let longestBridge = 14.0

  /// The untreated heart and each treated one after a time, the body answering and the heart growing or shrinking. The
  /// valve itself is held as it is, so that only what the treatment does is seen.
  func after(_ outcomes: [TreatmentOutcome], patient: Case) throws -> [TreatmentOutcome] {
    if after.days > Self.longestBridge {
      let bridges = outcomes.flatMap(\.given).filter(\.treatment.isBridge)
      guard bridges.isEmpty else {
        let names = bridges.map(\.treatment.identifier).joined(separator: ", ")
        throw ValidationError(
          "\(names) only bridges hours or days until the valve is mended; --after \(after) is beyond the "
            + "\(Int(Self.longestBridge)) days allowed for it")
      }
    }
    let start = try CourseStart(patient, file: file, holdsLesion: true)
    return TreatmentOutcome.follow(
      outcomes, from: start.course, for: after.days, bodySurface: patient.body.bodySurface)
  }
}
