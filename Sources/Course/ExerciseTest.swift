// An exercise test: upright on a cycle, seven loads up to what a healthy person of this body reaches, and where the body
// has to stop.
//
// It stops where the first of these is reached (loads between the steps by straight lines):
//   left atrial pressure  25 mmHg in lungs that had no time to adapt (above 25 is abnormal in anybody, Esfandiari 2019;
//                         foretells operation in severe regurgitation, 2020), 28 in those that had: breathlessness
//                         (patients stop at 25–30)
//   output                oxygen asked for over output reaches 175 mL/L, the most that blood gives up (at the end of work
//                         171 ± 22, fit men): muscles fail
//   arterial pressure     10 mmHg below that standing at rest
//   heart rate            the age's greatest, which is at the expected peak: a healthy end
//
// NYHA class by what can be done (Goldman et al., Circulation 1981;64:1227, the specific activity scale): I at least 7
// METs, II 5–7, III 2–5, IV below 2, or breathless at rest. These limits are of middle life: who reaches 80 % of what is
// expected for age, sex and size is class I as well.

import Circulation
import Quantities

/// Class of the New York Heart Association.
public enum FunctionalClass: String, Sendable, CaseIterable {
  case one = "I"
  case two = "II"
  case three = "III"
  case four = "IV"
}

/// One load of a test, in its steady state.
public struct ExerciseStep: Sendable {
  public let mets: Double
  public let watts: Double
  public let beat: RegulatedBeat
  /// Oxygen taken up, L/min.
  public let oxygen: Double
  /// Oxygen that each litre of blood must give up for it, mL/L.
  public var extraction: Double { 1000 * oxygen / beat.now.output }
}

/// An exercise test.
public struct ExerciseTest: Sendable {
  /// Why it ended.
  public enum End: String, Sendable {
    case breathlessness = "left-atrial-pressure"
    case output
    case arterialPressure = "arterial-pressure"
    case rate = "heart-rate"
  }

  /// Left atrial pressure at which effort stops, mmHg.
  public static func atrialLimit(isChronic: Bool) -> Double { isChronic ? 28 : 25 }
  /// The most oxygen that a litre of blood gives up, mL.
  public static let extractionLimit = 175.0

  public let body: Body
  public let demand: Demand
  public let isChronic: Bool
  /// The body, and its steady state lying at rest.
  public let resting: RegulatedHeart
  public let lying: RegulatedBeat
  /// Upright at rest, then rising loads; those whose steady state was found.
  public let steps: [ExerciseStep]
  /// The greatest load that the body bears, METs, and W on a cycle.
  public let capacity: Double
  public let end: End
  /// Output at that load, L/min.
  public let peakOutput: Double

  /// - Parameters:
  ///   - resting: the body with what it rests at as its set points (`RegulatedHeart.atRest`), and `lying` its steady
  ///     state.
  ///   - isChronic: whether the lungs had months to get used to their pressure.
  public init(of resting: RegulatedHeart, lying: RegulatedBeat, body: Body, isChronic: Bool) {
    let demand = Demand(body)
    let loads = [0, 0.06, 0.15, 0.25, 0.38, 0.55, 0.76, 1].map { 1 + $0 * (demand.expectedPeak - 1) }
    let bodies = loads.map { mets in
      var circumstances = Circumstances.upright
      circumstances.mets = mets
      return resting.under(circumstances, body: body)
    }
    var found = RegulatedHeart.settle(bodies, from: lying).map { $0.flatMap { $0.isSteady ? $0 : nil } }
    // Where the search lost its way it is made again, from the nearest load at which it did not.
    for index in found.indices where found[index] == nil {
      let near = found.indices.filter { found[$0] != nil }.min { abs($0 - index) < abs($1 - index) }
      let again = bodies[index].settled(.minutes, from: near.flatMap { found[$0] } ?? lying)
      if let again, again.isSteady { found[index] = again }
    }
    // Loads beyond the last steady state are beyond this heart.
    var steps: [ExerciseStep] = []
    for (mets, beat) in zip(loads, found) {
      guard let beat else { continue }
      steps.append(
        ExerciseStep(mets: mets, watts: demand.watts(mets: mets), beat: beat, oxygen: demand.oxygen(mets: mets)))
    }
    self.init(
      resting: resting, lying: lying, body: body, demand: demand, isChronic: isChronic, steps: steps,
      isWhole: found.last.flatMap { $0 } != nil)
  }

  private init(
    resting: RegulatedHeart, lying: RegulatedBeat, body: Body, demand: Demand, isChronic: Bool, steps: [ExerciseStep],
    isWhole: Bool
  ) {
    self.resting = resting
    self.lying = lying
    self.body = body
    self.demand = demand
    self.isChronic = isChronic
    self.steps = steps
    // How near each limit is at each step: at 1 it is reached.
    let standing = steps.first?.beat.now.arterialPressure ?? 0
    func nearness(_ step: ExerciseStep) -> [(End, Double)] {
      [
        (.breathlessness, step.beat.now.leftAtrialPressure / Self.atrialLimit(isChronic: isChronic)),
        (.output, step.extraction / Self.extractionLimit),
        (.arterialPressure, (standing - step.beat.now.arterialPressure) / 10),
      ]
    }
    var capacity = steps.last?.mets ?? 1
    var end = isWhole ? End.rate : .output
    for index in steps.indices {
      let here = nearness(steps[index])
      guard here.contains(where: { $0.1 >= 1 }) else { continue }
      capacity = steps[index].mets
      end = here.max { $0.1 < $1.1 }?.0 ?? end
      guard index > 0 else { break }
      let before = nearness(steps[index - 1])
      for k in here.indices where here[k].1 >= 1 {
        let share = (1 - before[k].1) / (here[k].1 - before[k].1)
        let mets = steps[index - 1].mets + share * (steps[index].mets - steps[index - 1].mets)
        if mets <= capacity {
          capacity = mets
          end = here[k].0
        }
      }
      break
    }
    self.capacity = capacity
    self.end = end
    peakOutput = Self.value(at: capacity, in: steps) { $0.beat.now.output }
  }

  /// Any figure at a load between the steps.
  public func value(at mets: Double, of figure: (ExerciseStep) -> Double) -> Double {
    Self.value(at: mets, in: steps, of: figure)
  }

  private static func value(at mets: Double, in steps: [ExerciseStep], of figure: (ExerciseStep) -> Double) -> Double {
    guard let first = steps.first, let last = steps.last else { return 0 }
    guard let next = steps.firstIndex(where: { $0.mets >= mets }) else { return figure(last) }
    guard next > 0 else { return figure(first) }
    let (a, b) = (steps[next - 1], steps[next])
    return figure(a) + (mets - a.mets) / (b.mets - a.mets) * (figure(b) - figure(a))
  }

  /// W on a cycle at the end.
  public var watts: Double { demand.watts(mets: capacity) }
  /// Share of the capacity expected for age, sex and size.
  public var shareOfExpected: Double { capacity / demand.expectedPeak }
  /// What output rises by, L/min.
  public var outputReserve: Double { peakOutput - (steps.first?.beat.now.output ?? peakOutput) }

  /// Rise of left atrial pressure per output from standing to the end, mmHg per L/min; nil where output hardly rises.
  public var pressurePerOutput: Double? {
    guard let first = steps.first?.beat.now, outputReserve > 0.2 else { return nil }
    return (value(at: capacity) { $0.beat.now.leftAtrialPressure } - first.leftAtrialPressure) / outputReserve
  }

  /// Rise of output per oxygen taken up, L/L; nil where the test ends before it began.
  public var outputPerOxygen: Double? {
    guard capacity > 1.3 else { return nil }
    return outputReserve / (demand.rest * (capacity - 1))
  }
}
