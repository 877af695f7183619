// What the simulator takes as the way a valve leaks and what the judgement names as its mechanism: where both say
// something, they say the same.

import Cases
import Findings
import Guidelines
import Lesions
import Statements
import Testing

extension ValveMechanism {
  /// The ways of following the heart that go with it.
  fileprivate var simulated: [LeakMechanism] {
    switch self {
    case .perforation, .cleft, .rheumatic, .calcification, .fibrosis: [.fixed]
    case .flail, .papillaryRupture: [.flail]
    // Late only where that was seen.
    case .prolapse: [.prolapse, .flail]
    case .tethering, .ventricularDilatation: [.tethering]
    case .annularDilatation: [.ring]
    }
  }
}

@Suite struct CauseAgreementTests {
  private func agree(_ text: String, mustBeKnown: Bool = false) throws {
    let patient = try read(text)
    guard let today = CalendarDate("2026-03-02") else { preconditionFailure("a date") }
    let cause = Picture(patient.record(on: today), guideline: .escEacts2025).cause
    guard let mechanism = cause.mechanism else {
      #expect(!mustBeKnown, "\(text): undetermined")
      return
    }
    let choice = patient.leakMechanism
    #expect(
      mechanism.simulated.contains(choice.mechanism),
      "\(text): \(mechanism.rawValue), simulated as \(choice.mechanism) (\(choice.reason))")
  }

  @Test(arguments: LesionCatalogue.all.map(\.identifier)) func everyStatedLesionIsTakenAsItself(kind: String) throws {
    try agree("lesions: [{kind: \(kind)}]", mustBeKnown: true)
  }

  @Test(arguments: [
    "flail", "papillaryRupture", "perforation", "cleft", "rheumaticLeaflets", "prolapse", "tenting",
  ]) func everySignIsReadAlike(sign: String) throws {
    try agree("findings: {\(sign): true}", mustBeKnown: true)
    try agree("findings: {\(sign): true, LVEF: 30 %}", mustBeKnown: true)
    try agree("findings: {\(sign): true, jetTiming: mid-late}", mustBeKnown: true)
  }

  @Test(arguments: HistoryItem.allCases, ["", ", LVEF: 62 %", ", LVEF: 45 %", ", LVEF: 30 %"])
  func everyIllnessIsReadAlike(item: HistoryItem, more: String) throws {
    for presentation in ["chronic", "acute"] {
      try agree("presentation: \(presentation)\nhistory: [\(item.rawValue)]\nfindings: {HR: 70 /min\(more)}")
    }
  }
}
