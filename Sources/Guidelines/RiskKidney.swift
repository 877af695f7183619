// How well the kidneys filter, from creatinine: two formulae, for two scores that ask for different ones.

import Findings
import Lanes
import Quantities

/// Filtration from creatinine.
public enum Kidney {
  /// umol/L in one mg/dL of creatinine.
  static let molar = 88.4

  /// Creatinine clearance, mL/min: (140 − age) · kg / (72 · mg/dL), for women times 0.85 (Cockcroft and Gault, Nephron
  /// 1976;16:31). EuroSCORE II asks for it.
  ///
  /// - Parameters:
  ///   - creatinine: umol/L, above 0.
  ///   - age: years, below 140.
  ///   - weight: kg.
  public static func clearance(creatinine: Double, age: Double, sex: Sex, weight: Double) -> Double {
    (140 - age) * weight / (72 * creatinine / molar) * (sex == .female ? 0.85 : 1)
  }

  /// Filtration in mL/min for 1.73 m²: 142 · min(c/κ, 1)^α · max(c/κ, 1)^−1.2 · 0.9938^age, for women times 1.012, with
  /// c in mg/dL, κ 0.7 and α −0.241 for women, 0.9 and −0.302 for men (CKD-EPI 2021: Inker et al., N Engl J Med
  /// 2021;385:1737). PREVENT and TRI-SCORE ask for it.
  ///
  /// - Parameters:
  ///   - creatinine: umol/L, above 0.
  ///   - age: years.
  public static func filtration(creatinine: Double, age: Double, sex: Sex) -> Double {
    let relative = creatinine / molar / (sex == .female ? 0.7 : 0.9)
    let below = Double.power(min(relative, 1), sex == .female ? -0.241 : -0.302)
    let above = Double.power(max(relative, 1), -1.2)
    return 142 * below * above * Double.power(0.9938, age) * (sex == .female ? 1.012 : 1)
  }
}

/// The curve that turns a sum of terms into a risk.
enum Logistic {
  /// Percent.
  static func percent(_ sum: Double) -> Double { 100 / (1 + Double.exponential(-sum)) }
}
