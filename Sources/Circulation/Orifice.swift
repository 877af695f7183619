import Quantities
import Lanes

// The moving orifices of the mitral valve in engine units; the law and its sources stand in `OrificeDefinition.swift`.

/// One mechanism: area · positive(offset + ventricle·λ + annulus·A + pressure·ψ).
public struct OrificeCoefficients<Real: Lane>: LaneRecord {
  /// cm².
  var area: Real
  var offset: Real
  /// Per unit of the free wall's fibre stretch.
  var ventricle: Real
  /// Per cm² of the ring.
  var annulus: Real
  var pressure: Real
}

/// The ring: fixed + atrium·r² + ventricle·λ² − contraction·C, cm².
public struct AnnulusCoefficients<Real: Lane>: LaneRecord {
  var fixedArea: Real
  /// Per square of the atrium's midwall radius over its reference.
  var atrium: Real
  /// Per square of the free wall's fibre stretch.
  var ventricle: Real
  var contraction: Real
}

/// The mitral apparatus.
public struct ApparatusCoefficients<Real: Lane>: LaneRecord {
  var annulus: AnnulusCoefficients<Real>
  var flail: OrificeCoefficients<Real>
  var prolapse: OrificeCoefficients<Real>
  var functional: OrificeCoefficients<Real>
}

/// The pressure across the valve at which half of its effect on the leaflets is reached, mmHg. Chosen so that the
/// closing force tells early and late in systole, when pressure passes it (Schwammenthal 1994, Hung 1999).
let halfClosingPressure = 40.0

extension OrificeCoefficients where Real == Double {
  init(_ orifice: OrificeDefinition, wall: WallDefinition) {
    let size = (wall.referenceArea.engineValue / orifice.ventricleReference.engineValue).squareRoot()
    area = orifice.area.squareCentimetres
    offset =
      1 - orifice.ventricleGain.fraction - orifice.annulusGain.fraction - 0.5 * orifice.pressureGain.fraction
    ventricle = orifice.ventricleGain.fraction * size
    annulus = orifice.annulusGain.fraction / orifice.annulusReference.squareCentimetres
    pressure = orifice.pressureGain.fraction
  }
}

extension OrificeDefinition {
  /// What this mechanism leaves open, cm², in a heart at one moment of a beat; see the head of `OrificeDefinition.swift`.
  ///
  /// - Parameter wall: the free wall of the left ventricle.
  public func openArea(at moment: Sample<Double>, wall: WallDefinition) -> Double {
    let push = max(moment.leftVentricularPressure - moment.leftAtrialPressure, 0)
    return openArea(
      stretch: moment.leftVentricularStretch, ring: .squareCentimetres(moment.mitralAnnulusArea),
      force: push / (push + halfClosingPressure), wall: wall)
  }

  /// What this mechanism leaves open, cm², at a fibre stretch of the free wall, an area of the ring and an effect of
  /// pressure ψ (0…1).
  public func openArea(stretch: Double, ring: Area, force: Double, wall: WallDefinition) -> Double {
    OrificeCoefficients<Double>(self, wall: wall).open(stretch: stretch, ring: ring.squareCentimetres, force: force)
  }
}

extension ApparatusCoefficients where Real == Double {
  init(_ heart: HeartDefinition) {
    let ring = heart.mitralAnnulus
    annulus = AnnulusCoefficients(
      fixedArea: ring.fixedArea.squareCentimetres,
      atrium: ring.atrialShare.fraction * heart.leftAtrium.referenceArea.squareCentimetres,
      ventricle: ring.ventricularShare.fraction * heart.leftVentricle.referenceArea.squareCentimetres,
      contraction: ring.contraction.squareCentimetres)
    flail = OrificeCoefficients(heart.mitralLeaks.flail, wall: heart.leftVentricle)
    prolapse = OrificeCoefficients(heart.mitralLeaks.prolapse, wall: heart.leftVentricle)
    functional = OrificeCoefficients(heart.mitralLeaks.functional, wall: heart.leftVentricle)
  }
}

extension OrificeCoefficients {
  @inline(__always)
  func open(stretch: Real, ring: Real, force: Real) -> Real {
    let y = offset + ventricle * stretch + (annulus * ring + pressure * force)
    return area * (0.5 * (y + (y * y + 0.01).root))
  }
}

extension ApparatusCoefficients {
  /// Area of the ring, cm².
  @inline(__always)
  func ring(atrialRadius: Real, stretch: Real, contractility: Real) -> Real {
    annulus.fixedArea + annulus.atrium * (atrialRadius * atrialRadius) + annulus.ventricle * (stretch * stretch)
      - annulus.contraction * contractility
  }

  /// Area that the mechanisms together leave open, cm², at `drop`, the ventricle's pressure over the atrium's, mmHg.
  @inline(__always)
  func leak(ring: Real, stretch: Real, drop: Real) -> Real {
    // Most hearts have none of them. Skipping them changes no bit: the areas are zero.
    guard Real.any(Real.isLess(Real(0), flail.area + (prolapse.area + functional.area))) else { return Real(0) }
    let push = Real.maximum(drop, Real(0))
    let force = push / (push + halfClosingPressure)
    let open =
      flail.open(stretch: stretch, ring: ring, force: force)
      + (prolapse.open(stretch: stretch, ring: ring, force: force)
        + functional.open(stretch: stretch, ring: ring, force: force))
    // No leaflets, no valve: the gap is never more than half the ring.
    return Real.minimum(open, 0.5 * ring)
  }
}
