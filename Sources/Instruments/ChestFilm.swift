// The chest film, seen from the front: how wide the heart's shadow is, what a large left atrium does to its outline and
// to the bronchi above it, and what the lungs' vessels and tissue make of the pressure in their capillaries.
//
// It is a schema drawn from the heart's numbers, no image of rays; every length is that on the schema. Marks: [m]
// figure known from the literature and not looked up again, [c] chosen, held by the test named.
//
//   thorax     28.6 cm · √(body surface/1.93 m²), inner width at the diaphragm (28–29 cm in men) [c]
//   heart      to the right of the midline 4.1 cm · (right atrium/60 mL)^⅓; to the left 8.9 cm · (left ventricle with
//   its
//              muscle + half of the right ventricle, over 355 mL)^⅓; full volumes. [c] 45–50 % of the thorax in health,
//              above 50 % at an end-diastolic volume of 260 mL: `theCardiothoracicRatioFollowsTheVentricle`. The old
//              limit of 50 %: Danzer, Am J Med Sci 1919;157:513 [m]
//   left       as a sphere of diameter D. Double contour: from its right border's middle to the left main bronchus
//   atrium     D + 1.3 cm, enlarged above 7 cm (Higgins et al., Am J Roentgenol 1978 [m]); the bulge of its appendage
//              ("fourth mogul") from D = 6 cm [c]; angle of the bronchi 62° + 11°·(D − 5 cm): mean 62° in health
//              (Haskin & Goodman, Am J Roentgenol 1982;139:1001 [m]), widened above 75° [c]
//   lungs      by the mean wedge pressure: vessels redistributed to the upper lobes from 18 mmHg, interstitial oedema
//   with
//              Kerley's B lines from 22.5, alveolar oedema from 27.5, the middles of the published bands (18; 20–25;
//              25–30: McHugh et al., Radiology 1972;105:259 [m]). In disease of months the lymphatics keep up longer: 7
//              mmHg more, the middle of 5–10 [m]
//   pleura     fluid from 20.7 mmHg of wedge pressure, midway between the means of patients with (24.1) and without it (17.2);
//              the venous pressure told nothing (Wiener-Kronish et al., Am Rev Respir Dis 1985;132:1253). It takes days to
//              gather, which the film does not know of.

import Quantities
import Circulation
import Findings
import Lanes

/// What a chest film shows of a heart.
public struct ChestFilm: Sendable, Equatable {
  /// What the lungs show, from dry to flooded.
  public enum Congestion: Int, CaseIterable, Sendable, Comparable {
    case none, redistribution, interstitial, alveolar

    public static func < (a: Congestion, b: Congestion) -> Bool { a.rawValue < b.rawValue }
  }

  /// Inner width of the thorax; how far the heart reaches to the right and to the left of the midline, cm.
  public let thoraxWidth: Double
  public let rightExtent: Double
  public let leftExtent: Double
  /// Diameter of the left atrium, cm.
  public let atriumDiameter: Double
  /// From the middle of the left atrium's right border to the left main bronchus, cm.
  public let bronchusDistance: Double
  /// Between the main bronchi, degrees.
  public let carinalAngle: Double
  public let congestion: Congestion
  /// Whether fluid stands in the pleural angles; on both sides and high where the alveoli are flooded, too.
  public let hasEffusion: Bool
  /// Whether the pulmonary trunk's segment bulges: mean pressure of 25 mmHg or more [c].
  public let hasWideTrunk: Bool
  /// Whether the lungs are read as those of a disease of months.
  public let isChronic: Bool

  /// - Parameter chronic: whether the disease has lasted for months; nil: judged from the atrium, which takes months to
  ///   grow: its wall is a fifth or more above that of the healthy heart of this body.
  public init(_ examined: Examined, chronic: Bool? = nil) {
    let body = examined.body
    let heart = examined.heart
    let healthy = HeartDefinition.healthy(for: body)
    let beat = examined.beat
    isChronic =
      chronic
      ?? (heart.leftAtrium.referenceArea.squareCentimetres > 1.2 * healthy.leftAtrium.referenceArea.squareCentimetres)
    thoraxWidth = 28.6 * (body.bodySurface / 1.93).squareRoot()
    let rightAtrium = beat.trace { $0.rightAtrialVolume }.maximum().value
    rightExtent = 4.1 * Double.cubeRoot(rightAtrium / 60)
    let muscle = heart.leftVentricle.wallVolume.millilitres + heart.septum.wallVolume.millilitres
    let left = (examined[.LVEDV] ?? 140) + muscle + 0.5 * (examined[.RVEDV] ?? 160)
    leftExtent = 8.9 * Double.cubeRoot(left / 355)
    atriumDiameter = Double.cubeRoot(6 / Double.pi * (examined[.LAVmax] ?? 64))
    bronchusDistance = atriumDiameter + 1.3
    carinalAngle = 62 + 11 * (atriumDiameter - 5)
    let pressure = (examined[.PCWP] ?? 8) - (isChronic ? 7 : 0)
    congestion =
      pressure >= 27.5 ? .alveolar : pressure >= 22.5 ? .interstitial : pressure >= 18 ? .redistribution : .none
    hasEffusion = (examined[.PCWP] ?? 8) >= 20.7
    hasWideTrunk = (examined[.mPAP] ?? 0) >= 25
  }

  /// Percent.
  public var cardiothoracicRatio: Double { 100 * (rightExtent + leftExtent) / thoraxWidth }
  public var hasDoubleContour: Bool { bronchusDistance > 7 }
  public var hasAppendageBulge: Bool { atriumDiameter > 6 }
  public var hasWideCarina: Bool { carinalAngle > 75 }

  /// What is seen, each in words.
  public var findings: [String] {
    var said: [String] = []
    let ratio = whole(cardiothoracicRatio)
    said.append(cardiothoracicRatio > 50 ? "heart enlarged, ratio \(ratio) %" : "heart not enlarged, ratio \(ratio) %")
    if hasDoubleContour { said.append("double contour of a large left atrium") }
    if hasAppendageBulge { said.append("bulging left atrial appendage") }
    if hasWideCarina { said.append("carinal angle widened to \(whole(carinalAngle))°") }
    if hasWideTrunk { said.append("wide pulmonary trunk") }
    switch congestion {
    case .none: said.append("lungs not congested")
    case .redistribution: said.append("vessels redistributed to the upper lobes")
    case .interstitial: said.append("interstitial oedema with Kerley B lines")
    case .alveolar: said.append("alveolar oedema")
    }
    if hasEffusion { said.append("pleural effusion") }
    return said
  }

  /// All of it in a line.
  public var text: String { listed(findings) }
}

extension Instrument {
  /// A chest film from behind, standing.
  public static let chestFilm = Instrument(
    identifier: "chest-film", title: "Chest film",
    accuracies: [
      Accuracy(
        .CTR, absolute: 1.5, source: "chosen: systole to diastole and one breath to another, 1 cm of the heart's width")
    ]
  ) { examined in
    var report = InstrumentReport()
    report.note(.CTR, ChestFilm(examined).cardiothoracicRatio)
    return report
  }
}
