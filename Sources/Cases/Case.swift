// A case: one patient as the case file tells of them, checked and in the catalogue's units.

import Findings
import Quantities

/// One patient: what is known, what was measured, what was done. Only ``name`` is required; nil always means "not
/// told".
public struct Case: Sendable, Equatable {
  /// What the case is called; never empty.
  public var name: String
  /// Where the numbers come from.
  public var source: String?
  public var patient = Patient()
  /// Lesions of the aortic, tricuspid and pulmonary valves; a valve without lesions is absent.
  public var valves: [OtherValve: [LesionChoice]] = [:]
  /// Whether the leak came suddenly.
  public var presentation: Presentation?
  public var rhythm: Rhythm?
  /// Past and present illness, as listed; nil when the file does not speak of it.
  public var history: [HistoryItem]?
  /// Nil: not asked. Empty: asked, and there are none.
  public var symptoms: [Symptom]?
  /// Breathlessness class of the New York Heart Association.
  public var nyha: NYHAClass?
  /// Measurements, each finding with one or more.
  public var measurements: [FindingID: [Measurement]] = [:]
  /// Signs that have a name rather than a number.
  public var signs = QualitativeValues()
  public var context = ClinicalContext()
  /// How the mitral valve leaks, when the file says it; empty: to be inferred.
  public var lesions: [LesionChoice] = []
  /// Treatments the patient already has.
  public var treatments: [TreatmentChoice] = []
  /// Overrides of the heart's definition, in the order of the file.
  public var heart: [HeartOverride] = []
  /// Whether the body answers (rate, resistance, venous tone, volume); nil: as the command has it by default.
  public var reflexes: Bool?

  public init(name: String) { self.name = name }

  /// True when there is something to fit a heart to.
  public var hasMeasurements: Bool { !measurements.isEmpty }
}

/// Who the patient is. Absent values are those of the healthy adult: 45 years, male, 178 cm, 75 kg.
public struct Patient: Sendable, Equatable {
  /// Years, 16–110.
  public var age: Double?
  public var sex: Sex?
  /// Centimetres, 120–230.
  public var height: Double?
  /// Kilograms, 30–300.
  public var weight: Double?

  public init(age: Double? = nil, sex: Sex? = nil, height: Double? = nil, weight: Double? = nil) {
    self.age = age
    self.sex = sex
    self.height = height
    self.weight = weight
  }

  /// Nothing was told.
  public var isEmpty: Bool { self == Patient() }

  /// The person around the heart, with the healthy adult's figure for what was not told.
  public var body: Body {
    let reference = Body.reference
    return Body(
      age: age ?? reference.age, sex: sex ?? reference.sex, height: height ?? reference.height,
      weight: weight ?? reference.weight)
  }
}

/// A kind from a catalogue with the parameters that were given for it.
public struct KindChoice: Sendable, Equatable {
  /// The catalogue's identifier, as in `flail-leaflet`.
  public var kind: String
  /// Given parameters in the order of the file, each in the unit that the vocabulary names for it.
  public var parameters: [NamedQuantity]

  public init(kind: String, parameters: [NamedQuantity] = []) {
    self.kind = kind
    self.parameters = parameters
  }

  /// The parameter's value in the vocabulary's unit, nil when it was not given.
  public func value(of name: String) -> Double? { parameters.first { $0.name == name }?.quantity.value }
}

/// A way for a valve to leak (or to be narrow), with its parameters.
public typealias LesionChoice = KindChoice
/// A treatment, with its dose or size.
public typealias TreatmentChoice = KindChoice

/// A parameter with its value.
public struct NamedQuantity: Sendable, Equatable {
  public var name: String
  public var quantity: TextQuantity

  public init(_ name: String, _ quantity: TextQuantity) {
    self.name = name
    self.quantity = quantity
  }
}

/// A change to the heart's definition: the path of a parameter, as in `mitralValve.openArea`, and its value in the unit
/// that the vocabulary names for it.
public typealias HeartOverride = NamedQuantity
