// Drugs before devices: the treatment of the failing ventricle behind a secondary leak, resynchronisation, fluid, and
// the natriuretic peptides.

import Findings

extension Condition {
  /// Sinus rhythm, LVEF ≤ 35 %, left bundle branch block and a QRS of 150 ms or more, with symptoms.
  static let resynchronisationStrong = resynchronisation(
    "LVEF ≤ 35 %, sinus rhythm, LBBB, QRS ≥ 150 ms", [.measured(.QRS, .atLeast, 150)])
  static let resynchronisationWeaker = resynchronisation(
    "LVEF ≤ 35 %, sinus rhythm, LBBB, QRS 130 to 149 ms",
    [.measured(.QRS, .atLeast, 130), .measured(.QRS, .below, 150)])

  /// Nobody is asked for a QRS before an ejection fraction is known; other rules ask for that one.
  private static let weakEnough = asFarAsTold("LVEF ≤ 35 %", .measured(.LVEF, .atMost, 35))

  private static func resynchronisation(_ name: String, _ width: [Condition]) -> Condition {
    .named(
      name,
      .all(
        [.weakEnough, .chronic, .sinusRhythm, .sign(.LBBB, "left bundle branch block")] + width + [.symptoms]))
  }
}

extension Condition {
  /// Congestion as far as told, and no loop diuretic against it yet.
  static let congestedWithoutDiuretic = Condition.all([
    .asFarAsTold("congestion", .congestion), .chronic, .seen(.moderate, "leak moderate or severe"),
    .without(.takesLoopDiuretic),
  ])
}

extension RuleBook {
  static let heartFailure: [Rule] = [
    Rule(
      "esc-2025-HF1", [.escEacts2025], .escEacts2025, "§9.2.3", nil, nil, .heartFailureTherapy,
      "The four pillars of heart-failure treatment come before any device, brought up within about 6 weeks, and go on "
        + "after it; look at the leak again after 1 to 3 months.",
      when: .all([
        .ventricularOrMixed, .measured(.LVEF, .below, 50), .chronic, .without(.pregnant), .without(.pillarsInPlace),
      ])),
    Rule(
      "esc-2025-HF-continue", [.escEacts2025], .escEacts2025, "§9.2.4.3", nil, nil, .heartFailureTherapy,
      "The drugs of heart failure are in place: continue them, after a treatment of the valve too.",
      when: .all([
        .ventricularOrMixed, .measured(.LVEF, .below, 50), .chronic, .without(.pregnant),
        .asFarAsTold("the four pillars in place", .pillarsInPlace),
      ])),
    Rule(
      "hf-esc-drugs", [.escEacts2021], .escHeartFailure2021, "drug treatment of reduced ejection fraction", nil, nil,
      .heartFailureTherapy,
      "Before any device: treat heart failure with reduced ejection fraction by its four pillars, at the best dose borne, "
        + "then look at the leak again.",
      when: .all([.reducedFraction, .without(.pregnant), .without(.pillarsInPlace)]), evidence: .recalled),
    Rule(
      "hf-esc-crt-wide", [.escEacts2025, .escEacts2021], .escHeartFailure2021, "resynchronisation", .one, nil,
      .resynchronisation,
      "Resynchronise a heart in sinus rhythm with LVEF of 35 % or less, left bundle branch block and a QRS of 150 ms or "
        + "more.",
      when: .all([.resynchronisationStrong, .not(.resynchronised)]), evidence: .recalled),
    Rule(
      "hf-esc-crt", [.escEacts2025, .escEacts2021], .escHeartFailure2021, "resynchronisation", .twoA, nil,
      .resynchronisation,
      "Consider resynchronising a heart in sinus rhythm with LVEF of 35 % or less, left bundle branch block and a QRS of "
        + "130 to 149 ms.",
      when: .all([.resynchronisationWeaker, .not(.resynchronised)]), evidence: .recalled),
    Rule(
      "hf-acc-crt-wide", [.accAha2020], .accHeartFailure2022, "resynchronisation", .one, nil, .resynchronisation,
      "Resynchronise a heart in sinus rhythm with LVEF of 35 % or less, left bundle branch block and a QRS of 150 ms or "
        + "more.",
      when: .all([.resynchronisationStrong, .not(.resynchronised)]), evidence: .recalled),
    Rule(
      "hf-esc-diuretic", [.escEacts2025, .escEacts2021], .escHeartFailure2021, "congestion", nil, nil, .loopDiuretic,
      "Give a loop diuretic against congestion.",
      when: .congestedWithoutDiuretic, evidence: .recalled),
    Rule(
      "hf-acc-diuretic", [.accAha2020], .accHeartFailure2022, "congestion", nil, nil, .loopDiuretic,
      "Give a loop diuretic against congestion.",
      when: .congestedWithoutDiuretic, evidence: .recalled),
    Rule(
      "hf-esc-peptide", [.escEacts2025, .escEacts2021], .escHeartFailure2021, "natriuretic peptides", nil, nil,
      .otherCause,
      "A BNP below 100 pg/mL or an NT-proBNP below 300 pg/mL makes acute heart failure unlikely: look for another cause "
        + "of breathlessness that came suddenly.",
      when: .all([
        .acuteOrLikelyAcute, .symptoms,
        .asFarAsTold(
          "a low natriuretic peptide", .any([.measured(.BNP, .below, 100), .measured(.NTproBNP, .below, 300)])),
      ])),
  ]
}
