import Lanes

/// One beat of one heart, as recorded: what instruments look at.
public struct RecordedBeat: Sendable {
  /// `steps + 1` samples from atrial activation to the next.
  public let samples: [Sample<Double>]
  /// Distance of samples, s.
  public let step: Double
  /// Ventricular activation, s after atrial activation.
  public let ventricularActivation: Double
  /// What came before and after, of a beat in an irregular rhythm; nil for a beat that repeats itself.
  public let neighbours: BeatNeighbours?

  public init(
    samples: [Sample<Double>], step: Double, ventricularActivation: Double, neighbours: BeatNeighbours? = nil
  ) {
    self.samples = samples
    self.step = step
    self.ventricularActivation = ventricularActivation
    self.neighbours = neighbours
  }

  /// The next beat's ventricular activation, s from the beginning of this beat.
  public var nextActivation: Double { neighbours?.nextActivation ?? ventricularActivation + cycle }

  /// Whether the beat is made of numbers; that of a heart that diverged may not be.
  public var isFinite: Bool {
    step.isFinite && ventricularActivation.isFinite
      && samples.allSatisfy { sample in
        var copy = sample
        return copy.withFields { fields in fields.allSatisfy { $0.isFinite } }
      }
  }

  /// Whether every chamber holds blood all through the beat.
  var keepsBlood: Bool {
    samples.allSatisfy {
      $0.leftVentricularVolume > 0.5 && $0.rightVentricularVolume > 0.5 && $0.leftAtrialVolume > 0.5
        && $0.rightAtrialVolume > 0.5
    }
  }

  /// Length of the beat, s.
  public var cycle: Double { Double(samples.count - 1) * step }

  /// One signal of the beat.
  public func trace(_ signal: (Sample<Double>) -> Double) -> Trace {
    guard let neighbours else { return Trace(values: samples.map(signal), step: step) }
    return Trace(
      values: samples.map(signal), step: step, before: neighbours.before.map(signal),
      after: neighbours.after.map(signal))
  }
}

/// What came just before and just after a beat of an irregular rhythm.
public struct BeatNeighbours: Sendable {
  /// The samples up to the beat's first, and those from its last on, neither of these among them.
  public let before: [Sample<Double>]
  public let after: [Sample<Double>]
  /// The next beat's ventricular activation, s from the beginning of this beat.
  public let nextActivation: Double
  /// Whether an atrial contraction belongs to this beat.
  public let followsAtria: Bool

  public init(
    before: [Sample<Double>], after: [Sample<Double>], nextActivation: Double, followsAtria: Bool
  ) {
    self.before = before
    self.after = after
    self.nextActivation = nextActivation
    self.followsAtria = followsAtria
  }
}

extension Heart {
  /// Records one beat of every lane from the given states. (A periodic beat is recorded from its beginning.)
  public func record(from states: State<Real>, steps: Int) -> [RecordedBeat] {
    var end = states
    return record(advancing: &end, steps: steps)
  }

  /// The same, the states becoming those at the end of the beat.
  public func record(advancing end: inout State<Real>, steps: Int) -> [RecordedBeat] {
    return withUnsafeTemporaryAllocation(of: Sample<Real>.self, capacity: steps + 1) { room in
      guard let base = room.baseAddress else { return [] }
      _ = runBeat(&end, steps: steps, record: base)
      let wide = UnsafeMutableRawBufferPointer(room).bindMemory(to: Real.self)
      return (0..<Real.laneCount).map { lane in
        RecordedBeat(
          samples: Self.takeLane(lane, of: wide, samples: steps + 1), step: step[lane: lane],
          ventricularActivation: atrioventricularDelay[lane: lane])
      }
    }
  }

  static func takeLane(_ lane: Int, of wide: UnsafeMutableBufferPointer<Real>, samples: Int) -> [Sample<Double>] {
    [Sample<Double>](unsafeUninitializedCapacity: samples) { room, count in
      let narrow = UnsafeMutableRawBufferPointer(room).bindMemory(to: Double.self)
      for index in 0..<samples * Sample<Double>.fieldCount { narrow[index] = wide[index][lane: lane] }
      count = samples
    }
  }
}
