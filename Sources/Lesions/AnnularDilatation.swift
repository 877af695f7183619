// The atrial kind (Carpentier I): years of atrial fibrillation, or of high filling pressure, have stretched the left atrium
// and with it the ring, and sound leaflets no longer span it. Central, holosystolic, largest early. In fifty-three
// people with it the ring measured 3.49 cm from front to back, in fifty-three without 3.23 cm (Gertz et al., J Am Coll
// Cardiol 2011;58:1474).

import Circulation
import Quantities

extension Lesion {
  /// Leaflets too short for the ring of a large atrium.
  public static let annularDilatation = Lesion(
    identifier: "annular-dilatation", title: "Wide ring of a large atrium",
    meaning:
      "sound leaflets too short for the ring of a large atrium; leaks all through systole, most at its beginning",
    arguments: [
      .orificeArea(standard: 0.25, "largest effective area within systole"),
      ArgumentSpec(
        "atrialDilatation", unit: RatioKind.unit, range: 1...4, standard: 2,
        "volume of the left atrium against the healthy one"),
    ], mechanism: .ring
  ) { heart, _, arguments in
    LeakMechanism.ring.add(.squareCentimetres(arguments[0]), to: &heart)
    heart.growLeftAtrium(area: Scale.area(ofVolume: arguments[1]))
    heart.pericardium.referenceVolume *= 1 + 0.1 * (arguments[1] - 1)
  }
}
