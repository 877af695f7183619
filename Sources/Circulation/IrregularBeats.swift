import Lanes
import Quantities

// Many beats of an irregular rhythm, one after another: from the regular beat of the mean rate, some beats to forget
// it, then those that count. Eight hearts beat at once where they share a plan.
//
// What a beat owes to the intervals before it comes of itself: how much the ventricle had time to fill, how far the
// arteries had emptied, what was left of the contraction before. Only the strength of its muscle is told
// (`ForceInterval`).

/// How an irregular run is made.
public struct IrregularSettings: Sendable, Equatable {
  /// Beats that count, and beats before them that do not.
  public var beats: Int
  public var warmUp: Int
  /// The same seed gives the same intervals.
  public var seed: UInt64
  /// Whether a beat's strength follows the intervals before it.
  public var strengthFollows = true

  /// - Parameter beats: 60: the output of fibrillation is known to 2 % after some 13 beats (Dubrey & Falk, J Am Soc
  ///   Echocardiogr 1997;10:67), and rounds of 2, 3, 4, 5 and 6 beats are whole.
  public init(beats: Int = 60, warmUp: Int = 20, seed: UInt64 = 1) {
    self.beats = beats
    self.warmUp = warmUp
    self.seed = seed
  }
}

/// One beat of an irregular run.
public struct IrregularBeat: Sendable {
  public let recorded: RecordedBeat
  /// From the ventricular activation before to this one's, the one before that, and from this one's to the next, s.
  public let preceding: Double
  public let before: Double
  public let following: Double
  /// A beat that no atrial contraction of its own went before, in a heart whose atria contract.
  public let isPremature: Bool
  /// The one among those that count whose intervals are nearest the mean.
  public let isRepresentative: Bool
}

/// How an irregular run came out.
public struct IrregularRun: Sendable {
  /// False where the heart could not be followed to the end: its numbers were no heart's any more, or the regular beat
  /// was not found.
  public let isComplete: Bool
  /// The regular beat of the mean rate, from which it started.
  public let mean: SettledHeart
  /// The state after the last beat.
  public let end: State<Double>
}

extension HeartDefinition {
  /// Runs the heart in its rhythm and hands each beat that counts, in their order, to `visit`.
  ///
  /// In sinus rhythm the beats are alike.
  ///
  /// - Parameters:
  ///   - mean: this heart's regular beat, where it is known already.
  ///   - stepsPerBeat: steps in a mean interval, a multiple of 352; `TimeStep.stepsPerBeat` when nil.
  public func beatIrregularly(
    _ settings: IrregularSettings = IrregularSettings(), from mean: SettledHeart? = nil, stepsPerBeat: Int? = nil,
    visit: (IrregularBeat) -> Void
  ) -> IrregularRun {
    let steps = stepsPerBeat ?? TimeStep.stepsPerBeat(cycle: 1 / heartRate.perSecond)
    let mean = mean ?? settled(stepsPerBeat: steps)
    var word = IrregularWord<Double>(
      [self], from: [mean.state], plan: BeatPlan(self, settings, stepsPerBeat: steps), settings: settings)
    guard mean.status == .periodic else { return IrregularRun(isComplete: false, mean: mean, end: mean.state) }
    word.run { visit($1) }
    return IrregularRun(isComplete: word.isHeart[0], mean: mean, end: word.state(lane: 0))
  }

  /// Runs many hearts, eight at once where their rhythms have the same plan; the results are those of each by itself,
  /// bit for bit.
  ///
  /// - Parameter visit: is handed the heart's place in the list and the beat.
  public static func beatIrregularly(
    _ definitions: [HeartDefinition], _ settings: IrregularSettings = IrregularSettings(),
    visit: (Int, IrregularBeat) -> Void
  ) -> [IrregularRun] {
    let means = settle(definitions)
    var runs = means.map { IrregularRun(isComplete: false, mean: $0, end: $0.state) }
    let plans = definitions.map {
      BeatPlan($0, settings, stepsPerBeat: TimeStep.stepsPerBeat(cycle: 1 / $0.heartRate.perSecond))
    }
    var isDone = means.map { $0.status != .periodic }
    for first in definitions.indices where !isDone[first] {
      var group: [Int] = []
      for index in first..<definitions.count
      where group.count < 8 && !isDone[index] && plans[index] == plans[first] {
        group.append(index)
        isDone[index] = true
      }
      var word = IrregularWord<SIMD8<Double>>(
        group.map { definitions[$0] }, from: group.map { means[$0].state }, plan: plans[first], settings: settings)
      word.run { visit(group[$0], $1) }
      for (lane, index) in group.enumerated() {
        runs[index] = IrregularRun(
          isComplete: word.isHeart[lane], mean: means[index], end: word.state(lane: lane))
      }
    }
    return runs
  }
}

/// One heart, or up to eight, in one irregular rhythm.
struct IrregularWord<Real: Lane> {
  private let heart: Heart<Real>
  private var states: State<Real>
  private let template: State<Double>
  private let plan: BeatPlan
  private let settings: IrregularSettings
  private let forces: [ForceInterval]
  /// Mean intervals, s.
  private let cycles: [Double]
  /// Which lanes still hold a heart.
  private(set) var isHeart: [Bool]

  /// What is shown of the beats before and after a beat, s.
  private static var margin: (before: Double, after: Double) { (0.12, 0.2) }

  init(_ definitions: [HeartDefinition], from starts: [State<Double>], plan: BeatPlan, settings: IrregularSettings) {
    self.plan = plan
    self.settings = settings
    let steps = plan.stepsPerTick * BeatPlan.ticksPerBeat
    let hearts = definitions.map { Heart<Double>($0, stepsPerBeat: steps) }
    var heart = Heart<Real>.broadcast(hearts[0])
    template = starts[0]
    states = State<Real>.broadcast(starts[0])
    for lane in hearts.indices {
      heart.setLane(lane, to: hearts[lane])
      states.setLane(lane, to: starts[lane])
    }
    self.heart = heart
    forces = definitions.map { ForceInterval(potentiation: $0.rhythm.potentiation.fraction) }
    cycles = definitions.map { 1 / $0.heartRate.perSecond }
    isHeart = definitions.map { _ in true }
  }

  func state(lane: Int) -> State<Double> {
    var state = template
    states.copyLane(lane, into: &state)
    return state
  }

  /// The heart's coefficients for one beat.
  private func paced(_ beat: PlannedBeat) -> Heart<Real> {
    var paced = heart
    let tick = heart.step * Double(plan.stepsPerTick)
    paced.cycle = tick * Double(beat.length)
    paced.previousCycle = tick * Double(beat.preceding)
    paced.atrioventricularDelay = heart.atrioventricularDelay - tick * Double(beat.skipped)
    paced.atrialOnset = tick * Double(beat.atrialOnset)
    paced.atrialInterval = tick * Double(beat.atrialInterval)
    // The balloon is emptied in time for the next beat: after the interval last seen, or when the beat comes sooner.
    paced.balloon.deflation =
      heart.balloon.deflation + tick * Double(min(beat.preceding, beat.following) - BeatPlan.ticksPerBeat)
    guard settings.strengthFollows else { return paced }
    var strength = Real(1)
    for lane in cycles.indices {
      let scale = cycles[lane] / Double(BeatPlan.ticksPerBeat)
      strength[lane: lane] = forces[lane].strength(
        preceding: scale * Double(beat.preceding), before: scale * Double(beat.before), usual: cycles[lane])
    }
    paced.ventricularActivation.riseScale = heart.ventricularActivation.riseScale * strength
    return paced
  }

  /// Runs all beats; each that counts is handed over, with its lane, once the next has begun.
  mutating func run(_ visit: (Int, IrregularBeat) -> Void) {
    let longest = plan.beats.reduce(0) { max($0, $1.length) } * plan.stepsPerTick
    let representative = plan.representative(warmUp: settings.warmUp)
    var last = [[Sample<Double>]](repeating: [], count: cycles.count)
    var tails = last
    withUnsafeTemporaryAllocation(of: Sample<Real>.self, capacity: longest + 1) { room in
      guard let base = room.baseAddress else { return }
      let wide = UnsafeMutableRawBufferPointer(room).bindMemory(to: Real.self)
      // One beat more than is planned shows what comes after the last.
      for index in 0...plan.beats.count {
        let isExtra = index == plan.beats.count
        var beat = plan.beats[isExtra ? index - 1 : index]
        if isExtra {
          beat.before = beat.preceding
          beat.preceding = beat.following
        }
        let steps = beat.length * plan.stepsPerTick
        let heart = paced(beat)
        var after = states
        let correction = heart.runBeat(&after, steps: steps, record: base)
        if !isExtra { states = after }
        for lane in cycles.indices where isHeart[lane] {
          guard LaneSearch.isHeart(after.fields(lane: lane)), correction[lane: lane] < 1 else {
            isHeart[lane] = false
            continue
          }
          // The last sample belongs to the next beat.
          let samples = Heart<Real>.takeLane(lane, of: wide, samples: steps)
          if index > settings.warmUp {
            let isChosen = index - 1 == representative
            visit(lane, finished(lane, index - 1, last[lane], tail: tails[lane], next: samples, isChosen: isChosen))
          }
          tails[lane] = Array(last[lane].suffix(marginSteps(lane, Self.margin.before)))
          last[lane] = samples
        }
      }
    }
  }

  private func marginSteps(_ lane: Int, _ time: Double) -> Int { Int(time / heart.step[lane: lane]) }

  /// A beat between its neighbours.
  private func finished(
    _ lane: Int, _ index: Int, _ samples: [Sample<Double>], tail: [Sample<Double>], next: [Sample<Double>],
    isChosen: Bool
  ) -> IrregularBeat {
    let beat = plan.beats[index]
    let step = heart.step[lane: lane]
    let tick = step * Double(plan.stepsPerTick)
    let activation = heart.atrioventricularDelay[lane: lane] - tick * Double(beat.skipped)
    let neighbours = BeatNeighbours(
      before: tail, after: Array(next[1..<min(1 + marginSteps(lane, Self.margin.after), next.count)]),
      nextActivation: activation + tick * Double(beat.following), followsAtria: beat.followsAtria)
    let recorded = RecordedBeat(
      samples: samples + [next[0]], step: step, ventricularActivation: activation, neighbours: neighbours)
    return IrregularBeat(
      recorded: recorded, preceding: tick * Double(beat.preceding), before: tick * Double(beat.before),
      following: tick * Double(beat.following), isPremature: beat.skipped > 0 && beat.atrialOnset != 0,
      isRepresentative: isChosen)
  }
}
