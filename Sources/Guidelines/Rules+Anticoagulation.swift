// Anticoagulants after repair and replacement: ESC/EACTS 2025, Recommendation Table 16 and Table 10 (read). The record
// does not tell how long ago an operation was, so rules for the first three months say so and have it confirmed.

import Findings

extension Condition {
  /// What makes clots likelier on a mechanical valve; the source's list from memory.
  static let thromboticFactor = Condition.named(
    "a factor that favours clots (atrial fibrillation, stroke, LVEF < 35 %)",
    .any([.atrialFibrillation, .history(.stroke), .measured(.LVEF, .below, 35)]))
  static let mechanicalWithDoac = Condition.named(
    "mechanical mitral valve and a DOAC", .all([.mechanicalValve, .takes([.doac], "DOAC")]))
  /// The record does not tell when the operation was: each rule's time is to be confirmed.
  static let firstMonths = Condition.without(.untold("more than 3 months since the operation"))
  static let afterFirstMonths = Condition.without(.untold("less than 3 months since the operation"))
  /// No other reason to give an anticoagulant.
  static let noOtherIndication = Condition.all([.not(.atrialFibrillation), .without(.mechanicalValve)])
}

extension RuleBook {
  static let anticoagulation: [Rule] = [
    esc2025(
      "T16-repair", .twoA, "B", .oralAnticoagulation,
      "After surgical repair without another reason for it, consider an anticoagulant (vitamin-K antagonist or DOAC) for "
        + "the first 3 months.",
      when: .all([.surgicallyRepaired, .noOtherIndication, .firstMonths])),
    esc2025(
      "T16-repair-aspirin", .twoB, "B", .aspirin,
      "After surgical repair, where the risk of bleeding is high, aspirin 75–100 mg a day instead of the anticoagulant "
        + "may be considered.",
      when: .all([
        .surgicallyRepaired, .noOtherIndication, .firstMonths, .without(.untold("a risk of bleeding that is not high")),
      ])),
    esc2025(
      "T16-biological", .twoA, "B", .vka,
      "After replacement by a biological valve without another reason for it, consider a vitamin-K antagonist for the "
        + "first 3 months.",
      when: .all([.biologicalValve, .not(.atrialFibrillation), .firstMonths])),
    esc2025(
      "T16-biological-aspirin", .twoB, "C", .aspirin,
      "After the first 3 months with a biological valve, aspirin for life may be considered.",
      when: .all([
        .biologicalValve, .not(.atrialFibrillation), .afterFirstMonths, .without(.untold("a high risk of bleeding")),
      ])),
    esc2025(
      "T16-biological-af", .twoA, "B", .doac,
      "With a biological valve and atrial fibrillation, after the first 3 months consider a DOAC rather than a vitamin-K "
        + "antagonist.",
      when: .all([.biologicalValve, .atrialFibrillation, .afterFirstMonths, .without(.pregnant)])),
    esc2025(
      "T16-mechanical", .one, "A", .vka, "With a mechanical valve, a vitamin-K antagonist for life.",
      when: .mechanicalValve),
    esc2025(
      "T16-mechanical-doac", .three, "A", .doac, avoid: true, "No DOAC with a mechanical valve.",
      when: .mechanicalValve),
    esc2025(
      "T16-mechanical-dapt", .three, "A", .dualAntiplatelet, avoid: true,
      "Two antiplatelet drugs do not replace the vitamin-K antagonist of a mechanical valve.", when: .mechanicalValve),
    inr(
      "T10-inr", "INR 3.0 (2.5 to 3.5)",
      "For the common bileaflet valve in the aortic position it would be 2.5 (2 to 3).",
      .without(.thromboticFactor), .read),
    inr(
      "T10-inr-factor", "INR 3.5 (3 to 4)",
      "For the common bileaflet valve in the aortic position with such a factor it would be 3.0.",
      .asFarAsTold("a factor that favours clots", .thromboticFactor),
      .partRead),
  ]

  static let mechanicalWithDoacRule: [Rule] = [
    Rule(
      "mitral-mechanical-takes-doac", Guideline.allCases, .own, "no DOAC with a mechanical valve", nil, nil, .doac,
      avoid: true,
      "A DOAC is on the list of drugs beside a mechanical valve: change to a vitamin-K antagonist now, and look whether a "
        + "clot has formed.",
      when: .mechanicalWithDoac, evidence: .partRead)
  ]

  /// Where a set has no rows of its own on mechanical valves in this book: what guidelines agree on (recalled).
  static let mechanicalElsewhere: [Rule] = [
    Rule(
      "mitral-mechanical-vka", [.escEacts2021, .accAha2020], .own, "guidelines agree on it", nil, nil, .vka,
      "With a mechanical valve, a vitamin-K antagonist for life.", when: .mechanicalValve, evidence: .recalled),
    Rule(
      "mitral-mechanical-doac", [.escEacts2021, .accAha2020], .own, "guidelines agree on it", nil, nil, .doac,
      avoid: true, "No DOAC with a mechanical valve.", when: .mechanicalValve, evidence: .recalled),
  ]

  private static func inr(
    _ number: String, _ target: String, _ aortic: String, _ factor: Condition, _ evidence: Evidence
  ) -> Rule {
    Rule(
      "esc-2025-" + number, [.escEacts2025], .escEacts2025, "Table 10", nil, nil, .vka,
      "Aim of the vitamin-K antagonist with a mechanical mitral valve: \(target). \(aortic)",
      when: .all([.mechanicalValve, factor]), evidence: evidence)
  }

  private static func esc2025(
    _ number: String, _ strength: RecommendationClass, _ level: String, _ action: RecommendedAction,
    avoid: Bool = false, _ text: String, when: Condition
  ) -> Rule {
    Rule(
      "esc-2025-" + number, [.escEacts2025], .escEacts2025, "Recommendation Table 16", strength, level, action,
      avoid: avoid, text, when: when)
  }
}
