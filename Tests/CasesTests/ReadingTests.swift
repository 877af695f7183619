// What a good case file means.

import Cases
import Findings
import Quantities
import Foundation
import Testing

@Suite struct ReadingTests {
  @Test func theExampleReadsWithEveryFieldInItsPlace() throws {
    let example = try Case.read(contents("schema/examples/case.yaml"), file: "case.yaml")
    #expect(example.name == "Flail posterior leaflet")
    #expect(example.patient == Patient(age: 61, sex: .male, height: 178, weight: 80))
    #expect(
      example.valves == [
        .aortic: [
          LesionChoice(kind: "fixed-orifice", parameters: [.init("orificeArea", TextQuantity(0.1, "cm2"))])
        ]
      ])
    #expect(example.presentation == .chronic)
    #expect(example.rhythm == .sinus)
    #expect(example.history == [.hypertension, .mitralProlapse])
    #expect(example.symptoms == [.exertionalDyspnoea])
    #expect(example.nyha == .two)
    #expect(example.measurements[.DBP] == [Measurement(value: 74)])
    #expect(
      example.measurements[.RVol] == [
        Measurement(value: 70, by: .pisa, sd: 12, on: CalendarDate(year: 2026, month: 3, day: 2)),
        Measurement(value: 52, by: .mri, sd: 8),
      ])
    #expect(example.measurements[.PASP] == [Measurement(value: 42, by: .catheter)])
    #expect(example.signs.has(.flail))
    #expect(example.signs.jet == .eccentric)
    #expect(example.context.surgicalRisk == .low)
    #expect(example.context.repairLikelihood == 95)
    #expect(example.context.lifeExpectancy == 22)
    #expect(example.context.plannedCABG == false)
    #expect(example.context.drugs == ["bisoprolol", "ramipril"])
    #expect(example.context.lastRheumaticAttack == CalendarDate(year: 2009))
    #expect(example.context.jones?.isEmpty == true && example.context.duke?.isEmpty == true)
    #expect(example.lesions.first?.value(of: "orificeArea") == 0.48)
    #expect(example.treatments == [TreatmentChoice(kind: "beta-blocker")])
    #expect(example.heart == [HeartOverride("mitralValve.openArea", TextQuantity(4.6, "cm2"))])
    #expect(example.reflexes == true)
  }

  @Test func aNameAloneIsACase() throws {
    let least = try Case.read("name: x", file: "t.yaml")
    #expect(least == Case(name: "x"))
    #expect(!least.hasMeasurements)
    #expect(least.patient.body == .reference)
  }

  @Test func noSymptomsAskedDiffersFromNoneThere() throws {
    #expect(try read("symptoms: []").symptoms == [])
    #expect(try read("symptoms:").symptoms == nil)
    #expect(try read("").symptoms == nil)
    let both = try read("symptoms: [fatigue]\nnyha: III")
    #expect(both.symptoms == [.fatigue] && both.nyha == .three)
  }

  @Test(arguments: [
    "118 mm[Hg]", "\"118 mm[Hg]\"", "'118 mm[Hg]'", "118 mmHg", "118mmHg", "118.0  mm[Hg]", "+118 mmHg", "1.18e2 mmHg",
    "{value: 118 mmHg}", "[118 mmHg]", "{value: \"118 mm[Hg]\"}", "[{value: 118 mmHg}]",
  ])
  func everySpellingOfAPressureIsTheSamePressure(text: String) throws {
    #expect(try read("findings:\n  SBP: \(text)").measurements[.SBP] == [Measurement(value: 118)])
  }

  @Test(arguments: [
    ("EROA", "0.4 cm²", 0.4), ("EROA", "40 mm2", 0.4), ("HR", "76 bpm", 76), ("HR", "76/min", 76), ("LVEF", "66%", 66),
    ("PVR", "2 WU", 2), ("PVR", "2 [wood'U]", 2), ("CO", "4500 mL/min", 4.5), ("E", "130 cm/s", 1.3),
    ("LVIDd", "5.6 cm", 56), ("creatinine", "1 mg/dL", 88.4), ("EA", "1.4", 1.4), ("EA", "\"1.4\"", 1.4),
    ("eGFR", "60 mL/min/{1.73_m2}", 60), ("temperature", "98.6 [degF]", 37), ("SVR", "1200 dyn.s/cm5", 1200),
  ])
  func unitsConvertIntoTheCatalogues(finding: String, text: String, expected: Double) throws {
    let id = try #require(FindingID(identifier: finding))
    let value = try #require(try read("findings:\n  \(finding): \(text)").measurements[id]?.first?.value)
    #expect(abs(value - expected) < 1e-4 * expected)
  }

  @Test func aSpreadConvertsWithoutTheZeroPointOfItsScale() throws {
    let warm = try read("findings:\n  temperature: {value: \"98.6 [degF]\", sd: \"0.9 [degF]\"}")
    let sd = try #require(warm.measurements[.temperature]?.first?.sd)
    #expect(abs(sd - 0.5) < 1e-9)
  }

  @Test func anOpenFieldIsNoField() throws {
    let open = try read("patient:\nfindings:\n  HR:\n  flail: null\n  jet: ~\nlesions:\nheart:\ncontext: {drugs: }")
    #expect(open == Case(name: "test"))
  }

  @Test func agesAreYearsWithOrWithoutTheUnit() throws {
    for text in ["61", "61 y", "61 years", "\"61 a\""] {
      #expect(try read("patient: {age: \(text)}").patient.age == 61)
    }
  }

  @Test func theHeartIsOverriddenByPathOrInGroups() throws {
    let flat = try read("heart: {heartRate: 80 bpm, mitralValve.openArea: 450 mm2}")
    let nested = try read("heart:\n  heartRate: 80 /min\n  mitralValve:\n    openArea: 4.5 cm2")
    #expect(flat.heart == nested.heart)
    #expect(
      flat.heart == [
        .init("heartRate", TextQuantity(80, "/min")), .init("mitralValve.openArea", TextQuantity(4.5, "cm2")),
      ])
  }

  @Test func argumentsOfTheCommandReadLikeTheFile() throws {
    let vocabulary = CaseVocabulary.sample
    #expect(
      try vocabulary.heartOverride("heart.mitralValve.openArea=4.5cm2")
        == HeartOverride("mitralValve.openArea", TextQuantity(4.5, "cm2")))
    #expect(
      try vocabulary.treatment("nitroprusside:1.5µg/kg/min")
        == TreatmentChoice(kind: "nitroprusside", parameters: [.init("dose", TextQuantity(1.5, "ug/kg/min"))]))
    #expect(try vocabulary.treatment("repair") == TreatmentChoice(kind: "repair"))
    for wrong in ["", "heart.mitralValve.openArea", "heart.nothing=1", "heart.heartRate=80 mL", "heart.heartRate="] {
      #expect(throws: CaseFaults.self) { try vocabulary.heartOverride(wrong) }
    }
    for wrong in ["", "repar", "nitroprusside:", "nitroprusside:5 mL", "beta-blocker:2"] {
      #expect(throws: CaseFaults.self) { try vocabulary.treatment(wrong) }
    }
  }
}

@Suite struct JSONInputTests {
  @Test func jsonReadsByTheSameRules() throws {
    let json = try contents("schema/examples/result.json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let inner = try JSONSerialization.data(withJSONObject: try #require(document["case"]))
    let read = try Case.read(inner, file: "case.json")
    #expect(read.measurements[.RVol]?.count == 2)
    #expect(read.signs.has(.flail))
  }

  @Test func escapesOfJSONAreRead() throws {
    #expect(
      try Case.read(#"{"name":"\u00e9\t\"\/\\ \uD83D\uDE00 \\uD83D"}"#, file: "t.json").name == "é\t\"/\\ 😀 \\uD83D")
    #expect(try Case.read("{\n\t\"name\" : \"x\",\n\t\"nyha\":\"II\"\n}", file: "t.json").nyha == .two)
    #expect(!faults(of: #"{"name":"\uD83D"}"#).isEmpty)
  }

  @Test func duplicatedNamesInJSONAreFaults() {
    let all = faults(of: #"{"name": "x", "findings": {"HR": "70 /min", "HR": "80 /min"}, "name": "y"}"#)
    #expect(all.map(\.field) == ["findings.HR", "name"])
  }

  @Test func numbersWithoutUnitsInJSONAreFaults() {
    let all = faults(of: #"{"name": "x", "findings": {"HR": 70, "EA": 1.2}}"#)
    #expect(all.map(\.field) == ["findings.HR"])
  }
}
