// The published schema names every action, rule set and grade that the product can print.

import Foundation
import Guidelines
import Testing

@Test func theSchemaNamesEveryActionThatCanBeRecommended() throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("schema/result.schema.json")
  let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
  let fields = try #require(definitions["recommendation"]?["properties"] as? [String: [String: Any]])
  #expect(fields["action"]?["enum"] as? [String] == RecommendedAction.allCases.map(\.rawValue))
  let top = try #require(schema["properties"] as? [String: [String: Any]])
  #expect(top["ruleSet"]?["enum"] as? [String] == Guideline.allCases.map(\.identifier))
}
