// The fitted heart untreated and with each treatment, at once: no reflex, no time to remodel.

import Circulation
import Findings
import Instruments
import Lanes
import Treatments

extension TreatmentOutcome {
  /// One outcome for the heart as it is and one for each change of it.
  ///
  /// - Parameters:
  ///   - heart: the untreated heart.
  ///   - state: its periodic state.
  ///   - treatments: identifier, title, explanation and the treated heart.
  public static func compare(
    _ heart: HeartDefinition, from state: State<Double>, bodySurface: Double,
    with treatments: [(identifier: String, title: String, explanation: String, heart: HeartDefinition)]
  ) -> [TreatmentOutcome] {
    let untreated = (
      identifier: "untreated", title: "Do nothing", explanation: "The heart as it was fitted.", heart: heart
    )
    let all = [untreated] + treatments
    let settled = HeartDefinition.settle(
      all.map(\.heart), from: [State<Double>](repeating: state, count: all.count))
    let readings = zip(all, settled).map { BeatReading($1.beat, of: $0.heart, bodySurface: bodySurface).findings }
    return all.indices.map { index in
      var change = FindingValues()
      for id in readings[index].present {
        if let value = readings[index][id], let before = readings[0][id] { change[id] = value - before }
      }
      return TreatmentOutcome(
        identifier: all[index].identifier, title: all[index].title, explanation: all[index].explanation,
        findings: readings[index], change: change, status: settled[index].status, beat: settled[index].beat)
    }
  }
}
