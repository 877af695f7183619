// What becomes of a risk score: a value with what went into it, or why there is none. Nothing is filled in silently:
// what a score needs and the record lacks is named, what was taken as absent is listed, and what lies outside the range
// that a score was made for is refused.

import Findings
import Quantities

/// An input that a score was not made for.
public struct RiskInputFault: Error, Sendable, Equatable {
  /// The name in the case file, or what it was reckoned as: "patient.age", "body mass index".
  public let field: String
  public let value: Double
  /// Both ends allowed.
  public let allowed: ClosedRange<Double>
  /// As people read it; empty for a pure number.
  public let unit: String

  public init(field: String, value: Double, allowed: ClosedRange<Double>, unit: String) {
    self.field = field
    self.value = value
    self.allowed = allowed
    self.unit = unit
  }

  /// "patient.age is 82 y; the score takes 30 to 79 y"
  public var text: String {
    let suffix = unit.isEmpty ? "" : " " + unit
    let low = FixedText.fixed(allowed.lowerBound, digits: 2, atLeast: 0)
    let high = FixedText.fixed(allowed.upperBound, digits: 2, atLeast: 0)
    return field + " is " + FixedText.fixed(value, digits: 2, atLeast: 0) + suffix + "; the score takes " + low + " to "
      + high + suffix
  }

  /// Passes a value that lies in the range (or a rounding error beside it).
  static func check(
    _ field: String, _ value: Double, in allowed: ClosedRange<Double>, _ unit: String
  ) throws(RiskInputFault) {
    let slack = 1e-9 * max(abs(allowed.lowerBound), abs(allowed.upperBound))
    guard value >= allowed.lowerBound - slack, value <= allowed.upperBound + slack else {
      throw RiskInputFault(field: field, value: value, allowed: allowed, unit: unit)
    }
  }
}

/// A score's value and what it rests on.
public struct RiskEstimate<Value: Sendable>: Sendable {
  public let value: Value
  /// True statements about the patient that went in: "age 61 y", "PASP 42 mmHg".
  public let inputs: [String]
  /// What was taken as absent or usual because the record does not mention it.
  public let assumed: [String]
}

/// A score of one patient.
public enum RiskOutcome<Value: Sendable>: Sendable {
  case known(RiskEstimate<Value>)
  /// What is missing, by the names of the case file.
  case lacks([String])
  /// An input lies outside what the score was made for.
  case refused(RiskInputFault)
  /// The score was made for other patients: why.
  case notFor(String)

  /// The value where there is one.
  public var value: Value? {
    if case .known(let estimate) = self { return estimate.value }
    return nil
  }
}

/// Gathers a score's inputs from a patient, and notes what is missing and what is taken for granted.
struct RiskReader {
  let picture: Picture
  private(set) var missing: [String] = []
  private(set) var inputs: [String] = []
  private(set) var assumed: [String] = []

  init(_ picture: Picture) { self.picture = picture }

  var record: ClinicalRecord { picture.record }

  /// Years.
  mutating func age() -> Double? {
    guard let age = record.age else { return lacks("patient.age") }
    inputs.append("age " + FixedText.fixed(age, digits: 1, atLeast: 0) + " y")
    return age
  }

  mutating func sex() -> Sex? {
    guard let sex = record.sex else { return lacks("patient.sex") }
    inputs.append(sex.rawValue)
    return sex
  }

  mutating func weight() -> Double? {
    guard let weight = record.weight else { return lacks("patient.weight") }
    inputs.append("weight " + FixedText.fixed(weight, digits: 1, atLeast: 0) + " kg")
    return weight
  }

  /// kg/m².
  mutating func bodyMassIndex() -> Double? {
    guard let index = record.bodyMassIndex else {
      if record.height == nil { missing.addMissing(["patient.height"]) }
      if record.weight == nil { missing.addMissing(["patient.weight"]) }
      return nil
    }
    inputs.append("body mass index " + FixedText.fixed(index, digits: 1) + " kg/m²")
    return index
  }

  /// In the finding's unit.
  mutating func measured(_ id: FindingID) -> Double? {
    guard let value = picture[id] else { return lacks(id.identifier) }
    inputs.append(id.identifier + " " + id.spec.text(value, atLeastDigits: 0))
    return value
  }

  /// Whether one of the items is listed; not listed is taken as absent, no history at all is missing.
  mutating func history(_ items: [HistoryItem], _ meaning: String) -> Bool {
    guard let history = record.history else {
      missing.addMissing(["history"])
      return false
    }
    for item in items where history.contains(item) {
      inputs.append(meaning)
      return true
    }
    assumed.append("no " + meaning)
    return false
  }

  /// Whether a condition holds; nil, with its names among the missing, where that is not known.
  mutating func holds(_ condition: Condition) -> Bool? {
    let result = condition.evaluate(picture)
    switch result.truth {
    case .unknown:
      missing.addMissing(result.missing)
      return nil
    case .yes, .no:
      inputs.addMissing(result.reasons)
      return result.truth == .yes
    }
  }

  /// The class of the New York Heart Association: as told, or as the complaints leave no doubt of: an inferred class is
  /// a lower bound, and counts only where it is I or IV.
  mutating func nyha() -> NYHAClass? {
    let found = picture.functional
    guard let nyha = found.nyha, !found.isInferred || nyha == .one || nyha == .four else { return lacks("nyha") }
    let reason = Texts.list(found.because)
    inputs.append(found.isInferred ? reason + ", so NYHA class " + nyha.rawValue : reason)
    return nyha
  }

  /// Filtration for 1.73 m², as measured or by CKD-EPI 2021 from creatinine.
  mutating func filtration() -> Double? {
    if let told = picture[.eGFR] {
      inputs.append("eGFR " + FindingID.eGFR.spec.text(told))
      return told
    }
    guard let creatinine = picture[.creatinine], let age = record.age, let sex = record.sex else {
      return lacks(FindingID.eGFR.identifier)
    }
    let value = Kidney.filtration(creatinine: creatinine, age: age, sex: sex)
    inputs.append("eGFR " + FindingID.eGFR.spec.text(value) + " (CKD-EPI 2021 from creatinine)")
    return value
  }

  /// Notes a statement about the patient.
  mutating func note(_ input: String) { inputs.append(input) }

  /// Notes what was taken for granted.
  mutating func assume(_ text: String) { assumed.append(text) }

  /// Notes what is missing.
  mutating func lacks<T>(_ name: String) -> T? {
    missing.addMissing([name])
    return nil
  }

  /// The outcome: what is missing, or what the reckoning gives.
  func outcome<Value: Sendable>(_ reckon: () throws(RiskInputFault) -> Value?) -> RiskOutcome<Value> {
    guard missing.isEmpty else { return .lacks(missing) }
    do throws(RiskInputFault) {
      guard let value = try reckon() else { return .lacks(missing) }
      return .known(RiskEstimate(value: value, inputs: inputs, assumed: assumed))
    } catch {
      return .refused(error)
    }
  }
}

extension ClinicalRecord {
  /// kg/m²; nil without height and weight.
  public var bodyMassIndex: Double? {
    guard let height, let weight, height > 0 else { return nil }
    return weight / (height * height) * 1e4
  }
}
