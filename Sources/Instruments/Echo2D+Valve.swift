// The form of the mitral valve as the long-axis view shows it at mid-systole (where the ventricle's pressure is
// highest).
//
//   ring        an ellipse whose axes are as 0.78 to 1 (3D echocardiography: about 3.0 by 3.8 cm); AP is the short
//               one, at end systole
//   tenting     h = h₀ + 0.75·(d − d₀·s), not below 0: papillary muscles that move away from the ring draw the line of
//               closure after them by three quarters of the way. d is the distance of their tips from the middle of
//               the ring, d₀ that of the healthy heart (3.6 cm at mid-systole), s the body's length scale √(BSA/1.93
//               m²); h₀ 5 mm (healthy: tenting areas of 0.75–0.95 cm² over a ring of 3 cm; Magne 2007, Nishino 2019 as
//               tabulated in Open Heart). Over 10–11 mm tells that a ring alone will not do.
//   flail       gap and width of a gaping segment, from its effective orifice: A = 0.7·π/4·gap·width, width twice the
//               gap (0.4 cm²: 6 by 12 mm; clip trials took gaps below 10 and widths below 15 mm)
//   prolapse    a leaflet bulges over the ring by 2 mm at least; more with the orifice: 2 mm + 6 mm·√(A/cm²)

import Circulation
import Findings
import Lanes
import Quantities

/// The mitral valve's form in systole; lengths in cm.
public struct MitralGeometry: Sendable {
  /// The ring from front to back, at end systole.
  public let annulusAP: Double
  /// The closed leaflets below the plane of the ring; nil where they bulge over it.
  public let tentingHeight: Double?
  /// From the ring to where the leaflets meet: their deepest point.
  public var coaptationDepth: Double? { tentingHeight }
  /// A gaping segment.
  public let flail: (gap: Double, width: Double)?
  /// How far a leaflet bulges over the ring.
  public let bulge: Double?
  public let leaks: LeakShares
  /// Whether the leaflets are stiff and fused: they leave a constant hole and open to less than six tenths, on a ring
  /// that lives.
  public let isScarred: Bool
  private let holdsLeafletsBack: Bool

  /// Leaks below this, cm², are not seen in the leaflets' form.
  static let leastSeen = 0.02
  /// From this height on a tent is seen, cm (chosen between the healthy 0.5 and the tethered 0.9 and more).
  static let tentSeen = 0.75

  init(_ examined: Examined) {
    let heart = examined.heart
    let beat = examined.beat
    let events = examined.events
    let ring = beat.trace { $0.mitralAnnulusArea }.value(at: events.aorticClosure ?? events.mitralOpening)
    annulusAP = (4 * max(ring, 0.1) * 0.78 / Double.pi).squareRoot()
    leaks = examined.leaks
    let peak = beat.trace { $0.leftVentricularPressure }.maximum(from: events.activation, to: events.mitralOpening)
    let distance = examined.ventricle.shape(at: peak.time).tetheringLength
    let scale = (examined.body.bodySurface / 1.93).squareRoot()
    let height = max(0.5 + 0.75 * (distance - Self.healthyDistance * scale), 0)
    let slips = leaks.prolapse > Self.leastSeen
    let tears = leaks.flail > Self.leastSeen
    tentingHeight = slips || tears ? nil : height
    bulge = slips ? 0.2 + 0.6 * leaks.prolapse.squareRoot() : nil
    let gap = (leaks.flail / (0.7 * Double.pi / 2)).squareRoot()
    flail = tears ? (gap, 2 * gap) : nil
    let healthyOpening = HeartDefinition.healthy(for: examined.body.nearestModelled).mitralValve.openArea
    isScarred =
      leaks.hole > Self.leastSeen && heart.mitralAnnulus.atrialShare.fraction > 0
      && heart.mitralValve.openArea.squareCentimetres < 0.6 * healthyOpening.squareCentimetres
    holdsLeafletsBack = leaks.functional > Self.leastSeen
  }

  /// Of the papillary muscles' tips from the middle of the healthy heart's ring at mid-systole, cm.
  static let healthyDistance = 3.6

  /// The signs that the picture shows.
  func say(in signs: inout QualitativeValues) {
    signs.say(leaks.flail > Self.leastSeen, for: .flail)
    signs.say(leaks.prolapse > Self.leastSeen, for: .prolapse)
    signs.say(isScarred, for: .rheumaticLeaflets)
    signs.say(holdsLeafletsBack && (tentingHeight ?? 0) >= Self.tentSeen, for: .tenting)
    guard leaks.total > Self.leastSeen else { return }
    // Leaflets that are kept apart gape along their whole line of closure.
    let shape: OrificeShape = leaks.functional > 0.5 * leaks.total ? .elliptical : .round
    signs[.orificeShape] = shape.rawValue
  }
}
