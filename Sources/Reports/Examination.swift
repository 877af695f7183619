// What instruments read of a heart, beside what is true of it: as a table and as JSON.

import Quantities
import Cases
import Circulation
import Drawing
import Findings
import Instruments
import Pictures

/// The reports of several instruments on one heart.
public struct Examination: Sendable {
  /// One instrument's part.
  public struct Part: Sendable {
    public let instrument: Instrument
    public let report: InstrumentReport
    /// What is heard, in sentences; of the stethoscope, at the apex.
    public let heard: [String]
    /// The files in which what it shows was drawn.
    public var pictures: [String] = []
  }

  public let examined: Examined
  public var parts: [Part]

  /// - Parameter seed: of the readings' scatter; nil: none.
  public init(_ examined: Examined, with instruments: [Instrument], seed: UInt64?) {
    self.examined = examined
    parts = instruments.map { instrument in
      let listens = instrument.identifier.description == Instrument.stethoscope.identifier.description
      return Part(
        instrument: instrument, report: instrument.report(examined, seed: seed),
        heard: listens ? AuscultationWords.sentences(Auscultation(examined, at: .apex)) : [])
    }
  }

  /// Every reading, in the instruments' order.
  public var readings: [Reading] { parts.flatMap(\.report.readings) }

  /// The findings as measured: where several instruments read one, the first one's.
  public var measured: FindingValues {
    var values = FindingValues()
    for reading in readings where values[reading.finding] == nil { values[reading.finding] = reading.value }
    return values
  }

  /// What was seen rather than measured: by the first instrument that says anything of it.
  public var signs: QualitativeValues {
    var signs = QualitativeValues()
    for part in parts {
      for sign in part.report.signs.present where signs[sign] == nil { signs[sign] = part.report.signs[sign] }
    }
    return signs
  }

  /// What a case made of the readings lacks, and why, in a sentence; nothing where it has them all. (A formula applied to
  /// an odd heart can lie beyond what a case may state without being taken for a slip of the pen.)
  public var leftOut: [String] {
    let names = readings.filter { !Self.isStatable($0) }.map { reading in
      "\(reading.finding.identifier) \(reading.finding.quantity(reading.value))"
        + (reading.method.map { " by \($0.rawValue)" } ?? "")
    }
    return names.isEmpty ? [] : ["Left out, for no case may state it: \(names.joined(separator: ", "))."]
  }

  private static func isStatable(_ reading: Reading) -> Bool { reading.finding.spec.allowed.contains(stated(reading)) }

  /// As a case file gives it, with two digits more than people see.
  private static func stated(_ reading: Reading) -> Double {
    Double(NumberText.fixed(reading.value, digits: reading.finding.spec.digits + 2)) ?? reading.value
  }

  /// The readings as a case's measurements, each with its method and standard deviation; what two instruments took from
  /// one screen once, and what is `leftOut`.
  public var measurements: [FindingID: [Measurement]] {
    var all: [FindingID: [Measurement]] = [:]
    for reading in readings where Self.isStatable(reading) {
      let value = Self.stated(reading)
      let deviation = reading.deviation.flatMap { Double(NumberText.significant($0, digits: 2)) }
      let measurement = Measurement(value: value, by: reading.method, sd: deviation.flatMap { $0 > 0 ? $0 : nil })
      if all[reading.finding]?.contains(measurement) != true { all[reading.finding, default: []].append(measurement) }
    }
    return all
  }
}

extension Examination {
  /// A table for each instrument: finding, reading with its standard deviation, method, and the truth.
  public func table(_ style: TerminalStyle) -> String {
    parts.map { part in
      var out = [style.painted(style.cut(part.instrument.title.description, to: style.width), .bold)]
      if !part.report.readings.isEmpty { out += grid(part).lines(style, width: style.width) }
      let signs = part.report.signs.present.compactMap { sign in
        part.report.signs.word(sign).map { "\(sign.spec.name.lowercasedFirst): \(sign.plain($0))" }
      }
      let isHeard = !part.heard.isEmpty
      if !signs.isEmpty { out += style.wrapped((isHeard ? "Heard: " : "Seen: ") + signs.joined(separator: "; ") + ".") }
      let remarks = part.report.remarks.map(\.text.description)
      if !remarks.isEmpty { out += style.wrapped(remarks.joined(separator: " ")) }
      out += part.heard.flatMap { style.wrapped($0, indent: 2) }
      return out.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func grid(_ part: Part) -> TextGrid {
    var grid = TextGrid(columns: [
      TextColumn(shrinksTo: 20, holdsNames: true, rank: 4), TextColumn(rank: 5), TextColumn(right: true),
      TextColumn(rank: 2), TextColumn(shrinksTo: 6, rank: 1), TextColumn(shrinksTo: 8, rank: 3),
      TextColumn(right: true),
    ])
    grid.gap = 1
    let readings = part.report.readings
    // A method that all readings share is the instrument's own and need not be told at each.
    let isOneMethod = readings.allSatisfy { $0.method == readings[0].method }
    grid.rows.append(["Finding", "", "read", "", "", isOneMethod ? "" : "by", "true"].map { TextCell($0, .bold) })
    for reading in readings {
      let finding = reading.finding
      grid.rows.append([
        TextCell(finding.shortName), TextCell(finding.identifier, .faint), TextCell(finding.shown(reading.value)),
        TextCell(reading.deviation.map { "± " + Self.shown($0, finding) } ?? "", .faint),
        TextCell(finding.shownUnit, .faint), TextCell(isOneMethod ? "" : reading.method?.rawValue ?? "", .faint),
        TextCell(examined[finding].map { finding.shown($0) } ?? "–", .faint),
      ])
    }
    return grid
  }

  /// A deviation may have a digit more than its finding, so that it is never printed as nothing.
  private static func shown(_ deviation: Double, _ finding: FindingID) -> String {
    let digits = finding.spec.digits
    let scale = NumberText.tenTo(digits)
    return NumberText.shown(deviation, digits: (deviation * scale).rounded() >= 1 ? digits : digits + 1)
  }

  /// As `schema/result.schema.json` has it under `examination`.
  public var json: JSONTree {
    .list(
      parts.map { part in
        var fields: [JSONTree.Field] = [
          .init("instrument", .text(part.instrument.identifier.description)),
          .init("title", .text(part.instrument.title.description)),
          .init("readings", .list(part.report.readings.map(json))),
        ]
        let signs = part.report.signs
        fields.append(
          .init(
            "signs",
            .object(
              signs.present.map { sign in
                .init(
                  sign.identifier, sign.spec.isBoolean ? .flag(signs.has(sign)) : .text(signs.word(sign) ?? ""))
              })))
        let remarks = part.report.remarks
        if !remarks.isEmpty { fields.append(.init("remarks", .list(remarks.map { .text($0.text.description) }))) }
        if !part.heard.isEmpty { fields.append(.init("heard", .list(part.heard.map { .text($0) }))) }
        if !part.pictures.isEmpty { fields.append(.init("pictures", .list(part.pictures.map { .text($0) }))) }
        return .object(fields)
      })
  }

  private func json(_ reading: Reading) -> JSONTree {
    var fields: [JSONTree.Field] = [
      .init("finding", .text(reading.finding.identifier)), .init("value", .number(reading.value)),
      .init("unit", .text(reading.finding.spec.unit.symbol)),
    ]
    if let method = reading.method { fields.append(.init("by", .text(method.rawValue))) }
    if let deviation = reading.deviation { fields.append(.init("sd", .number(deviation))) }
    if let truth = examined[reading.finding] { fields.append(.init("true", .number(truth))) }
    return .object(fields)
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
