// Our rule: a valve that is called suitable for edge-to-edge repair, with a measured anatomy that speaks against it, is
// to be looked at again. The limits stand in `TeerCriteria.anatomy`.

import Findings

extension Condition {
  private static var anatomyFails: Condition {
    var fails: [Condition] = []
    for criterion in TeerCriteria.anatomy { fails.append(.not(criterion.condition)) }
    return .any(fails)
  }
  static let unsuitableAnatomy = Condition.asFarAsTold(
    "an anatomical limit of edge-to-edge repair exceeded", anatomyFails)
}

extension RuleBook {
  static let teerAnatomy: [Rule] = [
    Rule(
      "mitral-teer-anatomy", Guideline.allCases, .own,
      "limits of the EVEREST trial; an area of 4 cm² (ESC/EACTS 2025 §9.2)", nil, nil,
      .furtherImaging,
      "The valve is called suitable for edge-to-edge repair, but what was measured of it exceeds a usual limit: look "
        + "again by transoesophageal echocardiography.",
      when: .all([.teerSuitable, .nativeValve, .unsuitableAnatomy]), evidence: .partRead)
  ]
}
