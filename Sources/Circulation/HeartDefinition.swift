import Quantities

/// A heart and its circulation as people describe them: the first of three tiers (definition → `Heart` → `State`).
///
/// Everything that tells one patient from another is a number here; a lesion or a treatment is an edit of these numbers
/// and never a branch in the equations. Defaults are a healthy adult (`healthyAdult`); see there for sources.
public struct HeartDefinition: Sendable, Equatable {
  /// Beats per minute, 30 to 220. Systole and the delay between the chambers shorten with it.
  public var heartRate: Rate
  /// Sinus rhythm, or another.
  public var rhythm = RhythmDefinition.sinus
  /// From the start of the atrial to the start of the ventricular walls' activation at 70 beats a minute, 50 to 350 ms.
  /// PR of the electrocardiogram is longer: P begins at the sinus node, before the atria shorten.
  public var atrioventricularDelay: Time

  /// The free wall of the left ventricle; with the septum it encloses the cavity.
  public var leftVentricle: WallDefinition
  /// The wall between the ventricles.
  public var septum: WallDefinition
  /// The free wall of the right ventricle.
  public var rightVentricle: WallDefinition
  /// The atria, each a closed sphere.
  public var leftAtrium: WallDefinition
  public var rightAtrium: WallDefinition
  /// How the three ventricular walls, and the two atrial ones, are switched on and off.
  public var ventricularActivation: ActivationDefinition
  public var atrialActivation: ActivationDefinition

  /// The valves between atria and ventricles and at the ventricles' outlets.
  public var mitralValve: ValveDefinition
  public var aorticValve: ValveDefinition
  public var tricuspidValve: ValveDefinition
  public var pulmonaryValve: ValveDefinition

  /// The mitral ring, and the leaks of its leaflets that move with the heart.
  public var mitralAnnulus: AnnulusDefinition
  public var mitralLeaks = MitralLeaksDefinition()

  /// The vessels of the body, from the aorta to the great veins.
  public var systemic: VesselsDefinition
  /// A balloon in the thoracic aorta, where there is one.
  public var balloon = BalloonDefinition.none
  /// The vessels of the lungs, from the pulmonary trunk to the pulmonary veins.
  public var pulmonary: VesselsDefinition
  /// The walls of their capillaries and veins. Those of the body stay soft: no pressure there comes near.
  public var lungWalls: TautWallDefinition
  /// The sac around the four chambers.
  public var pericardium: PericardiumDefinition

  /// All the blood there is, 1500 to 12,000 mL; little more than the vessels' unstressed volumes leaves no beat.
  public var bloodVolume: Volume
  /// Pressure around the heart, the lungs and the thoracic aorta, against the atmosphere.
  public var intrathoracicPressure: Pressure

  /// The valve at a site.
  public subscript(valve: ValveSite) -> ValveDefinition {
    get {
      switch valve {
      case .mitral: mitralValve
      case .aortic: aorticValve
      case .tricuspid: tricuspidValve
      case .pulmonary: pulmonaryValve
      }
    }
    set {
      switch valve {
      case .mitral: mitralValve = newValue
      case .aortic: aorticValve = newValue
      case .tricuspid: tricuspidValve = newValue
      case .pulmonary: pulmonaryValve = newValue
      }
    }
  }
}
