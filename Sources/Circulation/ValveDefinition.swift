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

/// The four valves, for what must name one of them.
public enum ValveSite: Int, CaseIterable, Sendable {
  case mitral, aortic, tricuspid, pulmonary
}
