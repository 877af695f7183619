// The catheter as an instrument of the catalogue: pressures by the fluid-filled line, output by cold and by oxygen, the
// ventriculogram's volumes and grade; and what is worked out from these: resistances, indices, the leak.
//
// Scatter of pressures: the transducer within ±1 mmHg ±1 % (ANSI/AAMI BP22 [m]), its zero levelled with the heart
// within 2 cm, 1.5 mmHg. The zero is one for all pressures of a study: 1.5² of 1.8² are common to them, so that a gradient
// errs by less than a pressure. [m]: known from the literature and not looked up again.

import Circulation
import Findings
import Lanes

extension Instrument {
  /// Right and left heart catheter with the standard line, without crossing the septum.
  public static let catheter = catheter(CatheterSettings())

  /// The same as set.
  public static func catheter(_ settings: CatheterSettings) -> Instrument {
    Instrument(
      identifier: "catheter", title: "Cardiac catheter", accuracies: pressureAccuracies + outputAccuracies,
      derive: { report, examined in report.workOutCatheter(examined) }
    ) { examined in
      var report = InstrumentReport()
      report.readPressures(CatheterStudy(readingsOf: examined, settings: settings))
      report.readOutput(examined, settings)
      report.readAngiogram(examined)
      return report
    }
  }

  private static var pressureAccuracies: [Accuracy] {
    [.CVP, .PASP, .PADP, .mPAP, .PCWP, .PCWPv, .LVSP, .LVEDP, .SBP, .DBP, .MAP, .LAPmean, .LAPv].map {
      Accuracy(
        $0, relative: 0.01, absolute: 1.8, common: 0.69,
        source: "ANSI/AAMI BP22:1994: 1 mmHg and 1 %; zero level within 2 cm: 1.5 mmHg")
    }
  }

  private static var outputAccuracies: [Accuracy] {
    [
      Accuracy(.dPdtMax, relative: 0.1, source: "chosen: fluid-filled lines against tip transducers, some 10 %"),
      Accuracy(.CO, relative: 0.1, source: "Stetz et al., Am Rev Respir Dis 1982;126:1001"),
      Accuracy(.LVEDV, relative: 0.08, source: "Cohn et al., Am Heart J 1974;88:713: repeated angiograms [m]"),
      Accuracy(.LVEF, absolute: 4, source: "Cohn et al., Am Heart J 1974;88:713: repeated angiograms [m]"),
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
    let cold = Thermodilution.output(of: examined)
    let fick = FickOutput(examined, uptake: settings.oxygenUptake.map { .stated($0) } ?? .laFarge).output
    note(.CO, cold, by: .thermodilution)
    note(.CO, fick, by: .fick)
  }

  mutating func readAngiogram(_ examined: Examined) {
    let film = Angiogram(readingsOf: examined)
    note(.LVEDV, film.endDiastolicVolume, by: .catheter)
    note(.LVEF, film.ejectionFraction, by: .catheter)
    // 3+ and 4+ are severe (ACC/AHA 2020: angiographic grade 3–4+), 1+ and 2+ less.
    let words: [GradeWord] = [.none, .mild, .moderate, .severe, .severe]
    signs[.MRgrade] = words[film.grade].rawValue
    remark(film.grounds(atrium: examined[.LAVmax] ?? 0))
  }

  /// What a laboratory works out from what it measured.
  mutating func workOutCatheter(_ examined: Examined) {
    guard let output = self[.CO, .thermodilution], output > 0 else { return }
    note(.CI, output / examined.body.bodySurface, by: .thermodilution)
    if let arterial = self[.MAP], let venous = self[.CVP] {
      note(.SVR, 80 * (arterial - venous) / output, by: .thermodilution)
    }
    if let pulmonary = self[.mPAP], let wedge = self[.PCWP] {
      note(.PVR, (pulmonary - wedge) / output, by: .thermodilution)
    }
    guard let volume = self[.LVEDV], let fraction = self[.LVEF] else { return }
    let stroke = volume * fraction / 100
    note(.LVESV, volume - stroke, by: .catheter)
    // The ventricle's stroke less what the cold says goes forward; a difference below nothing is no leak.
    let leak = max(stroke - 1000 * output / examined.countedRate, 0)
    note(.RVol, leak, by: .catheter)
    note(.RF, 100 * leak / stroke, by: .catheter)
  }
}
