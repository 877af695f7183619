/// The sex that normal ranges and body composition are given for.
public enum Sex: String, CaseIterable, Sendable {
  case male, female
}

/// The person around the heart, as far as size and age matter.
public struct Body: Sendable, Equatable {
  /// Years.
  public var age: Double
  public var sex: Sex
  /// cm.
  public var height: Double
  /// kg.
  public var weight: Double

  /// - Parameters: age in years, height in cm, weight in kg.
  public init(age: Double = 45, sex: Sex = .male, height: Double = 178, weight: Double = 75) {
    self.age = age
    self.sex = sex
    self.height = height
    self.weight = weight
  }

  /// The healthy adult: a man of 45 years, 178 cm and 75 kg.
  public static let reference = Body()
}
