// A new valve in the mitral ring: it does not leak to speak of, it opens less than a healthy valve, and where the
// chords are cut, the ventricle loses the struts between its ring and its papillary muscles.
//
//   effective area   cm² by labelled size, mm: means over the usual models of in-vivo tables (n 1,006, review in
//                    Heart; Zoghbi et al., J Am Soc Echocardiogr 2009;22:975)
//                      size          23    25    27    29    31    33
//                      mechanical    1.5   1.7   1.9   2.1   2.2   2.3
//                      biological    1.3   1.5   1.7   1.9   2.0   2.0
//   leak             through a mechanical valve by design, 0.025 cm²; a biological one 0.005 cm²
//   strength         × (1 − 0.25·(1 − chords kept)): Ees −25 % when all chords are cut. Measured in dogs −25 to −45 %
//                    at once; in patients ejection fraction 60 → 36 % with chords cut and 63 → 61 % with chords kept
//                    (Rozich et al., Circulation 1992;86:1718), 46 → 31 % and kept (Hennein et al., J Thorac
//                    Cardiovasc Surg 1990;99:828)

import Circulation
import Quantities

enum Prosthesis {
  static let sizes = [23.0, 25, 27, 29, 31, 33]
  static let mechanical = [1.5, 1.7, 1.9, 2.1, 2.2, 2.3]
  static let biological = [1.3, 1.5, 1.7, 1.9, 2.0, 2.0]
  /// Share of strength lost when every chord is cut.
  static let chordsShare = 0.25

  static let arguments = [
    ArgumentSpec("size", unit: Unit("mm", .length, factor: 0.1), range: 23...33, standard: 29, "labelled size"),
    ArgumentSpec("chordsKept", unit: Unit("1", .ratio), range: 0...1, standard: 1, "share of the chords that is kept"),
  ]

  static let operation: @Sendable (Arguments) -> LastingEffect = { arguments in
    var effect = MitralRepair.operation(arguments)
    effect.replacesValve = true
    return effect
  }

  /// Between the sizes of a table, along straight lines.
  static func area(_ size: Double, in table: [Double]) -> Double {
    var i = 0
    while i + 2 < sizes.count, sizes[i + 1] < size { i += 1 }
    let part = (size - sizes[i]) / (sizes[i + 1] - sizes[i])
    return table[i] + part * (table[i + 1] - table[i])
  }
}

extension HeartDefinition {
  mutating func replaceMitralValve(
    size: Double, area: Double, leak: Double, leaflets: LeafletKind, chordsKept: Double
  ) {
    mitralLeaks = MitralLeaksDefinition()
    mitralValve.leakArea = .squareCentimetres(leak)
    mitralValve.openArea = .squareCentimetres(area)
    mitralValve.leaflets = leaflets
    // The ring's inner width is the label's.
    mitralAnnulus = .rigid(area: .squareCentimetres(0.25 * Double.pi * size * size / 100))
    scaleLeftStrength(1 - Prosthesis.chordsShare * (1 - chordsKept))
  }
}
