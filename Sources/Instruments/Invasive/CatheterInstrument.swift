// The catheter as an instrument of the catalogue: pressures by the fluid-filled line, output by cold and by oxygen,
// resistances from these, the ventriculogram's volumes and grade.
//
// Scatter of pressures: the transducer within ±1 mmHg ±1 % (ANSI/AAMI BP22 [m]), its zero levelled with the heart
// within 2 cm, 1.5 mmHg. [m]: known from the literature and not looked up again.

import Circulation
import Findings
import Lanes

extension Instrument {
  /// Right and left heart catheter with the standard line, without crossing the septum.
  public static let catheter = catheter(CatheterSettings())

  /// The same as set.
  public static func catheter(_ settings: CatheterSettings) -> Instrument {
    Instrument(
      identifier: "catheter", title: "Cardiac catheter", accuracies: pressureAccuracies + outputAccuracies
    ) { examined in
      var report = InstrumentReport()
      report.readPressures(CatheterStudy(examined, settings: settings))
      report.readOutput(examined, settings)
      report.readAngiogram(examined)
      return report
    }
  }

  private static var pressureAccuracies: [Accuracy] {
    [.CVP, .PASP, .PADP, .mPAP, .PCWP, .PCWPv, .LVSP, .LVEDP, .SBP, .DBP, .MAP, .LAPmean, .LAPv].map {
      Accuracy(
        $0, relative: 0.01, absolute: 1.8,
        source: "ANSI/AAMI BP22:1994: 1 mmHg and 1 %; zero level within 2 cm: 1.5 mmHg")
    }
  }

  private static var outputAccuracies: [Accuracy] {
    [
      Accuracy(.dPdtMax, relative: 0.1, source: "chosen: fluid-filled lines against tip transducers, some 10 %"),
      Accuracy(.CO, relative: 0.1, source: "Stetz et al., Am Rev Respir Dis 1982;126:1001"),
      Accuracy(.CI, relative: 0.1, source: "as the output's"),
      Accuracy(.SVR, relative: 0.11, source: "the output's 10 % and the pressures' 3 %"),
      Accuracy(
        .PVR, relative: 0.15, absolute: 0.4, source: "the output's 10 %, and 2.5 mmHg of a difference at 5 L/min"),
      Accuracy(.LVEDV, relative: 0.08, source: "Cohn et al., Am Heart J 1974;88:713: repeated angiograms [m]"),
      Accuracy(.LVESV, relative: 0.10, source: "Cohn et al., Am Heart J 1974;88:713: repeated angiograms [m]"),
      Accuracy(.LVEF, absolute: 4, source: "Cohn et al., Am Heart J 1974;88:713: repeated angiograms [m]"),
      Accuracy(.RVol, absolute: 17, source: "difference of two strokes, 8 % of 150 mL and 10 % of 80 mL"),
      Accuracy(.RF, absolute: 10, source: "the same, over the angiographic stroke"),
    ]
  }
}

extension InstrumentReport {
  mutating func readPressures(_ study: CatheterStudy) {
    note(.CVP, study.mean(.rightAtrium), by: .catheter)
    note(.PASP, study.peak(.pulmonaryArtery), by: .catheter)
    note(.PADP, study.trough(.pulmonaryArtery), by: .catheter)
    note(.mPAP, study.mean(.pulmonaryArtery), by: .catheter)
    note(.PCWP, study.mean(.wedge), by: .catheter)
    note(.PCWPv, study.wave("v", at: .wedge), by: .catheter)
    note(.LVSP, study.peak(.leftVentricle), by: .catheter)
    note(.LVEDP, study.endDiastolicPressure, by: .catheter)
    note(.SBP, study.peak(.aorta), by: .catheter)
    note(.DBP, study.trough(.aorta), by: .catheter)
    note(.MAP, study.mean(.aorta), by: .catheter)
    note(.dPdtMax, study.steepestRise, by: .catheter)
    guard study.settings.isTransseptal else { return }
    note(.LAPmean, study.mean(.leftAtrium), by: .catheter)
    note(.LAPv, study.wave("v", at: .leftAtrium), by: .catheter)
  }

  mutating func readOutput(_ examined: Examined, _ settings: CatheterSettings) {
    let cold = Thermodilution(examined).output
    let fick = FickOutput(examined, uptake: settings.oxygenUptake.map { .stated($0) } ?? .laFarge).output
    note(.CO, cold, by: .thermodilution)
    note(.CO, fick, by: .fick)
    if let surface = examined[.BSA] { note(.CI, cold / surface, by: .thermodilution) }
    if let arterial = self[.MAP], let venous = self[.CVP] {
      note(.SVR, 80 * (arterial - venous) / cold, by: .thermodilution)
    }
    if let pulmonary = self[.mPAP], let wedge = self[.PCWP] {
      note(.PVR, (pulmonary - wedge) / cold, by: .thermodilution)
    }
  }

  mutating func readAngiogram(_ examined: Examined) {
    let film = Angiogram(examined)
    note(.LVEDV, film.endDiastolicVolume, by: .catheter)
    note(.LVESV, film.endSystolicVolume, by: .catheter)
    note(.LVEF, film.ejectionFraction, by: .catheter)
    // The ventricle's stroke less what the cold says goes forward.
    if let output = self[.CO], let rate = examined[.HR] {
      let leak = film.strokeVolume - 1000 * output / rate
      note(.RVol, max(leak, 0), by: .catheter)
      note(.RF, max(100 * leak / film.strokeVolume, 0), by: .catheter)
    }
    // 3+ and 4+ are severe (ACC/AHA 2020: angiographic grade 3–4+), 1+ and 2+ less.
    let words: [GradeWord] = [.none, .mild, .moderate, .severe, .severe]
    signs[.MRgrade] = words[film.grade].rawValue
    remark(film.grounds(atrium: examined[.LAVmax] ?? 0))
  }
}
