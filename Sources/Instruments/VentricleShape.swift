// The shape of the left ventricle, which the model does not have and every picture needs: a cavity like the larger part
// of an egg, cut off by the plane of the mitral ring, in a wall of one thickness.
//
//   cavity   an ellipsoid of revolution, semi-axes a (long) and b, cut a/2 above its equator:
//            L = 1.5·a (tip to ring),  V = 1.125·π·b²·a = ¾·π·b²·L
//   wall     the same cut through an ellipsoid with semi-axes a + t and b + t; t so that what lies between is the
//            muscle's volume (free wall and septum), which does not change
//   length   at end diastole L = 9.2 cm·(V/141 mL)^¼; then L = L_ed·(1 − κ·(1 − λ/λ_ed)), λ the stretch of the fibres
//            of free wall and septum, each by its muscle
//
//   9.2 cm   chosen so that the healthy ventricle is 51 mm wide (Lang et al. 2015: men 50.2 ± 4.1 mm) and 1.8 times as
//            long
//   ¼        a ventricle that grows becomes rounder (with the cube root it would keep its form); chosen so that one of
//            twice the volume is 0.61 times as wide as it is long, a healthy one 0.55
//   κ 0.85   fibres run askew to the long axis, and a wall that thickens takes part of the way; chosen so that the
//            healthy ring's way is 13–15 mm and the outline's strain −19 % (Wang et al., Eur Heart J Cardiovasc Imaging
//            2023;24:1384; NORMAL study). Held by `theHealthyVentricleMeasuresAsPublished`.
//
// The tip stays where it is, the base comes down to it: so the heart moves in the chest.

import Quantities
import Circulation
import Lanes

/// The left ventricle at one moment.
public struct VentricleShape: Sendable, Equatable {
  /// Of the cavity, mL.
  public let volume: Double
  /// Of the muscle around it, mL.
  public let wallVolume: Double
  /// From the cavity's tip to the plane of the mitral ring, cm.
  public let length: Double
  /// Half the cavity's largest width, cm.
  public let radius: Double
  /// Of the wall, cm.
  public let thickness: Double

  /// - Parameters: volumes in mL, length in cm; all above 0.
  public init(volume: Double, length: Double, wallVolume: Double) {
    self.volume = volume
    self.length = length
    self.wallVolume = wallVolume
    radius = (volume / (0.75 * Double.pi * length)).squareRoot()
    let a = length / 1.5
    let b = radius
    var t = 0.9
    for _ in 0..<14 {
      let (outer, slope) = Self.shell(a: a, b: b, t: t)
      t = max(t - (outer - volume - wallVolume) / slope, 0.02)
    }
    thickness = t
  }

  /// Volume inside the outer surface of a wall t thick, and how it grows with t.
  private static func shell(a: Double, b: Double, t: Double) -> (Double, Double) {
    let cut = 0.5 * a
    let (outerA, outerB) = (a + t, b + t)
    let height = cut - cut * cut * cut / (3 * outerA * outerA) + 2 * outerA / 3
    let heightSlope = 2 * cut * cut * cut / (3 * outerA * outerA * outerA) + 2 / 3.0
    return (Double.pi * outerB * outerB * height, Double.pi * outerB * (2 * height + outerB * heightSlope))
  }

  /// Half the cavity's width at a depth below the ring, cm; 0 beyond the tip.
  public func radius(at depth: Double) -> Double { Self.radius(depth, length / 1.5, radius, cut: length / 3) }

  /// The same of the wall's outer surface.
  public func outerRadius(at depth: Double) -> Double {
    Self.radius(depth, length / 1.5 + thickness, radius + thickness, cut: length / 3)
  }

  private static func radius(_ depth: Double, _ a: Double, _ b: Double, cut: Double) -> Double {
    let z = (cut - depth) / a
    return z.magnitude < 1 ? b * (1 - z * z).squareRoot() : 0
  }

  /// Length of the cavity's outline from tip to ring, cm: what longitudinal strain follows.
  public var outline: Double {
    let a = length / 1.5
    let steps = 48
    let step = 2 * Double.pi / 3 / Double(steps)
    var sum = 0.0
    for k in 0...steps {
      let angle = Double(k) * step
      let along = a * Double.sine(angle)
      let across = radius * Double.cosine(angle)
      sum += (k == 0 || k == steps ? 1 : k % 2 == 0 ? 2 : 4) * (along * along + across * across).squareRoot()
    }
    return sum * step / 3
  }

  /// Where the papillary muscles' tips are: below the ring, and from the long axis, cm. They stand on the wall two
  /// fifths of the way to the tip, and reach a third of the way to the axis (chosen so that they are 3.6 cm from the
  /// middle of the ring in the healthy heart at mid-systole; tethering distances of 3–4 cm, He et al., Circulation
  /// 1997;96:1826).
  public var papillaryTips: (depth: Double, side: Double) {
    let depth = 0.4 * length
    return (depth, 0.67 * radius(at: depth))
  }

  /// From the middle of the ring to the papillary muscles' tips, cm.
  public var tetheringLength: Double {
    let tips = papillaryTips
    return (tips.depth * tips.depth + tips.side * tips.side).squareRoot()
  }
}

/// The left ventricle through a beat.
public struct VentricleMotion: Sendable {
  /// Tip to ring, cm, over the beat.
  public let length: Trace
  /// Cavity, mL.
  public let volume: Trace
  public let wallVolume: Double
  /// The fullest and the emptiest ventricle, and when, s from the beginning of the beat.
  public let endDiastole: VentricleShape
  public let endSystole: VentricleShape
  public let endDiastoleTime: Double
  public let endSystoleTime: Double
  /// How thick the septum and the free wall are against the mean of both.
  public let septalShare: Double
  public let freeShare: Double

  static let healthyLength = 9.2
  static let healthyVolume = 141.0
  static let rounding = 0.25
  static let obliqueness = 0.85

  /// The stretch at the fullest.
  private let longest: Double

  /// - Parameter read: the beat that is read, from whose length and stretch those of other beats of the same heart are
  ///   counted, so that the wall does not jump where one beat follows another.
  init(
    _ beat: RecordedBeat, of heart: HeartDefinition, _ events: BeatEvents, like read: VentricleMotion? = nil
  ) {
    let free = heart.leftVentricle.wallVolume.millilitres
    let septal = heart.septum.wallVolume.millilitres
    wallVolume = free + septal
    let all = wallVolume
    let stretch = beat.trace { (free * $0.leftVentricularStretch + septal * $0.septalStretch) / all }
    volume = beat.trace { $0.leftVentricularVolume }
    let repeats = beat.neighbours == nil
    let full = volume.maximum(from: events.activation - 0.1, to: events.mitralClosure + 0.1)
    let empty = volume.minimum(from: events.activation, to: events.mitralOpening + (repeats ? 0.1 : 0.05))
    let longest = read?.longest ?? stretch.value(at: full.time)
    self.longest = longest
    let resting =
      read?.endDiastole.length ?? Self.healthyLength
      * Double.power(max(full.value, 1) / Self.healthyVolume, Self.rounding)
    length = stretch.map { resting * (1 - Self.obliqueness * (1 - $0 / longest)) }
    endDiastole = VentricleShape(volume: full.value, length: resting, wallVolume: wallVolume)
    endSystole = VentricleShape(
      volume: empty.value, length: length.value(at: empty.time), wallVolume: wallVolume)
    endDiastoleTime = full.time
    endSystoleTime = empty.time
    // In the healthy heart of the model the septum has 0.767 times the free wall's muscle for its area; there echo
    // finds both equally thick.
    let ratio =
      septal / heart.septum.referenceArea.squareCentimetres
      / (0.767 * free / heart.leftVentricle.referenceArea.squareCentimetres)
    septalShare = 2 * ratio / (1 + ratio)
    freeShare = 2 / (1 + ratio)
  }

  /// The shape at a time, s from the beginning of the beat.
  public func shape(at time: Double) -> VentricleShape {
    VentricleShape(volume: max(volume.value(at: time), 1), length: length.value(at: time), wallVolume: wallVolume)
  }

  /// The shapes at the beat's own samples.
  public var shapes: [VentricleShape] {
    length.values.indices.map {
      VentricleShape(volume: max(volume.values[$0], 1), length: length.values[$0], wallVolume: wallVolume)
    }
  }

  /// By how much the ring comes down to the tip in systole, cm.
  public var excursion: Double { endDiastole.length - min(endSystole.length, length.minimum().value) }

  /// Strain of the cavity's outline from end diastole to end systole, a fraction below 0.
  public var strain: Double { endSystole.outline / endDiastole.outline - 1 }
}

extension Examined {
  /// The left ventricle through the beat that is read.
  public var ventricle: VentricleMotion { VentricleMotion(beat, of: heart, events) }
}
