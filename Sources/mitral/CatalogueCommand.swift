// `mitral catalogue`: what there is to choose from.

import Drawing
import ArgumentParser
import Cases
import Circulation
import Course
import Findings
import Guidelines
import Instruments
import Quantities
import Reports

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract:
      "List the cases, lesions, treatments, loads, instruments, findings, history items, guidelines and heart parameters.",
    discussion: """
      Examples:
        mitral catalogue findings          every measurement with its unit, normal range and definition
        mitral catalogue heart             every number that --set and `heart:` can change
        mitral catalogue cases --json
      """)

  @Argument(help: "What to list: \(CatalogueShelf.allCases.map(\.rawValue).joined(separator: ", ")).")
  var shelf: CatalogueShelf

  @Flag(help: "Print one JSON document and nothing else.")
  var json = false

  func run() throws {
    if json { return try Terminal.printOut(shelf.json().serialised()) }
    let rows = try shelf.rows()
    let style = Terminal.style
    let widest = rows.map { TerminalText.width($0.name) }.max() ?? 0
    // A rule is a paragraph: its name stands on a line of its own.
    let isStacked = shelf == .guidelines
    let indent = isStacked ? 4 : min(widest, 36) + 2
    for row in rows {
      let lines = TerminalText.wrap(row.text, to: max(30, min(style.width, 120) - indent))
      let space = String(repeating: " ", count: indent)
      let gap = String(repeating: " ", count: max(1, indent - TerminalText.width(row.name)))
      let first = isStacked ? [row.name] + lines.map { space + $0 } : [row.name + gap + (lines.first ?? "")]
      let rest = isStacked ? [] : lines.dropFirst().map { space + $0 }
      Terminal.show((first + rest).joined(separator: "\n"), style)
    }
    if shelf == .instruments {
      Terminal.show("\nSources\n" + ScatterSources(InstrumentCatalogue.all).list(style), style)
    }
  }
}

extension CatalogueShelf: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}
