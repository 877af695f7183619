// Output by thermodilution: 10 mL of ice water into the right atrium, a thermometer in the pulmonary artery.
//
// Atrium and ventricle mix what they hold with what comes in (two stirred tanks, filled and emptied by the beat's own
// flows, backward ones included); blood leaves with the ventricle's temperature. From the curve that the thermometer
// sees, smoothed over a beat, the computer takes what it always takes: the area to 30 % of the peak on the way down, and
// beyond an exponential through the fall from 80 to 30 % (Ganz et al., Am J Cardiol 1971;27:392 [m]). Output = K/area
// (Stewart, Hamilton). (Unsmoothed the fall goes in steps, one for each ejection, and the output jumped with the step in
// which the 30 % happened to lie.)
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
  /// 10 mL at 0 °C into blood at 37 °C, K·mL of blood; 1.08: heat of saline over that of blood, volume for volume [m].
  private static let cold = 10 * 37 * 1.08
  /// The healthy man's true output over what the bare equation gives.
  private static let calibration = 0.97

  /// - Parameter duration: how long the thermometer is watched, s.
  public init(_ examined: Examined, duration: Double = 40) {
    self.init(examined, duration: duration, isCut: false)
  }

  /// Output, L/min, from a curve that ends where the computer has seen all that it needs.
  static func output(of examined: Examined) -> Double { Thermodilution(examined, duration: 40, isCut: true).output }

  private init(_ examined: Examined, duration: Double, isCut: Bool) {
    var cold = RightHeartCold(examined)
    let step = 0.02
    let count = Int(duration / step)
    var curve: [Double] = []
    curve.reserveCapacity(count)
    var smooth = BeatMean(length: 60 / examined.meanRate / step)
    var seen: [Double] = []
    var peak = 0.0
    while curve.count < count {
      curve.append(cold.advance(by: step, loss: Self.loss, dose: Self.cold))
      let mean = smooth.next(curve)
      seen.append(mean)
      peak = max(peak, mean)
      // Beyond, the area is an exponential's; while cold still enters no fall is the last one.
      if isCut, mean < 0.29 * peak, Double(curve.count) * step > 2 * RightHeartCold.injection { break }
    }
    self.step = step
    self.curve = curve
    let area = Self.area(under: seen, step: step) * (1 + Self.swelling * cold.tricuspidFraction)
    output = area > 0 ? Self.calibration * Self.cold / area * 60 / 1000 : .nan
  }

  /// The area as a computer of the ward takes it, K·s; 0 where the fall is not seen.
  private static func area(under curve: [Double], step: Double) -> Double {
    let peak = curve.indices.reduce(0) { curve[$1] > curve[$0] ? $1 : $0 }
    /// Where the fall passes a share of the peak, in steps.
    func fall(to share: Double) -> Double? {
      let level = share * curve[peak]
      guard let below = curve.indices.first(where: { $0 > peak && curve[$0] < level }) else { return nil }
      return Double(below) - (level - curve[below]) / (curve[below - 1] - curve[below])
    }
    guard curve[peak] > 0, let high = fall(to: 0.8), let low = fall(to: 0.3), low > high else { return 0 }
    let whole = Int(low)
    // By trapezia to the last whole step, and from there to the crossing.
    let before = curve[...whole].reduce(0, +) - 0.5 * (curve[0] + curve[whole])
    let rest = 0.5 * (low - Double(whole)) * (curve[whole] + 0.3 * curve[peak])
    let time = (low - high) * step / Double.naturalLogarithm(0.8 / 0.3)
    return (before + rest) * step + 0.3 * curve[peak] * time
  }
}

/// The mean of a curve over the last beat, sample by sample.
private struct BeatMean {
  /// Of a beat, in samples.
  private let length: Double
  private let whole: Int
  private var sum = 0.0

  init(length: Double) {
    self.length = length
    whole = Int(length)
  }

  /// - Parameter curve: with one sample more than before.
  mutating func next(_ curve: [Double]) -> Double {
    let last = curve.count - 1
    func sample(_ place: Int) -> Double { place >= 0 ? curve[place] : 0 }
    sum += curve[last] - sample(last - whole)
    return (sum + (length - Double(whole)) * sample(last - whole)) / length
  }
}

/// Cold on its way through the right heart.
private struct RightHeartCold {
  /// What of a beat moves the cold, over a few of its samples.
  private struct Piece {
    var time = 0.0
    var atrium = 0.0
    var ventricle = 0.0
    var tricuspid = 0.0
    var pulmonary = 0.0
  }

  private let beats: [[Piece]]
  private var atrium = 0.0
  private var ventricle = 0.0
  /// What the thermometer sees, K.
  private var seen = 0.0
  private var beat: Int
  private var index = 0
  private var time = 0.0
  private var debt = 0.0
  let tricuspidFraction: Double

  /// How long the injection takes, s.
  static let injection = 2.0
  /// Length of a piece, s, at most: a tenth of the shortest time in which ejection empties a ventricle.
  private static let pieceLength = 0.006

  init(_ examined: Examined) {
    beats = examined.beats.map(Self.pieces)
    beat = examined.representative
    let valve = examined.truth.valves.tricuspid
    // Closing volume belongs to every valve: only what exceeds a twentieth of the forward flow is a leak.
    let share = valve.backwardVolume / max(valve.forwardVolume, 1)
    tricuspidFraction = max(share - 0.05, 0)
  }

  private static func pieces(_ beat: RecordedBeat) -> [Piece] {
    let size = max(Int(pieceLength / beat.step), 1)
    let steps = beat.samples.count - 1
    return stride(from: 0, to: steps, by: size).map { first in
      let last = min(first + size, steps)
      let share = 1 / Double(last - first)
      var piece = Piece(time: Double(last - first) * beat.step)
      for index in first..<last {
        let sample = beat.samples[index]
        piece.atrium += share * max(sample.rightAtrialVolume, 5)
        piece.ventricle += share * max(sample.rightVentricularVolume, 5)
        piece.tricuspid += share * sample.flows.tricuspid
        piece.pulmonary += share * max(sample.flows.pulmonary, 0)
      }
      return piece
    }
  }

  /// Runs some time on; the fall of temperature in the artery then, K.
  mutating func advance(by span: Double, loss: Double, dose: Double) -> Double {
    debt += span
    while debt > 0 {
      let piece = beats[beat][index]
      move(piece, loss: loss, dose: dose)
      debt -= piece.time
      index += 1
      guard index >= beats[beat].count else { continue }
      index = 0
      beat = (beat + 1) % beats.count
    }
    return seen
  }

  private mutating func move(_ piece: Piece, loss: Double, dose: Double) {
    let step = piece.time
    let inVentricle = ventricle / piece.ventricle
    let passed = (piece.tricuspid > 0 ? atrium / piece.atrium : inVentricle) * piece.tricuspid * step
    let left = piece.pulmonary * inVentricle * step
    // The vein's own reflux takes cold away and brings it back with the next inflow: kept in the atrium.
    atrium += (time < Self.injection ? dose / Self.injection * step : 0) - passed - loss * atrium * step
    ventricle += passed - left - loss * ventricle * step
    // The artery's thermometer follows what flows past it, 30 mL of blood about it.
    seen += (inVentricle - seen) * min(piece.pulmonary * step / 30, 1)
    time += step
  }
}
