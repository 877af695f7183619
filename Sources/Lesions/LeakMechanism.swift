// How the orifice of a leaking mitral valve moves, by mechanism: the gains of the law in
// `Circulation/OrificeDefinition.swift`. Each mechanism has one set of gains for everybody; what differs between patients
// is the area.
//
//   flail       v 3.0, r 2.0   the orifice of dogs with an excised leaflet fell to 59 % within systole, in parallel with
//                              the ventricle's volume (Yellin et al.), while the ring widened by a fifth; and on a
//                              vasodilator, which shrank ventricle and ring, by 17 % (Dujardin 2001)
//   prolapse    v −7, c +0.6   nothing leaks until the ventricle is small enough for the chords to slacken; largest late,
//                              falling with pressure in relaxation (Schwammenthal 1994, Enriquez-Sarano 1995)
//   tethering   v 6, r 2, c −1.1  biphasic, least in mid-systole (Schwammenthal 1994, Hung 1999); all but gone on
//                              nitroglycerin (orifice −80 %, Keren 1986)
//   ring        v 1, r 4, c −0.5  largest early, slightly smaller in mid-systole (Gertz 2011 for the atrial kind)

import Circulation
import Quantities

/// A way in which the leak of a mitral valve follows the heart.
public enum LeakMechanism: String, Sendable, CaseIterable {
  /// A hole: follows nothing.
  case fixed
  /// A leaflet without chords.
  case flail
  /// Chords that are too long.
  case prolapse
  /// Leaflets held back by a wide ventricle.
  case tethering
  /// Leaflets too short for a wide ring.
  case ring

  /// The orifice, as it is in this heart.
  ///
  /// - Parameters:
  ///   - area: in the middle of systole of a healthy heart.
  ///   - onset: for prolapse, the share of a healthy heart's stroke after which the leaflet gives way, 0…0.8.
  public func orifice(_ area: Area, in heart: HeartDefinition, onset: Double = 0.35) -> OrificeDefinition {
    let gains: (ventricle: Double, annulus: Double, pressure: Double) =
      switch self {
      case .fixed: (0, 0, 0)
      case .flail: (3, 2, 0)
      case .prolapse: (-7, 0, 0.6)
      case .tethering: (6, 2, -1.1)
      case .ring: (1, 4, -0.5)
      }
    var orifice = OrificeDefinition(
      area: area, ventricleReference: heart.leftVentricle.referenceArea, ventricleGain: .fraction(gains.ventricle),
      annulusReference: .squareCentimetres(9), annulusGain: .fraction(gains.annulus),
      pressureGain: .fraction(gains.pressure))
    if self == .prolapse {
      // The law is zero at x = 1 − 1/v; the reference is chosen so that this is the stretch at which the leaflet gives way.
      let stretch = 1.09 - 0.204 * onset
      let x = stretch / (1 - 1 / gains.ventricle)
      orifice.ventricleReference *= x * x
    }
    return orifice
  }

  /// Gives the mitral valve of a heart this leak, and no other of the kind.
  public func leak(_ area: Area, in heart: inout HeartDefinition) {
    switch self {
    case .fixed: heart.mitralValve.leakArea = area
    case .flail: heart.mitralLeaks.flail = orifice(area, in: heart)
    case .prolapse: heart.mitralLeaks.prolapse = orifice(area, in: heart)
    case .tethering, .ring: heart.mitralLeaks.functional = orifice(area, in: heart)
    }
  }

  /// The area that `leak` was told.
  public func area(in heart: HeartDefinition) -> Area {
    switch self {
    case .fixed: heart.mitralValve.leakArea
    case .flail: heart.mitralLeaks.flail.area
    case .prolapse: heart.mitralLeaks.prolapse.area
    case .tethering, .ring: heart.mitralLeaks.functional.area
    }
  }
}
