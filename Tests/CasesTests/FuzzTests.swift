// Thousands of broken case files from a seed: the reader always ends with a case or with faults, never otherwise.

import Findings
import Cases
import Foundation
import Testing

/// Breaks a file in ways that files break, and some that only malice thinks of.
struct Mutator {
  var random: SeededGenerator
  private static let pieces: [[UInt8]] =
    [
      "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "#", "&a ", "*a", "!!str ", "| \n", ">", "? ",
      "%",
      "---\n", "...\n", "<<: ", "null", "~", "true", "NaN", ".inf", "-1e999", "1e-400", "99999999999999999999",
      "mm[Hg]",
      "mL", " cm²", ",", "\\u0000", "\"\\uD800\"", "\u{FEFF}", "\u{2028}", "\r", "name: ", "HR: 70 /min\n", "value",
      "\0",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]]

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &random) }

  mutating func mutate(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...below(4) {
      let at = below(bytes.count)
      let end = min(bytes.count, at + 1 + below(12))
      switch below(8) {
      case 0 where !bytes.isEmpty: bytes[at] = UInt8(below(256))
      case 1 where !bytes.isEmpty: bytes[at] ^= 1 << UInt8(below(8))
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: below(bytes.count))
      case 4: bytes.removeSubrange(at...)
      case 5: swapLines(&bytes)
      default: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: at)
      }
    }
    return bytes
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    lines.swapAt(below(lines.count), below(lines.count))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}

/// What has to hold for whatever a reader makes of some bytes; nil when it does.
private func complaint(_ bytes: [UInt8], read: ([UInt8]) throws(CaseFaults) -> Case) -> String? {
  do {
    let result = try read(bytes)
    if result.name.isEmpty { return "a case without a name" }
    for list in result.measurements.values {
      if list.contains(where: { !$0.value.isFinite || ($0.sd.map { $0 <= 0 } ?? false) }) {
        return "a number that is none"
      }
    }
    do {
      if try Case.read(result.yaml(), file: "again.yaml") != result { return "writing changes the case" }
    } catch { return "what is written does not read: \(error)" }
    return nil
  } catch {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2 + bytes.count / 2
    if error.faults.isEmpty { return "refused without a fault" }
    if error.faults.contains(where: { $0.line < 1 || $0.line > lines || $0.problem.isEmpty }) {
      return "a fault nowhere"
    }
    if error.description.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) { return "unprintable" }
    return nil
  }
}

@Suite struct FuzzTests {
  private func mutants(_ seed: UInt64, of text: String, _ count: Int, _ check: ([UInt8]) -> Void) {
    var mutator = Mutator(random: SeededGenerator(state: seed))
    for _ in 0..<count { check(mutator.mutate(Array(text.utf8))) }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func everyMutantIsACaseOrHasFaults(seed: UInt64) throws {
    var accepted = 0
    let example = try contents("schema/examples/case.yaml")
    mutants(seed, of: example, 1500) { bytes in
      let trouble = complaint(bytes) { (bytes) throws(CaseFaults) in
        let result = try Case.read(bytes, file: "mutant")
        accepted += 1
        return result
      }
      #expect(trouble == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect((50..<1450).contains(accepted), "a fuzzer that never or always gets through tests nothing: \(accepted)")
  }

  @Test func everyMutantOfAJSONCaseIsACaseOrHasFaults() throws {
    let json = try Case.read(contents("schema/examples/case.yaml"), file: "case.yaml").json.serialised()
    mutants(5, of: json, 2000) { bytes in
      let trouble = complaint(bytes) { (bytes) throws(CaseFaults) in try Case.read(bytes, file: "mutant") }
      #expect(trouble == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// The canary: a reader with a fault of its own (what it cannot read it calls a case without a name) must be caught
  /// by the very same mutants, or the fuzzer above proves nothing.
  @Test func aReaderThatSwallowsFaultsIsCaught() throws {
    var caught = 0
    mutants(1, of: try contents("schema/examples/case.yaml"), 200) { bytes in
      let trouble = complaint(bytes) { (bytes) throws(CaseFaults) in
        (try? Case.read(bytes, file: "mutant")) ?? Case(name: "")
      }
      if trouble != nil { caught += 1 }
    }
    #expect(caught > 20)
  }
}
