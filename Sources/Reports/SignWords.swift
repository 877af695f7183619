// What was seen rather than measured, in words for people. Files and JSON keep the words of the catalogue.

import Findings

extension QualitativeID {
  /// What a sign's word means, as it completes "mitral inflow: …": "A wave the larger" for `a-dominant`.
  public func plain(_ word: String) -> String {
    switch (self, word) {
    case (_, "true"): "yes"
    case (_, "false"): "no"
    case (.jetTiming, "early"): "early systolic"
    case (.jetTiming, "mid-late"): "mid to late systolic"
    case (.inflow, "a-dominant"): "A wave the larger"
    case (.inflow, "e-dominant"): "E wave the larger"
    case (.inflow, "variable"): "neither wave always the larger"
    case (.pulmonaryVein, "systolic-dominant"): "larger in systole"
    case (.pulmonaryVein, "blunted"): "blunted in systole"
    case (.pulmonaryVein, "reversed"): "reversed in systole"
    case (.jet, "central-small"): "small and central"
    case (.jet, "central-large"): "large and central"
    case (.jet, "eccentric"): "eccentric, along a wall"
    default: word.replacing("-", with: " ")
    }
  }
}
