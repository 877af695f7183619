// TRI-SCORE: death in hospital after an isolated operation on the tricuspid valve (Dreyfus et al., Eur Heart J
// 2022;43:654). Eight items, 0–12 points. Items, range and the ends of the table are read, the single points and the
// table between its ends recalled; the classes are those of TRIGISTRY (Eur Heart J 2024;45:4512, read).

import Findings

/// What TRI-SCORE asks for.
public struct TriScoreInputs: Sendable, Equatable {
  /// Years, 16–110.
  public var age: Double
  public var nyha: NYHAClass
  /// Swollen legs, full neck veins, fluid in the belly.
  public var rightHeartFailure: Bool
  /// mg of furosemide a day, 0–2000.
  public var furosemide: Double
  /// mL/min for 1.73 m², 1–250.
  public var filtration: Double
  /// mg/dL, 0.05–60.
  public var bilirubin: Double
  /// Percent, 5–90.
  public var ejectionFraction: Double
  /// How far the right ventricle's function is reduced.
  public var rightVentricle: GradeWord

  public init(
    age: Double, nyha: NYHAClass = .two, rightHeartFailure: Bool = false, furosemide: Double = 0,
    filtration: Double = 90, bilirubin: Double = 0.8, ejectionFraction: Double = 65, rightVentricle: GradeWord = .none
  ) {
    self.age = age
    self.nyha = nyha
    self.rightHeartFailure = rightHeartFailure
    self.furosemide = furosemide
    self.filtration = filtration
    self.bilirubin = bilirubin
    self.ejectionFraction = ejectionFraction
    self.rightVentricle = rightVentricle
  }
}

/// The score of one patient.
public struct TriScore: Sendable, Equatable {
  public enum Class: String, CaseIterable, Sendable { case low, intermediate, high }

  /// 0–12.
  public let points: Int

  public static let source = RuleSource(
    "tri-score", "TRI-SCORE, classes of TRIGISTRY", 2022,
    "Dreyfus et al., Eur Heart J 2022;43:654; Eur Heart J 2024;45:4512")

  /// Bilirubin above this counts as raised: mg/dL, the upper limit of most laboratories (recalled).
  public static let raisedBilirubin = 1.2

  private static let deaths: [Double] = [1, 2, 3, 5, 8, 14, 22, 34, 48, 65]

  /// Predicted death in hospital, percent; from 9 points on the same.
  public var mortality: Double { Self.deaths[min(points, 9)] }

  /// Low up to 3 points, intermediate at 4 and 5, high from 6 on.
  public var riskClass: Class { points <= 3 ? .low : points <= 5 ? .intermediate : .high }

  /// - Throws: An input outside the range the score takes.
  public init(_ inputs: TriScoreInputs) throws(RiskInputFault) {
    try RiskInputFault.check("patient.age", inputs.age, in: 16...110, "y")
    try RiskInputFault.check("furosemide", inputs.furosemide, in: 0...2000, "mg/d")
    try RiskInputFault.check("eGFR", inputs.filtration, in: 1...250, "mL/min/1.73 m²")
    try RiskInputFault.check("bilirubin", inputs.bilirubin, in: 0.05...60, "mg/dL")
    try RiskInputFault.check("LVEF", inputs.ejectionFraction, in: 5...90, "%")
    var points = 0
    if inputs.age >= 70 { points += 1 }
    if inputs.nyha == .three || inputs.nyha == .four { points += 1 }
    if inputs.rightHeartFailure { points += 2 }
    if inputs.furosemide >= 125 { points += 2 }
    if Comparison.below.holds(inputs.filtration, 30) { points += 2 }
    if Comparison.above.holds(inputs.bilirubin, Self.raisedBilirubin) { points += 2 }
    if Comparison.below.holds(inputs.ejectionFraction, 60) { points += 1 }
    if inputs.rightVentricle.rawValue >= GradeWord.moderate.rawValue { points += 1 }
    self.points = points
  }

  /// The score of a patient on record whose tricuspid valve leaks severely.
  public static func of(_ picture: Picture) -> RiskOutcome<TriScore> {
    guard let leak = picture.record.signs.tricuspidGrade else { return .lacks([QualitativeID.TRgrade.identifier]) }
    guard leak == .severe else { return .notFor("made for operations on a severe tricuspid leak") }
    var reader = RiskReader(picture)
    reader.note("severe tricuspid leak")
    let age = reader.age()
    let nyha = reader.nyha()
    let swollen = reader.rightHeartFailure()
    let dose = reader.furosemide()
    let filtration = reader.filtration()
    let bilirubin = reader.measured(.bilirubin)
    let fraction = reader.measured(.LVEF)
    let ventricle: GradeWord? =
      reader.record.signs.rightVentricularFunction ?? reader.lacks(QualitativeID.rvFunction.identifier)
    return reader.outcome { () throws(RiskInputFault) in
      guard let age, let nyha, let swollen, let dose, let filtration, let bilirubin, let fraction, let ventricle else {
        return nil
      }
      var inputs = TriScoreInputs(age: age, nyha: nyha, rightHeartFailure: swollen, furosemide: dose)
      inputs.filtration = filtration
      inputs.bilirubin = bilirubin
      inputs.ejectionFraction = fraction
      inputs.rightVentricle = ventricle
      return try TriScore(inputs)
    }
  }
}

extension RiskReader {
  /// Signs that blood is dammed up before the right heart: swollen ankles.
  fileprivate mutating func rightHeartFailure() -> Bool? {
    guard let swollen = record.complains(of: .ankleSwelling) else { return lacks("symptoms") }
    note(swollen ? "swollen ankles" : "no swollen ankles told")
    return swollen
  }

  /// mg a day of furosemide by the list of drugs: 0 without a loop diuretic on it; nil where one is listed without a
  /// dose of furosemide that can be read.
  fileprivate mutating func furosemide() -> Double? {
    guard let drugs = record.context.drugs else { return lacks("context.drugs") }
    for line in drugs where DrugClass.classes(in: line).contains(.loopDiuretic) {
      guard let dose = DailyDose.milligrams(in: line, of: "furosemide") else {
        return lacks("the dose of furosemide (write it into context.drugs: furosemide 40 mg)")
      }
      note("furosemide " + FixedText.fixed(dose, digits: 0) + " mg a day")
      return dose
    }
    note("no loop diuretic on the list of drugs")
    return 0
  }
}
