// The same bits on every machine, in every width and in the browser.
//
// The number stands in Tests/golden/engine-hash.txt. When a change is meant to change results, renew it with
//
//   MITRAL_WRITE_GOLDEN=1 ./test --only unit

import Foundation
import Testing

@Suite struct GoldenTests {
  private let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("golden/engine-hash.txt")

  @Test func oneHeartAndEightGiveTheHashWrittenDown() throws {
    let hash = String(goldenHash(sideBySide: false), radix: 16)
    #expect(String(goldenHash(sideBySide: true), radix: 16) == hash)
    if ProcessInfo.processInfo.environment["MITRAL_WRITE_GOLDEN"] == "1" {
      try (hash + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(hash == written, "renew it with MITRAL_WRITE_GOLDEN=1 if results were meant to change")
  }
}
