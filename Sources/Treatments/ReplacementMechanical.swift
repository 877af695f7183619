// A mechanical mitral prosthesis. Its tables and sources stand in `Prosthesis.swift`.

import Circulation
import Quantities

extension Treatment {
  public static let replacementMechanical = Treatment(
    identifier: "replacement-mechanical", title: "Mechanical valve", kind: .operation,
    meaning: "a mechanical valve: lasting, and needs a vitamin K antagonist",
    explanation: "A prosthesis of the given size in a stiff ring; muscle weaker where chords are cut.",
    arguments: Prosthesis.arguments,
    excludes: ["replacement-biological", "repair", "leaflet-repair", "annuloplasty", "edge-to-edge"],
    lasting: Prosthesis.operation
  ) { heart, arguments in
    heart.replaceMitralValve(
      size: arguments[0], area: Prosthesis.area(arguments[0], in: Prosthesis.mechanical), leak: 0.025,
      leaflets: .mechanical, chordsKept: arguments[1])
  }
}
