import Cases
import Circulation
import Findings
import Guidelines
import Instruments
import Quantities
import Reports
import Testing

@Test func waveformsHaveThePromisedColumnsAndBeginWithTheAtrialBeat() throws {
  let lines = WaveformCSV.text(Samples.leakingBeat).split(separator: "\n")
  #expect(
    lines[0]
      == "time_s,pLV_mmHg,pLA_mmHg,pAo_mmHg,pRV_mmHg,pRA_mmHg,pPA_mmHg,vLV_mL,vLA_mL,vRV_mL,vRA_mL,qMitral_mL_s,qAortic_mL_s,"
      + "qTricuspid_mL_s,qPulmonary_mL_s,qPulmonaryVein_mL_s,leakArea_cm2,jetVelocity_m_s,sarcomereLV_um,stressLV_kPa")
  #expect(lines.count == Samples.leakingBeat.samples.count + 1)
  let rows = try numbers(of: Samples.leakingBeat)
  let times = rows.map { $0[0] }
  #expect(times == times.sorted())
  let first = try #require(times.first)
  #expect((first + Samples.leakingBeat.ventricularActivation).magnitude < 1e-8)
}

/// The rows of a beat's waveforms, twenty numbers each; a heart that gives no numbers fails here and does not stop the run.
private func numbers(of beat: RecordedBeat) throws -> [[Double]] {
  let rows = WaveformCSV.text(beat).split(separator: "\n").dropFirst().map { line in
    line.split(separator: ",").compactMap { Double($0) }
  }
  try #require(rows.allSatisfy { $0.count == 20 })
  return rows
}

@Test func theLeakOfTheWaveformsIsThatOfTheHeart() throws {
  let rows = try numbers(of: Samples.leakingBeat)
  let areas = rows.map { $0[16] }.filter { $0 > 0 }
  try #require(!areas.isEmpty)
  let middle = areas.sorted()[areas.count / 2]
  #expect((middle - 0.4).magnitude < 0.001)
  // The leak's own flow, area times speed, adds up to the regurgitant volume.
  let step = Samples.leakingBeat.step
  let volume = rows.dropLast().reduce(0) { $0 + $1[16] * $1[17] * 100 * step }
  let read = try #require(Samples.reading.findings[.RVol])
  #expect((volume - read).magnitude < 0.03 * read)
  #expect(rows.allSatisfy { $0[18] > 1.4 && $0[18] < 2.6 })
}

@Test func aTightValveHasNoLeakInItsWaveforms() throws {
  let rows = try numbers(of: Samples.healthyBeat)
  let volume = rows.reduce(0) { $0 + $1[16] * $1[17] * 100 * Samples.healthyBeat.step }
  #expect(volume < 0.2)
}

private let document = JSONTree.object([JSONTree.Field("name", .text("x"))])

@Test func aSimulationPrintsItsPromisedFields() throws {
  let json = ResultJSON.simulate(case: document, version: "1", status: .periodic, reading: Samples.reading)
  guard case .object(let fields) = json else { throw Missing() }
  #expect(fields.map(\.name) == ["case", "version", "status", "findings", "valves", "systole"])
  #expect(json["status"] == .text("periodic"))
  #expect(json["findings"]?["LVEDV"]?["unit"] == .text("mL"))
  #expect(json["findings"]?["PVR"]?["unit"] == .text("[wood'U]"))
  guard case .list(let thirds)? = json["systole"]?["regurgitantFractionByThird"] else { throw Missing() }
  #expect(thirds.count == 3)
  for valve in ["mitral", "aortic", "tricuspid", "pulmonary"] {
    for field in ["forwardVolume", "regurgitantVolume", "openTime", "closeTime"] {
      #expect(json["valves"]?[valve]?[field] != nil, "\(valve) \(field)")
    }
  }
}

private struct Missing: Error {}

@Test func whatIsNoNumberIsLeftOut() {
  var reading = Samples.reading
  reading.findings[.tau] = .nan
  reading.findings[.SVR] = .infinity
  let json = ResultJSON.simulate(case: document, version: "1", status: .periodic, reading: reading)
  #expect(json["findings"]?["tau"] == nil)
  #expect(json["findings"]?["SVR"] == nil)
  let text = json.serialised()
  #expect(!text.contains("nan") && !text.contains("inf,"))
}

@Test func anAssessmentAddsJudgementFitAndTreatments() throws {
  let json = ResultJSON.assess(
    case: document, version: "1", status: .periodic, reading: Samples.reading, judgement: Samples.judgement,
    parameters: Samples.parameters, residuals: Samples.residuals,
    treatments: Samples.treatments)
  guard case .object(let fields) = json else { throw Missing() }
  #expect(
    fields.map(\.name) == [
      "case", "version", "status", "findings", "valves", "systole", "ruleSet", "judgedOn", "severity", "cause", "stage",
      "nyha",
      "acuity", "profile", "urgency", "reasons", "recommendations", "open", "toConfirm", "cautions", "progression",
      "risk", "riskDetails", "prevention", "checklists", "teerCriteria", "trials", "followUp", "summary", "patientText",
      "fit",
      "treatments",
    ])
  #expect(json["severity"]?["grade"] == .text(try #require(Samples.severity.grade).identifier))
  #expect(json["cause"]?["class"] == .text("primary"))
  #expect(json["fit"]?["parameters"]?["leakArea"]?["low"] == .number(0.278))
  guard case .list(let treated)? = json["treatments"] else { throw Missing() }
  #expect(treated.count == 4)
  #expect(treated.first?["id"] == .text("leaflet-repair"))
  // A heart that diverged has nothing to tell.
  #expect(treated.last?["findings"] == .object([]))
}

@Test func severalMeasurementsOfAFindingAreWeighedByTheirErrors() throws {
  let json = ResultJSON.assess(
    case: document, version: "1", status: .periodic, reading: Samples.reading, judgement: Samples.judgement,
    parameters: [], residuals: Samples.residuals, treatments: [])
  guard case .number(let measured)? = json["fit"]?["residuals"]?["RVol"]?["measured"] else { throw Missing() }
  // (70/144 + 52/64) / (1/144 + 1/64)
  #expect((measured - 57.538_461_538).magnitude < 1e-8)
  guard case .number(let z)? = json["fit"]?["residuals"]?["RVol"]?["zScore"] else { throw Missing() }
  #expect((z - (57.538_461_538 - 60) / 6.656_402_355).magnitude < 1e-6)
}

@Test func anUnknownGradeIsNullAndNotInvented() {
  let json = ResultJSON.grade(case: document, version: "1", judgement: Samples.judged(FindingValues()))
  #expect(json["severity"]?["grade"] == .null)
  #expect(json["cause"]?["class"] == .text("undetermined"))
}
