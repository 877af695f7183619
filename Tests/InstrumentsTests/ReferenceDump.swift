// Writes hearts and their beats for Tests/independent/reference.py, which computes them a second time by other means.

import Circulation
import Findings
import Foundation
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct ReferenceDump {
  /// Fine enough that what is left of the step is nothing beside what the comparison allows; flows and sarcomeres, kept
  /// half a step earlier than volumes, may then count as of the same moment.
  private let steps = 5632

  @Test(arguments: [("healthy", 0.0, 68.0), ("leaking", 0.7, 68), ("fast", 0.3, 110)])
  func aDefinitionAndItsBeatAreWrittenForTheIndependentReference(_ name: String, _ area: Double, _ rate: Double) throws
  {
    var definition = HeartDefinition.healthyAdult
    definition.heartRate = .perMinute(rate)
    definition.mitralValve.leakArea = .squareCentimetres(area)
    try write(definition, as: name)
  }

  /// Leaks that follow ventricle, ring and pressure; in the second the free wall beats late, too.
  @Test(arguments: ["flail", "tethered"])
  func heartsWhoseOrificeMovesAreWrittenForTheIndependentReference(_ name: String) throws {
    var definition = HeartDefinition.healthyAdult
    if name == "flail" {
      definition.mitralLeaks.flail = orifice(0.35, of: 92, v: 1.5, ring: 9, r: 3, c: 0)
      definition.mitralLeaks.prolapse = orifice(0.2, of: 60, v: -5, ring: 9, r: 1, c: 2.5)
    } else {
      definition.growLeftVentricle(area: 1.4)
      definition.leftVentricle.activeStress *= 0.7
      definition.septum.activeStress *= 0.7
      definition.leftVentricle.activationDelay = .milliseconds(60)
      definition.mitralLeaks.functional = orifice(0.15, of: 120, v: 6, ring: 9, r: 6, c: -0.8)
    }
    try write(definition, as: name)
  }

  private func orifice(_ area: Double, of wall: Double, v: Double, ring: Double, r: Double, c: Double)
    -> OrificeDefinition
  {
    OrificeDefinition(
      area: .squareCentimetres(area), ventricleReference: .squareCentimetres(wall), ventricleGain: .fraction(v),
      annulusReference: .squareCentimetres(ring), annulusGain: .fraction(r), pressureGain: .fraction(c))
  }

  private func write(_ definition: HeartDefinition, as name: String) throws {
    let examined = ReadHeart(definition, steps: steps, tolerance: 1e-9)
    #expect(examined.heart.status == .periodic)
    let every = 16
    let samples = stride(from: 0, through: steps, by: every).map { examined.heart.beat.samples[$0] }
    var state = examined.heart.state
    let numbers = state.withFields { Array($0) }
    var findings: [String: Double] = [:]
    for id in examined.reading.findings.present { findings["\(id)"] = examined[id] }
    let dump: [String: Any] = [
      "name": name, "definition": Self.numbers(definition), "findings": findings,
      // Volumes, flows, leaflets and sarcomeres in the order of `State`; the geometry is solved anew.
      "state": Array(numbers[..<34]),
      "junction": ["septal": state.junction.septal, "radius": state.junction.radius],
      "times": samples.indices.map { Double($0 * every) * examined.heart.beat.step },
      "waves": Self.waves(samples),
    ]
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/reference")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let data = try JSONSerialization.data(withJSONObject: dump, options: [.sortedKeys])
    try data.write(to: folder.appendingPathComponent("\(name).json"), options: .atomic)
  }

  private static func waves(_ samples: [Sample<Double>]) -> [String: [Double]] {
    func wave(_ signal: (Sample<Double>) -> Double) -> [Double] { samples.map(signal) }
    return [
      "pLV": wave { $0.leftVentricularPressure }, "pLA": wave { $0.leftAtrialPressure },
      "pAo": wave { $0.aorticPressure }, "pRV": wave { $0.rightVentricularPressure },
      "pRA": wave { $0.rightAtrialPressure }, "pPA": wave { $0.pulmonaryArteryPressure },
      "vLV": wave { $0.leftVentricularVolume }, "vLA": wave { $0.leftAtrialVolume },
      "vRV": wave { $0.rightVentricularVolume }, "qMitral": wave { $0.flows.mitral },
      "qAortic": wave { $0.flows.aortic }, "qTricuspid": wave { $0.flows.tricuspid },
      "qPulmonary": wave { $0.flows.pulmonary }, "qPulmonaryVein": wave { $0.pulmonaryVeinFlow },
      "stretchLV": wave { $0.leftVentricularStretch }, "ring": wave { $0.mitralAnnulusArea },
      "leak": wave { $0.mitralLeakArea },
    ]
  }

  private static func numbers(_ d: HeartDefinition) -> [String: Any] {
    func wall(_ w: WallDefinition) -> [String: Double] {
      [
        "wallVolume": w.wallVolume.engineValue, "referenceArea": w.referenceArea.engineValue,
        "active": w.activeStress.engineValue, "passive": w.passiveStress.engineValue,
        "late": w.activationDelay.seconds,
      ]
    }
    func valve(_ v: ValveDefinition) -> [String: Double] {
      [
        "openArea": v.openArea.engineValue, "leakArea": v.leakArea.engineValue,
        "length": v.inertialLength.engineValue, "opening": v.openingRate.engineValue,
        "closing": v.closingRate.engineValue,
      ]
    }
    func activation(_ a: ActivationDefinition) -> [String: Double] {
      ["rise": a.riseTime.seconds, "decay": a.decayTime.seconds, "duration": a.duration.seconds]
    }
    return [
      "heartRate": d.heartRate.perMinute, "delay": d.atrioventricularDelay.seconds,
      "walls": [
        "leftVentricle": wall(d.leftVentricle), "septum": wall(d.septum), "rightVentricle": wall(d.rightVentricle),
        "leftAtrium": wall(d.leftAtrium), "rightAtrium": wall(d.rightAtrium),
      ],
      "valves": [
        "mitral": valve(d.mitralValve), "aortic": valve(d.aorticValve), "tricuspid": valve(d.tricuspidValve),
        "pulmonary": valve(d.pulmonaryValve),
      ],
      "ventricularActivation": activation(d.ventricularActivation), "atrialActivation": activation(d.atrialActivation),
      "systemic": vessels(d.systemic), "pulmonary": vessels(d.pulmonary),
      "pericardium": [
        "volume": d.pericardium.referenceVolume.engineValue, "pressure": d.pericardium.pressure.engineValue,
        "stiffness": d.pericardium.stiffness.engineValue,
      ],
      "thorax": d.intrathoracicPressure.engineValue,
      "lungWalls": [
        "taut": d.lungWalls.tautPressure.engineValue, "pressure": d.lungWalls.stiffeningPressure.engineValue,
        "stiffening": d.lungWalls.stiffening.engineValue,
      ],
      "annulus": [
        "fixed": d.mitralAnnulus.fixedArea.engineValue, "atrial": d.mitralAnnulus.atrialShare.engineValue,
        "ventricular": d.mitralAnnulus.ventricularShare.engineValue,
        "contraction": d.mitralAnnulus.contraction.engineValue,
      ],
      "leaks": [d.mitralLeaks.flail, d.mitralLeaks.prolapse, d.mitralLeaks.functional].map(leak),
    ]
  }

  private static func leak(_ orifice: OrificeDefinition) -> [String: Double] {
    [
      "area": orifice.area.engineValue, "ventricleReference": orifice.ventricleReference.engineValue,
      "ventricleGain": orifice.ventricleGain.engineValue, "annulusReference": orifice.annulusReference.engineValue,
      "annulusGain": orifice.annulusGain.engineValue, "pressureGain": orifice.pressureGain.engineValue,
    ]
  }

  private static func vessels(_ v: VesselsDefinition) -> [String: Double] {
    [
      "impedance": v.characteristicImpedance.engineValue,
      "greatArteryCompliance": v.greatArteryCompliance.engineValue,
      "arterialInertance": v.arterialInertance.engineValue,
      "arterialResistance": v.arterialResistance.engineValue,
      "distalArteryCompliance": v.distalArteryCompliance.engineValue,
      "arteriolarResistance": v.arteriolarResistance.engineValue,
      "capillaryCompliance": v.capillaryCompliance.engineValue,
      "venularResistance": v.venularResistance.engineValue,
      "venousCompliance": v.venousCompliance.engineValue,
      "venousResistance": v.venousResistance.engineValue,
      "venousInertance": v.venousInertance.engineValue,
      "greatArteryUnstressed": v.greatArteryUnstressed.engineValue,
      "distalArteryUnstressed": v.distalArteryUnstressed.engineValue,
      "capillaryUnstressed": v.capillaryUnstressed.engineValue,
      "venousUnstressed": v.venousUnstressed.engineValue,
    ]
  }
}
