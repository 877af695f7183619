// The published schema and the reader say the same: walked in both directions.

import Cases
import Findings
import Foundation
import Quantities
import Testing

@Suite struct SchemaTests {
  private let schema: JSONValue

  init() throws {
    schema = JSONValue(try JSONSerialization.jsonObject(with: Data(contents("schema/case.schema.json").utf8)))
  }

  private func fields(_ name: String) -> Set<String> { Set(schema["$defs"]?[name]?["properties"]?.names ?? []) }

  @Test func theSchemaHasTheFieldsOfTheReaderAndNoOthers() {
    #expect(Set(schema["properties"]?.names ?? []) == Set(CaseFields.top))
    #expect(fields("patient") == Set(CaseFields.patient))
    #expect(fields("valves") == Set(CaseFields.valves))
    #expect(fields("context") == Set(CaseFields.context))
    #expect(fields("measurement") == Set(CaseFields.measurement))
    #expect(fields("findings") == Set(CaseFields.findings))
    for group in ["patient", "valves", "context", "measurement", "findings"] {
      #expect(schema["$defs"]?[group]?["additionalProperties"]?.flag == false)
    }
  }

  @Test func theSchemaHasTheFindingsOfTheCatalogueWithTheirUnitsAndWords() {
    let findings = schema["$defs"]?["findings"]?["properties"]
    for id in FindingID.allCases {
      let field = findings?[id.identifier]
      #expect(field?["x-unit"]?.text == id.spec.unit.symbol, "\(id.identifier)")
      #expect(field?["description"]?.text == id.spec.name)
      #expect(field?["$ref"]?.text == (id.spec.unit.symbol == "1" ? "#/$defs/ratio" : "#/$defs/finding"))
    }
    for id in QualitativeID.allCases {
      let field = findings?[id.identifier]
      #expect(field?["description"]?.text == id.spec.name)
      #expect(id.spec.isBoolean ? field?["enum"] == nil : field?["enum"]?.texts == id.spec.values)
    }
  }

  @Test func theSchemaHasTheWordsOfTheReader() {
    let top = schema["properties"]
    #expect(top?["presentation"]?["enum"]?.texts == Presentation.words)
    #expect(top?["rhythm"]?["enum"]?.texts == Rhythm.words)
    #expect(top?["nyha"]?["enum"]?.texts == NYHAClass.words)
    #expect(top?["history"]?["items"]?["enum"]?.texts == HistoryItem.words)
    #expect(top?["symptoms"]?["items"]?["enum"]?.texts == Symptom.words)
    let groups = schema["$defs"]
    #expect(groups?["patient"]?["properties"]?["sex"]?["enum"]?.texts == Sex.words)
    #expect(groups?["context"]?["properties"]?["surgicalRisk"]?["enum"]?.texts == SurgicalRisk.words)
    #expect(groups?["context"]?["properties"]?["jones"]?["items"]?["enum"]?.texts == JonesSign.words)
    #expect(groups?["context"]?["properties"]?["duke"]?["items"]?["enum"]?.texts == DukeSign.words)
    #expect(groups?["measurement"]?["properties"]?["by"]?["enum"]?.texts == MeasurementMethod.words)
    #expect(groups?["lesionKind"]?["enum"]?.texts == CaseVocabulary.sample.lesions.map(\.identifier))
    #expect(groups?["treatmentKind"]?["enum"]?.texts == CaseVocabulary.sample.treatments.map(\.identifier))
  }

  @Test func theExampleOfAResultNamesFindingsOfTheCatalogueInTheirUnits() throws {
    let result = JSONValue(try JSONSerialization.jsonObject(with: Data(contents("schema/examples/result.json").utf8)))
    let groups = [result["findings"]] + (result["treatments"]?.items ?? []).flatMap { [$0["findings"], $0["change"]] }
    for group in groups {
      for name in try #require(group).names {
        let unit = group?[name]?["unit"]?.text
        if let id = FindingID(identifier: name) {
          #expect(unit == id.spec.unit.symbol)
        } else {
          #expect(QualitativeID(identifier: name) != nil && unit == nil)
        }
      }
    }
  }

  @Test func theReaderKnowsEveryFieldOfTheSchema() {
    func unknown(_ text: String) -> [String] { faults(of: text).filter { $0.problem == "unknown field" }.map(\.field) }
    let groups = [("patient", "patient"), ("valves", "valves"), ("context", "context"), ("findings", "findings")]
    for (group, path) in groups {
      for field in fields(group) {
        #expect(unknown("name: x\n\(path):\n  \(field): 1\n").isEmpty, "\(path).\(field)")
        #expect(unknown("name: x\n\(path):\n  \(field)x: 1\n") == ["\(path).\(field)x"])
      }
    }
    for field in schema["properties"]?.names ?? [] where field != "name" {
      #expect(unknown("name: x\n\(field): 1\n").isEmpty, "\(field)")
    }
    for field in fields("measurement") {
      #expect(unknown("name: x\nfindings:\n  HR:\n    - {\(field): 1}\n").isEmpty, "\(field)")
    }
  }

  /// A Python that can check schemas; the test command looks in the same places and installs what is missing.
  private static let python = ["python3", "/usr/bin/python3", root.path + "/.build-python/bin/python3"].first {
    (try? run([$0, "-c", "import jsonschema, yaml"]))?.status == 0
  }

  @Test(.enabled(if: python != nil, "needs a Python with jsonschema and yaml: ./test --only schema installs them"))
  func examplesAndWrittenCasesHoldToTheSchema() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mitral-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    func write(_ text: String, _ name: String) throws {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      files.append(file.path)
    }
    try write(CaseTemplate.commented(), "template.yaml")
    var cases = RandomCases(seed: 3)
    for index in 0..<40 {
      let made = cases.next()
      try write(made.yaml(), "\(index).yaml")
      try write(made.json.serialised(), "\(index).json")
    }
    let (status, output) = try Self.run(
      [#require(Self.python), root.appendingPathComponent("Tests/schema/check_schemas.py").path] + files)
    #expect(status == 0, "\(output)")
  }

  private static func run(_ command: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

/// What JSONSerialization reads, made easy to walk.
struct JSONValue: @unchecked Sendable {
  private let value: Any

  init(_ value: Any) { self.value = value }

  subscript(name: String) -> JSONValue? { (value as? [String: Any])?[name].map { JSONValue($0) } }
  var names: [String] { (value as? [String: Any]).map { Array($0.keys) } ?? [] }
  var items: [JSONValue] { (value as? [Any])?.map { JSONValue($0) } ?? [] }
  var text: String? { value as? String }
  var flag: Bool? { value as? Bool }
  /// The texts of a list, whatever else it holds left out.
  var texts: [String]? { (value as? [Any])?.compactMap { $0 as? String } }
}
