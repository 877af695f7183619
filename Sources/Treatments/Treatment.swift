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
  public let apply: @Sendable (inout HeartDefinition, Arguments) -> Void

  public init(
    identifier: String, title: String, meaning: String, explanation: String, arguments: [ArgumentSpec] = [],
    apply: @escaping @Sendable (inout HeartDefinition, Arguments) -> Void
  ) {
    self.identifier = identifier
    self.title = title
    self.meaning = meaning
    self.explanation = explanation
    self.arguments = arguments
    self.apply = apply
  }
}

/// Every treatment there is. A new one is a file and a line here.
public enum TreatmentCatalogue {
  public static let all: [Treatment] = [.leafletRepair, .nitroprusside, .nitroglycerin]

  public static func find(_ identifier: String) -> Treatment? {
    all.first { $0.identifier.utf8.elementsEqual(identifier.utf8) }
  }
}
