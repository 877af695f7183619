// The heart untreated and with each treatment, at once: no reflex, no time to remodel.

import Quantities
import Circulation
import Findings
import Instruments
import Lanes
import Treatments

extension TreatmentOutcome {
  /// The heart as it is, and with each plan given by itself. Infusions are titrated where the treatment says how, the
  /// plan's other treatments being given already.
  ///
  /// - Parameters:
  ///   - heart: the untreated heart, and `state` its periodic state.
  ///   - bodySurface: m².
  public static func compare(
    _ heart: HeartDefinition, from state: State<Double>, bodySurface: Double, with plans: [TreatmentPlan]
  ) -> [TreatmentOutcome] {
    var bench = [Dish(identifier: "untreated", title: "Do nothing", heart: heart)]
    bench += plans.map { Dish($0, on: heart, from: state, bodySurface: bodySurface) }
    let settled = HeartDefinition.settle(
      bench.map(\.heart), from: [State<Double>](repeating: state, count: bench.count))
    let readings = zip(bench, settled).map { BeatReading($1.beat, of: $0.heart, bodySurface: bodySurface).findings }
    return bench.indices.map { index in
      let dish = bench[index]
      return TreatmentOutcome(
        identifier: dish.identifier, title: dish.title, explanation: dish.explanation, given: dish.given,
        definition: dish.heart, findings: readings[index], change: readings[index].change(from: readings[0]),
        status: settled[index].status, beat: settled[index].beat)
    }
  }

  /// A heart with what it was given.
  private struct Dish {
    let identifier: String
    let title: String
    var given: [GivenTreatment] = []
    var heart: HeartDefinition

    init(identifier: String, title: String, heart: HeartDefinition) {
      self.identifier = identifier
      self.title = title
      self.heart = heart
    }

    init(_ plan: TreatmentPlan, on heart: HeartDefinition, from state: State<Double>, bodySurface: Double) {
      self.init(identifier: plan.identifier, title: plan.title, heart: heart)
      var given = [GivenTreatment?](repeating: nil, count: plan.parts.count)
      func isTitrated(_ part: TreatmentPlan.Part) -> Bool {
        part.arguments == nil && part.treatment.titration != nil
      }
      for (index, part) in plan.parts.enumerated() where !isTitrated(part) {
        let arguments = part.arguments ?? Arguments(standardOf: part.treatment.arguments)
        part.treatment.apply(&self.heart, arguments)
        given[index] = GivenTreatment(treatment: part.treatment, arguments: arguments, isTitrated: false)
      }
      for (index, part) in plan.parts.enumerated() where isTitrated(part) {
        let arguments = Self.titrated(part.treatment, on: self.heart, from: state, bodySurface: bodySurface)
        part.treatment.apply(&self.heart, arguments)
        given[index] = GivenTreatment(treatment: part.treatment, arguments: arguments, isTitrated: true)
      }
      self.given = given.compactMap { $0 }
    }

    /// One sentence for each treatment, with its dose.
    var explanation: String {
      guard !given.isEmpty else { return "The heart as it is." }
      return given.map { part in
        guard let spec = part.treatment.arguments.first else { return part.treatment.explanation }
        let hundredths = Int((part.arguments[0] * 100).rounded())
        let unit = spec.unit.symbol == "1" ? "" : " " + spec.unit.symbol
        return part.treatment.explanation + " \(spec.name): \(Self.text(hundredths))\(unit)."
      }.joined(separator: " ")
    }

    /// A number of hundredths, without zeros at the end.
    private static func text(_ hundredths: Int) -> String {
      let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
      if rest == 0 { return "\(whole)" }
      return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest / 10)\(rest % 10)"
    }

    /// The largest dose that keeps the pressure, the smallest when none does.
    private static func titrated(
      _ treatment: Treatment, on heart: HeartDefinition, from state: State<Double>, bodySurface: Double
    ) -> Arguments {
      var arguments = Arguments(standardOf: treatment.arguments)
      guard let titration = treatment.titration else { return arguments }
      let hearts = titration.doses.map { dose in
        var treated = heart
        var tried = arguments
        tried[0] = dose
        treatment.apply(&treated, tried)
        return treated
      }
      let settled = HeartDefinition.settle(hearts, from: [State<Double>](repeating: state, count: hearts.count))
      let kept = hearts.indices.last { index in
        guard settled[index].status == .periodic else { return false }
        let findings = BeatReading(settled[index].beat, of: hearts[index], bodySurface: bodySurface).findings
        return (findings[.MAP] ?? 0) >= titration.leastMean && (findings[.SBP] ?? 0) >= titration.leastSystolic
      }
      arguments[0] = titration.doses[kept ?? 0]
      return arguments
    }
  }
}

extension FindingValues {
  /// What is larger by how much than in another reading, for what both have.
  public func change(from before: FindingValues) -> FindingValues {
    var change = FindingValues()
    for id in present {
      if let value = self[id], let earlier = before[id] { change[id] = value - earlier }
    }
    return change
  }
}
