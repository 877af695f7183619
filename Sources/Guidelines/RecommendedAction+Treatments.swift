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
    case .heartFailureTherapy:
      ["arni", "ace-inhibitor", "angiotensin-blocker", "beta-blocker", "mra", "sglt2-inhibitor"]
    case .mechanicalProsthesis: ["replacement-mechanical"]
    case .biologicalProsthesis: ["replacement-biological"]
    case .betaBlocker: ["beta-blocker"]
    case .raasBlocker: ["arni", "ace-inhibitor", "angiotensin-blocker"]
    case .loopDiuretic: ["diuretic"]
    case .balloon: ["intra-aortic-balloon"]
    case .inotrope: ["inotrope"]
    case .resynchronisation: ["resynchronisation"]
    default: []
    }
  }
}

extension Rule {
  /// Identifiers of the treatments' catalogue that it speaks of: its own where it has them, else its action's.
  public var treatments: [String] { ownTreatments ?? action.treatments }
}

extension Judgement {
  /// What the rules say of a treatment: those that hold and speak of it. Warnings stand first, then by class; ours, which
  /// have no class, last.
  public func recommendations(for treatment: String) -> [Recommendation] {
    var found: [Recommendation] = []
    for one in recommendations where one.rule.treatments.containsText(treatment) {
      var place = found.count
      while place > 0, Self.isFirst(one.rule, found[place - 1].rule) { place -= 1 }
      found.insert(one, at: place)
    }
    return found
  }

  private static func isFirst(_ a: Rule, _ b: Rule) -> Bool {
    if a.polarity != b.polarity { return a.polarity == .avoid }
    return (a.strength?.rank ?? 5) < (b.strength?.rank ?? 5)
  }
}
