// How far two examinations of one heart by Doppler differ, in what is read off the screens. Ratios, pressures and volumes
// are worked out from these and inherit it: the forward stroke volume 14 %, a regurgitant volume of 60 mL some 18 mL (its
// difference from magnetic resonance: 2 standard deviations of 62.8 mL, Son et al., J Cardiovasc Ultrasound 2013;21:81).

import Findings

/// How far two examinations of one heart differ.
enum DopplerAccuracy {
  private static let centres: StaticString =
    "19 centres against a core laboratory, echo at rest (preprint on exercise echo): E 5.7 %, e′ 6 %, TR 3.8 %"
  private static let beams: StaticString =
    "25 observers of 20 cases of aortic stenosis (Sutaria, Dhutia et al., conference abstract): peaks 4 % by CW"
  private static let ours: StaticString =
    "chosen: a peak read by PW as in 19 centres, an interval to 15 ms, a ratio as its parts"

  /// Of the mitral jet, which colour Doppler takes over.
  static let jetPeak = Accuracy(.MRVmax, relative: 0.04, source: beams)
  static let jetIntegral = Accuracy(
    .MRVTI, relative: 0.096, source: "25 observers, as of the peak: integrals 9.6 % by CW")

  static let all: [Accuracy] = [
    Accuracy(.E, relative: 0.057, source: centres), Accuracy(.A, relative: 0.057, source: ours),
    Accuracy(.DT, absolute: 15, source: ours),
    Accuracy(.ePrime, relative: 0.06, source: centres), Accuracy(.sPrime, relative: 0.06, source: ours),
    Accuracy(.MVmeanGradient, relative: 0.1, source: ours),
    Accuracy(.PHT, relative: 0.1, source: "chosen: a slope read to a tenth, as the mean gradient"),
    Accuracy(.MVVTI, relative: 0.097, source: "as of the outflow tract's integral: 9.7 %"),
    Accuracy(.PVS, absolute: 0.05, source: ours), Accuracy(.PVD, absolute: 0.05, source: ours),
    Accuracy(.PVAr, absolute: 0.04, source: ours),
    Accuracy(.TRVmax, relative: 0.038, source: centres),
    Accuracy(
      .CVP, absolute: 5,
      source: "as the vena cava looks, for PASP; Kircher et al., Am J Cardiol 1990;66:493: 6 ± 5, 15 ± 6 in a class"),
    Accuracy(.AoVmax, relative: 0.04, source: beams), jetPeak,
    jetIntegral,
    Accuracy(.LVOTVTI, relative: 0.097, source: "19 centres, as of E: 9.7 %"),
    Accuracy(.LVOTd, absolute: 1, source: "a diameter to 1 mm, 5 % of 20 mm"),
    Accuracy(
      .SV, by: .volumetric, relative: 0.12,
      source: "chosen: two diameters of the ring, 5 % each, and an integral as of the outflow, 9.7 %"),
    Accuracy(.dPdtMax, relative: 0.1, source: ours), Accuracy(.LVET, absolute: 10, source: ours),
    Accuracy(.PEP, absolute: 8, source: ours), Accuracy(.IVRT, absolute: 10, source: ours),
  ]
}
