// What load makes of a heart in weeks to years. Every law compares the heart's own beat with the beat of the healthy
// heart of the same body, and heads for a target from which it is some way off:
//
//   length of LV fibres     ln A* = 0.30·h(ε/0.027)      τ 45 d
//   thickness of the wall   ln H* = 0.20·h₂(s/0.12)      τ 60 d
//   size of the LA          ln B* = 0.65·h(β/0.05)       τ 75 d
//   the sac                 in proportion to the heart   τ 18 d
//   leaflets                with the ring, by its 2/3rd power
//   resistance of lungs     +5 % per mmHg of LAP > 18    τ 120 d
//   damage of the muscle    dD/dt = 0.09/y·(ε/0.05)² − D/3y, dP/dt = D/3y, and D heals with τ 90 d where ε is small;
//                           strength = exp(−D − P)
//
// with, all as excess over the healthy heart's (its ratio − 1), ε the end-diastolic stretch and s the peak stress of
// the ventricle's fibres, β the largest stretch of the atrium's wall; h(x) = x³/(1 + x³) (a Hill curve of exponent 3,
// as in the growth laws of Oomen 2022) and h₂ the same of exponent 2. The sac restrains at 7–9 days and no longer at
// 34–50 (LeWinter & Pavelec 1982); the lungs' resistance is the reactive share, at most doubled.
// Volumes go with area^1.5; muscle grows with A (fibres get longer, the wall keeps its thickness) and with H.
//
// What each was chosen for: 0.30 and 0.027 so that the course of one fixed hole passes through Carabello's compensated
// state (EDV 240 mL); 0.20 and 0.12 so that muscle has grown by 25–40 % by then (Kleaveland 1988, Carabello 1988: +27,
// +36 % at three months); 0.65 and 0.05 so that the atrium about doubles its volume; 45 d so that most of it has
// happened by three months, as in dogs; 0.09 a year so that such a heart decompensates within ten years (6–10 in
// people, Rosenhek 2006); three years and 90 days so that most of a loss of less than two years comes back and less
// than half of an old one (Starling 1993, 1995). What has been large for long stays so in part: the ventricle's length
// consolidates with τ 8 y; and it goes back only where stretch has fallen by more than 0.02, so that a small relief
// moves nothing (in a primary leak an ACE inhibitor lowers pressure and leak and leaves the ventricle's size nearly as
// it is: Marcotte 1997). The leaflets' 2/3 so that a torn leaflet's orifice does not outgrow what was measured
// (Enriquez-Sarano 1999) although ring and atrium widen; sound leaflets, too, were a third larger in dilated hearts
// (Chaput 2008, Dal-Bianco 2009). All are held by tests in `CourseTests`.

import Circulation
import Lanes
import Quantities

/// What has grown, thickened or weakened, all as logarithms, zero in the healthy heart.
public struct Remodelling: Sendable, Equatable {
  /// Of the LV's midwall area by longer fibres, and of its wall's thickness.
  public var length = 0.0
  public var thickness = 0.0
  /// Of the LA's midwall area.
  public var atrium = 0.0
  /// Of the sac's volume, and of the lungs' resistance.
  public var sac = 0.0
  public var lungs = 0.0
  /// Lost strength that can come back, and that cannot.
  public var damage = 0.0
  public var scar = 0.0
  /// Part of `length` that has become structure.
  public var settledLength = 0.0

  public init() {}

  /// The heart, remodelled.
  public func applied(to heart: HeartDefinition) -> HeartDefinition {
    var grown = heart
    let ring = heart.mitralAnnulus.restingArea(in: heart)
    let area = Double.exponential(length)
    grown.growLeftVentricle(area: area, muscle: area * Double.exponential(thickness))
    grown.growLeftAtrium(area: Double.exponential(atrium))
    let leaflets = Double.power(
      grown.mitralAnnulus.restingArea(in: grown).engineValue / ring.engineValue, Self.leafletShare)
    grown.mitralLeaks.flail.annulusReference *= leaflets
    grown.mitralLeaks.prolapse.annulusReference *= leaflets
    grown.mitralLeaks.functional.annulusReference *= leaflets
    grown.pericardium.referenceVolume *= Double.exponential(sac)
    let resistance = Double.exponential(lungs)
    grown.scalePulmonaryResistance(resistance)
    let strength = Double.exponential(-damage - scar)
    grown.scaleLeftStrength(strength)
    return grown
  }
}

extension Remodelling {
  /// How far leaflets grow along with a ring that widens over months, 0 (not at all) … 1.
  static let leafletShare = 2 / 3.0
}

/// What the muscle feels in one beat.
public struct Strain: Sendable, Equatable {
  /// End-diastolic fibre stretch and peak fibre stress (kPa) of the left ventricle's free wall.
  public let endDiastolicStretch: Double
  public let peakStress: Double
  /// Largest midwall radius of the left atrium over its reference.
  public let atrialStretch: Double
  /// Largest volume of blood and muscle in the sac, mL.
  public let heartVolume: Double
  /// Mean left atrial pressure, mmHg.
  public let atrialPressure: Double

  public init(_ beat: RecordedBeat, of heart: HeartDefinition) {
    endDiastolicStretch = beat.trace { $0.leftVentricularStretch }.maximum().value
    peakStress = beat.trace { $0.leftVentricularStress }.maximum().value
    let wall = heart.leftAtrium
    let radius = (wall.referenceArea.squareCentimetres / (4 * Double.pi)).root
    let reference = 4 / 3 * Double.pi * radius * radius * radius
    let largest = beat.trace { $0.leftAtrialVolume }.maximum().value
    atrialStretch = Double.cubeRoot((largest + 0.5 * wall.wallVolume.millilitres) / reference)
    heartVolume =
      beat.trace {
        $0.leftVentricularVolume + $0.rightVentricularVolume + $0.leftAtrialVolume + $0.rightAtrialVolume
      }.maximum().value + heart.muscleVolume.millilitres
    atrialPressure = beat.trace { $0.leftAtrialPressure }.mean
  }
}
