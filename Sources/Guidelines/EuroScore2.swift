// EuroSCORE II: death in hospital after an operation on the heart (Nashef et al., Eur J Cardiothorac Surg 2012;41:734,
// Table 6). risk = e^y / (1 + e^y), y = −5.324537 + Σ βx with 29 coefficients, all below. Age counts 1 up to 60 years
// and one more for each year above; kidneys are judged by the clearance of Cockcroft and Gault. The coefficients agree
// in several public implementations; others in public carry errors (the constant of the first EuroSCORE, and mobility,
// critical state and arteries with wrong digits).

import Findings
import Quantities

/// How well the kidneys clear creatinine.
public enum EuroScoreKidney: Sendable, Equatable {
  /// Clearance in mL/min, 1–300.
  case clearance(Double)
  /// Whatever the clearance.
  case dialysis
}

/// How soon the operation must be.
public enum EuroScoreUrgency: String, CaseIterable, Sendable {
  case elective
  /// During this stay in hospital.
  case urgent
  /// Before the next working day begins.
  case emergency
  /// Resuscitated on the way to the theatre.
  case salvage
}

/// How much is done in the operation.
public enum EuroScoreProcedure: String, CaseIterable, Sendable {
  case isolatedCABG = "isolated-cabg"
  case singleNonCABG = "single-non-cabg"
  case two
  case threeOrMore = "three-or-more"
}

/// What EuroSCORE II asks for. The defaults are its reference patient.
public struct EuroScoreInputs: Sendable, Equatable {
  /// Years, 18–95: the ages that the score was made with.
  public var age: Double
  public var sex: Sex
  public var kidney: EuroScoreKidney
  public var nyha: NYHAClass
  /// Percent, 5–90.
  public var ejectionFraction: Double
  /// mmHg, 5–150.
  public var pulmonaryPressure: Double
  public var extracardiacArteriopathy = false
  public var poorMobility = false
  public var previousCardiacSurgery = false
  public var chronicLungDisease = false
  public var activeEndocarditis = false
  /// Arrhythmia, massage, ventilation, inotropes, balloon pump or failing kidneys before the operation.
  public var criticalState = false
  public var diabetesOnInsulin = false
  /// Angina at rest (class 4 of the Canadian Cardiovascular Society).
  public var anginaAtRest = false
  /// Within 90 days.
  public var recentInfarction = false
  public var thoracicAorta = false
  public var urgency = EuroScoreUrgency.elective
  public var procedure = EuroScoreProcedure.singleNonCABG

  public init(
    age: Double, sex: Sex, kidney: EuroScoreKidney = .clearance(100), nyha: NYHAClass = .one,
    ejectionFraction: Double = 60, pulmonaryPressure: Double = 25
  ) {
    self.age = age
    self.sex = sex
    self.kidney = kidney
    self.nyha = nyha
    self.ejectionFraction = ejectionFraction
    self.pulmonaryPressure = pulmonaryPressure
  }
}

/// The score.
public enum EuroScore2 {
  public static let source = RuleSource(
    "euroscore-ii", "EuroSCORE II", 2012, "Nashef et al., Eur J Cardiothorac Surg 2012;41:734, Table 6")

  /// Predicted death in hospital, percent.
  ///
  /// - Throws: An input outside the range the score takes.
  public static func mortality(_ inputs: EuroScoreInputs) throws(RiskInputFault) -> Double {
    try RiskInputFault.check("patient.age", inputs.age, in: 18...95, "y")
    try RiskInputFault.check("LVEF", inputs.ejectionFraction, in: 5...90, "%")
    try RiskInputFault.check("PASP", inputs.pulmonaryPressure, in: 5...150, "mmHg")
    if case .clearance(let clearance) = inputs.kidney {
      try RiskInputFault.check("creatinine clearance", clearance, in: 1...300, "mL/min")
    }
    var sum = -5.324537
    sum += 0.0285181 * max(1, Double(Int(inputs.age)) - 59)
    if inputs.sex == .female { sum += 0.2196434 }
    sum += kidney(inputs.kidney) + nyha(inputs.nyha)
    sum += ventricle(inputs.ejectionFraction) + lung(inputs.pulmonaryPressure)
    if inputs.extracardiacArteriopathy { sum += 0.5360268 }
    if inputs.poorMobility { sum += 0.2407181 }
    if inputs.previousCardiacSurgery { sum += 1.118599 }
    if inputs.chronicLungDisease { sum += 0.1886564 }
    if inputs.activeEndocarditis { sum += 0.6194522 }
    if inputs.criticalState { sum += 1.086517 }
    if inputs.diabetesOnInsulin { sum += 0.3542749 }
    if inputs.anginaAtRest { sum += 0.2226147 }
    if inputs.recentInfarction { sum += 0.1528943 }
    if inputs.thoracicAorta { sum += 0.6527205 }
    sum += urgency(inputs.urgency) + procedure(inputs.procedure)
    return Logistic.percent(sum)
  }

  private static func kidney(_ kidney: EuroScoreKidney) -> Double {
    switch kidney {
    case .dialysis: 0.6421508
    case .clearance(let clearance): clearance > 85 ? 0 : clearance > 50 ? 0.303553 : 0.8592256
    }
  }

  private static func nyha(_ nyha: NYHAClass) -> Double {
    switch nyha {
    case .one: 0
    case .two: 0.1070545
    case .three: 0.2958358
    case .four: 0.5597929
    }
  }

  /// Good above 50 %, moderate down to 31, poor down to 21, very poor below.
  private static func ventricle(_ fraction: Double) -> Double {
    fraction > 50 ? 0 : fraction > 30 ? 0.3150652 : fraction > 20 ? 0.8084096 : 0.9346919
  }

  /// Moderate from 31 to 55 mmHg, severe above.
  private static func lung(_ pressure: Double) -> Double {
    pressure > 55 ? 0.3491475 : pressure > 30 ? 0.1788899 : 0
  }

  private static func urgency(_ urgency: EuroScoreUrgency) -> Double {
    switch urgency {
    case .elective: 0
    case .urgent: 0.3174673
    case .emergency: 0.7039121
    case .salvage: 1.362947
    }
  }

  private static func procedure(_ procedure: EuroScoreProcedure) -> Double {
    switch procedure {
    case .isolatedCABG: 0
    case .singleNonCABG: 0.0062118
    case .two: 0.5521478
    case .threeOrMore: 0.9724533
    }
  }
}
