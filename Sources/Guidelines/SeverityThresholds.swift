// The cut-offs of severity, as data: one row for each guideline and class of leak.
//
// The bins I to IV are those of the American Society of Echocardiography (Zoghbi et al., J Am Soc Echocardiogr
// 2017;30:303–71): EROA 0.20, 0.30, 0.40 cm²; RVol 30, 45, 60 mL; RF 30, 40, 50 %. Both guidelines take the upper cut
// for severe. The American text of 2014 called secondary leaks severe from 0.20 cm² and 30 mL; that of 2020 does not.

import Findings

/// Where the bins begin, and which circumstances lower the last one.
public struct SeverityThresholds: Sendable {
  /// How numbers in different bins are put together.
  public enum Combination: Sendable {
    /// Neighbouring bins: the majority, else as the signs say.
    case majority
    /// One number in the last bin is enough, unless another is two bins or more below it.
    case anyOne
  }

  /// A lower beginning of the last bin in special circumstances.
  public struct Relaxed: Sendable {
    public let threshold: Double
    /// The grade that rests on it is at most probable.
    public let atMostProbable: Bool
    public let source: String
    public let evidence: Evidence
  }

  /// Beginnings of bins II, III and IV in cm².
  public let EROA: [Double]
  /// The same in mL.
  public let RVol: [Double]
  /// The same in %.
  public let RF: [Double]
  /// Bin IV of EROA where the orifice is elliptical, cm².
  public let ellipticalEROA: Relaxed?
  /// Bin IV of RVol where the flow is low, mL.
  public let lowFlowRVol: Relaxed?
  public let combination: Combination
  public let source: String
  public let evidence: Evidence

  /// Forward stroke volume index below which flow is low, mL/m².
  public static let lowFlowIndex = 35.0

  static let ase = "Zoghbi 2017 (ASE native valvular regurgitation)"

  /// The row for a guideline and a class of leak.
  public static func of(_ guideline: Guideline, _ leak: LeakClass) -> SeverityThresholds {
    switch (guideline, leak) {
    case (.escEacts2025, .primary): escPrimary
    case (.escEacts2025, .secondary): escSecondary
    case (.escEacts2021, .primary): escPrimary2021
    case (.escEacts2021, .secondary): escSecondary2021
    case (.accAha2020, .primary): accPrimary
    case (.accAha2020, .secondary): accSecondary
    }
  }

  private static let esc = "Praz 2025 (ESC/EACTS valvular heart disease)"
  private static let esc2021 = "Vahanian 2021 (ESC/EACTS valvular heart disease)"
  private static let acc = "Otto 2020 (ACC/AHA valvular heart disease)"
  private static let bins = ", bins of Zoghbi 2017 (ASE)"

  private static let aseElliptical = Relaxed(
    threshold: 0.30, atMostProbable: false, source: ase, evidence: .recalled)
  private static let aseLowFlow = Relaxed(threshold: 45, atMostProbable: false, source: ase, evidence: .read)

  private static let escPrimary = row(
    elliptical: aseElliptical, lowFlow: aseLowFlow, .majority, source: esc + bins, .partRead)

  private static let escSecondary = row(
    elliptical: Relaxed(threshold: 0.30, atMostProbable: false, source: esc, evidence: .partRead),
    lowFlow: Relaxed(
      threshold: 45, atMostProbable: false, source: "Vahanian 2021 and Praz 2025 (ESC/EACTS valvular heart disease)",
      evidence: .partRead),
    .majority, source: esc + bins, .partRead)

  /// The table of 2021 is recalled.
  private static let escPrimary2021 = row(
    elliptical: aseElliptical, lowFlow: aseLowFlow, .majority, source: esc2021 + bins, .recalled)

  private static let escSecondary2021 = row(
    elliptical: Relaxed(threshold: 0.30, atMostProbable: false, source: esc2021, evidence: .recalled),
    lowFlow: Relaxed(threshold: 45, atMostProbable: false, source: esc2021, evidence: .recalled),
    .majority, source: esc2021 + bins, .recalled)

  private static let accPrimary = row(
    elliptical: aseElliptical, lowFlow: aseLowFlow, .majority, source: acc + bins, .read)

  /// The thresholds of secondary leaks were read in a secondary source, the lower orifice is recalled.
  private static let accSecondary = row(
    elliptical: Relaxed(threshold: 0.30, atMostProbable: true, source: acc, evidence: .recalled), lowFlow: nil,
    .anyOne, source: acc + bins, .partRead)

  private static func row(
    elliptical: Relaxed?, lowFlow: Relaxed?, _ combination: Combination, source: String, _ evidence: Evidence
  ) -> SeverityThresholds {
    SeverityThresholds(
      EROA: [0.20, 0.30, 0.40], RVol: [30, 45, 60], RF: [30, 40, 50], ellipticalEROA: elliptical, lowFlowRVol: lowFlow,
      combination: combination, source: source, evidence: evidence)
  }

  /// Where a guideline gives sizes of ventricle and atrium that go with a severe leak (LVIDs from 40 mm, LAd from 55
  /// mm, LAVI from 60 mL/m²); nil where it gives none.
  static func structure(_ guideline: Guideline) -> (source: String, evidence: Evidence)? {
    switch guideline {
    case .escEacts2025: (esc, .partRead)
    case .escEacts2021: (esc2021, .recalled)
    case .accAha2020: nil
    }
  }

  /// The bin, 1 to 4, in which a value falls; a value on the edge belongs to the higher bin.
  static func bin(_ value: Double, _ edges: [Double]) -> Int {
    var bin = 1
    for edge in edges where reaches(value, edge) { bin += 1 }
    return bin
  }

  /// At or above an edge; a rounding error of a converted unit does not decide a grade.
  static func reaches(_ value: Double, _ edge: Double) -> Bool { value >= edge * (1 - 1e-9) }
}
