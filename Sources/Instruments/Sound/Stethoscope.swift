// The stethoscope among the instruments: what of its findings goes into a case. It counts the beats and tells when in
// systole the valve is heard to leak; what else is heard stands in `Auscultation`.

import Circulation
import Findings
import Lanes

extension Instrument {
  /// Counted over 15 s, which in an uneven rhythm are the first of the beats there are: a beat more or less is 4 a
  /// minute at the ends, 1.2 (4/√12) as a standard deviation of rounding.
  public static let stethoscope = Instrument(
    identifier: "stethoscope", title: "Stethoscope",
    accuracies: [
      Accuracy(.HR, absolute: 1.2, source: "beats counted over 15 s: evenly spread over 4 /min")
    ],
    derive: { report, examined in report.widenRate(counted(examined)) }
  ) { examined in
    var report = InstrumentReport()
    let heard = Auscultation(examined, at: .apex)
    report.note(.HR, counted(examined).counted?.rate ?? heard.rate)
    guard let leak = heard[MurmurSource(.mitral, forward: false)], leak.grade > 0, let timing = leak.timing else {
      return report
    }
    switch timing {
    case .holosystolic: report.signs[.jetTiming] = JetTiming.holosystolic.rawValue
    case .earlySystolic: report.signs[.jetTiming] = JetTiming.early.rawValue
    case .lateSystolic: report.signs[.jetTiming] = JetTiming.midLate.rawValue
    default: break
    }
    return report
  }

  /// The 15 s over which beats are counted.
  private static func counted(_ examined: Examined) -> Strip { Strip(examined, duration: 15) }
}
