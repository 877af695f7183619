// The cuff on the upper arm. It does not see the aorta: pressure waves grow on their way to the arm (systolic 8 mmHg
// higher, diastolic 1 mmHg lower than in the aorta), and a cuff reads 5.7 mmHg below the artery's systolic and 5.5 mmHg
// above its diastolic pressure. Against the aorta that leaves a systolic pressure that is right on average (+0.3 mmHg)
// and a diastolic one 4.5 mmHg high (Picone et al., J Am Coll Cardiol 2017;70:572; 74 studies, 3,073 people). In the
// older the errors are larger (Picone et al., Hypertension 2020), which is left out.

import Circulation
import Findings
import Lanes

extension Instrument {
  /// The arm cuff: systolic and diastolic pressure.
  public static let cuff = Instrument(
    identifier: "cuff", title: "Arm cuff",
    accuracies: [
      Accuracy(
        .SBP, absolute: 10,
        source: "Picone 2017: mean absolute difference from the aorta 8.0 mmHg, of normal errors with SD 10"),
      Accuracy(.DBP, absolute: 8, source: "the largest SD that ISO 81060-2 (2018) lets a cuff have"),
    ],
    derive: { report, _ in
      guard let systolic = report[.SBP], let diastolic = report[.DBP] else { return }
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
  public static let systolicBias = 0.3
  public static let diastolicBias = 4.5
}
