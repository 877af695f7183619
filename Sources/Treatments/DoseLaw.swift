// How an effect grows with the dose, and the edits of the heart that only drugs make.
//
//   E = most · dose/(dose + half)          (Emax law: half the greatest effect at the dose `half`)
//
// An effect on a resistance, a rate or a strength is a share (−0.60: at most 60 % lower; the factor is 1 + E), on a
// volume mL of the reference adult. The largest effect is never reached: what the usual dose does is what was set
// from published figures, named in each drug's file. No study of regurgitation gives a dose and its half effect; the
// half doses are chosen so that the usual dose of clinical practice gives most of the effect, and low doses little.

import Circulation
import Quantities

/// An effect that saturates.
struct DoseLaw: Sendable {
  let most: Double
  let half: Double

  init(_ most: Double, half: Double) {
    self.most = most
    self.half = half
  }

  func callAsFunction(_ dose: Double) -> Double { dose > 0 ? most * dose / (dose + half) : 0 }

  /// 1 + E.
  func factor(_ dose: Double) -> Double { 1 + self(dose) }

  /// The effect at a dose over that at another.
  func share(_ dose: Double, of usual: Double) -> Double { self(dose) / self(usual) }
}

extension HeartDefinition {
  /// Lets the veins hold so many mL more without being stretched, in a person of the reference adult's veins; others in
  /// proportion.
  mutating func slackenVeins(by volume: Double) {
    systemic.venousUnstressed *= 1 + volume / HeartDefinition.healthyAdult.systemic.venousUnstressed.millilitres
  }

  mutating func changeBloodVolume(by volume: Double) {
    bloodVolume = bloodVolume + .millilitres(volume)
  }
}

/// How doses are named. They are units of UCUM that nothing is converted from.
enum DoseUnit {
  static let perKilogramMinute = Unit("ug/kg/min", .ratio)
  static let perMinute = Unit("ug/min", .ratio)
  static let perDay = Unit("mg/d", .ratio)

  static func daily(_ range: ClosedRange<Double>, usual: Double, _ meaning: String) -> ArgumentSpec {
    ArgumentSpec("dose", unit: perDay, range: range, standard: usual, meaning)
  }
}
