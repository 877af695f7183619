import Lanes
import Quantities

// Which beat comes when in an irregular rhythm.
//
// The whole run has one step: the mean interval over the steps of a regular beat. Beats differ in how many steps they
// have, so that nothing happens where one ends and the next begins: flows and sarcomeres, known at half steps, stay
// half a step ahead, and blood is kept as within a beat. Intervals are whole ticks, the mean interval over 352 (some
// 2.5 ms), whatever the step, so that a finer step finds the same rhythm.

/// One beat of an irregular rhythm, lengths in ticks.
struct PlannedBeat: Sendable, Equatable {
  /// From its beginning to the next beat's.
  var length: Int
  /// How much later it begins than a regular beat, which begins with its atria: a beat without an atrial one begins
  /// shortly before its ventricles.
  var skipped: Int
  /// The interval to this ventricular activation from the one before, and the interval before that.
  var preceding: Int
  var before: Int
  /// From this ventricular activation to the next.
  var following: Int
  /// From the beginning of the beat to the activation of the atria, and from the one before to it.
  var atrialOnset: Int
  var atrialInterval: Int
  /// Whether an atrial contraction belongs to this beat.
  var followsAtria: Bool
}

/// All beats of an irregular run.
struct BeatPlan: Sendable, Equatable {
  /// Ticks in a mean interval; steps in a tick.
  static let ticksPerBeat = 352
  let stepsPerTick: Int
  var beats: [PlannedBeat] = []

  /// A beat without an atrial one begins this long before its ventricles, s.
  private static let lead = 0.02

  init(_ definition: HeartDefinition, _ settings: IrregularSettings, stepsPerBeat: Int) {
    let usual = Self.ticksPerBeat
    precondition(stepsPerBeat % usual == 0, "steps must be a multiple of the ticks")
    stepsPerTick = stepsPerBeat / usual
    let rhythm = definition.rhythm
    let cycle = 1 / definition.heartRate.perSecond
    let warmUp = settings.warmUp
    let intervals = rhythm.intervals(
      cycle: cycle, beats: settings.beats, warmUp: warmUp, seed: settings.seed, ticksPerBeat: usual)
    let heart = Heart<Double>(definition, stepsPerBeat: stepsPerBeat)
    let late = max(Int((heart.atrioventricularDelay - Self.lead) / cycle * Double(usual)), 0)

    func isPremature(_ index: Int) -> Bool {
      rhythm.kind == .prematureBeats && rhythm.place(of: index, warmUp: warmUp) == .premature
    }
    /// The run starts as a regular beat does.
    func skipped(_ index: Int) -> Int {
      index > 0 && (isPremature(index) || rhythm.kind == .atrialFibrillation) ? late : 0
    }
    func interval(_ index: Int) -> Int { index >= 0 ? intervals[index] : usual }

    beats.reserveCapacity(intervals.count)
    for index in intervals.indices {
      let begins = skipped(index)
      // The sinus node keeps its time through a premature beat: the atria are activated when they would have been, and
      // find the ventricles refractory.
      let onset = isPremature(index) ? usual - (interval(index - 1) + begins) : 0
      beats.append(
        PlannedBeat(
          length: intervals[index] - begins + skipped(index + 1), skipped: begins, preceding: interval(index - 1),
          before: interval(index - 2), following: intervals[index], atrialOnset: onset, atrialInterval: usual,
          followsAtria: rhythm.kind != .atrialFibrillation && !isPremature(index)))
    }
  }

  /// The beat among those that count whose intervals are nearest the mean: the one before it, the one before that and,
  /// with half the weight, its own. What it shows is near the mean of many (Tabata et al., Am J Physiol
  /// 2001;281:H573).
  func representative(warmUp: Int) -> Int {
    var best = warmUp
    var least = Int.max
    for index in warmUp..<beats.count {
      let beat = beats[index]
      let away =
        2 * abs(beat.preceding - Self.ticksPerBeat) + 2 * abs(beat.before - Self.ticksPerBeat)
        + abs(beat.following - Self.ticksPerBeat)
      if away < least {
        least = away
        best = index
      }
    }
    return best
  }
}
