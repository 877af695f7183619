import Lanes

// The periodic beat: the state that a beat brings back to itself.
//
// Waiting for it takes some fifty beats, because blood is slow to settle between the veins and the arteries. Anderson's
// acceleration (J ACM 1965;12:547; Walker & Ni, SIAM J Numer Anal 2011;49:1715) finds it in about ten: from the last
// few beats it learns how a change of the start changes the end, and steps to where the two would be equal.
// Combinations have weights that add up to one, so the blood volume is kept to rounding.

/// How the search for a periodic beat ended, for one heart.
public enum BeatStatus: Sendable, Equatable {
  /// The beat repeats itself.
  case periodic
  /// It did not within the beats allowed.
  case notPeriodic
  /// Numbers stopped being a heart's: not finite, an empty or bursting chamber, walls that cannot be balanced.
  case diverged

  /// The word that results use.
  public var name: String {
    switch self {
    case .periodic: "periodic"
    case .notPeriodic: "not-periodic"
    case .diverged: "diverged"
    }
  }
}

/// What the search is held to.
public struct PeriodicSearch: Sendable {
  /// Beats after which the search gives up.
  public var maximumBeats = 60
  /// Largest change of any compartment over a beat, as a share of its volume, that counts as none.
  public var tolerance = 2e-5
  /// Beats remembered by the acceleration.
  public var depth = 6

  public init() {}
}

/// The search of one lane.
struct LaneSearch {
  private(set) var status: BeatStatus?
  private(set) var beats = 0
  private(set) var residual = Double.infinity
  private var starts: [[Double]] = []
  private var changes: [[Double]] = []
  private var failures = 0
  private let search: PeriodicSearch

  init(_ search: PeriodicSearch) { self.search = search }

  static var volumeCount: Int { Volumes<Double>.fieldCount }

  /// Takes in one beat and says where the next should start; nil when this lane is done.
  ///
  /// - Parameters: the state's fields at the beginning and at the end of the beat (volumes come first in `State`).
  mutating func next(start: [Double], end: [Double], correction: Double) -> [Double]? {
    beats += 1
    guard Self.isHeart(end), correction < 1 else {
      if let next = nearer(start) { return next }
      status = .diverged
      return nil
    }
    var change = [Double](repeating: 0, count: start.count)
    residual = 0
    for i in 0..<start.count {
      change[i] = end[i] - start[i]
      if i < Self.volumeCount { residual = max(residual, change[i].magnitude / max(end[i].magnitude, 10)) }
    }
    if residual < search.tolerance {
      status = .periodic
      return nil
    }
    if beats >= search.maximumBeats {
      status = .notPeriodic
      return nil
    }
    starts.append(start)
    changes.append(change)
    if starts.count > search.depth + 1 {
      starts.removeFirst()
      changes.removeFirst()
    }
    let guess = accelerated()
    return Self.isNear(guess, end) ? guess : end
  }

  /// Where to begin anew when a beat on the way fails: nearer to where the last good one began. What a heart passes
  /// through before it repeats itself is no beat of its own, and now and then one step of it is too much for the walls.
  /// Nil where no beat went well before, and after three attempts.
  private mutating func nearer(_ start: [Double]) -> [Double]? {
    guard let good = starts.last, failures < 3 else { return nil }
    failures += 1
    return zip(start, good).map { 0.8 * $0 + 0.2 * $1 }
  }

  static func isHeart(_ fields: [Double]) -> Bool {
    fields.allSatisfy { $0.isFinite } && fields[..<4].allSatisfy { $0 > 1 && $0 < 2000 }
      && fields[4..<volumeCount].allSatisfy { $0 > 0 }
  }

  /// Whether a step of the acceleration stays where a heart can be.
  private static func isNear(_ guess: [Double], _ end: [Double]) -> Bool {
    for i in 0..<volumeCount where !((guess[i] - end[i]).magnitude < 0.35 * end[i].magnitude) { return false }
    return true
  }

  /// The least-squares combination of the remembered beats (differences orthogonalised one by one, newest first).
  private func accelerated() -> [Double] {
    let last = starts.count - 1
    var guess = starts[last]
    for i in guess.indices { guess[i] += changes[last][i] }
    var rest = Array(changes[last][..<Self.volumeCount])
    let size = Self.norm(rest)
    var basis: [(unit: [Double], step: [Double])] = []
    for k in stride(from: last, to: 0, by: -1) {
      var direction = (0..<Self.volumeCount).map { changes[k][$0] - changes[k - 1][$0] }
      var step = guess.indices.map { starts[k][$0] - starts[k - 1][$0] + changes[k][$0] - changes[k - 1][$0] }
      let before = Self.norm(direction)
      for known in basis {
        let share = Self.dot(known.unit, direction)
        for i in direction.indices { direction[i] -= share * known.unit[i] }
        for i in step.indices { step[i] -= share * known.step[i] }
      }
      let length = Self.norm(direction)
      guard length > 1e-3 * before, length > 1e-9 * (1 + size) else { continue }
      for i in direction.indices { direction[i] /= length }
      for i in step.indices { step[i] /= length }
      basis.append((direction, step))
      let share = Self.dot(direction, rest)
      for i in rest.indices { rest[i] -= share * direction[i] }
      for i in guess.indices { guess[i] -= share * step[i] }
    }
    return guess
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private static func norm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }
}

/// The periodic beats of one or eight hearts.
public struct PeriodicBeats<Real: Lane> {
  /// The states at the beginning of the beat.
  public var states: State<Real>
  /// For each lane how the search ended, after how many beats, and the last relative change of any volume over a beat.
  public var status: [BeatStatus]
  public var beats: [Int]
  public var residual: [Double]
}

extension Heart {
  /// Searches the periodic beat of every lane, each by itself: a lane that is done is not touched any more, and a lane
  /// that diverges does so alone.
  public func findPeriodicBeats(
    from initial: State<Real>, steps: Int, search: PeriodicSearch = PeriodicSearch()
  ) -> PeriodicBeats<Real> {
    var start = initial
    var lanes = [LaneSearch](repeating: LaneSearch(search), count: Real.laneCount)
    while lanes.contains(where: { $0.status == nil }) {
      var end = start
      let correction = runBeat(&end, steps: steps, record: nil)
      for lane in lanes.indices where lanes[lane].status == nil {
        let next = lanes[lane].next(
          start: start.fields(lane: lane), end: end.fields(lane: lane), correction: correction[lane: lane])
        if let next { start.setFields(lane: lane, to: next) }
      }
    }
    return PeriodicBeats(
      states: start, status: lanes.map { $0.status ?? .notPeriodic }, beats: lanes.map { $0.beats },
      residual: lanes.map { $0.residual })
  }
}

extension LaneRecord {
  /// One lane as a plain vector.
  func fields(lane: Int) -> [Double] {
    var copy = self
    return copy.withFields { fields in fields.map { $0[lane: lane] } }
  }

  /// Sets one lane from a plain vector.
  mutating func setFields(lane: Int, to values: [Double]) {
    withFields { fields in
      for index in fields.indices { fields[index][lane: lane] = values[index] }
    }
  }
}
