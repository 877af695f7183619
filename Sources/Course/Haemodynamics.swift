// What the body senses of a beat: the few means that reflexes and kidneys answer to.

import Quantities
import Circulation
import Lanes

/// Means of one beat.
public struct Haemodynamics: Sendable, Equatable {
  /// Mean pressures in the mouth of the aorta, the right and the left atrium, mmHg; the atria's against the chest's.
  public let arterialPressure: Double
  public let rightAtrialPressure: Double
  public let leftAtrialPressure: Double
  /// What leaves the aortic valve forward, L/min.
  public let output: Double
  /// Beats per minute.
  public let heartRate: Double

  public init(_ beat: RecordedBeat, of heart: HeartDefinition) {
    let chest = heart.intrathoracicPressure.engineValue
    arterialPressure = beat.trace { $0.aorticPressure }.mean
    rightAtrialPressure = beat.trace { $0.rightAtrialPressure }.mean - chest
    leftAtrialPressure = beat.trace { $0.leftAtrialPressure }.mean - chest
    output = beat.trace { $0.flows.aortic }.mean * 60 / 1000
    heartRate = 60 / beat.cycle
  }
}
