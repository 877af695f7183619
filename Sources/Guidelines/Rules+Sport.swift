// Sport with a leaking mitral valve: ESC sports cardiology 2020 (read). It goes with the ESC sets. It speaks of the leak
// alone: a narrow valve, and beside a mild leak a torn chord or a weak ventricle, set limits of their own.

import Findings
import Quantities

extension Condition {
  /// LVIDd over body surface, mm/m², by sex.
  private static let smallForTheBody = Condition.fact("LVIDd/BSA < 35.3 mm/m² in men, < 40 mm/m² in women") { picture in
    var missing: [String] = []
    if picture[.LVIDd] == nil { missing.append(FindingID.LVIDd.identifier) }
    missing += missingBody(picture)
    if picture.record.sex == nil { missing.append("patient.sex") }
    guard missing.isEmpty, let sex = picture.record.sex, let width = picture[.LVIDd],
      let surface = picture[.BSA]
    else { return .unknown(missing.isEmpty ? [FindingID.BSA.identifier] : missing) }
    let limit = sex == .male ? 35.3 : 40
    let index = width / surface
    let isSmall = Comparison.below.holds(index, limit)
    let told =
      "LVIDd/BSA \(FixedText.fixed(index, digits: 2)) mm/m² \(isSmall ? "<" : "≥") "
      + "\(FixedText.fixed(limit, digits: 1, atLeast: 0)) mm/m²"
    return isSmall ? .yes(told) : .no(told)
  }

  static let fitForSport = Condition.named(
    "LVIDd < 60 mm or small for the body, LVEF ≥ 60 %, PASP < 50 mmHg, normal exercise test",
    .all([
      .any([.measured(.LVIDd, .below, 60), .smallForTheBody]), .measured(.LVEF, .atLeast, 60),
      .measured(.PASP, .below, 50), .without(.untold("an abnormal exercise test")),
    ]))
}

extension RuleBook {
  static let sport: [Rule] = [
    esc2020(
      "mild", .one, .sport, "With a mild leak and no symptoms: all sport.",
      when: .all([.mild, .asymptomatic, .not(.toldNarrow), .not(.toldTorn), .not(.toldWeak)])),
    esc2020(
      "moderate", .twoA, .sport,
      "With a moderate leak, no symptoms, a sound ventricle, a pulmonary pressure below 50 mmHg and a normal exercise "
        + "test: all sport, competition included.",
      when: .all([.moderate, .asymptomatic, .fitForSport, .not(.toldNarrow)])),
    esc2020(
      "severe", .twoB, .sport,
      "With a severe leak, no symptoms, a sound ventricle, a pulmonary pressure below 50 mmHg and a normal exercise "
        + "test: leisure sport of low or moderate intensity, competition of low intensity.",
      when: .all([.severe, .chronic, .asymptomatic, .fitForSport, .not(.toldNarrow)])),
    esc2020(
      "fraction", .three, .competitiveSport, avoid: true, "No competitive sport with an LVEF below 60 %.",
      when: .all([.leaking, .chronic, .measured(.LVEF, .below, 60)])),
    Rule(
      "esc-2020-sport-collision", [.escEacts2025, .escEacts2021], .escSport2020, "mitral regurgitation", nil, nil,
      .collisionSport, avoid: true,
      "No sport with collisions while taking an anticoagulant for atrial fibrillation.",
      when: .all([.atrialFibrillation, .anticoagulated])),
  ]

  private static func esc2020(
    _ name: String, _ strength: RecommendationClass, _ action: RecommendedAction, avoid: Bool = false, _ text: String,
    when: Condition
  ) -> Rule {
    Rule(
      "esc-2020-sport-" + name, [.escEacts2025, .escEacts2021], .escSport2020, "mitral regurgitation", strength, "C",
      action, avoid: avoid, text, when: when)
  }
}
