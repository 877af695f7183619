// The criteria of the clip, line by line, and what became of patients in trials, at the terminal.

import Findings
import Guidelines

extension JudgementText {
  /// Whether a clip is a question: a severe leak that is secondary to the ventricle, or one whose anatomy was measured.
  private var asksForClip: Bool {
    let picture = judgement.picture
    let isVentricular = picture.cause.cause == .secondaryVentricular || picture.cause.cause == .mixed
    return picture.severity.grade == .severe && isVentricular && !judgement.acuity.isAcute
  }

  var teerCriteria: [String] {
    var results = asksForClip ? TeerCriteria.checklist(judgement.picture) : []
    results += TeerCriteria.measuredAnatomy(judgement.picture)
    guard !results.isEmpty else { return [] }
    return [heading("Criteria of edge-to-edge repair by catheter")] + results.flatMap { lines($0.line, indent: 2) }
  }

  var trials: [String] {
    let anchors = TrialAnchor.anchors(for: judgement)
    guard !anchors.isEmpty else { return [] }
    return [heading("What happened in trials and series (to groups, not to one person)")]
      + anchors.flatMap { lines("\($0.name) \($0.year), \($0.base): \($0.result)", indent: 2) }
  }
}
