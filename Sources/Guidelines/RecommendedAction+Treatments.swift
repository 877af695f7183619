// Which simulated treatments an action stands for: what the guideline allows, beside what the heart makes of it.

extension RecommendedAction {
  /// Surgery of the valve, whether by repair or by replacement.
  var leavesRepairOpen: Bool {
    switch self {
    case .mitralValveSurgery, .emergencySurgery, .surgeryWithAblation, .surgeryWithCABG: true
    default: false
    }
  }

  /// Identifiers of the treatments' catalogue that simulate this action; empty for what is not a treatment.
  public var treatments: [String] {
    switch self {
    case .mitralValveRepair: ValveMaterial.repairs
    case .mitralValveReplacement: ValveMaterial.prostheses
    case .mitralValveSurgery, .emergencySurgery, .surgeryWithAblation, .surgeryWithCABG: ValveMaterial.surgical
    case .teer: ValveMaterial.clips
    case .vasodilatorBridge, .vasodilator: ["nitroprusside"]
    case .heartFailureTherapy:
      ["arni", "ace-inhibitor", "angiotensin-blocker", "beta-blocker", "mra", "sglt2-inhibitor"]
    case .mechanicalProsthesis: [MitralProsthesis.mechanical.rawValue]
    case .biologicalProsthesis: [MitralProsthesis.biological.rawValue]
    case .betaBlocker: ["beta-blocker"]
    case .raasBlocker: ["arni", "ace-inhibitor", "angiotensin-blocker"]
    case .loopDiuretic: ["diuretic"]
    case .balloon, .balloonInExceptionalCases: ["intra-aortic-balloon"]
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
  /// What the rules say of a treatment: those that hold and speak of it. Warnings stand first, then by class; ours,
  /// which have no class, last. Where the valve is to be repaired rather than replaced, or not to be replaced, a rule
  /// that asks for surgery does not speak of an artificial valve.
  public func recommendations(for treatment: String) -> [Recommendation] {
    let isLeftToRepair = ValveMaterial.prostheses.containsText(treatment) && prefersRepair
    var found: [Recommendation] = []
    for one in recommendations where one.rule.treatments.containsText(treatment) {
      if isLeftToRepair, one.rule.polarity == .perform, one.rule.action.leavesRepairOpen { continue }
      var place = found.count
      while place > 0, Self.isFirst(one.rule, found[place - 1].rule) { place -= 1 }
      found.insert(one, at: place)
    }
    return found
  }

  /// A rule holds that prefers a repair, or one that advises against replacement.
  private var prefersRepair: Bool {
    for one in recommendations {
      if one.rule.action == .mitralValveRepair, one.rule.polarity == .perform { return true }
      if one.rule.action == .mitralValveReplacement, one.rule.polarity == .avoid { return true }
    }
    return false
  }

  private static func isFirst(_ a: Rule, _ b: Rule) -> Bool {
    if a.polarity != b.polarity { return a.polarity == .avoid }
    return (a.strength?.rank ?? 5) < (b.strength?.rank ?? 5)
  }
}
