// How the leak of a patient follows the heart: taken from what the case states, else from what was seen at the valve,
// else from what the patient has had, else from the ventricle. It decides what the fit's leak does when a treatment
// changes the heart.

import Findings
import Lesions

/// A mechanism, and what speaks for it.
public struct LeakMechanismChoice: Sendable, Equatable {
  public let mechanism: LeakMechanism
  /// What was seen or told, without a full stop.
  public let reason: String
  /// What the choice rests on.
  public let basis: Basis
  /// The cause in the history that fits it, in plain words.
  public let cause: String?

  /// The surest first.
  public enum Basis: Sendable, CaseIterable { case stated, seen, history, ventricle, nothing }

  /// As in JSON: "tethering".
  public var identifier: String { mechanism.rawValue }

  /// One sentence for people.
  public var sentence: String {
    "The leak was taken as \(mechanism.words) (\(reason))" + (cause.map { "; cause in the history: \($0)." } ?? ".")
  }
}

extension LeakMechanism {
  /// How it leaks, for people.
  public var words: String {
    switch self {
    case .fixed: "a hole of constant size"
    case .flail: "a leaflet that gapes less as the ventricle shrinks"
    case .prolapse: "chords that give way as the ventricle empties"
    case .tethering: "leaflets held apart by the ventricle, least when pressure shuts them"
    case .ring: "leaflets too short for their ring"
    }
  }
}

extension MeasuredPatient {
  /// How the mitral leak is taken to follow the heart.
  public var leakMechanism: LeakMechanismChoice {
    let clues: [(Clue?, LeakMechanismChoice.Basis)] = [
      (statedMechanism, .stated), (seenMechanism, .seen), (toldMechanism, .history), (ventricularMechanism, .ventricle),
    ]
    for case (let clue?, let basis) in clues { return choice(clue.mechanism, clue.reason, basis) }
    return choice(.flail, "nothing tells how it leaks; native leaks follow the load", .nothing)
  }

  /// The cause in the history of the lesions stated: nil where none fits.
  public var causeOfStatedLesions: String? {
    leakCauses.first { cause in cause.kinds.contains(where: record.lesions.contains) }?.sentence
  }

  private func choice(
    _ mechanism: LeakMechanism, _ reason: String, _ basis: LeakMechanismChoice.Basis
  ) -> LeakMechanismChoice {
    LeakMechanismChoice(mechanism: mechanism, reason: reason, basis: basis, cause: cause(of: mechanism))
  }

  private typealias Clue = (mechanism: LeakMechanism, reason: String)

  private var leakCauses: [LeakCause] {
    (record.history ?? []).compactMap { $0.leakCause(isAcute: isAcute) }
  }

  private func cause(of mechanism: LeakMechanism) -> String? {
    leakCauses.first { cause in
      cause.kinds.contains { LesionCatalogue.find($0)?.mechanism == mechanism }
    }?.sentence
  }

  private var statedMechanism: Clue? {
    guard let kind = record.lesions.first, let lesion = LesionCatalogue.find(kind) else { return nil }
    return (lesion.mechanism, "stated: \(kind)")
  }

  private var seenMechanism: Clue? {
    let clues: [(QualitativeID, LeakMechanism)] = [
      (.papillaryRupture, .flail), (.flail, .flail), (.perforation, .fixed), (.cleft, .fixed),
      (.rheumaticLeaflets, .fixed),
    ]
    for (sign, mechanism) in clues where record.signs.has(sign) {
      return (mechanism, "seen: \(sign.spec.name.lowercased())")
    }
    if record.signs.has(.tenting), !record.signs.has(.prolapse) { return (.tethering, "seen: tenting") }
    if record.signs.jetTiming == .midLate { return (.prolapse, "seen: a jet of mid and late systole") }
    if record.signs.has(.prolapse) { return (.flail, "seen: a prolapse that is not known to leak late only") }
    return nil
  }

  /// What the history tells. Atrial fibrillation and heart failure are left out: they follow a leak as often as they
  /// make one. An illness of the muscle does not explain the leak of a ventricle that ejects well, and one that ejects
  /// badly explains it better than what only goes with ill valves.
  private var toldMechanism: Clue? {
    let hints: [HistoryItem] = [
      .connectiveTissueDisease, .familyHistoryMitralProlapse, .intravenousDrugUse, .congenitalHeartDisease,
    ]
    var skipped: [HistoryItem] = [.atrialFibrillation, .heartFailure, .advancedHeartFailure]
    if ejectsBadly { skipped += hints }
    for item in record.history ?? [] where !skipped.contains(item) {
      guard let cause = item.leakCause(isAcute: isAcute),
        let kind = cause.kinds.first(where: { !ejectsWell || $0 != "ventricular-dilatation" }),
        let lesion = LesionCatalogue.find(kind)
      else { continue }
      // A known prolapse leaks late only where that was seen.
      let mechanism = lesion.mechanism == .prolapse ? .flail : lesion.mechanism
      return (mechanism, "history: \(item.rawValue)")
    }
    return nil
  }

  /// A weak ventricle without a sick leaflet, or a fibrillating atrium beside a strong one.
  private var ventricularMechanism: Clue? {
    guard !isAcute, let fraction = measuredEjectionFraction, let told = ejectionFractionTold else { return nil }
    if ejectsBadly { return (.tethering, told) }
    return fraction >= 50 && fibrillates ? (.ring, "atrial fibrillation beside a strong ventricle") : nil
  }

  private var ejectsBadly: Bool {
    guard !isAcute, let fraction = measuredEjectionFraction else { return false }
    return fraction < 40
  }

  private var ejectsWell: Bool { measuredEjectionFraction.map { $0 >= 50 } ?? false }

  /// The mean of the present LVEFs, else from the present volumes, %; nil where neither was measured.
  public var measuredEjectionFraction: Double? {
    if let fraction = mean(.LVEF) { return fraction }
    guard let diastolic = mean(.LVEDV), let systolic = mean(.LVESV), diastolic > 0 else { return nil }
    return 100 * (1 - systolic / diastolic)
  }

  /// The same in words.
  public var ejectionFractionTold: String? {
    // Halves upwards, without the C library's `round`.
    measuredEjectionFraction.map { "an ejection fraction of \(Int(($0 + 0.5).rounded(.down))) %" }
  }
}
