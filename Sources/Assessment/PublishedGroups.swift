// How far the patients of published groups differed from each other: what a prediction of the group's mean is held to.
//
//   as printed    the standard deviation that the paper gives
//   from error    the paper's ± is a standard error of the mean (4 mmHg of mean pressure in ten patients): × √n
//   a like group  none is known; that of the group named
//
// All values are recalled from the papers of the cases' sources unless the case itself states them.

import Findings

/// A shipped case that is the mean of a published group.
public struct PublishedGroup: Sendable {
  public enum Origin: String, Sendable { case printed, fromError, likeGroup }

  /// The case's name, as in `cases/`.
  public let name: String
  public let origin: Origin
  /// Standard deviations between patients, in the findings' units.
  public let spreads: [FindingID: Double]

  /// Elkayam 1987, ten patients.
  private static let catheter: [FindingID: Double] = [
    .MAP: 12.6, .CVP: 6.3, .LVEDP: 6.3, .PCWPv: 9.5, .LVEDV: 51, .LVESV: 70, .FSV: 12.6, .RVol: 32, .RF: 12.6,
    // Not measured in them: as in the clip's trials.
    .PCWP: 7, .mPAP: 9, .LVEF: 9,
  ]

  /// COAPT (Stone et al., N Engl J Med 2018), both arms.
  private static let coapt: [FindingID: Double] = [
    .LVEDV: 70, .LVESV: 60, .LVEF: 9.3, .EROA: 0.15, .RVol: 20, .PASP: 13.4, .LVIDd: 7, .LVIDs: 9, .VCW: 0.2,
    .MVmeanGradient: 1,
  ]

  public static let all: [PublishedGroup] = [
    PublishedGroup(name: "chronic-catheter", origin: .fromError, spreads: catheter),
    PublishedGroup(name: "chronic-nitroprusside", origin: .likeGroup, spreads: catheter),
    PublishedGroup(name: "dilated-cardiomyopathy-catheter", origin: .likeGroup, spreads: catheter),
    // Chatterjee 1973, eight patients.
    PublishedGroup(
      name: "acute-rupture", origin: .fromError, spreads: [.PCWPv: 12.7, .LVEDP: 8.5, .CI: 0.57, .SVR: 424]),
    // Siegel 2011, Enriquez-Sarano 2005, MIDA.
    PublishedGroup(
      name: "flail-leaflet", origin: .printed,
      spreads: [.LVEDP: 9, .LVEDV: 37, .FSV: 17, .SVR: 481, .EROA: 0.27, .RVol: 40, .LVEF: 10]),
    // Obadia 2018.
    PublishedGroup(
      name: "secondary-not-optimised", origin: .printed,
      spreads: [.SBP: 16, .LVEF: 6.6, .LVEDV: 69, .EROA: 0.1, .RVol: 13]),
    PublishedGroup(name: "secondary-meets-criteria", origin: .printed, spreads: coapt),
    // Smith 2014.
    PublishedGroup(
      name: "infarction-moderate-bypass", origin: .printed,
      spreads: [.LVEF: 11.3, .LVESVi: 25, .EROA: 0.1, .LVIDd: 7, .LVIDs: 9]),
    PublishedGroup(name: "mixed-causes-clips", origin: .likeGroup, spreads: coapt),
    // Mentias 2016; diameters as in COAPT.
    PublishedGroup(
      name: "prolapse-asymptomatic-watchful", origin: .printed,
      spreads: [.EROA: 0.2, .LVEF: 2, .PASP: 12, .GLS: 2, .LVIDs: 9, .LAd: 6]),
  ]
}
