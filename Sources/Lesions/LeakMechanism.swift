// How the orifice of a leaking mitral valve moves, by mechanism: the gains of the law in
// `Circulation/OrificeDefinition.swift`. Each mechanism has one set of gains for everybody; what differs between patients
// is the area. All sizes are counted in those of the healthy heart of the same body.
//
//               ventricle  ring        pressure   counts as 1:
//               v          r           c          ventricle's area   ring
//   flail       1.2        3           0          1.0                1.1
//   prolapse    −5         1           +2.5       by the onset       1.1
//   tethering   6          6           −1.2       1.3                1.1
//   ring        2          2.5         −0.3       1.0                1.1
//
//   flail       a leaflet without chords gapes less as ventricle and ring shrink: to 59 % of its start within systole in
//               dogs whose leaflet was cut (Yellin et al.), by 17 % on losartan (Dujardin 2001)
//   prolapse    nothing leaks until the ventricle is small enough for the chords to slacken; largest late, falling with
//               pressure in relaxation (Schwammenthal 1994, Enriquez-Sarano 1995); pressure stretches the leaflet, so that
//               a vasodilator lowers the leak although the ventricle becomes smaller
//   tethering   biphasic, least in mid-systole (Schwammenthal 1994, Hung 1999); the leak falls by 40 to 85 % on
//               nitroglycerin (Circulation 1989;80:306; Keren 1986), falls on dobutamine and rises on handgrip (1989)
//   ring        leaflets too short for a wide ring: holosystolic, largest early (Gertz 2011 for the atrial kind)
//
// The gains are chosen so that these patterns come out; `Tests/LesionsTests` hold each.

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
}

/// The part of a heart's definition that holds a leak; see `MitralLeaksDefinition`.
public enum LeakPlace: Int, Sendable, CaseIterable {
  case hole, flail, prolapse, functional
}

/// The gains of a mechanism, and what counts as 1, in areas of the heart that it is given to.
struct LeakGains {
  let ventricle: Double
  let annulus: Double
  let pressure: Double
  let ventricleReference: Double
  let annulusReference: Double
}

extension LeakMechanism {
  /// Where it is kept.
  public var place: LeakPlace {
    switch self {
    case .fixed: .hole
    case .flail: .flail
    case .prolapse: .prolapse
    case .tethering, .ring: .functional
    }
  }

  private var gains: LeakGains {
    switch self {
    case .fixed:
      LeakGains(ventricle: 0, annulus: 0, pressure: 0, ventricleReference: 1, annulusReference: 1)
    case .flail:
      LeakGains(ventricle: 1.2, annulus: 3, pressure: 0, ventricleReference: 1, annulusReference: 1.1)
    case .prolapse:
      LeakGains(ventricle: -5, annulus: 1, pressure: 2.5, ventricleReference: 1, annulusReference: 1.1)
    case .tethering:
      LeakGains(ventricle: 6, annulus: 6, pressure: -1.2, ventricleReference: 1.3, annulusReference: 1.1)
    case .ring:
      LeakGains(ventricle: 2, annulus: 2.5, pressure: -0.3, ventricleReference: 1, annulusReference: 1.1)
    }
  }

  /// The usual share of a stroke after which a prolapsing leaflet gives way.
  public static let usualOnset = 0.4

  /// The orifice, as it is in this heart, which should still have the size of a healthy one of its body: what is grown
  /// afterwards is seen by the mechanisms that follow it (see `Circulation/Growth.swift`).
  ///
  /// - Parameters:
  ///   - area: where ventricle, ring and pressure count as 1, 1 and ½.
  ///   - onset: for prolapse, the share of a healthy heart's stroke after which the leaflet gives way, 0…0.7.
  public func orifice(_ area: Area, in heart: HeartDefinition, onset: Double = usualOnset) -> OrificeDefinition {
    let gains = self.gains
    var orifice = OrificeDefinition(
      area: area, ventricleReference: heart.leftVentricle.referenceArea * gains.ventricleReference,
      ventricleGain: .fraction(gains.ventricle),
      annulusReference: heart.mitralAnnulus.restingArea(in: heart) * gains.annulusReference,
      annulusGain: .fraction(gains.annulus), pressureGain: .fraction(gains.pressure))
    if self == .prolapse {
      // In the healthy heart fibres shorten from a stretch of 1.09 to 0.89 in a stroke. The reference is chosen so that
      // the law is zero somewhat before the stretch of the onset (an orifice is seen only when it has some size, and an
      // onset of 0 is to leak from the beginning), at a ring of 1 and an effect of pressure of 0.72 (100 mmHg).
      let stretch = 1.17 - 0.36 * onset
      let x = 1 - (1 + gains.pressure * (0.72 - 0.5)) / gains.ventricle
      orifice.ventricleReference *= stretch * stretch / (x * x)
    }
    return orifice
  }

  /// Gives the mitral valve of a heart this leak, and no other kept in the same place.
  public func leak(_ area: Area, in heart: inout HeartDefinition) {
    if self == .fixed {
      heart.mitralValve.leakArea = area
    } else {
      heart.mitralLeaks[place] = orifice(area, in: heart)
    }
  }

  /// Adds this leak to what leaks already.
  public func add(_ area: Area, to heart: inout HeartDefinition, onset: Double = usualOnset) {
    if self == .fixed {
      heart.mitralValve.leakArea = heart.mitralValve.leakArea + area
    } else if area.squareCentimetres > 0 {
      heart.mitralLeaks[place] = heart.mitralLeaks[place].joined(with: orifice(area, in: heart, onset: onset))
    }
  }

  /// Makes the area told count in the heart as it has become, not in the healthy one: divides it by the law's value where
  /// the orifice is about at its peak (early in systole; for prolapse late). A tethered valve counts from this ventricle
  /// and this ring: they are those that hold its leaflets. So a fit may move the ventricle's size without moving the leak
  /// along, and the number it finds is nearly the peak.
  public func countInThisHeart(_ heart: inout HeartDefinition) {
    guard self != .fixed, heart.mitralLeaks[place].isOpen else { return }
    let late = self == .prolapse
    var orifice = heart.mitralLeaks[place]
    let resting = heart.mitralAnnulus.restingArea(in: heart)
    if self == .tethering {
      // As in a ventricle of 1.6 times the healthy volume.
      orifice.ventricleReference = heart.leftVentricle.referenceArea * (1 / 1.05)
      orifice.annulusReference = resting * (1 / 1.05)
    }
    let unit = orifice.openArea(
      stretch: late ? 0.9 : 1.1, ring: resting * (late ? 1.03 : 1.12), force: late ? 0.7 : 0.4,
      wall: heart.leftVentricle)
    guard unit > 0 else { return }
    orifice.area *= orifice.area.squareCentimetres / unit
    heart.mitralLeaks[place] = orifice
  }

  /// The area that `leak` was told.
  public func area(in heart: HeartDefinition) -> Area {
    self == .fixed ? heart.mitralValve.leakArea : heart.mitralLeaks[place].area
  }
}

extension MitralLeaksDefinition {
  /// What is kept in a place; the hole is the valve's own and not here.
  public subscript(place: LeakPlace) -> OrificeDefinition {
    get {
      switch place {
      case .hole: .none
      case .flail: flail
      case .prolapse: prolapse
      case .functional: functional
      }
    }
    set {
      switch place {
      case .hole: break
      case .flail: flail = newValue
      case .prolapse: prolapse = newValue
      case .functional: functional = newValue
      }
    }
  }
}

extension OrificeDefinition {
  /// Both leaks as one: the law is a sum inside its corner, so that two of them are one with gains in between.
  func joined(with other: OrificeDefinition) -> OrificeDefinition {
    guard isOpen else { return other }
    guard other.isOpen else { return self }
    let ventricle = max(ventricleReference, other.ventricleReference)
    let annulus = max(annulusReference, other.annulusReference)
    let parts = [self, other].map { part -> (area: Double, v: Double, r: Double, c: Double) in
      // v·(k·x − 1) = k·v·(x − 1) + v·(k − 1), x in the larger reference.
      let k = (ventricle.engineValue / part.ventricleReference.engineValue).squareRoot()
      let m = annulus.engineValue / part.annulusReference.engineValue
      let (v, r) = (part.ventricleGain.fraction, part.annulusGain.fraction)
      let base = 1 + v * (k - 1) + r * (m - 1)
      return (part.area.engineValue * base, v * k / base, r * m / base, part.pressureGain.fraction / base)
    }
    let sum = parts[0].area + parts[1].area
    guard sum > 0 else { return self }
    func mean(_ first: Double, _ second: Double) -> Ratio {
      .fraction((parts[0].area * first + parts[1].area * second) / sum)
    }
    return OrificeDefinition(
      area: Area(engineValue: sum), ventricleReference: ventricle,
      ventricleGain: mean(parts[0].v, parts[1].v), annulusReference: annulus,
      annulusGain: mean(parts[0].r, parts[1].r), pressureGain: mean(parts[0].c, parts[1].c))
  }
}
