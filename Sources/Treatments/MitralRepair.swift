// What surgeons do to a mitral valve that is kept: a ring around it, the leaflets mended, both together.
//
//   ring        a stiff ring of a labelled size (its inner width, mm): opening 0.525·d² (a D three quarters as deep
//               as wide), of which 55 % is effective when open: 2.6 cm² at 30 mm. So a ring of 24–26 mm has 3.4 ± 1.6
//               mmHg at rest a month later (55 patients, Circ J 2017;81:1832), and the gradient falls by 0.18 mmHg a
//               millimetre (484 patients). The annulus is that opening for the whole of the beat; what this does to a
//               leak follows from the leak's own law. A torn or slack leaflet gapes on: on it the ring acts with 0.3 of the
//               gain by which the orifice follows the annulus within a beat (chosen so that a ring alone takes about
//               a third of such a leak; nobody repairs a torn leaflet so).
//   leaflets    cut or held by new chords: no tear, no slack chord, no hole any more; 0.03 cm² remain (before
//               discharge 65 % leak not or in traces, 35 % mildly: 415 repairs). Effective opening × 0.7, before the
//               ring's limit (5.0 → 3.0–3.5 cm² is usual).
//
// A valve that did not leak leaks no more for being mended. The heart–lung machine weakens the muscle for days
// (elastance lower at once, as before on day 10; factor 0.8, chosen): `LastingEffect.stunning`, not part of the
// effect at once.

import Circulation
import Quantities

/// Sizes, areas and residues of repairs.
enum MitralRepair {
  static let ringSize = ArgumentSpec(
    "size", unit: Unit("mm", .length, factor: 0.1), range: 22...44, standard: 32, "labelled size of the ring")
  static let residue = ArgumentSpec(
    "residual", unit: Unit("cm2", .area), range: 0...0.5, standard: 0.03, "orifice that remains")

  /// Inner area of a ring, cm².
  static func opening(ofRing millimetres: Double) -> Double { 0.00525 * millimetres * millimetres }
  /// Share of a ring's opening that is effective between open leaflets.
  static let effectiveShare = 0.55
  /// Share of a torn or slack leaflet's gain on the annulus with which a ring acts on it.
  static let tornShare = 0.3
  /// Effective opening of mended leaflets over that before.
  static let leafletOpening = 0.7

  static let operation: @Sendable (Arguments) -> LastingEffect = { _ in
    var effect = LastingEffect()
    effect.stunning = 0.8
    return effect
  }
}

extension HeartDefinition {
  /// Sews in a stiff ring of a labelled size, mm.
  mutating func sewRing(_ millimetres: Double) {
    let opening = MitralRepair.opening(ofRing: millimetres)
    mitralAnnulus = .rigid(area: .squareCentimetres(opening))
    mitralLeaks.flail.annulusGain *= MitralRepair.tornShare
    mitralLeaks.prolapse.annulusGain *= MitralRepair.tornShare
    let effective = Area.squareCentimetres(MitralRepair.effectiveShare * opening)
    if effective < mitralValve.openArea { mitralValve.openArea = effective }
  }

  /// Mends torn and slack leaflets and holes; `residue` cm² remain.
  mutating func mendLeaflets(residue: Double) {
    let before = leafletLeak
    mitralLeaks.flail = .none
    mitralLeaks.prolapse = .none
    let rest = Area.squareCentimetres(residue)
    mitralValve.leakArea = rest < before ? rest : before
    if before.squareCentimetres > 0 { mitralValve.openArea *= MitralRepair.leafletOpening }
  }
}
