// How a diseased valve gets worse by itself, whatever the heart does. What the heart adds (a wider ring, a larger
// ventricle) follows from the orifices' own law, and is no part of these rates.
//
//   torn or lax leaflets   +5 % of their orifice a year. The one number that was set: with what the heart adds, a
//                          moderate flail leaflet in a heart that has adapted to it grows as measured in 74 patients with
//                          organic regurgitation over 1.5 years, RVol +7.4 mL (5.1–9.7), RF +2.9 points (1.9–3.9), EROA
//                          +5.9 mm² (3.9–7.8) a year (Enriquez-Sarano et al., J Am Coll Cardiol 1999;34:1137). A share
//                          rather than an amount, since mild leaks hardly move (mild to severe 4 %, moderate to severe
//                          27 % of patients in six years)
//   rheumatic leaflets     open area −0.09 cm² a year (Sagie et al., J Am Coll Cardiol 1996;28:472, n 103); the hole
//                          +0.0024 cm² (one grade, about 0.1 cm², in 2.4 of 100 patients a year: Front Cardiovasc Med
//                          2022, n 539)
//   functional             nothing of its own: sound leaflets follow ventricle and ring
//   a hole, a cleft        nothing
//
// Held by `aModerateFlailGrowsAsFastAsInPatients`.

import Circulation
import Lanes
import Quantities

/// What becomes of the leaflets in a year.
public struct LeakProgression: Sendable, Equatable {
  /// Growth of the orifice of torn, and of lax leaflets, as a share a year.
  public var flail = 0.0
  public var prolapse = 0.0
  /// The same for the hole of constant size, and what is added to it, cm² a year.
  public var hole = 0.0
  public var holeArea = 0.0
  /// What the opening loses, cm² a year, down to `leastOpening`.
  public var stenosis = 0.0

  /// An opening that is no smaller in the narrowest valves seen, cm².
  private static let leastOpening = 0.5

  public init() {}

  /// The lesion stays as it is.
  public static let held = LeakProgression()

  /// What the leaflets do by nature.
  ///
  /// - Parameters:
  ///   - isRheumatic: whether the leaflets are scarred by rheumatic fever.
  ///   - holeIsLeaflet: whether the hole of constant size stands for torn or lax leaflets, as in a heart that was fitted
  ///     without knowing how its leak moves.
  public static func natural(isRheumatic: Bool = false, holeIsLeaflet: Bool = false) -> LeakProgression {
    var natural = LeakProgression()
    natural.flail = leafletShare
    natural.prolapse = leafletShare
    if isRheumatic {
      natural.holeArea = 0.0024
      natural.stenosis = 0.09
    } else if holeIsLeaflet {
      natural.hole = leafletShare
    }
    return natural
  }

  /// Of torn and lax leaflets; see the head of the file.
  private static let leafletShare = 0.05

  /// Lets some days pass over the leaflets of a heart. A valve that holds goes on holding.
  public func advance(_ heart: inout HeartDefinition, days: Double) {
    guard self != .held else { return }
    let years = days / 365.25
    heart.mitralLeaks.flail.area *= Double.exponential(flail * years)
    heart.mitralLeaks.prolapse.area *= Double.exponential(prolapse * years)
    let present = heart.mitralValve.leakArea.squareCentimetres
    if present > 0 {
      heart.mitralValve.leakArea = .squareCentimetres(present * Double.exponential(hole * years) + holeArea * years)
    }
    let open = heart.mitralValve.openArea.squareCentimetres
    if stenosis > 0, open > Self.leastOpening {
      heart.mitralValve.openArea = .squareCentimetres(max(open - stenosis * years, Self.leastOpening))
    }
  }
}
