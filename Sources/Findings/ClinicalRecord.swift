// What is known of a patient: everything that a guideline may ask for, and nothing that is reckoned from it.

import Quantities

/// The measurements of one finding, kept apart.
public struct MeasurementSeries: Sendable, Equatable {
  public let finding: FindingID
  /// At least one.
  public let measurements: [Measurement]

  public init(_ finding: FindingID, _ measurements: [Measurement]) {
    precondition(!measurements.isEmpty, "a series without a measurement")
    self.finding = finding
    self.measurements = measurements
  }
}

/// A patient's record. Nil means not told; an empty list means asked for, and there is none.
public struct ClinicalRecord: Sendable, Equatable {
  /// Years.
  public var age: Double?
  public var sex: Sex?
  /// cm.
  public var height: Double?
  /// kg.
  public var weight: Double?
  public var presentation: Presentation?
  public var rhythm: Rhythm?
  public var history: [HistoryItem]?
  public var symptoms: [Symptom]?
  public var nyha: NYHAClass?
  /// One series per finding.
  public var series: [MeasurementSeries] = []
  public var signs = QualitativeValues()
  public var context = ClinicalContext()
  /// Treatments already given, by the identifiers of the treatments' catalogue.
  public var treatments: [String] = []
  /// Other valves with a lesion of their own.
  public var otherValves: [OtherValve] = []
  /// Kinds of the mitral lesions that were stated, by the identifiers of the lesions' catalogue.
  public var lesions: [String] = []
  /// The day the record is judged on: how long ago things were is reckoned from it.
  public var today: CalendarDate

  /// - Parameter today: the day the record is judged on.
  public init(today: CalendarDate) { self.today = today }

  /// The measurements of a finding in the order of the record; empty when there are none.
  public subscript(_ finding: FindingID) -> [Measurement] {
    for one in series where one.finding == finding { return one.measurements }
    return []
  }

  /// Whether an item of the history is listed; nil when the history was not told at all.
  public func lists(_ item: HistoryItem) -> Bool? { history.map { $0.contains(item) } }

  /// Whether a complaint is among those told; nil when nobody asked.
  public func complains(of symptom: Symptom) -> Bool? { symptoms.map { $0.contains(symptom) } }

  /// Whether a drug of the class is on the list of drugs; nil when there is no list, or when one of its lines says nothing
  /// that is known, behind which such a drug may hide.
  public func takes(_ drug: DrugClass) -> Bool? {
    guard let lines = context.drugs else { return nil }
    var isSure = true
    for line in lines {
      if DrugClass.classes(in: line).contains(drug) { return true }
      if !DrugClass.knows(line) { isSure = false }
    }
    return isSure ? false : nil
  }
}
