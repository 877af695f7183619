/// A physical quantity: a number that knows what it measures.
///
/// Inside, every quantity is kept in the engine's unit (mL, mmHg, s, cm, cm², kPa, µm); people see named factories and
/// properties (`Area.squareCentimetres(0.4)`, `area.squareMillimetres`). These are the only unit conversions of the
/// package: outside the engine no bare Double is a physical quantity.
public struct Quantity<Kind: QuantityKind>: Sendable, Equatable, Comparable {
  /// The value in the engine's unit, `Kind.unit`.
  public var engineValue: Double

  @inlinable
  public init(engineValue: Double) { self.engineValue = engineValue }

  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.engineValue < b.engineValue }

  @inlinable
  public static func + (a: Self, b: Self) -> Self { Self(engineValue: a.engineValue + b.engineValue) }

  @inlinable
  public static func - (a: Self, b: Self) -> Self { Self(engineValue: a.engineValue - b.engineValue) }

  /// Scaled by a pure number.
  @inlinable
  public static func * (a: Self, factor: Double) -> Self { Self(engineValue: a.engineValue * factor) }

  @inlinable
  public static func *= (a: inout Self, factor: Double) { a.engineValue *= factor }
}

/// What a quantity measures; `unit` is the engine's unit for it, written as in UCUM.
public protocol QuantityKind: Sendable {
  static var unit: Unit { get }
}

/// The dimension of a unit: two units convert into each other when they share it.
public enum Dimension: Sendable, Equatable {
  case pressure, volume, flow, area, length, time, rate, velocity, resistance, compliance, inertance, stress, ratio,
    mass,
    valveRate, volumePerArea, lengthPerArea, flowPerArea, pressureRate, substance, massConcentration, massFraction,
    temperature, sedimentation, clearance, elastance, molarFraction
}

/// A unit of measurement: its UCUM symbol, what it measures and how many engine units it holds.
public struct Unit: Sendable, Equatable {
  /// The symbol in the Unified Code for Units of Measure.
  public let symbol: String
  public let dimension: Dimension
  /// Engine units in one of this unit (1 for the engine's own).
  public let factor: Double
  /// Engine units at this unit's zero: 0 but for scales with a zero of their own (degrees Fahrenheit).
  public let offset: Double

  public init(_ symbol: String, _ dimension: Dimension, factor: Double = 1, offset: Double = 0) {
    self.symbol = symbol
    self.dimension = dimension
    self.factor = factor
    self.offset = offset
  }

  /// Same symbol and dimension; compared as bytes, so that no Unicode tables are needed.
  public static func == (a: Unit, b: Unit) -> Bool {
    a.dimension == b.dimension && a.symbol.utf8.elementsEqual(b.symbol.utf8)
  }
}
