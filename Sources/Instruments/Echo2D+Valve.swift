// The form of the mitral valve as the long-axis view shows it at mid-systole (where the ventricle's pressure is
// highest).
//
//   ring        an ellipse whose axes are as 0.78 to 1 (3D echocardiography: about 3.0 by 3.8 cm); AP is the short
//               one, at end systole. The parasternal plane cuts it beside its middle, a third of the radius off as the
//               apical planes do, and shows a chord of 0.94 of it (2D against 3D: 3.3 for 3.7 cm, Anwar et al., Int J
//               Cardiovasc Imaging 2007;23:541; half of that is taken, so that healthy rings stay in the usual range)
//   tenting     h = h₀ + 0.75·(d − d₀·s), not below 0: papillary muscles that move away from the ring draw the line of
//               closure after them by three quarters of the way. d is the distance of their tips from the middle of
//               the ring, d₀ that of the healthy heart (3.6 cm at mid-systole), s the body's length scale √(BSA/1.93
//               m²); h₀ 5 mm (healthy: tenting areas of 0.75–0.95 cm² over a ring of 3 cm; Magne 2007, Nishino 2019 as
//               tabulated in Open Heart). Over 10–11 mm tells that a ring alone will not do.
//   flail       gap and width of a gaping segment, from its effective orifice: A = 0.7·π/4·gap·width, width twice the
//               gap (0.4 cm²: 6 by 12 mm; clip trials took gaps below 10 and widths below 15 mm)
//   prolapse    a leaflet bulges over the ring by 2 mm at least; more with the orifice: 2 mm + 6 mm·√(A/cm²)
//
// What the model has no geometry for: a leaflet slips or tears as an orifice that opens, and its form is worked out from
// that orifice (gap, bulge). A leaflet that bulges without leaking is not in the model and is never seen; nor are
// leaflets of a prosthesis, whose rigid ring holds neither tent nor bulge.

import Circulation
import Findings
import Lanes
import Quantities

/// The mitral valve's form in systole; lengths in cm.
public struct MitralGeometry: Sendable {
  /// The ring from front to back, at end systole.
  public let annulusAP: Double
  /// The closed leaflets below the plane of the ring (the depth of coaptation); nil where they bulge over it, and where
  /// the valve is a prosthesis.
  public let tentingHeight: Double?
  /// A gaping segment.
  public let flail: (gap: Double, width: Double)?
  /// How far a leaflet bulges over the ring.
  public let bulge: Double?
  public let leaks: LeakShares
  /// Whether the leaflets are stiff and fused (`Examined.hasScarredLeaflets`).
  public let isScarred: Bool
  /// Of what the shut leaflets leave open, as colour Doppler tells it (`VenaContracta`).
  let orifice: OrificeShape
  /// Whether the leaflets are the patient's own.
  public let isNative: Bool

  /// Leaks below this, cm², are not seen in the leaflets' form.
  static let leastSeen = 0.02
  /// The least bulge over the ring that counts as a prolapse in the long axis, cm (ASE 2017: 2 mm).
  static let leastBulge = 0.2
  /// What the parasternal view shows of the ring from front to back: √(1 − 1/9).
  static let annulusChord = 0.943
  /// The deepest normal closure, mm.
  static let deepestNormal = 8.0

  /// Whether leaflets of flesh close the valve: a prosthesis has a rigid ring and none of the
  /// leaks of leaflets; a ring that was sewn in around leaflets has them still.
  static func isNative(_ heart: HeartDefinition) -> Bool {
    let ring = heart.mitralAnnulus
    let leaks = heart.mitralLeaks
    return ring.atrialShare.fraction > 0 || ring.ventricularShare.fraction > 0
      || leaks.flail.isOpen || leaks.prolapse.isOpen || leaks.functional.isOpen
  }

  /// Whether a closure so deep, mm, is called a tent, other signs being as they are.
  static func isTent(_ depth: Double?, _ signs: QualitativeValues) -> Bool {
    guard let depth, !signs.has(.rheumaticLeaflets) else { return false }
    return (depth + 0.5).rounded(.down) > deepestNormal
  }

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
    isNative = Self.isNative(heart)
    tentingHeight = slips || tears || !isNative ? nil : height
    bulge = slips && isNative ? 0.2 + 0.6 * leaks.prolapse.squareRoot() : nil
    let gap = (leaks.flail / (0.7 * Double.pi / 2)).squareRoot()
    flail = tears && isNative ? (gap, 2 * gap) : nil
    isScarred = examined.hasScarredLeaflets
    orifice = VenaContracta.shape(aspect: VenaContracta.aspect(of: examined))
  }

  /// Of the papillary muscles' tips from the middle of the healthy heart's ring at mid-systole, cm.
  static let healthyDistance = 3.6

  /// The signs that the picture shows.
  func say(in signs: inout QualitativeValues) {
    guard isNative else { return }
    signs.say((flail?.gap ?? 0) > 0, for: .flail)
    signs.say((bulge ?? 0) >= Self.leastBulge, for: .prolapse)
    signs.say(isScarred, for: .rheumaticLeaflets)
    guard leaks.total > Self.leastSeen else { return }
    signs[.orificeShape] = orifice.rawValue
  }
}

extension Examined {
  /// Whether the mitral leaflets are stiff and fused: they leave a constant hole and open to less than six tenths of what
  /// those of a healthy heart of this body do, on a ring that lives.
  var hasScarredLeaflets: Bool {
    guard leaks.hole > MitralGeometry.leastSeen, heart.mitralAnnulus.atrialShare.fraction > 0 else { return false }
    let healthyOpening = HeartDefinition.healthy(for: body.nearestModelled).mitralValve.openArea
    return heart.mitralValve.openArea.squareCentimetres < 0.6 * healthyOpening.squareCentimetres
  }
}
