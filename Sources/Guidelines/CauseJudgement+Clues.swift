// What speaks for a cause, from the surest to the weakest. Which illness leaves which lesion is the same list as that
// of the simulator (`Cases/HistoryCause.swift`); here an illness of the muscle counts only where the ventricle shows
// it.

import Findings
import Quantities

/// The clues in one record.
struct CauseClues {
  struct Verdict {
    let cause: CauseClass
    let mechanisms: [ValveMechanism]
    let basis: CauseBasis?
    let because: [String]

    init(_ cause: CauseClass, _ mechanisms: [ValveMechanism], _ basis: CauseBasis?, _ because: [String]) {
      self.cause = cause
      self.mechanisms = mechanisms
      self.basis = basis
      self.because = because
    }
  }

  static let leafletSigns: [(id: QualitativeID, mechanism: ValveMechanism)] = [
    (.papillaryRupture, .papillaryRupture), (.flail, .flail), (.perforation, .perforation), (.cleft, .cleft),
    (.rheumaticLeaflets, .rheumatic), (.prolapse, .prolapse),
  ]

  private let record: ClinicalRecord
  private let findings: FindingValues

  init(_ record: ClinicalRecord, _ findings: FindingValues) {
    self.record = record
    self.findings = findings
  }

  // MARK: Stated and seen

  /// Lesions that the record states, then what was seen.
  var valve: Verdict? {
    var mechanisms: [ValveMechanism] = []
    var reasons: [String] = []
    for kind in record.lesions {
      for mechanism in ValveMechanism.allCases where mechanism.rawValue.utf8.elementsEqual(kind.utf8) {
        if !mechanisms.contains(mechanism) { mechanisms.append(mechanism) }
        reasons.addMissing(["stated: " + kind])
      }
    }
    let basis = mechanisms.isEmpty ? CauseBasis.seen : .stated
    var ill = false
    for sign in Self.leafletSigns where record.signs.has(sign.id) {
      ill = true
      if !mechanisms.contains(sign.mechanism) { mechanisms.append(sign.mechanism) }
      reasons.append("seen: " + sign.mechanism.meaning)
    }
    if record.signs.has(.tenting) {
      let held = heldDown
      if !mechanisms.contains(where: { $0.cause == .secondaryVentricular }) { mechanisms.append(held.mechanism) }
      reasons.append("seen: tenting")
      if let told = held.told { reasons.append(told) }
    } else if !ill, mechanisms.isEmpty, record.signs.jetTiming == .midLate {
      mechanisms.append(.prolapse)
      reasons.append("seen: a jet of mid and late systole")
    }
    return mechanisms.isEmpty ? nil : Verdict(Self.cause(of: mechanisms), mechanisms, basis, reasons)
  }

  private static func cause(of mechanisms: [ValveMechanism]) -> CauseClass {
    var primary = false
    var ventricular = false
    var atrial = false
    for one in mechanisms {
      switch one.cause {
      case .primary: primary = true
      case .secondaryVentricular: ventricular = true
      default: atrial = true
      }
    }
    if primary { return ventricular || atrial ? .mixed : .primary }
    return ventricular ? .secondaryVentricular : .secondaryAtrial
  }

  /// What holds the leaflets down: a scar where there was an infarction, else the wide ventricle.
  private var heldDown: (mechanism: ValveMechanism, told: String?) {
    for item in [HistoryItem.recentMyocardialInfarction, .myocardialInfarction, .coronaryDisease]
    where record.lists(item) == true {
      return (.tethering, "history: \(item.rawValue)")
    }
    if let told = weakOrWide { return (.ventricularDilatation, told) }
    return (.tethering, nil)
  }

  // MARK: Told

  /// Illnesses that by themselves make leaflets ill. A sudden leak after an infarction is none of them: whether the
  /// papillary muscle has torn or the leaflets are held down, only the picture tells.
  var illness: Verdict? {
    for item in record.history ?? [] {
      let mechanism: ValveMechanism
      switch item {
      case .rheumaticFever, .rheumaticCarditis: mechanism = .rheumatic
      case .mitralProlapse: mechanism = .prolapse
      case .endocarditis, .activeEndocarditis: mechanism = .perforation
      case .mitralAnnularCalcification: mechanism = .calcification
      case .anorecticDrugs: mechanism = .fibrosis
      case .chestRadiation where weakOrWide == nil && findings[.LVEF] != nil: mechanism = .fibrosis
      case .chestTrauma: mechanism = .flail
      default: continue
      }
      if isDenied(mechanism) { continue }
      return Verdict(.primary, [mechanism], .history, ["history: \(item.rawValue)"])
    }
    for line in record.context.drugs ?? [] {
      for drug in Self.harmfulDrugs where Self.names(line, drug) {
        return Verdict(.primary, [.fibrosis], .history, ["takes " + drug])
      }
    }
    return nil
  }

  /// Appetite suppressants and ergot drugs that thicken leaflets (recalled).
  private static let harmfulDrugs = [
    "fenfluramine", "dexfenfluramine", "benfluorex", "cabergoline", "pergolide", "ergotamine", "methysergide",
  ]

  /// Whether a line of a list of drugs begins with a name, in whatever case.
  private static func names(_ line: String, _ drug: String) -> Bool {
    var lower: [UInt8] = []
    for byte in line.utf8 { lower.append((65...90).contains(byte) ? byte + 32 : byte) }
    return lower.starts(with: drug.utf8)
  }

  /// A ventricle that explains the leak. Heart failure is no clue: it follows a leak as often as it makes one.
  var ventricle: Verdict? {
    if record.presentation == .acute { return nil }
    let shown = weakOrWide
    let sound = shown == nil && findings[.LVEF] != nil
    for item in record.history ?? [] {
      let mechanism: ValveMechanism
      switch item {
      case .recentMyocardialInfarction, .myocardialInfarction:
        if sound { continue }
        mechanism = .tethering
      case .cardiomyopathy, .dilatedCardiomyopathy:
        if sound { continue }
        mechanism = .ventricularDilatation
      case .coronaryDisease where shown != nil: mechanism = .tethering
      case .alcoholExcess, .cardiotoxicDrugs, .muscularDystrophy, .malnutrition,
        .cancerTherapy, .inflammatoryDisease, .metabolicDisease, .chestRadiation:
        if shown == nil { continue }
        mechanism = .ventricularDilatation
      default: continue
      }
      let reasons = ["history: \(item.rawValue)"] + (shown.map { [$0] } ?? [])
      return Verdict(.secondaryVentricular, [mechanism], .history, reasons)
    }
    guard let fraction = findings[.LVEF], Comparison.below.holds(fraction, 40) else { return nil }
    return Verdict(
      .secondaryVentricular, [.ventricularDilatation], .measured, [told(.LVEF, fraction, .below, 40)])
  }

  /// Circumstances that go with ill valves, where nothing else explains the leak.
  var hint: Verdict? {
    for item in record.history ?? [] {
      let mechanism: ValveMechanism
      switch item {
      case .connectiveTissueDisease, .familyHistoryMitralProlapse: mechanism = .prolapse
      case .intravenousDrugUse: mechanism = .perforation
      case .congenitalHeartDisease: mechanism = .cleft
      default: continue
      }
      if isDenied(mechanism) { continue }
      return Verdict(.primary, [mechanism], .history, ["history: \(item.rawValue)"])
    }
    return nil
  }

  // MARK: Parts

  /// Somebody looked for the lesion and did not see it.
  private func isDenied(_ mechanism: ValveMechanism) -> Bool {
    for sign in Self.leafletSigns where sign.mechanism == mechanism { return record.signs[sign.id] == 0 }
    return false
  }

  /// LVEF below 50 %, or a ventricle above the normal range: said so; nil where neither is known.
  private var weakOrWide: String? {
    if let fraction = findings[.LVEF], Comparison.below.holds(fraction, 50) {
      return told(.LVEF, fraction, .below, 50)
    }
    for id in [FindingID.LVIDd, .LVEDVi, .LVEDV] {
      if let value = findings[id], let upper = id.spec.normal(for: record.sex ?? .male)?.upper,
        Comparison.above.holds(value, upper)
      {
        return told(id, value, .above, upper)
      }
    }
    return nil
  }

  private func told(_ id: FindingID, _ value: Double, _ comparison: Comparison, _ limit: Double) -> String {
    "\(id.identifier) \(id.spec.text(value, beside: limit)) \(comparison.symbol) "
      + id.spec.text(limit, atLeastDigits: 0)
  }

  /// What a verdict takes for granted.
  func assumed(for verdict: Verdict) -> [String] {
    var silent: [String] = []
    if verdict.basis == .stated || verdict.basis == .seen { return silent }
    switch verdict.cause {
    case .primary:
      var described = false
      for sign in Self.leafletSigns where record.signs[sign.id] != nil { described = true }
      silent.append(described ? "a lesion that was not seen" : "a lesion of the leaflets, which are not described")
    default:
      var undescribed = false
      for sign in Self.leafletSigns where record.signs[sign.id] == nil { undescribed = true }
      if undescribed { silent.append("leaflets free of lesions") }
    }
    if verdict.cause == .secondaryAtrial {
      silent.append("no regional wall-motion abnormality")
      if record.signs[.tenting] == nil { silent.append("no tenting") }
    }
    return silent
  }
}
