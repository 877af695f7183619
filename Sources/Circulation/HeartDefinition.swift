import Quantities

/// A heart and its circulation as people describe them: the first of three tiers (definition → `Heart` → `State`).
///
/// Everything that tells one patient from another is a number here; a lesion or a treatment is an edit of these numbers
/// and never a branch in the equations. Defaults are a healthy adult (`healthyAdult`); see there for sources.
public struct HeartDefinition: Sendable, Equatable {
  public var heartRate: Rate
  /// From the start of atrial to the start of ventricular activation.
  public var atrioventricularDelay: Time

  public var leftVentricle: WallDefinition
  public var septum: WallDefinition
  public var rightVentricle: WallDefinition
  public var leftAtrium: WallDefinition
  public var rightAtrium: WallDefinition
  public var ventricularActivation: ActivationDefinition
  public var atrialActivation: ActivationDefinition

  public var mitralValve: ValveDefinition
  public var aorticValve: ValveDefinition
  public var tricuspidValve: ValveDefinition
  public var pulmonaryValve: ValveDefinition

  public var systemic: VesselsDefinition
  public var pulmonary: VesselsDefinition
  public var pericardium: PericardiumDefinition

  /// All the blood there is.
  public var bloodVolume: Volume
  /// Pressure around the heart, the lungs and the thoracic aorta, against the atmosphere.
  public var intrathoracicPressure: Pressure

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
