import Circulation
import Lanes

// The wedged catheter looks at the left atrium through the pulmonary veins: the atrial wave comes late and blunted,
// about a mean that is the veins'. Delay and blunting are those of one lag of 50 ms (the wedge follows the atrium by
// 50–150 ms; its v wave peaks after the T wave).

/// A first-order lag in equal steps of time, by the implicit midpoint rule.
struct Lag {
  private let share: Double

  /// - Parameters:
  ///   - constant: time constant, s.
  ///   - step: s.
  init(_ constant: Double, step: Double) { share = step / (constant + 0.5 * step) }

  /// A step after a signal whose value midway is given.
  func follow(_ signal: Double, _ level: inout Double) { level += share * (signal - level) }
}

extension Trace {
  /// The answer of a first-order lag to this signal: the periodic one, or that to the beat and what came before it.
  ///
  /// - Parameter lag: time constant, s.
  func lagging(by lag: Double) -> Trace {
    let lag = Lag(lag, step: step)
    var level = mean
    var answer = values
    if let margins {
      level = margins.before.first ?? values[0]
      for value in margins.before { lag.follow(value, &level) }
    }
    for _ in 0..<(margins == nil ? 3 : 1) {
      for index in 0..<steps {
        answer[index] = level
        lag.follow(0.5 * (values[index] + values[index + 1]), &level)
      }
    }
    answer[steps] = level
    return with(values: answer) { _ in level }
  }
}

/// Time constant of the lag between the left atrium and a wedged catheter, s.
let wedgeLag = 0.05

/// The pressure that a wedged catheter shows over the beat, mmHg.
public func wedgePressure(_ beat: RecordedBeat) -> Trace {
  let atrium = beat.trace { $0.leftAtrialPressure }
  let offset = beat.trace { $0.pulmonaryVenousPressure }.mean - atrium.mean
  return atrium.lagging(by: wedgeLag).map { $0 + offset }
}
