import Quantities

/// One of the five heart walls: how much muscle, how large it is when slack, how hard it pulls and how stiff it is.
///
/// One-fibre mechanics (Arts et al., J Biomech 1991; Lumens et al., Ann Biomed Eng 2009;37:2234): the wall is a
/// spherical shell or cap whose fibres all carry one stress and one strain.
public struct WallDefinition: Sendable, Equatable {
  /// Volume of the muscle, mL.
  public var wallVolume: Volume
  /// Midwall area at which the sarcomeres are 2.0 µm long, cm².
  public var referenceArea: Area
  /// Active fibre stress that full activation would give 1 µm above the sarcomere's zero-force length, kPa.
  public var activeStress: Stress
  /// Scale of the passive fibre stress: σ = passiveStress · (λ²⁰ − 1), λ the fibre stretch from 2.0 µm, kPa.
  public var passiveStress: Stress

  /// How much later than the first of the ventricular walls this one is activated: zero but in bundle branch block;
  /// ventricular walls only, ms.
  public var activationDelay = Time.seconds(0)

  public init(wallVolume: Volume, referenceArea: Area, activeStress: Stress, passiveStress: Stress) {
    self.wallVolume = wallVolume
    self.referenceArea = referenceArea
    self.activeStress = activeStress
    self.passiveStress = passiveStress
  }
}

/// How the muscle of a pair of chambers is switched on and off; the same for all walls of the pair.
public struct ActivationDefinition: Sendable, Equatable {
  /// Time scale on which contractility rises, τR, ms.
  public var riseTime: Time
  /// Time scale on which it decays, τD, ms.
  public var decayTime: Time
  /// Reference duration of the activation at 70 beats a minute, t_act, ms. The decay sets in at t_act·(0.29 +
  /// 0.3·Lsc/µm).
  public var duration: Time

  public init(riseTime: Time, decayTime: Time, duration: Time) {
    self.riseTime = riseTime
    self.decayTime = decayTime
    self.duration = duration
  }
}
