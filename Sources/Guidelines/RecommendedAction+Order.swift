// In what order advice is read: what saves a life first, then what is done to the valve, what holds up the circulation,
// drugs, rhythm and clots, counsel, prophylaxis, sport; last what goes for nearly everybody. Within a place the class
// of the recommendation decides. The order is ours.

/// Where advice stands in a list; what must be read first comes first.
public enum Relevance: Int, CaseIterable, Comparable, Sendable {
  case life, valve, circulation, drugs, rhythm, counsel, prophylaxis, sport, everybody

  public static func < (a: Relevance, b: Relevance) -> Bool { a.rawValue < b.rawValue }
}

extension Rule {
  /// Where its advice stands in a list.
  public var relevance: Relevance {
    // Nearly everybody with an ill valve is told that they need no antibiotic.
    action == .endocarditisProphylaxis && polarity == .avoid ? .everybody : action.relevance
  }

  /// Where it stands among rules of its place: by class, a warning of class III beside class I, since what harms must
  /// be read as early as what saves; ours, which have no class, last.
  var readingRank: Int {
    guard let strength else { return 5 }
    return polarity == .avoid && strength.rank == RecommendationClass.three.rank ? 1 : strength.rank
  }

  /// Whether it is read before another of the same patient: by relevance, what is to be done before how, then by class.
  func isReadBefore(_ other: Rule) -> Bool {
    if relevance != other.relevance { return relevance < other.relevance }
    if saysHow != other.saysHow { return !saysHow }
    return readingRank < other.readingRank
  }
}

extension RecommendedAction {
  var relevance: Relevance {
    switch self {
    case .emergencyCall, .emergencySurgery: .life
    case .mitralValveSurgery, .mitralValveRepair, .mitralValveReplacement, .teer, .surgeryWithCABG, .intervention,
      .minimallyInvasive, .mechanicalProsthesis, .biologicalProsthesis, .coronaryIntervention, .advancedTherapy,
      .heartTeam, .watchfulWaiting, .furtherImaging:
      .valve
    case .vasodilatorBridge, .balloon, .balloonInExceptionalCases, .inotrope, .mechanicalSupport, .vasoconstrictor,
      .betaBlocker:
      .circulation
    case .medicalTherapy, .loopDiuretic, .heartFailureTherapy, .resynchronisation, .vasodilator, .gradeAgain,
      .raasBlocker, .otherCause:
      .drugs
    case .surgeryWithAblation, .oralAnticoagulation, .doac, .vka, .appendageClosure, .aspirin, .dualAntiplatelet:
      .rhythm
    case .pregnancyCounselling: .counsel
    case .endocarditisProphylaxis, .rheumaticProphylaxis: .prophylaxis
    case .sport, .competitiveSport, .collisionSport: .sport
    case .referral: .everybody
    }
  }
}
