// The fitted heart untreated and with each treatment, at once: no reflex, no time to remodel.

import Quantities
import Circulation
import Findings
import Instruments
import Lanes
import Treatments

extension TreatmentOutcome {
  /// The heart as it is, and with each treatment given by itself. Infusions are titrated where the treatment says how.
  ///
  /// - Parameters:
  ///   - heart: the untreated heart, and `state` its periodic state.
  ///   - bodySurface: m².
  ///   - treatments: each with its arguments; standard ones, titrated, where nil.
  public static func compare(
    _ heart: HeartDefinition, from state: State<Double>, bodySurface: Double,
    with treatments: [(treatment: Treatment, arguments: Arguments?)]
  ) -> [TreatmentOutcome] {
    var bench = [Dish(identifier: "untreated", title: "Do nothing", explanation: "The heart as it is.", heart: heart)]
    for (treatment, arguments) in treatments {
      var treated = heart
      let arguments =
        arguments ?? titrated(treatment, on: heart, from: state, bodySurface: bodySurface)
        ?? Arguments(standardOf: treatment.arguments)
      treatment.apply(&treated, arguments)
      bench.append(
        Dish(
          identifier: treatment.identifier, title: treatment.title,
          explanation: explanation(treatment, arguments), heart: treated))
    }
    let settled = HeartDefinition.settle(
      bench.map(\.heart), from: [State<Double>](repeating: state, count: bench.count))
    let readings = zip(bench, settled).map { BeatReading($1.beat, of: $0.heart, bodySurface: bodySurface).findings }
    return bench.indices.map { index in
      var change = FindingValues()
      for id in readings[index].present {
        if let value = readings[index][id], let before = readings[0][id] { change[id] = value - before }
      }
      return TreatmentOutcome(
        identifier: bench[index].identifier, title: bench[index].title, explanation: bench[index].explanation,
        findings: readings[index], change: change, status: settled[index].status, beat: settled[index].beat)
    }
  }

  private struct Dish {
    let identifier: String
    let title: String
    let explanation: String
    let heart: HeartDefinition
  }

  /// The largest dose that keeps the pressure, the smallest when none does; nil for a treatment that is not titrated.
  private static func titrated(
    _ treatment: Treatment, on heart: HeartDefinition, from state: State<Double>, bodySurface: Double
  ) -> Arguments? {
    guard let titration = treatment.titration else { return nil }
    let doses = titration.doses.map { dose in
      var arguments = Arguments(standardOf: treatment.arguments)
      arguments[0] = dose
      return arguments
    }
    let hearts = doses.map { arguments in
      var treated = heart
      treatment.apply(&treated, arguments)
      return treated
    }
    let settled = HeartDefinition.settle(hearts, from: [State<Double>](repeating: state, count: hearts.count))
    let kept = hearts.indices.last { index in
      guard settled[index].status == .periodic else { return false }
      let findings = BeatReading(settled[index].beat, of: hearts[index], bodySurface: bodySurface).findings
      return (findings[.MAP] ?? 0) >= titration.leastMean && (findings[.SBP] ?? 0) >= titration.leastSystolic
    }
    return doses[kept ?? 0]
  }

  private static func explanation(_ treatment: Treatment, _ arguments: Arguments) -> String {
    guard let dose = treatment.arguments.first else { return treatment.explanation }
    let tenths = Int((arguments[0] * 10).rounded())
    return treatment.explanation + " \(dose.name): \(tenths / 10).\(tenths % 10) \(dose.unit.symbol)."
  }
}
