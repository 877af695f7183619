// The MIDA mortality score of degenerative mitral regurgitation (Grigioni et al., Eur Heart J 2018;39:1281): seven
// items, 0–12 points, and the mortality that its registry reports for some of the scores. Items, range and outcomes are
// read, the points of the single items recalled.

import Findings

/// What MIDA asks for.
public struct MidaInputs: Sendable, Equatable {
  /// Years, 16–110.
  public var age: Double
  public var symptoms: Bool
  /// Systolic, in the right ventricle or the pulmonary artery; mmHg, 5–150.
  public var pulmonaryPressure: Double
  public var atrialFibrillation: Bool
  /// mm, 15–120.
  public var atrialDiameter: Double
  /// mm, 10–100.
  public var endSystolicDiameter: Double
  /// Percent, 5–90.
  public var ejectionFraction: Double

  public init(
    age: Double, symptoms: Bool = false, pulmonaryPressure: Double = 25, atrialFibrillation: Bool = false,
    atrialDiameter: Double = 40, endSystolicDiameter: Double = 33, ejectionFraction: Double = 65
  ) {
    self.age = age
    self.symptoms = symptoms
    self.pulmonaryPressure = pulmonaryPressure
    self.atrialFibrillation = atrialFibrillation
    self.atrialDiameter = atrialDiameter
    self.endSystolicDiameter = endSystolicDiameter
    self.ejectionFraction = ejectionFraction
  }
}

/// What the registry saw at some scores, percent.
public struct MidaOutcome: Sendable, Equatable {
  public let points: ClosedRange<Int>
  public let deathInOneYearOnDrugs: Double
  public let deathInOneYearAfterSurgery: Double
  public let alive5YearsOnDrugs: Double
  public let alive5YearsAfterSurgery: Double
}

/// The score of one patient.
public struct MidaScore: Sendable, Equatable {
  /// 0–12.
  public let points: Int

  public static let source = RuleSource(
    "mida", "MIDA mortality risk score", 2018, "Grigioni et al., Eur Heart J 2018;39:1281")

  /// The scores that the publication reports outcomes for.
  public static let outcomes = [
    MidaOutcome(
      points: 0...0, deathInOneYearOnDrugs: 0.4, deathInOneYearAfterSurgery: 1, alive5YearsOnDrugs: 98,
      alive5YearsAfterSurgery: 99),
    MidaOutcome(
      points: 7...8, deathInOneYearOnDrugs: 17, deathInOneYearAfterSurgery: 7, alive5YearsOnDrugs: 57,
      alive5YearsAfterSurgery: 82),
    MidaOutcome(
      points: 11...12, deathInOneYearOnDrugs: 48, deathInOneYearAfterSurgery: 14, alive5YearsOnDrugs: 21,
      alive5YearsAfterSurgery: 57),
  ]

  /// - Throws: An input outside the range the score takes.
  public init(_ inputs: MidaInputs) throws(RiskInputFault) {
    try RiskInputFault.check("patient.age", inputs.age, in: 16...110, "y")
    try RiskInputFault.check("PASP", inputs.pulmonaryPressure, in: 5...150, "mmHg")
    try RiskInputFault.check("LAd", inputs.atrialDiameter, in: 15...120, "mm")
    try RiskInputFault.check("LVIDs", inputs.endSystolicDiameter, in: 10...100, "mm")
    try RiskInputFault.check("LVEF", inputs.ejectionFraction, in: 5...90, "%")
    var points = 0
    if inputs.age >= 65 { points += 3 }
    if inputs.symptoms { points += 3 }
    if Comparison.above.holds(inputs.pulmonaryPressure, 50) { points += 2 }
    if inputs.atrialFibrillation { points += 1 }
    if Comparison.atLeast.holds(inputs.atrialDiameter, 55) { points += 1 }
    if Comparison.atLeast.holds(inputs.endSystolicDiameter, 40) { points += 1 }
    if Comparison.atMost.holds(inputs.ejectionFraction, 60) { points += 1 }
    self.points = points
  }

  /// The published outcomes at this score; nil where none are published.
  public var outcome: MidaOutcome? {
    for outcome in Self.outcomes where outcome.points.contains(points) { return outcome }
    return nil
  }

  /// The score of a patient on record; only for a chronic leak through a leaflet that prolapses or flails, which it was
  /// made for.
  public static func of(_ picture: Picture) -> RiskOutcome<MidaScore> {
    if let other = foreign(picture) { return other }
    var reader = RiskReader(picture)
    let age = reader.age()
    let symptoms = reader.holds(.symptoms)
    let pressure = reader.measured(.PASP)
    let fibrillation = reader.fibrillation()
    let atrium = reader.measured(.LAd)
    let ventricle = reader.measured(.LVIDs)
    let fraction = reader.measured(.LVEF)
    return reader.outcome { () throws(RiskInputFault) in
      guard let age, let symptoms, let pressure, let fibrillation, let atrium, let ventricle, let fraction else {
        return nil
      }
      return try MidaScore(
        MidaInputs(
          age: age, symptoms: symptoms, pulmonaryPressure: pressure, atrialFibrillation: fibrillation,
          atrialDiameter: atrium, endSystolicDiameter: ventricle, ejectionFraction: fraction))
    }
  }
}

extension MidaScore {
  /// Why the score does not hold for a patient, or what must be known of the valve first; nil where it holds.
  private static func foreign(_ picture: Picture) -> RiskOutcome<MidaScore>? {
    let cause = picture.cause
    if picture.record.isMitralReplaced {
      return .notFor("made for the patient's own valve; this one was replaced")
    }
    if picture.acuity.isAcute {
      return .notFor("made for chronic leaks; this one is acute: " + Texts.list(picture.acuity.because, by: "; "))
    }
    switch cause.cause {
    case .secondaryVentricular, .secondaryAtrial:
      return .notFor("made for degenerative leaks; this one is " + cause.cause.meaning)
    case .undetermined: return .lacks(cause.firstToAsk)
    case .primary, .mixed: break
    }
    if cause.mechanisms.contains(.prolapse) || cause.mechanisms.contains(.flail) { return nil }
    guard let mechanism = cause.mechanism else { return .lacks(["lesions"]) }
    return .notFor("made for leaflets that prolapse or flail; mechanism here: " + mechanism.meaning)
  }
}

extension RiskReader {
  /// Atrial fibrillation; where a history without it is told and no rhythm, taken as absent.
  mutating func fibrillation() -> Bool? {
    if record.rhythm == nil, record.lists(.atrialFibrillation) == false {
      assume("no atrial fibrillation")
      return false
    }
    return holds(.atrialFibrillation)
  }
}
