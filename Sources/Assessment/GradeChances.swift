// How likely each grade is: every heart of the posterior is graded like a patient of whom all is known, with the signs
// that were seen at this one.

import Findings
import Guidelines
import Instruments
import Lanes
import Twin

/// A probability for each grade; they add up to 1.
public struct GradeChances: Sendable, Equatable {
  /// In the order of the grades.
  private let shares: [Double]

  /// - Parameter grades: of hearts that are equally likely, at least one.
  public init(_ grades: [SeverityGrade]) {
    var counts = SeverityGrade.allCases.map { _ in 0.0 }
    for grade in grades { counts[grade.rawValue] += 1 }
    shares = counts.map { $0 / Double(max(grades.count, 1)) }
  }

  public subscript(_ grade: SeverityGrade) -> Double { shares[grade.rawValue] }

  /// Of the distribution, bits: 0 where the grade is sure, 1 where two are equally likely.
  public var entropy: Double {
    shares.reduce(0) { $1 > 0 ? $0 - $1 * Double.naturalLogarithm($1) / Double.naturalLogarithm(2) : $0 }
  }

  /// The likeliest grade.
  public var likeliest: SeverityGrade { SeverityGrade.allCases.max { self[$0] < self[$1] } ?? .none }
}

/// Grades hearts of which everything is known: volumes and fractions as they are; the orifice, the width of the jet and the
/// radius of its flow convergence as colour Doppler would show them without scatter, for that is what their thresholds were
/// set on (EROA by 2-D PISA; Zoghbi et al., J Am Soc Echocardiogr 2017;30:303).
struct HeartGrader: Sendable {
  let signs: QualitativeValues
  let context: GradingContext
  let guideline: Guideline

  func judgement(of heart: Examined) -> SeverityJudgement {
    var findings = heart.truth.findings
    let colours = Instrument.colourDoppler.reading(heart)
    for id in [FindingID.EROA, .VCW, .PISAr, .aliasingVelocity] { findings[id] = colours[id] }
    return gradeSeverity(findings, qualitative: signs, context: context, guideline: guideline)
  }

  func grade(of heart: Examined) -> SeverityGrade { judgement(of: heart).grade ?? .none }
}
