import Quantities

// The reference heart: a healthy man of 45 years, 178 cm and 75 kg (body surface 1.93 m²), at rest, lying down.
//
// Each constant has its source beside it, by these marks; `docs/constants.md` says more on each:
//   L09   Lumens et al., Ann Biomed Eng 2009;37:2234
//   CA18  CircAdapt, public code of August 2018, reference heart
//   K15   Kawel-Boehm et al. 2015, normal values of CMR
//   M15   Mynard & Smolich, Ann Biomed Eng 2015;43:1443
//   SM94  Singh & Mohan, Int J Cardiol 1994;44:85
//   U98   Ursino, Am J Physiol 1998;275:H1733, and codes after it
//   H04   Heldt, dissertation 2004 (CVSim)
//   N62   Nadler et al., Surgery 1962;51:224
//   W09   Westerhof et al., Med Biol Eng Comput 2009;47:131
//   D65   Daly et al., J Clin Invest 1965;44:1261
//   AT    Al-Tinawi et al., Distensibility of small veins of the dog lung
//   P84   Pizzarello et al., Cathet Cardiovasc Diagn 1984;10:445
//   S90   Slife et al., Am J Physiol 1990;258:H1823
// "fit": chosen, within the range of the sources named, so that the findings of this heart meet the published means
// listed in `docs/healthy-adult.md`; held by `everyRowThatCountsIsInside` and `theTableOfNormalValuesIsUpToDate`.

extension HeartDefinition {
  /// A healthy man of 45 years, 178 cm and 75 kg (body surface 1.93 m²), at rest and lying down.
  ///
  /// For other bodies see `healthy(for:)`.
  public static var healthyAdult: HeartDefinition {
    HeartDefinition(
      heartRate: .perMinute(68),  // middle of the usual 60–80
      // Between the walls: PR of 160 ms (usual 120–200; CA18 153) less the 32 ms of P before them, `Electrocardiogram`.
      atrioventricularDelay: .milliseconds(128),
      // Muscle mL: left side 134 mL = 141 g, K15 134 ± 21 g. Area cm²: CA18 97, 49, 126; fit to volumes. Active stress
      // kPa: CA18 84, L09 about 120; fit to ejection fraction. Passive kPa at this exponent: fit to filling.
      leftVentricle: wall(muscle: 96, area: 92, active: 93, passive: 1.1),
      septum: wall(muscle: 38, area: 47.5, active: 93, passive: 1.1),
      rightVentricle: wall(muscle: 33, area: 129.5, active: 74, passive: 0.83),
      // Muscle: walls of 1.5 and 1 mm. Area: fit to atrial volumes. Active: CA18 59, its version of 2004 twice the
      // ventricle's.
      leftAtrium: wall(muscle: 9, area: 57, active: 100, passive: 0.93),
      rightAtrium: wall(muscle: 5, area: 55, active: 60, passive: 0.9),
      ventricularActivation: ActivationDefinition(
        riseTime: .milliseconds(49),  // L09 48, CA18 58
        decayTime: .milliseconds(27),  // L09 32, CA18 35; fit to tau
        duration: .milliseconds(475)),  // L09 425, CA18 418 by its own law; fit to ejection time
      atrialActivation: ActivationDefinition(
        riseTime: .milliseconds(20),  // CA18 33
        decayTime: .milliseconds(16),  // CA18 20
        duration: .milliseconds(120)),  // L09, CA18 150; fit to the A wave
      // Open areas cm²: mitral 2.9, tricuspid 3.3 per m² in SM94, CA18 7.5; arterial 3–4 (usual), CA18 5. Lengths cm:
      // 1–2, M15; the mitral fit to the E wave. Rates 1/(mmHg·s): M15 40 and 53 mitral and tricuspid, 16 aortic, 27
      // pulmonary.
      mitralValve: valve(area: 5.8, length: 1.2, opens: 30, shuts: 20),
      aorticValve: valve(area: 4, length: 1.5, opens: 20, shuts: 14),
      tricuspidValve: valve(area: 7, length: 1.5, opens: 20, shuts: 20),
      pulmonaryValve: valve(area: 4.5, length: 1.5, opens: 20, shuts: 14),
      // Ring: smallest, about 8 cm², just before systole, a fifth larger at its end, a second, smaller peak early in it
      // (3D echocardiography: 20–30 %; front to back 2.9 and 3.3 cm, Ricci et al., J Cardiovasc Magn Reson 2021;23:5).
      // A fifth larger, too, round an atrium of almost twice the volume (3.49 against 3.23 cm, Gertz et al., J Am Coll
      // Cardiol 2011;58:1474). The shares are chosen so; held by `theRingBreathesByAFifthToAThird`.
      mitralAnnulus: AnnulusDefinition(
        fixedArea: .squareCentimetres(3.9), atrialShare: .fraction(0.062), ventricularShare: .fraction(0.01),
        contraction: .squareCentimetres(0.58)),
      systemic: systemicVessels, pulmonary: pulmonaryVessels,
      // Above a healthy wedge pressure: capillaries take up no more beyond a rise of 6 mmHg (D65), small veins flatten
      // beyond 19 (AT). The others so that a fresh severe leak has a v wave of 41 ± 21 mmHg, an old one of 32 ± 18 (P84);
      // held by `aFreshLeakHasATallerVWaveThanAnOldOne`.
      lungWalls: TautWallDefinition(
        tautPressure: .millimetresOfMercury(20), stiffeningPressure: .millimetresOfMercury(4),
        stiffening: .fraction(4)),
      // CA18: 10 as exponent, 200 Pa at 1.4 times the heart at rest (here about 590 mL, and 15 Torr/10).
      pericardium: PericardiumDefinition(
        referenceVolume: .millilitres(820), pressure: .millimetresOfMercury(2), stiffness: .fraction(10)),
      bloodVolume: .millilitres(5090),  // N62: 5,088
      intrathoracicPressure: .millimetresOfMercury(0))  // the pressures are transmural, as supine catheters read them
  }

  private static func wall(muscle: Double, area: Double, active: Double, passive: Double) -> WallDefinition {
    WallDefinition(
      wallVolume: .millilitres(muscle), referenceArea: .squareCentimetres(area), activeStress: .kilopascals(active),
      passiveStress: .kilopascals(passive))
  }

  private static func valve(area: Double, length: Double, opens: Double, shuts: Double) -> ValveDefinition {
    ValveDefinition(
      openArea: .squareCentimetres(area), inertialLength: .centimetres(length), openingRate: .perMmHgSecond(opens),
      closingRate: .perMmHgSecond(shuts))
  }

  private static var systemicVessels: VesselsDefinition {
    VesselsDefinition(
      characteristicImpedance: .mmHgSecondsPerMillilitre(0.035),  // Murgo 1980 0.035, Nichols 0.05, CA18 0.076
      greatArteryCompliance: .millilitresPerMmHg(1.03),  // in all 1.0–1.8 (Segers 2002), most of it aortic; fit
      arterialInertance: .mmHgSecondsSquaredPerMillilitre(0.003),  // fit to the dicrotic wave; W09 lumps 0.005
      arterialResistance: .mmHgSecondsPerMillilitre(0.03),  // of the order of the impedance: waves die out
      distalArteryCompliance: .millilitresPerMmHg(0.45),  // as the great artery's
      arteriolarResistance: .mmHgSecondsPerMillilitre(0.726),  // McVeigh 1999: 1,292 dyn·s/cm⁵ at 45 years in all
      capillaryCompliance: .millilitresPerMmHg(4),  // U98 and after: 3.7
      venularResistance: .mmHgSecondsPerMillilitre(0.13),  // capillary pressure 15–20 mmHg
      venousCompliance: .millilitresPerMmHg(90),  // U98 111, after it 78–111, H04 95, CA18 88
      venousResistance: .mmHgSecondsPerMillilitre(0.02),  // U98 0.016–0.038
      venousInertance: .mmHgSecondsSquaredPerMillilitre(0.0005),  // ρ·l/A of 15 cm of great veins, 15–20 cm²
      // Unstressed volumes in all 4,055 mL, 79 % of the blood: H04 79 %. The veins' is fit to filling pressures.
      greatArteryUnstressed: .millilitres(120), distalArteryUnstressed: .millilitres(380),
      capillaryUnstressed: .millilitres(250), venousUnstressed: .millilitres(3085))
  }

  private static var pulmonaryVessels: VesselsDefinition {
    VesselsDefinition(
      characteristicImpedance: .mmHgSecondsPerMillilitre(0.012),  // S90 0.0165 ± 0.002
      greatArteryCompliance: .millilitresPerMmHg(2.5),  // with the distal: CA18 4.4, H04 3.4
      arterialInertance: .mmHgSecondsSquaredPerMillilitre(0.0008),  // fit to the pulmonary pulse
      arterialResistance: .mmHgSecondsPerMillilitre(0.005),
      distalArteryCompliance: .millilitresPerMmHg(2.0),
      arteriolarResistance: .mmHgSecondsPerMillilitre(0.04),  // with the venules 0.065; S90 0.048 ± 0.008, H04 0.07
      capillaryCompliance: .millilitresPerMmHg(3),  // U98 5.8 with the small arteries
      venularResistance: .mmHgSecondsPerMillilitre(0.02),
      venousCompliance: .millilitresPerMmHg(6.3),  // CA18 7.3, H04 9, U98 25
      venousResistance: .mmHgSecondsPerMillilitre(0.016),  // U98 0.006; fit to the E wave
      // ρ·l/A of the last 1.5 cm of four veins, 8 cm² together; fit to the E wave.
      venousInertance: .mmHgSecondsSquaredPerMillilitre(0.00016),
      // Arteries, capillaries and veins hold about 350 mL at their pressures; 400–500 mL is usual.
      greatArteryUnstressed: .millilitres(30), distalArteryUnstressed: .millilitres(40),
      capillaryUnstressed: .millilitres(60), venousUnstressed: .millilitres(100))
  }
}
