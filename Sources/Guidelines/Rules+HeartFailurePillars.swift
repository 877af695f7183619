// The four pillars of drug treatment for a heart with reduced ejection fraction: which a patient takes, and which are
// missing. Target doses are for clinicians: ESC heart failure 2021 and ACC 2022, from memory of the literature.

import Findings

/// One of the four pillars.
public enum HeartFailurePillar: Int, CaseIterable, Sendable {
  case raas, betaBlocker, mra, sglt2

  /// In rule names.
  var identifier: String {
    switch self {
    case .raas: "raas"
    case .betaBlocker: "beta-blocker"
    case .mra: "mra"
    case .sglt2: "sglt2"
    }
  }

  public var meaning: String {
    switch self {
    case .raas: "ARNI, ACE inhibitor or angiotensin blocker"
    case .betaBlocker: "beta blocker"
    case .mra: "mineralocorticoid antagonist"
    case .sglt2: "SGLT2 inhibitor"
    }
  }

  /// Any of these makes the pillar stand.
  public var classes: [DrugClass] {
    switch self {
    case .raas: [.arni, .aceInhibitor, .angiotensinBlocker]
    case .betaBlocker: [.betaBlocker]
    case .mra: [.mra]
    case .sglt2: [.sglt2Inhibitor]
    }
  }

  /// By the identifiers of the treatments' catalogue.
  var treatments: [String] {
    var names: [String] = []
    for one in classes { names.append(one.rawValue) }
    return names
  }

  /// Drugs and target doses, for clinicians only.
  public var targets: String {
    switch self {
    case .raas:
      "sacubitril/valsartan 97/103 mg twice a day (from 24/26 or 49/51), or ramipril 10 mg a day, enalapril 10–20 mg "
        + "twice a day, lisinopril 20–40 mg a day, or valsartan 160 mg twice a day, candesartan 32 mg a day, losartan "
        + "150 mg a day; hydralazine with nitrate where none of these is tolerated"
    case .betaBlocker:
      "carvedilol 25 mg twice a day (50 mg above 85 kg), bisoprolol 10 mg a day, metoprolol succinate 200 mg a day"
    case .mra: "spironolactone 25–50 mg a day, eplerenone 50 mg a day"
    case .sglt2: "dapagliflozin 10 mg a day, empagliflozin 10 mg a day"
    }
  }

  /// Whether the pillar stands; nil where no list of drugs was told, or one with a line that says nothing known.
  public func stands(_ record: ClinicalRecord) -> Bool? {
    var isSure = true
    for drug in classes {
      let takes = record.takes(drug)
      if takes == true { return true }
      if takes == nil { isSure = false }
    }
    return isSure ? false : nil
  }
}

extension Condition {
  /// The ejection fraction that the four pillars are for. Not in an acute leak: there a beta blocker harms, and the
  /// others lower a pressure that may be low already.
  static let reducedFraction = Condition.named(
    "heart failure with reduced ejection fraction (LVEF ≤ 40 %)",
    .all([.ventricularOrMixed, .measured(.LVEF, .atMost, 40), .chronic]))
}

extension Condition {
  /// A drug of the pillar is on the list; where there is no list, drugs told to be at their best speak for it.
  static func takesPillar(_ pillar: HeartFailurePillar) -> Condition {
    .fact("takes \(pillar.meaning)") { picture in
      let told = picture.record.context
      if told.drugs == nil, told.optimisedMedicalTherapy == true {
        return .yes("drugs for the heart at their best dose")
      }
      return takesAnswer(pillar.classes, pillar.meaning, picture)
    }
  }
}

extension RuleBook {
  static let heartFailurePillars: [Rule] = {
    var rules: [Rule] = []
    for pillar in HeartFailurePillar.allCases {
      rules.append(missing(pillar, "esc", [.escEacts2025, .escEacts2021], .escHeartFailure2021))
    }
    for pillar in HeartFailurePillar.allCases {
      rules.append(missing(pillar, "acc", [.accAha2020], .accHeartFailure2022))
    }
    return rules
  }()

  private static func missing(
    _ pillar: HeartFailurePillar, _ prefix: String, _ sets: [Guideline], _ source: RuleSource
  ) -> Rule {
    Rule(
      "hf-" + prefix + "-" + pillar.identifier, sets, source, "drug treatment of reduced ejection fraction", nil, nil,
      .heartFailureTherapy,
      "A pillar of heart-failure treatment is missing: \(pillar.meaning). Targets: \(pillar.targets).",
      when: .all([
        .reducedFraction, .not(.takesPillar(pillar)), .without(.pregnant),
      ]),
      evidence: .recalled
    ).speaking(of: pillar.treatments)
  }
}
