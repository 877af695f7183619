// Clips that hold the leaflets' edges together (TEER): two small openings instead of a large one, so less leak and
// less room for the filling ventricle.
//
//   clips                        1      2      3      4
//   leak, every mechanism     0.35   0.19   0.14   0.12   of what it was.
//                             Measured: 0.99 → 0.22 cm² of vena contracta with one or two clips (Dietl et al.,
//                             Cardiovasc Ultrasound 2018;16:1)
//   effective opening         0.60   0.48   0.41   0.37   of what it was.
//                             Measured: 6.0 → 3.6 cm² (69 % one clip; Herrmann et al., EuroIntervention 2009;4:437),
//                             about half in recent series
//   annulus                   × 0.9, once: the clip draws the leaflets' roots together (diameter −9 to −13 %, n 48)
//
// How the leak falls clip by clip was not published: the factors per clip are chosen so that one and two clips, as
// often used one as the other, give the measured mean; further clips add less.

import Circulation
import Quantities

extension Treatment {
  public static let edgeToEdge = Treatment(
    identifier: "edge-to-edge", title: "Clip (TEER)", kind: .clip,
    meaning: "clips between the leaflets, through a catheter",
    explanation: "Less leak through every mechanism, a smaller opening, a slightly smaller annulus.",
    arguments: [
      ArgumentSpec("clips", unit: Unit("1", .ratio), range: 1...4, standard: 2, isWhole: true, "how many clips")
    ],
    excludes: ["replacement-mechanical", "replacement-biological", "repair"]
  ) { heart, arguments in
    let clips = min(max(Int(arguments[0] + 0.5), 1), clipLeak.count)
    heart.clip(leak: clipLeak[clips - 1], opening: clipOpening[clips - 1], annulus: clipAnnulus)
  }

  private static let clipLeak = [0.35, 0.19, 0.14, 0.12]
  private static let clipOpening = [0.60, 0.48, 0.41, 0.37]
  private static let clipAnnulus = 0.9
}

extension HeartDefinition {
  fileprivate mutating func clip(leak: Double, opening: Double, annulus: Double) {
    mitralValve.leakArea *= leak
    mitralLeaks.flail.area *= leak
    mitralLeaks.prolapse.area *= leak
    mitralLeaks.functional.area *= leak
    mitralValve.openArea *= opening
    mitralAnnulus.fixedArea *= annulus
    mitralAnnulus.atrialShare *= annulus
    mitralAnnulus.ventricularShare *= annulus
    mitralAnnulus.contraction *= annulus
  }
}
