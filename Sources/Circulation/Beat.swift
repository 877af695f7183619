// One beat, as fast as the machine allows: the one place where the equations are specialised for one heart and for eight.

import Lanes

extension Heart {
  /// Runs one beat, from atrial activation to atrial activation.
  ///
  /// This is the engine's door: everything behind it is specialised here for one heart and for eight, and allocates nothing.
  ///
  /// - Parameters:
  ///   - state: the state at the beginning; becomes that at the end.
  ///   - steps: steps in the beat, those the heart was made for.
  ///   - record: room for `steps + 1` samples, or nil; the last is the beginning of the next beat.
  /// - Returns: the largest correction of the ventricles' geometry in any step, cm: a heart whose walls can no longer be
  ///   balanced shows here first.
  @specialized(where Real == Double)
  @specialized(where Real == SIMD8<Double>)
  public func runBeat(_ state: inout State<Real>, steps: Int, record: UnsafeMutablePointer<Sample<Real>>?) -> Real {
    var moving = state
    var correction = Real(0)
    guard let record else {
      // Nobody looks: what only a sample needs is not computed.
      for index in 0..<steps { correction = Real.maximum(advance(&moving, index: index).correction, correction) }
      state = moving
      return correction
    }
    for index in 0...steps {
      if index == steps { state = moving }
      let sample = advance(&moving, index: index < steps ? index : 0)
      if index < steps { correction = Real.maximum(sample.correction, correction) }
      record[index] = sample
    }
    return correction
  }
}
