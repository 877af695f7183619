// What can be recommended; the raw values are promised names of files and JSON.

/// Something to do, or to leave.
public enum RecommendedAction: String, CaseIterable, Sendable {
  case mitralValveSurgery = "mitral-valve-surgery"
  case mitralValveRepair = "mitral-valve-repair"
  case mitralValveReplacement = "mitral-valve-replacement"
  case emergencySurgery = "emergency-surgery"
  case teer
  case surgeryWithAblation = "surgery-with-af-ablation"
  case surgeryWithCABG = "mitral-surgery-with-cabg"
  case medicalTherapy = "medical-therapy"
  case vasodilatorBridge = "vasodilator-bridge"
  case balloon = "intra-aortic-balloon"
  case inotrope, vasoconstrictor
  case loopDiuretic = "loop-diuretic"
  case betaBlocker = "beta-blocker"
  case mechanicalSupport = "mechanical-circulatory-support"
  case heartFailureTherapy = "guideline-heart-failure-therapy"
  case resynchronisation, vasodilator
  case watchfulWaiting = "watchful-waiting"
  case furtherImaging = "further-imaging"
  case doac = "anticoagulation-doac"
  case vka = "anticoagulation-vka"
  case appendageClosure = "left-atrial-appendage-closure"
  case endocarditisProphylaxis = "endocarditis-prophylaxis"
  case rheumaticProphylaxis = "rheumatic-prophylaxis"
  case referral = "refer-to-cardiologist"
  case emergencyCall = "emergency-call"
  /// By the surgeon or by catheter, whichever the risk allows.
  case intervention = "mitral-valve-intervention"
  case minimallyInvasive = "minimally-invasive-surgery"
  case mechanicalProsthesis = "replacement-mechanical"
  case biologicalProsthesis = "replacement-biological"
  case coronaryIntervention = "percutaneous-coronary-intervention"
  /// Ventricular assist device or transplant.
  case advancedTherapy = "advanced-therapy-evaluation"
  case heartTeam = "heart-team"
  /// Which drug is another rule's matter.
  case oralAnticoagulation = "oral-anticoagulation"
  case aspirin
  case dualAntiplatelet = "dual-antiplatelet-therapy"
  /// To grade the leak once more, under better conditions.
  case gradeAgain = "grade-again"
  case otherCause = "look-for-another-cause"
  case sport
  case competitiveSport = "competitive-sport"
  case collisionSport = "collision-sport"
  case pregnancyCounselling = "pregnancy-counselling"
  /// ACE inhibitor, angiotensin blocker or ARNI.
  case raasBlocker = "raas-blocker"
  /// Not for all who are in shock.
  case balloonInExceptionalCases = "intra-aortic-balloon-in-exceptional-cases"

  /// In plain English, to stand at the head of a line: "Repair of the mitral valve".
  public var title: String {
    switch self {
    case .mitralValveSurgery: "Surgery of the mitral valve"
    case .mitralValveRepair: "Repair of the mitral valve"
    case .mitralValveReplacement: "Replacement of the mitral valve"
    case .emergencySurgery: "Emergency surgery"
    case .teer: "Edge-to-edge repair by catheter (TEER)"
    case .surgeryWithAblation: "Surgery with ablation of atrial fibrillation"
    case .surgeryWithCABG: "Mitral surgery together with the bypass operation"
    case .medicalTherapy: "Drugs"
    case .vasodilatorBridge: "Vasodilator as a bridge"
    case .balloon: "Intra-aortic balloon pump"
    case .balloonInExceptionalCases: "Intra-aortic balloon pump, in exceptional cases only"
    case .inotrope: "Inotrope"
    case .loopDiuretic: "Loop diuretic"
    case .vasoconstrictor: "Vasoconstrictor"
    case .betaBlocker: "Beta-blocker"
    case .mechanicalSupport: "Mechanical support of the circulation"
    case .heartFailureTherapy: "Heart-failure drugs by guideline"
    case .resynchronisation: "Cardiac resynchronisation"
    case .vasodilator: "Vasodilator"
    case .watchfulWaiting: "Watchful waiting"
    case .furtherImaging: "Further imaging"
    case .doac: "Anticoagulation with a DOAC"
    case .vka: "Anticoagulation with a vitamin-K antagonist"
    case .appendageClosure: "Closure of the left atrial appendage"
    case .endocarditisProphylaxis: "Antibiotic before dental work"
    case .rheumaticProphylaxis: "Penicillin against further rheumatic fever"
    case .referral: "Referral to a cardiologist"
    case .emergencyCall: "Emergency call"
    case .intervention: "Intervention on the mitral valve, by surgeon or catheter"
    case .minimallyInvasive: "Minimally invasive surgery"
    case .mechanicalProsthesis: "A mechanical valve"
    case .biologicalProsthesis: "A biological valve"
    case .coronaryIntervention: "Opening of the coronary arteries by catheter"
    case .advancedTherapy: "Evaluation for an assist device or a transplant"
    case .heartTeam: "Decision by the Heart Team"
    case .oralAnticoagulation: "Anticoagulation by mouth"
    case .aspirin: "Aspirin"
    case .dualAntiplatelet: "Two antiplatelet drugs together"
    case .gradeAgain: "Grading the leak again"
    case .otherCause: "A search for another cause of the symptoms"
    case .sport: "Sport"
    case .competitiveSport: "Competitive sport"
    case .collisionSport: "Collision sport"
    case .pregnancyCounselling: "Counselling on pregnancy"
    case .raasBlocker: "Blockers of the renin–angiotensin system"
    }
  }
}

extension RecommendedAction {
  /// Whether doing this does the other as well: a repair is surgery of the mitral valve.
  public func covers(_ other: RecommendedAction) -> Bool {
    if self == other { return true }
    switch self {
    case .mitralValveRepair, .mitralValveReplacement, .emergencySurgery, .surgeryWithCABG:
      return other == .mitralValveSurgery || other == .intervention
    case .mitralValveSurgery, .teer: return other == .intervention
    default: return false
    }
  }
}
