// What the fit may change. Each parameter is a factor on the healthy heart of the same body (the leak's area: a factor
// on 0.2 cm²), searched as its logarithm, with a prior that says how far patients are from health before anything was
// measured.

import Findings
import Lanes
import Lesions
import Circulation
import Quantities

/// One direction in which a heart may differ from the healthy one.
public struct FreeParameter: Sendable {
  /// As in JSON: "contractility".
  public let name: String
  public let title: String
  /// UCUM unit of `value`.
  public let unit: String
  /// Standard deviation of the logarithm before anything is measured: chronic and acute disease.
  let spread: (chronic: Double, acute: Double)
  /// What must be measured (one of these) for it to be free; empty: it always is.
  var informedBy: FindingSet = []
  /// Expected logarithm.
  let center: (chronic: Double, acute: Double)
  /// The same in disease of the heart's muscle, where it differs.
  var illCenter: (chronic: Double, acute: Double)?
  /// Changes the heart by a factor.
  let apply: @Sendable (inout HeartDefinition, _ factor: Double) -> Void
  /// The figure that people read, from the definition and the healthy heart that the fit started from.
  let value: @Sendable (_ heart: HeartDefinition, _ start: HeartDefinition) -> Double
}

extension FreeParameter {
  /// The parameters, in the order of the search vector. Acute disease has had no time to stretch or thicken anything,
  /// so its priors for size are narrow; spreads are chosen so that published group means lie within two of them.
  public static func all(_ mechanism: LeakMechanism) -> [FreeParameter] {
    [leak(mechanism)] + muscleAndVessels
  }

  private static let muscleAndVessels: [FreeParameter] = [
    ventricularSize, contractility, ventricularStiffness, systemicResistance, bloodVolume, atrialSize,
    arterialCompliance, pulmonaryResistance, rightContractility, relaxation, wallMass, mitralOpening,
  ]

  /// Whether the measurements leave a reason to search it.
  func isInformed(by findings: FindingSet) -> Bool { informedBy.isEmpty || !informedBy.isDisjoint(with: findings) }

  /// The leak that the factor 1 stands for, cm².
  static let unitLeak = 0.2

  /// How much the valve leaks, the way the mechanism does. It comes first: the leak is of the healthy ventricle's size, and
  /// follows it, or not, as it grows.
  static func leak(_ mechanism: LeakMechanism) -> FreeParameter {
    FreeParameter(
      name: leakName, title: "Leak of the mitral valve", unit: "cm2", spread: (1.2, 1.2), center: (0, 0.7),
      apply: { mechanism.leak(.squareCentimetres(unitLeak * $1), in: &$0) },
      value: { heart, _ in mechanism.area(in: heart).squareCentimetres })
  }

  static let leakName = "leakArea"

  /// Cavity and muscle grow together, muscle a little less (eccentric growth); the sac grows with the heart.
  static let ventricularSize = FreeParameter(
    name: "leftVentricularSize", title: "Size of the left ventricle", unit: "1", spread: (0.4, 0.12), center: (0.15, 0),
    illCenter: (0.3, 0),
    apply: { heart, factor in
      heart.growLeftVentricle(area: Double.power(factor, 2.0 / 3))
      heart.pericardium.referenceVolume *= 1 + 0.4 * (factor - 1)
    },
    value: {
      Double.power($0.leftVentricle.referenceArea.engineValue / $1.leftVentricle.referenceArea.engineValue, 1.5)
    })

  /// In disease of the muscle, with the size, chosen so that an ejection fraction of 40 % is expected before anything is
  /// measured: 41 ± 12 % in severe leaks after infarction (Acker et al., N Engl J Med 2014;370:23; recalled), 31 and 33 %
  /// where cardiomyopathy was an entry criterion (COAPT, MITRA-FR); held by `anIllMuscleIsExpectedToEjectFortyPercent`. A fresh infarct
  /// weakens as much as stays later, in a ventricle that has not grown.
  static let contractility = FreeParameter(
    name: "contractility", title: "Strength of the left ventricle", unit: "kPa", spread: (0.35, 0.3), center: (0, 0),
    illCenter: (-0.25, -0.4),
    apply: { $0.scaleLeftStrength($1) },
    value: { heart, _ in heart.leftVentricle.activeStress.kilopascals })

  static let ventricularStiffness = FreeParameter(
    name: "stiffness", title: "Stiffness of the left ventricle", unit: "kPa", spread: (0.6, 0.4), center: (0, 0),
    apply: { $0.scaleLeftStiffness($1) },
    value: { heart, _ in heart.leftVentricle.passiveStress.kilopascals })

  static let systemicResistance = FreeParameter(
    name: "systemicResistance", title: "Resistance of the body's vessels", unit: "mm[Hg].s/mL", spread: (0.35, 0.35),
    center: (0.1, 0.1),
    apply: { $0.scaleSystemicResistance($1) },
    value: { heart, _ in heart.systemic.arteriolarResistance.engineValue + heart.systemic.venularResistance.engineValue
    })

  static let bloodVolume = FreeParameter(
    name: "bloodVolume", title: "Blood volume", unit: "mL", spread: (0.1, 0.1), center: (0.03, 0.05),
    apply: { $0.bloodVolume *= $1 }, value: { heart, _ in heart.bloodVolume.millilitres })

  static let atrialSize = FreeParameter(
    name: "leftAtrialSize", title: "Size of the left atrium", unit: "1", spread: (0.45, 0.15), center: (0.3, 0),
    apply: { heart, factor in
      heart.growLeftAtrium(area: Double.power(factor, 2.0 / 3))
      heart.pericardium.referenceVolume *= 1 + 0.1 * (factor - 1)
    },
    value: { Double.power($0.leftAtrium.referenceArea.engineValue / $1.leftAtrium.referenceArea.engineValue, 1.5) })

  static let arterialCompliance = FreeParameter(
    name: "arterialCompliance", title: "Compliance of the arteries", unit: "mL/mm[Hg]", spread: (0.35, 0.35),
    center: (0, 0),
    apply: { $0.scaleArterialCompliance($1) },
    value: { heart, _ in
      heart.systemic.greatArteryCompliance.millilitresPerMmHg + heart.systemic.distalArteryCompliance.millilitresPerMmHg
    })

  /// In left heart disease the lungs' vessels resist by 1 to 6 Wood units (ESC/ERS 2022 on its pulmonary hypertension,
  /// beside a healthy 1.3; recalled): ln(6/1.3) is two spreads above the centre.
  static let pulmonaryResistance = FreeParameter(
    name: "pulmonaryResistance", title: "Resistance of the lungs' vessels", unit: "mm[Hg].s/mL", spread: (0.7, 0.5),
    center: (0.1, 0),
    apply: { $0.scalePulmonaryResistance($1) },
    value: { heart, _ in
      heart.pulmonary.arteriolarResistance.engineValue + heart.pulmonary.venularResistance.engineValue
    })

  static let rightContractility = FreeParameter(
    name: "rightContractility", title: "Strength of the right ventricle", unit: "kPa", spread: (0.4, 0.3),
    center: (0, 0),
    apply: { $0.rightVentricle.activeStress *= $1 },
    value: { heart, _ in heart.rightVentricle.activeStress.kilopascals })

  /// How slowly the ventricles let go. The time constant of relaxation is 33 ± 5 ms in health and 54 ms in congestive
  /// cardiomyopathy (Hirota, Circulation 1980;62:756; recalled): within two spreads.
  static let relaxation = FreeParameter(
    name: "relaxation", title: "Slowness of relaxation", unit: "ms", spread: (0.25, 0.2),
    informedBy: [.tau, .IVRT, .ePrime, .EePrime, .DT], center: (0, 0),
    apply: { $0.ventricularActivation.decayTime *= $1 },
    value: { heart, _ in heart.ventricularActivation.decayTime.milliseconds })

  /// Muscle at a given size of the cavity. Mass over body surface is 49 to 115 g/m² in healthy men (ASE/EACVI 2015): a
  /// spread of the logarithm of 0.22 beside that of size; disease thickens further.
  static let wallMass = FreeParameter(
    name: "wallMass", title: "Muscle of the left ventricle for its size", unit: "1", spread: (0.3, 0.2),
    informedBy: [.IVSd, .PWd, .LVMass], center: (0, 0),
    apply: { heart, factor in
      heart.leftVentricle.wallVolume *= factor
      heart.septum.wallVolume *= factor
    },
    value: { heart, start in
      let area = heart.leftVentricle.referenceArea.engineValue / start.leftVentricle.referenceArea.engineValue
      return heart.leftVentricle.wallVolume.engineValue / start.leftVentricle.wallVolume.engineValue / area
    })

  /// How far the mitral valve opens: from the healthy area to a fifth of it within three spreads.
  static let mitralOpening = FreeParameter(
    name: "mitralOpening", title: "Opening of the mitral valve", unit: "cm2", spread: (0.5, 0.3),
    informedBy: [.MVmeanGradient, .PHT], center: (0, 0),
    apply: { $0.mitralValve.openArea *= $1 },
    value: { heart, _ in heart.mitralValve.openArea.squareCentimetres })
}
