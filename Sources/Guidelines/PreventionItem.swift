// One line of advice on protecting the heart, with its target, the patient's own value, and who says so.

import Findings

/// What a piece of advice is about; the raw value is its name in JSON.
public enum PreventionTopic: String, CaseIterable, Sendable {
  case rheumaticFever = "rheumatic-fever"
  case heartFailureDrugs = "heart-failure-drugs"
  case fluids, pregnancy
  case bloodPressure = "blood-pressure"
  case smoking
  case intravenousDrugs = "intravenous-drugs"
  case alcohol, lipids, diabetes, weight, waist, activity, sport, diet, salt
  case teeth
  case streptococcalThroat = "streptococcal-throat"
  case vaccination

  /// In plain English, to stand at the head of a line.
  public var title: String {
    switch self {
    case .rheumaticFever: "After rheumatic fever"
    case .heartFailureDrugs: "Drugs for the heart"
    case .fluids: "Fluid and daily weight"
    case .pregnancy: "Pregnancy"
    case .bloodPressure: "Blood pressure"
    case .smoking: "Smoking"
    case .intravenousDrugs: "Needles"
    case .alcohol: "Alcohol"
    case .lipids: "Cholesterol"
    case .diabetes: "Blood sugar"
    case .weight: "Weight"
    case .waist: "Waist"
    case .activity: "Moving"
    case .sport: "Sport"
    case .diet: "Food"
    case .salt: "Salt"
    case .teeth: "Teeth"
    case .streptococcalThroat: "Sore throat"
    case .vaccination: "Vaccines"
    }
  }
}

/// Where the patient stands; the order is that of importance.
public enum PreventionState: Int, CaseIterable, Comparable, Sendable {
  /// It concerns this patient's own illness.
  case pressing
  /// The patient's value misses the target.
  case offTarget
  /// The value is not on record.
  case notKnown
  case onTarget
  /// Good for everyone.
  case general

  public static func < (a: PreventionState, b: PreventionState) -> Bool { a.rawValue < b.rawValue }
}

/// One line of advice.
public struct PreventionItem: Sendable {
  public let topic: PreventionTopic
  public let state: PreventionState
  /// The target by itself: "below 130/80 mmHg"; nil where there is no figure.
  public let target: String?
  /// The patient's own value beside the target: "your systolic pressure is 148; the target is below 130"; nil where the
  /// value is not on record.
  public let own: String?
  /// For the patient: plain, and without doses.
  public let patientText: String
  /// For clinicians: with doses and reasons.
  public let clinicianText: String
  public let source: RuleSource
  public let evidence: Evidence

  init(
    _ topic: PreventionTopic, _ state: PreventionState, target: String? = nil, own: String? = nil,
    _ patientText: String,
    clinician: String, _ source: RuleSource, _ evidence: Evidence = .read
  ) {
    self.topic = topic
    self.state = state
    self.target = target
    self.own = own
    self.patientText = patientText
    clinicianText = clinician
    self.source = source
    self.evidence = evidence
  }
}
