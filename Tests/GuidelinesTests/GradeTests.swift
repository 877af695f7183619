// Grades at the edges of the bins, where numbers and signs disagree, and where a careless rule would be fooled.

import Findings
import Guidelines
import Quantities
import Testing

/// Findings from pairs.
private func values(_ pairs: KeyValuePairs<FindingID, Double>) -> FindingValues {
  var values = FindingValues()
  for (id, value) in pairs { values[id] = value }
  return values
}

/// Signs from pairs of sign and word.
private func signs(_ pairs: KeyValuePairs<QualitativeID, String>) -> QualitativeValues {
  var signs = QualitativeValues()
  for (id, word) in pairs {
    let said = signs.say(word, for: id)
    #expect(said, "\(id): \(word)")
  }
  return signs
}

@Suite struct BinTests {
  @Test(arguments: [
    (0.199, SeverityGrade.mild, 1), (0.20, .moderate, 2), (0.299, .moderate, 2), (0.30, .moderate, 3),
    (0.399, .moderate, 3), (0.40, .severe, 4), (1.2, .severe, 4),
  ]) func orificeBinsBeginAtTheirEdges(area: Double, grade: SeverityGrade, scale: Int) {
    let judgement = gradeSeverity(values([.EROA: area]))
    #expect(judgement.grade == grade && judgement.scale == scale)
    #expect(judgement.confidence == .probable)
    #expect(judgement.warnings.contains(.orificeAlone))
  }

  @Test(arguments: [
    (29.9, SeverityGrade.mild, 1), (30.0, .moderate, 2), (44.9, .moderate, 2), (45.0, .moderate, 3),
    (59.9, .moderate, 3), (60.0, .severe, 4),
  ]) func volumeBinsBeginAtTheirEdges(volume: Double, grade: SeverityGrade, scale: Int) {
    let judgement = gradeSeverity(values([.RVol: volume]))
    #expect(judgement.grade == grade && judgement.scale == scale)
  }

  @Test(arguments: [
    (29.9, SeverityGrade.mild, 1), (30.0, .moderate, 2), (39.9, .moderate, 2), (40.0, .moderate, 3),
    (49.9, .moderate, 3), (50.0, .severe, 4),
  ]) func fractionBinsBeginAtTheirEdges(fraction: Double, grade: SeverityGrade, scale: Int) {
    let judgement = gradeSeverity(values([.RF: fraction]))
    #expect(judgement.grade == grade && judgement.scale == scale)
  }

  @Test func aRoundingErrorOfAConvertedUnitDoesNotDecide() {
    #expect(gradeSeverity(values([.EROA: 0.4 - 1e-16])).grade == .severe)
    #expect(gradeSeverity(values([.EROA: 0.4 - 1e-6])).grade == .moderate)
  }

  @Test func noLeakIsNoneAndATraceIsBelowAQuarterOfModerate() {
    let none = gradeSeverity(values([.RVol: 0, .RF: 0, .LVEDV: 140, .LVEF: 62]))
    #expect(none.grade == SeverityGrade.none && none.scale == 0 && none.confidence == .definite)
    let trace = gradeSeverity(values([.EROA: 0.04, .RVol: 6, .RF: 7]))
    #expect(trace.grade == .trace && trace.scale == 0)
    let mild = gradeSeverity(values([.EROA: 0.05, .RVol: 7, .RF: 7]))
    #expect(mild.grade == .mild && mild.scale == 1)
    let flail = gradeSeverity(values([.RVol: 0]), qualitative: signs([.flail: "true"]))
    #expect(flail.grade == .mild && flail.confidence == .probable)
  }

  @Test func withoutAnyEvidenceThereIsNoGrade() {
    let judgement = gradeSeverity(values([.HR: 70, .LVEF: 60]))
    #expect(judgement.grade == nil && judgement.scale == nil && judgement.confidence == .indeterminate)
    #expect(judgement.missing == [.EROA, .RVol, .RF, .SBP, .LVEDV])
    #expect(judgement.because.isEmpty)
  }
}

@Suite struct DiscordanceTests {
  @Test func threeAgreeingNumbersAreDefinite() {
    let judgement = gradeSeverity(values([.EROA: 0.48, .RVol: 70, .RF: 55, .SBP: 124]))
    #expect(judgement.grade == .severe && judgement.scale == 4 && judgement.confidence == .definite)
    #expect(judgement.outlier == nil && judgement.systolicPressure == 124)
    #expect(judgement.because.map(\.bin) == [4, 4, 4])
    #expect(judgement.because.allSatisfy { $0.role == .quantity && $0.source.contains("2017") })
    #expect(judgement.because.map(\.unit) == ["cm2", "mL", "%"])
  }

  @Test func neighbouringBinsFollowTheMajority() {
    let high = gradeSeverity(values([.EROA: 0.42, .RVol: 62, .RF: 47]))
    #expect(high.grade == .severe && high.confidence == .probable && high.outlier == nil)
    let low = gradeSeverity(values([.EROA: 0.42, .RVol: 50, .RF: 47]))
    #expect(low.grade == .moderate && low.scale == 3 && low.confidence == .probable)
  }

  @Test func twoNeighboursFollowTheSigns() {
    let numbers = values([.RVol: 62, .RF: 47])
    #expect(gradeSeverity(numbers).scale == 3)
    let reversed = gradeSeverity(numbers, qualitative: signs([.pulmonaryVein: "reversed"]))
    #expect(reversed.grade == .severe && reversed.confidence == .probable)
  }

  @Test func binsTwoApartAreIndeterminateAndTheOutlierIsNamed() {
    let high = gradeSeverity(values([.EROA: 0.45, .RVol: 35, .RF: 33]))
    #expect(high.confidence == .indeterminate && high.outlier == .EROA && high.scale == 2)
    let low = gradeSeverity(values([.EROA: 0.15, .RVol: 62, .RF: 52]))
    #expect(low.confidence == .indeterminate && low.outlier == .EROA && low.grade == .severe)
    let even = values([.EROA: 0.25, .RVol: 50, .RF: 52])
    #expect(gradeSeverity(even).outlier == .RF)
    #expect(gradeSeverity(even, qualitative: signs([.flail: "true"])).outlier == .EROA)
    let two = gradeSeverity(values([.EROA: 0.45, .RF: 20]))
    #expect(two.confidence == .indeterminate && two.outlier == .EROA && two.grade == .mild)
  }

  @Test func thirdBinIsSevereWithThreeSevereSigns() {
    let numbers = values([.EROA: 0.35, .RVol: 50, .RF: 45])
    #expect(gradeSeverity(numbers).scale == 3)
    let three = gradeSeverity(
      numbers, qualitative: signs([.flail: "true", .jet: "central-large", .pulmonaryVein: "reversed"]))
    #expect(three.grade == .severe && three.scale == 4 && three.specificSevere == 3)
    let two = gradeSeverity(numbers, qualitative: signs([.flail: "true", .jet: "central-large"]))
    #expect(two.grade == .moderate && two.scale == 3)
  }

  @Test func signsAgainstNumbersAreIndeterminate() {
    let numbers = values([.EROA: 0.10, .RVol: 15, .RF: 15, .VCW: 0.8])
    let judgement = gradeSeverity(numbers, qualitative: signs([.flail: "true", .pulmonaryVein: "reversed"]))
    #expect(judgement.grade == .mild && judgement.confidence == .indeterminate)
    #expect(judgement.warnings.contains(.numbersAgainstSigns))
    let soft = gradeSeverity(
      values([.EROA: 0.45, .RVol: 65, .RF: 55]), qualitative: signs([.cwShape: "faint", .inflow: "a-dominant"]))
    #expect(soft.grade == .severe && soft.confidence == .indeterminate)
  }
}

@Suite struct SignTests {
  @Test func fourSignsOfOneSideDecideWithoutNumbers() {
    let severe = gradeSeverity(
      values([.VCW: 0.7, .PISAr: 1.0, .aliasingVelocity: 38]),
      qualitative: signs([.flail: "true", .pulmonaryVein: "reversed"]))
    #expect(severe.grade == .severe && severe.confidence == .definite && severe.specificSevere == 4)
    let mild = gradeSeverity(
      values([.VCW: 0.3]),
      qualitative: signs([.jet: "central-small", .inflow: "a-dominant", .cwShape: "faint"]))
    #expect(mild.grade == .mild && mild.confidence == .definite && mild.specificMild == 4)
  }

  @Test func fewerSignsAloneStayIndeterminate() {
    let flail = gradeSeverity(FindingValues(), qualitative: signs([.flail: "true"]))
    #expect(flail.grade == .severe && flail.confidence == .indeterminate)
    #expect(gradeSeverity(values([.VCW: 0.5])).grade == .moderate)
    #expect(gradeSeverity(values([.VCW: 0.2])).grade == .mild)
  }

  @Test func flailAndTornPapillaryMuscleAreOneSign() {
    let both = gradeSeverity(
      FindingValues(), qualitative: signs([.flail: "true", .papillaryRupture: "true"]))
    #expect(both.specificSevere == 1 && both.because.count == 2)
  }

  @Test func convergenceCountsOnlyAtItsAliasingVelocity() {
    let unfit = gradeSeverity(values([.PISAr: 1.1, .aliasingVelocity: 60]))
    #expect(unfit.specificSevere == 0 && unfit.warnings.contains(.aliasingVelocityUnfit))
    #expect(gradeSeverity(values([.PISAr: 1.1, .aliasingVelocity: 30])).specificSevere == 1)
    #expect(gradeSeverity(values([.PISAr: 0.3, .aliasingVelocity: 40])).specificMild == 1)
    #expect(gradeSeverity(values([.PISAr: 1.1])).missing.contains(.aliasingVelocity))
  }

  @Test func ventricleSizeIsReadByRangeOfTheSex() {
    let numbers = values([.LVIDd: 55, .LVEF: 62])
    #expect(gradeSeverity(numbers, context: GradingContext(sex: .female)).specificSevere == 1)
    #expect(gradeSeverity(numbers, context: GradingContext(sex: .male)).specificSevere == 0)
    let failing = values([.LVIDd: 70, .LVEF: 30])
    #expect(gradeSeverity(failing).specificSevere == 0)
  }
}

@Suite struct GuidelineTests {
  @Test func guidelinesHaveTheirPublishedNames() {
    #expect(Guideline.allCases.map(\.identifier) == ["esc-eacts-2025", "esc-eacts-2021", "acc-aha-2020"])
    #expect(Guideline(identifier: "acc-aha-2020") == .accAha2020 && Guideline(identifier: "esc") == nil)
    #expect(Guideline.escEacts2025.source.year == 2025 && Guideline.accAha2020.source.year == 2020)
  }

  @Test func signsTellPrimaryFromSecondary() {
    #expect(LeakClass(signs: signs([.prolapse: "true"])) == .primary)
    #expect(LeakClass(signs: signs([.tenting: "true"])) == .secondary)
    #expect(LeakClass(signs: signs([.tenting: "true", .cleft: "true"])) == nil)
    #expect(LeakClass(signs: QualitativeValues()) == nil)
    #expect(gradeSeverity(values([.RVol: 40])).warnings.contains(.classAssumed))
  }

  @Test func anEllipticalOrificeLowersTheThreshold() {
    let numbers = values([.EROA: 0.30])
    #expect(gradeSeverity(numbers, qualitative: signs([.tenting: "true"])).grade == .severe)
    #expect(
      gradeSeverity(numbers, qualitative: signs([.tenting: "true", .orificeShape: "round"])).grade == .moderate)
    #expect(gradeSeverity(numbers, qualitative: signs([.orificeShape: "elliptical"])).grade == .severe)
    #expect(gradeSeverity(values([.EROA: 0.29]), qualitative: signs([.tenting: "true"])).grade == .moderate)
    let american = gradeSeverity(
      values([.EROA: 0.35, .RVol: 50]), qualitative: signs([.tenting: "true"]), guideline: .accAha2020)
    #expect(american.grade == .severe && american.confidence == .probable)
  }

  @Test func lowFlowLowersTheVolumeThreshold() {
    let low = values([.RVol: 46, .FSV: 50, .BSA: 1.9])
    let judgement = gradeSeverity(low, context: GradingContext(leak: .secondary))
    #expect(judgement.grade == .severe && judgement.warnings.contains(.lowFlow))
    #expect(judgement.because[0].source.contains("Vahanian 2021") && judgement.because[0].evidence == .partRead)
    let american = gradeSeverity(low, context: GradingContext(leak: .secondary), guideline: .accAha2020)
    #expect(american.scale == 3)
    let enough = gradeSeverity(
      values([.RVol: 46, .FSV: 70, .BSA: 1.9]), context: GradingContext(leak: .secondary))
    #expect(enough.scale == 3 && !enough.warnings.contains(.lowFlow))
    let index = gradeSeverity(values([.RVol: 46, .CI: 2.0, .HR: 80]), context: GradingContext(leak: .secondary))
    #expect(index.grade == .severe)
  }

  @Test func secondaryInAmericaIsSevereByAnyOneNumber() {
    let numbers = values([.EROA: 0.36, .RVol: 50, .RF: 52])
    let context = GradingContext(leak: .secondary)
    #expect(gradeSeverity(numbers, context: context, guideline: .accAha2020).grade == .severe)
    #expect(gradeSeverity(numbers, context: context, guideline: .escEacts2025).scale == 3)
    let contradicted = values([.EROA: 0.25, .RVol: 40, .RF: 52])
    let judgement = gradeSeverity(contradicted, context: context, guideline: .accAha2020)
    #expect(judgement.confidence == .indeterminate && judgement.outlier == .RF && judgement.scale == 2)
  }

  @Test func twentySquareMillimetresIsNotSevereInEitherGuideline() {
    for guideline in Guideline.allCases {
      let judgement = gradeSeverity(
        values([.EROA: 0.22, .RVol: 33, .RF: 35]), context: GradingContext(leak: .secondary), guideline: guideline)
      #expect(judgement.grade == .moderate && judgement.scale == 2)
    }
  }
}

@Suite struct OrderTests {
  @Test func moreLeakIsNeverALesserGrade() {
    for guideline in Guideline.allCases {
      for leak in LeakClass.allCases {
        var last = -1
        for step in 0...120 {
          let share = Double(step) / 100
          let numbers = values([.EROA: 0.4 * share, .RVol: 60 * share, .RF: 50 * share])
          let judgement = gradeSeverity(numbers, context: GradingContext(leak: leak), guideline: guideline)
          #expect((judgement.scale ?? -1) >= last)
          #expect(judgement.confidence > .indeterminate)
          last = judgement.scale ?? -1
        }
        #expect(last == 4)
      }
    }
  }

  @Test func everyRowOfAJudgementNamesASourceWithItsYear() {
    let judgement = gradeSeverity(
      values([.EROA: 0.45, .RVol: 65, .RF: 54, .VCW: 0.5, .E: 1.4, .LAVI: 70, .LAd: 56, .LVIDd: 62, .LVEF: 66]),
      qualitative: signs([.flail: "true", .cwShape: "triangular", .pulmonaryVein: "blunted", .prolapse: "true"]))
    #expect(judgement.because.count == 11)
    for record in judgement.because {
      #expect(record.source.contains("20"), "\(record.criterion)")
      #expect((record.value == nil) == (record.unit == nil) && (record.value == nil) == (record.word != nil))
    }
    #expect(Set(SeverityCriterion.allCases.map(\.identifier)).count == SeverityCriterion.allCases.count)
    #expect(SeverityWarning.allCases.allSatisfy { $0.text.hasSuffix(".") && !$0.identifier.isEmpty })
  }
}

@Suite struct TrapTests {
  @Test func anOrificeOfPartOfSystoleIsNotGradedByItself() {
    let late = signs([.prolapse: "true", .jetTiming: "mid-late"])
    let judgement = gradeSeverity(values([.EROA: 0.42, .RVol: 33, .RF: 31]), qualitative: late)
    #expect(judgement.scale == 2 && judgement.outlier == nil)
    #expect(judgement.warnings.contains(.notHolosystolic))
    #expect(judgement.because[0].criterion == .EROA && !judgement.because[0].counts)
    let alone = gradeSeverity(values([.EROA: 0.42]), qualitative: late)
    #expect(alone.warnings.contains(.notHolosystolic) && alone.warnings.contains(.orificeAlone))
    #expect(alone.confidence < .definite)
    let forbidden = gradeSeverity(values([.EROA: 0.25, .RVol: 90, .LVEDV: 120, .LVEF: 50]), qualitative: late)
    #expect(forbidden.scale == 2 && forbidden.outlier == .RVol)
    let width = gradeSeverity(values([.VCW: 0.8, .RVol: 33, .RF: 31]), qualitative: late)
    #expect(width.specificSevere == 0)
  }

  @Test func aLeakLargerThanTheStrokeIsForbidden() {
    let judgement = gradeSeverity(values([.RVol: 60, .LVEF: 25, .LVEDV: 200]))
    #expect(judgement.outlier == .RVol && judgement.confidence == .indeterminate)
    #expect(judgement.warnings.contains(.regurgitantExceedsTotal))
    #expect(SeverityWarning.regurgitantExceedsTotal.isForbidden && !SeverityWarning.littleForwardFlow.isForbidden)
    let others = gradeSeverity(values([.RVol: 90, .EROA: 0.25, .LVEF: 30, .LVEDV: 200]))
    #expect(others.outlier == .RVol && others.scale == 2 && others.confidence == .indeterminate)
    let little = gradeSeverity(values([.RVol: 60, .LVEF: 35, .LVEDV: 200]))
    #expect(little.warnings.contains(.forwardTooLow))
    let shocked = gradeSeverity(values([.RVol: 60, .LVEF: 35, .LVEDV: 200, .lactate: 4]))
    #expect(shocked.warnings.contains(.littleForwardFlow))
  }

  @Test func moreForwardThanTotalIsForbidden() {
    let judgement = gradeSeverity(values([.FSV: 90, .LVEDV: 120, .LVESV: 50, .EROA: 0.3]))
    #expect(judgement.outlier == .FSV && judgement.confidence == .indeterminate)
    let swapped = gradeSeverity(values([.LVEDV: 50, .LVESV: 120, .EROA: 0.3]))
    #expect(swapped.outlier == .LVESV && swapped.warnings.contains(.endSystolicExceedsEndDiastolic))
  }

  @Test func theSameOrificeIsAHeavierLoadInASmallStroke() {
    let small = gradeSeverity(values([.EROA: 0.30, .MRVTI: 150, .LVEDV: 120, .LVEF: 60]))
    let large = gradeSeverity(values([.EROA: 0.30, .MRVTI: 150, .LVEDV: 250, .LVEF: 60]))
    #expect(small.because.first { $0.criterion == .RF }?.meets == .severe)
    #expect(large.because.first { $0.criterion == .RF }?.bin == 2)
    #expect(small.because.first { $0.criterion == .RF }?.derivation == "RVol / SV")
    #expect(small.missing.contains(.SBP) && !small.missing.contains(.RF))
  }

  @Test func theGradeAsksForTheBloodPressure() {
    #expect(gradeSeverity(values([.RVol: 40])).warnings.contains(.pressureUnknown))
    let told = gradeSeverity(values([.RVol: 40, .SBP: 118]))
    #expect(!told.warnings.contains(.pressureUnknown) && told.systolicPressure == 118)
  }

  @Test func normalChambersDoNotExcuseAnAcuteLeak() {
    let findings = values([.LVIDd: 50, .LAVI: 30, .RVol: 55, .RF: 55, .EROA: 0.5])
    let small = signs([.papillaryRupture: "true", .jet: "central-small", .cwShape: "triangular"])
    let acute = gradeSeverity(findings, qualitative: small, context: GradingContext(acute: true))
    #expect(acute.grade == .severe && acute.specificMild == 0 && acute.specificSevere == 1)
    #expect(acute.warnings.contains(.acute))
    let chronic = gradeSeverity(findings, qualitative: small)
    #expect(chronic.specificMild == 2)
  }

  @Test func numbersAreHadFromOthersByTheirFormulae() {
    let pisa = gradeSeverity(values([.PISAr: 0.9, .aliasingVelocity: 40, .MRVmax: 5, .MRVTI: 150]))
    let area = pisa.because.first { $0.criterion == .EROA }?.value ?? 0
    #expect(abs(area - 0.407_150_4) < 1e-6)
    let volume = pisa.because.first { $0.criterion == .RVol }?.value ?? 0
    #expect(abs(volume - 61.072_56) < 1e-4)
    let volumetric = gradeSeverity(values([.LVEDV: 200, .LVESV: 70, .CO: 5.2, .HR: 80]))
    // The third row: a wide ventricle whose LVEF follows from its volumes.
    #expect(volumetric.because.map(\.value) == [65, 50, nil])
    #expect(volumetric.grade == .severe && volumetric.confidence == .definite)
  }

  @Test func valuesThatGoBadlyTogetherLowerTheConfidence() {
    let judgement = gradeSeverity(values([.EROA: 0.45, .RVol: 70, .RF: 52, .MRVTI: 100, .LVEDV: 200, .LVESV: 80]))
    #expect(judgement.warnings.contains(.orificeDisagrees) && judgement.confidence == .probable)
    let share = gradeSeverity(values([.EROA: 0.45, .RVol: 70, .RF: 75, .LVEDV: 200, .LVESV: 80]))
    #expect(share.warnings.contains(.fractionDisagrees) && share.confidence == .probable)
    let ejection = gradeSeverity(values([.RVol: 70, .LVEDV: 200, .LVESV: 80, .LVEF: 45]))
    #expect(ejection.warnings.contains(.ejectionDisagrees))
  }
}
