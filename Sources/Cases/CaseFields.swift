// The fields of a case file, by group. The reader accepts these and no others; the JSON Schema lists the same.

import Findings

/// Names of fields in the order of the documentation.
public enum CaseFields {
  /// Fields of the file itself.
  public static let top = [
    "name", "source", "patient", "valves", "presentation", "rhythm", "history", "symptoms", "nyha", "findings",
    "context",
    "lesions", "treatments", "heart", "reflexes",
  ]
  public static let patient = ["age", "sex", "height", "weight"]
  /// Fields of one measurement of a finding.
  public static let measurement = ["value", "by", "sd", "on"]
  public static let context = [
    "surgicalRisk", "durableRepairLikely", "repairLikelihood", "predictedMortality", "lifeExpectancy", "teerSuitable",
    "heartValveCentre", "plannedCABG", "optimisedMedicalTherapy", "drugs", "lastHeartFailureAdmission",
    "lastRheumaticAttack", "jones", "duke",
  ]
  public static var valves: [String] { OtherValve.words }
  /// Measurements and signs, by their identifiers.
  public static let findings = FindingID.allCases.map(\.identifier) + QualitativeID.allCases.map(\.identifier)
}
