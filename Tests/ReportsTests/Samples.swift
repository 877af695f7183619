// Hearts and reports that the tests of this room share; each heart is settled once.

import Circulation
import Findings
import Guidelines
import Instruments
import Quantities
import Reports

enum Samples {
  static let healthy = HeartDefinition.healthyAdult
  static let leaking: HeartDefinition = {
    var heart = HeartDefinition.healthyAdult
    heart.mitralValve.leakArea = .squareCentimetres(0.4)
    return heart
  }()
  static let healthyBeat = healthy.settled().beat
  static let leakingBeat = leaking.settled().beat
  static let healthyReading = BeatReading(healthyBeat, of: healthy, bodySurface: 1.93)
  static let reading = BeatReading(leakingBeat, of: leaking, bodySurface: 1.93)

  /// A record with the findings of the leaking heart and a flail leaflet.
  static let judgement = judged(reading.findings) { $0.signs.say(true, for: .flail) }
  static let severity = judgement.picture.severity

  /// What is judged of findings; each counts as measured once.
  static func judged(_ findings: FindingValues, _ edit: (inout ClinicalRecord) -> Void = { _ in }) -> Judgement {
    guard let today = CalendarDate(year: 2026, month: 3, day: 2) else { preconditionFailure("a date") }
    var record = ClinicalRecord(today: today)
    record.series = findings.present.compactMap { id in
      findings[id].map { MeasurementSeries(id, [Measurement(value: $0)]) }
    }
    edit(&record)
    return Judgement(record)
  }

  static let residuals = [
    ResidualLine(finding: .SBP, method: "cuff", measured: 124, fitted: 121.4, standardError: 5),
    ResidualLine(finding: .EROA, method: "pisa", measured: 0.48, fitted: 0.31, standardError: 0.05),
    ResidualLine(finding: .RVol, method: "pisa", measured: 70, fitted: 60, standardError: 12),
    ResidualLine(finding: .RVol, method: "mri", measured: 52, fitted: 60, standardError: 8),
  ]

  static let parameters = [
    ParameterLine(
      name: "leakArea", title: "Leak of the mitral valve", unit: "cm2", value: 0.334, low: 0.278, high: 0.4,
      learned: 0.99),
    ParameterLine(
      name: "bloodVolume", title: "Blood volume", unit: "mL", value: 5518, low: 5024, high: 6060, learned: 0.67),
  ]

  static let treatments: [TreatmentLine] = {
    var change = FindingValues()
    for id in reading.findings.present {
      if let after = healthyReading.findings[id], let before = reading.findings[id] { change[id] = after - before }
    }
    let closed = TreatmentLine(
      identifier: "leaflet-repair", title: "Close the leak", explanation: "The valve holds.",
      findings: healthyReading.findings, change: change, beat: healthyBeat)
    var others = ["Vasodilator (nitroprusside)", "Venodilator", "Intra-aortic balloon"].map { title in
      TreatmentLine(identifier: "other", title: title, findings: reading.findings)
    }
    others[2].status = .diverged
    return [
      TreatmentLine(identifier: "untreated", title: "Do nothing", findings: reading.findings, beat: leakingBeat),
      closed,
    ]
      + others
  }()

  /// A report whose every text from outside tries to break out of the page.
  static func report(hostile text: String = "") -> AssessmentReport {
    var lines = parameters
    lines[0].title += text
    var measured = residuals
    measured[0].method += text
    var treated = treatments
    treated[1].title += text
    treated[1].explanation += text
    return AssessmentReport(
      caseName: "Flail leaflet" + text, caseSource: "An example" + text, body: Body(), beat: leakingBeat,
      findings: reading.findings, residuals: measured, parameters: lines, judgement: judgement, treatments: treated,
      notes: ["A note." + text], engineVersion: "0.1.0" + text)
  }
}
