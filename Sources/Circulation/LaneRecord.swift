import Lanes

/// A struct made of `Real`s only, which may be read as a flat vector of them.
///
/// This lets eight hearts be packed into one word, a lane taken out again and a state treated as a vector without a
/// list of its fields in a second place.
public protocol LaneRecord: Sendable {
  associatedtype Real: Lane
}

extension LaneRecord {
  /// How many numbers a lane of the record has.
  @inlinable
  public static var fieldCount: Int { MemoryLayout<Self>.size / MemoryLayout<Real>.stride }

  /// The record as a vector of `fieldCount` numbers per lane, in the order of its fields.
  @inlinable
  public mutating func withFields<Result>(_ body: (UnsafeMutableBufferPointer<Real>) -> Result) -> Result {
    withUnsafeMutableBytes(of: &self) { body($0.bindMemory(to: Real.self)) }
  }

  /// Puts one heart's record into a lane.
  public mutating func setLane<Single: LaneRecord>(_ lane: Int, to single: Single) where Single.Real == Double {
    var single = single
    precondition(Self.fieldCount == Single.fieldCount, "records of different shape")
    withFields { wide in
      single.withFields { narrow in
        for field in 0..<wide.count { wide[field][lane: lane] = narrow[field] }
      }
    }
  }

  /// Copies one lane of the record into one heart's record.
  public func copyLane<Single: LaneRecord>(_ lane: Int, into single: inout Single) where Single.Real == Double {
    var copy = self
    precondition(Self.fieldCount == Single.fieldCount, "records of different shape")
    copy.withFields { wide in
      single.withFields { narrow in
        for field in 0..<wide.count { narrow[field] = wide[field][lane: lane] }
      }
    }
  }
}

extension LaneRecord {
  /// The same record in every lane.
  public static func broadcast<Single: LaneRecord>(_ single: Single) -> Self where Single.Real == Double {
    var single = single
    return withUnsafeTemporaryAllocation(of: Self.self, capacity: 1) { room in
      let raw = UnsafeMutableRawBufferPointer(room)
      let wide = raw.bindMemory(to: Real.self)
      precondition(wide.count == Single.fieldCount, "records of different shape")
      single.withFields { narrow in
        for field in 0..<wide.count { wide[field] = Real(narrow[field]) }
      }
      return raw.load(as: Self.self)
    }
  }
}
