// Pregnancy and the wish for one. From memory of the literature, with medium confidence; no class is given.

import Findings
import Quantities

extension Condition {
  /// Men and women past 55 are not asked.
  static let planningPregnancy = Condition.fact("planning pregnancy") { picture in
    let record = picture.record
    if record.sex == .male { return .no("") }
    if record.lists(.planningPregnancy) == true { return .yes("history: planning pregnancy") }
    if let age = record.age, age > 55 { return .no("") }
    return record.history == nil ? .unknown(["history"]) : .unlisted
  }

  /// Women under 50: our limit for asking about a wish for children.
  static let mayBearChildren = Condition.named("woman under 50 years", .all([.woman, .age(.below, 50)]))
}

extension RuleBook {
  static let pregnancy: [Rule] = [
    own(
      "mitral-pregnancy-before", .pregnancyCounselling,
      "A severe leak with symptoms or a failing left ventricle should be operated on before a pregnancy (class III of "
        + "the modified WHO risk): raise it with every woman who may wish for one.",
      .all([
        .any([.mayBearChildren, .planningPregnancy]), .severe, .chronic, .nativeValve, .without(.pregnant),
        .any([.symptoms, .dysfunction]),
      ])),
    own(
      "mitral-pregnancy-planned", .pregnancyCounselling,
      "A pregnancy is planned: the heart team and the obstetric team go through it before it begins. ACE inhibitors, "
        + "angiotensin blockers and ARNI are changed before; a vitamin-K antagonist needs a plan for the first three "
        + "months.",
      .all([
        .planningPregnancy, .not(.pregnant), .chronic, .any([.leaking, .illNativeValve, .carriesProsthesis]),
      ])),
    own(
      "mitral-pregnancy", .pregnancyCounselling,
      "In pregnancy a leaking valve is borne better than a narrow one; follow it together with an obstetric team.",
      .all([.pregnant, .chronic, .any([.leaking, .illNativeValve])])),
    own(
      "mitral-pregnancy-acute", .pregnancyCounselling,
      "An acute leak in pregnancy: Heart Team and obstetricians together, at once; nitroprusside only where nothing else "
        + "serves, for the child's sake.",
      .all([.pregnant, .acuteOrLikelyAcute])),
    Rule(
      "mitral-pregnancy-raas", Guideline.allCases, .own, "drugs in pregnancy, recalled", nil, nil, .raasBlocker,
      avoid: true,
      "No ACE inhibitor, angiotensin blocker or ARNI in pregnancy.", when: .pregnant, evidence: .recalled),
  ]

  private static func own(
    _ id: String, _ action: RecommendedAction, _ text: String, _ when: Condition
  ) -> Rule {
    Rule(
      id, Guideline.allCases, .own, "modified WHO classes, recalled with medium confidence", nil, nil, action, text,
      when: when, evidence: .recalled)
  }
}
