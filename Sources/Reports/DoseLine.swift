// A treatment's dose or size, as it is printed.

import Drawing
import Circulation
import Findings
import Quantities
import Treatments
import Twin

/// What was given of one treatment.
public struct DoseLine: Sendable {
  /// The treatment's identifier.
  public var identifier: String
  /// Dose or size; nil for a treatment without.
  public var value: Double?
  /// UCUM unit of the value.
  public var unit: String
  /// What the value is: "dose", "size", "clips".
  public var name: String
  /// Whether it was found by titration.
  public var isTitrated: Bool
  /// Further arguments that are not the usual ones: name, value, UCUM unit.
  public var more: [(name: String, value: Double, unit: String)]

  public init(_ given: GivenTreatment) {
    identifier = given.treatment.identifier
    value = given.dose
    unit = given.treatment.arguments.first?.unit.symbol ?? "1"
    name = given.treatment.arguments.first?.name ?? ""
    isTitrated = given.isTitrated
    more = given.treatment.arguments.enumerated().dropFirst()
      .filter { given.arguments[$0.offset] != $0.element.standard }
      .map { ($0.element.name, given.arguments[$0.offset], $0.element.unit.symbol) }
  }

  /// "1.5 µg/kg/min", "30 mm", "2 clips", then each further argument that is not the usual one: "chordsKept 0".
  public var texts: [String] {
    guard let value else { return [] }
    let number = NumberText.significant(value, digits: 3)
    let first =
      unit == "1" ? name == "clips" && value == 1 ? "1 clip" : number + " " + name : number + " " + Self.shown(unit)
    return [first]
      + more.map { name, value, unit in
        name + " " + NumberText.significant(value, digits: 3) + (unit == "1" ? "" : " " + Self.shown(unit))
      }
  }

  private static func shown(_ unit: String) -> String {
    Units.find(unit).map(Units.shown) ?? (unit.hasPrefix("ug") ? "µ" + unit.dropFirst() : unit)
  }
}
