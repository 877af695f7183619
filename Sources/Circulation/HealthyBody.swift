import Lanes
import Quantities

// How a healthy heart follows its body. The heart of the reference man (`healthyAdult`: 45 years, 178 cm, 75 kg) is
// multiplied by the factors below; for him each of them is exactly 1. Marks: [r] figure read in the source or its
// abstract, [m] figure known from the literature and not looked up again, [c] chosen by us, and held by the test named.
//
// Size. s = body surface over the reference's (1.93 m²). Pressures, speeds and times do not depend on size, so volumes
// and flows go with s, lengths with s^⅓, areas of walls with s^⅔; resistances and inertances with 1/s, compliances with
// s. That adult volumes go with surface, near enough: Hudsmith 2005, Chirinos 2010 [r]; that the areas of valves do:
// Sluysmans & Colan 2005, Singh & Mohan 1994 [r]. The length of a valve's column of blood goes with the valve's
// diameter, √s. Held by `indexedFindingsHardlyDependOnSize`.
//
// Blood goes with Nadler 1962, which grows with size and sex otherwise than the surface does. The systemic veins'
// unstressed volume takes the difference, for resting filling pressures do not depend on sex (Wolsk 2017 [r]).
//
// Sex. What a woman's heart is to a man's of the same surface:
//   LV volume       76/81        EDV index 76 and 81 mL/m²             Kawel-Boehm 2015 [r]
//   RV volume       0.87         148/190 against 135/160 mL            Hudsmith 2005 [r]
//   muscle          61/67        mass index 61 and 67 g/m²             Kawel-Boehm 2015 [r]
//   active stress   1.07         ejection fraction higher by 1–3 points, as 61 and 58 % in Petersen 2017 [r]: [c]
//   systole         1.025        QS2 at 70 a minute: 409 and 399 ms    Weissler 1968 [m]
//   heart rate      1.06         3–4 a minute more: that cardiac index is equal, Wolsk 2017 [r]: [c]
//   resistance      0.96         mean pressure lower by some 2–4 mmHg  McEniery 2005 [m]
//
// Age, years from 45:
//   LV, RV volume   −0.25 %/y    Hudsmith 2005, Petersen 2017 (direction [r]); slope as in Maceira 2006 [m]
//   resistance      (927 + 8.1·age)/(927 + 8.1·45)                     McVeigh 1999 [r]
//   aortic diameter +0.3 %/y     28.9 to 33.7 mm at 24 to 73 y         Hickson 2010 [r], our line
//   pulse wave      5.4 + 0.001·age² m/s, our curve through the reference values of 2010 [m], within 0.7 m/s of each.
//                   Compliance of the great artery goes with area/speed², its impedance with speed/area (Bramwell &
//                   Hill 1922). It holds the same volume at 95 mmHg. Distal arteries hardly stiffen (Mitchell 2004 [r]).
//   relaxation      +0.9 %/y     IVRT 67, 74, 87 ms at 21–40, 41–60, above 60 y (Nagueh 2009 [m]): [c]
//   LV stiffness    +0.3 %/y     rises with age (Redfield 2005, Borlaug 2013, direction [r]): [c], smaller than theirs,
//                   for the passive law is steeper than any heart's
//   atrial force    +1.8 %/y     E/A 1.53, 1.28, 0.96 at these ages (Nagueh 2009 [m]): [c]
//   AV delay        +0.25 %/y    PR lengthens by some 4 ms in ten years [m]
//   veins           4 mL/y more unstressed volume in the reference body: resting filling pressures do not change from
//                   20 to 80 y (Wolsk 2017 [r]): [c], held by `fillingPressuresHardlyChangeWithAge`
// Held by `filledEarlyInYouthAndLateInAge`, `pulsePressureRisesWithAge`.

extension HeartDefinition {
  /// A healthy heart in this body, at rest and lying down; `healthyAdult` for `Body.reference`, to the last bit.
  ///
  /// - Parameter body: an adult; age, height and weight beyond `Body.modelledAges`, `modelledHeights` and
  ///   `modelledWeights` are taken as at their ends.
  public static func healthy(for body: Body) -> HeartDefinition {
    var heart = HeartDefinition.healthyAdult
    BodyFactors(body.nearestModelled).apply(to: &heart)
    return heart
  }
}

/// The factors by which a body's heart differs from the reference; see the head of the file.
struct BodyFactors {
  /// Body surface over the reference's, and blood over the reference's.
  let size: Double
  let blood: Double
  /// Years from the reference's age.
  let years: Double
  var leftVolume: Double
  var rightVolume: Double
  var muscle = 1.0
  var contraction = 1.0
  var systole = 1.0
  var rate = 1.0
  var resistance: Double
  let aorticArea: Double
  let pulseWaveSpeed: Double

  init(_ body: Body) {
    let reference = Body.reference
    size = body.bodySurface / reference.bodySurface
    blood = body.expectedBloodVolume.millilitres / reference.expectedBloodVolume.millilitres
    years = body.age - reference.age
    leftVolume = 1 - 0.0025 * years
    rightVolume = leftVolume
    resistance = (927 + 8.1 * body.age) / (927 + 8.1 * reference.age)
    let diameter = 1 + 0.003 * years
    aorticArea = diameter * diameter
    func speed(_ age: Double) -> Double { 5.4 + 0.001 * age * age }
    pulseWaveSpeed = speed(body.age) / speed(reference.age)
    if body.sex == .female {
      leftVolume *= 76.0 / 81
      rightVolume *= 0.87
      muscle = 61.0 / 67
      contraction = 1.07
      systole = 1.025
      rate = 1.06
      resistance *= 0.96
    }
  }

  func apply(to heart: inout HeartDefinition) {
    heart.heartRate *= rate
    heart.atrioventricularDelay *= 1 + 0.0025 * years
    heart.ventricularActivation.decayTime *= 1 + 0.009 * years
    heart.ventricularActivation.duration *= systole
    let stiffness = 1 + 0.003 * years
    scale(&heart.leftVentricle, volume: leftVolume, muscle: muscle, active: contraction, passive: stiffness)
    scale(&heart.septum, volume: leftVolume, muscle: muscle, active: contraction, passive: stiffness)
    scale(&heart.rightVentricle, volume: rightVolume, muscle: muscle, active: contraction, passive: 1)
    let atrialForce = 1 + 0.018 * years
    scale(&heart.leftAtrium, volume: 1, muscle: 1, active: atrialForce, passive: 1)
    scale(&heart.rightAtrium, volume: 1, muscle: 1, active: atrialForce, passive: 1)
    for site in ValveSite.allCases {
      heart[site].openArea *= size
      heart[site].inertialLength *= size.squareRoot()
    }
    heart.mitralAnnulus.fixedArea *= Double.power(size, 2.0 / 3)
    heart.mitralAnnulus.contraction *= Double.power(size, 2.0 / 3)
    heart.pericardium.referenceVolume *= size

    let elsewhere = heart.bloodVolume.millilitres - heart.systemic.venousUnstressed.millilitres
    heart.bloodVolume *= blood
    scale(&heart.systemic)
    scale(&heart.pulmonary)
    heart.systemic.venousUnstressed = .millilitres(
      heart.bloodVolume.millilitres - elsewhere * size + 4 * years * size)
    age(&heart.systemic)
  }

  private func scale(
    _ wall: inout WallDefinition, volume: Double, muscle: Double, active: Double, passive: Double
  ) {
    wall.wallVolume *= size * muscle
    wall.referenceArea *= Double.power(size * volume, 2.0 / 3)
    wall.activeStress *= active
    wall.passiveStress *= passive
  }

  private func scale(_ vessels: inout VesselsDefinition) {
    let narrowing = 1 / size
    vessels.characteristicImpedance *= narrowing
    vessels.arterialInertance *= narrowing
    vessels.arterialResistance *= narrowing
    vessels.arteriolarResistance *= narrowing
    vessels.venularResistance *= narrowing
    vessels.venousResistance *= narrowing
    vessels.venousInertance *= narrowing
    vessels.greatArteryCompliance *= size
    vessels.distalArteryCompliance *= size
    vessels.capillaryCompliance *= size
    vessels.venousCompliance *= size
    vessels.greatArteryUnstressed *= size
    vessels.distalArteryUnstressed *= size
    vessels.capillaryUnstressed *= size
    vessels.venousUnstressed *= size
  }

  private func age(_ arteries: inout VesselsDefinition) {
    arteries.arteriolarResistance *= resistance
    arteries.characteristicImpedance *= pulseWaveSpeed / aorticArea
    let young = arteries.greatArteryCompliance.millilitresPerMmHg
    arteries.greatArteryCompliance *= aorticArea / (pulseWaveSpeed * pulseWaveSpeed)
    let lost = young - arteries.greatArteryCompliance.millilitresPerMmHg
    arteries.greatArteryUnstressed = arteries.greatArteryUnstressed + .millilitres(95 * lost)
  }
}
