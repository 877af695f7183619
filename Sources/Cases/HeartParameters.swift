// The parameters of the heart's definition that a case file may override and `--set` may change: one list, walked by
// the reader, the help and the schema's test.

import Circulation
import Quantities

/// One number of a heart's definition, by its path.
public struct HeartParameter: Sendable {
  /// As in case files, without the leading "heart.".
  public let path: String
  public let unit: Unit
  public let range: ClosedRange<Double>
  public let meaning: String
  /// The value in `unit`, and how to set it.
  public let get: @Sendable (HeartDefinition) -> Double
  public let set: @Sendable (inout HeartDefinition, Double) -> Void

  /// A quantity of a part of the definition; `unit` may differ from the engine's.
  init<Part, Kind: QuantityKind>(
    _ path: String, _ part: Field<HeartDefinition, Part>, _ field: Field<Part, Quantity<Kind>>,
    _ range: ClosedRange<Double>, _ meaning: String, unit: Unit? = nil
  ) {
    let unit = unit ?? Kind.unit
    self.path = path
    self.unit = unit
    self.range = range
    self.meaning = meaning
    get = { $0[keyPath: part][keyPath: field].engineValue / unit.factor }
    set = { $0[keyPath: part][keyPath: field].engineValue = $1 * unit.factor }
  }

  typealias Field<Root, Value> = WritableKeyPath<Root, Value> & Sendable
}

extension HeartParameter {
  private static let perMinute = Unit("/min", .rate, factor: 1 / 60.0)
  private static let milliseconds = Unit("ms", .time, factor: 0.001)

  /// Every parameter, in the order of the circulation.
  public static let all: [HeartParameter] =
    [
      HeartParameter("heartRate", \.self, \.heartRate, 30...220, "beats per minute", unit: perMinute),
      HeartParameter(
        "atrioventricularDelay", \.self, \.atrioventricularDelay, 50...350,
        "from the atria's to the ventricles' contraction, 32 ms less than PR", unit: milliseconds),
      HeartParameter("bloodVolume", \.self, \.bloodVolume, 1500...12000, "all the blood there is"),
      HeartParameter(
        "intrathoracicPressure", \.self, \.intrathoracicPressure, -30...60, "pressure around heart and lungs"),
    ]
    + wall("leftVentricle", \.leftVentricle, "left ventricular free wall") + wall("septum", \.septum, "septum")
    + wall("rightVentricle", \.rightVentricle, "right ventricular free wall")
    + wall("leftAtrium", \.leftAtrium, "left atrium") + wall("rightAtrium", \.rightAtrium, "right atrium")
    + [delay("leftVentricle", \.leftVentricle), delay("septum", \.septum), delay("rightVentricle", \.rightVentricle)]
    + activation("ventricularActivation", \.ventricularActivation, "ventricles")
    + activation("atrialActivation", \.atrialActivation, "atria")
    + valve("mitralValve", \.mitralValve) + valve("aorticValve", \.aorticValve)
    + valve("tricuspidValve", \.tricuspidValve) + valve("pulmonaryValve", \.pulmonaryValve)
    + annulus + leak("flail", \.mitralLeaks.flail, "of a leaflet without chords")
    + leak("prolapse", \.mitralLeaks.prolapse, "of leaflets with long chords")
    + leak("functional", \.mitralLeaks.functional, "of sound leaflets held apart")
    + vessels("systemic", \.systemic) + vessels("pulmonary", \.pulmonary)
    + [
      HeartParameter(
        "pulmonary.tautPressure", \.lungWalls, \.tautPressure, 1...200, "at which capillaries and veins become taut"),
      HeartParameter(
        "pulmonary.stiffeningPressure", \.lungWalls, \.stiffeningPressure, 0.2...1000,
        "rise beyond it within which they stiffen"),
      HeartParameter(
        "pulmonary.stiffening", \.lungWalls, \.stiffening, 0...30, "by how many times their stiffness grows"),
      HeartParameter(
        "pericardium.referenceVolume", \.pericardium, \.referenceVolume, 200...4000,
        "volume of heart and muscle at which the sac presses with pericardium.pressure"),
      HeartParameter("pericardium.pressure", \.pericardium, \.pressure, 0...30, "pressure at the reference volume"),
      HeartParameter("pericardium.stiffness", \.pericardium, \.stiffness, 0.1...40, "exponent of the sac's law"),
    ]

  public static func find(_ path: String) -> HeartParameter? { all.first { $0.path == path } }

  private static let annulus: [HeartParameter] = [
    HeartParameter(
      "mitralAnnulus.fixedArea", \.mitralAnnulus, \.fixedArea, 0...25, "of the mitral ring, following nothing"),
    HeartParameter(
      "mitralAnnulus.atrialShare", \.mitralAnnulus, \.atrialShare, 0...1, "of the left atrium's area in the ring's"),
    HeartParameter(
      "mitralAnnulus.ventricularShare", \.mitralAnnulus, \.ventricularShare, 0...1,
      "of the left ventricle's area in the ring's"),
    HeartParameter(
      "mitralAnnulus.contraction", \.mitralAnnulus, \.contraction, 0...5, "by which full contraction narrows the ring"),
  ]

  /// The law is in `OrificeDefinition`.
  private static func leak(
    _ name: String, _ leak: Field<HeartDefinition, OrificeDefinition>, _ title: String
  ) -> [HeartParameter] {
    func one<Kind: QuantityKind>(
      _ field: String, _ path: Field<OrificeDefinition, Quantity<Kind>>, _ range: ClosedRange<Double>,
      _ meaning: String
    ) -> HeartParameter {
      HeartParameter("mitralLeaks.\(name).\(field)", leak, path, range, meaning)
    }
    return [
      one("area", \.area, 0...5, "orifice \(title), in the reference state"),
      one("ventricleReference", \.ventricleReference, 5...600, "midwall area of the left ventricle in that state"),
      one("ventricleGain", \.ventricleGain, -30...30, "how it follows the size of the left ventricle"),
      one("annulusReference", \.annulusReference, 0.5...50, "area of the ring in that state"),
      one("annulusGain", \.annulusGain, -30...30, "how it follows the ring"),
      one("pressureGain", \.pressureGain, -5...5, "how it follows the pressure across the valve"),
    ]
  }

  private static func delay(_ name: String, _ wall: Field<HeartDefinition, WallDefinition>) -> HeartParameter {
    HeartParameter(
      name + ".activationDelay", wall, \.activationDelay, 0...250, "behind the first ventricular wall",
      unit: milliseconds)
  }

  private static func wall(_ name: String, _ wall: Field<HeartDefinition, WallDefinition>, _ title: String)
    -> [HeartParameter]
  {
    [
      HeartParameter(name + ".wallVolume", wall, \.wallVolume, 1...500, "muscle of the \(title)"),
      HeartParameter(
        name + ".referenceArea", wall, \.referenceArea, 5...600, "midwall area at 2.0 µm, \(title)"),
      HeartParameter(
        name + ".activeStress", wall, \.activeStress, 1...400, "strength of the \(title)"),
      HeartParameter(
        name + ".passiveStress", wall, \.passiveStress, 0.01...20, "stiffness of the \(title)"),
    ]
  }

  private static func activation(
    _ name: String, _ activation: Field<HeartDefinition, ActivationDefinition>, _ title: String
  ) -> [HeartParameter] {
    [
      HeartParameter(
        name + ".riseTime", activation, \.riseTime, 5...200, "rise of contractility, \(title)",
        unit: milliseconds),
      HeartParameter(
        name + ".decayTime", activation, \.decayTime, 5...200, "decay of contractility, \(title)",
        unit: milliseconds),
      HeartParameter(
        name + ".duration", activation, \.duration, 50...900, "duration of activation, \(title)",
        unit: milliseconds),
    ]
  }

  private static func valve(_ name: String, _ valve: Field<HeartDefinition, ValveDefinition>) -> [HeartParameter] {
    [
      HeartParameter(
        name + ".openArea", valve, \.openArea, 0.2...15, "effective area when open (less: stenosis)"),
      HeartParameter(
        name + ".leakArea", valve, \.leakArea, 0...5, "effective area left open when shut"),
      HeartParameter(
        name + ".inertialLength", valve, \.inertialLength, 0.3...10, "column of blood set in motion"),
      HeartParameter(
        name + ".openingRate", valve, \.openingRate, 1...100, "how fast the leaflets open"),
      HeartParameter(
        name + ".closingRate", valve, \.closingRate, 1...100, "how fast the leaflets shut"),
    ]
  }

  private static func vessels(_ name: String, _ vessels: Field<HeartDefinition, VesselsDefinition>) -> [HeartParameter]
  {
    func one<Kind: QuantityKind>(
      _ field: String, _ path: Field<VesselsDefinition, Quantity<Kind>>,
      _ range: ClosedRange<Double>, _ meaning: String
    ) -> HeartParameter {
      HeartParameter(name + "." + field, vessels, path, range, meaning)
    }
    return [
      one("characteristicImpedance", \.characteristicImpedance, 0.0005...0.5, "of the great artery"),
      one("greatArteryCompliance", \.greatArteryCompliance, 0.05...20, "of the great artery"),
      one("arterialInertance", \.arterialInertance, 0.00005...0.05, "between great artery and arteries"),
      one("arterialResistance", \.arterialResistance, 0.0005...0.5, "between great artery and arteries"),
      one("distalArteryCompliance", \.distalArteryCompliance, 0.05...20, "of the arteries"),
      one("arteriolarResistance", \.arteriolarResistance, 0.005...10, "of the arterioles"),
      one("capillaryCompliance", \.capillaryCompliance, 0.1...50, "of the capillaries"),
      one("venularResistance", \.venularResistance, 0.001...2, "of the venules"),
      one("venousCompliance", \.venousCompliance, 1...400, "of the veins"),
      one("venousResistance", \.venousResistance, 0.001...0.5, "of the great veins"),
      one("venousInertance", \.venousInertance, 0.00005...0.05, "of the great veins"),
      one("greatArteryUnstressed", \.greatArteryUnstressed, 0...1000, "volume at zero pressure, great artery"),
      one("distalArteryUnstressed", \.distalArteryUnstressed, 0...2000, "volume at zero pressure, arteries"),
      one("capillaryUnstressed", \.capillaryUnstressed, 0...2000, "volume at zero pressure, capillaries"),
      one("venousUnstressed", \.venousUnstressed, 0...8000, "volume at zero pressure, veins"),
    ]
  }
}
