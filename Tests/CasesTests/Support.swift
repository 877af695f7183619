// What the tests share: where files are, and short ways to read a case or its faults.

import Cases
import Foundation
import Testing

/// The root of the package.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func contents(_ path: String) throws -> String {
  try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
}

/// The faults of a text; empty when it is a case.
func faults(of text: String) -> [CaseFault] { faults(of: Array(text.utf8)) }

func faults(of bytes: [UInt8]) -> [CaseFault] {
  do {
    _ = try Case.read(bytes, file: "t.yaml")
    return []
  } catch { return error.faults }
}

/// Reads a case with these lines after its name.
func read(_ lines: String) throws -> Case { try Case.read("name: test\n" + lines, file: "t.yaml") }

/// The one fault of a case with these lines after its name; fails when there is none, or more.
func fault(_ lines: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CaseFault {
  let all = faults(of: "name: test\n" + lines)
  #expect(all.count == 1, "\(all)", sourceLocation: sourceLocation)
  return try #require(all.first, sourceLocation: sourceLocation)
}

/// A small generator of pseudo-random numbers (SplitMix64), the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
