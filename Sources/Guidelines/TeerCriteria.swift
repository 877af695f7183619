// The criteria for edge-to-edge repair by catheter, line by line: what each guideline asks of a secondary leak, and
// what the device asks of the anatomy. The rules use these very conditions; the checklist shows them one by one.

import Findings

/// One line of a checklist.
public struct TeerCriterion: Sendable {
  /// In words.
  public let text: String
  public let condition: Condition
  /// Who asks for it, with the year.
  public let source: RuleSource
  public let section: String
  public let evidence: Evidence
}

/// What became of a line for a patient.
public struct TeerCriterionResult: Sendable {
  public let criterion: TeerCriterion
  /// Met, not met, or not known.
  public let truth: Truth
  /// True statements about the patient that carry the answer.
  public let because: [String]
  /// What would settle it, by the names of the case file; empty unless unknown.
  public let missing: [String]
  /// Met only because the record is silent about these: to be confirmed.
  public let toConfirm: [String]

  /// "met", "not met", "unknown" or "assumed met".
  public var word: String {
    switch truth {
    case .yes: toConfirm.isEmpty ? "met" : "assumed met"
    case .no: "not met"
    case .unknown: "unknown"
    }
  }

  /// "LVIDs ≤ 70 mm: met (LVIDs 62 mm ≤ 70 mm)".
  public var line: String {
    let told = truth == .unknown ? missing : toConfirm.isEmpty ? because : toConfirm
    let label = truth == .unknown ? "missing: " : toConfirm.isEmpty ? "" : "to confirm: "
    return criterion.text + ": " + word + (told.isEmpty ? "" : " (" + label + Texts.list(told, by: "; ") + ")")
  }
}

/// The checklists.
public enum TeerCriteria {
  /// ESC/EACTS 2025, Table 7: all must be met for a recommendation of class I.
  public static let escEacts2025: [TeerCriterion] = lines(
    .escEacts2025, "§9.2, Table 7", .read,
    [
      ("anatomy suitable for TEER", .teerSuitable),
      ("NYHA class II or higher", .nyhaAtLeast(.two)),
      ("LVEF 20 to 50 %", .all([.measured(.LVEF, .atLeast, 20), .measured(.LVEF, .atMost, 50)])),
      ("LVIDs ≤ 70 mm", .measured(.LVIDs, .atMost, 70)),
      (
        "admitted for heart failure in the past year, or BNP ≥ 300 pg/mL, or NTproBNP ≥ 1000 pg/mL",
        .any([.recentlyAdmitted, .measured(.BNP, .atLeast, 300), .measured(.NTproBNP, .atLeast, 1000)])
      ),
      ("PASP ≤ 70 mmHg", .measured(.PASP, .atMost, 70)),
      ("no severe right ventricular dysfunction", .without(.rightVentricleSeverelyWeak)),
      ("no advanced heart failure (stage D)", .without(.history(.advancedHeartFailure))),
      ("no coronary disease that needs revascularisation", .without(.coronariesToOpen)),
      ("no severe aortic valve disease", .without(.severeAortic)),
      ("no severe tricuspid disease", .without(.severeTricuspid)),
      (
        "no hypertrophic, restrictive or infiltrative cardiomyopathy",
        .without(
          .any(
            Condition.anyHistory([
              .hypertrophicCardiomyopathy, .restrictiveCardiomyopathy, .infiltrativeCardiomyopathy,
            ])))
      ),
    ])

  /// The likes of the COAPT trial's patients, which ESC/EACTS 2021 asks for.
  public static let escEacts2021: [TeerCriterion] = lines(
    .escEacts2021, "COAPT-like patients", .partRead,
    [
      ("anatomy suitable for TEER", .teerSuitable),
      ("LVEF ≥ 20 %", .measured(.LVEF, .atLeast, 20)),
      ("LVIDs ≤ 70 mm", .measured(.LVIDs, .atMost, 70)),
      ("PASP ≤ 70 mmHg", .measured(.PASP, .atMost, 70)),
      ("MVA ≥ 4 cm²", .measured(.MVA, .atLeast, 4)),
      ("no failure of the right heart", .without(.rightVentricleSeverelyWeak)),
      (
        "no lung disease that needs oxygen at home",
        .without(
          .named(
            "chronic lung disease with oxygen at home",
            .all([.history(.chronicLungDisease), .untold("oxygen at home")])))
      ),
      (
        "NYHA class II to IV, able to walk about",
        .all([.nyhaAtLeast(.two), .without(.all([.nyhaAtLeast(.four), .untold("symptoms at rest in bed")]))])
      ),
    ])

  /// ACC/AHA 2020, section 7.4.
  public static let accAha2020: [TeerCriterion] = lines(
    .accAha2020, "§7.4", .recalled,
    [
      ("anatomy suitable for TEER", .teerSuitable),
      ("NYHA class II to IV", .nyhaAtLeast(.two)),
      ("LVEF 20 to 50 %", .all([.measured(.LVEF, .atLeast, 20), .measured(.LVEF, .atMost, 50)])),
      ("LVIDs ≤ 70 mm", .measured(.LVIDs, .atMost, 70)),
      ("PASP ≤ 70 mmHg", .measured(.PASP, .atMost, 70)),
    ])

  /// What the device asks of the valve, as far as it can be measured. A posterior leaflet of 10 mm is asked for too,
  /// and no finding tells its length.
  public static let anatomy: [TeerCriterion] =
    lines(
      .escEacts2025, "§9.2, typical anatomy", .read, [("MVA ≥ 4 cm²", .measured(.MVA, .atLeast, 4))])
    + lines(.everest, "inclusion by echocardiogram", .recalled, tethered + flail)
    + lines(
      .own, "a clip must leave a mean gradient below 5 mmHg (recalled)", .recalled,
      [("MVmeanGradient < 5 mmHg already before the clip", .measured(.MVmeanGradient, .below, 5))])

  private static let tethered: [(text: String, condition: Condition)] = [
    ("coaptationDepth < 11 mm", .measured(.coaptationDepth, .below, 11)),
    ("coaptationLength ≥ 2 mm", .measured(.coaptationLength, .atLeast, 2)),
  ]
  private static let flail: [(text: String, condition: Condition)] = [
    ("flailGap < 10 mm", .measured(.flailGap, .below, 10)),
    ("flailWidth < 15 mm", .measured(.flailWidth, .below, 15)),
  ]

  /// The criteria of a set of rules for a secondary leak.
  public static func criteria(of guideline: Guideline) -> [TeerCriterion] {
    switch guideline {
    case .escEacts2025: escEacts2025
    case .escEacts2021: escEacts2021
    case .accAha2020: accAha2020
    }
  }

  /// The checklist of the patient's set of rules, line by line.
  public static func checklist(_ picture: Picture) -> [TeerCriterionResult] {
    results(criteria(of: picture.guideline), picture)
  }

  /// The lines on anatomy that something was measured for.
  public static func measuredAnatomy(_ picture: Picture) -> [TeerCriterionResult] {
    var known: [TeerCriterionResult] = []
    for one in results(anatomy, picture) where one.truth != .unknown { known.append(one) }
    return known
  }

  static func results(_ criteria: [TeerCriterion], _ picture: Picture) -> [TeerCriterionResult] {
    var results: [TeerCriterionResult] = []
    for criterion in criteria {
      let found = criterion.condition.evaluate(picture)
      results.append(
        TeerCriterionResult(
          criterion: criterion, truth: found.truth, because: found.reasons, missing: found.missing,
          toConfirm: found.truth == .yes ? found.toConfirm : []))
    }
    return results
  }

  /// All lines together, as the rules ask for them.
  static func all(_ criteria: [TeerCriterion]) -> Condition {
    var parts: [Condition] = []
    for criterion in criteria { parts.append(criterion.condition) }
    return .all(parts)
  }

  private static func lines(
    _ source: RuleSource, _ section: String, _ evidence: Evidence, _ lines: [(text: String, condition: Condition)]
  ) -> [TeerCriterion] {
    var criteria: [TeerCriterion] = []
    for line in lines {
      criteria.append(
        TeerCriterion(
          text: line.text, condition: line.condition, source: source, section: section, evidence: evidence))
    }
    return criteria
  }
}

extension Condition {
  static let rightVentricleSeverelyWeak = Condition.fact("severe right ventricular dysfunction") { picture in
    guard let grade = picture.record.signs.rightVentricularFunction else {
      return .unknown([QualitativeID.rvFunction.identifier])
    }
    let told =
      "right ventricular dysfunction \(grade == .none ? "none" : QualitativeID.rvFunction.spec.values[grade.rawValue])"
    return grade == .severe ? .yes(told) : .no(told)
  }

  static let severeTricuspid = Condition.fact("severe tricuspid disease") { picture in
    guard let grade = picture.record.signs.tricuspidGrade else {
      return picture.record.otherValves.contains(.tricuspid) ? .unknown([QualitativeID.TRgrade.identifier]) : .unlisted
    }
    let told = "tricuspid leak \(QualitativeID.TRgrade.spec.values[grade.rawValue])"
    return grade == .severe ? .yes(told) : .no(told)
  }

  /// A record knows lesions of the aortic valve, not how severe they are.
  static let severeAortic = untold("severe aortic valve disease")
}
