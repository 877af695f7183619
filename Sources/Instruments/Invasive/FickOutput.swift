// Output by Fick's principle: the oxygen taken up in a minute, over what each litre of blood gains in the lungs.
//
//   output = uptake / (13.6 · Hb · (Sa − Sv)),   mL/min, g/dL, saturations 0…1; 1.36 mL of oxygen a gram
//
// What the patient truly takes up at rest follows from the resting energy of Mifflin et al. (Am J Clin Nutr
// 1990;51:241: 10·kg + 6.25·cm − 5·years + 5, women − 161 kcal a day) at 4.83 kcal a litre of oxygen (Weir 1949, mixed
// diet) [m]. The venous saturation is what the true output leaves of the arterial 0.97, at least 0.2: below, uptake
// itself falls.
//
// The equation knows the oxygen that haemoglobin carries and not what is dissolved, 0.031 mL/L for each mmHg [m]. The
// pressure of oxygen at a saturation S is 26.8·(S/(1 − S))^(1/2.7) mmHg (Hill's curve; 26.8 mmHg at one half: Severinghaus,
// J Appl Physiol 1966;21:1108 [m]): 97 mmHg in arterial, some 40 in venous blood. So blood gains 4 % more than is
// reckoned, and output is read so much too high however well uptake is measured; held by
// `measuredOxygenReadsALittleTooHigh`.
//
// Often uptake is not measured but assumed, and that is the method's bias: 125 mL/min/m², or by LaFarge & Miettinen
// (Cardiovasc Res 1970;4:23): 138.1 − 11.49·ln years + 0.378·rate, women 138.1 − 17.04·ln years + 0.378·rate,
// mL/min/m². Over half of assumed values are more than 10 % off, many more than 25 % (Kendrick et al., Eur Heart J
// 1988;9:337). [m]: known from the literature and not looked up again.

import Quantities
import Circulation
import Findings
import Lanes

/// One measurement of output by oxygen.
public struct FickOutput: Sendable {
  /// Where the uptake in the equation comes from.
  public enum Uptake: Sendable, Equatable {
    /// 125 mL/min for each square metre.
    case assumed
    case laFarge
    /// From the air that is breathed: the patient's own.
    case measured
    /// Measured elsewhere, mL/min.
    case stated(Double)
  }

  /// L/min.
  public let output: Double
  /// In the equation, mL/min.
  public let uptake: Double
  /// Haemoglobin, g/dL; saturations of arterial and of mixed venous blood, 0…1.
  public let haemoglobin: Double
  public let arterial = 0.97
  public let venous: Double

  public init(_ examined: Examined, uptake kind: Uptake = .assumed) {
    let body = examined.body
    let surface = body.bodySurface
    let trueOutput = max(examined[.CO] ?? 5, 0.1)
    // The middle of the usual ranges.
    haemoglobin = body.sex == .male ? 15 : 13.5
    let capacity = 13.6 * haemoglobin
    let needed = Self.restingUptake(of: body)
    // What is dissolved changes little with the saturation: a few rounds find it.
    var venous = 0.75
    for _ in 0..<8 {
      venous = max(arterial - (needed / trueOutput - Self.dissolved(arterial, venous)) / capacity, Self.leastSaturation)
    }
    self.venous = venous
    // Where the blood cannot give more, that is what is taken up.
    let taken = trueOutput * (capacity * (arterial - venous) + Self.dissolved(arterial, venous))
    switch kind {
    case .assumed: uptake = 125 * surface
    case .laFarge: uptake = Self.laFarge(body, rate: examined.countedRate) * surface
    case .measured: uptake = taken
    case .stated(let value): uptake = value
    }
    output = uptake / (capacity * (arterial - venous))
  }

  /// Blood gives no more oxygen than down to this saturation.
  static let leastSaturation = 0.2

  /// Oxygen dissolved in arterial blood beyond that in venous blood, mL/L, from their saturations.
  private static func dissolved(_ arterial: Double, _ venous: Double) -> Double {
    func pressure(_ saturation: Double) -> Double { 26.8 * Double.power(saturation / (1 - saturation), 1 / 2.7) }
    return 0.031 * (pressure(arterial) - pressure(min(venous, arterial)))
  }

  /// mL/min.
  static func restingUptake(of body: Body) -> Double {
    let energy = 10 * body.weight + 6.25 * body.height - 5 * body.age + (body.sex == .male ? 5 : -161)
    return energy / 4.83 * 1000 / 1440
  }

  /// mL/min/m².
  static func laFarge(_ body: Body, rate: Double) -> Double {
    138.1 - (body.sex == .male ? 11.49 : 17.04) * Double.naturalLogarithm(max(body.age, 3)) + 0.378 * rate
  }
}
