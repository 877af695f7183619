// Disease of the heart muscle (alcohol, drugs, radiation, dystrophy, inheritance …): the ventricle has become wide and
// weak, and holds sound leaflets apart (Carpentier IIIb, with a wide ring). The law of the orifice is that of tethering
// after an infarction.

import Circulation
import Quantities

extension Lesion {
  /// Sound leaflets held apart by a wide, weak ventricle.
  public static let ventricularDilatation = Lesion(
    identifier: "ventricular-dilatation", title: "Wide, weak ventricle",
    meaning: "leaflets held apart by a wide, weak ventricle; leaks early and late, least in mid-systole",
    arguments: [
      .orificeArea(standard: 0.2, "largest effective area within systole"),
      ArgumentSpec(
        "dilatation", unit: RatioKind.unit, range: 1...2.5, standard: 1.6,
        "volume of the left ventricle against the healthy one"),
      ArgumentSpec(
        "contractility", unit: RatioKind.unit, range: 0.3...1, standard: 0.65,
        "strength of its muscle against the healthy one"),
    ], mechanism: .tethering
  ) { heart, _, arguments in
    LeakMechanism.tethering.add(.squareCentimetres(arguments[0]), to: &heart)
    heart.dilateLeftVentricle(to: arguments[1])
    heart.loseMuscle(1 - arguments[2])
  }
}
