// PREVENT, base model: cardiovascular disease within 10 and 30 years in people without it (Khan et al., Circulation
// 2024;149:430). A logistic sum of 23 terms for each sex, outcome and span; the coefficients stand in the file beside
// this one and agree in several independent public implementations. It is general prevention: no valve disease went
// into it, and it says nothing about a leaking valve.

import Findings
import Quantities

/// What PREVENT asks for.
public struct PreventInputs: Sendable, Equatable {
  /// Years, 30–79.
  public var age: Double
  public var sex: Sex
  /// mmol/L, 3.36–8.28 (130–320 mg/dL).
  public var totalCholesterol: Double
  /// mmol/L, 0.51–2.59 (20–100 mg/dL).
  public var hdl: Double
  /// mmHg, 90–200.
  public var systolicPressure: Double
  /// mL/min for 1.73 m², 15–140.
  public var filtration: Double
  /// kg/m², 18.5–40.
  public var bodyMassIndex: Double
  public var diabetes: Bool
  /// Smokes now.
  public var smoker: Bool
  /// Takes a drug that lowers blood pressure.
  public var treatedPressure: Bool
  public var statin: Bool

  public init(
    age: Double, sex: Sex, totalCholesterol: Double, hdl: Double, systolicPressure: Double, filtration: Double,
    bodyMassIndex: Double, diabetes: Bool = false, smoker: Bool = false, treatedPressure: Bool = false,
    statin: Bool = false
  ) {
    self.age = age
    self.sex = sex
    self.totalCholesterol = totalCholesterol
    self.hdl = hdl
    self.systolicPressure = systolicPressure
    self.filtration = filtration
    self.bodyMassIndex = bodyMassIndex
    self.diabetes = diabetes
    self.smoker = smoker
    self.treatedPressure = treatedPressure
    self.statin = statin
  }

  /// mmol/L in one mg/dL of cholesterol.
  public static let cholesterol = 0.02586
}

/// Risks of one span of years, percent.
public struct PreventRisks: Sendable, Equatable {
  /// Any of the two below.
  public let cardiovascular: Double
  /// Heart attack and stroke.
  public let atherosclerotic: Double
  public let heartFailure: Double
}

/// The score of one person.
public struct PreventRisk: Sendable, Equatable {
  public let tenYears: PreventRisks
  /// Nil from 60 years of age on.
  public let thirtyYears: PreventRisks?

  public static let source = RuleSource(
    "prevent", "AHA PREVENT, base model", 2024, "Khan et al., Circulation 2024;149:430")

  /// What every figure of it carries.
  public static let label = "general prevention, no valve disease in its derivation"

  /// - Throws: An input outside the range the score takes.
  public init(_ inputs: PreventInputs) throws(RiskInputFault) {
    guard inputs.age >= 30, inputs.age < 80 else {
      throw RiskInputFault(field: "patient.age", value: inputs.age, allowed: 30...79, unit: "y")
    }
    let perUnit = PreventInputs.cholesterol
    try RiskInputFault.check("totalCholesterol", inputs.totalCholesterol, in: 130 * perUnit...320 * perUnit, "mmol/L")
    try RiskInputFault.check("HDL", inputs.hdl, in: 20 * perUnit...100 * perUnit, "mmol/L")
    try RiskInputFault.check("SBP", inputs.systolicPressure, in: 90...200, "mmHg")
    try RiskInputFault.check("eGFR", inputs.filtration, in: 15...140, "mL/min/1.73 m²")
    try RiskInputFault.check("body mass index", inputs.bodyMassIndex, in: 18.5...40, "kg/m²")
    let terms = Self.terms(inputs)
    func risks(_ rows: PreventRows) -> PreventRisks {
      PreventRisks(
        cardiovascular: Self.percent(rows.cardiovascular, terms),
        atherosclerotic: Self.percent(rows.atherosclerotic, terms), heartFailure: Self.percent(rows.heartFailure, terms)
      )
    }
    tenYears = risks(inputs.sex == .female ? .womenTen : .menTen)
    thirtyYears = inputs.age < 60 ? risks(inputs.sex == .female ? .womenThirty : .menThirty) : nil
  }

  /// The 24 terms in the order of the coefficients, the constant's first.
  private static func terms(_ inputs: PreventInputs) -> [Double] {
    let age = (inputs.age - 55) / 10
    let nonHDL = inputs.totalCholesterol - inputs.hdl - 3.5
    let hdl = (inputs.hdl - 1.3) / 0.3
    let lowPressure = (min(inputs.systolicPressure, 110) - 110) / 20
    let pressure = (max(inputs.systolicPressure, 110) - 130) / 20
    let lowFiltration = (min(inputs.filtration, 60) - 60) / -15
    let filtration = (max(inputs.filtration, 60) - 90) / -15
    let index = (min(inputs.bodyMassIndex, 30) - 25) / 5
    let highIndex = (max(inputs.bodyMassIndex, 30) - 30) / 5
    let diabetes = inputs.diabetes ? 1.0 : 0
    let smoker = inputs.smoker ? 1.0 : 0
    let treated = inputs.treatedPressure ? 1.0 : 0
    let statin = inputs.statin ? 1.0 : 0
    return [
      1, age, age * age, nonHDL, hdl, lowPressure, pressure, diabetes, smoker, lowFiltration, filtration, treated,
      statin, treated * pressure, statin * nonHDL, age * nonHDL, age * hdl, age * pressure, age * diabetes,
      age * smoker, age * lowFiltration, index, highIndex, age * highIndex,
    ]
  }

  private static func percent(_ coefficients: [Double], _ terms: [Double]) -> Double {
    var sum = 0.0
    for (coefficient, term) in zip(coefficients, terms) { sum += coefficient * term }
    return Logistic.percent(sum)
  }
}

extension PreventRisk {
  /// The risk of a patient on record.
  public static func of(_ picture: Picture) -> RiskOutcome<PreventRisk> {
    let known: [HistoryItem] = [
      .coronaryDisease, .myocardialInfarction, .recentMyocardialInfarction, .stroke, .heartFailure,
      .heartFailureHospitalisation, .advancedHeartFailure,
    ]
    for item in known where picture.record.lists(item) == true {
      return .notFor(
        "made for people without heart attack, stroke or heart failure; the history lists " + item.rawValue)
    }
    var reader = RiskReader(picture)
    let age = reader.age()
    let sex = reader.sex()
    let total = reader.measured(.totalCholesterol)
    let hdl = reader.measured(.HDL)
    let pressure = reader.measured(.SBP)
    let filtration = reader.filtration()
    let index = reader.bodyMassIndex()
    let diabetes = reader.history([.diabetes, .diabetesOnInsulin], "diabetes")
    let smoker = reader.history([.smoking], "smoking")
    if smoker { reader.assume("smokes still") }
    let drugs = reader.record.context.drugs
    var treated = false
    for drug in DrugClass.allCases where drug.lowersBloodPressure && reader.record.takes(drug) == true {
      treated = true
    }
    let statin = reader.record.takes(.statin) == true
    if drugs == nil {
      reader.assume("no drug that lowers blood pressure")
      reader.assume("no statin")
    } else {
      reader.note(
        treated ? "takes a drug that lowers blood pressure" : "no drug that lowers blood pressure on the list")
      reader.note(statin ? "takes a statin" : "no statin on the list")
    }
    return reader.outcome { () throws(RiskInputFault) in
      guard let age, let sex, let total, let hdl, let pressure, let filtration, let index else { return nil }
      return try PreventRisk(
        PreventInputs(
          age: age, sex: sex, totalCholesterol: total, hdl: hdl, systolicPressure: pressure, filtration: filtration,
          bodyMassIndex: index, diabetes: diabetes, smoker: smoker, treatedPressure: treated, statin: statin))
    }
  }
}
