// How far a measurement is usually off, where it comes without its own error.

/// The usual standard error of a measurement that came without one.
///
/// Volumes: 10 % by echo, 5 % by CMR; ejection fractions: 5 points, 3 by CMR and 3-D echo; the regurgitant fraction 8
/// points, 5 by CMR: test–retest and between-method spread (Thavendiranathan et al., J Am Coll Cardiol 2013;61:77;
/// recalled). EROA and RVol: 22 %, RVol by CMR 12 % (Biner et al., JACC Cardiovasc Imaging 2010;3:235, on the poor
/// agreement of readers; recalled). Ours: arterial pressure 5 mmHg by cuff (validation standard of devices) and 3 by
/// catheter, filling pressures 8 %, waves and peaks 10 %, flows 12 % and 8 % by thermodilution or Fick, heart rate 3 %,
/// diameters of the left ventricle 3 mm, everything else 10 %; none below the least that its method resolves.
public enum UsualError {
  public static func of(_ finding: FindingID, value: Double, by method: MeasurementMethod?) -> Double {
    let magnitude = value.magnitude
    switch finding {
    case .HR: return max(2, 0.03 * magnitude)
    case .SBP, .DBP, .MAP: return method == .catheter ? 3 : 5
    case .CVP, .PCWP, .LVEDP, .LAPmean, .PADP, .mPAP: return max(2, 0.08 * magnitude)
    case .PCWPv, .LAPv, .PASP, .LVSP: return max(3, 0.1 * magnitude)
    case .LVEF, .RVEF: return method == .mri || method == .threeDimensional ? 3 : 5
    case .RF: return method == .mri ? 5 : 8
    case .EROA: return max(0.04, 0.22 * magnitude)
    case .RVol: return max(5, (method == .mri ? 0.12 : 0.22) * magnitude)
    case .LVEDV, .LVESV, .RVEDV, .RVESV, .LAVmax, .LAVmin, .SV:
      return max(4, (method == .mri ? 0.05 : 0.1) * magnitude)
    case .LVEDVi, .LVESVi, .LAVI: return max(2, (method == .mri ? 0.05 : 0.1) * magnitude)
    case .FSV, .CO, .CI: return (method == .thermodilution || method == .fick ? 0.08 : 0.12) * magnitude
    case .LVIDd, .LVIDs: return 3
    default: return max(0.1 * magnitude, 1e-3)
    }
  }
}
