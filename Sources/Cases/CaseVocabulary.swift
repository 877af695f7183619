// What a case file may say of lesions, treatments and the heart: handed in by whoever owns the catalogues.

/// The names, units and ranges that the engine's catalogues allow in a case file.
public struct CaseVocabulary: Sendable, Equatable {
  /// Ways for a valve to leak.
  public var lesions: [KindSpec]
  /// Drugs, devices and operations.
  public var treatments: [KindSpec]
  /// Parameters of the heart's definition, named by their path without the leading `heart.`.
  public var heart: [ParameterSpec]

  public init(lesions: [KindSpec], treatments: [KindSpec], heart: [ParameterSpec]) {
    self.lesions = lesions
    self.treatments = treatments
    self.heart = heart
  }
}

/// A kind of lesion or treatment.
public struct KindSpec: Sendable, Equatable {
  /// As in `flail-leaflet`.
  public var identifier: String
  /// One line that says what it is.
  public var meaning: String
  public var parameters: [ParameterSpec]
  /// Whether the aortic, tricuspid and pulmonary valve can have it, too (lesions only).
  public var fitsOtherValves: Bool

  public init(_ identifier: String, _ meaning: String, parameters: [ParameterSpec] = [], fitsOtherValves: Bool = false)
  {
    self.identifier = identifier
    self.meaning = meaning
    self.parameters = parameters
    self.fitsOtherValves = fitsOtherValves
  }
}

/// A parameter with a unit and a range.
public struct ParameterSpec: Sendable, Equatable {
  public var name: String
  /// UCUM symbol of the unit in which ``range`` is given and in which values are handed on.
  public var unit: String
  /// Allowed values, both ends included.
  public var range: ClosedRange<Double>
  /// One line that says what it is.
  public var meaning: String
  /// A usual value, in ``unit``; nil where any value of the range is as good an example.
  public var usual: Double?
  /// Whether only whole numbers make sense.
  public var isWhole = false

  public init(_ name: String, unit: String, range: ClosedRange<Double>, _ meaning: String, usual: Double? = nil) {
    self.name = name
    self.unit = unit
    self.range = range
    self.meaning = meaning
    self.usual = usual
  }
}
