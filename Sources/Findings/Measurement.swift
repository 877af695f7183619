// One measurement, as a report has it.

/// One measurement of a finding.
public struct Measurement: Sendable, Equatable {
  /// In the finding's catalogue unit.
  public var value: Double
  /// How it was measured.
  public var by: MeasurementMethod?
  /// Standard deviation of the measurement, in the catalogue unit, above 0.
  public var sd: Double?
  /// When it was measured.
  public var on: CalendarDate?

  public init(value: Double, by: MeasurementMethod? = nil, sd: Double? = nil, on: CalendarDate? = nil) {
    self.value = value
    self.by = by
    self.sd = sd
    self.on = on
  }
}
