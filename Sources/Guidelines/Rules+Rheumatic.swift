// Penicillin against rheumatic fever: after an attack (ACC/AHA 2020 with the durations of AHA 2009; ESC/EACTS 2025), by
// mouth where an injection is dangerous (AHA advisory 2022), and for a streptococcal throat (AHA 2009).

import Findings

extension Condition {
  /// The fever ran this way and its prophylaxis is still due.
  fileprivate static func due(_ course: RheumaticCourse) -> Condition {
    .fact(course.meaning + ", prophylaxis still due") { picture in
      if let silent = rheumaticSilence(picture) { return silent }
      guard let span = RheumaticSpan(picture) else { return .unlisted }
      guard span.course == course else { return .no(span.course.meaning) }
      guard let isDue = span.isDue else { return .unknown(span.missing) }
      let told = course.meaning + (span.text.map { "; prophylaxis " + $0 } ?? "")
      return isDue ? .yes(told) : .no(told)
    }
  }

  /// The answer where the record cannot tell of rheumatic fever; nil where it can.
  fileprivate static func rheumaticSilence(_ picture: Picture) -> Answer? {
    picture.record.history == nil ? .unknown(["history"]) : nil
  }

  fileprivate static let withinTenYears = Condition.fact("rheumatic fever within ten years") { picture in
    if let silent = rheumaticSilence(picture) { return silent }
    guard RheumaticCourse(picture) != nil else { return .unlisted }
    guard let attack = picture.record.context.lastRheumaticAttack else {
      return .unknown(["context.lastRheumaticAttack"])
    }
    let told = "last attack of rheumatic fever: " + attack.description
    return RheumaticSpan.isWithin(10, attack, picture.record.today) ? .yes(told) : .no(told)
  }

  fileprivate static let anyDue = Condition.any([
    due(.carditisWithResidualDisease), due(.carditisHealed), due(.withoutCarditis),
  ])
}

extension RuleBook {
  static let rheumatic: [Rule] = [
    duration(
      .carditisWithResidualDisease, "residual",
      "After rheumatic fever that left the valve ill, give penicillin for ten years or to the age of 40, whichever is "
        + "longer; for some, for life."),
    duration(
      .carditisHealed, "healed",
      "After rheumatic fever with carditis and no disease of the valve left, give penicillin for ten years or to the age "
        + "of 21, whichever is longer."),
    duration(
      .withoutCarditis, "no-carditis",
      "After rheumatic fever without carditis, give penicillin for five years or to the age of 21, whichever is longer."
    ),
    Rule(
      "esc-2025-rheumatic-secondary", [.escEacts2025], .escEacts2025, "rheumatic mitral disease", nil, nil,
      .rheumaticProphylaxis,
      "After rheumatic fever, give long-acting penicillin every three to four weeks for ten years at least, longer where "
        + "the risk is high: with disease of the valve left, to the age of 40 at least.",
      when: .any([.withinTenYears, .due(.carditisWithResidualDisease)])),
    Rule(
      "aha-2022-rheumatic-oral", [.accAha2020], .rheumaticAha2022, "Table 1", nil, nil, .rheumaticProphylaxis,
      "Prefer penicillin by mouth to the injection in rheumatic disease with a weak ventricle, a severely narrowed valve "
        + "or symptoms on little effort: the injection has been followed by sudden death in such patients.",
      when: .all([
        .anyDue,
        .any([
          .nyhaAtLeast(.three), .measured(.LVEF, .below, 50),
          .asFarAsTold("severe mitral stenosis", .measured(.MVA, .atMost, 1.5)),
        ]),
      ])),
    Rule(
      "aha-2009-rheumatic-primary", [.accAha2020], .rheumaticAha2009, "treatment of streptococcal throat", nil, nil,
      .rheumaticProphylaxis,
      "Treat a streptococcal throat with a full course of penicillin or amoxicillin, begun within nine days.",
      when: .history(.streptococcalThroat, "streptococcal throat"), evidence: .partRead),
  ]

  private static func duration(_ course: RheumaticCourse, _ name: String, _ text: String) -> Rule {
    Rule(
      "acc-aha-2020-rheumatic-" + name, [.accAha2020], .accAha2020,
      "secondary prevention of rheumatic fever, durations of AHA 2009", .one, nil, .rheumaticProphylaxis, text,
      when: .due(course))
  }
}
