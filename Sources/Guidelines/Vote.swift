// EROA, RVol and RF in different bins: our rule, since the guidelines leave it to judgement.
//
// One bin for all: definite. Neighbouring bins: the majority's, else the higher where a specific sign of a severe leak
// is there, else the lower; probable. Bins two or more apart: indeterminate, and the outlier is named, the one farthest
// from the middle; where both ends are as far, the low one if a severe sign is there, else the high one. The bin of
// three numbers is the middle one's in any case: it does not hang on how far off the outlier is, and so it never falls
// when a number rises (dropping the outlier and taking the lower of the others would: II, III, III is III, but II, III,
// IV would be II).

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
    case 0 where combination == .anyOne && low.bin == 3 && Self.shownInLastBin(numbers):
      bin = 4
      confidence = .probable
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
      outlier = counted[Self.odd(counted, severeSigns)].finding
      bin = Self.between(counted, severeSigns)
      confidence = .indeterminate
    }
  }

  /// A number without a vote of its own (RF of a measured RVol) reaches the last bin: it is one of the three numbers
  /// all the same, where one is enough.
  private static func shownInLastBin(_ numbers: [LeakNumber]) -> Bool {
    for number in numbers where number.finding == .RF && !number.counts && number.bin == 4 { return true }
    return false
  }

  /// The bin of sorted numbers.
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
