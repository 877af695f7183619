// Which artificial valve, where a valve must be replaced: by age. ESC/EACTS 2025, Recommendation Table 13 (read);
// ACC/AHA 2020 (from memory). These rules speak where surgery is indicated and a durable repair is not likely.

import Findings

extension Condition {
  /// A history that lists no plan does not rule it out: it is asked of women under 50, and of those whose sex or age
  /// nobody told.
  static let wishForPregnancy = Condition.fact("a wish for pregnancy") { picture in
    let record = picture.record
    if record.lists(.pregnancy) == true { return .yes("history: pregnancy") }
    if planningPregnancy.evaluate(picture).truth == .yes { return .yes("history: planning pregnancy") }
    return mayBearChildren.evaluate(picture).truth == .no ? .no("") : .unlisted
  }
}

extension RuleBook {
  static let prosthesis: [Rule] = [
    Rule(
      "esc-2025-T13-mechanical", [.escEacts2025], .escEacts2025, "Recommendation Table 13", .twoA, "C",
      .mechanicalProsthesis,
      "Where the mitral valve must be replaced, consider a mechanical one under 65 years of age.",
      when: .all([
        .mitralOperationEsc2025, .not(.durableRepairLikely), .age(.below, 65),
        .without(.untold("a reason against lifelong anticoagulation")), .without(.wishForPregnancy),
      ])),
    Rule(
      "esc-2025-T13-biological", [.escEacts2025], .escEacts2025, "Recommendation Table 13", .twoA, "C",
      .biologicalProsthesis,
      "Where the mitral valve must be replaced, consider a biological one over 70 years of age.",
      when: .all([.mitralOperationEsc2025, .not(.durableRepairLikely), .age(.above, 70)])),
    Rule(
      "esc-2025-T13-pregnancy", [.escEacts2025], .escEacts2025, "Recommendation Table 13", .twoA, "C",
      .biologicalProsthesis,
      "Where the mitral valve must be replaced in a woman who plans a pregnancy, consider a biological valve.",
      when: .all([
        .mitralOperationEsc2025, .not(.durableRepairLikely), .planningPregnancy,
      ])),
    Rule(
      "acc-2020-mechanical", [.accAha2020], .accAha2020, "choice of prosthesis", .twoA, nil, .mechanicalProsthesis,
      "Where the mitral valve must be replaced, a mechanical one is reasonable under 65 years of age.",
      when: .all([
        .operationAcc2020, .not(.durableRepairLikely), .age(.below, 65),
        .without(.untold("a reason against lifelong anticoagulation")),
      ]), evidence: .recalled),
  ]
}
