// What each measurement would have been on another heart: read by the instrument that made it, with that instrument's
// physics and bias (`Instruments`).
//
// Which instrument: the one of the stated method. Where none is stated, nobody knows its bias, and the number is taken for
// that of the beat itself; what the beat has no number for (the width of a vena contracta) is read by the usual
// instrument, in the order of `order`.
//
// Its error: as stated; else the scatter of that instrument at that value, and where it states none the usual error of
// the method (`UsualError`); with it goes how far people's shapes differ at the same heart (`Target.shapeSpread`).

import Findings
import Instruments

/// Reads targets off hearts.
struct MeasurementModel: Sendable {
  private enum Source {
    /// The place in `instruments`, and the method of the reading.
    case instrument(Int, MeasurementMethod?)
    case beat
  }

  private let instruments: [Instrument]
  private let sources: [(finding: FindingID, source: Source)]
  /// Standard errors of the targets, in the findings' units.
  let errors: [Double]

  /// - Parameters:
  ///   - examples: hearts that between them show what can be read (a leaking one among them).
  init(_ targets: [Target], examples: [Examined]) {
    var used: [Instrument] = []
    var names: [String] = []
    var places: [(finding: FindingID, source: Source)] = []
    var errors: [Double] = []
    let reports = Self.order.map { instrument in examples.map { instrument.report($0) } }
    for target in targets {
      let isOfTheBeat =
        MeasurementMethod(rawValue: target.method) == nil && examples.contains { $0[target.finding] != nil }
      let found = isOfTheBeat ? nil : Self.source(of: target, reports)
      let error = target.statedError ?? found?.error ?? target.usualError
      errors.append((error * error + target.shapeSpread * target.shapeSpread).squareRoot())
      guard let found else {
        places.append((target.finding, .beat))
        continue
      }
      let name = Self.order[found.instrument].identifier.description
      let place = names.firstIndex(of: name) ?? names.count
      if place == names.count {
        names.append(name)
        used.append(Self.order[found.instrument])
      }
      places.append((target.finding, .instrument(place, found.method)))
    }
    instruments = used
    sources = places
    self.errors = errors
  }

  /// What would be read of a heart; nil where it does not show it.
  func readings(of heart: Examined) -> [Double?] {
    var heart = heart
    heart.readsFaintJets = true
    let reports = instruments.map { $0.reading(heart) }
    return sources.map { finding, source in
      let value: Double? =
        switch source {
        case .beat: heart[finding]
        case .instrument(let place, let method): reports[place][finding, method]
        }
      return value.flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// In the order in which they are asked where no method is stated.
  private static let order: [Instrument] = [.cuff, .echo2D, .doppler, .colourDoppler, .catheter, .mriOnAverage]

  private static func source(
    of target: Target, _ reports: [[InstrumentReport]]
  ) -> (instrument: Int, method: MeasurementMethod?, error: Double?)? {
    let stated = MeasurementMethod(rawValue: target.method)
    for isExact in stated == nil ? [false] : [true, false] {
      for (instrument, examples) in reports.enumerated() {
        for report in examples {
          let reading = report.readings.first {
            $0.finding == target.finding && (!isExact || $0.method == stated)
          }
          guard let reading else { continue }
          return (instrument, reading.method, reading.scatter(at: target.value))
        }
      }
    }
    return nil
  }
}

extension Reading {
  /// The scatter at another value: half of it is taken to grow with the value, as it does in most instruments.
  fileprivate func scatter(at other: Double) -> Double? {
    guard let deviation, value > 0 else { return deviation }
    return deviation * (0.5 + 0.5 * max(other, 0) / value)
  }
}
