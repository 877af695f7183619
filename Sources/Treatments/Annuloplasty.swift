// A ring alone: for leaflets that are sound and lie too far apart. Its law and sources stand in `MitralRepair.swift`.
//
// Restrictive rings are two sizes smaller than the annulus (mean 28 mm: Bax et al., Circulation 2004;110:II-103).

import Circulation
import Quantities

extension Treatment {
  public static let annuloplasty = Treatment(
    identifier: "annuloplasty", title: "Annuloplasty", kind: .operation,
    meaning: "a stiff ring around the valve brings its leaflets together",
    explanation: "The annulus is held at the ring's size; leaflets, chords, muscle and vessels are unchanged.",
    arguments: [
      ArgumentSpec(
        "size", unit: MitralRepair.ringSize.unit, range: MitralRepair.ringSize.range, standard: 28,
        MitralRepair.ringSize.meaning)
    ],
    excludes: ["replacement-mechanical", "replacement-biological", "repair"], lasting: MitralRepair.operation
  ) { heart, arguments in
    heart.sewRing(arguments[0])
  }
}
