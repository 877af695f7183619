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

  /// The words of a line that stand for the class, in lower case: international nonproprietary names, the commonest brand
  /// names, and the words people use, whose parts are joined by hyphens. An "s" at the end does not count.
  public var names: [String] {
    switch self {
    case .aceInhibitor:
      [
        "ace-inhibitor", "acei", "ramipril", "enalapril", "lisinopril", "perindopril", "captopril", "trandolapril",
        "benazepril", "fosinopril", "quinapril", "altace", "tritace", "delix", "vasotec", "zestril", "prinivil",
        "coversyl", "accupril", "lotensin",
      ]
    case .angiotensinBlocker:
      [
        "angiotensin-blocker", "arb", "losartan", "valsartan", "candesartan", "irbesartan", "telmisartan", "olmesartan",
        "azilsartan", "eprosartan", "cozaar", "diovan", "atacand", "aprovel", "avapro", "micardis", "benicar",
      ]
    case .arni: ["arni", "sacubitril", "entresto"]
    case .betaBlocker:
      [
        "beta-blocker", "betablocker", "bisoprolol", "carvedilol", "metoprolol", "nebivolol", "atenolol", "propranolol",
        "sotalol", "labetalol", "nadolol", "concor", "coreg", "dilatrend", "lopressor", "toprol", "toprol-xl", "beloc",
        "beloc-zok", "betaloc", "bystolic", "nebilet", "tenormin", "inderal", "betapace", "trandate",
      ]
    case .mra:
      [
        "mra", "spironolactone", "eplerenone", "finerenone", "aldosterone-antagonist", "aldactone", "inspra",
        "kerendia",
      ]
    case .sglt2Inhibitor:
      [
        "sglt2-inhibitor", "sglt-2-inhibitor", "sglt2i", "dapagliflozin", "empagliflozin", "canagliflozin",
        "sotagliflozin", "ertugliflozin", "forxiga", "farxiga", "jardiance", "invokana", "inpefa", "steglatro",
      ]
    case .loopDiuretic:
      [
        "loop-diuretic", "furosemide", "frusemide", "torasemide", "torsemide", "bumetanide", "lasix", "torem",
        "demadex",
        "bumex", "burinex",
      ]
    case .thiazide:
      [
        "thiazide", "hydrochlorothiazide", "hctz", "bendroflumethiazide", "chlortalidone", "chlorthalidone",
        "indapamide",
        "metolazone", "xipamide",
      ]
    case .calciumBlocker:
      [
        "calcium-blocker", "calcium-channel-blocker", "amlodipine", "felodipine", "nifedipine", "lercanidipine",
        "nitrendipine", "verapamil", "diltiazem", "norvasc", "adalat",
      ]
    case .nitrate: ["nitrate", "isosorbide", "nitroglycerin", "glyceryl-trinitrate"]
    case .hydralazine: ["hydralazine", "dihydralazine"]
    case .digoxin: ["digoxin", "digitoxin", "lanoxin"]
    case .amiodarone: ["amiodarone", "cordarone", "pacerone"]
    case .statin:
      [
        "statin", "atorvastatin", "rosuvastatin", "simvastatin", "pravastatin", "fluvastatin", "pitavastatin",
        "lovastatin", "lipitor", "crestor", "zocor",
      ]
    case .aspirin: ["aspirin", "acetylsalicylic", "asa"]
    case .doac:
      [
        "doac", "noac", "apixaban", "rivaroxaban", "edoxaban", "dabigatran", "eliquis", "xarelto", "lixiana", "savaysa",
        "pradaxa",
      ]
    case .vka:
      [
        "vka", "vitamin-k-antagonist", "warfarin", "phenprocoumon", "acenocoumarol", "fluindione", "coumadin",
        "marcumar",
        "marcoumar", "falithrom", "sintrom",
      ]
    case .penicillin: ["penicillin", "benzathine"]
    case .insulin: ["insulin"]
    }
  }

  /// Common drugs that belong to none of the classes, and words for no drug at all: a line with one of them leaves nothing
  /// open.
  private static let others = [
    "none", "no", "metformin", "sitagliptin", "semaglutide", "liraglutide", "gliclazide", "glimepiride",
    "levothyroxine",
    "omeprazole", "pantoprazole", "esomeprazole", "lansoprazole", "paracetamol", "acetaminophen", "ibuprofen",
    "diclofenac", "allopurinol", "clopidogrel", "ticagrelor", "prasugrel", "heparin", "enoxaparin", "ezetimibe",
    "ivabradine", "vericiguat", "ranolazine", "flecainide", "propafenone", "dronedarone", "moxonidine", "doxazosin",
    "tamsulosin", "salbutamol", "tiotropium", "budesonide", "prednisolone", "prednisone", "sertraline", "citalopram",
    "escitalopram", "mirtazapine", "levodopa", "cabergoline", "pergolide", "ergotamine", "methysergide", "fenfluramine",
    "dexfenfluramine", "benfluorex", "amoxicillin", "doxycycline", "iron", "potassium", "magnesium", "calcium",
  ]

  /// The classes in a line of a drug list: "sacubitril/valsartan 97/103 mg" is an ARNI. Empty when no word is known.
  public static func classes(in line: String) -> [DrugClass] {
    let words = joined(words(of: line))
    var found: [DrugClass] = []
    for drug in allCases where drug.names.contains(where: { words.has($0) }) { found.append(drug) }
    // Valsartan beside sacubitril is part of it.
    if found.contains(.arni) { found.removeAll { $0 == .angiotensinBlocker } }
    // Beside another class the word tells nothing new ("thiazide diuretic"); alone it mostly means a loop diuretic.
    if found.isEmpty, words.has("diuretic"), !isOtherDiuretic(words) { found.append(.loopDiuretic) }
    return found
  }

  /// Whether the line tells what it is: a drug of a class, one known to be of none, or nothing at all.
  public static func knows(_ line: String) -> Bool {
    let words = words(of: line)
    if words.isEmpty || !classes(in: line).isEmpty { return true }
    // Spironolactone and amiloride both spare potassium: which is meant stays open.
    if isOtherDiuretic(joined(words)), !sparing.contains(where: { words.has($0) }) { return false }
    return others.contains { words.has($0) } || sparing.contains { words.has($0) }
  }

  /// Diuretics of no class here.
  private static let sparing = ["amiloride", "triamterene"]

  /// Whether the words name a kind of diuretic that does not act on the loop.
  private static func isOtherDiuretic(_ words: [[UInt8]]) -> Bool {
    ["sparing", "potassium-sparing", "k-sparing", "osmotic", "carbonic-anhydrase", "mannitol", "acetazolamide"]
      .contains { words.has($0) } || sparing.contains { words.has($0) }
  }

  /// The words, and neighbours as one: "ACE inhibitor" is also "ace-inhibitor", "vitamin K antagonist" the three of them.
  private static func joined(_ words: [[UInt8]]) -> [[UInt8]] {
    var all = words
    for first in words.indices.dropLast() {
      let two = words[first] + [45] + words[first + 1]
      all.append(two)
      if first + 2 < words.count { all.append(two + [45] + words[first + 2]) }
    }
    return all
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

extension [[UInt8]] {
  /// Whether a name is among the words, in the singular or the plural.
  fileprivate func has(_ name: String) -> Bool {
    contains { $0.elementsEqual(name.utf8) || ($0.last == 115 && $0.dropLast().elementsEqual(name.utf8)) }
  }
}
