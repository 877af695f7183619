// The parameters of the heart's definition that may be stated one by one, each by its path: one list, walked by the
// reader of case files, the command's help, the schema's test and the page's controls.

import Circulation
import Quantities

/// One number of a heart's definition, by its path.
public struct HeartParameter: Sendable {
  /// As in case files, without the leading "heart.".
  public let path: String
  public let unit: Unit
  public let range: ClosedRange<Double>
  public let meaning: String
  /// Hands over the number itself, in the engine's unit.
  private let reach: Reach<Double>

  /// Hands a part of a definition over to be read or changed.
  typealias Reach<Part> = @Sendable (inout HeartDefinition, (inout Part) -> Void) -> Void

  /// A quantity of the definition; `unit` may differ from the engine's.
  init<Kind: QuantityKind>(
    _ path: String, _ range: ClosedRange<Double>, _ meaning: String, unit: Unit? = nil,
    _ field: @escaping Reach<Quantity<Kind>>
  ) {
    self.path = path
    self.unit = unit ?? Kind.unit
    self.range = range
    self.meaning = meaning
    reach = { heart, use in field(&heart) { use(&$0.engineValue) } }
  }

  /// The value in `unit`.
  public func get(_ heart: HeartDefinition) -> Double {
    var heart = heart
    var value = 0.0
    reach(&heart) { value = $0 }
    return value / unit.factor
  }

  /// Sets the value, given in `unit`.
  public func set(_ heart: inout HeartDefinition, _ value: Double) {
    let factor = unit.factor
    reach(&heart) { $0 = value * factor }
  }

  /// The parameter of this path; nil where there is none.
  public static func find(_ path: String) -> HeartParameter? {
    all.first { $0.path.utf8.elementsEqual(path.utf8) }
  }
}

/// The parts of the definition that have several parameters.
struct HeartPart<Part>: Sendable {
  let reach: HeartParameter.Reach<Part>

  init(_ reach: @escaping HeartParameter.Reach<Part>) { self.reach = reach }

  /// A field of the part, as a parameter.
  func parameter<Kind: QuantityKind>(
    _ path: String, _ range: ClosedRange<Double>, _ meaning: String, unit: Unit? = nil,
    _ field: @escaping @Sendable (inout Part, (inout Quantity<Kind>) -> Void) -> Void
  ) -> HeartParameter {
    let reach = reach
    return HeartParameter(path, range, meaning, unit: unit) { heart, use in reach(&heart) { field(&$0, use) } }
  }
}
