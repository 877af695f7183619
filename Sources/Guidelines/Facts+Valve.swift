// Questions that keep a small leak from being called harmless, and a mended one from being called torn: was the valve
// treated and holds, is it narrow, has a chord torn, is the heart around it weak.
//
// Narrow: a mitral valve area of 1.5 cm² or less (clinically significant: ESC/EACTS 2021 and 2025; severe: ACC/AHA 2020,
// very severe from 1.0 cm² down). A large leak raises the gradient by itself, so a mean gradient of 10 mmHg counts only
// where the leak is at most mild and the heart beats no faster than 100 a minute (EAE/ASE 2009, recalled; there above 10
// in sinus rhythm at 60 to 80). Prostheses have limits of their own.
//
// High filling pressure: 15 mmHg, beside a CI of 2.2 or less the haemodynamic half of cardiogenic shock (SCAI 2022; SHOCK
// trial 1999; recalled).

import Findings

extension Condition {
  /// Surgeon or catheter have treated the valve, and it leaks no more than mildly.
  static let mended = Condition.fact("a treated valve that leaks no more than mildly") { picture in
    guard let treatment = picture.record.latestValveTreatment, picture.isMended else { return .no("") }
    return .yes("treated: " + treatment)
  }

  static let narrowValve = Condition.named(
    "mitral stenosis",
    .all([
      .nativeValve,
      .any([
        .measured(.MVA, .atMost, 1.5),
        .all([.measured(.MVmeanGradient, .atLeast, 10), .measured(.HR, .atMost, 100), .little]),
      ]),
    ]))
  static let toldNarrow = asFarAsTold("mitral stenosis", .narrowValve)

  /// A leaflet that flails is a specific sign of a severe leak (ASE 2017), whatever was measured.
  static let tornValve = Condition.named(
    "torn chord",
    .all([.nativeValve, .any([.sign(.flail, "flail leaflet"), .mechanism(.flail)]), .not(.mended)]))
  static let toldTorn = asFarAsTold("torn chord", .tornValve)

  static let weakHeart = Condition.named(
    "weak left ventricle",
    .any([.measured(.LVEF, .below, 50), .history(.heartFailure), .history(.dilatedCardiomyopathy)]))
  static let toldWeak = asFarAsTold("weak left ventricle", .weakHeart)

  static let secondaryLeak = Condition.any([.secondaryVentricular, .secondaryAtrial])

  static let highFilling = Condition.named(
    "high filling pressure", .any([.measured(.PCWP, .atLeast, 15), .measured(.LAPmean, .atLeast, 15)]))
  /// Blood dammed up behind the left heart, as measured.
  static let highLungPressure = Condition.any([.measured(.PCWP, .above, 18), .measured(.LAPmean, .above, 18)])

  /// A sudden tear that nobody has mended.
  static let acuteTear = Condition.all([
    .acuteOrLikelyAcute, .not(.mended), asFarAsTold("torn chord", .mechanism(.flail)),
  ])

  /// One half of cardiogenic shock: a low pressure with a severe leak or too little flow; or too little flow with a
  /// high filling pressure where the pressure is about to go.
  static let nearShock = Condition.any([
    .all([.hypotension, .any([asFarAsTold("severe leak", .severeOrTorn), .measured(.CI, .atMost, 2.2)])]),
    .all([.measured(.SBP, .below, 100), .measured(.CI, .atMost, 2.2), .highFilling]),
  ])
}

extension Picture {
  /// Of an artificial valve the report's own word tells, else what leaks as measured or simulated.
  var isMended: Bool {
    guard record.latestValveTreatment != nil else { return false }
    if let grade = severity.grade {
      return grade <= .mild && (record.isMitralReplaced || severity.confidence > .indeterminate)
    }
    guard record.isMitralReplaced else { return false }
    return self[.RVol].map { $0 < 30 } ?? self[.EROA].map { $0 < 0.2 } ?? false
  }

  /// What the valve is now, where it was treated: "the mitral valve has been repaired"; nil for a native one.
  public var treatedValve: String? {
    guard let treatment = record.latestValveTreatment else { return nil }
    if let prosthesis = record.latestProsthesis {
      return prosthesis == .mechanical
        ? "the mitral valve has been replaced by a mechanical one"
        : "the mitral valve has been replaced by a biological one"
    }
    return ValveMaterial.clips.containsText(treatment)
      ? "the mitral valve has been clipped" : "the mitral valve has been repaired"
  }

  /// How narrow a native valve is, with who says so; nil where it is not known to be.
  var stenosis: String? {
    let found = Condition.narrowValve.evaluate(self)
    guard found.truth == .yes else { return nil }
    var grade = "severe by its mean gradient (EAE/ASE 2009)"
    if let area = self[.MVA], Comparison.atMost.holds(area, 1.5) {
      grade =
        (Comparison.atMost.holds(area, 1) ? "very severe" : "severe")
        + " by ACC/AHA 2020, clinically significant by ESC/EACTS 2021 and 2025"
    }
    return "The mitral valve is narrow as well: stenosis, \(grade) (" + Texts.list(found.reasons, by: "; ")
      + "). The grade here is that of the leak alone."
  }
}

extension ClinicalRecord {
  /// What was done to the valve last; nil where nothing was.
  var latestValveTreatment: String? {
    if let prosthesis = latestProsthesis { return prosthesis.rawValue }
    var latest: String?
    for treatment in treatments
    where ValveMaterial.repairs.containsText(treatment) || ValveMaterial.clips.containsText(treatment) {
      latest = treatment
    }
    return latest
  }
}
