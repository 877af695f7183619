// What several lesions do to the heart around the valve, and the arguments that they share.

import Circulation
import Lanes
import Quantities

extension ArgumentSpec {
  /// The first argument of every lesion.
  static func orificeArea(standard: Double, _ meaning: String) -> ArgumentSpec {
    ArgumentSpec("orificeArea", unit: AreaKind.unit, range: 0...3, standard: standard, meaning)
  }

  static func infarction(standard: Double) -> ArgumentSpec {
    ArgumentSpec(
      "infarction", unit: RatioKind.unit, range: 0...0.5, standard: standard,
      "share of the left ventricle's muscle that is lost")
  }
}

enum Scale {
  /// The factor on a wall's area that belongs to one on its volume.
  static func area(ofVolume factor: Double) -> Double { Double.power(factor, 2.0 / 3) }
}

extension HeartDefinition {
  /// Muscle of the left ventricle that no longer pulls, spread evenly: one wall, one stress.
  mutating func loseMuscle(_ share: Double) {
    scaleLeftStrength(1 - share)
  }

  /// Growth of the left ventricle, given months: fibres become longer and walls thinner (muscle grows with the root of
  /// the volume). The atrium behind it grows by seven tenths of what the ventricle gains, and the sac gives way to both, by
  /// a quarter of itself for a doubled ventricle: chosen.
  mutating func dilateLeftVentricle(to factor: Double) {
    growLeftVentricle(area: Scale.area(ofVolume: factor), muscle: factor.squareRoot())
    growLeftAtrium(area: Scale.area(ofVolume: 1 + 0.7 * (factor - 1)))
    pericardium.referenceVolume *= 1 + 0.25 * (factor - 1)
  }
}
