// The tables of `docs/healthy-adult.md` are written by the model: this test fails when they no longer say what it does.
//
//   MITRAL_WRITE_DOCS=1 ./test --only unit      writes them anew (a `swift test --filter NormalValues` does as well)

import Instruments
import Circulation
import Findings
import Foundation
import Quantities
import Testing

// One after another, for both write the same file.
@Suite(.serialized) struct NormalValuesTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/healthy-adult.md")

  @Test func theTableOfNormalValuesIsUpToDate() throws {
    try Self.check(block: "normal values", against: Self.normalTable())
  }

  @Test func theTableOfBodiesIsUpToDate() throws {
    try Self.check(block: "bodies", against: Self.bodyTable())
  }

  // MARK: tables

  private static func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value).replacingOccurrences(of: "-", with: "−")
  }

  private static func normalTable() -> [String] {
    let adult = Examined.all([.reference])[0]
    var lines: [String] = []
    for shelf in NormalValues.shelves {
      lines += [
        "", "### \(shelf.title)", "", "| quantity | unit | published | source | model | |", "|---|---|---|---|---|---|",
      ]
      for row in shelf.rows {
        let value = row.model(adult)
        let side = row.range.map { value < $0.lowerBound ? "below" : value > $0.upperBound ? "above" : "inside" } ?? "–"
        lines.append(
          "| \(row.name) | \(row.unit) | \(row.published) | \(row.source) | \(number(value, row.digits)) | \(side) |")
      }
    }
    return lines + [""]
  }

  private static func bodyTable() -> [String] {
    let columns: [(String, FindingID, Int)] = [
      ("SBP", .SBP, 0), ("DBP", .DBP, 0), ("CI", .CI, 1), ("EDVi", .LVEDVi, 0), ("EF", .LVEF, 0),
      ("LA mean", .LAPmean, 1),
      ("LAVI", .LAVI, 0), ("E/A", .EA, 2), ("IVRT", .IVRT, 0), ("DT", .DT, 0), ("e′", .ePrime, 1), ("S/D", .PVSD, 2),
    ]
    var bodies: [Body] = []
    for sex in Sex.allCases { for age in [20.0, 30, 50, 70, 85] { bodies.append(.usual(sex, age: age)) } }
    for (height, weight) in [(150.0, 48.0), (165, 95), (195, 110)] {
      bodies.append(Body(height: height, weight: weight))
    }
    var lines = [
      "", "| body | m² | " + columns.map(\.0).joined(separator: " | ") + " |",
      "|---|---|" + columns.map { _ in "---|" }.joined(),
    ]
    for person in Examined.all(bodies) {
      let body = person.body
      let name =
        "\(body.sex == .male ? "man" : "woman"), \(Int(body.age)) y, \(Int(body.height)) cm, \(Int(body.weight)) kg"
      let cells = columns.map { number(person[$0.1], $0.2) }
      lines.append("| \(name) | \(number(person.surface, 2)) | " + cells.joined(separator: " | ") + " |")
    }
    return lines + [""]
  }

  // MARK: comparing

  private static func check(block: String, against table: [String]) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let (begin, end) = ("<!-- \(block): written by the tests -->", "<!-- \(block): end -->")
    let opening = try #require(text.range(of: begin))
    let closing = try #require(text.range(of: end))
    if ProcessInfo.processInfo.environment["MITRAL_WRITE_DOCS"] != nil {
      let renewed = text.replacingCharacters(
        in: opening.upperBound..<closing.lowerBound, with: "\n" + table.joined(separator: "\n") + "\n")
      try renewed.write(to: page, atomically: true, encoding: .utf8)
      return
    }
    let kept = text[opening.upperBound..<closing.lowerBound].split(separator: "\n", omittingEmptySubsequences: true)
    let fresh = table.filter { !$0.isEmpty }
    let renew = "renew docs/healthy-adult.md with MITRAL_WRITE_DOCS=1"
    #expect(kept.count == fresh.count, "\(renew)")
    for (old, new) in zip(kept, fresh) {
      #expect(Self.agree(String(old), new), "\(renew): it says '\(old)', the model gives '\(new)'")
    }
  }

  /// Whether two lines say the same but for one in the last digit of a number.
  private static func agree(_ old: String, _ new: String) -> Bool {
    let a = old.split(separator: "|")
    let b = new.split(separator: "|")
    guard a.count == b.count else { return false }
    return zip(a, b).allSatisfy { x, y in
      if x == y { return true }
      func parse(_ cell: Substring) -> (Double, Int)? {
        let plain = cell.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "−", with: "-")
        let places = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        return Double(plain).map { ($0, places) }
      }
      guard let (u, n) = parse(x), let (v, m) = parse(y), n == m else { return false }
      return abs(u - v) < 1.01 * pow(10, -Double(n))
    }
  }
}
