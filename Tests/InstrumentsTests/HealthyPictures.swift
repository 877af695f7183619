// What echo, magnetic resonance and the cuff read of the healthy adult, beside what is published: the tables of
// `docs/instruments.md`.
//
//   MITRAL_WRITE_DOCS=1 ./test --only unit      writes them anew

import Circulation
import ExaminedHearts
import Findings
import Foundation
import Instruments
import Testing

/// One published value and the instrument's reading of the healthy adult.
struct PublishedReading: Sendable {
  let name: String
  let unit: String
  let published: String
  /// In brackets, else two standard deviations around the mean.
  let range: ClosedRange<Double>
  let source: String
  let value: Double
  let digits: Int

  var isInside: Bool { range.contains(value) }

  var line: String {
    let shown = String(format: "%.\(digits)f", value).replacingOccurrences(of: "-", with: "−")
    let side = isInside ? "inside" : value < range.lowerBound ? "below" : "above"
    return "| \(name) | \(unit) | \(published) | \(source) | \(shown) | \(side) |"
  }
}

enum HealthyPictures {
  private static let lang = "Lang 2015, men"

  static let echo: [PublishedReading] = {
    let report = Instrument.echo2D.report(.healthy)
    let seen = Echo2D(.healthy)
    func row(
      _ name: String, _ finding: FindingID, _ published: String, _ range: ClosedRange<Double>, _ source: String = lang,
      digits: Int = 0, by method: MeasurementMethod? = nil
    ) -> PublishedReading {
      let value = method == nil ? report[finding] : report[finding, method]
      return PublishedReading(
        name: name, unit: finding.spec.symbol, published: published, range: range, source: source,
        value: value ?? .nan, digits: digits)
    }
    return [
      row("LV diameter, diastole", .LVIDd, "50.2 ± 4.1 (42–58)", 42...58, digits: 1),
      row("LV diameter, systole", .LVIDs, "32.4 ± 3.7 (25–40)", 25...40, digits: 1),
      row("septum", .IVSd, "(6–10)", 6...10, digits: 1),
      row("posterior wall", .PWd, "(6–10)", 6...10, digits: 1),
      PublishedReading(
        name: "relative wall thickness", unit: "1", published: "(0.24–0.42)", range: 0.24...0.42, source: lang,
        value: seen.relativeWallThickness, digits: 2),
      row("LV mass, cube formula", .LVMass, "(88–224)", 88...224),
      row("EDV, biplane discs", .LVEDV, "106 ± 22 (62–150)", 62...150, by: .simpson),
      row("ESV, biplane discs", .LVESV, "41 ± 10 (21–61)", 21...61, by: .simpson),
      row("EF, biplane discs", .LVEF, "62 ± 5 (52–72)", 52...72, by: .simpson),
      row("EDV, 3-D", .LVEDV, "(79 mL/m² at most: 152)", 60...152, by: .threeDimensional),
      row("EF, Teichholz", .LVEF, "(52–72)", 52...72, by: .teichholz),
      row("LA diameter", .LAd, "(30–40)", 30...40, digits: 1),
      row("LA volume, indexed", .LAVI, "25 (16–34)", 16...34, digits: 1),
      row("mitral ring, front to back", .annulusAP, "30 (28–33)", 28...33, "3-D echo, review*", digits: 1),
      row(
        "coaptation depth", .coaptationDepth, "5–6 (3–8)", 3...8, "tenting areas of Magne 2007, Nishino 2019", digits: 1
      ),
      row("global longitudinal strain", .GLS, "−19.5 ± 1.9", (-23.3)...(-15.7), "NORMAL study, men", digits: 1),
      row("MAPSE", .MAPSE, "13–15 (11–18)", 11...18, "usual*; Wang 2023", digits: 1),
      row("TAPSE", .TAPSE, "24 ± 3.5", 17...31, "Lang 2015", digits: 1),
    ]
  }()

  static let mri: [PublishedReading] = {
    let report = Instrument.mri.report(.healthy)
    func row(
      _ name: String, _ finding: FindingID, _ published: String, _ range: ClosedRange<Double>, _ source: String,
      digits: Int = 0
    ) -> PublishedReading {
      PublishedReading(
        name: name, unit: finding.spec.symbol, published: published, range: range, source: source,
        value: report[finding] ?? .nan, digits: digits)
    }
    return [
      row("EDV", .LVEDV, "160 ± 29", 102...218, "Hudsmith 2005, men"),
      row("ESV", .LVESV, "50 ± 16", 18...82, "Hudsmith 2005, men"),
      row("EF", .LVEF, "67 ± 5", 57...77, "Kawel-Boehm 2015"),
      row("mass", .LVMass, "134 ± 21", 92...176, "Kawel-Boehm 2015, men"),
      row("forward stroke", .FSV, "(60–105)", 60...105, "usual*"),
      row("regurgitant fraction", .RF, "none; errors up to 8", 0...8, "Kon 2004", digits: 1),
    ]
  }()
}

// One after another, for both write the same file.
@Suite(.serialized) struct InstrumentPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/instruments.md")
  private static let head = ["| quantity | unit | published | source | read | |", "|---|---|---|---|---|---|"]

  @Test func theEchoTableIsUpToDate() throws {
    try Self.check("echo", Self.head + HealthyPictures.echo.map { $0.line })
    try Self.check("echo accuracy", Self.accuracies(.echo2D))
  }

  @Test func theResonanceTableIsUpToDate() throws {
    try Self.check("mri", Self.head + HealthyPictures.mri.map { $0.line })
    try Self.check("mri accuracy", Self.accuracies(.mri))
    try Self.check("cuff accuracy", Self.accuracies(.cuff))
  }

  private static func accuracies(_ instrument: Instrument) -> [String] {
    ["| reading | method | scatter (SD) | source |", "|---|---|---|---|"]
      + instrument.accuracies.map { accuracy in
        var parts: [String] = []
        if accuracy.relative > 0 { parts.append(String(format: "%g %%", 100 * accuracy.relative)) }
        if accuracy.absolute > 0 {
          // Of a share, a fixed scatter is one of points.
          let unit = accuracy.finding.spec.symbol == "%" ? "points" : Units.shown(accuracy.finding.spec.unit)
          parts.append(String(format: "%g ", accuracy.absolute) + unit)
        }
        let method = accuracy.method?.rawValue ?? ""
        let scatter = parts.joined(separator: " and ")
        return "| \(accuracy.finding.identifier) | \(method) | \(scatter) | \(accuracy.source) |"
      }
  }

  static func check(_ block: String, _ table: [String]) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let (begin, end) = ("<!-- \(block): written by the tests -->", "<!-- \(block): end -->")
    let opening = try #require(text.range(of: begin))
    let closing = try #require(text.range(of: end))
    if ProcessInfo.processInfo.environment["MITRAL_WRITE_DOCS"] != nil {
      let renewed = text.replacingCharacters(
        in: opening.upperBound..<closing.lowerBound, with: "\n\n" + table.joined(separator: "\n") + "\n\n")
      try renewed.write(to: page, atomically: true, encoding: .utf8)
      return
    }
    let kept = text[opening.upperBound..<closing.lowerBound].split(separator: "\n").map(String.init)
    #expect(kept == table, "renew docs/instruments.md with MITRAL_WRITE_DOCS=1")
  }
}
