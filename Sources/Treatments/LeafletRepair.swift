// Leaflets and chords mended, without a ring. Its law and sources stand in `MitralRepair.swift`.

import Circulation
import Quantities

extension Treatment {
  public static let leafletRepair = Treatment(
    identifier: "leaflet-repair", title: "Leaflet repair", kind: .operation,
    meaning: "mends leaflet and chords so that the mitral valve holds",
    explanation:
      "Tears, slack chords and holes are mended but for a small rest; all else is unchanged.",
    arguments: [MitralRepair.residue],
    excludes: ["replacement-mechanical", "replacement-biological", "repair"], lasting: MitralRepair.operation
  ) { heart, arguments in
    heart.mendLeaflets(residue: arguments[0])
  }
}
