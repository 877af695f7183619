// Why no heart explains a case, in sentences.

import Assessment
import Drawing
import Findings
import Twin

extension AssessmentFailure {
  /// For people, a sentence or two each.
  public var sentences: [String] {
    switch reason {
    case .nothingToFit:
      [
        "nothing to fit a heart to: none of the findings given follows from a beat. "
          + "Volumes, pressures, flows or the leak's EROA, RVol or RF would (`mitral catalogue findings`)."
      ]
    case .stopped: ["stopped before it was done."]
    case .doesNotBeat: ["the heart that this case describes cannot be simulated."]
    case .irreconcilable(let misses):
      ["these measurements cannot come from one heart, whatever their usual errors:"]
        + misses.map(Self.told) + [
          "Look for a slip of the pen, a wrong unit, or measurements of different days; a date (`on:`) or an error (`sd:`) beside a "
            + "measurement tells the fit."
        ]
    }
  }

  /// "RVol 150 mL by pisa: the likeliest heart has 71 mL, 4.8 of its standard errors (17 mL) less."
  private static func told(_ miss: Residual) -> String {
    let id = miss.finding
    let by = miss.method.isEmpty ? "" : " by \(miss.method)"
    let error = NumberText.shown(miss.standardError, digits: TerminalTable.errorDigits(ResidualLine(miss)))
    return
      "  \(id.identifier) \(id.quantity(miss.measured))\(by): the likeliest heart has \(id.quantity(miss.fitted)), "
      + "\(NumberText.fixed(miss.zScore.magnitude, digits: 1)) of its standard errors (\(error)"
      + (id.shownUnit.isEmpty ? "" : " " + id.shownUnit) + ") \(miss.zScore > 0 ? "less" : "more")."
  }
}
