// What people write without harm is read; what no heart can have together is said.

import Cases
import Findings
import Testing

@Suite struct ForgivingTests {
  @Test func aByteOrderMarkIsNoPartOfTheFile() throws {
    #expect(try Case.read("\u{FEFF}name: marked\nnyha: II\n", file: "t.yaml").name == "marked")
    #expect(try Case.read("\u{FEFF}{\"name\": \"marked\"}", file: "t.json").name == "marked")
    #expect(faults(of: "\u{FEFF}nmae: x").contains { ($0.line, $0.column) == (1, 1) && $0.field == "nmae" })
  }

  @Test(arguments: [("yes", true), ("no", false), ("Yes", true), ("true", true), ("false", false)])
  func yesAndNoAreTrueAndFalse(_ word: String, _ truth: Bool) throws {
    let made = try read("reflexes: \(word)\nfindings: {flail: \(word)}")
    #expect(made.reflexes == truth)
    #expect(made.signs[.flail] == (truth ? 1 : 0))
  }

  @Test func whatIsSuggestedForAMissingUnitIsAccepted() throws {
    for (field, value) in [("LVEF", "0.6"), ("RF", "0.5"), ("LVEDV", "0.182"), ("creatinine", "1.1"), ("HR", "76")] {
      let allowed = try #require(fault("findings: {\(field): \(value)}").allowed)
      let first = String(allowed.split { $0 == "," || $0 == ";" }[0]).split(separator: " ").prefix(2)
      _ = try read("findings: {\(field): \"\(first.joined(separator: " "))\"}")
    }
    #expect(try fault("findings: {LVEDV: 3000}").allowed == "a value with its unit, 20 to 800 mL")
  }

  @Test(arguments: ["1e-7 mmHg", "0 mmHg", "-2 mmHg", "0.11 mmHg", "1e300 mmHg"])
  func anErrorThatNoInstrumentHasIsRefused(_ sd: String) throws {
    let found = try fault("findings: {SBP: {value: 120 mmHg, sd: \(sd)}}")
    #expect(found.field == "findings.SBP.sd")
    #expect(found.allowed?.hasPrefix("0.12 to ") == true)
  }

  @Test func theSmallestErrorAllowedIsAccepted() throws {
    #expect(try read("findings: {SBP: {value: 120 mmHg, sd: 0.12 mmHg}}").measurements[.SBP]?.first?.sd == 0.12)
  }

  @Test func measurementsThatNoHeartCanHaveTogetherAreRefused() throws {
    let pairs = ["LVESV: 150 mL, LVEDV: 150 mL", "DBP: 90 mmHg, SBP: 80 mmHg", "PADP: 30 mmHg, PASP: 25 mmHg"]
    for pair in pairs + ["LAVmin: 80 mL, LAVmax: 60 mL", "LVIDs: 60 mm, LVIDd: 50 mm"] {
      let found = try fault("findings: {\(pair)}")
      #expect(found.problem.hasPrefix("is not below "), "\(pair)")
    }
    let found = try fault("findings: {DBP: 90 mmHg, SBP: 80 mmHg}")
    #expect(found.field == "findings.DBP" && found.given == "“90 mm[Hg]”")
    #expect(found.allowed == "below SBP (80 mm[Hg])" && found.line > 0)
    #expect(try read("findings: {DBP: 70 mmHg, SBP: 120 mmHg, LVESV: 60 mL}").contradictions.isEmpty)
  }

  @Test func aFaultOfRangeDoesNotHideOneOfOrder() throws {
    let found = faults(
      of: "name: test\nfindings: {HR: 900 /min, DBP: 90 mmHg, SBP: 80 mmHg, LVESV: 150 mL, LVEDV: 140 mL}")
    #expect(Set(found.map(\.field)) == ["findings.HR", "findings.DBP", "findings.LVESV"])
  }

  @Test func ofSeveralMeasurementsAllMustContradict() throws {
    let some = try read("findings: {LVESV: [100 mL, 60 mL], LVEDV: 90 mL}")
    #expect(some.contradictions.isEmpty)
    let all = try fault("findings: {LVESV: [100 mL, 95 mL], LVEDV: [90 mL, 80 mL]}")
    #expect(all.allowed == "below LVEDV (90 mL, 80 mL)")
  }

  @Test func measurementsOfDifferentDaysAreNotCompared() throws {
    let shrunk = "LVIDs: {value: 58 mm, on: 2020-01-01}, LVIDd: {value: 52 mm, on: 2025-01-01}"
    #expect(try read("findings: {\(shrunk)}").contradictions.isEmpty)
    // The pair of the later day is wrong, whatever the earlier one was.
    let later = "LVIDs: [{value: 40 mm, on: 2020-01-01}, {value: 55 mm, on: 2025-01-01}]"
    #expect(try fault("findings: {\(later), LVIDd: {value: 50 mm, on: 2025-01-01}}").field == "findings.LVIDs")
  }

  @Test func everyItemOfTheHistoryHasAMeaning() {
    for item in HistoryItem.allCases { #expect(item.meaning != item.rawValue || item.rawValue.isEmpty) }
    #expect(Set(HistoryItem.allCases.map(\.meaning)).count == HistoryItem.allCases.count)
  }

  @Test func suddenIsAnsweredByYesOrByItsName() throws {
    for (answer, meant) in [("yes", Presentation.acute), ("acute", .acute), ("no", .chronic), ("chronic", .chronic)] {
      let text = try Questionnaire.caseFile([("name", "x"), ("presentation", answer)])
      #expect(try Case.read(text, file: "t.yaml").presentation == meant)
    }
  }
}
