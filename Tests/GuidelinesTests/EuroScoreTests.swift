// EuroSCORE II against vectors reckoned apart from it, and against patients on record.

import Findings
import Guidelines
import Quantities
import Testing

/// The reference patient with changes, risk in percent.
private func risk(
  age: Double = 60, sex: Sex = .male, _ change: (inout EuroScoreInputs) -> Void
) throws(RiskInputFault) -> Double {
  var inputs = EuroScoreInputs(age: age, sex: sex)
  inputs.procedure = .isolatedCABG
  change(&inputs)
  return try EuroScore2.mortality(inputs)
}

private func close(_ value: Double, _ expected: Double, _ tolerance: Double = 5e-5) -> Bool {
  abs(value - expected) <= tolerance
}

@Suite struct EuroScoreTests {
  @Test func thePublishedSumGivesTheReferencePatients() throws {
    #expect(close(try risk { _ in }, 0.4987))
    #expect(close(try risk { $0.procedure = .singleNonCABG }, 0.5017))
    #expect(close(try risk(age: 72, sex: .female) { _ in }, 0.8713))
    let lungs = try risk(age: 72, sex: .female) {
      $0.nyha = .three
      $0.kidney = .clearance(60)
      $0.pulmonaryPressure = 60
      $0.procedure = .singleNonCABG
    }
    #expect(close(lungs, 2.2326))
    let gravest = try risk(age: 80) {
      $0.nyha = .four
      $0.ejectionFraction = 25
      $0.kidney = .clearance(40)
      $0.urgency = .emergency
      $0.criticalState = true
      $0.procedure = .two
    }
    #expect(close(gravest, 46.1165))
  }

  /// Each factor by itself in the reference patient; the percentages from the table by another program.
  @Test func everyTermCountsWithItsOwnCoefficient() throws {
    let single: [(Double, (inout EuroScoreInputs) -> Void)] = [
      (0.620377, { $0.sex = .female }), (0.674312, { $0.kidney = .clearance(85) }),
      (1.169542, { $0.kidney = .clearance(50) }), (0.943482, { $0.kidney = .dialysis }),
      (0.849293, { $0.extracardiacArteriopathy = true }), (0.633506, { $0.poorMobility = true }),
      (1.510633, { $0.previousCardiacSurgery = true }), (0.601562, { $0.chronicLungDisease = true }),
      (0.922503, { $0.activeEndocarditis = true }), (1.463636, { $0.criticalState = true }),
      (0.554684, { $0.nyha = .two }), (0.669163, { $0.nyha = .three }), (0.869541, { $0.nyha = .four }),
      (0.622211, { $0.anginaAtRest = true }), (0.682067, { $0.ejectionFraction = 50 }),
      (1.112240, { $0.ejectionFraction = 30 }), (1.260064, { $0.ejectionFraction = 20 }),
      (0.580551, { $0.recentInfarction = true }), (0.595750, { $0.pulmonaryPressure = 31 }),
      (0.595750, { $0.pulmonaryPressure = 55 }), (0.705547, { $0.pulmonaryPressure = 56 }),
      (0.683696, { $0.urgency = .urgent }), (1.002987, { $0.urgency = .emergency }),
      (1.920728, { $0.urgency = .salvage }), (0.501743, { $0.procedure = .singleNonCABG }),
      (0.862976, { $0.procedure = .two }), (1.307921, { $0.procedure = .threeOrMore }),
      (0.953412, { $0.thoracicAorta = true }), (0.709148, { $0.diabetesOnInsulin = true }),
      (0.498652, { $0.age = 30 }), (0.498652, { $0.ejectionFraction = 51 }), (0.498652, { $0.kidney = .clearance(86) }),
    ]
    for (index, (expected, change)) in single.enumerated() {
      let value = try risk(change)
      #expect(close(value, expected, 1e-6), "term \(index): \(value)")
    }
  }

  @Test func inputsOutsideTheScoreAreRefusedByName() {
    func fault(_ change: (inout EuroScoreInputs) -> Void) -> RiskInputFault? {
      do throws(RiskInputFault) {
        _ = try risk(change)
        return nil
      } catch { return error }
    }
    #expect(fault { $0.age = 96 } == RiskInputFault(field: "patient.age", value: 96, allowed: 18...95, unit: "y"))
    #expect(fault { $0.age = 17 }?.field == "patient.age")
    #expect(fault { $0.ejectionFraction = 3 }?.field == "LVEF")
    #expect(fault { $0.pulmonaryPressure = 200 }?.field == "PASP")
    #expect(fault { $0.kidney = .clearance(0) }?.field == "creatinine clearance")
    #expect(fault { $0.ejectionFraction = .nan }?.field == "LVEF")
  }

  private func onRecord(_ edit: (inout ClinicalRecord) -> Void = { _ in }) -> Picture {
    patient(
      age: 72, sex: .female, history: [], nyha: .three, [.creatinine: 80, .LVEF: 62, .PASP: 60],
      edit: {
        $0.weight = 64
        edit(&$0)
      })
  }

  @Test func aRecordGivesTheScoreWithItsInputsAndWhatWasTakenForGranted() throws {
    let estimate = try #require(EuroScore2.of(onRecord()).estimate)
    #expect(close(estimate.value, 2.2326))
    #expect(estimate.inputs.contains("creatinine clearance 57 mL/min (Cockcroft–Gault)"))
    #expect(estimate.inputs.contains("NYHA class III"))
    #expect(estimate.assumed.contains("no poor mobility") && estimate.assumed.contains("elective operation"))
  }

  @Test func theRecordDecidesUrgencyAndExtent() throws {
    let elective = try #require(EuroScore2.of(onRecord()).value)
    let urgent = try #require(EuroScore2.of(onRecord { $0.presentation = .acute }).value)
    let torn = EuroScore2.of(
      onRecord {
        $0.presentation = .acute
        $0.signs.say(true, for: .papillaryRupture)
      })
    let emergency = try #require(torn.value)
    #expect(elective < urgent && urgent < emergency)
    #expect(torn.estimate?.inputs.contains("emergency operation: torn papillary muscle") == true)
    let bypass = try #require(EuroScore2.of(onRecord { $0.context.plannedCABG = true }).value)
    var plan = EuroScore2.Plan()
    plan.ablation = true
    #expect(EuroScore2.of(onRecord(), plan: plan).value == bypass && bypass > elective)
    let supported = try #require(EuroScore2.of(onRecord { $0.treatments = ["inotrope"] }).value)
    let again = try #require(EuroScore2.of(onRecord { $0.treatments = ["annuloplasty"] }).value)
    #expect(supported > elective && again > supported)
  }

  @Test func shockIsACriticalStateAndAnEmergency() throws {
    let shocked = onRecord {
      $0.presentation = .acute
      $0.measure([.SBP: 75, .lactate: 5])
    }
    let estimate = try #require(EuroScore2.of(shocked).estimate)
    #expect(estimate.inputs.contains { $0.hasPrefix("critical state: shock (") && $0.contains("lactate 5") })
    #expect(estimate.inputs.contains { $0.hasPrefix("emergency operation: ") })
    #expect(!estimate.assumed.contains("no critical state before the operation"))
    var plan = EuroScore2.Plan()
    plan.urgency = .emergency
    let supported = onRecord { $0.treatments = ["inotrope"] }
    #expect(estimate.value == EuroScore2.of(supported, plan: plan).value)
    let calm = onRecord { $0.measure([.SBP: 124, .lactate: 1]) }
    #expect(EuroScore2.of(calm).estimate?.assumed.contains("no critical state before the operation") == true)
  }

  /// Whatever else is known, the score's urgency is that of the rules, but for a stroke, which no operation mends.
  @Test func theOperationIsAsUrgentAsTheRulesSay() throws {
    var dice = Dice(seed: 19)
    var seen: [Urgency: Int] = [:]
    for _ in 0..<manyRecords {
      var record = ClinicalRecord.random(&dice)
      record.age = 70
      record.sex = .male
      record.weight = 80
      record.nyha = record.nyha ?? .two
      record.history = record.history ?? []
      record.symptoms?.removeAll { $0 == .strokeSigns || $0 == .confusion }
      record.measure([.creatinine: 80, .LVEF: 55, .PASP: 40])
      let judgement = Judgement(record)
      let estimate = try #require(EuroScore2.of(judgement.picture).estimate)
      let urgency = judgement.urgency.urgency
      seen[urgency, default: 0] += 1
      let word = urgency == .emergency ? "emergency operation: " : urgency == .urgent ? "urgent operation: " : nil
      if let word {
        #expect(estimate.inputs.contains { $0.hasPrefix(word) })
      } else {
        #expect(estimate.assumed.contains("elective operation"))
      }
    }
    #expect(Urgency.allCases.allSatisfy { (seen[$0] ?? 0) > 20 })
    let stroke = onRecord { $0.symptoms = [.strokeSigns] }
    #expect(EuroScore2.of(stroke).estimate?.assumed.contains("elective operation") == true)
  }

  @Test func aProstheticValveIsAnEarlierOperation() throws {
    let carried = EuroScore2.of(onRecord { $0.history = [.prostheticValve] })
    #expect(carried.value == EuroScore2.of(onRecord { $0.history = [.previousCardiacSurgery] }).value)
    #expect(carried.estimate?.inputs.contains("previous operation on the heart: a prosthetic valve") == true)
  }

  @Test func onDialysisNoCreatinineIsNeeded() {
    let outcome = EuroScore2.of(
      patient(age: 60, sex: .male, history: [.dialysis], symptoms: [], [.LVEF: 60, .PASP: 25]))
    #expect(outcome.value.map { close($0, 0.9493, 2e-4) } == true)
    #expect(outcome.estimate?.inputs.contains("no symptoms, so NYHA class I") == true)
  }

  @Test func anAgeBeyondTheScoreIsRefusedOnRecordToo() {
    #expect(EuroScore2.of(onRecord { $0.age = 99 }).fault?.field == "patient.age")
  }
}
