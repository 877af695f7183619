// The cuff on the upper arm. It does not see the aorta: pressure waves grow on their way to the arm (systolic 8 mmHg
// higher, diastolic 1 mmHg lower than in the aorta), and a cuff reads 5.7 mmHg below the artery's systolic and 5.5 mmHg
// above its diastolic pressure. Against the aorta that leaves a systolic pressure that is right on average (+0.3 mmHg)
// and a diastolic one 4.5 mmHg high (Picone et al., J Am Coll Cardiol 2017;70:572; 74 studies, 3,073 people). In the
// older the errors are larger (Picone et al., Hypertension 2020), which is left out.
//
// Both pressures are read by one cuff from one arm within half a minute: what is wrong with its size, its place or the
// moment shifts both. So 0.8 of the variance is common to both; the pulse pressure then scatters by 6 mmHg (√(10² + 8² −
// 2·0.8·10·8)) instead of 13. The share is chosen so that the pulse between them is kept in the sick as well
// (`aCuffNeverReadsADiastolicPressureAboveTheSystolic`). Sounds come before they go: a pulse is never read below a
// quarter of the aorta's.

import Circulation
import Findings
import Lanes

extension Instrument {
  /// The arm cuff: systolic and diastolic pressure.
  public static let cuff = Instrument(
    identifier: "cuff", title: "Arm cuff",
    accuracies: [
      Accuracy(
        .SBP, absolute: 10, common: Cuff.common,
        source: "Picone 2017: mean absolute difference from the aorta 8.0 mmHg, of normal errors with SD 10"),
      Accuracy(
        .DBP, absolute: 8, common: Cuff.common, source: "the largest SD that ISO 81060-2 (2018) lets a cuff have"),
    ],
    derive: { report, examined in
      guard let high = report[.SBP], let low = report[.DBP] else { return }
      let least = max(0.25 * ((examined[.SBP] ?? 0) - (examined[.DBP] ?? 0)), 2)
      // Both give way where too little is left between them.
      let lacking = max(least - (high - low), 0)
      let (systolic, diastolic) = (high + 0.5 * lacking, low - 0.5 * lacking)
      if lacking > 0 {
        report.set(.SBP, systolic)
        report.set(.DBP, diastolic)
      }
      // What a chart shows: a third of the pulse above the diastolic pressure.
      report.note(.MAP, diastolic + (systolic - diastolic) / 3, by: .cuff)
    }
  ) { examined in
    var report = InstrumentReport()
    report.note(.SBP, examined[.SBP].map { $0 + Cuff.systolicBias }, by: .cuff)
    report.note(.DBP, examined[.DBP].map { $0 + Cuff.diastolicBias }, by: .cuff)
    return report
  }
}

/// What a cuff adds to the aorta's pressures, mmHg.
public enum Cuff {
  /// The share of the variance that both pressures have in common.
  static let common = 0.8
  public static let systolicBias = 0.3
  public static let diastolicBias = 4.5
}
