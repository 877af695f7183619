// Advice on protecting the heart, chosen and ordered for one patient. Blood pressure, salt, weight and alcohol follow
// the documents of the chosen set of rules; where only a European document is at hand (food, movement, blood fats), it
// stands with its name in every set.

import Findings

/// The advice for one patient, what concerns them most first.
public struct PreventionPlan: Sendable {
  public let items: [PreventionItem]

  public init(_ picture: Picture) {
    let patient = PreventionPatient(picture)
    let all = [
      patient.rheumaticFever, patient.heartFailureDrugs, patient.fluids, patient.pregnancy, patient.smoking,
      patient.intravenousDrugs, patient.bloodPressure, patient.alcohol, patient.lipids, patient.diabetes,
      patient.weight, patient.waist, patient.teeth, patient.throat, patient.activity, patient.sport, patient.diet,
      patient.salt, patient.vaccination,
    ]
    var sorted: [PreventionItem] = []
    for state in PreventionState.allCases {
      for item in all {
        if let item, item.state == state { sorted.append(item) }
      }
    }
    items = sorted
  }

  /// The advice on a topic; nil where it does not concern the patient.
  public subscript(_ topic: PreventionTopic) -> PreventionItem? {
    for item in items where item.topic == topic { return item }
    return nil
  }
}

/// What the lines of advice ask of a patient.
struct PreventionPatient {
  let picture: Picture
  var record: ClinicalRecord { picture.record }
  var isAmerican: Bool { picture.guideline == .accAha2020 }

  init(_ picture: Picture) { self.picture = picture }

  func has(_ items: HistoryItem...) -> Bool {
    for item in items where record.lists(item) == true { return true }
    return false
  }

  func takes(_ drugs: DrugClass...) -> Bool {
    for drug in drugs where record.takes(drug) == true { return true }
    return false
  }

  var heartFailure: Bool { has(.heartFailure, .heartFailureHospitalisation, .advancedHeartFailure) }

  var atrialFibrillation: Bool { record.rhythm == .atrialFibrillation || has(.atrialFibrillation) }

  var weakMuscle: Bool {
    has(
      .cardiomyopathy, .dilatedCardiomyopathy, .hypertrophicCardiomyopathy, .restrictiveCardiomyopathy,
      .infiltrativeCardiomyopathy)
  }

  var isPregnant: Bool { has(.pregnancy) }

  /// Not to be sent running: complaints on little effort, a sudden leak, or a severe one, a narrow valve, a weak heart.
  var needsLeaveToMove: Bool {
    picture.acuity.isAcute || isLimitedMarkedly || record.complains(of: .syncope) == true
      || picture.severity.grade == .severe || picture.stenosis != nil || (picture[.LVEF].map { $0 <= 40 } ?? false)
  }

  /// NYHA class III or IV, told or inferred.
  var isLimitedMarkedly: Bool { picture.functional.reaches(.three) == true }

  /// A number as people read it.
  func text(_ value: Double, _ digits: Int = 0) -> String { FixedText.fixed(value, digits: digits, atLeast: 0) }
}
