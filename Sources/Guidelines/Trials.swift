// What happened in trials and series: figures to hang a forecast on, each with its source and how well it was checked.

import Findings

/// A published result.
public struct TrialAnchor: Sendable {
  /// What patients it is about.
  public enum Situation: Int, CaseIterable, Sendable {
    case secondaryTeer, secondarySurgery, primaryTeer, primaryRepair, replacement
  }

  /// "COAPT".
  public let name: String
  public let year: Int
  public let situations: [Situation]
  /// Who took part.
  public let base: String
  /// What happened.
  public let result: String
  public let source: String
  public let evidence: Evidence

  /// Every anchor, as the rule base prints them.
  public static let all: [TrialAnchor] = [
    TrialAnchor(
      name: "COAPT", year: 2018, situations: [.secondaryTeer], base: "614 patients, mean LVEF 31 %",
      result: "In 24 months 35.8 against 67.9 admissions for heart failure per 100 patient-years with and without "
        + "the clip; 29.1 against 46.1 % died. After 5 years 73.6 % of those with the clip had died or been admitted.",
      source: "5 years: ESC/EACTS 2025 (read); the rest recalled", evidence: .partRead),
    TrialAnchor(
      name: "MITRA-FR", year: 2018, situations: [.secondaryTeer], base: "304 patients, mean LVEF 33 %",
      result: "In 12 months 54.6 % with and 51.3 % without the clip died or were admitted for heart failure.",
      source: "recalled", evidence: .recalled),
    TrialAnchor(
      name: "RESHAPE-HF2", year: 2024, situations: [.secondaryTeer],
      base: "505 patients, median EROA about 0.23 cm², LVEF about 31 %",
      result: "With the clip 0.64 times as many admissions for heart failure or deaths of the heart; 10.9 points (6.8 "
        + "to 15.0) more on the KCCQ scale of well-being.",
      source: "effect: ESC/EACTS 2025 (read); EROA recalled, medium confidence", evidence: .partRead),
    TrialAnchor(
      name: "COAPT, MITRA-FR and RESHAPE-HF2 together", year: 2025, situations: [.secondaryTeer],
      base: "meta-analysis of the three trials",
      result:
        "Hazard of admission for heart failure 0.63 times (0.50 to 0.80) with the clip; no significant difference "
        + "in deaths.",
      source: "ESC/EACTS 2025", evidence: .read),
    TrialAnchor(
      name: "MATTERHORN", year: 2024, situations: [.secondaryTeer, .secondarySurgery],
      base: "secondary leaks, 84 % ventricular",
      result: "At 1 year the clip was no worse than surgery, and safer.", source: "ESC/EACTS 2025", evidence: .read),
    TrialAnchor(
      name: "CTSN, severe ischaemic regurgitation", year: 2016, situations: [.secondarySurgery],
      base: "repair against replacement",
      result: "After 2 years 58.8 % of repairs and 3.8 % of replacements leaked at least moderately again; LVESVi did "
        + "not differ.",
      source: "reports of 2014 and 2016, recalled", evidence: .recalled),
    TrialAnchor(
      name: "EVEREST II", year: 2015, situations: [.primaryTeer], base: "clip against surgery, 73 % degenerative",
      result:
        "In 5 years surgery for a leak that stayed or came back in 27.9 % after the clip and 8.9 % after surgery.",
      source: "recalled", evidence: .recalled),
    TrialAnchor(
      name: "Repair in experienced centres", year: 2025, situations: [.primaryRepair], base: "selected patients",
      result: "About 1.2 % die of the operation; after 20 years 87.5 % are free of a moderate or worse leak.",
      source: "ESC/EACTS 2025, §9.1.4–5", evidence: .read),
    TrialAnchor(
      name: "STS averages of North America", year: 2025, situations: [.primaryRepair, .replacement],
      base: "isolated operations on the mitral valve",
      result: "About 1 % die of a repair, 3.5 to 5 % of a replacement.",
      source: "recalled, medium confidence; the year of the figures is not certain", evidence: .recalled),
  ]

  /// The anchors for a patient: by the cause of the leak and what is recommended, or may be considered. They are of chronic
  /// leaks and planned operations: none fits someone acutely ill.
  public static func anchors(for judgement: Judgement) -> [TrialAnchor] {
    if judgement.acuity.isAcute || judgement.urgency.urgency > .soon { return [] }
    var fitting: [TrialAnchor] = []
    for anchor in all {
      for situation in situations(of: judgement) where anchor.situations.contains(situation) {
        fitting.append(anchor)
        break
      }
    }
    return fitting
  }

  private static func situations(of judgement: Judgement) -> [Situation] {
    let cause = judgement.picture.cause.cause
    let isPrimary = cause == .primary || cause == .mixed
    var found: [Situation] = []
    for one in judgement.recommendations where one.rule.polarity == .perform {
      switch one.rule.action {
      case .teer: found.append(isPrimary ? .primaryTeer : .secondaryTeer)
      case .mitralValveSurgery, .mitralValveRepair, .surgeryWithCABG, .emergencySurgery:
        found.append(isPrimary ? .primaryRepair : .secondarySurgery)
      case .mitralValveReplacement, .mechanicalProsthesis, .biologicalProsthesis:
        found.append(isPrimary ? .replacement : .secondarySurgery)
      default: break
      }
    }
    return found
  }
}
