// The hearts that instruments look at in the tests.

import Circulation
import Findings
import Instruments
import Lanes
import Quantities
import Testing

/// A settled heart and what was read off its beat.
struct ReadHeart: Sendable {
  let heart: SettledHeart
  let reading: BeatReading

  /// - Parameter edit: what makes this heart differ from the healthy adult.
  init(_ edit: (inout HeartDefinition) -> Void = { _ in }) {
    var definition = HeartDefinition.healthyAdult
    edit(&definition)
    self.init(definition)
  }

  init(_ definition: HeartDefinition, steps: Int? = nil, tolerance: Double = 2e-5) {
    var search = PeriodicSearch()
    search.tolerance = tolerance
    search.maximumBeats = 400
    heart = definition.settled(stepsPerBeat: steps, search: search)
    reading = BeatReading(heart.beat, of: definition, bodySurface: 1.93)
  }

  /// The value of a finding; not a number when it has none.
  subscript(_ id: FindingID) -> Double { reading.findings[id] ?? .nan }

  /// With a hole in a valve, cm².
  static func leak(_ area: Double, _ valve: ValveSite = .mitral) -> ReadHeart {
    ReadHeart { $0[valve].leakArea = .squareCentimetres(area) }
  }

  /// With a valve that opens no further than an area, cm².
  static func stenosis(_ area: Double, _ valve: ValveSite) -> ReadHeart {
    ReadHeart { $0[valve].openArea = .squareCentimetres(area) }
  }
}

/// The healthy adult, examined.
let healthy = ReadHeart()
