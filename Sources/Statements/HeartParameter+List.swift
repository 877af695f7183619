// The list of parameters, in the order of the circulation.

import Circulation
import Quantities

extension HeartParameter {
  private static let perMinute = Unit("/min", .rate, factor: 1 / 60.0)
  private static let milliseconds = Unit("ms", .time, factor: 0.001)

  /// Every parameter, in the order of the circulation.
  public static let all: [HeartParameter] =
    [
      HeartParameter("heartRate", 30...220, "beats per minute", unit: perMinute) { $1(&$0.heartRate) },
      HeartParameter(
        "atrioventricularDelay", 50...350, "from the atria's to the ventricles' contraction, 32 ms less than PR",
        unit: milliseconds
      ) { $1(&$0.atrioventricularDelay) },
      HeartParameter("bloodVolume", 1500...12000, "all the blood there is") { $1(&$0.bloodVolume) },
      HeartParameter("intrathoracicPressure", -30...60, "pressure around heart and lungs") {
        $1(&$0.intrathoracicPressure)
      },
    ]
    + wall("leftVentricle", HeartPart { $1(&$0.leftVentricle) }, "left ventricular free wall")
    + wall("septum", HeartPart { $1(&$0.septum) }, "septum")
    + wall("rightVentricle", HeartPart { $1(&$0.rightVentricle) }, "right ventricular free wall")
    + wall("leftAtrium", HeartPart { $1(&$0.leftAtrium) }, "left atrium")
    + wall("rightAtrium", HeartPart { $1(&$0.rightAtrium) }, "right atrium")
    + [
      delay("leftVentricle", HeartPart { $1(&$0.leftVentricle) }), delay("septum", HeartPart { $1(&$0.septum) }),
      delay("rightVentricle", HeartPart { $1(&$0.rightVentricle) }),
    ]
    + activation("ventricularActivation", HeartPart { $1(&$0.ventricularActivation) }, "ventricles")
    + activation("atrialActivation", HeartPart { $1(&$0.atrialActivation) }, "atria")
    + valve("mitralValve", HeartPart { $1(&$0.mitralValve) }) + valve("aorticValve", HeartPart { $1(&$0.aorticValve) })
    + valve("tricuspidValve", HeartPart { $1(&$0.tricuspidValve) })
    + valve("pulmonaryValve", HeartPart { $1(&$0.pulmonaryValve) })
    + annulus + leak("flail", HeartPart { $1(&$0.mitralLeaks.flail) }, "of a leaflet without chords")
    + leak("prolapse", HeartPart { $1(&$0.mitralLeaks.prolapse) }, "of leaflets with long chords")
    + leak("functional", HeartPart { $1(&$0.mitralLeaks.functional) }, "of sound leaflets held apart")
    + vessels("systemic", HeartPart { $1(&$0.systemic) }) + vessels("pulmonary", HeartPart { $1(&$0.pulmonary) })
    + [
      HeartParameter("pulmonary.tautPressure", 1...200, "at which capillaries and veins become taut") {
        $1(&$0.lungWalls.tautPressure)
      },
      HeartParameter("pulmonary.stiffeningPressure", 0.2...1000, "rise beyond it within which they stiffen") {
        $1(&$0.lungWalls.stiffeningPressure)
      },
      HeartParameter("pulmonary.stiffening", 0...30, "by how many times their stiffness grows") {
        $1(&$0.lungWalls.stiffening)
      },
      HeartParameter(
        "pericardium.referenceVolume", 200...4000,
        "volume of heart and muscle at which the sac presses with pericardium.pressure"
      ) { $1(&$0.pericardium.referenceVolume) },
      HeartParameter("pericardium.pressure", 0...30, "pressure at the reference volume") {
        $1(&$0.pericardium.pressure)
      },
      HeartParameter("pericardium.stiffness", 0.1...40, "exponent of the sac's law") { $1(&$0.pericardium.stiffness) },
    ]

  private static let annulus: [HeartParameter] = [
    HeartParameter("mitralAnnulus.fixedArea", 0...25, "of the mitral ring, following nothing") {
      $1(&$0.mitralAnnulus.fixedArea)
    },
    HeartParameter("mitralAnnulus.atrialShare", 0...1, "of the left atrium's area in the ring's") {
      $1(&$0.mitralAnnulus.atrialShare)
    },
    HeartParameter("mitralAnnulus.ventricularShare", 0...1, "of the left ventricle's area in the ring's") {
      $1(&$0.mitralAnnulus.ventricularShare)
    },
    HeartParameter("mitralAnnulus.contraction", 0...5, "by which full contraction narrows the ring") {
      $1(&$0.mitralAnnulus.contraction)
    },
  ]

  /// The law is in `OrificeDefinition`.
  private static func leak(
    _ name: String, _ leak: HeartPart<OrificeDefinition>, _ title: String
  ) -> [HeartParameter] {
    let prefix = "mitralLeaks.\(name)."
    func one<Kind: QuantityKind>(
      _ name: String, _ range: ClosedRange<Double>, _ meaning: String,
      _ field: @escaping @Sendable (inout OrificeDefinition, (inout Quantity<Kind>) -> Void) -> Void
    ) -> HeartParameter {
      leak.parameter(prefix + name, range, meaning, field)
    }
    return [
      one("area", 0...5, "orifice \(title), in the reference state") { $1(&$0.area) },
      one("ventricleReference", 5...600, "midwall area of the left ventricle in that state") {
        $1(&$0.ventricleReference)
      },
      one("ventricleGain", -30...30, "how it follows the size of the left ventricle") { $1(&$0.ventricleGain) },
      one("annulusReference", 0.5...50, "area of the ring in that state") { $1(&$0.annulusReference) },
      one("annulusGain", -30...30, "how it follows the ring") { $1(&$0.annulusGain) },
      one("pressureGain", -5...5, "how it follows the pressure across the valve") { $1(&$0.pressureGain) },
    ]
  }

  private static func delay(_ name: String, _ wall: HeartPart<WallDefinition>) -> HeartParameter {
    wall.parameter(name + ".activationDelay", 0...250, "behind the first ventricular wall", unit: milliseconds) {
      $1(&$0.activationDelay)
    }
  }

  private static func wall(_ name: String, _ wall: HeartPart<WallDefinition>, _ title: String)
    -> [HeartParameter]
  {
    [
      wall.parameter(name + ".wallVolume", 1...500, "muscle of the \(title)") { $1(&$0.wallVolume) },
      wall.parameter(name + ".referenceArea", 5...600, "midwall area at 2.0 µm, \(title)") { $1(&$0.referenceArea) },
      wall.parameter(name + ".activeStress", 1...400, "strength of the \(title)") { $1(&$0.activeStress) },
      wall.parameter(name + ".passiveStress", 0.01...20, "stiffness of the \(title)") { $1(&$0.passiveStress) },
    ]
  }

  private static func activation(
    _ name: String, _ activation: HeartPart<ActivationDefinition>, _ title: String
  ) -> [HeartParameter] {
    [
      activation.parameter(name + ".riseTime", 5...200, "rise of contractility, \(title)", unit: milliseconds) {
        $1(&$0.riseTime)
      },
      activation.parameter(name + ".decayTime", 5...200, "decay of contractility, \(title)", unit: milliseconds) {
        $1(&$0.decayTime)
      },
      activation.parameter(name + ".duration", 50...900, "duration of activation, \(title)", unit: milliseconds) {
        $1(&$0.duration)
      },
    ]
  }

  private static func valve(_ name: String, _ valve: HeartPart<ValveDefinition>) -> [HeartParameter] {
    [
      valve.parameter(name + ".openArea", 0.2...15, "effective area when open (less: stenosis)") { $1(&$0.openArea) },
      valve.parameter(name + ".leakArea", 0...5, "effective area left open when shut") { $1(&$0.leakArea) },
      valve.parameter(name + ".inertialLength", 0.3...10, "column of blood set in motion") { $1(&$0.inertialLength) },
      valve.parameter(name + ".openingRate", 1...100, "how fast the leaflets open") { $1(&$0.openingRate) },
      valve.parameter(name + ".closingRate", 1...100, "how fast the leaflets shut") { $1(&$0.closingRate) },
    ]
  }

  private static func vessels(_ name: String, _ vessels: HeartPart<VesselsDefinition>) -> [HeartParameter] {
    let prefix = name + "."
    func one<Kind: QuantityKind>(
      _ name: String, _ range: ClosedRange<Double>, _ meaning: String,
      _ field: @escaping @Sendable (inout VesselsDefinition, (inout Quantity<Kind>) -> Void) -> Void
    ) -> HeartParameter {
      vessels.parameter(prefix + name, range, meaning, field)
    }
    return [
      one("characteristicImpedance", 0.0005...0.5, "of the great artery") { $1(&$0.characteristicImpedance) },
      one("greatArteryCompliance", 0.05...20, "of the great artery") { $1(&$0.greatArteryCompliance) },
      one("arterialInertance", 0.00005...0.05, "between great artery and arteries") { $1(&$0.arterialInertance) },
      one("arterialResistance", 0.0005...0.5, "between great artery and arteries") { $1(&$0.arterialResistance) },
      one("distalArteryCompliance", 0.05...20, "of the arteries") { $1(&$0.distalArteryCompliance) },
      one("arteriolarResistance", 0.005...10, "of the arterioles") { $1(&$0.arteriolarResistance) },
      one("capillaryCompliance", 0.1...50, "of the capillaries") { $1(&$0.capillaryCompliance) },
      one("venularResistance", 0.001...2, "of the venules") { $1(&$0.venularResistance) },
      one("venousCompliance", 1...400, "of the veins") { $1(&$0.venousCompliance) },
      one("venousResistance", 0.001...0.5, "of the great veins") { $1(&$0.venousResistance) },
      one("venousInertance", 0.00005...0.05, "of the great veins") { $1(&$0.venousInertance) },
      one("greatArteryUnstressed", 0...1000, "volume at zero pressure, great artery") { $1(&$0.greatArteryUnstressed) },
      one("distalArteryUnstressed", 0...2000, "volume at zero pressure, arteries") { $1(&$0.distalArteryUnstressed) },
      one("capillaryUnstressed", 0...2000, "volume at zero pressure, capillaries") { $1(&$0.capillaryUnstressed) },
      one("venousUnstressed", 0...8000, "volume at zero pressure, veins") { $1(&$0.venousUnstressed) },
    ]
  }
}
