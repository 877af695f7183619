// The search for the steady state of a heart in a body that answers; what is searched stands in `RegulatedHeart.swift`.

import Circulation
import Lanes
import Quantities

extension RegulatedHeart {
  /// Searches the steady state.
  ///
  /// - Parameters:
  ///   - answering: what of the body answers; nothing: the heart as it stands.
  ///   - start: the steady state of a similar heart, to start from.
  ///   - days: how long the kidneys had, from the heart's present blood volume on; any time when nil.
  /// - Returns: nil when no beat was found.
  public func settled(
    _ answering: Answering, from start: RegulatedBeat? = nil, after days: Double? = nil
  ) -> RegulatedBeat? {
    // The implicit Euler step: V = V0 + days/(days + τ)·(V*(V) − V0), which is V* when there is any time.
    let pace = days.map { $0 / ($0 + FluidBalance.days) } ?? 1
    return SteadySearch(body: self, answering: answering, memory: start?.memory, pace: pace).run()
  }
}

/// The search for a steady state; points are (arterial drive, cardiopulmonary drive, volume over the healthy one).
private struct SteadySearch {
  let body: RegulatedHeart
  /// Which of the three unknowns are free.
  let free: [Int]
  let memory: SearchMemory?
  /// How much of the way to its target the blood volume goes.
  let pace: Double

  /// One point, its beat, and by how much the beat's wish differs from it.
  struct Trial {
    let point: [Double]
    let heart: HeartDefinition
    let settled: SettledHeart
    let now: Haemodynamics
    let miss: [Double]

    var size: Double { miss.map { $0.magnitude }.max() ?? 0 }
  }

  init(body: RegulatedHeart, answering: Answering, memory: SearchMemory?, pace: Double) {
    self.body = body
    self.pace = pace
    self.memory = memory
    var free: [Int] = []
    if answering.contains(.arterial) { free.append(0) }
    if answering.contains(.cardiopulmonary) { free.append(1) }
    if answering.contains(.kidneys) { free.append(2) }
    self.free = free
  }

  /// Wishes count as granted within 0.002: 0.02 mmHg of pressure, 0.2 % of the volume.
  private static let tolerance = 0.002

  func run() -> RegulatedBeat? {
    var point = [0, 0, body.heart.bloodVolume.millilitres / body.fluid.volume]
    if let memory { for k in free { point[k] = memory.point[k] } }
    guard var best = first(point) else { return nil }
    var jacobian = memory?.free == free ? memory?.jacobian : nil
    var rounds = 0
    var isFresh = false
    while best.size > Self.tolerance, rounds < 40 {
      rounds += 1
      if jacobian == nil {
        jacobian = differences(best)
        isFresh = true
      }
      guard let matrix = jacobian, let step = Self.solve(matrix, best.miss.map { -$0 }) else { break }
      guard let next = attempt(best, step) else {
        if isFresh { break }
        jacobian = nil
        continue
      }
      // A step that brought little speaks against the Jacobian.
      if next.size > 0.5 * best.size, !isFresh {
        jacobian = nil
        if next.size < best.size { best = next }
        continue
      }
      jacobian = Self.broyden(matrix, step: free.map { next.point[$0] - best.point[$0] }, from: best, to: next)
      isFresh = false
      if next.size >= best.size, rounds > 20 { break }
      best = next
    }
    return RegulatedBeat(
      heart: best.heart, settled: best.settled, now: best.now,
      drive: ReflexDrive(arterial: best.point[0], cardiopulmonary: best.point[1]),
      bloodVolume: best.heart.bloodVolume.millilitres, isSteady: best.size <= Self.tolerance,
      memory: SearchMemory(point: best.point, free: free, jacobian: jacobian, state: best.settled.state))
  }

  /// The first beat; where the heart does not beat as it stands (little blood), the drive is raised until it does.
  private func first(_ point: [Double]) -> Trial? {
    if let memory, let trial = evaluate([point], from: memory.state)[0] { return trial }
    if let trial = evaluate([point], from: nil)[0] { return trial }
    guard free.contains(0) else { return nil }
    for drive in [1.0, 2, -1] {
      var other = point
      other[0] = drive
      if let trial = evaluate([other], from: nil)[0] { return trial }
    }
    return nil
  }

  /// A step, halved while it leads to no beat.
  private func attempt(_ from: Trial, _ step: [Double]) -> Trial? {
    var share = 1.0
    for (index, k) in free.enumerated() {
      let most = k == 2 ? 0.06 : k == 1 ? 3 : 0.8
      share = min(share, most / max(step[index].magnitude, 1e-12))
    }
    for _ in 0..<4 {
      var point = from.point
      for (index, k) in free.enumerated() { point[k] += share * step[index] }
      if let trial = evaluate([point], from: from.settled.state)[0] { return trial }
      share *= 0.4
    }
    return nil
  }

  private func differences(_ at: Trial) -> [[Double]]? {
    let steps = [0.1, 0.3, 0.01]
    let points = free.map { k in
      var point = at.point
      point[k] += steps[k]
      return point
    }
    let trials = evaluate(points, from: at.settled.state)
    var columns: [[Double]] = []
    for (index, k) in free.enumerated() {
      guard let trial = trials[index] else { return nil }
      columns.append(at.miss.indices.map { (trial.miss[$0] - at.miss[$0]) / steps[k] })
    }
    return at.miss.indices.map { row in columns.map { $0[row] } }
  }

  private func evaluate(_ points: [[Double]], from state: State<Double>?) -> [Trial?] {
    let hearts = points.map {
      body.driven(
        ReflexDrive(arterial: $0[0], cardiopulmonary: $0[1]), volume: $0[2] * body.fluid.volume)
    }
    let settled = HeartDefinition.settle(
      hearts, from: state.map { [State<Double>](repeating: $0, count: points.count) })
    return points.indices.map { index in
      guard settled[index].status == .periodic else { return nil }
      let now = Haemodynamics(settled[index].beat, of: hearts[index])
      let point = points[index]
      let wish = body.reflexes.drive(now)
      let volume = body.fluid.target(now, drive: ReflexDrive(arterial: point[0], cardiopulmonary: point[1]))
      let before = body.heart.bloodVolume.millilitres
      let reached = before + pace * (volume - before)
      let wishes = [wish.arterial, wish.cardiopulmonary, reached / body.fluid.volume]
      return Trial(
        point: point, heart: hearts[index], settled: settled[index], now: now,
        miss: free.map { point[$0] - wishes[$0] })
    }
  }

  private static func broyden(_ matrix: [[Double]], step: [Double], from: Trial, to: Trial) -> [[Double]] {
    let length = step.reduce(0) { $0 + $1 * $1 }
    guard length > 0 else { return matrix }
    return matrix.indices.map { row in
      let told = zip(matrix[row], step).reduce(0) { $0 + $1.0 * $1.1 }
      let share = (to.miss[row] - from.miss[row] - told) / length
      return matrix[row].indices.map { matrix[row][$0] + share * step[$0] }
    }
  }

  /// Gaussian elimination with pivoting; nil where the matrix is singular.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var a = matrix
    var b = right
    let n = b.count
    for column in 0..<n {
      let pivot = (column..<n).max { a[$0][column].magnitude < a[$1][column].magnitude } ?? column
      guard a[pivot][column].magnitude > 1e-9 else { return nil }
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      for row in (column + 1)..<max(n, column + 1) {
        let share = a[row][column] / a[column][column]
        for k in column..<n { a[row][k] -= share * a[column][k] }
        b[row] -= share * b[column]
      }
    }
    for row in stride(from: n - 1, through: 0, by: -1) {
      for k in (row + 1)..<max(n, row + 1) { b[row] -= a[row][k] * b[k] }
      b[row] /= a[row][row]
    }
    return b
  }
}
