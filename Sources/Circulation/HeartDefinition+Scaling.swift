// Edits of a heart that drugs, reflexes, growth, disease and the fit share: what "the resistance of the body", "the strength
// of the left ventricle" and the like are, as the fields of the definition that go together. Factors are pure numbers
// above zero (zero: a muscle without strength).

import Quantities

extension HeartDefinition {
  /// Arterioles and venules of the body.
  public mutating func scaleSystemicResistance(_ factor: Double) {
    systemic.arteriolarResistance *= factor
    systemic.venularResistance *= factor
  }

  /// Arterioles and venules of the lungs.
  public mutating func scalePulmonaryResistance(_ factor: Double) {
    pulmonary.arteriolarResistance *= factor
    pulmonary.venularResistance *= factor
  }

  /// Great and distal arteries of the body.
  public mutating func scaleArterialCompliance(_ factor: Double) {
    systemic.greatArteryCompliance *= factor
    systemic.distalArteryCompliance *= factor
  }

  /// Active stress of the left ventricle's free wall and of the septum.
  public mutating func scaleLeftStrength(_ factor: Double) {
    leftVentricle.activeStress *= factor
    septum.activeStress *= factor
  }

  /// Active stress of all three ventricular walls.
  public mutating func scaleStrength(_ factor: Double) {
    scaleLeftStrength(factor)
    rightVentricle.activeStress *= factor
  }

  /// Active stress of both atria.
  public mutating func scaleAtrialStrength(_ factor: Double) {
    leftAtrium.activeStress *= factor
    rightAtrium.activeStress *= factor
  }

  /// Passive stress of the left ventricle's free wall and of the septum.
  public mutating func scaleLeftStiffness(_ factor: Double) {
    leftVentricle.passiveStress *= factor
    septum.passiveStress *= factor
  }

  /// Muscle of all five walls.
  public var muscleVolume: Volume {
    leftVentricle.wallVolume + septum.wallVolume + rightVentricle.wallVolume + leftAtrium.wallVolume
      + rightAtrium.wallVolume
  }

  /// What the leaflets themselves leave open, in the reference state of each mechanism: a hole, a tear, slack chords. Sound
  /// leaflets that ventricle or ring keep apart (`mitralLeaks.functional`) have none of it.
  public var leafletLeak: Area { mitralValve.leakArea + mitralLeaks.flail.area + mitralLeaks.prolapse.area }
}
