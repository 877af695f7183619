// Values that were not measured but follow from others: by the formulae below and by no other.
//
// A given value is never replaced; of several formulae the first in the table that can be reckoned is taken, and what
// comes out beyond the range that the finding allows is left out (but for the leak itself, which is told however large
// it comes out). Formulae: Zoghbi et al., J Am Soc Echocardiogr 2017;30:303–71 (leak); Lang et al., J Am Soc
// Echocardiogr 2015;28:1–39 (volumes, mass, indices); Du Bois 1916 (body surface). The systolic diameter LVIDs is never
// had from volumes: how round a ventricle is differs from heart to heart.

import Findings
import Lanes

/// A value that follows from others.
public struct DerivedValue: Sendable {
  public let finding: FindingID
  /// In the unit of the finding's spec.
  public let value: Double
  /// The formula in the names of the findings: "RVol / SV".
  public let formula: String
  /// What it rests on; these may be derived themselves. Empty for the body's surface, which rests on height and weight.
  public let from: [FindingID]
  /// What was taken for granted; nil: nothing.
  public let assumes: String?
}

/// How a finding follows from others.
public struct DerivationFormula: Sendable {
  public let finding: FindingID
  /// In the names of the findings, as people read it.
  public let formula: String
  public let inputs: [FindingID]
  /// Known ones of these forbid the formula.
  let unless: [FindingID]
  /// A leaking aortic valve makes it false.
  let failsInAorticLeak: Bool
  public let assumes: String?
  /// From the inputs in their order; nil where they do not fit together.
  let compute: @Sendable ([Double]) -> Double?

  init(
    _ finding: FindingID, _ formula: String, _ inputs: [FindingID], unless: [FindingID] = [],
    failsInAorticLeak: Bool = false, assumes: String? = nil, _ compute: @escaping @Sendable ([Double]) -> Double?
  ) {
    self.finding = finding
    self.formula = formula
    self.inputs = inputs
    self.unless = unless
    self.failsInAorticLeak = failsInAorticLeak
    self.assumes = assumes
    self.compute = compute
  }

  /// The body's surface in m² (Du Bois 1916) of a height in cm and a weight in kg, both above zero.
  static func bodySurface(height: Double, weight: Double) -> Double {
    0.007184 * Double.power(weight, 0.425) * Double.power(height, 0.725)
  }

  static let bodySurfaceFormula = "0.007184 · weight^0.425 · height^0.725"

  /// Every formula, the first choice first; in an order in which inputs come before what rests on them.
  public static let all: [DerivationFormula] = flows + leak + ventricle + indices + doppler

  private static let flows = [
    DerivationFormula(.CO, "CI · BSA", [.CI, .BSA]) { $0[0] * $0[1] },
    DerivationFormula(.FSV, "CO / HR", [.CO, .HR]) { $0[0] * 1000 / $0[1] },
    // Doppler below the valve sees what comes back through a leaking aortic valve leave once more.
    DerivationFormula(.FSV, "π/4 · LVOTd² · LVOTVTI", [.LVOTd, .LVOTVTI], failsInAorticLeak: true) {
      Double.pi / 400 * $0[0] * $0[0] * $0[1]
    },
    DerivationFormula(.CO, "FSV · HR", [.FSV, .HR]) { $0[0] * $0[1] / 1000 },
    DerivationFormula(.CI, "CO / BSA", [.CO, .BSA]) { $0[0] / $0[1] },
    DerivationFormula(.SV, "LVEDV − LVESV", [.LVEDV, .LVESV]) { $0[0] > $0[1] ? $0[0] - $0[1] : nil },
    DerivationFormula(.SV, "LVEDV · LVEF", [.LVEDV, .LVEF], unless: [.LVESV]) { $0[0] * $0[1] / 100 },
  ]

  private static let leak = [
    DerivationFormula(.EROA, "2π · PISAr² · aliasingVelocity / MRVmax", [.PISAr, .aliasingVelocity, .MRVmax]) {
      2 * Double.pi * $0[0] * $0[0] * $0[1] / ($0[2] * 100)
    },
    DerivationFormula(.RVol, "EROA · MRVTI", [.EROA, .MRVTI]) { $0[0] * $0[1] },
    DerivationFormula(.RVol, "SV − FSV", [.SV, .FSV], failsInAorticLeak: true) {
      $0[0] > $0[1] ? $0[0] - $0[1] : nil
    },
    DerivationFormula(.EROA, "RVol / MRVTI", [.RVol, .MRVTI]) { $0[0] / $0[1] },
    DerivationFormula(.RF, "RVol / SV", [.RVol, .SV]) { $0[0] < $0[1] ? $0[0] / $0[1] * 100 : nil },
  ]

  private static let ventricle = [
    DerivationFormula(.LVEF, "(LVEDV − LVESV) / LVEDV", [.LVEDV, .LVESV]) {
      $0[0] > $0[1] ? ($0[0] - $0[1]) / $0[0] * 100 : nil
    },
    DerivationFormula(.LVEF, "SV / LVEDV", [.SV, .LVEDV], unless: [.LVESV]) {
      $0[0] < $0[1] ? $0[0] / $0[1] * 100 : nil
    },
    DerivationFormula(.LVESV, "LVEDV · (1 − LVEF)", [.LVEDV, .LVEF]) { $0[0] * (1 - $0[1] / 100) },
    DerivationFormula(
      .LVMass, "0.8 · 1.04 · ((IVSd + LVIDd + PWd)³ − LVIDd³) + 0.6", [.IVSd, .LVIDd, .PWd]
    ) {
      let inner = $0[1] / 10
      let outer = inner + ($0[0] + $0[2]) / 10
      return 0.8 * 1.04 * (outer * outer * outer - inner * inner * inner) + 0.6
    },
  ]

  private static let indices = [
    DerivationFormula(.LVEDVi, "LVEDV / BSA", [.LVEDV, .BSA]) { $0[0] / $0[1] },
    DerivationFormula(.LVESVi, "LVESV / BSA", [.LVESV, .BSA]) { $0[0] / $0[1] },
    DerivationFormula(.LVIDsi, "LVIDs / BSA", [.LVIDs, .BSA]) { $0[0] / $0[1] },
    DerivationFormula(.LAVI, "LAVmax / BSA", [.LAVmax, .BSA]) { $0[0] / $0[1] },
  ]

  private static let doppler = [
    DerivationFormula(.MAP, "DBP + (SBP − DBP) / 3", [.SBP, .DBP]) {
      $0[0] > $0[1] ? $0[1] + ($0[0] - $0[1]) / 3 : nil
    },
    DerivationFormula(.EA, "E / A", [.E, .A]) { $0[1] > 0 ? $0[0] / $0[1] : nil },
    DerivationFormula(.EePrime, "E / ePrime", [.E, .ePrime]) { $0[0] * 100 / $0[1] },
    DerivationFormula(.PASP, "4 · TRVmax² + CVP", [.TRVmax, .CVP]) { 4 * $0[0] * $0[0] + $0[1] },
    // The middle of the three values that the inferior vena cava tells apart (3, 8, 15 mmHg).
    DerivationFormula(
      .PASP, "4 · TRVmax² + 8 mmHg", [.TRVmax], unless: [.CVP],
      assumes: "a right atrial pressure of 8 mmHg, since none is told"
    ) { 4 * $0[0] * $0[0] + 8 },
  ]
}

extension FindingValues {
  /// Adds what follows from the values by the formulae, and tells how.
  mutating func derive(height: Double?, weight: Double?, hasAorticLeak: Bool) -> [DerivedValue] {
    var derived: [DerivedValue] = []
    if self[.BSA] == nil, let height, let weight, height > 0, weight > 0 {
      let surface = DerivationFormula.bodySurface(height: height, weight: weight)
      if add(.BSA, surface) {
        derived.append(
          DerivedValue(
            finding: .BSA, value: surface, formula: DerivationFormula.bodySurfaceFormula, from: [], assumes: nil))
      }
    }
    var found = true
    while found {
      found = false
      for formula in DerivationFormula.all where self[formula.finding] == nil {
        if hasAorticLeak, formula.failsInAorticLeak { continue }
        guard let value = result(of: formula), add(formula.finding, value) else { continue }
        derived.append(
          DerivedValue(
            finding: formula.finding, value: value, formula: formula.formula, from: formula.inputs,
            assumes: formula.assumes))
        found = true
      }
    }
    return derived
  }

  /// What a formula gives; nil where an input is missing or one that forbids it is known.
  func result(of formula: DerivationFormula) -> Double? {
    for id in formula.unless where self[id] != nil { return nil }
    var inputs: [Double] = []
    for id in formula.inputs {
      guard let value = self[id] else { return nil }
      inputs.append(value)
    }
    guard let value = formula.compute(inputs), value.isFinite else { return nil }
    return value
  }

  private mutating func add(_ id: FindingID, _ value: Double) -> Bool {
    let isLeak = id == .EROA || id == .RVol
    guard id.spec.allowed.contains(value) || (isLeak && value > 0) else { return false }
    self[id] = value
    return true
  }
}
