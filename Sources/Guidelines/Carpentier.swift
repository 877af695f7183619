// How the valve fails: the mechanism, and the type of leaflet motion that goes with it (Carpentier 1983):
//   I     normal motion: a hole, a cleft, or a ring too wide for the leaflets
//   II    too much motion: prolapse, flail, torn papillary muscle
//   IIIa  too little, opening and closing: thick, stiff or fused leaflets
//   IIIb  too little, closing only: leaflets held down by the ventricle

import Findings

/// Leaflet motion after Carpentier.
public enum CarpentierType: String, CaseIterable, Sendable {
  case one = "I"
  case two = "II"
  case threeA = "IIIa"
  case threeB = "IIIb"

  /// In words.
  public var meaning: String {
    switch self {
    case .one: "normal leaflet motion"
    case .two: "excessive leaflet motion"
    case .threeA: "leaflet motion restricted in opening and closing"
    case .threeB: "leaflet motion restricted in closing"
    }
  }
}

/// How a valve comes to leak. Where the lesions' catalogue has the mechanism, the raw value is its identifier there.
public enum ValveMechanism: String, CaseIterable, Sendable {
  case perforation = "fixed-orifice"
  case cleft = "congenital-cleft"
  case prolapse
  case flail = "flail-leaflet"
  case papillaryRupture = "papillary-muscle-rupture"
  case rheumatic
  case calcification = "annular-calcification"
  /// Leaflets thickened by radiation or by drugs.
  case fibrosis = "leaflet-fibrosis"
  case tethering = "leaflet-tethering"
  case ventricularDilatation = "ventricular-dilatation"
  case annularDilatation = "annular-dilatation"

  /// In words: "flail leaflet".
  public var meaning: String {
    switch self {
    case .perforation: "hole in a leaflet"
    case .cleft: "cleft leaflet"
    case .prolapse: "prolapse"
    case .flail: "flail leaflet"
    case .papillaryRupture: "torn papillary muscle"
    case .rheumatic: "rheumatic leaflets"
    case .calcification: "annular calcification"
    case .fibrosis: "leaflets thickened by radiation or drugs"
    case .tethering: "leaflets held down by a scarred wall"
    case .ventricularDilatation: "leaflets held down by a wide ventricle"
    case .annularDilatation: "ring widened with the atrium"
    }
  }

  public var carpentier: CarpentierType {
    switch self {
    case .perforation, .cleft, .annularDilatation: .one
    case .prolapse, .flail, .papillaryRupture: .two
    case .rheumatic, .calcification, .fibrosis: .threeA
    case .tethering, .ventricularDilatation: .threeB
    }
  }

  /// The class of leak it makes on its own.
  public var cause: CauseClass {
    switch self {
    case .tethering, .ventricularDilatation: .secondaryVentricular
    case .annularDilatation: .secondaryAtrial
    default: .primary
    }
  }
}
