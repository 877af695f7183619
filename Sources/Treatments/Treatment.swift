// What a treatment is: a name, a dose or size, an edit of the heart's definition, and plain data on what it does
// later.

import Circulation
import Quantities

/// How a treatment is given.
public enum TreatmentKind: Sendable, Equatable {
  /// Tablets, day after day.
  case drug
  /// Into a vein under monitoring, for hours or days.
  case infusion
  /// Something that paces or pumps.
  case device
  /// On the open heart.
  case operation
  /// Through a catheter, on the leaflets.
  case clip
  /// A shock that restores the rhythm.
  case shock
}

/// One drug, device or operation: what it does at once to a heart, and what the body should know of it later. It
/// changes only data.
public struct Treatment: Sendable {
  /// As in case files: "nitroprusside".
  public let identifier: String
  public let title: String
  public let kind: TreatmentKind
  /// One line that says what it is.
  public let meaning: String
  /// What was done, for a person reading results.
  public let explanation: String
  /// The dose or size comes first, its usual value as the standard.
  public let arguments: [ArgumentSpec]
  /// For an infusion given by its effect: the doses tried, weakest first.
  public let titration: Titration?
  /// Treatments that are not given together with this one.
  public let excludes: [String]
  /// The effect at once, the body not answering.
  public let apply: @Sendable (inout HeartDefinition, Arguments) -> Void
  /// What it does over days to years.
  public let lasting: @Sendable (Arguments) -> LastingEffect

  public init(
    identifier: String, title: String, kind: TreatmentKind, meaning: String, explanation: String,
    arguments: [ArgumentSpec] = [], titration: Titration? = nil, excludes: [String] = [],
    lasting: @escaping @Sendable (Arguments) -> LastingEffect = { _ in LastingEffect() },
    apply: @escaping @Sendable (inout HeartDefinition, Arguments) -> Void
  ) {
    self.identifier = identifier
    self.title = title
    self.kind = kind
    self.meaning = meaning
    self.explanation = explanation
    self.arguments = arguments
    self.titration = titration
    self.excludes = excludes
    self.lasting = lasting
    self.apply = apply
  }
}

extension Treatment {
  /// Whether it carries a patient for hours or days only.
  public var isBridge: Bool { lasting(Arguments(standardOf: arguments)).isBridge }
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

  /// To a mean pressure of at least 65 and a systolic one of at least 90 mmHg: the lower end of the range aimed at in
  /// acute severe regurgitation (ESC/EACTS 2025, ACC/AHA 2020).
  static func byPressure(_ doses: [Double]) -> Titration {
    Titration(doses: doses, leastMean: 65, leastSystolic: 90)
  }
}

/// Every treatment there is. A new one is a file and a line here.
public enum TreatmentCatalogue {
  public static let all: [Treatment] = [
    .nitroprusside, .nitroglycerin, .aceInhibitor, .angiotensinBlocker, .arni, .betaBlocker, .diuretic, .mra,
    .sglt2Inhibitor, .inotrope, .intraAorticBalloon, .resynchronisation, .cardioversion, .annuloplasty, .leafletRepair,
    .repair, .replacementMechanical, .replacementBiological, .edgeToEdge,
  ]

  public static func find(_ identifier: String) -> Treatment? {
    all.first { $0.identifier.utf8.elementsEqual(identifier.utf8) }
  }
}
