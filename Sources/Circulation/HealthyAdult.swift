import Quantities

extension HeartDefinition {
  /// A healthy man of 45 years, 178 cm and 75 kg (body surface 1.93 m²), at rest and lying down.
  public static var healthyAdult: HeartDefinition {
    HeartDefinition(
      heartRate: .perMinute(68), atrioventricularDelay: .milliseconds(150),
      leftVentricle: wall(96, 92, 95, 0.9), septum: wall(38, 47.5, 95, 0.9), rightVentricle: wall(33, 125, 80, 0.9),
      leftAtrium: wall(9, 57, 60, 0.9), rightAtrium: wall(5, 55, 60, 0.9),
      ventricularActivation: ActivationDefinition(
        riseTime: .milliseconds(48), decayTime: .milliseconds(28), duration: .milliseconds(460)),
      atrialActivation: ActivationDefinition(
        riseTime: .milliseconds(20), decayTime: .milliseconds(16), duration: .milliseconds(150)),
      mitralValve: valve(area: 5, length: 1.5, opens: 20, shuts: 20),
      aorticValve: valve(area: 4, length: 1.5, opens: 20, shuts: 14),
      tricuspidValve: valve(area: 7, length: 1.5, opens: 20, shuts: 20),
      pulmonaryValve: valve(area: 4.5, length: 1.5, opens: 20, shuts: 14),
      systemic: systemicVessels, pulmonary: pulmonaryVessels,
      pericardium: PericardiumDefinition(
        referenceVolume: .millilitres(820), pressure: .millimetresOfMercury(2), stiffness: .fraction(10)),
      bloodVolume: .millilitres(5090), intrathoracicPressure: .millimetresOfMercury(0))
  }

  private static func wall(_ volume: Double, _ area: Double, _ active: Double, _ passive: Double) -> WallDefinition {
    WallDefinition(
      wallVolume: .millilitres(volume), referenceArea: .squareCentimetres(area), activeStress: .kilopascals(active),
      passiveStress: .kilopascals(passive))
  }

  private static func valve(area: Double, length: Double, opens: Double, shuts: Double) -> ValveDefinition {
    ValveDefinition(
      openArea: .squareCentimetres(area), inertialLength: .centimetres(length), openingRate: .perMmHgSecond(opens),
      closingRate: .perMmHgSecond(shuts))
  }

  private static var systemicVessels: VesselsDefinition {
    VesselsDefinition(
      characteristicImpedance: .mmHgSecondsPerMillilitre(0.035),
      greatArteryCompliance: .millilitresPerMmHg(0.9),
      arterialInertance: .mmHgSecondsSquaredPerMillilitre(0.003),
      arterialResistance: .mmHgSecondsPerMillilitre(0.03),
      distalArteryCompliance: .millilitresPerMmHg(0.45),
      arteriolarResistance: .mmHgSecondsPerMillilitre(0.72),
      capillaryCompliance: .millilitresPerMmHg(4),
      venularResistance: .mmHgSecondsPerMillilitre(0.13),
      venousCompliance: .millilitresPerMmHg(90),
      venousResistance: .mmHgSecondsPerMillilitre(0.02),
      venousInertance: .mmHgSecondsSquaredPerMillilitre(0.0005),
      greatArteryUnstressed: .millilitres(120), distalArteryUnstressed: .millilitres(380),
      capillaryUnstressed: .millilitres(250), venousUnstressed: .millilitres(3070))
  }

  private static var pulmonaryVessels: VesselsDefinition {
    VesselsDefinition(
      characteristicImpedance: .mmHgSecondsPerMillilitre(0.012),
      greatArteryCompliance: .millilitresPerMmHg(2.5),
      arterialInertance: .mmHgSecondsSquaredPerMillilitre(0.0008),
      arterialResistance: .mmHgSecondsPerMillilitre(0.005),
      distalArteryCompliance: .millilitresPerMmHg(2.0),
      arteriolarResistance: .mmHgSecondsPerMillilitre(0.04),
      capillaryCompliance: .millilitresPerMmHg(3),
      venularResistance: .mmHgSecondsPerMillilitre(0.02),
      venousCompliance: .millilitresPerMmHg(10),
      venousResistance: .mmHgSecondsPerMillilitre(0.008),
      venousInertance: .mmHgSecondsSquaredPerMillilitre(0.0004),
      greatArteryUnstressed: .millilitres(30), distalArteryUnstressed: .millilitres(40),
      capillaryUnstressed: .millilitres(60), venousUnstressed: .millilitres(100))
  }
}
