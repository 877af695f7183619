// Prolapse (myxomatous or fibroelastic disease, Carpentier II): chords too long for the ventricle once it has emptied to
// some extent. Until then the valve holds; then the leaflet slips behind the ring and the orifice grows to the end of
// systole (Schwammenthal 1994; Enriquez-Sarano 1995). A smaller ventricle, as on standing, reaches that size earlier: the
// click and the murmur come earlier.

import Circulation
import Quantities

extension Lesion {
  /// Chords that are too long: mid-to-late systolic.
  public static let prolapse = Lesion(
    identifier: "prolapse", title: "Prolapse",
    meaning: "leaflets with chords too long; leaks once the ventricle has emptied in part, mid-to-late in systole",
    arguments: [
      .orificeArea(standard: 0.3, "largest effective area within systole"),
      ArgumentSpec(
        "onset", unit: RatioKind.unit, range: 0...0.7, standard: LeakMechanism.usualOnset,
        "share of a healthy stroke after which the leaflet gives way; 0 leaks from the beginning"),
    ], mechanism: .prolapse
  ) { heart, _, arguments in
    LeakMechanism.prolapse.add(.squareCentimetres(arguments[0]), to: &heart, onset: arguments[1])
  }
}
