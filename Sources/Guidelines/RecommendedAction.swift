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
    }
  }
}
