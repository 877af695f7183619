// A set of measured or simulated values: the form in which instruments, the twin and the guidelines hand them on.

/// Values by finding, each in the unit of the finding's spec. A dense table, cheap to read and copy.
public struct FindingValues: Sendable, Equatable {
  private var table: [Double?]

  /// No values.
  public init() {
    table = [Double?](repeating: nil, count: FindingID.allCases.count)
  }

  /// The value in the spec's unit; nil when it is not known.
  public subscript(_ id: FindingID) -> Double? {
    get { table[id.rawValue] }
    set { table[id.rawValue] = newValue }
  }

  /// The findings that have a value, in the order of the catalogue.
  public var present: [FindingID] {
    var known: [FindingID] = []
    for id in FindingID.allCases where table[id.rawValue] != nil { known.append(id) }
    return known
  }
}
