// Patients for the rules on endocarditis and rheumatic fever.

import Findings
import Guidelines

extension RuleExamples {
  private static let base = Patients.mild(Patients.primary)
  private static let fever = base.with {
    $0.history = [.rheumaticFever, .rheumaticCarditis]
    $0.context.lastRheumaticAttack = date("2021-03")
  }
  private static let healed = fever.with {
    $0.see([], not: [.prolapse])
    $0.set([.EROA: 0, .RVol: 0, .RF: 0])
  }
  private static func past(_ record: inout ClinicalRecord) { record.context.lastRheumaticAttack = date("1985") }

  static let prevention: [RuleExample] =
    ["aha-2021", "esc-2023"].flatMap { document in
      [
        RuleExample(
          document + "-endocarditis-prosthesis", base.with { $0.treatments = ["replacement-biological"] }, silent: base),
        RuleExample(
          document + "-endocarditis-earlier", base.with { $0.history = [.endocarditis] }, silent: base),
        RuleExample(
          document + "-endocarditis-congenital", base.with { $0.history = [.cyanoticHeartDisease] }, silent: base),
        RuleExample(document + "-endocarditis-native", base) { $0.treatments = ["repair"] },
      ]
    }
    + [
      RuleExample("aha-2021-endocarditis-repair", base.with { $0.treatments = ["repair"] }, silent: base),
      RuleExample("aha-2021-endocarditis-repair", base.with { $0.treatments = ["edge-to-edge"] }, silent: base),
      RuleExample("esc-2023-endocarditis-clip", base.with { $0.treatments = ["edge-to-edge"] }, silent: base),
      RuleExample("acc-aha-2020-rheumatic-residual", fever, silent: fever.with(past)),
      RuleExample("acc-aha-2020-rheumatic-healed", healed, silent: healed.with(past)),
      RuleExample(
        "acc-aha-2020-rheumatic-no-carditis",
        fever.with {
          $0.history = [.rheumaticFever]
          $0.context.lastRheumaticAttack = date("2023-03")
        }
      ) {
        $0.context.lastRheumaticAttack = date("2020-03")
      },
      RuleExample("esc-2025-rheumatic-secondary", fever, silent: fever.with(past)),
      RuleExample("aha-2022-rheumatic-oral", fever.with { $0.set(.LVEF, 45) }) { $0.set([.LVEF: 55, .MVA: 4]) },
      RuleExample("aha-2009-rheumatic-primary", base.with { $0.history = [.streptococcalThroat] }, silent: base),
    ]
}
