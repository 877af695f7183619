// Patients for the tests of cause, stage, urgency and the like: a few strokes each, and thousands at random.

import Findings
import Guidelines
import Quantities
import Testing

/// A record of 2 March 2026.
func sketch(_ edit: (inout ClinicalRecord) -> Void) -> ClinicalRecord {
  var record = ClinicalRecord(today: day(2026, 3, 2))
  edit(&record)
  return record
}

func day(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> CalendarDate {
  guard let date = CalendarDate(year: year, month: month, day: day) else { preconditionFailure("a date") }
  return date
}

extension ClinicalRecord {
  /// Adds undated measurements; a finding that is there already is replaced.
  mutating func measure(_ pairs: KeyValuePairs<FindingID, Double>) {
    for (id, value) in pairs {
      series.removeAll { $0.finding == id }
      series.append(MeasurementSeries(id, [Measurement(value: value)]))
    }
  }

  mutating func forget(_ id: FindingID) { series.removeAll { $0.finding == id } }

  mutating func see(_ ids: QualitativeID...) {
    for id in ids { signs.say(true, for: id) }
  }

  mutating func deny(_ ids: QualitativeID...) {
    for id in ids { signs.say(false, for: id) }
  }

  /// The same record with a change.
  func with(_ edit: (inout ClinicalRecord) -> Void) -> ClinicalRecord {
    var record = self
    edit(&record)
    return record
  }
}

/// Patients that many tests start from.
enum Sketches {
  /// A flail leaflet that leaks severely, without symptoms, in a man whose ventricle holds.
  static let flail = sketch { record in
    record.sex = .male
    record.presentation = .chronic
    record.rhythm = .sinus
    record.history = []
    record.symptoms = []
    record.see(.flail)
    record.measure([.EROA: 0.48, .RVol: 72, .RF: 55, .LVEF: 66, .LVIDs: 36, .SBP: 124])
  }

  /// The same leak come suddenly, without shock.
  static let acuteFlail = flail.with { record in
    record.presentation = .acute
    record.symptoms = [.exertionalDyspnoea]
  }

  /// A leak secondary to the atrium that meets all four criteria.
  static let atrial = sketch { record in
    record.sex = .female
    record.rhythm = .atrialFibrillation
    record.history = [.atrialFibrillation]
    record.symptoms = []
    record.measure([
      .EROA: 0.25, .RVol: 38, .RF: 34, .LVEF: 60, .LVIDd: 48, .annulusAP: 40, .LAVI: 62, .SBP: 130,
    ])
  }
}

/// SplitMix64: the same numbers everywhere for the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func rolls(_ chance: Double) -> Bool { Double.random(in: 0..<1, using: &self) < chance }

  mutating func some<T>(of all: [T], _ chance: Double) -> [T] {
    var chosen: [T] = []
    for one in all where rolls(chance) { chosen.append(one) }
    return chosen
  }
}

extension ClinicalRecord {
  private static let ranges: [(id: FindingID, range: ClosedRange<Double>)] = [
    (.EROA, 0.05...0.8), (.RVol, 8...100), (.RF, 8...70), (.VCW, 0.1...1), (.LVEF, 15...75), (.LVIDs, 24...60),
    (.LVIDd, 38...75), (.LVIDsi, 12...30), (.LAVI, 20...90), (.LAd, 30...65), (.annulusAP, 28...50), (.PASP, 18...80),
    (.SBP, 70...170), (.MAP, 50...110), (.lactate, 0.5...6), (.CI, 1.2...3.8), (.PCWP, 6...36), (.CVP, 1...18),
    (.temperature, 36...40), (.LVEDVi, 40...130),
  ]

  /// Anybody, knowing more or less.
  static func random(_ dice: inout Dice) -> ClinicalRecord {
    var record = ClinicalRecord(today: day(2026, 3, 2))
    let known = Double.random(in: 0.1...0.9, using: &dice)
    if dice.rolls(known) { record.sex = dice.rolls(0.5) ? .male : .female }
    if dice.rolls(known) { record.presentation = dice.rolls(0.5) ? .chronic : .acute }
    if dice.rolls(known) { record.rhythm = Rhythm.allCases.randomElement(using: &dice) }
    if dice.rolls(known) { record.history = dice.some(of: HistoryItem.allCases, 0.04) }
    if dice.rolls(known) { record.symptoms = dice.some(of: Symptom.allCases, 0.12) }
    if dice.rolls(known * 0.4) { record.nyha = NYHAClass.allCases.randomElement(using: &dice) }
    if dice.rolls(known * 0.3) { record.context.surgicalRisk = SurgicalRisk.allCases.randomElement(using: &dice) }
    if dice.rolls(known * 0.4) { record.context.optimisedMedicalTherapy = dice.rolls(0.5) }
    for (id, range) in ranges where dice.rolls(known) {
      record.measure([id: Double.random(in: range, using: &dice)])
    }
    for id in QualitativeID.allCases where dice.rolls(known * 0.5) {
      record.signs[id] =
        id.spec.isBoolean ? (dice.rolls(0.25) ? 1 : 0) : Int.random(in: id.spec.values.indices, using: &dice)
    }
    if dice.rolls(0.1) {
      record.treatments = [
        ["repair", "edge-to-edge", "replacement-mechanical"].randomElement(using: &dice) ?? "repair"
      ]
    }
    if dice.rolls(0.2) {
      record.lesions = [ValveMechanism.allCases.map(\.rawValue).randomElement(using: &dice) ?? "prolapse"]
    }
    return record
  }
}

/// How often each claim of a property test is tried.
let manyRecords = 1000
