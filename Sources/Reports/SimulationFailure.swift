// Why a heart cannot be simulated, in words; and the heart that a case is simulated by.

import Statements
import Assessment
import Cases
import Inference
import Circulation
import Quantities
import Twin

/// A heart that does not come to beat.
public struct SimulationFailure: Error, Sendable, Equatable {
  /// A sentence or two.
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }

  /// Of a heart whose parts are known.
  public static func doesNotBeat(_ heart: HeartDefinition) -> SimulationFailure {
    SimulationFailure("this heart cannot be simulated: \(heart.likelyFault).")
  }

  /// - Parameter loads: what is beside the reflexes, as " and these loads"; or nothing.
  public static func noRest(loads: String) -> SimulationFailure {
    SimulationFailure("this heart comes to no rest under its reflexes\(loads).")
  }
}

extension Case {
  /// The heart that explains the measurements, or the one that the case states.
  public func heartToSimulate() throws(SimulationFailure) -> HeartDefinition {
    guard canBeFitted else {
      try demandSimulated()
      return statedHeart(from: healthyHeart)
    }
    do {
      return measured.simulated(try fitted())
    } catch {
      throw SimulationFailure("no heart was found that beats with these measurements.")
    }
  }

  /// Throws when the case states a heart that this version cannot simulate.
  public func demandSimulated() throws(SimulationFailure) {
    guard let first = notSimulated.first else { return }
    let lesions = CaseVocabulary.engine.lesions.map(\.identifier).joined(separator: ", ")
    let treatments = CaseVocabulary.engine.treatments.map(\.identifier).joined(separator: ", ")
    throw SimulationFailure(
      "'\(first)' is not simulated by this version. Lesions: \(lesions); treatments: \(treatments).")
  }
}
