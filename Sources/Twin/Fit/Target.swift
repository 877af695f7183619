// What the fitted heart is held to: measurements, each with its standard error.

import Findings

/// One measurement to explain.
public struct Target: Sendable, Equatable {
  public let finding: FindingID
  /// In the finding's unit.
  public let value: Double
  /// Standard error in the finding's unit, where it came with the measurement.
  public let statedError: Double?
  /// Where it came from; empty when not told.
  public let method: String

  /// - Parameter standardError: as stated with the measurement; that of the instrument when nil.
  public init(_ finding: FindingID, _ value: Double, standardError: Double? = nil, method: String = "") {
    self.finding = finding
    self.value = value
    self.method = method
    statedError = standardError
  }

  /// The usual error of the method.
  var usualError: Double { UsualError.of(finding, value: value, by: MeasurementMethod(rawValue: method)) }
}

extension Target {
  /// Whether the beat of the model, or an instrument that looks at it, answers for this finding. Signs, laboratory values and
  /// what the heart is told rather than shows (its rate) are left to the guidelines.
  public var isSimulated: Bool { Self.simulated.contains(finding) || Self.read.contains(finding) }

  /// Whether measurements say anything of a mitral leak: of itself, of the v wave it makes, or of the two stroke
  /// volumes whose difference it is.
  static func informOnLeak(_ targets: [Target]) -> Bool {
    let findings = FindingSet(targets.map { $0.finding })
    if !findings.isDisjoint(with: [.EROA, .RVol, .RF, .VCW, .PISAr, .MRVTI, .MRVmax, .PCWPv, .LAPv]) { return true }
    let hasForward = !findings.isDisjoint(with: [.FSV, .CO, .CI])
    let sizes = findings.intersection([.LVEDV, .LVESV, .LVEF, .LVEDVi, .LVESVi])
    return hasForward && (findings.contains(.SV) || sizes.count >= 2)
  }

  /// What the beat itself has a number for.
  private static let simulated: FindingSet = [
    .SBP, .DBP, .MAP, .CVP, .PCWP, .PCWPv, .PASP, .PADP, .mPAP, .LVSP, .LVEDP, .LAPmean, .LAPv, .LVEDV, .LVESV, .SV,
    .FSV, .RVol, .LAVmax, .LAVmin, .RVEDV, .RVESV, .LVEF, .RF, .RVEF, .LVEDVi, .LVESVi, .LAVI, .CO, .CI, .SVR, .PVR,
    .EROA, .MRVmax, .MRVTI, .MVmeanGradient, .E, .A, .EA, .TRVmax, .AoVmax, .LVIDd, .LVIDs, .LVIDsi, .dPdtMax, .tau,
    .IVRT, .LVET, .PEP, .DT, .GLS, .ePrime, .EePrime,
  ]

  /// What only an instrument's look at the heart has a number for.
  private static let read: FindingSet = [
    .VCW, .PISAr, .annulusAP, .LAd, .IVSd, .PWd, .LVMass, .TAPSE, .LVOTVTI, .PHT, .PVSD,
  ]

  /// How far people differ in this finding at the same heart as the model counts it (standard deviation, in the finding's
  /// unit): shapes that are not free in the fit. Rings and atria differ in form, walls in where they are thick, outflow
  /// tracts in width (diameter 20 ± 2 mm, so that a velocity differs by 20 %), right ventricles in how much of their stroke
  /// is along their length: standard deviations of healthy adults (ASE/EACVI 2015, Lang et al., J Am Soc Echocardiogr
  /// 2015;28:1: walls 8 ± 1 mm, LAd 35 ± 3, TAPSE 24 ± 3.5 mm; recalled), three quarters of these where size explains a
  /// part. Zero for what the model follows. And by where the slices of magnetic resonance happen to lie: a basal one of
  /// some 12 cm² and 1 cm counts or does not, 12 mL/√12 in systole (see `MRIStudy`).
  var shapeSpread: Double {
    if method == MeasurementMethod.mri.rawValue { return sliceSpread }
    return switch finding {
    case .annulusAP: 3
    case .LAd: 3
    case .IVSd, .PWd: 0.75
    case .TAPSE: 3
    case .LVOTVTI: 0.2 * value
    default: 0
    }
  }

  private var sliceSpread: Double {
    switch finding {
    case .LVESV, .SV, .RVol: 3.5
    // A hundred times 3.5 mL over a usual volume of 170 mL.
    case .LVEF, .RF: 2
    case .LVESVi: 1.8
    default: 0
    }
  }
}
