// Symptoms that follow from pressures and flows, each with the figure it rests on.
//
//   fatigue               cardiac index lying below 2.2 L/min/m² (the usual limit of low output), or output rises by less
//                         than 4 L per L of oxygen (healthy 5–6, heart failure 3–4.5), or the test ends for want of output
//                         below 80 % of what is expected and below 7 METs
//   exertional-dyspnoea   the test ends by left atrial pressure
//   rest-dyspnoea         left atrial pressure of 22 mmHg sitting or standing at rest: between 18, where fluid is
//                         redistributed, and 25, where it enters the alveoli of unprepared lungs
//   orthopnoea            18 mmHg lying, and at least 1.5 less when upright: 250–500 mL return to the chest on lying down
//   nocturnal-dyspnoea    25 mmHg after some hours of lying, when 400 mL of fluid have come back from the legs
//   palpitations          the rhythm: fibrillation or premature beats
//
// Lungs that have had months (lymph flow up to ten times, thicker capillaries) bear 5 mmHg more at rest: chronic limits
// are 5 higher. (Forrester's classes; Guyton & Lindsey 1959 for 24–25 mmHg; Stevenson & Perloff 1989.)

import Circulation
import Quantities

/// A complaint, named as in case files.
public enum SymptomKind: String, Sendable, CaseIterable {
  case fatigue
  case exertionalDyspnoea = "exertional-dyspnoea"
  case restDyspnoea = "rest-dyspnoea"
  case orthopnoea
  case nocturnalDyspnoea = "nocturnal-dyspnoea"
  case palpitations
}

/// A complaint and the figure that makes it.
public struct PredictedSymptom: Sendable, Equatable {
  public enum Figure: String, Sendable {
    /// L/min/m², lying.
    case cardiacIndex
    /// L/L.
    case outputPerOxygen
    /// METs at which the test ended.
    case capacity
    /// mmHg.
    case leftAtrialPressure
    /// Beats from one premature beat to the next, or none.
    case rhythm
  }

  public let kind: SymptomKind
  public let figure: Figure
  public let value: Double
  /// The limit that it passes.
  public let limit: Double
}

/// How congested lungs are at rest.
public enum Congestion: String, Sendable {
  case none
  /// Fluid leaves the vessels faster than usual.
  case congested
  /// Fluid enters the alveoli.
  case oedema

  /// - Parameter pressure: mean left atrial pressure, mmHg.
  public init(leftAtrialPressure pressure: Double, isChronic: Bool) {
    let shift = LungLimits.shift(isChronic: isChronic)
    self =
      pressure >= LungLimits.oedema + shift ? .oedema : pressure >= LungLimits.congestion + shift ? .congested : .none
  }
}

/// Left atrial pressures that lungs bear at rest, mmHg; see the head of the file.
enum LungLimits {
  static let congestion = 18.0
  static let rest = 22.0
  static let oedema = 25.0

  static func shift(isChronic: Bool) -> Double { isChronic ? 5 : 0 }
}

extension ExerciseTest {
  /// Limits of Goldman's scale, METs, and the share of the expected capacity that is class I as well.
  public static let classLimits = (one: 7.0, two: 5.0, three: 2.0)
  public static let healthyShare = 0.8

  /// The class that a person with this heart would be in.
  public var functionalClass: FunctionalClass {
    if isBreathlessAtRest { return .four }
    if capacity >= Self.classLimits.one || shareOfExpected >= Self.healthyShare { return .one }
    return capacity >= Self.classLimits.two ? .two : capacity >= Self.classLimits.three ? .three : .four
  }

  private var shift: Double { LungLimits.shift(isChronic: isChronic) }
  private var upright: Double { steps.first?.beat.now.leftAtrialPressure ?? lying.now.leftAtrialPressure }

  /// Whether the lungs are too full for comfort even upright at rest.
  public var isBreathlessAtRest: Bool { upright >= LungLimits.rest + shift }

  /// Congestion lying at rest.
  public var congestion: Congestion {
    Congestion(leftAtrialPressure: lying.now.leftAtrialPressure, isChronic: isChronic)
  }

  /// The complaints that follow, in the order of `SymptomKind`.
  public var symptoms: [PredictedSymptom] {
    var found: [PredictedSymptom] = []
    func pressure(_ kind: SymptomKind, _ value: Double, _ limit: Double) {
      if value >= limit {
        found.append(PredictedSymptom(kind: kind, figure: .leftAtrialPressure, value: value, limit: limit))
      }
    }
    if let fatigue { found.append(fatigue) }
    if end == .breathlessness {
      found.append(
        PredictedSymptom(
          kind: .exertionalDyspnoea, figure: .capacity, value: capacity, limit: demand.expectedPeak))
    }
    pressure(.restDyspnoea, upright, LungLimits.rest + shift)
    let flat = lying.now.leftAtrialPressure
    if flat - upright >= 1.5 { pressure(.orthopnoea, flat, LungLimits.congestion + shift) }
    // Not worth a search where 400 mL cannot do it.
    if flat >= LungLimits.oedema + shift - 8 {
      var night = resting
      night.heart.bloodVolume = night.heart.bloodVolume + .millilitres(400)
      if let asleep = night.settled(.minutes, from: lying) {
        pressure(.nocturnalDyspnoea, asleep.now.leftAtrialPressure, LungLimits.oedema + shift)
      }
    }
    if lying.heart.rhythm.kind != .sinus {
      let every = lying.heart.rhythm.kind == .prematureBeats ? Double(lying.heart.rhythm.prematureEvery) : 0
      found.append(PredictedSymptom(kind: .palpitations, figure: .rhythm, value: every, limit: 0))
    }
    return found
  }

  private var fatigue: PredictedSymptom? {
    let index = lying.now.output / body.bodySurface
    if index < 2.2 { return PredictedSymptom(kind: .fatigue, figure: .cardiacIndex, value: index, limit: 2.2) }
    if let slope = outputPerOxygen, slope < 4 {
      return PredictedSymptom(kind: .fatigue, figure: .outputPerOxygen, value: slope, limit: 4)
    }
    let limit = min(Self.healthyShare * demand.expectedPeak, Self.classLimits.one)
    guard end == .output, capacity < limit else { return nil }
    return PredictedSymptom(kind: .fatigue, figure: .capacity, value: capacity, limit: limit)
  }
}
