// A set of findings by bits is the set that it stands for.

import Findings
import Testing

@Suite struct FindingSetTests {
  /// Every finding is in some of these, none in all.
  private let sets: [[FindingID]] = (2...9).map { step in FindingID.allCases.filter { $0.rawValue % step == 0 } }

  @Test func itHoldsWhatWasPutInAndNothingElse() {
    for list in sets {
      let set = FindingSet(list)
      #expect(FindingID.allCases.filter { set.contains($0) } == list)
      #expect(set.count == list.count && set.isEmpty == list.isEmpty)
    }
    #expect(FindingSet().isEmpty)
  }

  @Test func unionsIntersectionsAndDisjointnessAreThoseOfSets() {
    for one in sets {
      for other in sets {
        let (a, b) = (Set(one), Set(other))
        var union = FindingSet(one)
        union.formUnion(FindingSet(other))
        #expect(union == FindingSet(a.union(b)))
        #expect(FindingSet(one).intersection(FindingSet(other)) == FindingSet(a.intersection(b)))
        let rest = a.subtracting(b)
        #expect(FindingSet(rest).isDisjoint(with: FindingSet(other)))
        #expect(FindingSet(one).isDisjoint(with: FindingSet(other)) == a.isDisjoint(with: b))
      }
    }
  }
}
