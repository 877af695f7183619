// What a treatment is: a name, a dose or size, and an edit of the heart's definition.

import Circulation
import Quantities

/// One drug, device or operation: what it does at once to a heart. It changes only data.
public struct Treatment: Sendable {
  /// As in case files: "nitroprusside".
  public let identifier: String
  public let title: String
  /// One line that says what it is.
  public let meaning: String
  /// What was done, for a person reading results.
  public let explanation: String
  public let arguments: [ArgumentSpec]
  /// For an infusion given by its effect: the doses tried, weakest first.
  public let titration: Titration?
  public let apply: @Sendable (inout HeartDefinition, Arguments) -> Void

  public init(
    identifier: String, title: String, meaning: String, explanation: String, arguments: [ArgumentSpec] = [],
    titration: Titration? = nil, apply: @escaping @Sendable (inout HeartDefinition, Arguments) -> Void
  ) {
    self.identifier = identifier
    self.title = title
    self.meaning = meaning
    self.explanation = explanation
    self.arguments = arguments
    self.titration = titration
    self.apply = apply
  }
}

/// How an infusion is titrated: the largest of its doses (its first argument) at which blood pressure stays above a
/// floor.
public struct Titration: Sendable, Equatable {
  /// In the unit of the first argument, rising; at most eight, which beat at once.
  public let doses: [Double]
  /// Mean and systolic arterial pressure to keep, mmHg.
  public let leastMean: Double
  public let leastSystolic: Double

  public init(doses: [Double], leastMean: Double, leastSystolic: Double) {
    self.doses = doses
    self.leastMean = leastMean
    self.leastSystolic = leastSystolic
  }
}

/// Every treatment there is. A new one is a file and a line here.
public enum TreatmentCatalogue {
  public static let all: [Treatment] = [.leafletRepair, .nitroprusside, .nitroglycerin]

  public static func find(_ identifier: String) -> Treatment? {
    all.first { $0.identifier.utf8.elementsEqual(identifier.utf8) }
  }
}
