// What every machine says of a setting that it does not have.

/// Why a setting of an instrument is refused.
public struct SettingFault: Error, Sendable, Equatable {
  /// As "aliasingVelocity", with the unit it is meant in, in UCUM.
  public let field: StaticString
  public let unit: StaticString
  public let value: Double
  public let allowed: ClosedRange<Double>

  public static func == (a: Self, b: Self) -> Bool {
    a.value == b.value && a.allowed == b.allowed && a.field.description.utf8.elementsEqual(b.field.description.utf8)
  }

  /// The value where it is allowed. What is no number is not.
  static func checked(
    _ value: Double, _ field: StaticString, _ unit: StaticString, _ allowed: ClosedRange<Double>
  ) throws(SettingFault) -> Double {
    guard allowed.contains(value) else {
      throw SettingFault(field: field, unit: unit, value: value, allowed: allowed)
    }
    return value
  }
}
