// A treatment's dose or size, as it is printed.

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

  public init(_ given: GivenTreatment) {
    identifier = given.treatment.identifier
    value = given.dose
    unit = given.treatment.arguments.first?.unit.symbol ?? "1"
    name = given.treatment.arguments.first?.name ?? ""
    isTitrated = given.isTitrated
  }

  /// "1.5 µg/kg/min", "30 mm", "2 clips"; empty for a treatment without a dose.
  public var text: String {
    guard let value else { return "" }
    let number = NumberText.significant(value, digits: 3)
    if unit == "1" { return name == "clips" && value == 1 ? "1 clip" : number + " " + name }
    let shown = Units.find(unit).map(Units.shown) ?? (unit.hasPrefix("ug") ? "µ" + unit.dropFirst() : unit)
    return number + " " + shown
  }
}
