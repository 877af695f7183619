// The fit finds again the heart that measurements were made on, says how sure it is, and notices one that lies.

import Circulation
import Findings
import Foundation
import Instruments
import Quantities
import Testing
import Treatments
import Twin

/// A heart that is known, and exact measurements on it.
private struct KnownHeart {
  let definition: HeartDefinition
  let targets: [Target]

  static let surface = Body.reference.bodySurface

  static let measured: [FindingID] = [
    .SBP, .DBP, .CVP, .PCWP, .PASP, .LVEDV, .LVESV, .FSV, .RVol, .EROA, .LAVmax, .LVEDP,
  ]

  init(leak: Double, strength: Double, resistance: Double, blood: Double) throws {
    var definition = HeartDefinition.healthyAdult
    definition.mitralValve.leakArea = .squareCentimetres(leak)
    definition.leftVentricle.activeStress *= strength
    definition.septum.activeStress *= strength
    definition.systemic.arteriolarResistance *= resistance
    definition.systemic.venularResistance *= resistance
    definition.bloodVolume *= blood
    self.definition = definition
    let settled = definition.settled()
    try #require(settled.status == .periodic)
    let findings = BeatReading(settled.beat, of: definition, bodySurface: Self.surface).findings
    targets = Self.measured.compactMap { id in findings[id].map { Target(id, $0) } }
  }

  func fit(_ changed: [Target]? = nil) throws -> TwinFit {
    try HeartFit(
      start: .healthyAdult, body: .reference, targets: changed ?? targets, disease: KnownDisease(isAcute: false)
    ).run()
  }
}

extension TwinFit {
  fileprivate func parameter(_ name: String) throws -> FittedParameter {
    try #require(parameters.first { $0.name == name })
  }
}

@Suite struct RecoveryTests {
  private static let hearts: [(leak: Double, strength: Double, resistance: Double, blood: Double)] = [
    (0.15, 1, 1.1, 1.02), (0.35, 0.8, 1.2, 1.06), (0.6, 1.2, 0.9, 1.1), (0.25, 0.6, 1.4, 1.08),
  ]

  @Test(arguments: hearts.indices)
  func theHeartThatWasMeasuredLiesWithinTheIntervals(_ index: Int) throws {
    let known = Self.hearts[index]
    let fit = try KnownHeart(
      leak: known.leak, strength: known.strength, resistance: known.resistance, blood: known.blood
    ).fit()
    #expect(fit.converged)
    let leak = try fit.parameter("leakArea")
    #expect(leak.low < known.leak && known.leak < leak.high)
    #expect(abs(leak.value / known.leak - 1) < 0.1, "leak \(leak.value) for \(known.leak) cm²")
    let blood = try fit.parameter("bloodVolume")
    #expect(blood.low < 5090 * known.blood && 5090 * known.blood < blood.high)
    let strength = try fit.parameter("contractility")
    let truth = HeartDefinition.healthyAdult.leftVentricle.activeStress.kilopascals * known.strength
    #expect(strength.low < truth && truth < strength.high)
  }

  @Test func exactMeasurementsAreExplainedWithinASmallPartOfTheirErrors() throws {
    let fit = try KnownHeart(leak: 0.4, strength: 0.9, resistance: 1.1, blood: 1.05).fit()
    for residual in fit.residuals { #expect(abs(residual.zScore) < 0.5, "\(residual.finding) \(residual.zScore)") }
  }

  @Test(arguments: [FindingID.RVol, .LVEDV, .FSV])
  func aMeasurementThatLiesIsTheWorstOfTheResiduals(_ liar: FindingID) throws {
    let known = try KnownHeart(leak: 0.35, strength: 0.9, resistance: 1.1, blood: 1.05)
    let lied = known.targets.map { target -> Target in
      let error = UsualError.of(liar, value: target.value, by: nil)
      return target.finding == liar ? Target(liar, target.value + 5 * error, standardError: error) : target
    }
    let fit = try known.fit(lied)
    let worst = try #require(fit.residuals.max { abs($0.zScore) < abs($1.zScore) })
    #expect(worst.finding == liar, "\(worst.finding) \(worst.zScore)")
    #expect(worst.zScore > 1.5)
  }

  @Test func anIllMuscleIsExpectedToEjectFortyPercent() throws {
    // With nothing measured of the ventricle the fit stays where it expects hearts to be.
    let fit = try HeartFit(
      start: .healthyAdult, body: .reference, targets: [Target(.HR, 68), Target(.SVR, 1200, standardError: 2000)],
      disease: KnownDisease(isAcute: false, isMuscleIll: true)
    ).run()
    let fraction = try #require(fit.reading.findings[.LVEF])
    #expect(fraction > 35 && fraction < 45, "\(fraction) %")
  }

  @Test func theSameMeasurementsGiveTheSameHeartToTheLastBit() throws {
    let known = try KnownHeart(leak: 0.35, strength: 0.9, resistance: 1.1, blood: 1.05)
    #expect(try known.fit().definition == known.fit().definition)
  }

  @Test func moreMeasurementsTeachMore() throws {
    let known = try KnownHeart(leak: 0.35, strength: 0.9, resistance: 1.1, blood: 1.05)
    let few = try known.fit(known.targets.filter { [.LVEDV, .RVol].contains($0.finding) })
    let many = try known.fit()
    for (a, b) in zip(few.parameters, many.parameters) {
      #expect(b.learned > a.learned - 0.02, "\(b.name): \(a.learned) then \(b.learned)")
    }
    #expect(try many.parameter("systemicResistance").learned > few.parameter("systemicResistance").learned + 0.1)
  }

  @Test func nothingThatABeatAnswersForIsNoFit() {
    #expect(throws: FitFailure.nothingToFit) {
      try HeartFit(
        start: .healthyAdult, body: .reference, targets: [Target(.NTproBNP, 900), Target(.HR, 70)],
        disease: KnownDisease(isAcute: false)
      ).run()
    }
  }

  @Test func impossibleMeasurementsStillEndAndAreToldAsMisfits() throws {
    let fit = try HeartFit(
      start: .healthyAdult, body: .reference,
      targets: [Target(.LVEDV, 90), Target(.RVol, 150), Target(.FSV, 120), Target(.SBP, 120)],
      disease: KnownDisease(isAcute: false)
    ).run()
    #expect(fit.residuals.contains { abs($0.zScore) > 3 })
  }
}

@Suite struct ComparisonTests {
  @Test func closingTheLeakRaisesForwardFlowAndLowersTheEjectionFraction() throws {
    var heart = HeartDefinition.healthyAdult
    heart.mitralValve.leakArea = .squareCentimetres(0.4)
    let settled = heart.settled()
    let outcomes = TreatmentOutcome.compare(
      heart, from: settled.state, bodySurface: 1.93,
      with: [TreatmentPlan(.leafletRepair), TreatmentPlan(.nitroprusside)])
    #expect(outcomes.map(\.identifier) == ["untreated", "leaflet-repair", "nitroprusside"])
    let closed = outcomes[1].change
    #expect(try #require(closed[.FSV]) > 5)
    #expect(try #require(closed[.LVEF]) < -8)
    #expect(try #require(closed[.LAPmean]) < -2)
    #expect(try #require(outcomes[1].findings[.RVol]) < 0.12 * #require(outcomes[0].findings[.RVol]))
  }

  @Test func anInfusionIsTitratedToAPressureThatIsKept() throws {
    var heart = HeartDefinition.healthyAdult
    heart.mitralValve.leakArea = .squareCentimetres(0.5)
    heart.systemic.arteriolarResistance *= 1.5
    heart.bloodVolume *= 1.1
    let outcomes = TreatmentOutcome.compare(
      heart, from: heart.settled().state, bodySurface: 1.93, with: [TreatmentPlan(.nitroprusside)])
    #expect(try #require(outcomes[1].findings[.MAP]) >= 65)
    #expect(try #require(outcomes[1].findings[.SBP]) >= 90)
    #expect(try #require(outcomes[1].change[.RF]) < -2)
    #expect(try #require(outcomes[1].change[.LVEDP]) < -1)
  }
}
