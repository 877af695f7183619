// How a diseased valve gets worse by itself, whatever the heart does. What the heart adds (a wider ring, a larger
// ventricle) follows from the orifices' own law, and is no part of these rates.
//
//   torn or lax leaflets   dA/dt = k·A/(A + 0.3 cm²), k = 0.055 cm² a year: a share of the orifice where it is small,
//                          since mild leaks hardly move (mild to severe 4 %, moderate to severe 27 % of patients in
//                          six years), an amount where it is large. k is the one number that was set: with what the
//                          heart adds, a moderate flail leaflet in a heart that has adapted to it grows as measured in
//                          74 patients with organic regurgitation over 1.5 years, RVol +7.4 mL (5.1–9.7), RF +2.9
//                          points (1.9–3.9), EROA +5.9 mm² (3.9–7.8) a year (Enriquez-Sarano et al., J Am Coll Cardiol
//                          1999;34:1137)
//   rheumatic leaflets     open area −0.09 cm² a year (Sagie et al., J Am Coll Cardiol 1996;28:472, n 103); the hole
//                          +0.0024 cm² (one grade, about 0.1 cm², in 2.4 of 100 patients a year: Front Cardiovasc Med
//                          2022, n 539)
//   functional             nothing of its own: sound leaflets follow ventricle and ring
//   a hole, a cleft        nothing
//
// Held by `aModerateFlailGrowsAsFastAsInPatients`.

import Circulation
import Quantities

/// What becomes of the leaflets in a year.
public struct LeakProgression: Sendable, Equatable {
  /// k for the orifice of torn or lax leaflets, cm² a year.
  public var leaflets = 0.0
  /// What is added to a hole of constant size, cm² a year.
  public var hole = 0.0
  /// What the opening loses, cm² a year, down to `leastOpening`.
  public var stenosis = 0.0

  /// An opening that is no smaller in the narrowest valves seen, cm².
  private static let leastOpening = 0.5

  public init() {}

  /// The lesion stays as it is.
  public static let held = LeakProgression()

  /// What the leaflets do by nature.
  ///
  /// - Parameter isRheumatic: whether the leaflets are scarred by rheumatic fever.
  public static func natural(isRheumatic: Bool = false) -> LeakProgression {
    var natural = LeakProgression()
    natural.leaflets = 0.055
    if isRheumatic {
      natural.hole = 0.0024
      natural.stenosis = 0.09
    }
    return natural
  }

  /// The orifice, cm², at which `leaflets` has half its effect.
  private static let halfArea = 0.3

  /// Lets some days pass over the leaflets of a heart. A valve that holds goes on holding.
  public func advance(_ heart: inout HeartDefinition, days: Double) {
    guard self != .held else { return }
    let years = days / 365.25
    func grow(_ area: inout Area) {
      let present = area.squareCentimetres
      area = .squareCentimetres(present + years * leaflets * present / (present + Self.halfArea))
    }
    grow(&heart.mitralLeaks.flail.area)
    grow(&heart.mitralLeaks.prolapse.area)
    let present = heart.mitralValve.leakArea.squareCentimetres
    if present > 0 { heart.mitralValve.leakArea = .squareCentimetres(present + hole * years) }
    let open = heart.mitralValve.openArea.squareCentimetres
    if stenosis > 0, open > Self.leastOpening {
      heart.mitralValve.openArea = .squareCentimetres(max(open - stenosis * years, Self.leastOpening))
    }
  }
}
