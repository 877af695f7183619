// A leaflet split from birth, mostly the anterior one, alone or as part of a defect of the atrioventricular septum. Its
// edges have no chords between them and part whenever the valve shuts: a hole of constant size, the jet holosystolic and
// central.

import Circulation
import Quantities

extension Lesion {
  /// A cleft leaflet: constant area, mitral valve.
  public static let congenitalCleft = Lesion(
    identifier: "congenital-cleft", title: "Cleft leaflet",
    meaning: "a leaflet split from birth; leaks all through the time the valve is shut",
    arguments: [.orificeArea(standard: 0.3, "effective area of the cleft")], mechanism: .fixed
  ) { heart, valve, arguments in
    heart[valve].leakArea = heart[valve].leakArea + .squareCentimetres(arguments[0])
  }
}
