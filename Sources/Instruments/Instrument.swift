// An instrument: a name, what it reads, how well. Every one is a value of this type, in a file of its own, and a line in
// the catalogue; the command, the tests and the documentation read the catalogue.

import Circulation
import Findings
import Lanes

/// A way to examine a heart.
public struct Instrument: Sendable {
  /// In commands and files, as "doppler".
  public let identifier: StaticString
  /// For people, as "Doppler echocardiography".
  public let title: StaticString
  /// The scatter of its readings; findings that are not listed are read without scatter (signs, counts).
  public let accuracies: [Accuracy]
  /// What it shows of a heart, biased as the instrument is, without scatter.
  private let look: @Sendable (Examined) -> InstrumentReport

  public init(
    identifier: StaticString, title: StaticString, accuracies: [Accuracy],
    look: @escaping @Sendable (Examined) -> InstrumentReport
  ) {
    self.identifier = identifier
    self.title = title
    self.accuracies = accuracies
    self.look = look
  }

  /// Reads a heart.
  ///
  /// - Parameter seed: of the scatter; nil: none. The same seed gives the same readings, whatever other instruments
  ///   are used beside this one. What is read twice (two methods, one finding) scatters twice.
  public func report(_ examined: Examined, seed: UInt64? = nil) -> InstrumentReport {
    var report = look(examined)
    report.readings.removeAll { !$0.value.isFinite }
    for (place, reading) in report.readings.enumerated() {
      guard let accuracy = accuracies.first(where: { $0.finding == reading.finding }) else { continue }
      let deviation = accuracy.deviation(of: reading.value)
      report.readings[place].deviation = deviation
      guard let seed else { continue }
      var random = RandomNumbers(seed: stream(seed, reading))
      // A size is never below a twentieth of itself, however unlucky the draw.
      let scattered = reading.value + deviation * random.normal()
      report.readings[place].value = reading.value > 0 ? max(scattered, 0.05 * reading.value) : scattered
    }
    return report
  }

  /// A seed of its own for each instrument, finding and method.
  private func stream(_ seed: UInt64, _ reading: Reading) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    identifier.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    for byte in reading.finding.identifier.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in (reading.method?.rawValue ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mix = RandomNumbers(seed: hash ^ seed)
    return mix.next()
  }
}

/// What an instrument shows of a heart.
public struct InstrumentReport: Sendable, Equatable {
  public var readings: [Reading] = []
  /// What is seen rather than measured.
  public var signs = QualitativeValues()

  public init() {}

  /// Adds a reading where there is a value.
  public mutating func note(_ finding: FindingID, _ value: Double?, by method: MeasurementMethod? = nil) {
    if let value { readings.append(Reading(finding, value, by: method)) }
  }

  /// The first reading of a finding.
  public subscript(_ finding: FindingID) -> Double? { readings.first { $0.finding == finding }?.value }
}

/// The instruments there are.
public enum InstrumentCatalogue {
  public static let all: [Instrument] = [.stethoscope]

  public static func find(_ identifier: String) -> Instrument? {
    all.first { instrument in
      instrument.identifier.withUTF8Buffer { identifier.utf8.elementsEqual($0) }
    }
  }
}
