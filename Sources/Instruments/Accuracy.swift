// How far an instrument's reading may be from what it looks at.
//
// Two kinds of error are kept apart. A bias is the same in every examination (an echo volume is smaller than the
// ventricle's, because the beam misses the tip): it belongs to the instrument's physics and is always there. Scatter
// differs from examination to examination: it is drawn from a seed, and only when noise is asked for. Repeated studies
// of one patient differ by it; so do two methods that both are free of bias.

import Circulation
import Findings
import Lanes

/// The scatter of one finding as one instrument reads it.
public struct Accuracy: Sendable {
  public let finding: FindingID
  /// The method that it is the scatter of; nil: of every method of this instrument that has no line of its own.
  public let method: MeasurementMethod?
  /// Standard deviation as a share of the reading, 0…1.
  public let relative: Double
  /// Standard deviation that does not depend on the reading, in the finding's catalogue unit, at least 0.
  public let absolute: Double
  /// The share of the variance, 0…1, that this reading has in common with the others of the same examination that state
  /// one (the same cuff on the same arm at the same moment): errors of two such readings are correlated by √(r₁·r₂).
  public let common: Double
  /// Where the figure comes from: paper or guideline and year, or "chosen so that …".
  public let source: StaticString

  public init(
    _ finding: FindingID, by method: MeasurementMethod? = nil, relative: Double = 0, absolute: Double = 0,
    common: Double = 0, source: StaticString
  ) {
    self.finding = finding
    self.method = method
    self.relative = relative
    self.absolute = absolute
    self.common = common
    self.source = source
  }

  /// The standard deviation of a reading, in its unit.
  public func deviation(of reading: Double) -> Double {
    (relative * reading * (relative * reading) + absolute * absolute).squareRoot()
  }
}

/// One reading of one instrument.
public struct Reading: Sendable, Equatable {
  public let finding: FindingID
  /// As the instrument shows it, in the finding's catalogue unit.
  public var value: Double
  public let method: MeasurementMethod?
  /// Standard deviation that the instrument's makers and users state, in the same unit; nil where none is stated.
  public var deviation: Double?
  /// Whether it only goes into what is worked out, and is not told.
  var isAside = false

  public init(_ finding: FindingID, _ value: Double, by method: MeasurementMethod? = nil) {
    self.finding = finding
    self.value = value
    self.method = method
  }
}
