// What the names on a list of drugs mean for rules and scores.

/// A class of drugs that a rule or a score asks for.
public enum DrugClass: String, CaseIterable, Sendable {
  case aceInhibitor = "ace-inhibitor"
  case angiotensinBlocker = "angiotensin-blocker"
  case arni
  case betaBlocker = "beta-blocker"
  case mra
  case sglt2Inhibitor = "sglt2-inhibitor"
  case loopDiuretic = "loop-diuretic"
  case thiazide
  case calciumBlocker = "calcium-blocker"
  case nitrate, hydralazine, digoxin, amiodarone, statin, aspirin
  case doac, vka
  case penicillin, insulin

  /// Lowers the blood pressure and is given for it (PREVENT asks for such a drug).
  public var lowersBloodPressure: Bool {
    switch self {
    case .aceInhibitor, .angiotensinBlocker, .arni, .betaBlocker, .mra, .thiazide, .calciumBlocker, .hydralazine: true
    default: false
    }
  }

  /// International nonproprietary names and the words people use, in lower case.
  public var names: [String] {
    switch self {
    case .aceInhibitor:
      ["ace-inhibitor", "ramipril", "enalapril", "lisinopril", "perindopril", "captopril", "trandolapril"]
    case .angiotensinBlocker:
      ["angiotensin-blocker", "arb", "losartan", "valsartan", "candesartan", "irbesartan", "telmisartan", "olmesartan"]
    case .arni: ["arni", "sacubitril"]
    case .betaBlocker:
      ["beta-blocker", "bisoprolol", "carvedilol", "metoprolol", "nebivolol", "atenolol", "propranolol"]
    case .mra: ["mra", "spironolactone", "eplerenone", "finerenone"]
    case .sglt2Inhibitor: ["sglt2-inhibitor", "dapagliflozin", "empagliflozin", "canagliflozin", "sotagliflozin"]
    case .loopDiuretic: ["loop-diuretic", "diuretic", "furosemide", "torasemide", "torsemide", "bumetanide"]
    case .thiazide: ["thiazide", "hydrochlorothiazide", "chlortalidone", "chlorthalidone", "indapamide", "metolazone"]
    case .calciumBlocker: ["calcium-blocker", "amlodipine", "nifedipine", "lercanidipine", "verapamil", "diltiazem"]
    case .nitrate: ["nitrate", "isosorbide", "nitroglycerin"]
    case .hydralazine: ["hydralazine"]
    case .digoxin: ["digoxin", "digitoxin"]
    case .amiodarone: ["amiodarone"]
    case .statin:
      ["statin", "atorvastatin", "rosuvastatin", "simvastatin", "pravastatin", "fluvastatin", "pitavastatin"]
    case .aspirin: ["aspirin", "acetylsalicylic"]
    case .doac: ["doac", "noac", "apixaban", "rivaroxaban", "edoxaban", "dabigatran"]
    case .vka: ["vka", "warfarin", "phenprocoumon", "acenocoumarol"]
    case .penicillin: ["penicillin", "benzathine"]
    case .insulin: ["insulin"]
    }
  }

  /// The classes in a line of a drug list: "sacubitril/valsartan 97/103 mg" is an ARNI. Empty when no word is known.
  public static func classes(in line: String) -> [DrugClass] {
    let words = words(of: line)
    var found: [DrugClass] = []
    for drug in allCases {
      for name in drug.names where words.contains(where: { $0.elementsEqual(name.utf8) }) {
        found.append(drug)
        break
      }
    }
    // Valsartan beside sacubitril is part of it.
    if found.contains(.arni) { found.removeAll { $0 == .angiotensinBlocker } }
    return found
  }

  /// The words of a line in lower case, as bytes: runs of letters, digits and hyphens.
  private static func words(of line: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in line.utf8 {
      switch byte {
      case 65...90: word.append(byte + 32)
      case 97...122, 48...57, 45: word.append(byte)
      default:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
