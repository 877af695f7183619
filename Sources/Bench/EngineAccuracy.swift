// The price of the step: how far findings at the default step are from what they converge to.

import Quantities
import Circulation
import Findings
import Instruments
import Quantities

/// The error of the findings at the default time step.
///
/// A heart with a leak of 0.7 cm² is settled as anybody's heart is, at the default step and with the default search for
/// the periodic beat, and again at a sixteenth of the step, where errors are 256 times smaller, and with a stricter
/// search; every finding that follows from the beat is read off both by the same instrument. The error is the
/// difference over the converged value. A difference below the finding's floor counts as none: near zero a share says
/// nothing, and no examiner tells such differences.
public struct EngineAccuracy: Sendable {
  /// Largest error, %, and the finding that has it.
  public let worstPercent: Double
  public let worstFinding: FindingID
  /// Every error, % (before floors are applied).
  public let percent: FindingValues

  /// - Parameter refinement: how many times smaller the step is that stands for the converged beat.
  public static func measured(leakArea: Double = 0.7, refinement: Int = 16) -> EngineAccuracy {
    let heart = BenchHearts.leaking(leakArea)
    let steps = TimeStep.stepsPerBeat(cycle: 1 / heart.heartRate.perSecond)
    let coarse = findings(heart, steps: steps, search: PeriodicSearch())
    var strict = PeriodicSearch()
    strict.tolerance = 1e-9
    let converged = findings(heart, steps: refinement * steps, search: strict)
    var percent = FindingValues()
    var worst = (percent: 0.0, finding: FindingID.LVEDV)
    for id in converged.present {
      guard let right = converged[id], let value = coarse[id], right != 0 else { continue }
      let error = (value - right).magnitude
      percent[id] = 100 * error / right.magnitude
      if error > floor(id), 100 * error / right.magnitude > worst.percent {
        worst = (100 * error / right.magnitude, id)
      }
    }
    return EngineAccuracy(worstPercent: worst.percent, worstFinding: worst.finding, percent: percent)
  }

  private static func findings(_ heart: HeartDefinition, steps: Int, search: PeriodicSearch) -> FindingValues {
    BeatReading(heart.settled(stepsPerBeat: steps, search: search).beat, of: heart, bodySurface: 1.93).findings
  }

  /// What a finding may be off at the usual step where half a per cent of it would be less: an amount that no examiner
  /// sees, in the finding's unit. The tests hold every finding to this.
  public static func floor(_ id: FindingID) -> Double {
    switch id {
    // A thousandth of a second of a tracing is not read; half of one is allowed.
    case .LVET, .PEP, .DT, .tau: 0.5
    // It begins where LVET ends, and is short by as much as that is long: 0.56 ms in this heart at the usual step.
    case .IVRT: 0.6
    // A healthy valve lets back a tenth of a millilitre; a twentieth of one is nothing to see, nor the same in per
    // cent.
    case .RVol, .closingVolume, .RF: 0.05
    // Doppler is read to a centimetre a second; half of one.
    case .E, .A, .AoVmax, .MRVmax, .TRVmax: 0.005
    // E over A where A is small: what half a centimetre a second of A makes of a ratio of 4.
    case .EA: 0.05
    // Filling pressures are read to half a millimetre; a hundredth of one.
    case .CVP, .MVmeanGradient: 0.01
    default: 0
    }
  }
}
