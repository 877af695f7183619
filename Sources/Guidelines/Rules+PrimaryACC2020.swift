// Primary regurgitation by the ACC/AHA guideline of 2020, section 7.3.3. From memory of the literature, partly checked
// against secondary sources; the contents are sure, the exact levels of evidence less so. Atrial fibrillation and
// pulmonary pressure, triggers in 2014, are no recommendations of their own in 2020.

import Findings

extension Condition {
  static let stageC1 = Condition.named(
    "stage C1 (severe primary leak, no symptoms, left ventricle preserved)",
    .all([.severePrimary, .asymptomatic, .preserved]))
  static let stageC2 = Condition.named(
    "stage C2 (severe primary leak, no symptoms, left ventricle failing)",
    .all([.severePrimary, .asymptomatic, .dysfunction]))
  static let stageD = Condition.named("stage D (severe primary leak with symptoms)", .all([.severePrimary, .symptoms]))
  /// Surgery by one of the rows A1 and A2.
  static let operationAcc2020 = Condition.named(
    "surgery of a primary leak indicated (rows A1 and A2)", .any([.all([.stageD, .operable]), .stageC2]))
  static let earlyRepairAcc2020 = Condition.named(
    "stage C1, repair almost certain and safe, in a valve centre",
    .all([.stageC1, .repairLikelihood(above: 95), .mortality(below: 1), .valveCentre]))
  /// ACC/AHA count 130/80 mmHg and above as hypertension.
  static let normotensive = Condition.named(
    "normal blood pressure",
    .all([.measured(.SBP, .below, 130), .without(.history(.hypertension))]))
}

extension RuleBook {
  static let primaryAcc2020: [Rule] = [
    acc2020(
      "A1", .one, "B-NR", .mitralValveSurgery,
      "Intervene on a severe primary leak with symptoms, whatever the function of the left ventricle: by surgery "
        + "where its risk is not high.",
      when: .all([.stageD, .operable])),
    acc2020(
      "A1-risk", .one, "B-NR", .intervention,
      "Intervene on a severe primary leak with symptoms, whatever the function of the left ventricle; where the risk "
        + "of surgery is high, the choice between surgeon and catheter is the Heart Team's.",
      when: .all([.stageD, .highRisk])),
    acc2020(
      "A2", .one, "B-NR", .mitralValveSurgery,
      "Operate on a severe primary leak without symptoms once the left ventricle has begun to fail.", when: .stageC2),
    acc2020(
      "A3", .one, "B-NR", .mitralValveRepair,
      "Where surgery is indicated for degenerative disease and a durable repair is possible, repair the valve rather "
        + "than replace it.",
      when: .all([.operationAcc2020, .degenerative, .durableRepairLikely])
    ).sayingHow(),
    acc2020(
      "A4", .twoA, "B-NR", .mitralValveRepair,
      "Repair is reasonable for a severe primary leak without symptoms and with a normal left ventricle, at a valve "
        + "centre, where it is more than 95 % likely to succeed and last and the expected mortality is below 1 %.",
      when: .earlyRepairAcc2020),
    acc2020(
      "A5", .twoB, "C-LD", .mitralValveSurgery,
      "Surgery may be considered for a severe primary leak without symptoms where three or more studies show the left "
        + "ventricle growing or its ejection fraction falling, whatever the likelihood of repair.",
      when: .all([.stageC1, .lvWorseningOnThreeStudies])),
    acc2020(
      "A6", .twoA, "B-NR", .teer,
      "Edge-to-edge repair by catheter is reasonable for a severe primary leak in NYHA class III or IV where surgery "
        + "is of high or prohibitive risk, the anatomy suits and a year of life or more is expected.",
      when: .all([.severePrimary, .nyhaAtLeast(.three), .highRisk, .teerSuitable, .lifeExpectancy(atLeast: 1)])),
    acc2020(
      "A7", .twoB, "B-NR", .mitralValveRepair,
      "Repair may be considered for rheumatic disease with symptoms in an experienced centre where it is likely to last.",
      when: .all([.stageD, .rheumatic, .durableRepairLikely, .valveCentre])
    ).sayingHow(),
    acc2020(
      "A8", .threeHarm, "B-NR", .mitralValveReplacement, avoid: true,
      "Do not replace a valve whose disease is limited to less than half of the posterior leaflet, unless a repair was "
        + "tried at a valve centre and failed.",
      when: .all([
        .operationAcc2020, .degenerative,
        .without(.named("a repair that is unlikely to last", .not(.durableRepairLikely))),
        .without(.untold("disease beyond half of the posterior leaflet")),
        .without(.untold("a failed repair at a valve centre")),
      ])),
    acc2020(
      "A9", .twoA, "B-NR", .heartFailureTherapy,
      "Drugs for heart failure are reasonable for a severe primary leak with a failing left ventricle, with symptoms or "
        + "without, where surgery is impossible or delayed.",
      when: .all([.severePrimary, .dysfunction, .prohibitiveRisk, .without(.pillarsInPlace)])),
    acc2020(
      "A10", .threeNoBenefit, "B-NR", .vasodilator, avoid: true,
      "Vasodilators bring no benefit in a primary leak without symptoms, with normal blood pressure and a normal left "
        + "ventricle.",
      when: .all([.any([.severePrimary, .moderatePrimary]), .asymptomatic, .preserved, .normotensive])),
  ]

  private static func acc2020(
    _ number: String, _ strength: RecommendationClass, _ level: String, _ action: RecommendedAction,
    avoid: Bool = false, _ text: String, when: Condition
  ) -> Rule {
    Rule(
      "acc-2020-" + number, [.accAha2020], .accAha2020, "§7.3.3", strength, level, action, avoid: avoid, text,
      when: when, evidence: .recalled)
  }
}
