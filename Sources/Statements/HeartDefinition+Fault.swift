// Why a heart may not beat.

import Circulation
import Quantities

extension HeartDefinition {
  /// Why a heart that did not come to beat may not have, as far as its definition tells.
  public var likelyFault: String {
    var unstressed: Double = 0
    for vessels in [systemic, pulmonary] {
      unstressed += vessels.greatArteryUnstressed.millilitres + vessels.distalArteryUnstressed.millilitres
      unstressed += vessels.capillaryUnstressed.millilitres + vessels.venousUnstressed.millilitres
    }
    let spare = bloodVolume.millilitres - unstressed
    if spare < 900 {
      return
        "of \(Int(bloodVolume.millilitres)) mL of blood the slack vessels take \(Int(unstressed)) mL, too little is left to "
        + "fill a heart (in life the veins would tighten: say `reflexes: true`)"
    }
    return "a chamber runs dry or bursts, or its walls cannot be balanced; look at what was set furthest from normal "
      + "(`mitral catalogue heart` shows the parameters)"
  }
}
