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
  /// The instrument whose draws of scatter it shares: what both read is one reading. Its own where nil.
  private let scatterOf: StaticString?
  /// What it shows of a heart, biased as the instrument is, without scatter.
  private let look: @Sendable (Examined) -> InstrumentReport
  /// Adds what is worked out from the readings, so that their errors run on into it.
  private let derive: (@Sendable (inout InstrumentReport, Examined) -> Void)?

  /// - Parameters:
  ///   - sharesScatter: the identifier of an instrument that reads the same screens: what both read scatters alike.
  ///   - derive: adds to a report what the examiner works out from what was read (a fraction of two volumes). It runs
  ///     after the scatter; what it adds scatters no further, and its standard deviation follows from the readings'.
  public init(
    identifier: StaticString, title: StaticString, accuracies: [Accuracy], sharesScatter: StaticString? = nil,
    derive: (@Sendable (inout InstrumentReport, Examined) -> Void)? = nil,
    look: @escaping @Sendable (Examined) -> InstrumentReport
  ) {
    self.identifier = identifier
    self.title = title
    self.accuracies = accuracies
    scatterOf = sharesScatter
    self.derive = derive
    self.look = look
  }

  /// Reads a heart.
  ///
  /// - Parameter seed: of the scatter; nil: none. The same seed gives the same readings, whatever other instruments
  ///   are used beside this one. What is read twice (two methods, one finding) scatters twice.
  public func report(_ examined: Examined, seed: UInt64? = nil) -> InstrumentReport {
    var report = look(examined)
    report.readings.removeAll { !$0.value.isFinite }
    let exact = report
    for (place, reading) in report.readings.enumerated() {
      guard let accuracy = accuracy(of: reading) else { continue }
      let deviation = accuracy.deviation(of: reading.value)
      report.readings[place].deviation = deviation
      guard let seed else { continue }
      var random = RandomNumbers(seed: stream(seed, reading))
      var together = RandomNumbers(seed: stream(seed, nil))
      let deviate =
        accuracy.common.squareRoot() * together.normal() + (1 - accuracy.common).squareRoot() * random.normal()
      report.readings[place].value = Self.possible(reading.value + deviation * deviate, for: reading)
    }
    if let derive {
      derive(&report, examined)
      report.readings.removeAll { !$0.value.isFinite }
      stateDerivedDeviations(&report, exact, examined, derive)
    }
    report.readings.removeAll { $0.isAside }
    return report
  }

  /// However unlucky the draw, a reading stays within what its finding may be at all, and one that cannot change its sign
  /// is never below a twentieth of itself. (What is outside without scatter is drawn no further out.)
  private static func possible(_ scattered: Double, for exact: Reading) -> Double {
    let allowed = exact.finding.spec.allowed
    let least = allowed.lowerBound < 0 ? allowed.lowerBound : max(allowed.lowerBound, 0.05 * exact.value)
    return min(max(scattered, min(least, exact.value)), max(allowed.upperBound, exact.value))
  }

  /// The scatter of a reading: that of its method, else that of its finding.
  private func accuracy(of reading: Reading) -> Accuracy? {
    let own = accuracies.first { $0.finding == reading.finding && $0.method != nil && $0.method == reading.method }
    return own ?? accuracies.first { $0.finding == reading.finding && $0.method == nil }
  }

  /// Standard deviations of what is worked out: each reading is moved by its own up and down; half the changes are added
  /// as squares, but what the readings have in common moves them together.
  private func stateDerivedDeviations(
    _ report: inout InstrumentReport, _ exact: InstrumentReport, _ examined: Examined,
    _ derive: @Sendable (inout InstrumentReport, Examined) -> Void
  ) {
    var squares = [Double](repeating: 0, count: report.readings.count)
    var together = squares
    for place in exact.readings.indices {
      guard let deviation = report.readings[place].deviation else { continue }
      let common = accuracy(of: exact.readings[place])?.common ?? 0
      var (more, less) = (exact, exact)
      more.readings[place].value += deviation
      less.readings[place].value -= deviation
      derive(&more, examined)
      derive(&less, examined)
      for index in exact.readings.count..<squares.count {
        let reading = report.readings[index]
        guard let up = more[reading.finding, reading.method], let down = less[reading.finding, reading.method] else {
          continue
        }
        let change = 0.5 * (up - down)
        squares[index] += (1 - common) * change * change
        together[index] += common.squareRoot() * change
      }
    }
    for index in exact.readings.count..<squares.count {
      let variance = squares[index] + together[index] * together[index]
      if variance > 0 { report.readings[index].deviation = variance.squareRoot() }
    }
  }

  /// A seed of its own for each instrument, finding and method; without a reading, for what all readings of the
  /// instrument have in common.
  private func stream(_ seed: UInt64, _ reading: Reading?) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    (scatterOf ?? identifier).withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    for byte in (reading?.finding.identifier ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in (reading?.method?.rawValue ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mix = RandomNumbers(seed: hash ^ seed)
    return mix.next()
  }
}

/// What an instrument shows of a heart.
public struct InstrumentReport: Sendable, Equatable {
  public var readings: [Reading] = []
  /// What is seen rather than measured.
  public var signs = QualitativeValues()
  /// What is said beside the readings, in sentences: mostly what was looked for and not found.
  public private(set) var remarks: [Remark] = []

  public init() {}

  /// Adds a sentence.
  public mutating func remark(_ text: String) { remarks.append(Remark(text: text)) }

  /// A sentence of a report.
  public struct Remark: Sendable, Equatable {
    public let text: String

    public static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
  }

  /// Adds a reading where there is a value.
  public mutating func note(_ finding: FindingID, _ value: Double?, by method: MeasurementMethod? = nil) {
    if let value { readings.append(Reading(finding, value, by: method)) }
  }

  /// Adds what is judged by eye and goes into what is worked out; it scatters like a reading and is not told.
  mutating func noteAside(_ finding: FindingID, _ value: Double?) {
    guard let value else { return }
    var reading = Reading(finding, value)
    reading.isAside = true
    readings.append(reading)
  }

  /// Widens the scatter that is stated of a rate by that of counting uneven beats over a strip. The count itself needs no
  /// draw: which beats fall into the strip is chance enough.
  mutating func widenRate(_ strip: Strip) {
    guard let place = readings.firstIndex(where: { $0.finding == .HR }), let own = readings[place].deviation,
      let uneven = strip.counted?.deviation
    else { return }
    readings[place].deviation = (own * own + uneven * uneven).squareRoot()
  }

  /// Corrects the first reading of a finding.
  mutating func set(_ finding: FindingID, _ value: Double) {
    guard let place = readings.firstIndex(where: { $0.finding == finding }) else { return }
    readings[place].value = value
  }

  /// The reading of a finding by one method.
  public subscript(_ finding: FindingID, _ method: MeasurementMethod?) -> Double? {
    readings.first { $0.finding == finding && $0.method == method }?.value
  }

  /// The first reading of a finding.
  public subscript(_ finding: FindingID) -> Double? { readings.first { $0.finding == finding }?.value }
}

/// The instruments there are.
public enum InstrumentCatalogue {
  public static let all: [Instrument] = [
    .cuff, .electrocardiogram, .chestFilm, .echo2D, .doppler, .colourDoppler, .mri, .catheter, .stethoscope,
  ]

  public static func find(_ identifier: String) -> Instrument? {
    all.first { instrument in
      instrument.identifier.withUTF8Buffer { identifier.utf8.elementsEqual($0) }
    }
  }
}
