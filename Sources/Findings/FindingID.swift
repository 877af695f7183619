// The names of the measurements. Spelled as clinicians spell them; the order is that of the catalogue.

/// A measurement that the product can make, read from a case or print.
///
/// Each case's name is the identifier that files and JSON use; `spec` tells what it is.
public enum FindingID: Int, CaseIterable, Sendable {
  // Rhythm and pressures.
  case HR, SBP, DBP, MAP, CVP, PCWP, PCWPv, PASP, PADP, mPAP, LVSP, LVEDP, LAPmean, LAPv
  // Volumes and fractions.
  case LVEDV, LVESV, SV, FSV, RVol, closingVolume, LAVmax, LAVmin, RVEDV, RVESV, LVEF, RF, RVEF, LVEDVi, LVESVi, LAVI
  // Flow and resistance.
  case CO, CI, SVR, PVR
  // The mitral valve and its leak.
  case EROA, MVA, VCW, PISAr, aliasingVelocity, MRVmax, MRVTI, MVmeanGradient, PHT, MVVTI, DVI, annulusAP, flailGap
  case flailWidth, coaptationDepth, coaptationLength, tentingHeight
  // Doppler of the other flows and of the wall.
  case E, A, EA, ePrime, EePrime, sPrime, PVSD, PVS, PVD, PVAr, DT, TRVmax, AoVmax, LVOTVTI
  // Timing and mechanics.
  case IVRT, LVET, PEP, QRS, PR, dPdtMax, tau, GLS, MAPSE, TAPSE
  // Size.
  case LVIDd, LVIDs, LVIDsi, LAd, LVOTd, IVSd, PWd, LVMass, CTR, BSA
  // Laboratory.
  case NTproBNP, BNP, creatinine, eGFR, bilirubin, totalCholesterol, HDL, LDL, lactate, CRP, ESR, hbA1c, temperature
}

extension FindingID {
  /// What this measurement is: name, unit, normal range, source.
  public var spec: FindingSpec { FindingCatalogue.specs[rawValue] }

  /// The name in files and JSON.
  public var identifier: String { spec.identifier }

  /// The measurement of that name; nil when there is none. Upper and lower case matter (`E` is a velocity).
  public init?(identifier: String) {
    for spec in FindingCatalogue.specs where spec.identifier.utf8.elementsEqual(identifier.utf8) {
      self = spec.id
      return
    }
    return nil
  }
}
