// The hearts that the tests of the engine run.

import Circulation
import Lanes
import Quantities
import Testing

/// A heart with a name to be told by.
struct NamedHeart: Sendable, CustomTestStringConvertible {
  let name: String
  let definition: HeartDefinition

  init(_ name: String, _ edit: (inout HeartDefinition) -> Void = { _ in }) {
    self.name = name
    var definition = HeartDefinition.healthyAdult
    edit(&definition)
    self.definition = definition
  }

  var testDescription: String { name }

  /// A hole in a valve, cm².
  static func leak(_ area: Double, _ valve: ValveSite = .mitral) -> NamedHeart {
    NamedHeart("\(valve) leak \(area) cm²") { $0[valve].leakArea = .squareCentimetres(area) }
  }

  /// A valve that opens no further than an area, cm².
  static func stenosis(_ area: Double, _ valve: ValveSite) -> NamedHeart {
    NamedHeart("\(valve) stenosis \(area) cm²") { $0[valve].openArea = .squareCentimetres(area) }
  }

  static func rate(_ perMinute: Double) -> NamedHeart {
    NamedHeart("\(perMinute) beats a minute") { $0.heartRate = .perMinute(perMinute) }
  }

  static func blood(_ change: Double) -> NamedHeart {
    NamedHeart("\(change) mL of blood more") {
      $0.bloodVolume = .millilitres($0.bloodVolume.millilitres + change)
    }
  }

  /// Every kind of heart whose periodic beat must be found.
  static let periodic: [NamedHeart] =
    [NamedHeart("healthy adult")] + [0.1, 0.2, 0.4, 0.7, 1.0, 1.2].map { leak($0) }
    + [leak(0.3, .aortic), leak(0.5, .tricuspid), leak(0.5, .pulmonary)]
    + [stenosis(1, .mitral), stenosis(1.5, .mitral), stenosis(0.8, .aortic), stenosis(1.2, .aortic)]
    + [stenosis(1.5, .tricuspid), stenosis(1, .pulmonary)]
    + [45, 50, 55, 60, 80, 100, 120, 150].map { rate($0) } + [-500, -250, 250, 500].map { blood($0) }
}

extension State where Real == Double {
  /// Its numbers as one vector, volumes first.
  var vector: [Double] {
    var copy = self
    return copy.withFields { Array($0) }
  }

  var bits: [UInt64] { vector.map(\.bitPattern) }

  var volumeVector: [Double] { Array(vector[..<Volumes<Double>.fieldCount]) }

  /// The sum of all volumes, mL.
  var blood: Double { volumeVector.reduce(0, +) }

  /// The largest difference of any compartment from another state's, as a share of the compartment.
  func distance(to other: State) -> Double {
    zip(volumeVector, other.volumeVector).map { abs($0 - $1) / max(abs($1), 1e-3) }.max() ?? .infinity
  }
}

extension SettledHeart {
  /// Every bit of what was found.
  var bits: [UInt64] {
    var bits = state.bits + [residual.bitPattern, UInt64(beats)]
    for sample in beat.samples {
      var copy = sample
      bits += copy.withFields { $0.map(\.bitPattern) }
    }
    return bits
  }
}

extension HeartDefinition {
  /// The steps that its beat is cut into.
  var steps: Int { TimeStep.stepsPerBeat(cycle: 1 / heartRate.perSecond) }

  /// The state after plain beats, one after another, from rest or from a state.
  func after(beats: Int, from start: State<Double>? = nil) -> State<Double> {
    let heart = Heart<Double>(self, stepsPerBeat: steps)
    var state = start ?? State(atRest: self, heart: heart)
    for _ in 0..<beats { _ = heart.runBeat(&state, steps: steps, record: nil) }
    return state
  }
}
