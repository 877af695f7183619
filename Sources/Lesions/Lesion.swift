// What a lesion is: a name, a few numbers a clinician would recognise, and an edit of the heart's definition.

import Circulation
import Quantities

/// One way for a valve to leak. It changes only data; the equations know no lesion.
public struct Lesion: Sendable {
  /// As in case files: "fixed-orifice".
  public let identifier: String
  public let title: String
  /// One line that says what it is.
  public let meaning: String
  /// The first is `orificeArea`: the peak of the orifice within systole.
  public let arguments: [ArgumentSpec]
  /// How the orifice follows the heart.
  public let mechanism: LeakMechanism
  /// Whether it can sit on the aortic, tricuspid and pulmonary valve, too.
  public let fitsOtherValves: Bool
  /// Whether the leaflets go on scarring, so that they leak more and open less from year to year.
  public let isScarring: Bool
  /// Gives the valve of the heart this lesion.
  public let apply: @Sendable (inout HeartDefinition, ValveSite, Arguments) -> Void

  public init(
    identifier: String, title: String, meaning: String, arguments: [ArgumentSpec], mechanism: LeakMechanism,
    fitsOtherValves: Bool = false, isScarring: Bool = false,
    apply: @escaping @Sendable (inout HeartDefinition, ValveSite, Arguments) -> Void
  ) {
    self.identifier = identifier
    self.title = title
    self.meaning = meaning
    self.arguments = arguments
    self.mechanism = mechanism
    self.fitsOtherValves = fitsOtherValves
    self.isScarring = isScarring
    self.apply = apply
  }
}

/// Every lesion there is. A new one is a file and a line here; commands, schema and documentation read this list.
public enum LesionCatalogue {
  public static let all: [Lesion] = [
    .fixedOrifice, .congenitalCleft, .prolapse, .flailLeaflet, .papillaryMuscleRupture, .leafletTethering,
    .ventricularDilatation, .annularDilatation, .rheumatic,
  ]

  public static func find(_ identifier: String) -> Lesion? {
    all.first { $0.identifier.utf8.elementsEqual(identifier.utf8) }
  }
}
