// What is wrong with a case file, and how it is told.

import Cases
import Foundation
import Testing

@Suite struct FaultTests {
  @Test func everyFaultOfAFileIsNamedAtOnce() {
    let text = """
      nmae: x
      patient: {age: 200, sex: man, hight: 178 cm}
      rhythm: [sinus]
      history: [hypertention, diabetes, diabetes]
      findings:
        LVEDV: 182 mmHg
        SBP: 124
        LVESV: .nan mL
        HR: -70 /min
        HR: 80 /min
        flail: maybe
        LVEDB: 100 mL
        RVol:
          - {value: 70 mL, sd: 0 mL, on: 2026-02-30}
          - {by: pisa}
      lesions:
        - {kind: flail-leafet}
        - {kind: prolapse, area: 0.3 cm2}
        - {kind: prolapse, orificeArea: 30 cm2}
      reflexes: perhaps
      """
    let all = faults(of: text)
    #expect(
      all.map { "\($0.line) \($0.field)" } == [
        "1 nmae", "1 name", "2 patient.age", "2 patient.sex", "2 patient.hight", "3 rhythm", "4 history[0]",
        "4 history[2]",
        "6 findings.LVEDV", "7 findings.SBP", "8 findings.LVESV", "9 findings.HR", "10 findings.HR",
        "11 findings.flail",
        "12 findings.LVEDB", "14 findings.RVol[0].sd", "14 findings.RVol[0].on", "15 findings.RVol[1].value",
        "17 lesions[0].kind", "18 lesions[1].area", "19 lesions[2].orificeArea", "20 reflexes",
      ])
    #expect(all.allSatisfy { $0.file == "t.yaml" && $0.allowed != nil || $0.given == nil })
  }

  @Test func aFaultTellsFileLineFieldValueAndWhatIsAllowed() throws {
    let one = try fault("findings:\n  LVEDV: 182 mmHg")
    #expect(one.line == 3 && one.column == 10)
    #expect(one.given == "“182 mmHg”")
    #expect(one.allowed?.hasPrefix("182 mL; the unit may also be") == true)
    #expect(
      one.description.hasPrefix("t.yaml:3:10: findings.LVEDV: has a unit that does not fit here; given “182 mmHg”"))
  }

  @Test(arguments: [
    ("patient: {hight: 178 cm}", "height"), ("fndings: {}", "findings"), ("findings:\n  lvedv: 100 mL", "LVEDV"),
    ("findings:\n  LVEDB: 100 mL", "LVEDP or LVEDV"), ("rhythm: atrial fibrillation", "atrial-fibrillation"),
    ("lesions: [{kind: flail_leaflet}]", "flail-leaflet"), ("symptoms: [exertional-dyspnea]", "exertional-dyspnoea"),
    ("treatments: [nitroprussid]", "nitroprusside"), ("heart: {mitralvalve.openArea: 4 cm2}", "mitralValve.openArea"),
    ("context: {teerSuitible: true}", "teerSuitable"), ("lesions: [flail]", "flail-leaflet"),
    ("lesions: [{kind: prolapse, orificeAera: 0.3 cm2}]", "orificeArea"),
  ])
  func misspeltNamesGetASuggestion(lines: String, suggestion: String) throws {
    #expect(try fault(lines).allowed?.hasPrefix("did you mean \(suggestion)?") == true)
  }

  @Test func namesOfOneLetterAreNotGuessed() throws {
    #expect(try fault("findings:\n  X: 3 m/s").allowed?.contains("did you mean") == false)
  }

  @Test func whatIsNotNearAnythingGetsNoSuggestion() throws {
    #expect(try fault("zzzzzz: 1").allowed?.contains("did you mean") == false)
  }

  @Test(arguments: [
    ("findings:\n  SBP: 118", "has no unit"), ("findings:\n  SBP: 118 mL", "has a unit that does not fit here"),
    ("findings:\n  SBP: 118 quux", "has a unit that does not fit here"),
    ("findings:\n  SBP: 11800 mmHg", "is out of range"),
    ("findings:\n  SBP: -118 mmHg", "cannot be negative"), ("findings:\n  SBP: nan", "is not a finite number"),
    ("findings:\n  SBP: .inf mmHg", "is not a finite number"),
    ("findings:\n  SBP: -Infinity", "is not a finite number"),
    ("findings:\n  SBP: 1e999 mmHg", "is not a finite number"), ("findings:\n  SBP: 118,5 mmHg", "has a decimal comma"),
    ("findings:\n  SBP: high", "does not begin with a number, or holds more than one"),
    ("findings:\n  SBP: 118/76 mmHg", "has a unit that does not fit here"),
    ("findings:\n  SBP: 118 76 mmHg", "does not begin with a number, or holds more than one"),
    ("findings:\n  SBP: true", "true or false where a number belongs"),
    ("findings:\n  SBP: []", "an empty list"), ("findings:\n  SBP: {by: cuff}", "is missing"),
    ("findings:\n  SBP: \"\"", "does not begin with a number, or holds more than one"),
    ("findings:\n  SBP: [[118 mmHg]]", "a list where a number with its unit belongs"),
    ("findings: 3", "a single value where a group of fields belongs"),
    ("findings: [HR]", "a list where a group of fields belongs"),
    ("history: hypertension", "a single value where a list belongs"),
    ("reflexes: \"true\"", "is not yes or no"), ("nyha: 2", "is not one of the words allowed here"),
    ("source: ''", "is empty"), ("source: true", "is not a text"),
    ("source: {a: b}", "a group of fields where a single value belongs"),
    ("context: {lastRheumaticAttack: 20090}", "is not a date"),
    ("context: {lastRheumaticAttack: 2023-02-29}", "is not a date"),
    ("context: {jones: [chorea, chorea]}", "is listed twice"),
    ("context: {duke: vegetation}", "a single value where a list belongs"),
    ("context: {duke: [vegetations]}", "is not one of the words allowed here"),
    ("context: {repairLikelihood: 0.95}", "has no unit"), ("context: {repairLikelihood: 195 %}", "is out of range"),
    ("valves: {mitral: []}", "unknown field"), ("valves: {aortic: [prolapse]}", "is not one of the words allowed here"),
    ("lesions: [{orificeArea: 0.3 cm2}]", "is missing"),
    ("treatments: {beta-blocker: true}", "a group of fields where a list belongs"),
    ("heart: {heartRate: 80}", "has no unit"),
    ("heart: {mitralValve.openArea: 4 cm2, mitralValve: {openArea: 5 cm2}}", "given twice"),
    ("heart: {heartRate: {fast: 1}}", "a group of fields where a number with its unit belongs"),
    ("patient: {weight: 80 cm}", "has a unit that does not fit here"),
  ])
  func wrongValuesAreNamedForWhatTheyAre(lines: String, problem: String) throws {
    #expect(try fault(lines).problem == problem)
  }

  @Test func aDecimalCommaIsShownWithItsPoint() throws {
    #expect(try fault("findings:\n  EROA: 0,48 cm2").allowed == "a decimal point, as 0.48 cm2")
  }

  @Test func duplicatesAreAllNamedAndTheRestIsStillRead() {
    let all = faults(of: "name: a\nname: b\nname: c\nfindings:\n  HR: 1 mL\nnyha: V\n")
    #expect(all.map(\.line) == [2, 3, 5, 6])
    #expect(all.first?.allowed == "one value; the first is on line 1")
  }

  @Test func theFaultsAreBoundedHoweverLongTheFile() {
    let text = "name: x\n" + (0..<5000).map { "field\($0): 1\n" }.joined()
    do {
      _ = try Case.read(text, file: "t.yaml")
      Issue.record("5000 unknown fields were read")
    } catch {
      #expect(error.faults.count == 200)
      #expect(error.unlisted == 4800)
      #expect(error.description.hasSuffix("… and 4800 more"))
    }
  }

  @Test func controlCharactersAndLongTextsAreShownHarmlessly() throws {
    let one = try fault("rhythm: \"\\e[31mred\\0\(String(repeating: "x", count: 500))\"")
    let given = try #require(one.given)
    #expect(!given.unicodeScalars.contains { $0.value < 0x20 })
    #expect(given.count < 100)
  }
}

@Suite struct BrokenFileTests {
  @Test(arguments: ["", " \n\n", "\u{FEFF}", "\t"])
  func emptyFilesAreCalledEmpty(text: String) {
    #expect(faults(of: text).map(\.problem) == ["the file is empty"])
  }

  @Test(arguments: ["# only a comment\n", "---\n", "---\n...\n", "null", "~"])
  func filesWithoutACaseSaySo(text: String) {
    #expect(faults(of: text).map(\.problem) == ["the file holds no case"])
  }

  @Test(arguments: ["- name: x", "[1, 2]", "hello", "\"name\"", "42"])
  func aTopLevelOtherThanFieldsIsAFault(text: String) {
    #expect(faults(of: text).first?.problem.hasSuffix("where a group of fields belongs") == true)
  }

  @Test func truncatedFilesNameLineAndColumnAndTheFaultsBefore() {
    let all = faults(of: "name: x\nnyha: V\nfindings: {HR: 70 /min, SBP: 12")
    #expect(all.map(\.field) == ["nyha", "findings.SBP", ""], "\(all)")
    #expect(all.contains { $0.problem.hasPrefix("not valid YAML") && $0.line == 3 && $0.column > 0 })
    let cut = faults(of: "findings:\n  HR: \"70 /m")
    #expect(cut.count == 1, "what is missing after the cut is no fault of its own: \(cut)")
  }

  @Test(arguments: [
    "  RVol: {value: 118 mm[Hg], by: pisa}", "  SBP: {value: 118 mm[Hg]}", "  SBP: [118 mm[Hg], 120 mmHg]",
  ])
  func bracketsInBracesAreExplained(line: String) {
    let all = faults(of: "name: x\nfindings:\n\(line)\n")
    #expect(all.contains { $0.line == 3 && $0.allowed?.contains("needs quotes") == true }, "\(all)")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesAreCountedWhateverTheyEndIn(end: String) {
    let lines = ["name: x", "nyha: V", "findings:", "  HR: fast", "rhythm: [sinus"]
    #expect(faults(of: lines.joined(separator: end)).map(\.line) == [2, 4, 5, 5])
    #expect(faults(of: lines.joined(separator: end) + end).map(\.line) == [2, 4, 5, 5])
    #expect(faults(of: ["name: x", "nyha: II", "rhythm: a\u{1}b"].joined(separator: end)).last?.line == 3)
  }

  @Test func tabsAreExplained() {
    #expect(faults(of: "name: x\nfindings:\n\tHR: 70 /min\n").contains { $0.allowed == "spaces to indent, not tabs" })
  }

  @Test func filesMadeToBeSlowAreRefusedAsFastAsOthers() {
    let key = String(repeating: "k", count: 400_000)
    let hostile = [
      "name: x\n" + (0..<100_000).map { "a\($0):\n" }.joined(),
      "name: x\nhistory: [" + String(repeating: "hypertentio,", count: 80_000) + "]",
      "? \(key)\n: [" + String(repeating: "{},", count: 150_000) + "]",
      "name: x\nfindings: {RVol: [" + String(repeating: "{},", count: 200_000) + "]}",
      "name: x\nlesions: [" + String(repeating: "&a *a,", count: 100_000) + "]",
      "{" + String(repeating: "\"name\":1,", count: 90_000) + "}",
    ]
    for text in hostile {
      let time = ContinuousClock().measure { #expect(!faults(of: text).isEmpty) }
      #expect(time < .seconds(10), "\(text.prefix(40))")
    }
  }

  @Test func secondDocumentsAreRefused() {
    #expect(faults(of: "name: x\n---\nname: y\n").map(\.line) == [2])
  }

  @Test func filesThatAreNotUTF8AreRefusedAtTheirPlace() {
    let all = faults(of: Array("name: x\nsource: M".utf8) + [0xFC] + Array("ller".utf8))
    #expect(all.map(\.line) == [2] && all.map(\.column) == [10])
    #expect(all.first?.problem.contains("not UTF-8") == true)
    #expect(faults(of: [0xFF, 0xFE, 0x6E, 0x00]).first?.problem.contains("UTF-16") == true)
    #expect(!faults(of: Array("name: a".utf8) + [0] + Array("b".utf8)).isEmpty)
  }

  @Test func filesOfMoreThanAMegabyteAreRefused() {
    let text = "name: x\n#" + String(repeating: "y", count: 1_000_000)
    #expect(faults(of: text).map(\.problem) == ["the file is too large"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "{a: [", "a:\n"])
  func deepNestingIsRefusedBeforeItHurts(level: String) {
    let clock = ContinuousClock()
    var text = String(repeating: level, count: 10_000)
    if level == "a:\n" {
      text = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    }
    let time = clock.measure {
      #expect(faults(of: text).contains { $0.problem == "nested too deeply" }, "\(faults(of: text))")
      #expect(!faults(of: "name: x\nsource: " + text).isEmpty)
    }
    #expect(time < .seconds(5))
  }

  @Test func aliasesAreRefusedInsteadOfFollowed() {
    var text = "name: x\na0: &a0 [lol, lol]\n"
    for i in 1...40 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
    let all = faults(of: text)
    #expect(all.contains { $0.problem.hasPrefix("a reference to another place") })
    #expect(all.contains { $0.problem == "an anchor is not read" })
    #expect(faults(of: "name: &n x\nsource: *n").map(\.line) == [1, 2])
    #expect(faults(of: "name: x\n<<: *n").contains { $0.line == 2 })
    #expect(faults(of: "name: !!binary aGk=").map(\.problem) == ["a tag is not read"])
  }

  @Test func groupsCannotBeNames() {
    #expect(faults(of: "name: x\n? [a, b]\n: c").map(\.problem) == ["a list cannot be the name of a field"])
  }
}
