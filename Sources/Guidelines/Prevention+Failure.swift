// Advice for a failing heart, and in and before pregnancy.

import Findings
import Quantities

extension PreventionPatient {
  var fluids: PreventionItem? {
    guard heartFailure else { return nil }
    return PreventionItem(
      .fluids, .pressing, target: "weight every morning; call with 2 kg more in 3 days",
      "Weigh yourself each morning. Call your team if you gain 2 kilos in 3 days. Drink less only if your team says so.",
      clinician: "Daily weight; fluid 1.5–2 L/d only where advised.", .failureEsc2021, .recalled)
  }

  /// For those who have heart failure or a weak ventricle, above all with a leak that seems better.
  var heartFailureDrugs: PreventionItem? {
    let weak = picture[.LVEF].map { $0 < 50 } ?? false
    guard heartFailure || weak else { return nil }
    let taken = takes(.aceInhibitor, .angiotensinBlocker, .arni, .betaBlocker, .mra, .sglt2Inhibitor)
    return PreventionItem(
      .heartFailureDrugs, .pressing,
      (taken ? "Keep taking your heart drugs" : "If you get drugs for your heart, keep taking them")
        + ", also when you feel well.",
      clinician: "Continue the drugs of heart failure, after a treatment of the valve too.",
      .escEacts2025, .partRead)
  }

  /// For those who are pregnant, and for women of an age to be.
  var pregnancy: PreventionItem? {
    let isPlanned = record.sex != .male && has(.planningPregnancy)
    let mayBe = isPlanned || (record.sex == .female && (record.age.map { $0 < 50 } ?? false))
    guard isPregnant || mayBe else { return nil }
    let risky = takes(.aceInhibitor, .angiotensinBlocker, .arni)
    let warfarin = takes(.vka)
    var clinician =
      "No ACE inhibitor, angiotensin blocker or ARNI in pregnancy; a vitamin-K antagonist needs a plan for "
      + "the first trimester. A severe leak with symptoms or a failing ventricle: operate before pregnancy (mWHO III)."
    if risky { clinician += " On record: such a drug is taken." }
    if warfarin { clinician += " On record: a vitamin-K antagonist is taken." }
    let careful = risky || warfarin
    let advice: String =
      if isPregnant {
        "You are pregnant. Your heart team and your birth team should plan together."
          + (careful ? " Some of your drugs can harm the child: call your team today, before you change anything." : "")
      } else {
        (isPlanned
          ? "You plan to have a child: talk to your heart team first."
          : "If you think of having a child, talk to your heart team first.")
          + (careful ? " Some of your drugs can harm a child and must be changed before." : "")
      }
    return PreventionItem(
      .pregnancy, isPregnant || isPlanned || careful ? .pressing : .general, advice, clinician: clinician, .own,
      .recalled)
  }
}
