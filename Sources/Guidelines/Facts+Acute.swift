// Questions of the acute leak: how it came, the circulation behind it, and what must not wait.

import Findings

// How it came.
extension Condition {
  /// Told to be acute, or concluded from a torn papillary muscle, an infected valve and the like.
  static let acuteOrLikelyAcute = Condition.fact("acute leak, told or likely") { picture in
    let acuity = picture.acuity
    guard let presentation = acuity.presentation, let reason = acuity.because.first else {
      return .no("nothing tells of a sudden leak")
    }
    let told = acuity.isInferred ? "the leak is likely \(presentation.rawValue): \(reason)" : reason
    return presentation == .acute ? .yes(told) : .no(told)
  }

  /// Graded severe; or not surely graded, and torn: a flail leaflet or a torn papillary muscle counts as severe by
  /// itself (morphology of a severe leak, ESC/EACTS 2021 Table 7, recalled; ASE 2017, read).
  static let severeOrTorn = Condition.fact("severe leak, graded or by a torn valve") { picture in
    switch Condition.severe.evaluate(picture) {
    case let graded where graded.truth == .yes: return .yes(Texts.list(graded.reasons, by: "; "))
    case let graded where graded.truth == .no: return .no(Texts.list(graded.reasons, by: "; "))
    case let graded:
      for torn in [ValveMechanism.papillaryRupture, .flail] where picture.cause.mechanisms.contains(torn) {
        return .yes("mechanism: " + torn.meaning)
      }
      return .unknown(graded.missing)
    }
  }

  /// Graded severe, though the evidence does not settle it.
  static let perhapsSevere = Condition.fact("leak that may be severe") { picture in
    let severity = picture.severity
    guard let grade = severity.grade else { return ungraded(picture) }
    let told = "the leak is graded \(grade.identifier) (\(severity.confidence.identifier))"
    return grade == .severe && severity.confidence == .indeterminate ? .yes(told) : .no(told)
  }

  /// Acute, and not shown to be less than severe.
  static let acuteUngraded = Condition.fact("acute leak that may be severe") { picture in
    guard picture.acuity.isAcute else { return .no("the leak is not told to be acute") }
    if picture.isMended, let treatment = picture.record.latestValveTreatment { return .no("treated: " + treatment) }
    let severity = picture.severity
    guard let grade = severity.grade else { return .yes("the acute leak is not graded") }
    let told = "the acute leak is graded \(grade.identifier) (\(severity.confidence.identifier))"
    let isSure = severity.confidence > .indeterminate
    return grade == .severe || (grade == .moderate && !isSure) ? .yes(told) : .no(told)
  }

  /// NYHA class, told or inferred. An inferred class is a lower bound: above it the class must be told.
  static func nyhaAtLeast(_ limit: NYHAClass) -> Condition {
    .fact("NYHA class \(limit.rawValue)" + (limit == .four ? "" : " or higher")) { picture in
      let found = picture.functional
      guard let reached = found.reaches(limit), let reason = found.because.first, let nyha = found.nyha else {
        return .unknown(["nyha"])
      }
      let told = found.isInferred ? "NYHA class \(nyha.rawValue) at least (\(reason))" : reason
      return reached ? .yes(told) : .no(found.isInferred ? reason : told)
    }
  }

  /// A complaint, asked for by name.
  static func complaint(_ symptom: Symptom) -> Condition {
    .fact(symptom.meaning) { picture in
      switch picture.record.complains(of: symptom) {
      case true?: .yes("complains of \(symptom.meaning)")
      case false?: .unlisted
      case nil: .unknown(["symptoms"])
      }
    }
  }

  /// A yes-or-no sign.
  static func sign(_ sign: QualitativeID, _ meaning: String) -> Condition {
    .fact(meaning) { picture in
      switch picture.record.signs[sign] {
      case 1?: .yes("seen: \(meaning)")
      case nil: .unknown([sign.identifier])
      default: .no("not seen: \(meaning)")
      }
    }
  }
}

// The circulation (patient.md and the rules on acute leaks).
extension Condition {
  /// Too little pressure to drive the organs.
  static let hypotension = Condition.named(
    "hypotension", .any([.measured(.SBP, .below, 90), .measured(.MAP, .below, 65)]))

  /// Blood dammed up behind the left heart or before the right one.
  static let congestion = Condition.named(
    "congestion",
    .any([
      .measured(.PCWP, .above, 18), .measured(.LAPmean, .above, 18), .complaint(.pinkSputum),
      .complaint(.restDyspnoea), .complaint(.orthopnoea), .complaint(.nocturnalDyspnoea), .measured(.CVP, .above, 10),
      .complaint(.ankleSwelling),
    ]))

  /// Too little flow.
  static let lowOutput = Condition.named("low output", .measured(.CI, .below, 2.2))

  /// Shock as the rules on acute leaks have it: SBP < 90 mmHg, lactate > 2 mmol/L, or CI < 1.8 with congestion; and
  /// MAP < 65 mmHg, which is where organs begin to fail.
  static let shock = Condition.named(
    "shock",
    .any([.hypotension, .measured(.lactate, .above, 2), .all([.measured(.CI, .below, 1.8), .congestion])]))
}
