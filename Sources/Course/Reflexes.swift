// The reflexes: what the body does within seconds about its arterial pressure, and about the filling of its chest.
//
// Arterial baroreflex, at rest after it has settled. From the mean pressure's distance to its set point comes a drive
//
//   u = −1.8·atan((MAP − set)/18 mmHg)          one unit: what 10 mmHg of missing pressure call for
//
// (the shape and its width of 18 mmHg: DeBoer and Heldt's model, CVSim), and from the drive
//
//   heart rate           +10 /min per unit at 30 years, 5 at 65, in −20 … +50
//   systemic resistance  +10 % per unit, in −30 … +60 %
//   contractility         +8 % per unit, in −20 … +35 %
//   unstressed volume of the veins  −220 mL per unit, in −700 … +400 mL
//
// each as g·u/(1 + g·|u|/limit). The gains are those of models fitted to people, or slightly less (Ursino 1998: 17 ms of RR
// interval, 1.2 % of resistance, 0.9 % of contractility and 22 mL per mmHg; Heldt 2004: 18 ms, 1.2 %, 1.75 %, 27 mL); the
// capacity of the veins also as measured in dogs (7.5 mL/kg in all, Shoukas & Sagawa 1973), 525 mL for 70 kg. Together they
// give an open-loop gain near 2, as in man.
//
// Cardiopulmonary reflex, from the right atrium's mean pressure: a missing mmHg narrows arterioles by 2.5 % and veins by
// 40 mL, over a window of 8 mmHg, without an effect on the heart (lower-body suction: Hirsch 1989, Johnson 2014). Its set
// point is wherever the person's pressure has been for days.
//
// Heart failure blunts all of it (sensitivity 3.9 against 10–15 ms/mmHg, Mortara 1997): the gain is an argument.

import Circulation
import Lanes
import Quantities

/// How strongly each organ answers; a share of the healthy young person's answer.
public struct ReflexGains: Sendable, Equatable {
  public var heartRate: Double
  public var resistance: Double
  public var contractility: Double
  public var veins: Double
  /// Of the cardiopulmonary reflex.
  public var cardiopulmonary: Double

  public init(
    heartRate: Double = 1, resistance: Double = 1, contractility: Double = 1, veins: Double = 1,
    cardiopulmonary: Double = 1
  ) {
    self.heartRate = heartRate
    self.resistance = resistance
    self.contractility = contractility
    self.veins = veins
    self.cardiopulmonary = cardiopulmonary
  }

  /// Those of a healthy person: the heart's part halves from 30 to 65 years.
  public static func healthy(age: Double) -> ReflexGains {
    let heart = min(max(1 - 0.5 * (age - 30) / 35, 0.3), 1.1)
    return ReflexGains(heartRate: heart, contractility: 0.5 + 0.5 * heart)
  }

  /// None: rate, resistance, tone and strength stay as they are.
  public static let none = ReflexGains(
    heartRate: 0, resistance: 0, contractility: 0, veins: 0, cardiopulmonary: 0)
}

/// The body's answer at one moment.
public struct ReflexDrive: Sendable, Equatable {
  /// Of the arterial reflex; 1 is what 10 mmHg of missing pressure call for.
  public var arterial: Double
  /// Of the cardiopulmonary reflex: missing right atrial pressure, mmHg.
  public var cardiopulmonary: Double

  public init(arterial: Double = 0, cardiopulmonary: Double = 0) {
    self.arterial = arterial
    self.cardiopulmonary = cardiopulmonary
  }

  public static let none = ReflexDrive()
}

/// The pressures that the reflexes defend, mmHg, and how strongly.
public struct Reflexes: Sendable, Equatable {
  public var arterialSet: Double
  public var rightAtrialSet: Double
  public var gains: ReflexGains

  public init(arterialSet: Double, rightAtrialSet: Double, gains: ReflexGains) {
    self.arterialSet = arterialSet
    self.rightAtrialSet = rightAtrialSet
    self.gains = gains
  }

  /// What the veins of a healthy adult hold without pressure, mL: the size that the gains of the veins are for.
  private static let healthyVeins = HeartDefinition.healthyAdult.systemic.venousUnstressed.millilitres

  /// The drive that these pressures call for, once it has settled.
  public func drive(_ now: Haemodynamics) -> ReflexDrive {
    let missing = rightAtrialSet - now.rightAtrialPressure
    return ReflexDrive(
      arterial: -1.8 * Self.arctangent((now.arterialPressure - arterialSet) / 18),
      cardiopulmonary: missing / (1 + missing.magnitude / 8))
  }

  /// What a drive does to a heart that had none.
  public func answer(_ drive: ReflexDrive, in heart: inout HeartDefinition) {
    let u = drive.arterial
    let c = gains.cardiopulmonary * drive.cardiopulmonary
    heart.heartRate = .perMinute(
      heart.heartRate.perMinute + Self.limited(10 * gains.heartRate * u, below: -20, above: 50))
    let narrowing = 1 + Self.limited(0.1 * gains.resistance * u + 0.025 * c, below: -0.3, above: 0.6)
    heart.scaleSystemicResistance(narrowing)
    let strength = 1 + Self.limited(0.08 * gains.contractility * u, below: -0.2, above: 0.35)
    heart.scaleStrength(strength)
    let size = heart.systemic.venousUnstressed.millilitres / Self.healthyVeins
    heart.systemic.venousUnstressed = .millilitres(
      heart.systemic.venousUnstressed.millilitres
        - size * Self.limited(220 * gains.veins * u + 40 * c, below: -400, above: 700))
  }

  /// `wish`, bent so that it never passes a limit.
  static func limited(_ wish: Double, below: Double, above: Double) -> Double {
    wish / (1 + wish.magnitude / (wish < 0 ? -below : above))
  }

  /// The angle whose tangent is x: a rational approximation of Padé's, right to 10⁻⁴ where |x| < 1 and by reflection
  /// beyond.
  static func arctangent(_ x: Double) -> Double {
    let a = x.magnitude
    let inner = a > 1 ? 1 / a : a
    let s = inner * inner
    let angle = inner * (945 + s * (735 + s * 64)) / (945 + s * (1050 + s * 225))
    let folded = a > 1 ? 0.5 * Double.pi - angle : angle
    return x < 0 ? -folded : folded
  }
}
