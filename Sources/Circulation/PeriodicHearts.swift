import Lanes
import Quantities

/// The steps a beat is cut into.
public enum TimeStep {
  /// Steps for a beat of this length, s: 352, which is 2.5 ms at 68 beats a minute and holds every finding within 0.5 %
  /// or its floor of the converged value (tested); twice as many for beats longer than 1.1 s. Hearts can share a word
  /// only when they share this.
  public static func stepsPerBeat(cycle: Double) -> Int { cycle <= 1.1 ? 352 : 704 }
}

/// A heart whose periodic beat has been searched.
public struct SettledHeart: Sendable {
  public let status: BeatStatus
  /// Beats that the search took.
  public let beats: Int
  /// Largest relative change of any compartment over the last beat of the search.
  public let residual: Double
  /// The state at the beginning of the beat, at atrial activation.
  public let state: State<Double>
  public let beat: RecordedBeat

  /// A beat in which a chamber runs dry is no heart's, however well it repeats.
  init(status: BeatStatus, beats: Int, residual: Double, state: State<Double>, beat: RecordedBeat) {
    self.status = beat.keepsBlood ? status : .diverged
    self.beats = beats
    self.residual = residual
    self.state = state
    self.beat = beat
  }
}

extension HeartDefinition {
  /// Searches and records this heart's periodic beat.
  ///
  /// - Parameters:
  ///   - start: a state to start from, as that of a similar heart (its veins are filled to this heart's blood volume);
  ///     at rest when nil.
  ///   - stepsPerBeat: steps in a beat; `TimeStep.stepsPerBeat` when nil.
  public func settled(
    from start: State<Double>? = nil, stepsPerBeat: Int? = nil, search: PeriodicSearch = PeriodicSearch()
  ) -> SettledHeart {
    let steps = stepsPerBeat ?? TimeStep.stepsPerBeat(cycle: 1 / heartRate.perSecond)
    let heart = Heart<Double>(self, stepsPerBeat: steps)
    let initial = start?.holding(bloodVolume) ?? State(atRest: self, heart: heart)
    let found = heart.findPeriodicBeats(from: initial, steps: steps, search: search)
    return SettledHeart(
      status: found.status[0], beats: found.beats[0], residual: found.residual[0], state: found.states,
      beat: heart.record(from: found.states, steps: steps)[0])
  }

  /// Runs a number of beats from rest, without acceleration, and records the last: how a heart settles by itself.
  public func running(beats: Int) -> SettledHeart {
    let steps = TimeStep.stepsPerBeat(cycle: 1 / heartRate.perSecond)
    let heart = Heart<Double>(self, stepsPerBeat: steps)
    var search = PeriodicSearch()
    search.depth = 0
    search.maximumBeats = beats
    search.tolerance = 0
    let found = heart.findPeriodicBeats(from: State(atRest: self, heart: heart), steps: steps, search: search)
    let isPeriodic = found.status[0] == .notPeriodic && found.residual[0] < PeriodicSearch().tolerance
    return SettledHeart(
      status: isPeriodic ? .periodic : found.status[0], beats: beats, residual: found.residual[0],
      state: found.states, beat: heart.record(from: found.states, steps: steps)[0])
  }

  /// Searches and records the periodic beats of many hearts, eight at a time; the results are those of `settled`, bit
  /// for bit.
  ///
  /// - Parameter starts: a state for each heart to start from; at rest when nil.
  public static func settle(
    _ definitions: [HeartDefinition], from starts: [State<Double>]? = nil, search: PeriodicSearch = PeriodicSearch()
  ) -> [SettledHeart] {
    var settled = [SettledHeart?](repeating: nil, count: definitions.count)
    // Only hearts whose beats have the same number of steps share a word; groups are taken in the order of their first
    // heart.
    let steps = definitions.map { TimeStep.stepsPerBeat(cycle: 1 / $0.heartRate.perSecond) }
    for index in definitions.indices where settled[index] == nil {
      let alike = definitions.indices.filter { steps[$0] == steps[index] }
      for first in stride(from: 0, to: alike.count, by: 8) {
        let group = Array(alike[first..<min(first + 8, alike.count)])
        let results = settleWord(
          group.map { definitions[$0] }, from: starts.map { all in group.map { all[$0] } }, steps: steps[index],
          search: search)
        for (index, result) in zip(group, results) { settled[index] = result }
      }
    }
    return settled.compactMap { $0 }
  }

  /// Up to eight hearts in one word; lanes that are left over repeat the first.
  private static func settleWord(
    _ definitions: [HeartDefinition], from starts: [State<Double>]?, steps: Int, search: PeriodicSearch
  ) -> [SettledHeart] {
    if definitions.count == 1 {
      return [definitions[0].settled(from: starts?[0], stepsPerBeat: steps, search: search)]
    }
    let hearts = definitions.map { Heart<Double>($0, stepsPerBeat: steps) }
    let initial = zip(definitions, hearts).enumerated().map { index, pair in
      starts?[index].holding(pair.0.bloodVolume) ?? State(atRest: pair.0, heart: pair.1)
    }
    var heart = Heart<SIMD8<Double>>.broadcast(hearts[0])
    var states = State<SIMD8<Double>>.broadcast(initial[0])
    for lane in 1..<hearts.count {
      heart.setLane(lane, to: hearts[lane])
      states.setLane(lane, to: initial[lane])
    }
    let found = heart.findPeriodicBeats(from: states, steps: steps, search: search)
    let beats = heart.record(from: found.states, steps: steps)
    return hearts.indices.map { lane in
      var state = initial[lane]
      found.states.copyLane(lane, into: &state)
      return SettledHeart(
        status: found.status[lane], beats: found.beats[lane], residual: found.residual[lane], state: state,
        beat: beats[lane])
    }
  }
}
