// Which simulated treatments an action stands for: what the guideline allows, beside what the heart makes of it.

extension RecommendedAction {
  /// Identifiers of the treatments' catalogue that simulate this action; empty for what is not a treatment.
  public var treatments: [String] {
    switch self {
    case .mitralValveRepair: ["repair", "leaflet-repair", "annuloplasty"]
    case .mitralValveReplacement: ["replacement-mechanical", "replacement-biological"]
    case .mitralValveSurgery, .emergencySurgery, .surgeryWithAblation, .surgeryWithCABG:
      ["repair", "leaflet-repair", "annuloplasty", "replacement-mechanical", "replacement-biological"]
    case .teer: ["edge-to-edge"]
    case .vasodilatorBridge, .vasodilator: ["nitroprusside"]
    case .heartFailureTherapy: ["arni", "ace-inhibitor", "angiotensin-blocker", "beta-blocker", "mra", "sglt2-inhibitor"]
    case .balloon: ["intra-aortic-balloon"]
    case .inotrope: ["inotrope"]
    case .resynchronisation: ["resynchronisation"]
    default: []
    }
  }
}

extension Judgement {
  /// What the rules say of a treatment: those that hold and whose action it simulates, the strongest first.
  public func recommendations(for treatment: String) -> [Recommendation] {
    var found: [Recommendation] = []
    for one in recommendations {
      for identifier in one.rule.action.treatments where identifier.utf8.elementsEqual(treatment.utf8) {
        found.append(one)
      }
    }
    return found
  }
}
