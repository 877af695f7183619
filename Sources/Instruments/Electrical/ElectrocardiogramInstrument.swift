// The electrocardiogram as an instrument of the catalogue. Seven machines' programs that read the same recordings were,
// three times out of four, within 4–6 ms (PR) and 4–8 ms (QRS) of their common value (De Bie et al., J Electrocardiol
// 2020;63:75); a normal deviate is so far off at 1.15 standard deviations.

import Findings
import Circulation

extension Instrument {
  /// Twelve leads for ten seconds.
  public static let electrocardiogram = Instrument(
    identifier: "ecg", title: "Electrocardiogram",
    accuracies: [
      Accuracy(.HR, absolute: 1, source: "ten seconds of beats counted; a beat more or less than the mean of a minute"),
      Accuracy(.PR, absolute: 4.3, source: "De Bie et al., J Electrocardiol 2020;63:75: three in four within 4–6 ms"),
      Accuracy(.QRS, absolute: 5.2, source: "De Bie et al., J Electrocardiol 2020;63:75: three in four within 4–8 ms"),
    ],
    // Uneven beats: the mean of ten seconds is not that of minutes.
    derive: { report, examined in report.widenRate(Strip(examined, duration: 10)) }
  ) { examined in
    let reading = ElectrocardiogramReading(examined)
    var report = InstrumentReport()
    report.note(.HR, reading.rate)
    report.note(.PR, reading.pr)
    report.note(.QRS, reading.qrs)
    report.signs.say(reading.isLBBB, for: .LBBB)
    return report
  }
}
