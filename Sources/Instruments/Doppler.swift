// Doppler echocardiography: inflow, ring, pulmonary vein, outflow, and the jets of the two atrioventricular valves.
//
// What it gets wrong, and by how much:
//   every speed           too low by the cosine of the angle, 1.5–6 % (`DopplerWindow`)
//   volumes               see `DopplerVolumes`
//   PASP                  4·V² of the tricuspid leak, and the right atrium's pressure guessed from the inferior vena cava
//                         as 3, 8 or 15 mmHg (Rudski et al., J Am Soc Echocardiogr 2010;23:685)
//   dP/dt                 a mean over 32 mmHg, never the steepest moment
//   pulmonary vein        one vein for all four (`DopplerVein`)

import Circulation
import Findings
import Lanes

extension Instrument {
  /// Pulsed, continuous-wave and tissue Doppler from the apex.
  public static let doppler = Instrument(
    identifier: "doppler", title: "Doppler echocardiography", accuracies: DopplerAccuracy.all
  ) { examined in
    DopplerExamination(examined).report
  }
}

/// Everything that Doppler finds in a heart.
public struct DopplerExamination: Sendable {
  public let waves: DopplerWaves
  /// The leak of the mitral valve; nil where none is seen.
  public let jet: JetTrace?
  public let report: InstrumentReport

  public init(_ examined: Examined) {
    waves = DopplerWaves(examined)
    jet = JetTrace(examined)
    report = Self.report(examined, waves, jet)
  }

  /// Pressure of the right atrium as told from the inferior vena cava, mmHg.
  static func guessedVenousPressure(_ truth: Double) -> Double { truth <= 5 ? 3 : truth <= 10 ? 8 : 15 }

  private static func report(
    _ examined: Examined, _ waves: DopplerWaves, _ jet: JetTrace?
  ) -> InstrumentReport {
    var report = InstrumentReport()
    noteFilling(&report, waves)
    report.note(.PVS, waves.vein.systolic.value)
    report.note(.PVD, waves.vein.diastolic.value)
    report.note(.PVAr, waves.vein.atrial.map { -$0.value })
    if waves.vein.diastolic.value > 0 {
      let ratio = waves.vein.systolic.value / waves.vein.diastolic.value
      report.note(.PVSD, ratio)
      report.signs[.pulmonaryVein] =
        (ratio < 0 ? PulmonaryVeinFlow.reversed : ratio < 1 ? .blunted : .systolicDominant).rawValue
    }
    report.note(.AoVmax, waves.aortic.map { -$0.value })
    if let ejection = waves.ejection {
      report.note(.LVET, 1000 * (ejection.to - ejection.from))
      report.note(.PEP, 1000 * (ejection.from - examined.beat.ventricularActivation))
      if let begin = waves.fillingBegin, begin > ejection.to { report.note(.IVRT, 1000 * (begin - ejection.to)) }
    }
    if let right = waves.tricuspid {
      report.note(.TRVmax, -right.value)
      let venous = guessedVenousPressure(examined[.CVP] ?? 5)
      report.note(.PASP, 4 * right.value * right.value + venous)
    }
    noteVolumes(&report, examined, waves, jet)
    return report
  }

  private static func noteFilling(_ report: inout InstrumentReport, _ waves: DopplerWaves) {
    report.note(.E, waves.e.value)
    report.note(.A, waves.a?.value)
    report.note(.EA, waves.a.map { waves.e.value / $0.value })
    report.note(.DT, waves.deceleration.map { 1000 * $0 })
    report.note(.MVmeanGradient, waves.meanGradient)
    report.note(.ePrime, 100 * waves.ePrime)
    report.note(.sPrime, 100 * waves.sPrime)
    if waves.ePrime > 0 { report.note(.EePrime, waves.e.value / waves.ePrime) }
    // ASE 2017: A-dominant filling speaks for a mild leak, E over 1.2 m/s for a severe one.
    let isFirst = waves.a.map { $0.value > waves.e.value } ?? false
    report.signs[.inflow] =
      (isFirst ? InflowPattern.aDominant : waves.e.value > 1.2 ? .eDominant : .variable).rawValue
  }

  private static func noteVolumes(
    _ report: inout InstrumentReport, _ examined: Examined, _ waves: DopplerWaves, _ jet: JetTrace?
  ) {
    let volumes = DopplerVolumes(examined, waves)
    if let forward = volumes.forward {
      report.note(.LVOTd, 10 * volumes.outflowDiameter)
      report.note(.LVOTVTI, waves.outflowIntegral)
      report.note(.FSV, forward, by: .continuity)
      if let rate = examined[.HR] { report.note(.CO, forward * rate / 1000, by: .continuity) }
    }
    guard let jet else { return }
    report.note(.MRVmax, jet.peak.value)
    report.note(.MRVTI, jet.integral)
    report.note(.dPdtMax, jet.riseRate)
    report.signs[.cwShape] = jet.shape.rawValue
    report.signs[.jetTiming] = jet.timing.rawValue
    // Nobody reckons the volume of a trace: the difference of two volumes would be all error.
    guard jet.shape != .faint, let leak = volumes.leak else { return }
    report.note(.RVol, leak, by: .volumetric)
    report.note(.RF, 100 * leak / volumes.filling, by: .volumetric)
    report.note(.EROA, leak / jet.integral, by: .volumetric)
  }
}
