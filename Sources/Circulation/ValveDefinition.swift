import Quantities

/// One heart valve: a hole that opens and shuts, with the inertia of the blood in it (Mynard et al., Int J Numer
/// Methods Biomed Eng 2012;28:626).
public struct ValveDefinition: Sendable, Equatable {
  /// Effective area when fully open, cm². Stenosis is a smaller one.
  public var openArea: Area
  /// Effective area that stays open when the leaflets are shut, cm². Zero for a valve that holds.
  public var leakArea: Area
  /// Length of the column of blood that has to be accelerated, cm.
  public var inertialLength: Length
  /// How fast the leaflets open for each mmHg of pressure difference.
  public var openingRate: ValveRate
  /// How fast they shut.
  public var closingRate: ValveRate
  /// What the leaflets are made of. The flow does not ask for it: it is heard.
  public var leaflets = LeafletKind.own

  public init(
    openArea: Area, leakArea: Area = .squareCentimetres(0), inertialLength: Length, openingRate: ValveRate,
    closingRate: ValveRate
  ) {
    self.openArea = openArea
    self.leakArea = leakArea
    self.inertialLength = inertialLength
    self.openingRate = openingRate
    self.closingRate = closingRate
  }
}

/// What closes a valve.
public enum LeafletKind: Int, Sendable {
  /// The patient's own leaflets.
  case own
  /// Those of a biological prosthesis, on a stent.
  case biological
  /// The discs of a mechanical prosthesis.
  case mechanical
}

/// The four valves, for what must name one of them.
public enum ValveSite: Int, CaseIterable, Sendable {
  case mitral, aortic, tricuspid, pulmonary
}
