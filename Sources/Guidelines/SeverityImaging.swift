// What to look with next, where a grade is not settled. The algorithm of Zoghbi 2017 (ASE) sends an indeterminate leak
// to transoesophageal echo or magnetic resonance (recalled); which of the two answers which question is our own rule.

import Findings

/// An examination that would settle what is open, and why.
public struct FurtherImaging: Sendable {
  /// With what.
  public enum Modality: Int, CaseIterable, Sendable {
    /// The same echo examination, completed.
    case quantify
    /// Transoesophageal echo.
    case tee
    /// Cardiac magnetic resonance.
    case cmr

    /// The name in JSON.
    public var identifier: String {
      switch self {
      case .quantify: "quantify"
      case .tee: "tee"
      case .cmr: "cmr"
      }
    }

    /// In words.
    public var title: String {
      switch self {
      case .quantify: "Complete the echo examination"
      case .tee: "Transoesophageal echo"
      case .cmr: "Cardiac magnetic resonance"
      }
    }
  }

  public let modality: Modality
  /// Why, in sentences about this patient.
  public let reasons: [String]
  public let source: String
  public let evidence: Evidence

  private init(_ modality: Modality, _ reasons: [String]) {
    self.modality = modality
    self.reasons = reasons
    source = SeverityThresholds.ase
    evidence = .recalled
  }

  static func advice(
    grade: SeverityGrade?, confidence: Confidence, discordances: [Discordance], numbers: Int, context: GradingContext,
    hasAorticLeak: Bool
  ) -> [FurtherImaging] {
    var isOpen = confidence == .indeterminate
    for one in discordances where one.isSerious { isOpen = true }
    guard isOpen else { return [] }
    var quantify: [String] = []
    var tee: [String] = []
    var cmr: [String] = []
    if grade == nil {
      quantify.append("Nothing measured speaks of the leak's size.")
    } else if numbers == 0 {
      quantify.append("The grade rests on signs alone: neither EROA, RVol nor RF is known.")
      tee.append("If flow convergence and volumes cannot be measured from the chest.")
    }
    for one in discordances {
      switch one.kind {
      case .methods, .pisaAgainstVolumetric, .numbersApart, .regurgitantExceedsStroke, .forwardExceedsStroke,
        .strokeVolumes, .partOfSystole:
        guard one.isSerious else { continue }
        cmr.append(one.text)
      case .emptyExceedsFull: quantify.append(one.text)
      case .signsAgainstNumbers where one.isSerious: tee.append(one.text)
      default: continue
      }
    }
    if hasAorticLeak, numbers > 0 { cmr.append("It tells the mitral leak from the aortic one.") }
    if context.acute {
      // Who is acutely ill is examined at the bedside.
      tee += cmr.isEmpty ? ["It shows at the bedside how the valve is torn."] : cmr
      cmr = []
    } else if context.isIrregular, !cmr.isEmpty {
      tee.append("Where beats differ in length, volumes by magnetic resonance are less sure.")
    }
    if grade != nil, quantify.isEmpty, tee.isEmpty, cmr.isEmpty {
      tee.append("The grade is indeterminate.")
    }
    var advice: [FurtherImaging] = []
    if !quantify.isEmpty { advice.append(FurtherImaging(.quantify, quantify)) }
    if !cmr.isEmpty { advice.append(FurtherImaging(.cmr, cmr)) }
    if !tee.isEmpty { advice.append(FurtherImaging(.tee, tee)) }
    return advice
  }
}
