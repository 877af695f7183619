// Patients by chance, from a seed: records with anything known or missing, for properties that hold of all of them.

import Findings
import Quantities

extension Dice {
  mutating func number(_ range: ClosedRange<Double>, digits: Int) -> Double {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return (Double.random(in: range, using: &self) * scale).rounded() / scale
  }

  mutating func one<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
}

/// A record of chance. What is missing, and what is told, differs from one to the next.
struct RandomRecord {
  private var dice: Dice
  /// The share of what is told, per record.
  private var told = 0.8

  init(seed: UInt64) { dice = Dice(seed: seed) }

  static let ranges: [(FindingID, ClosedRange<Double>)] = [
    (.HR, 45...130), (.SBP, 75...180), (.MAP, 50...120), (.EROA, 0.02...0.9), (.RVol, 3...110), (.RF, 4...70),
    (.LVEF, 15...75), (.LVEDV, 90...320), (.LVIDd, 40...80), (.LVIDs, 25...75), (.LVIDsi, 12...36), (.PASP, 18...80),
    (.LAVI, 18...90), (.LAd, 30...70), (.MVA, 1...6), (.MVmeanGradient, 1...8), (.flailGap, 2...14),
    (.flailWidth, 5...20), (.coaptationDepth, 3...15), (.coaptationLength, 0...6), (.annulusAP, 28...50),
    (.NTproBNP, 50...5000), (.BNP, 20...900), (.QRS, 80...190), (.PCWP, 6...35), (.CVP, 2...20), (.CI, 1.2...4),
    (.lactate, 0.5...5), (.temperature, 36...40), (.LAPmean, 5...35),
  ]
  static let signs: [QualitativeID] = [
    .flail, .papillaryRupture, .perforation, .cleft, .prolapse, .rheumaticLeaflets, .tenting, .LBBB,
  ]
  static let drugs = [
    "sacubitril/valsartan 49/51 mg", "ramipril 5 mg", "bisoprolol 5 mg", "eplerenone 25 mg", "dapagliflozin 10 mg",
    "apixaban 5 mg", "warfarin", "furosemide 40 mg",
  ]
  static let treatments = [
    "repair", "annuloplasty", "edge-to-edge", "replacement-mechanical", "replacement-biological", "resynchronisation",
  ]

  mutating func record() -> ClinicalRecord {
    told = dice.one([0.3, 0.7, 0.95, 1])
    var record = ClinicalRecord(today: Patients.day)
    for index in 0..<Self.fields { if dice.rolls(told) { fill(index, &record) } }
    if dice.rolls(0.15) { record.treatments = dice.some(of: Self.treatments, 0.2) }
    if dice.rolls(0.1) { record.otherValves = [.aortic] }
    if dice.rolls(0.15) {
      let last = dice.number(50...75, digits: 0)
      record.follow(
        .LVEF, ["2024-02-01": last + dice.number(-3...9, digits: 0), "2025-02-01": last + 3, "2026-02-01": last])
    }
    return record
  }

  /// Tells one field that the record leaves open; false when nothing is open.
  mutating func fillOneGap(_ record: inout ClinicalRecord) -> Bool {
    var before = record
    for _ in 0..<40 {
      let index = Int.random(in: 0..<Self.fields, using: &dice)
      if !isTold(index, record) {
        fill(index, &before)
        record = before
        return true
      }
    }
    return false
  }

  private static let others = 20
  private static var fields: Int { others + signs.count + ranges.count }

  private func isTold(_ index: Int, _ record: ClinicalRecord) -> Bool {
    switch index {
    case 0: record.age != nil
    case 1: record.sex != nil
    case 2: record.height != nil
    case 3: record.weight != nil
    case 4: record.presentation != nil
    case 5: record.rhythm != nil
    case 6: record.history != nil
    case 7: record.symptoms != nil
    case 8: record.nyha != nil
    case 9: record.context.surgicalRisk != nil
    case 10: record.context.durableRepairLikely != nil
    case 11: record.context.repairLikelihood != nil
    case 12: record.context.predictedMortality != nil
    case 13: record.context.lifeExpectancy != nil
    case 14: record.context.teerSuitable != nil
    case 15: record.context.heartValveCentre != nil
    case 16: record.context.plannedCABG != nil
    case 17: record.context.optimisedMedicalTherapy != nil
    case 18: record.context.drugs != nil
    case 19: record.signs[.TRgrade] != nil
    case Self.others..<(Self.others + Self.signs.count): record.signs[Self.signs[index - Self.others]] != nil
    default: !record[Self.ranges[index - Self.others - Self.signs.count].0].isEmpty
    }
  }

  private mutating func fill(_ index: Int, _ record: inout ClinicalRecord) {
    switch index {
    case 0: record.age = dice.number(20...92, digits: 0)
    case 1: record.sex = dice.one([.male, .female])
    case 2: record.height = dice.number(148...198, digits: 0)
    case 3: record.weight = dice.number(45...120, digits: 0)
    case 4: record.presentation = dice.rolls(0.85) ? .chronic : .acute
    case 5: record.rhythm = dice.one([.sinus, .sinus, .atrialFibrillation, .prematureBeats])
    case 6: record.history = dice.some(of: HistoryItem.allCases, dice.one([0, 0.03, 0.1]))
    case 7: record.symptoms = dice.rolls(0.4) ? [] : dice.some(of: Symptom.allCases, 0.15)
    case 8: if dice.rolls(0.4) { record.nyha = dice.one(NYHAClass.allCases) }
    case 9: record.context.surgicalRisk = dice.one(SurgicalRisk.allCases)
    case 10: record.context.durableRepairLikely = dice.rolls(0.6)
    case 11: record.context.repairLikelihood = dice.number(60...99, digits: 0)
    case 12: record.context.predictedMortality = dice.number(0.2...9, digits: 1)
    case 13: record.context.lifeExpectancy = dice.number(0.2...25, digits: 1)
    case 14: record.context.teerSuitable = dice.rolls(0.6)
    case 15: record.context.heartValveCentre = dice.rolls(0.6)
    case 16: record.context.plannedCABG = dice.rolls(0.3)
    case 17: record.context.optimisedMedicalTherapy = dice.rolls(0.6)
    case 18:
      record.context.drugs = dice.some(of: Self.drugs, 0.4)
      if dice.rolls(0.5) {
        record.context.lastHeartFailureAdmission = dice.one([date("2026-01-04"), date("2024-03")])
      }
    case 19:
      record.signs[.TRgrade] = dice.one([0, 1, 2, 3])
      record.signs[.rvFunction] = dice.one([0, 1, 2, 3])
    case Self.others..<(Self.others + Self.signs.count):
      record.signs.say(dice.rolls(0.2), for: Self.signs[index - Self.others])
    default:
      let (id, range) = Self.ranges[index - Self.others - Self.signs.count]
      record.set(id, dice.number(range, digits: id.spec.digits))
    }
  }
}
