import Quantities

// Why a shut mitral valve leaks: the gap between its leaflets follows the ventricle that holds their chords, the ring
// that holds their roots, and the pressure that pushes them together or through. One law for every mechanism:
//
//   area(t) = area · positive(1 + v·(x − 1) + r·(α − 1) + c·(ψ − ½))
//
//   x   size of the left ventricle as a length: midwall fibre stretch times √(present/reference midwall area)
//   α   area of the ring over a reference
//   ψ   Δp/(Δp + 40 mmHg), Δp the ventricle's pressure over the atrium's
//   positive(y) = ½·(y + √(y² + 0.01)), a corner of y > 0 that is smooth
//
// What the gains v, r, c mean: a torn leaflet (flail) gapes less as the ventricle shrinks (v > 0: the regurgitant
// orifice of dogs whose leaflet was cut away fell to 59 % within systole, in parallel with the ventricle's volume:
// Yellin et al.); chords that are too long let a leaflet slip once the ventricle has become small (prolapse, v < 0,
// large); a tethered valve is held open by a large ventricle and pushed shut by pressure (v > 0, large, c < 0: the
// biphasic orifice of Schwammenthal 1994 and Hung 1999); a wide ring leaves leaflets too short (r > 0). That each gain
// is one number per mechanism, whatever the patient, is the simplification.

/// One mechanism by which the shut mitral valve stays partly open; see the head of the file for the law.
public struct OrificeDefinition: Sendable, Equatable {
  /// The orifice in the reference state, cm²; zero when the mechanism is absent.
  public var area: Area
  /// Midwall area of the left ventricle's free wall, cm², at which (sarcomeres 2.0 µm) its size x counts as 1.
  public var ventricleReference: Area
  /// v: by how many times its area the orifice grows when the ventricle becomes twice as long.
  public var ventricleGain: Ratio
  /// Area of the ring, cm², that counts as 1.
  public var annulusReference: Area
  /// r: by how many times its area the orifice grows when the ring becomes twice as large.
  public var annulusGain: Ratio
  /// c: by how many times its area the orifice grows from no pressure to a very high one.
  public var pressureGain: Ratio

  public init(
    area: Area, ventricleReference: Area, ventricleGain: Ratio, annulusReference: Area, annulusGain: Ratio,
    pressureGain: Ratio
  ) {
    self.area = area
    self.ventricleReference = ventricleReference
    self.ventricleGain = ventricleGain
    self.annulusReference = annulusReference
    self.annulusGain = annulusGain
    self.pressureGain = pressureGain
  }

  /// Whether there is such a leak.
  public var isOpen: Bool { area.squareCentimetres > 0 }

  /// No leak.
  public static let none = OrificeDefinition(
    area: .squareCentimetres(0), ventricleReference: .squareCentimetres(92), ventricleGain: .fraction(0),
    annulusReference: .squareCentimetres(8), annulusGain: .fraction(0), pressureGain: .fraction(0))
}

/// The leaks of a mitral valve that move with the heart, by mechanism; a hole of constant size is the valve's
/// `leakArea`. They add up.
public struct MitralLeaksDefinition: Sendable, Equatable {
  /// A leaflet that has lost its chords or its papillary muscle.
  public var flail = OrificeDefinition.none
  /// Leaflets whose chords are too long.
  public var prolapse = OrificeDefinition.none
  /// Sound leaflets that a wide ventricle or a wide ring keeps apart.
  public var functional = OrificeDefinition.none

  public init() {}
}

/// The ring that holds the mitral leaflets: part of the atrium's floor and of the ventricle's base, so that its area
/// follows both walls, and drawn together by the ventricle's muscle:
///
///   area = fixed + a·(atrium's midwall area) + v·(left free wall's fibre stretch² × reference area) − s·contractility
///
/// In healthy people it measures some 8 cm² at the beginning of systole and a fifth to a third more at its end.
public struct AnnulusDefinition: Sendable, Equatable {
  /// Area that follows nothing, cm². A prosthesis or a stiff ring has only this.
  public var fixedArea: Area
  /// a: share of the left atrium's midwall area.
  public var atrialShare: Ratio
  /// v: share of the left ventricle's.
  public var ventricularShare: Ratio
  /// s: by how much full contraction draws it together, cm².
  public var contraction: Area

  public init(fixedArea: Area, atrialShare: Ratio, ventricularShare: Ratio, contraction: Area) {
    self.fixedArea = fixedArea
    self.atrialShare = atrialShare
    self.ventricularShare = ventricularShare
    self.contraction = contraction
  }

  /// Its area in a heart whose fibres are all 2.0 µm long and at rest.
  public func restingArea(in heart: HeartDefinition) -> Area {
    fixedArea + heart.leftAtrium.referenceArea * atrialShare.fraction
      + heart.leftVentricle.referenceArea * ventricularShare.fraction
  }

  /// A ring of one size.
  public static func rigid(area: Area) -> AnnulusDefinition {
    AnnulusDefinition(
      fixedArea: area, atrialShare: .fraction(0), ventricularShare: .fraction(0), contraction: .squareCentimetres(0))
  }
}
