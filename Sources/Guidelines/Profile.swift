// The circulation at the bedside: congested or not, flow enough or not, shock or not.
//
// Congestion: PCWP or LAPmean > 18 mmHg, CVP > 10 mmHg, breathless at rest, lying flat or at night, pink sputum,
// swollen ankles. Low output: CI < 2.2 L/min/m². Shock: lactate > 2 mmol/L; CI < 1.8 with congestion; or a low pressure
// (SBP < 90 or MAP < 65 mmHg) in an acute leak or beside a sign that organs suffer (confusion, breathless at rest, pink
// sputum, CI ≤ 2.2 with a filling pressure of 15 mmHg or more: SCAI 2022). One half of the last is near shock: see
// `nearShock`. A low pressure alone in a chronic leak is told as hypotension: many patients on drugs for a weak
// heart live with it; so is a low index at a sufficient pressure in a leak that is told to be chronic, without
// confusion or breathlessness at rest: low output. The limits are those of the rules on acute leaks and of cardiogenic
// shock; partly recalled.

import Findings

/// The circulation in one word.
public enum ProfileClass: String, CaseIterable, Sendable {
  case shock
  case coldWet = "cold-wet"
  case coldDry = "cold-dry"
  case warmWet = "warm-wet"
  case warmDry = "warm-dry"
  /// Neither congestion nor flow is known well enough.
  case unknown

  /// In words.
  public var meaning: String {
    switch self {
    case .shock: "shock"
    case .coldWet: "low output with congestion"
    case .coldDry: "low output without congestion"
    case .warmWet: "congestion"
    case .warmDry: "neither congestion nor low output"
    case .unknown: "not known"
    }
  }
}

/// The state of the circulation.
public struct HaemodynamicProfile: Sendable {
  public let congestion: Evaluation
  public let lowOutput: Evaluation
  public let hypotension: Evaluation
  public let shock: Evaluation
  public static let evidence = Evidence.recalled

  init(_ picture: Picture) {
    congestion = Condition.congestion.evaluate(picture)
    lowOutput = Condition.lowOutput.evaluate(picture)
    hypotension = Condition.hypotension.evaluate(picture)
    shock = Condition.apparentShock.evaluate(picture)
  }

  /// Flow that was not measured is taken as enough where the pressure is known and not low; never the other way round.
  public var profile: ProfileClass {
    if shock.truth == .yes { return .shock }
    let isCold = lowOutput.truth == .yes
    switch congestion.truth {
    case .yes: return isCold ? .coldWet : .warmWet
    case .no where isCold: return .coldDry
    case .no where lowOutput.truth == .no || hypotension.truth == .no: return .warmDry
    default: return .unknown
    }
  }

  /// True statements about the patient that the profile rests on.
  public var because: [String] {
    var reasons: [String] = []
    for part in [shock, hypotension, lowOutput, congestion] where part.truth == .yes {
      reasons.addMissing(part.reasons)
    }
    return reasons
  }
}

extension Condition {
  /// Shock of any patient, the leak acute or not.
  static let apparentShock = Condition.named(
    "shock that shows",
    .any([
      .measured(.lactate, .above, 2), .all([.measured(.CI, .below, 1.8), .congestion, .not(.steady)]),
      .all([.hypotension, .any([.acuteOrLikelyAcute, .organsSuffer])]),
    ]))

  /// A chronic leak at a sufficient pressure in a patient whose organs do not complain: a low index alone is low
  /// output.
  private static let steady = Condition.asFarAsTold(
    "chronic, pressure sufficient, no organ suffers",
    .all([
      .fact("told to be chronic") { picture in
        picture.record.presentation == .chronic ? .yes("the leak is told to be chronic") : .no("")
      },
      .any([.measured(.SBP, .atLeast, 90), .measured(.MAP, .atLeast, 65)]), .not(.asFarAsTold("low", .hypotension)),
      .not(
        .asFarAsTold(
          "organs suffer", .any([.complaint(.confusion), .complaint(.restDyspnoea), .complaint(.pinkSputum)]))),
    ]))

  private static let organsSuffer = Condition.any([
    .complaint(.confusion), .complaint(.restDyspnoea), .complaint(.pinkSputum),
    .all([.measured(.CI, .atMost, 2.2), .highFilling]),
  ])
}
