// Output by thermodilution: 10 mL of ice water into the right atrium, a thermometer in the pulmonary artery.
//
// Atrium and ventricle mix what they hold with what comes in (two stirred tanks, filled and emptied by the beat's own
// flows, backward ones included); blood leaves with the ventricle's temperature. From the curve that the thermometer
// sees the computer takes what it always takes: the area to 30 % of the peak on the way down, and beyond an exponential
// through the fall from 80 to 30 % (Ganz et al., Am J Cardiol 1971;27:392 [m]). Output = K/area (Stewart, Hamilton).
//
// Its two known faults:
//   low output   Cold that dwells is warmed by the walls, and warmth that is lost looks like flow. Loss k = 0.045 /s,
//   chosen
//                so that an output below 2.5 L/min is read too high by some 35 % (van Grondelle et al., Am Heart J
//                1983;105:1031, by 35 %); held by `thermodilutionReadsALowOutputTooHigh`.
//   tricuspid    Cold thrown back into the atrium and the veins comes a second time, late, and swells the tail. Area
//   leak         × (1 + 0.75·RF of the tricuspid valve): chosen so that 17 patients' 4.2 for 5.0 L/min (Cigarroa et
//   al., Am J
//                Med 1989;86:417) come out at a fraction of a third; held by
//                `aTricuspidLeakHidesOutputFromThermodilution`.
// K holds the healthy man's own loss and truncation, so that he is read right.
//
// Scatter 10 %: three injections of one patient must differ by 13–15 % to be told apart (Stetz et al., Am Rev Respir
// Dis 1982;126:1001 [m]). [m]: known from the literature and not looked up again.

import Circulation
import Lanes

/// One measurement of output by cold.
public struct Thermodilution: Sendable {
  /// L/min.
  public let output: Double
  /// The fall of temperature in the pulmonary artery, K, and the distance of its samples, s.
  public let curve: [Double]
  public let step: Double

  /// Loss of cold to the walls, 1/s; swelling of the curve per tricuspid regurgitant fraction.
  private static let loss = 0.045
  private static let swelling = 0.75
  /// 10 mL at 0 °C into blood at 37 °C; 1.08: heat of saline over that of blood, volume for volume [m].
  private static let cold = 10 * 37 / 1.08
  /// The healthy man's true output over what the bare equation gives.
  private static let calibration = 0.97

  /// - Parameter duration: how long the thermometer is watched, s.
  public init(_ examined: Examined, duration: Double = 40) {
    var cold = RightHeartCold(examined)
    let step = 0.02
    var curve: [Double] = []
    while curve.count < Int(duration / step) { curve.append(cold.advance(by: step, loss: Self.loss, dose: Self.cold)) }
    self.step = step
    self.curve = curve
    let area = Self.area(under: curve, step: step) * (1 + Self.swelling * cold.tricuspidFraction)
    output = area > 0 ? Self.calibration * Self.cold / area * 60 / 1000 : .nan
  }

  /// The area as a computer of the ward takes it, K·s.
  private static func area(under curve: [Double], step: Double) -> Double {
    let peak = curve.indices.reduce(0) { curve[$1] > curve[$0] ? $1 : $0 }
    guard curve[peak] > 0, let high = curve.indices.first(where: { $0 > peak && curve[$0] < 0.8 * curve[peak] }),
      let low = curve.indices.first(where: { $0 > high && curve[$0] < 0.3 * curve[peak] }), low > high + 1
    else { return 0 }
    // The straight line through the logarithms of the fall.
    var sumT = 0.0, sumY = 0.0, sumTT = 0.0, sumTY = 0.0
    for k in high...low {
      let t = Double(k) * step
      let y = Double.naturalLogarithm(curve[k])
      (sumT, sumY, sumTT, sumTY) = (sumT + t, sumY + y, sumTT + t * t, sumTY + t * y)
    }
    let n = Double(low - high + 1)
    let rate = (sumT * sumY / n - sumTY) / (sumTT - sumT * sumT / n)
    guard rate > 0 else { return 0 }
    return curve[...low].reduce(0, +) * step + curve[low] / rate
  }
}

/// Cold on its way through the right heart.
private struct RightHeartCold {
  private let examined: Examined
  private var atrium = 0.0
  private var ventricle = 0.0
  /// What the thermometer sees, K.
  private var seen = 0.0
  private var beat: Int
  private var index = 0
  private var time = 0.0
  private var debt = 0.0
  let tricuspidFraction: Double

  init(_ examined: Examined) {
    self.examined = examined
    beat = examined.representative
    let valve = examined.truth.valves.tricuspid
    // Closing volume belongs to every valve: only what exceeds a twentieth of the forward flow is a leak.
    let share = valve.backwardVolume / max(valve.forwardVolume, 1)
    tricuspidFraction = max(share - 0.05, 0)
  }

  /// Runs some time on; the fall of temperature in the artery then, K.
  mutating func advance(by span: Double, loss: Double, dose: Double) -> Double {
    debt += span
    while debt > 0 {
      let recorded = examined.beats[beat]
      move(recorded.samples[index], recorded.step, loss: loss, dose: dose)
      debt -= recorded.step
      index += 1
      guard index >= recorded.samples.count - 1 else { continue }
      index = 0
      beat = (beat + 1) % examined.beats.count
    }
    return seen
  }

  private mutating func move(_ sample: Sample<Double>, _ step: Double, loss: Double, dose: Double) {
    let inAtrium = atrium / max(sample.rightAtrialVolume, 5)
    let inVentricle = ventricle / max(sample.rightVentricularVolume, 5)
    let through = sample.flows.tricuspid
    let passed = (through > 0 ? inAtrium : inVentricle) * through * step
    let left = max(sample.flows.pulmonary, 0) * inVentricle * step
    // The vein's own reflux takes cold away and brings it back with the next inflow: kept in the atrium.
    atrium += (time < 2 ? dose / 2 * step : 0) - passed - loss * atrium * step
    ventricle += passed - left - loss * ventricle * step
    // The artery's thermometer follows what flows past it, 30 mL of blood about it.
    seen += (inVentricle - seen) * min(max(sample.flows.pulmonary, 0) * step / 30, 1)
    time += step
  }
}
