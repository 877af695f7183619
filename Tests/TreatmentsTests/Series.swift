// Published groups of patients as hearts: the means before treatment are fitted, and what treatment did is compared
// with what the fitted heart does. A treatment's figures are never part of the fit.
//
// What of these series set a treatment's constants: the fall of resistance in Chatterjee and Harshaw and of end-
// diastolic pressure in Goodman (nitroprusside), of right atrial pressure and resistance in the series of 1987
// (nitroglycerin), of systolic pressure in Dujardin (angiotensin blocker). All other changes are predictions.

import Circulation
import Findings
import Instruments
import Lesions
import Quantities
import Testing
import Treatments
import Twin

/// A group of patients before treatment.
struct Series {
  let name: String
  let mechanism: LeakMechanism
  var isAcute = false
  /// Beats a minute.
  let rate: Double
  /// m².
  var bodySurface = 1.8
  let measured: [(FindingID, Double)]

  /// The heart that explains the means best.
  func heart(_ mechanism: LeakMechanism? = nil) throws -> FittedSeries {
    var body = Body.reference
    let scale = bodySurface / body.bodySurface
    body.height *= scale.squareRoot()
    body.weight *= scale * scale.squareRoot()  // DuBois: 0.725·½ + 0.425·1½ = 1
    var start = HeartDefinition.healthy(for: body)
    start.heartRate = .perMinute(rate)
    let fit = try HeartFit(
      start: start, body: body, targets: measured.map { Target($0.0, $0.1) }, disease: KnownDisease(isAcute: isAcute),
      mechanisms: [MechanismChance(mechanism ?? self.mechanism)], suspectsLeak: true
    ).run()
    return FittedSeries(fit: fit, bodySurface: bodySurface)
  }
}

/// Such a group's heart.
struct FittedSeries {
  let fit: TwinFit
  let bodySurface: Double

  var findings: FindingValues { fit.reading.findings }

  /// What a plan changes, and what it leads to.
  func under(_ plan: TreatmentPlan) -> TreatmentOutcome {
    TreatmentOutcome.compare(fit.definition, from: fit.heart.state, bodySurface: bodySurface, with: [plan])[1]
  }

  func under(_ treatment: Treatment, _ dose: Double) -> TreatmentOutcome {
    under(TreatmentPlan(treatment, treatment.arguments(dose)))
  }
}

extension Treatment {
  /// The standard arguments but for the dose.
  func arguments(_ dose: Double, _ more: Double...) -> Arguments {
    var arguments = Arguments(standardOf: self.arguments)
    arguments[0] = dose
    for (index, value) in more.enumerated() { arguments[index + 1] = value }
    return arguments
  }
}

extension TreatmentOutcome {
  func change(_ finding: FindingID) throws -> Double { try #require(change[finding]) }
  /// Change over a published one: 1 is as measured, below zero the wrong way.
  func share(_ finding: FindingID, of published: Double) throws -> Double { try change(finding) / published }
  func value(_ finding: FindingID) throws -> Double { try #require(findings[finding]) }
  /// Change over the value before, %.
  func percent(_ finding: FindingID) throws -> Double {
    let change = try change(finding)
    return try 100 * change / (value(finding) - change)
  }
}

extension Series {
  /// Chronic regurgitation of mixed cause, n 14 (Goodman et al., Circulation 1974;50:1025).
  static let goodman = Series(
    name: "Goodman 1974", mechanism: .flail, rate: 80, bodySurface: 1.7,
    measured: [(.MAP, 88), (.mPAP, 27.4), (.PCWPv, 31.7), (.LVEDP, 16.7), (.LVEDV, 196), (.LVESV, 90), (.FSV, 46)])
  /// Severe, purely valvular, n 7 (Harshaw et al., Ann Intern Med 1975;83:312).
  static let harshaw = Series(
    name: "Harshaw 1975", mechanism: .flail, rate: 96, bodySurface: 1.75,
    measured: [(.PCWP, 29), (.LVEDP, 20), (.CI, 2.2), (.RVol, 128)])
  /// Five patients (Jpn Circ J 1982;46:433).
  static let japan = Series(
    name: "Jpn Circ J 1982", mechanism: .flail, rate: 85, bodySurface: 1.6,
    measured: [(.RVol, 74), (.CO, 4.18)])
  /// Flow turned forward by nitroprusside: the dose at which resistance falls as it did in these series, µg/kg/min.
  static let usualNitroprusside = 1.5

  /// Dysfunction of the subvalvar apparatus, n 8 (Chatterjee et al., Circulation 1973;48:684).
  static let chatterjee = Series(
    name: "Chatterjee 1973", mechanism: .flail, isAcute: true, rate: 96, bodySurface: 1.75,
    measured: [(.PCWPv, 50), (.LVEDP, 33), (.CI, 2.2), (.SVR, 1802)])
  /// Chronic regurgitation, n 10, nitroglycerin (Am J Cardiol 1987;60).
  static let venodilation = Series(
    name: "AJC 1987", mechanism: .flail, rate: 82, bodySurface: 1.8,
    measured: [
      (.MAP, 91), (.CVP, 12), (.LVEDP, 22), (.PCWPv, 34), (.FSV, 39), (.LVEDV, 248), (.LVESV, 127), (.SVR, 1986),
    ])
  /// Functional leak, n 7, nitroglycerin (Keren et al., Am Heart J 1986;112:517).
  static let keren = Series(
    name: "Keren 1986", mechanism: .tethering, rate: 85, bodySurface: 1.8,
    measured: [(.FSV, 35), (.RVol, 19), (.LVEF, 25), (.LVEDP, 25)])
  /// Leak of heart failure, n 12, dobutamine (Circulation 1989;80:306).
  static let failure = Series(
    name: "Circulation 1989", mechanism: .tethering, rate: 80, bodySurface: 1.9,
    measured: [(.FSV, 46), (.RVol, 18), (.LVEF, 25), (.LVEDP, 22)])
  /// Losartan, n 32 (Dujardin et al., Am J Cardiol 2001;87:570).
  static let dujardin = Series(
    name: "Dujardin 2001", mechanism: .flail, rate: 70, bodySurface: 1.9,
    measured: [(.SBP, 143), (.EROA, 0.43), (.RVol, 77), (.LVEF, 66)])
  /// Before a clip (Siegel et al., J Am Coll Cardiol 2011;57:1658), leak as in organic regurgitation.
  static let siegel = Series(
    name: "Siegel 2011", mechanism: .flail, rate: 88, bodySurface: 1.94,
    measured: [(.LVEDV, 172), (.LVEF, 62), (.FSV, 57), (.SVR, 1226), (.LVEDP, 11.4), (.EROA, 0.40), (.RVol, 60)])
  /// Regurgitation after infarction, in shock, n 6 (Gold et al., Circulation 1973;47:1191).
  static let gold = Series(
    name: "Gold 1973", mechanism: .flail, isAcute: true, rate: 105, bodySurface: 1.8,
    measured: [(.PCWP, 25), (.CO, 3.1), (.MAP, 70), (.LVEF, 50)])
}
