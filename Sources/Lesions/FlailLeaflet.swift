// A flail leaflet (torn chords, Carpentier II): from the first closure on the leaflet's edge turns over into the atrium.
// The gap is largest at the beginning of systole and shrinks with the ventricle and the ring: to 59 % of its start in
// dogs whose leaflet had been cut (Yellin et al.). Holosystolic, eccentric.

import Circulation
import Quantities

extension Lesion {
  /// Torn chords: large from the first closure.
  public static let flailLeaflet = Lesion(
    identifier: "flail-leaflet", title: "Flail leaflet",
    meaning: "a leaflet that has lost its chords; leaks from the first closure, a little less as the ventricle shrinks",
    arguments: [.orificeArea(standard: 0.4, "largest effective area within systole")], mechanism: .flail
  ) { heart, _, arguments in
    LeakMechanism.flail.add(.squareCentimetres(arguments[0]), to: &heart)
  }
}
