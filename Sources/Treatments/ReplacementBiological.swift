// A biological mitral prosthesis. Its tables and sources stand in `Prosthesis.swift`.

import Circulation
import Quantities

extension Treatment {
  public static let replacementBiological = Treatment(
    identifier: "replacement-biological", title: "Biological valve", kind: .operation,
    meaning: "a tissue valve: lasts ten to twenty years, needs no vitamin K antagonist for good",
    explanation: "A prosthesis of the given size in a stiff ring; muscle weaker where chords are cut.",
    arguments: Prosthesis.arguments,
    excludes: ["replacement-mechanical", "repair", "leaflet-repair", "annuloplasty", "edge-to-edge"],
    lasting: Prosthesis.operation
  ) { heart, arguments in
    heart.replaceMitralValve(
      size: arguments[0], area: Prosthesis.area(arguments[0], in: Prosthesis.biological), leak: 0.005,
      leaflets: .biological, chordsKept: arguments[1])
  }
}
