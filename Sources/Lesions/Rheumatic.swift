// Rheumatic disease (Carpentier IIIa): thick, short leaflets with fused edges that neither open nor shut well. The gap is
// nearly constant through systole (Schwammenthal 1994), and the open valve is narrow. Drugs that once were taken to lose
// appetite, and radiation of the chest, leave the same valve.

import Circulation
import Quantities

extension Lesion {
  /// Stiff, fused leaflets: a constant hole, and an opening that is too small. Any valve.
  public static let rheumatic = Lesion(
    identifier: "rheumatic", title: "Rheumatic valve",
    meaning: "stiff leaflets with fused edges; leaks all through the time the valve is shut, and opens too little",
    arguments: [
      .orificeArea(standard: 0.25, "effective area that stays open"),
      ArgumentSpec("openArea", unit: AreaKind.unit, range: 0.4...6, standard: 1.8, "effective area of the open valve"),
    ], mechanism: .fixed, fitsOtherValves: true, isScarring: true
  ) { heart, valve, arguments in
    heart[valve].leakArea = heart[valve].leakArea + .squareCentimetres(arguments[0])
    heart[valve].openArea = min(heart[valve].openArea, .squareCentimetres(arguments[1]))
  }
}
