// Doppler echocardiography: inflow, ring, pulmonary vein, outflow, and the jets of the two atrioventricular valves.
//
// What it gets wrong, and by how much:
//   every speed           too low by the cosine of the angle, 1.5–6 % (`DopplerWindow`)
//   volumes               see `DopplerVolumes`
//   PASP                  4·V² of the tricuspid leak, and the right atrium's pressure guessed from the inferior vena cava
//                         as 3, 8 or 15 mmHg (Rudski et al., J Am Soc Echocardiogr 2010;23:685). The cava tells the class
//                         no better than a pressure known to 5 mmHg would: within the classes that it tells apart the
//                         atrium has 6 ± 5 and 15 ± 6 mmHg (Kircher et al., Am J Cardiol 1990;66:493), and a third of
//                         guesses is right in patients sent for a catheter (Magnino et al., Am J Cardiol 2017;120:1667)
//   narrow, artificial    half-time, areas, velocity index: `NarrowMitralValve`
//   dP/dt                 the steepest rise of 4·V² along the jet's envelope, low by its angle (`JetTrace`)
//   pulmonary vein        one vein for all four (`DopplerVein`)

import Circulation
import Findings
import Lanes

extension Instrument {
  /// Pulsed, continuous-wave and tissue Doppler from the apex.
  public static let doppler = Instrument(
    identifier: "doppler", title: "Doppler echocardiography", accuracies: DopplerAccuracy.all,
    derive: DopplerExamination.workOut
  ) { examined in
    DopplerExamination(examined).measured
  }
}

/// Everything that Doppler finds in a heart.
public struct DopplerExamination: Sendable {
  public let waves: DopplerWaves
  /// The leak of the mitral valve; nil where none is seen.
  public let jet: JetTrace?
  /// What is read off the screens.
  let measured: InstrumentReport
  /// That, and what is worked out from it.
  public let report: InstrumentReport

  public init(_ examined: Examined) {
    waves = DopplerWaves(examined)
    jet = JetTrace(examined)
    measured = Self.measured(examined, waves, jet)
    var whole = measured
    Self.workOut(&whole, examined)
    whole.readings.removeAll { $0.isAside }
    report = whole
  }

  /// Pressure of the right atrium as told from the inferior vena cava, mmHg, that looks as at a pressure.
  static func guessedVenousPressure(_ seen: Double) -> Double { seen <= 5 ? 3 : seen <= 10 ? 8 : 15 }

  private static func measured(
    _ examined: Examined, _ waves: DopplerWaves, _ jet: JetTrace?
  ) -> InstrumentReport {
    var report = InstrumentReport()
    noteFilling(&report, waves)
    report.note(.PVS, waves.vein.systolic)
    report.note(.PVD, waves.vein.diastolic.value)
    report.note(.PVAr, waves.vein.atrial.map { -$0.value })
    if let aortic = waves.aortic {
      report.note(.AoVmax, -aortic.value)
    } else {
      report.remark("The aortic valve does not open in this beat.")
    }
    if let ejection = waves.ejection {
      report.note(.LVET, 1000 * (ejection.to - ejection.from))
      report.note(.PEP, 1000 * (ejection.from - examined.beat.ventricularActivation))
      if let begin = waves.fillingBegin, begin > ejection.to { report.note(.IVRT, 1000 * (begin - ejection.to)) }
    }
    if let right = waves.tricuspid {
      report.note(.TRVmax, -right.value)
      report.noteAside(.CVP, examined[.CVP])
    } else {
      report.remark("No tricuspid jet is seen: the pulmonary pressure cannot be told.")
    }
    noteVolumes(&report, examined, waves, jet)
    report.noteNarrowValve(examined, waves, jet)
    return report
  }

  private static func noteFilling(_ report: inout InstrumentReport, _ waves: DopplerWaves) {
    report.note(.E, waves.e.value)
    report.note(.A, waves.a?.value)
    report.note(.DT, waves.deceleration.map { 1000 * $0 })
    report.note(.MVmeanGradient, waves.meanGradient)
    report.note(.ePrime, 100 * waves.ePrime)
    report.note(.sPrime, 100 * waves.sPrime)
    if waves.a == nil { report.remark("No A wave is seen.") }
    if waves.a != nil, waves.vein.atrial == nil {
      report.remark("No Ar wave can be read in the pulmonary vein.")
    }
    // ASE 2017: A-dominant filling speaks for a mild leak, E over 1.2 m/s for a severe one.
    let isFirst = waves.a.map { $0.value > waves.e.value } ?? false
    report.signs[.inflow] =
      (isFirst ? InflowPattern.aDominant : waves.e.value > 1.2 ? .eDominant : .variable).rawValue
  }

  private static func noteVolumes(
    _ report: inout InstrumentReport, _ examined: Examined, _ waves: DopplerWaves, _ jet: JetTrace?
  ) {
    let volumes = DopplerVolumes(examined, waves)
    if volumes.forward != nil {
      report.note(.LVOTd, 10 * volumes.outflowDiameter)
      report.note(.LVOTVTI, waves.outflowIntegral)
    }
    // Nobody reckons the volume of a trace: the difference of two volumes would be all error.
    if volumes.forward != nil, examined.readsFaintJets || (jet.map { $0.shape != .faint } ?? false) {
      report.note(.SV, volumes.filling, by: .volumetric)
    }
    guard let jet else { return report.remark("No mitral jet is seen.") }
    report.note(.MRVmax, jet.peak.value)
    report.note(.MRVTI, jet.integral)
    report.note(.dPdtMax, jet.riseRate)
    report.signs[.cwShape] = jet.shape.rawValue
    report.signs[.jetTiming] = jet.timing.rawValue
    if jet.shape == .faint { report.remark("The mitral jet is too faint for its volume to be worked out.") }
  }

  /// What a laboratory works out from what it measured.
  @Sendable static func workOut(_ report: inout InstrumentReport, _ examined: Examined) {
    workOutWaves(&report, examined)
    workOutVolumes(&report, examined)
    report.workOutNarrowValve(examined)
  }

  private static func workOutWaves(_ report: inout InstrumentReport, _ examined: Examined) {
    if let e = report[.E] {
      report.note(.EA, report[.A].map { e / $0 })
      if let ring = report[.ePrime], ring > 0 { report.note(.EePrime, 100 * e / ring) }
    }
    if let systolic = report[.PVS], let diastolic = report[.PVD], diastolic > 0 {
      let ratio = systolic / diastolic
      report.note(.PVSD, ratio)
      report.signs[.pulmonaryVein] =
        (ratio < 0 ? PulmonaryVeinFlow.reversed : ratio < 1 ? .blunted : .systolicDominant).rawValue
    }
    if let right = report[.TRVmax], let cava = report[.CVP] {
      report.note(.PASP, 4 * right * right + guessedVenousPressure(cava))
    }
  }

  private static func workOutVolumes(_ report: inout InstrumentReport, _ examined: Examined) {
    guard let diameter = report[.LVOTd], let integral = report[.LVOTVTI] else { return }
    let forward = DopplerVolumes.volume(diameter: 0.1 * diameter, integral: integral)
    report.note(.FSV, forward, by: .continuity)
    report.note(.CO, forward * examined.countedRate / 1000, by: .continuity)
    guard let filling = report[.SV, .volumetric], filling > forward || examined.readsFaintJets else { return }
    report.note(.RVol, filling - forward, by: .volumetric)
    report.note(.RF, 100 * (filling - forward) / filling, by: .volumetric)
    if let jet = report[.MRVTI] { report.note(.EROA, (filling - forward) / jet, by: .volumetric) }
  }
}
