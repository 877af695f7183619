// Tethering after an infarction (Carpentier IIIb): the muscle that holds the papillary muscles has moved outwards and holds
// the leaflets back. The gap follows the ventricle's size; the pressure that pushes the leaflets together all but closes
// it in mid-systole, so that it is biphasic (Schwammenthal 1994; Hung 1999).
//
// The ventricle has grown since: each tenth of its muscle lost adds 15 % to its volume (chosen so that a third lost gives
// an end-diastolic volume of 220–260 mL and an ejection fraction of 30–45 %).

import Circulation
import Quantities

extension Lesion {
  /// Leaflets held back by a ventricle that has grown after an infarction.
  public static let leafletTethering = Lesion(
    identifier: "leaflet-tethering", title: "Tethered leaflets after an infarction",
    meaning: "leaflets held back by infarcted muscle; leaks early and late, least in mid-systole",
    arguments: [
      .orificeArea(standard: 0.2, "largest effective area within systole"), .infarction(standard: 0.33),
    ], mechanism: .tethering
  ) { heart, _, arguments in
    LeakMechanism.tethering.add(.squareCentimetres(arguments[0]), to: &heart)
    heart.dilateLeftVentricle(to: 1 + 1.5 * arguments[1])
    heart.loseMuscle(arguments[1])
  }
}
