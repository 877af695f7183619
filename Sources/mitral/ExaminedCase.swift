// A case's heart before the examiner: fitted where it was measured, else as stated, under loads where asked.

import Reports
import Statements
import Assessment
import Twin
import Cases
import Circulation
import Course
import Findings
import Instruments

/// The heart of a case, brought to its beat.
struct ExaminedCase {
  let patient: Case
  let examined: Examined

  /// - Parameters:
  ///   - file: as given on the command line; for messages.
  ///   - seed: of an irregular rhythm.
  /// - Throws: after saying on standard error why this case cannot be examined.
  init(_ file: String, overrides: [String] = [], seed: UInt64 = 1) throws {
    patient = try CaseSource.read(file, overrides: overrides)
    let heart = try patient.heartToSimulate(file)
    guard
      let examined = Examined(heart, body: patient.body, settings: IrregularSettings(beats: 30, seed: seed))
    else {
      CaseSource.complain("\(file): this heart cannot be simulated: \(heart.likelyFault).")
      throw CaseSource.cannotSimulate
    }
    self.examined = examined
  }

  /// What must be known beside the readings; a sentence or two each.
  var notes: [String] {
    patient.setAside(isFitted: patient.canBeFitted, regurgitantVolume: examined[.RVol])
  }
}

extension Case {
  /// The heart that explains the measurements, or the one that the case states.
  ///
  /// - Throws: after saying on standard error why there is none.
  func heartToSimulate(_ file: String) throws -> HeartDefinition {
    try CaseSource.telling(file) { () throws(SimulationFailure) in try heartToSimulate() }
  }
}
