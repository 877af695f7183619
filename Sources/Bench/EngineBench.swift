// How fast the engine is on this machine, and how accurate at that speed: the two figures belong together, since any step
// can be made cheap by being made coarse.

import Circulation
import Findings
import Foundation
import Instruments
import Lanes
import Quantities

/// What `measureEngine` found.
///
/// Times are the least of many repeats: whatever else the machine does can only add to them, so the least comes nearest to
/// what the engine itself takes.
public struct BenchResult: Sendable {
  /// One beat of one heart, the healthy adult at 68 beats a minute, µs.
  public let oneHeartMicrosecondsPerBeat: Double
  /// One beat of eight different hearts side by side, µs for the eight together.
  public let eightHeartsMicrosecondsPerBeat: Double
  /// Length of that beat in the heart's own time, s.
  public let beatSeconds: Double
  /// The time step, ms.
  public let stepMilliseconds: Double
  /// Largest error of any finding at that step, % (see `EngineAccuracy`), and the finding.
  public let worstErrorPercent: Double
  public let worstFinding: FindingID
  /// The healthy adult's periodic beat from a heart at rest, recorded, ms.
  public let periodicMilliseconds: Double
  /// Processor cores that this process may use. The engine's times are those of one.
  public let cores: Int
  /// Hearts side by side in one word.
  public let laneWidth: Int
}

/// Measures the engine on this machine.
///
/// - Parameter seconds: about how long to measure each of the three times for.
public func measureEngine(seconds: Double = 0.4) -> BenchResult {
  let adult = HeartDefinition.healthyAdult
  let cycle = 1 / adult.heartRate.perSecond
  let steps = TimeStep.stepsPerBeat(cycle: cycle)
  let hearts = BenchHearts(steps: steps)
  let accuracy = EngineAccuracy.measured()
  var one = hearts.oneState
  let oneHeart = leastTime(seconds: seconds) { _ = hearts.one.runBeat(&one, steps: steps, record: nil) }
  var eight = hearts.eightStates
  let eightHearts = leastTime(seconds: seconds) { _ = hearts.eight.runBeat(&eight, steps: steps, record: nil) }
  let periodic = leastTime(seconds: seconds) { _ = adult.settled() }
  return BenchResult(
    oneHeartMicrosecondsPerBeat: 1e6 * oneHeart, eightHeartsMicrosecondsPerBeat: 1e6 * eightHearts, beatSeconds: cycle,
    stepMilliseconds: 1e3 * cycle / Double(steps), worstErrorPercent: accuracy.worstPercent,
    worstFinding: accuracy.worstFinding, periodicMilliseconds: 1e3 * periodic,
    cores: ProcessInfo.processInfo.activeProcessorCount, laneWidth: SIMD8<Double>.laneCount)
}

/// The hearts that are timed: the healthy adult alone, and beside him seven who leak, from 0.1 to 0.7 cm².
public struct BenchHearts: Sendable {
  public let steps: Int
  public let one: Heart<Double>
  public let oneState: State<Double>
  public let eight: Heart<SIMD8<Double>>
  public let eightStates: State<SIMD8<Double>>

  /// All settled to their periodic beats, so that every beat costs the same work.
  public init(steps: Int) {
    self.steps = steps
    let definitions = Self.definitions
    let settled = HeartDefinition.settle(definitions)
    one = Heart<Double>(definitions[0], stepsPerBeat: steps)
    oneState = settled[0].state
    var eight = Heart<SIMD8<Double>>.broadcast(one)
    var states = State<SIMD8<Double>>.broadcast(oneState)
    for lane in definitions.indices {
      eight.setLane(lane, to: Heart<Double>(definitions[lane], stepsPerBeat: steps))
      states.setLane(lane, to: settled[lane].state)
    }
    self.eight = eight
    eightStates = states
  }

  public static var definitions: [HeartDefinition] {
    (0..<8).map { leaking(0.1 * Double($0)) }
  }

  /// The healthy adult with a hole of this many cm² in the mitral valve.
  static func leaking(_ area: Double) -> HeartDefinition {
    var definition = HeartDefinition.healthyAdult
    definition.mitralValve.leakArea = .squareCentimetres(area)
    return definition
  }
}

/// Seconds that `work` takes, the least of its repeats over about this many seconds, at least five.
func leastTime(seconds: Double, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let began = clock.now
  var least = Double.infinity
  var repeats = 0
  while repeats < 5 || (clock.now - began) / .seconds(1) < seconds {
    least = min(least, clock.measure(work) / .seconds(1))
    repeats += 1
  }
  return least
}
