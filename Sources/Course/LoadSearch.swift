// The steady states of many bodies at once, within minutes: what `RegulatedHeart.settled(.minutes)` finds for one, found
// for eight in the lanes of one word.
//
// Unknowns of each body: the arterial and the cardiopulmonary drive. Newton's method with Broyden's updates, begun from
// a Jacobian that all bodies roughly share (the loop gain of the arterial reflex is near 2); a body for which this does
// not do is handed to the search of its own.

import Circulation
import Lanes
import Quantities

extension RegulatedHeart {
  /// The steady states within minutes of several bodies.
  ///
  /// - Parameter starts: the state of a similar heart and its drive, for all of them.
  /// - Returns: for each, nil when no beat was found.
  public static func settle(_ bodies: [RegulatedHeart], from start: RegulatedBeat? = nil) -> [RegulatedBeat?] {
    var lanes = bodies.map { LaneOfSearch(body: $0, start: start) }
    for _ in 0..<14 {
      let active = lanes.indices.filter { !lanes[$0].isDone }
      if active.isEmpty { break }
      let hearts = active.map { lanes[$0].heart }
      let settled = HeartDefinition.settle(hearts, from: active.map { lanes[$0].state }.allPresent)
      for (index, found) in zip(active, settled) { lanes[index].take(found) }
    }
    return lanes.map { lane in
      if let best = lane.best, lane.missSize <= LaneOfSearch.tolerance { return best }
      let second = lane.body.settled(.minutes, from: lane.best ?? start)
      if let second, second.isSteady { return second }
      let third = lane.body.settled(.minutes)
      return third?.isSteady == true ? third : second ?? third
    }
  }
}

extension Array where Element == State<Double>? {
  /// All of them, or nil when one is missing.
  fileprivate var allPresent: [State<Double>]? {
    let present = compactMap { $0 }
    return present.count == count ? present : nil
  }
}

/// One body's search.
private struct LaneOfSearch {
  static let tolerance = 0.002

  let body: RegulatedHeart
  var point: (Double, Double)
  var state: State<Double>?
  var isDone = false
  var best: RegulatedBeat?
  var missSize = Double.infinity
  private var jacobian: (Double, Double, Double, Double) = (2.6, 0.1, 0.3, 1.25)
  private var last: (point: (Double, Double), miss: (Double, Double))?

  init(body: RegulatedHeart, start: RegulatedBeat?) {
    self.body = body
    point = (start?.drive.arterial ?? 0, start?.drive.cardiopulmonary ?? 0)
    state = start?.settled.state
  }

  var drive: ReflexDrive { ReflexDrive(arterial: point.0, cardiopulmonary: point.1) }
  var heart: HeartDefinition { body.driven(drive, volume: body.heart.bloodVolume.millilitres) }

  /// Takes in the beat at the present point and moves on.
  mutating func take(_ found: SettledHeart) {
    guard found.status == .periodic else {
      isDone = true
      return
    }
    let heart = heart
    let now = Haemodynamics(found.beat, of: heart)
    let wish = body.reflexes.drive(now)
    let miss = (point.0 - wish.arterial, point.1 - wish.cardiopulmonary)
    let size = max(miss.0.magnitude, miss.1.magnitude)
    state = found.state
    if size < missSize {
      missSize = size
      best = RegulatedBeat(
        heart: heart, settled: found, now: now, drive: drive, bloodVolume: heart.bloodVolume.millilitres,
        isSteady: size <= Self.tolerance,
        memory: SearchMemory(point: [point.0, point.1, 1], free: [0, 1], jacobian: nil, state: found.state))
    }
    if size <= Self.tolerance {
      isDone = true
      return
    }
    if let last { learn(from: last, to: miss) }
    last = (point, miss)
    let (a, b, c, d) = jacobian
    let determinant = a * d - b * c
    guard determinant > 0.2 else {
      isDone = true
      return
    }
    let step = ((-miss.0 * d + miss.1 * b) / determinant, (miss.0 * c - miss.1 * a) / determinant)
    let share = min(1, 0.9 / max(step.0.magnitude, 1e-9), 3 / max(step.1.magnitude, 1e-9))
    point = (point.0 + share * step.0, point.1 + share * step.1)
  }

  private mutating func learn(from last: (point: (Double, Double), miss: (Double, Double)), to miss: (Double, Double)) {
    let s = (point.0 - last.point.0, point.1 - last.point.1)
    let length = s.0 * s.0 + s.1 * s.1
    guard length > 0 else { return }
    let rest = (
      miss.0 - last.miss.0 - jacobian.0 * s.0 - jacobian.1 * s.1,
      miss.1 - last.miss.1 - jacobian.2 * s.0 - jacobian.3 * s.1
    )
    jacobian.0 += rest.0 * s.0 / length
    jacobian.1 += rest.0 * s.1 / length
    jacobian.2 += rest.1 * s.0 / length
    jacobian.3 += rest.1 * s.1 / length
  }
}
