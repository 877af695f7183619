// EROA, RVol and RF in different bins: our rule, since the guidelines leave it to judgement.
//
// One bin for all: definite. Neighbouring bins: the majority's, else the higher where a specific sign of a severe leak
// is there, else the lower; probable. Bins two or more apart: indeterminate, and the outlier is named, the one farthest
// from the middle; where both ends are as far, the low one if a severe sign is there, else the high one.

import Findings

/// What the numbers together say.
struct Vote {
  var bin: Int
  var confidence: Confidence
  var outlier: FindingID?

  /// Nil when no number counts.
  init?(_ numbers: [LeakNumber], severeSigns: Int, combination: SeverityThresholds.Combination) {
    var counted: [LeakNumber] = []
    for number in numbers where number.counts { counted.append(number) }
    counted.sort { $0.bin < $1.bin }
    guard let low = counted.first, let high = counted.last else { return nil }
    outlier = nil
    if counted.count == 1 {
      bin = low.bin
      confidence = .probable
      return
    }
    switch high.bin - low.bin {
    case 0:
      bin = low.bin
      confidence = .definite
    case 1:
      confidence = .probable
      if combination == .anyOne, high.bin == 4 {
        bin = 4
      } else {
        bin = Self.between(counted, severeSigns)
      }
    default:
      let odd = Self.odd(counted, severeSigns)
      outlier = counted[odd].finding
      counted.remove(at: odd)
      bin = Self.between(counted, severeSigns)
      confidence = .indeterminate
    }
  }

  /// The bin of numbers in the same or in neighbouring bins, sorted.
  private static func between(_ counted: [LeakNumber], _ severeSigns: Int) -> Int {
    if counted.count == 3 { return counted[1].bin }
    return severeSigns > 0 ? counted[counted.count - 1].bin : counted[0].bin
  }

  /// The place of the number that fits the others least, sorted by bin.
  private static func odd(_ counted: [LeakNumber], _ severeSigns: Int) -> Int {
    let last = counted.count - 1
    if counted.count == 3 {
      let below = counted[1].bin - counted[0].bin
      let above = counted[2].bin - counted[1].bin
      if below != above { return below > above ? 0 : last }
    }
    return severeSigns > 0 ? 0 : last
  }
}
