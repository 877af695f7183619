// One or several treatments given together, as they were asked for and as they were given.

import Circulation
import Treatments

/// One or several treatments given to one heart.
public struct TreatmentPlan: Sendable {
  /// A treatment and its arguments; standard ones, titrated where the treatment says how, when nil.
  public struct Part: Sendable {
    public let treatment: Treatment
    public let arguments: Arguments?

    public init(treatment: Treatment, arguments: Arguments?) {
      self.treatment = treatment
      self.arguments = arguments
    }
  }

  public let parts: [Part]

  /// - Parameter parts: at least one.
  public init(_ parts: [Part]) {
    precondition(!parts.isEmpty, "a plan without a treatment")
    self.parts = parts
  }

  public init(_ treatment: Treatment, _ arguments: Arguments? = nil) {
    self.init([Part(treatment: treatment, arguments: arguments)])
  }

  /// The standard doses of several treatments together.
  public init(together treatments: [Treatment]) {
    self.init(treatments.map { Part(treatment: $0, arguments: nil) })
  }

  /// "arni+beta-blocker".
  public var identifier: String { parts.map(\.treatment.identifier).joined(separator: "+") }
  public var title: String { parts.map(\.treatment.title).joined(separator: " + ") }

  /// Two of the plan's treatments that are not given together; nil when all can be.
  public var conflict: (String, String)? {
    for (index, a) in parts.enumerated() {
      for b in parts[(index + 1)...] {
        let (first, second) = (a.treatment, b.treatment)
        if first.identifier == second.identifier || first.excludes.contains(second.identifier)
          || second.excludes.contains(first.identifier)
        {
          return (first.identifier, second.identifier)
        }
      }
    }
    return nil
  }
}

/// A treatment as it was given.
public struct GivenTreatment: Sendable {
  public let treatment: Treatment
  public let arguments: Arguments
  /// Whether the first argument was found by titration.
  public let isTitrated: Bool

  /// The dose or size, in the unit of the treatment's first argument; nil for one without.
  public var dose: Double? { treatment.arguments.isEmpty ? nil : arguments[0] }
}
