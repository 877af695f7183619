// Which findings, without their values: a set that needs no hashing, and so lives in the browser, too.

/// A set of findings, one bit each.
public struct FindingSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var words: [UInt64]

  public init() {
    words = [UInt64](repeating: 0, count: (FindingID.allCases.count + 63) / 64)
  }

  public init(_ findings: some Sequence<FindingID>) {
    self.init()
    for finding in findings { insert(finding) }
  }

  public init(arrayLiteral findings: FindingID...) { self.init(findings) }

  public mutating func insert(_ finding: FindingID) {
    words[finding.rawValue / 64] |= 1 << UInt64(finding.rawValue % 64)
  }

  public mutating func formUnion(_ other: FindingSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  public func contains(_ finding: FindingID) -> Bool {
    words[finding.rawValue / 64] >> UInt64(finding.rawValue % 64) & 1 == 1
  }

  public func isDisjoint(with other: FindingSet) -> Bool {
    words.indices.allSatisfy { words[$0] & other.words[$0] == 0 }
  }

  public func intersection(_ other: FindingSet) -> FindingSet {
    var both = self
    for index in words.indices { both.words[index] &= other.words[index] }
    return both
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
