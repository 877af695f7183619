// Why a case cannot be assessed by a heart, and what can be said of it nevertheless.

import Findings
import Guidelines
import Twin

/// No heart was found that the case's numbers could come from.
public struct AssessmentFailure: Error, Sendable {
  public enum Reason: Sendable, Equatable {
    /// Nothing that a beat answers for was measured.
    case nothingToFit
    /// The heart as described, or where the search begins, does not beat.
    case doesNotBeat
    /// The likeliest heart misses these measurements grossly, the worst first.
    case irreconcilable([Residual])
    /// Whoever asked wants it no more.
    case stopped
  }

  public let reason: Reason
  /// What the rules make of the findings alone.
  public let judgement: Judgement
}
