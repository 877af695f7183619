// Rupture of a papillary muscle in an infarction (Carpentier II): a leaflet loses all its chords at once, in a heart that
// has had no time to stretch and has just lost muscle. Atrium and ventricle come near one pressure at the end of systole,
// so that the jet dies early: a tall v wave, a short decrescendo murmur or none.

import Circulation
import Quantities

extension Lesion {
  /// A very large leak in a heart of healthy size, part of whose muscle is lost.
  public static let papillaryMuscleRupture = Lesion(
    identifier: "papillary-muscle-rupture", title: "Rupture of a papillary muscle",
    meaning:
      "a papillary muscle torn off in an infarction; a very large leak into an atrium that had no time to stretch",
    arguments: [
      .orificeArea(standard: 1, "largest effective area within systole"), .infarction(standard: 0.15),
    ], mechanism: .flail
  ) { heart, _, arguments in
    LeakMechanism.flail.add(.squareCentimetres(arguments[0]), to: &heart)
    heart.loseMuscle(arguments[1])
  }
}
