// What a grade must not be read without.

/// A caution that goes with a grade.
public enum SeverityWarning: Int, CaseIterable, Sendable {
  // The volumes forbid a value.
  case regurgitantExceedsTotal, forwardExceedsTotal, endSystolicExceedsEndDiastolic
  // Values that go badly together.
  case forwardTooLow, littleForwardFlow, fractionDisagrees, orificeDisagrees, ejectionDisagrees
  // How to read the grade.
  case notHolosystolic, orificeAlone, ellipticalOrifice, ellipticalAssumed, lowFlow, acute, classAssumed,
    pressureUnknown
  case aliasingVelocityUnfit, numbersAgainstSigns, roundOrifice, reportedOnly, prosthesis

  /// The volumes make the named value impossible.
  public var isForbidden: Bool { rawValue <= SeverityWarning.endSystolicExceedsEndDiastolic.rawValue }

  /// The name in JSON.
  public var identifier: String {
    switch self {
    case .regurgitantExceedsTotal: "regurgitant-exceeds-total"
    case .forwardExceedsTotal: "forward-exceeds-total"
    case .endSystolicExceedsEndDiastolic: "end-systolic-exceeds-end-diastolic"
    case .forwardTooLow: "forward-too-low"
    case .littleForwardFlow: "little-forward-flow"
    case .fractionDisagrees: "fraction-disagrees"
    case .orificeDisagrees: "orifice-disagrees"
    case .ejectionDisagrees: "ejection-disagrees"
    case .notHolosystolic: "not-holosystolic"
    case .orificeAlone: "orifice-alone"
    case .ellipticalOrifice: "elliptical-orifice"
    case .ellipticalAssumed: "elliptical-assumed"
    case .lowFlow: "low-flow"
    case .acute: "acute"
    case .classAssumed: "class-assumed"
    case .pressureUnknown: "pressure-unknown"
    case .aliasingVelocityUnfit: "aliasing-velocity-unfit"
    case .numbersAgainstSigns: "numbers-against-signs"
    case .roundOrifice: "round-orifice"
    case .reportedOnly: "reported-only"
    case .prosthesis: "prosthesis"
    }
  }

  /// One plain sentence.
  public var text: String {
    switch self {
    case .regurgitantExceedsTotal: "The leak cannot be as large as the whole stroke: check RVol, LVEDV and LVEF."
    case .forwardExceedsTotal: "More leaves forward than the ventricle expels: check FSV, LVEDV and LVESV."
    case .endSystolicExceedsEndDiastolic: "The ventricle cannot be larger when empty than when full."
    case .forwardTooLow:
      "By these volumes too little would go forward to live on at rest: check RVol, LVEDV and LVEF."
    case .littleForwardFlow: "With these volumes under a fifth of the stroke would go forward: check RVol and LVEF."
    case .fractionDisagrees: "RF differs from RVol over SV by more than 10 points."
    case .orificeDisagrees: "EROA times MRVTI differs from RVol by more than 30 %."
    case .ejectionDisagrees: "LVEF differs from what LVEDV and LVESV give by more than 10 points."
    case .notHolosystolic:
      "The valve leaks for part of systole only: a single frame (EROA, VCW, PISAr) makes the leak look too large."
    case .orificeAlone: "EROA alone does not grade a leak: RVol, RF and the ventricle's size belong to it."
    case .ellipticalOrifice: "The orifice is not round: measured from a round one it looks too small."
    case .ellipticalAssumed:
      "Leaflets are held down: the orifice is assumed to be a crescent, which looks too small when taken as round. "
        + "Nobody told its shape."
    case .lowFlow: "The forward flow is low: a smaller RVol can be severe."
    case .acute: "In an acute leak normal chambers and a small jet do not speak against a severe one."
    case .classAssumed: "Nothing says whether valve or ventricle is ill: held against the thresholds of primary leaks."
    case .pressureUnknown: "The blood pressure at the measurement is missing: a leak moves with it."
    case .aliasingVelocityUnfit: "PISAr counts as a sign only at an aliasing velocity of 30 to 40 cm/s."
    case .roundOrifice:
      "Leaflets that are held down usually leave a crescent; the orifice is told to be round, so the full EROA counts."
    case .reportedOnly: "The grade is the report's own word: no number is there to check it by."
    case .prosthesis:
      "The mitral valve is artificial: the limits are those of native valves, and it is not graded by them."
    case .numbersAgainstSigns: "Numbers and signs point to different grades: look again, by another method."
    }
  }
}
