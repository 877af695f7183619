import Lanes

/// Everything that changes within a beat: the third tier.
///
/// Volumes and geometry are known at whole steps, flows, leaflets and sarcomeres half a step later (see
/// `Heart.advance`). Every field is a `Real` and nothing else, so a state is also a plain vector of `Real`
/// (`LaneRecord`).
public struct State<Real: Lane>: LaneRecord {
  /// Blood volumes, mL, at the whole step. Their sum is the blood volume, for ever.
  public var volumes: Volumes<Real>
  /// Flows with inertia, mL/s, half a step later.
  public var flows: Flows<Real>
  /// How far each valve's leaflets are open, 0 shut … 1 open, half a step later.
  public var openings: PerValve<Real>
  /// Sarcomeres of the five walls, half a step later.
  public var sarcomeres: PerWall<Real>
  /// Where the three ventricular walls meet, at the last whole step and at the one before it.
  public var junction: Junction<Real>
  public var previousJunction: Junction<Real>
  /// Radius of each atrium's midwall sphere in units of its reference radius, at the last whole step.
  public var leftAtrialRadius: Real
  public var rightAtrialRadius: Real
}

/// The blood in each compartment, mL.
public struct Volumes<Real: Lane>: LaneRecord {
  public var leftAtrium: Real
  public var leftVentricle: Real
  public var rightAtrium: Real
  public var rightVentricle: Real
  public var aorta: Real
  public var systemicArteries: Real
  public var systemicCapillaries: Real
  public var systemicVeins: Real
  public var pulmonaryTrunk: Real
  public var pulmonaryArteries: Real
  public var pulmonaryCapillaries: Real
  public var pulmonaryVeins: Real
}

/// The flows that have inertia, mL/s, positive in the direction of the circulation.
public struct Flows<Real: Lane>: LaneRecord {
  public var valves: PerValve<Real>
  /// Great veins into the right atrium.
  public var venaCava: Real
  /// Pulmonary veins into the left atrium.
  public var pulmonaryVein: Real
  /// Aorta into the systemic arteries.
  public var aorta: Real
  /// Pulmonary trunk into the pulmonary arteries.
  public var pulmonaryTrunk: Real
}

/// One value for each valve.
public struct PerValve<Real: Lane>: LaneRecord {
  public var mitral: Real
  public var aortic: Real
  public var tricuspid: Real
  public var pulmonary: Real
}

/// The inner state of a wall's sarcomeres.
public struct Sarcomere<Real: Lane>: LaneRecord {
  /// Length of the contractile element, µm.
  public var contractileLength: Real
  /// How strongly the fibres are switched on, 0.02 at rest to about 1.
  public var contractility: Real
}

/// One sarcomere for each wall.
public struct PerWall<Real: Lane>: LaneRecord {
  public var leftVentricle: Sarcomere<Real>
  public var septum: Sarcomere<Real>
  public var rightVentricle: Sarcomere<Real>
  public var leftAtrium: Sarcomere<Real>
  public var rightAtrium: Sarcomere<Real>
}

/// The meeting of the three ventricular walls: heights of the three caps over the plane of the ring, and the ring's
/// radius, cm. The left wall bulges to the negative side, the right wall to the positive one.
public struct Junction<Real: Lane>: LaneRecord {
  public var left: Real
  public var septal: Real
  public var right: Real
  public var radius: Real
}
