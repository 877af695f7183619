// EuroSCORE II of a patient on record.

import Findings
import Quantities

extension EuroScore2 {
  /// What is planned beyond the mitral valve; nil: as the record has it.
  public struct Plan: Sendable {
    /// Nil: as the rules of urgency have it; elective where none holds.
    public var urgency: EuroScoreUrgency?
    /// Nil: the mitral valve alone, and one more each for bypasses that are planned and for ablation.
    public var procedure: EuroScoreProcedure?
    /// Atrial fibrillation is ablated at the same time.
    public var ablation = false

    public init() {}
  }

  /// Predicted death in hospital after an operation on the mitral valve, percent.
  public static func of(_ picture: Picture, plan: Plan = Plan()) -> RiskOutcome<Double> {
    var reader = RiskReader(picture)
    let age = reader.age()
    let sex = reader.sex()
    let kidney = kidney(&reader)
    let nyha = reader.nyha()
    let fraction = reader.measured(.LVEF)
    let pressure = reader.measured(.PASP)
    var inputs = EuroScoreInputs(age: age ?? 0, sex: sex ?? .male, kidney: kidney ?? .dialysis, nyha: nyha ?? .one)
    inputs.ejectionFraction = fraction ?? 0
    inputs.pulmonaryPressure = pressure ?? 0
    inputs.extracardiacArteriopathy = reader.history([.peripheralArteryDisease], "narrowed arteries outside the heart")
    inputs.poorMobility = reader.history([.poorMobility], "poor mobility")
    inputs.previousCardiacSurgery = hadSurgery(&reader)
    inputs.chronicLungDisease = reader.history([.chronicLungDisease], "chronic lung disease")
    inputs.activeEndocarditis = reader.history([.activeEndocarditis], "active endocarditis")
    inputs.diabetesOnInsulin = reader.history([.diabetesOnInsulin], "diabetes on insulin")
    inputs.recentInfarction = reader.history([.recentMyocardialInfarction], "infarction within 90 days")
    inputs.criticalState = isCritical(&reader)
    reader.assume("no angina at rest")
    reader.assume("no operation on the thoracic aorta")
    inputs.urgency = plan.urgency ?? urgency(&reader)
    inputs.procedure = plan.procedure ?? procedure(plan, &reader)
    return reader.outcome { () throws(RiskInputFault) in try mortality(inputs) }
  }

  private static func kidney(_ reader: inout RiskReader) -> EuroScoreKidney? {
    if reader.record.lists(.dialysis) == true {
      reader.note("dialysis")
      return .dialysis
    }
    let measured = reader.measured(.creatinine)
    let weighed = reader.weight()
    guard let creatinine = measured, let weight = weighed, let age = reader.record.age, let sex = reader.record.sex
    else { return nil }
    let clearance = Kidney.clearance(creatinine: creatinine, age: age, sex: sex, weight: weight)
    reader.note("creatinine clearance " + FixedText.fixed(clearance, digits: 0) + " mL/min (Cockcroft–Gault)")
    return .clearance(clearance)
  }

  private static func hadSurgery(_ reader: inout RiskReader) -> Bool {
    for treatment in reader.record.treatments where ValveMaterial.surgical.containsText(treatment) {
      reader.note("previous operation on the heart: " + treatment)
      return true
    }
    let meaning = "previous operation on the heart"
    if reader.record.lists(.prostheticValve) == true {
      return reader.history([.prostheticValve], meaning + ": a prosthetic valve")
    }
    return reader.history([.previousCardiacSurgery], meaning)
  }

  private static func isCritical(_ reader: inout RiskReader) -> Bool {
    for treatment in reader.record.treatments {
      for support in ["inotrope", "intra-aortic-balloon"] where treatment.utf8.elementsEqual(support.utf8) {
        reader.note("critical state: on " + support)
        return true
      }
    }
    let shock = Condition.apparentShock.evaluate(reader.picture)
    if shock.truth == .yes {
      reader.note("critical state: shock (" + Texts.list(shock.reasons, by: "; ") + ")")
      return true
    }
    reader.assume("no critical state before the operation")
    return false
  }

  /// By the first of the rules of urgency that holds: emergency, urgent, else elective. Our own reading of the score's
  /// definitions; a suspected stroke hastens the patient and not the operation.
  private static func urgency(_ reader: inout RiskReader) -> EuroScoreUrgency {
    for rule in UrgencyRule.all where rule.urgency >= .urgent && !rule.isOfStroke {
      guard rule.when.evaluate(reader.picture).truth == .yes else { continue }
      let isEmergency = rule.urgency == .emergency
      reader.note((isEmergency ? "emergency" : "urgent") + " operation: " + rule.text)
      return isEmergency ? .emergency : .urgent
    }
    reader.assume("elective operation")
    return .elective
  }

  private static func procedure(_ plan: Plan, _ reader: inout RiskReader) -> EuroScoreProcedure {
    let bypass = reader.record.context.plannedCABG == true
    if reader.record.context.plannedCABG == nil { reader.assume("no bypass at the same operation") }
    if bypass { reader.note("bypass planned") }
    if plan.ablation { reader.note("ablation at the same operation") } else { reader.assume("no ablation") }
    return bypass && plan.ablation ? .threeOrMore : bypass || plan.ablation ? .two : .singleNonCABG
  }
}

extension UrgencyRule {
  fileprivate var isOfStroke: Bool { id.utf8.elementsEqual("urgency-stroke".utf8) }
}
