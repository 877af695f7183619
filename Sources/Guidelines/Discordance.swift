// What does not agree, told and not averaged: the numbers, which of them is the likelier error and why, what to do.

import Findings

/// Which measurement is the likelier error.
public struct SuspectMeasurement: Sendable {
  public let finding: FindingID
  /// Nil: however it was measured.
  public let method: MeasurementMethod?
  /// Why, in a sentence.
  public let why: String
  /// Who says so, with the year; "Mitral's own rule" where nobody does.
  public let source: String
  public let evidence: Evidence

  init(
    _ finding: FindingID, by method: MeasurementMethod? = nil, _ why: String, source: String = Self.own,
    _ evidence: Evidence = .read
  ) {
    self.finding = finding
    self.method = method
    self.why = why
    self.source = source
    self.evidence = evidence
  }

  static let own = "Mitral's own rule"
}

/// Findings that cannot all be right, or that speak for different grades.
public struct Discordance: Sendable {
  /// What kind of disagreement.
  public enum Kind: Int, CaseIterable, Sendable {
    // What cannot be.
    case regurgitantExceedsStroke, forwardExceedsStroke, emptyExceedsFull
    // What goes badly together.
    case forwardTooLow, littleForwardFlow, fractionAgainstVolumes, orificeAgainstVolume, orificeAgainstConvergence,
      ejectionFraction
    case strokeVolumes, forwardFlow, chamberSize
    // What one method says against another.
    case methods, pisaAgainstVolumetric, aorticLeak, differentDays
    // What speaks for different grades.
    case partOfSystole, numbersApart, numbersBorder, signsAgainstNumbers, signsAgainstSigns, reportedGrade

    /// The name in JSON.
    public var identifier: String {
      switch self {
      case .regurgitantExceedsStroke: "regurgitant-exceeds-stroke"
      case .forwardExceedsStroke: "forward-exceeds-stroke"
      case .emptyExceedsFull: "empty-exceeds-full"
      case .forwardTooLow: "forward-too-low"
      case .littleForwardFlow: "little-forward-flow"
      case .fractionAgainstVolumes: "fraction-against-volumes"
      case .orificeAgainstVolume: "orifice-against-volume"
      case .orificeAgainstConvergence: "orifice-against-convergence"
      case .ejectionFraction: "ejection-fraction"
      case .strokeVolumes: "stroke-volumes"
      case .forwardFlow: "forward-flow"
      case .chamberSize: "chamber-size"
      case .methods: "methods"
      case .pisaAgainstVolumetric: "pisa-against-volumetric"
      case .aorticLeak: "aortic-leak"
      case .differentDays: "different-days"
      case .partOfSystole: "part-of-systole"
      case .numbersApart: "numbers-apart"
      case .numbersBorder: "numbers-border"
      case .signsAgainstNumbers: "signs-against-numbers"
      case .signsAgainstSigns: "signs-against-signs"
      case .reportedGrade: "reported-grade"
      }
    }
  }

  public let kind: Kind
  /// The findings that disagree, as far as they are numbers.
  public let findings: [FindingID]
  /// What disagrees, with the numbers: a sentence.
  public let text: String
  /// The likelier error; nil where nothing tells.
  public let suspect: SuspectMeasurement?
  /// What to do about it: a sentence.
  public let advice: String
  /// True: the grade cannot be relied on. False: a caution.
  public let isSerious: Bool

  init(
    _ kind: Kind, _ findings: [FindingID], _ text: String, suspect: SuspectMeasurement? = nil, advice: String,
    serious: Bool
  ) {
    self.kind = kind
    self.findings = findings
    self.text = text
    self.suspect = suspect
    self.advice = advice
    isSerious = serious
  }
}

/// What tells which of two methods is the likelier to be wrong.
struct MethodCircumstances {
  var partOfSystole = false
  var eccentric = false
  var elliptical = false
  /// Nobody saw that the orifice is elliptical: held-down leaflets usually make it so.
  var isShapeAssumed = false
  var regionalDisease = false
  var isIrregular = false
  var hasAorticLeak = false

  /// Of a leak's number by flow convergence and by volumes (or CMR): which is the likelier error.
  ///
  /// - Parameters:
  ///   - finding: the number that is compared.
  ///   - pisaIsLarger: flow convergence gives the larger leak.
  ///   - other: how the other is measured; nil: by volumes, nobody said which.
  func suspect(
    _ finding: FindingID, pisaIsLarger: Bool, against other: MeasurementMethod?
  ) -> SuspectMeasurement? {
    let ase = SeverityThresholds.ase
    // Three dimensions show an orifice by itself, by no volumes.
    let byVolumes = other != .catheter && !(other == .threeDimensional && finding == .EROA)
    let byResonance = other == .mri
    if pisaIsLarger, partOfSystole {
      return SuspectMeasurement(
        finding, by: .pisa,
        "Flow convergence takes one frame for the whole of systole, and this valve leaks for part of it: at the same "
          + "EROA a mid-late leak passes half the volume (25 against 49 mL).",
        source: "Topilsky 2012; " + ase)
    }
    if pisaIsLarger, eccentric {
      return SuspectMeasurement(
        finding, by: .pisa,
        "Beside a wall the convergence is not half a sphere, and the formula for half a sphere makes an eccentric "
          + "leak too large.", source: ase, .recalled)
    }
    if !pisaIsLarger, elliptical {
      return SuspectMeasurement(
        finding, by: .pisa,
        (isShapeAssumed
          ? "Leaflets are held down, so the orifice is assumed not to be round" : "The orifice is not round")
          + ": flow convergence taken as half a sphere shows a crescent too small.",
        source: "Otto 2020 (ACC/AHA valvular heart disease)", .recalled)
    }
    if hasAorticLeak, !byResonance, byVolumes {
      return SuspectMeasurement(
        finding, by: other ?? .volumetric,
        "The aortic valve leaks, too, and stroke volumes do not tell the two leaks apart.",
        source: ase)
    }
    if byResonance {
      return SuspectMeasurement(
        finding, by: .pisa,
        "After surgery the ventricle shrank as magnetic resonance had measured the leak (r 0.85), and not as echo had "
          + "(r 0.32).", source: "Uretsky 2015")
    }
    // Of volumes in three dimensions this is not said.
    if pisaIsLarger, byVolumes, other != .threeDimensional {
      return SuspectMeasurement(
        finding, by: other ?? .volumetric,
        "Volumes of the ventricle by two-dimensional echo are too small, and so is the stroke that they give.",
        source: ase, .recalled)
    }
    return nil
  }

  /// Of two measurements of the same finding: which is the likelier error.
  func suspect(_ finding: FindingID, _ a: Measurement, _ b: Measurement) -> SuspectMeasurement? {
    let (low, high) = a.value < b.value ? (a, b) : (b, a)
    let isOfTheLeak = finding == .RVol || finding == .EROA || finding == .RF
    let others: [MeasurementMethod] = [.mri, .volumetric, .simpson, .threeDimensional, .catheter]
    if isOfTheLeak, high.by == .pisa, let other = low.by, others.contains(other) {
      return suspect(finding, pisaIsLarger: true, against: other)
    }
    if isOfTheLeak, low.by == .pisa, let other = high.by, others.contains(other) {
      return suspect(finding, pisaIsLarger: false, against: other)
    }
    for (one, other) in [(low, high), (high, low)] where one.by == .teichholz && other.by != .teichholz {
      return SuspectMeasurement(
        finding, by: .teichholz,
        regionalDisease
          ? "One diameter stands for the whole ventricle, and here its walls do not move alike."
          : "One diameter stands for the whole ventricle.", source: "Lang 2015 (ASE/EACVI chamber quantification)",
        .recalled)
    }
    switch finding {
    case .LVEDV, .LVESV, .SV, .LVEDVi, .LVESVi, .LAVmax, .LAVI, .RVEDV, .RVESV:
      if high.by == .mri, low.by != .mri {
        return SuspectMeasurement(
          finding, by: low.by, "Volumes by two-dimensional echo come out smaller than by magnetic resonance.",
          source: "Lang 2015 (ASE/EACVI chamber quantification)", .recalled)
      }
    default: break
    }
    if hasAorticLeak, isOfTheLeak || finding == .FSV {
      for one in [low, high] where one.by == .volumetric {
        return SuspectMeasurement(
          finding, by: .volumetric, "The aortic valve leaks, too, and stroke volumes do not tell the two leaks apart.",
          source: SeverityThresholds.ase)
      }
    }
    if isOfTheLeak {
      for one in [low, high] where one.by == .mri {
        let other = one == low ? high : low
        return SuspectMeasurement(
          finding, by: other.by,
          "After surgery the ventricle shrank as magnetic resonance had measured the leak (r 0.85), and not as echo "
            + "had (r 0.32).", source: "Uretsky 2015")
      }
    }
    return nil
  }
}

extension MeasurementMethod {
  /// In a few words, as in "RVol by flow convergence".
  public var words: String {
    switch self {
    case .pisa: "flow convergence (PISA)"
    case .volumetric: "stroke volumes (Doppler)"
    case .simpson: "biplane discs (Simpson)"
    case .teichholz: "Teichholz's formula"
    case .continuity: "continuity"
    case .threeDimensional: "3-D echo"
    case .mri: "magnetic resonance"
    case .catheter: "catheter"
    case .thermodilution: "thermodilution"
    case .fick: "Fick's principle"
    case .cuff: "cuff"
    case .mode: "M-mode"
    case .planimetry: "planimetry"
    case .pressureHalfTime: "pressure half-time"
    }
  }
}
