// A hole of constant size: a leaflet perforated by endocarditis, a cleft, a paraprosthetic leak. It is open whenever
// the valve is shut, so flow follows the pressure difference alone: q = A·√(2Δp/ρ) once the blood in it has been set in
// motion. The pattern is holosystolic, as across the hole in a tilting disc that Yellin and colleagues put into dogs.

import Circulation
import Quantities

extension Lesion {
  /// A perforation: constant area, any valve.
  public static let fixedOrifice = Lesion(
    identifier: "fixed-orifice", title: "Perforation",
    meaning: "a hole of constant size in a leaflet; leaks all through the time the valve is shut",
    arguments: [.orificeArea(standard: 0.3, "effective area of the hole")], mechanism: .fixed, fitsOtherValves: true
  ) { heart, valve, arguments in
    heart[valve].leakArea = heart[valve].leakArea + .squareCentimetres(arguments[0])
  }
}
