// What treatments would do, over all the hearts that the measurements leave possible: each of some draws is treated and
// compared with itself, so that a change's interval is that of the change and not of two hearts.

import Circulation
import Course
import Findings
import Instruments
import Quantities

/// A treatment over the posterior.
public struct TreatmentForecast: Sendable {
  public let identifier: String
  public let title: String
  /// How many hearts came to a steady beat with it, of how many.
  public let steady: Int
  public let tried: Int
  /// Findings of the treated heart, and treated minus untreated in the same heart.
  public let findings: [FindingID: Spread]
  public let change: [FindingID: Spread]
}

extension Posterior {
  /// Treats draws of the posterior.
  ///
  /// - Parameters:
  ///   - count: how many draws, evenly over all.
  ///   - plans: what is given, each by itself.
  ///   - body: a heart in a body that answers; nil: nothing answers.
  ///   - progress: called with the share of the way, 0…1; false ends it with what there is.
  public func forecast(
    _ plans: [TreatmentPlan], draws count: Int = 40, body: @Sendable (HeartDefinition) -> RegulatedHeart?,
    progress: (Double) -> Bool = { _ in true }
  ) -> [TreatmentForecast] {
    let chosen = thinned(to: count)
    let surface = model.body.bodySurface
    var outcomes: [[TreatmentOutcome]] = []
    // A few at a time, so that the way can be told.
    for first in stride(from: 0, to: chosen.count, by: 8) {
      let part = Array(chosen[first..<min(first + 8, chosen.count)])
      outcomes += Parallel.map(part) { draw in
        TreatmentOutcome.compare(
          draw.definition, from: draw.state, in: body(draw.definition), bodySurface: surface, with: plans)
      }
      guard progress(Double(outcomes.count) / Double(chosen.count)) else { break }
    }
    return (0...plans.count).map { plan in
      let own = outcomes.map { $0[plan] }.filter { $0.status == .periodic }
      return TreatmentForecast(
        identifier: outcomes.first?[plan].identifier ?? "", title: outcomes.first?[plan].title ?? "",
        steady: own.count, tried: chosen.count, findings: Self.spreads(own.map(\.findings)),
        change: Self.spreads(own.map(\.change)))
    }
  }

  /// Of every finding that at least nine of ten have.
  private static func spreads(_ all: [FindingValues]) -> [FindingID: Spread] {
    var spreads: [FindingID: Spread] = [:]
    for id in FindingID.allCases {
      let values = all.compactMap { $0[id] }.filter(\.isFinite)
      if values.count > 0, 10 * values.count >= 9 * all.count { spreads[id] = Spread(values) }
    }
    return spreads
  }
}
