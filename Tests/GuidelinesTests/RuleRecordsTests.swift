// Patients for tests of rules: whole records to which a test changes one thing.

import Findings
import Guidelines
import Quantities

extension ClinicalRecord {
  /// One measurement of a finding, in its spec's unit; nil takes it away.
  mutating func set(_ id: FindingID, _ value: Double?) {
    series.removeAll { $0.finding == id }
    if let value { series.append(MeasurementSeries(id, [Measurement(value: value)])) }
  }

  mutating func set(_ pairs: KeyValuePairs<FindingID, Double>) {
    for (id, value) in pairs { set(id, value) }
  }

  /// Takes away what tells how much the valve leaks.
  mutating func unmeasure() { for id in [FindingID.EROA, .RVol, .RF] { set(id, nil) } }

  /// Dated measurements of one finding.
  mutating func follow(_ id: FindingID, _ studies: KeyValuePairs<String, Double>) {
    var measurements: [Measurement] = []
    for (text, value) in studies { measurements.append(Measurement(value: value, by: .simpson, on: date(text))) }
    series.removeAll { $0.finding == id }
    series.append(MeasurementSeries(id, measurements))
  }

  /// Says that of these signs some are seen and the others are not.
  mutating func see(_ seen: [QualitativeID], not unseen: [QualitativeID] = []) {
    for id in seen { signs.say(true, for: id) }
    for id in unseen { signs.say(false, for: id) }
  }

  /// Whether a rule holds for this record: yes, no or not known.
  func truth(_ rule: String, _ guideline: Guideline? = nil) -> Truth? {
    guard let rule = RuleBook.rule(rule), let guideline = guideline ?? rule.sets.first else { return nil }
    return rule.when.evaluate(Picture(self, guideline: guideline)).truth
  }
}

/// A date that the test's author has checked.
func date(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("no date: \(text)") }
  return date
}

enum Patients {
  static let day = date("2026-06-15")

  /// A man whose leaflet prolapses: severe, no complaints, nothing that calls for an operation.
  static let primary: ClinicalRecord = {
    var record = ClinicalRecord(today: day)
    record.age = 58
    record.sex = .male
    record.height = 178
    record.weight = 80
    record.presentation = .chronic
    record.rhythm = .sinus
    record.history = []
    record.symptoms = []
    record.see(
      [.prolapse], not: [.flail, .rheumaticLeaflets, .tenting, .papillaryRupture, .perforation, .cleft, .LBBB])
    _ = record.signs.say("mild", for: .TRgrade)
    _ = record.signs.say("normal", for: .rvFunction)
    record.set([
      .HR: 68, .SBP: 122, .EROA: 0.48, .RVol: 70, .RF: 55, .LVEF: 66, .LVEDV: 180, .LVIDd: 55, .LVIDs: 34,
      .LVIDsi: 17, .PASP: 32, .LAVI: 42, .LAd: 44, .MVA: 5, .MVmeanGradient: 2,
    ])
    record.context.surgicalRisk = .low
    record.context.durableRepairLikely = true
    record.context.repairLikelihood = 92
    record.context.predictedMortality = 1.5
    record.context.lifeExpectancy = 20
    record.context.teerSuitable = true
    record.context.heartValveCentre = true
    record.context.plannedCABG = false
    record.context.optimisedMedicalTherapy = true
    record.context.drugs = []
    return record
  }()

  /// The same, with breathlessness.
  static let breathless = primary.with { $0.symptoms = [.exertionalDyspnoea] }

  /// A weak, wide ventricle holds sound leaflets down; complaints persist on the best drugs.
  static let ventricular: ClinicalRecord = primary.with {
    $0.age = 68
    $0.history = [.heartFailure, .dilatedCardiomyopathy]
    $0.symptoms = [.exertionalDyspnoea]
    $0.nyha = .three
    $0.see([.tenting], not: [.prolapse])
    $0.set([
      .EROA: 0.45, .RVol: 64, .RF: 56, .LVEF: 32, .LVEDV: 250, .LVIDd: 68, .LVIDs: 56, .LVIDsi: 28, .PASP: 48,
      .LAVI: 52, .NTproBNP: 2400, .QRS: 104,
    ])
    $0.context.surgicalRisk = .intermediate
    $0.context.drugs = [
      "sacubitril/valsartan 97/103 mg", "bisoprolol 10 mg", "eplerenone 50 mg", "dapagliflozin 10 mg",
    ]
  }

  /// A wide atrium in long-standing fibrillation has drawn the ring apart; the ventricle is sound.
  static let atrial: ClinicalRecord = primary.with {
    $0.age = 74
    $0.rhythm = .atrialFibrillation
    $0.history = [.atrialFibrillation]
    $0.symptoms = [.exertionalDyspnoea]
    $0.nyha = .three
    $0.see([], not: [.prolapse])
    $0.set([.LVEF: 60, .LVEDV: 140, .LVIDd: 50, .LVIDs: 32, .LVIDsi: 16, .annulusAP: 42, .LAVI: 68, .LAd: 56])
    $0.context.surgicalRisk = .intermediate
    $0.context.drugs = ["apixaban 5 mg"]
  }

  /// The numbers of a moderate leak.
  static func moderate(_ record: ClinicalRecord) -> ClinicalRecord {
    record.with { $0.set([.EROA: 0.24, .RVol: 36, .RF: 34]) }
  }

  static func mild(_ record: ClinicalRecord) -> ClinicalRecord {
    record.with { $0.set([.EROA: 0.12, .RVol: 18, .RF: 20]) }
  }

  /// A sudden severe leak from a torn chord.
  static let acute: ClinicalRecord = primary.with {
    $0.presentation = .acute
    $0.symptoms = [.restDyspnoea]
    $0.see([.flail])
  }
}
