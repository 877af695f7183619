import Quantities

/// The vessels of one side, from the great artery to the veins that enter the atrium.
///
/// Great artery and distal arteries are two elastic reservoirs joined by the inertia of the blood between them, the
/// smallest tree that has a dicrotic wave; the great artery is entered through its characteristic impedance (Westerhof
/// et al., Med Biol Eng Comput 2009;47:131). Capillaries and veins follow as reservoirs, the veins emptying into the
/// atrium through a resistance and an inertance.
public struct VesselsDefinition: Sendable, Equatable {
  /// Characteristic impedance of the great artery, mmHg·s/mL.
  public var characteristicImpedance: Resistance
  public var greatArteryCompliance: Compliance
  /// Inertance of the blood between the great artery and the distal arteries.
  public var arterialInertance: Inertance
  /// Resistance between the great artery and the distal arteries (small).
  public var arterialResistance: Resistance
  public var distalArteryCompliance: Compliance
  /// Resistance of the arterioles, from the distal arteries to the capillaries.
  public var arteriolarResistance: Resistance
  public var capillaryCompliance: Compliance
  /// Resistance of the venules, from the capillaries to the veins.
  public var venularResistance: Resistance
  public var venousCompliance: Compliance
  /// Resistance of the great veins into the atrium.
  public var venousResistance: Resistance
  /// Inertance of the blood in the great veins.
  public var venousInertance: Inertance
  /// Volumes at zero transmural pressure.
  public var greatArteryUnstressed: Volume
  public var distalArteryUnstressed: Volume
  public var capillaryUnstressed: Volume
  public var venousUnstressed: Volume

  public init(
    characteristicImpedance: Resistance, greatArteryCompliance: Compliance, arterialInertance: Inertance,
    arterialResistance: Resistance, distalArteryCompliance: Compliance, arteriolarResistance: Resistance,
    capillaryCompliance: Compliance, venularResistance: Resistance, venousCompliance: Compliance,
    venousResistance: Resistance, venousInertance: Inertance, greatArteryUnstressed: Volume,
    distalArteryUnstressed: Volume, capillaryUnstressed: Volume, venousUnstressed: Volume
  ) {
    self.characteristicImpedance = characteristicImpedance
    self.greatArteryCompliance = greatArteryCompliance
    self.arterialInertance = arterialInertance
    self.arterialResistance = arterialResistance
    self.distalArteryCompliance = distalArteryCompliance
    self.arteriolarResistance = arteriolarResistance
    self.capillaryCompliance = capillaryCompliance
    self.venularResistance = venularResistance
    self.venousCompliance = venousCompliance
    self.venousResistance = venousResistance
    self.venousInertance = venousInertance
    self.greatArteryUnstressed = greatArteryUnstressed
    self.distalArteryUnstressed = distalArteryUnstressed
    self.capillaryUnstressed = capillaryUnstressed
    self.venousUnstressed = venousUnstressed
  }
}

/// The sac around the four chambers: p = pressure · (exp(stiffness · (V/referenceVolume − 1)) − exp(−stiffness)), V
/// being the volume of the chambers with their walls; nothing to feel in a small heart, a great deal in one that grew
/// in an hour.
public struct PericardiumDefinition: Sendable, Equatable {
  /// Volume of heart (blood and muscle) at which the sac presses with `pressure`, mL.
  public var referenceVolume: Volume
  public var pressure: Pressure
  /// Exponent, without unit.
  public var stiffness: Ratio

  public init(referenceVolume: Volume, pressure: Pressure, stiffness: Ratio) {
    self.referenceVolume = referenceVolume
    self.pressure = pressure
    self.stiffness = stiffness
  }
}

/// How the walls of capillaries and veins stiffen as they fill.
///
/// Up to the pressure at which they are taut they have their compliance. From there on collagen is taken up: with x what
/// the compliance alone would have the pressure rise by, and a the stiffening pressure, the pressure rises by x +
/// stiffening·x³/(x² + a²). Stiffness grows as the square of x/a first and by the factor 1 + stiffening in the end.
public struct TautWallDefinition: Sendable, Equatable {
  /// Transmural pressure at which the walls are taut.
  public var tautPressure: Pressure
  /// Rise of pressure beyond that, by the compliance alone, at which the stiffness has grown by as much as in the end.
  public var stiffeningPressure: Pressure
  /// By how many times of itself the stiffness grows.
  public var stiffening: Ratio

  public init(tautPressure: Pressure, stiffeningPressure: Pressure, stiffening: Ratio) {
    self.tautPressure = tautPressure
    self.stiffeningPressure = stiffeningPressure
    self.stiffening = stiffening
  }
}
