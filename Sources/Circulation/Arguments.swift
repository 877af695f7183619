// What a lesion or a treatment can be told: shared by both catalogues.

import Quantities

/// A number that a lesion or treatment takes.
public struct ArgumentSpec: Sendable {
  public let name: String
  /// Unit of the range and of the values handed over.
  public let unit: Unit
  /// Allowed values, both ends included.
  public let range: ClosedRange<Double>
  /// Taken when nothing is said.
  public let standard: Double
  /// Whether only whole numbers make sense.
  public let isWhole: Bool
  /// One line that says what it is.
  public let meaning: String

  public init(
    _ name: String, unit: Unit, range: ClosedRange<Double>, standard: Double, isWhole: Bool = false, _ meaning: String
  ) {
    self.name = name
    self.unit = unit
    self.range = range
    self.standard = standard
    self.isWhole = isWhole
    self.meaning = meaning
  }
}

/// The numbers handed to a lesion or treatment, in the order of its specification.
public struct Arguments: Sendable, Equatable {
  private var values: [Double]

  /// The standard values.
  public init(standardOf specs: [ArgumentSpec]) { values = specs.map { $0.standard } }

  public subscript(_ index: Int) -> Double {
    get { values[index] }
    set { values[index] = newValue }
  }
}
