// The usual repair: leaflets mended and a ring around them. Its law and sources stand in `MitralRepair.swift`.

import Circulation
import Quantities

extension Treatment {
  public static let repair = Treatment(
    identifier: "repair", title: "Repair", kind: .operation,
    meaning: "leaflet repair and ring together",
    explanation: "Tears, slack chords and holes are mended but for a small rest, and a ring holds the annulus.",
    arguments: [MitralRepair.ringSize, MitralRepair.residue],
    excludes: ["replacement-mechanical", "replacement-biological", "edge-to-edge"], lasting: MitralRepair.operation
  ) { heart, arguments in
    heart.mendLeaflets(residue: arguments[1])
    heart.sewRing(arguments[0])
  }
}
