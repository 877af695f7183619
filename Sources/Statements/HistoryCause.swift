// What in a patient's history makes the mitral valve leak, and how: from an illness to the lesions it leaves. The causes
// are those of the guidelines' lists of primary and secondary regurgitation (ESC/EACTS 2021 and 2025, ACC/AHA 2020).

import Findings
import Lesions

/// How an illness makes the mitral valve leak.
public struct LeakCause: Sendable, Equatable {
  /// Kinds of the lesion catalogue, the likeliest first.
  public let kinds: [String]
  /// In plain words, without a full stop.
  public let sentence: String

  init(_ sentence: String, _ kinds: String...) {
    self.sentence = sentence
    self.kinds = kinds
  }
}

extension HistoryItem {
  /// How this illness makes the mitral valve leak; nil for one that does not.
  ///
  /// - Parameter isAcute: whether the leak came suddenly; it tells the ruptured papillary muscle from the tethered leaflet.
  public func leakCause(isAcute: Bool) -> LeakCause? {
    switch self {
    case .recentMyocardialInfarction, .myocardialInfarction, .coronaryDisease:
      isAcute && self != .coronaryDisease
        ? LeakCause("heart attack: the muscle that holds the leaflets tore", "papillary-muscle-rupture")
        : LeakCause("heart attack: scarred muscle holds the leaflets back", "leaflet-tethering")
    case .chestTrauma:
      LeakCause(
        "a blow to the chest: torn chords or a torn papillary muscle", "flail-leaflet", "papillary-muscle-rupture")
    default: lastingCause
    }
  }

  /// A cause that does not depend on how suddenly the leak came.
  private var lastingCause: LeakCause? {
    func muscle(_ cause: String) -> LeakCause {
      LeakCause("\(cause): a wide, weak ventricle holds the leaflets apart", "ventricular-dilatation")
    }
    func stiff(_ cause: String) -> LeakCause {
      LeakCause("\(cause): thick, stiff leaflets that neither open nor shut well", "rheumatic")
    }
    switch self {
    case .endocarditis, .activeEndocarditis, .intravenousDrugUse:
      return LeakCause("infection: a hole in the leaflet or torn chords", "fixed-orifice", "flail-leaflet")
    case .rheumaticFever, .rheumaticCarditis:
      return LeakCause("rheumatic fever: thick, short leaflets with fused edges", "rheumatic")
    case .congenitalHeartDisease: return LeakCause("birth defect: a cleft leaflet", "congenital-cleft")
    case .mitralProlapse, .connectiveTissueDisease, .familyHistoryMitralProlapse:
      return LeakCause("leaflets and chords too long: they give way late in systole", "prolapse", "flail-leaflet")
    case .cardiomyopathy, .dilatedCardiomyopathy: return muscle("heart-muscle disease")
    case .heartFailure, .advancedHeartFailure: return muscle("heart failure")
    case .alcoholExcess: return muscle("alcohol")
    case .cardiotoxicDrugs: return muscle("drugs that harm heart muscle")
    case .muscularDystrophy: return muscle("muscular dystrophy")
    case .malnutrition: return muscle("malnutrition")
    case .cancerTherapy: return muscle("cancer therapy")
    case .inflammatoryDisease: return muscle("inflammation of heart muscle")
    case .metabolicDisease: return muscle("a disorder of metabolism")
    case .chestRadiation:
      return LeakCause(
        "radiation: a weak ventricle, or thick, stiff leaflets", "ventricular-dilatation", "rheumatic")
    case .anorecticDrugs: return stiff("appetite suppressants")
    case .mitralAnnularCalcification: return stiff("chalk in the ring")
    case .atrialFibrillation:
      return LeakCause(
        "atrial fibrillation: the atrium and with it the ring have become too wide", "annular-dilatation")
    default: return nil
    }
  }

  /// For lists: how the item makes the valve leak, whether suddenly or not; nil for one that does not.
  public var leakCauses: [LeakCause] {
    let slow = leakCause(isAcute: false)
    let sudden = leakCause(isAcute: true)
    return [sudden == slow ? nil : sudden, slow].compactMap { $0 }
  }
}
