// A heart in a body that answers: the heart as it would be without any reflex, the reflexes, the kidneys. Its steady
// state is where the pressures that the beat makes call for the very drive and blood volume that the beat was run with.
//
// The unknowns are three: arterial drive, cardiopulmonary drive, blood volume (as a share of the healthy). Newton's
// method finds them, the Jacobian by differences (four hearts beat side by side in one word) and updated by Broyden's
// rule (Math Comp 1965;19:577) afterwards. The steady state does not depend on where the search started (tested).

import Circulation
import Lanes
import Quantities

/// What of the body answers.
public struct Answering: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The arterial reflex; the cardiopulmonary one; the kidneys, given days.
  public static let arterial = Answering(rawValue: 1)
  public static let cardiopulmonary = Answering(rawValue: 2)
  public static let kidneys = Answering(rawValue: 4)

  /// Within minutes; over days.
  public static let minutes: Answering = [.arterial, .cardiopulmonary]
  public static let days: Answering = [.arterial, .kidneys]
}

/// A heart, its reflexes and its fluid balance.
public struct RegulatedHeart: Sendable, Equatable {
  /// The heart with no drive; its blood volume is the one it has unless the kidneys answer.
  public var heart: HeartDefinition
  public var reflexes: Reflexes
  public var fluid: FluidBalance

  public init(heart: HeartDefinition, reflexes: Reflexes, fluid: FluidBalance) {
    self.heart = heart
    self.reflexes = reflexes
    self.fluid = fluid
  }

  /// The set points of the healthy heart of a body, and that heart in them.
  public static func healthy(for body: Body) -> RegulatedHeart {
    let heart = HeartDefinition.healthy(for: body)
    return RegulatedHeart(heart: heart, settingPointsBy: heart, gains: .healthy(age: body.age))
  }

  /// - Parameter model: the heart whose pressures and output, without any drive, are the set points.
  public init(heart: HeartDefinition, settingPointsBy model: HeartDefinition, gains: ReflexGains) {
    let healthy = Haemodynamics(model.settled().beat, of: model)
    self.init(
      heart: heart,
      reflexes: Reflexes(
        arterialSet: healthy.arterialPressure, rightAtrialSet: healthy.rightAtrialPressure, gains: gains),
      fluid: FluidBalance(
        output: healthy.output, atrialSet: healthy.leftAtrialPressure, volume: model.bloodVolume.millilitres))
  }

  /// The heart under a drive, holding a volume of blood, mL.
  public func driven(_ drive: ReflexDrive, volume: Double) -> HeartDefinition {
    var driven = heart
    reflexes.answer(drive, in: &driven)
    driven.bloodVolume = .millilitres(volume)
    return driven
  }
}

/// A regulated heart's steady state.
public struct RegulatedBeat: Sendable {
  public let heart: HeartDefinition
  public let settled: SettledHeart
  public let now: Haemodynamics
  public let drive: ReflexDrive
  /// mL.
  public let bloodVolume: Double
  /// Whether the beat calls for the drive and volume it was run with.
  public let isSteady: Bool
  /// Where the search for it ended, for the next to start from.
  let memory: SearchMemory
}

/// Where a search ended, for the next to start from.
public struct SearchMemory: Sendable {
  var point: [Double]
  /// Which unknowns the Jacobian is of.
  var free: [Int]
  var jacobian: [[Double]]?
  var state: State<Double>
}
