// Why the valve leaks: from what is stated, seen, told and measured, in this order.

import Findings
import Guidelines
import Quantities
import Testing

private func cause(_ record: ClinicalRecord) -> CauseJudgement { Picture(record, guideline: .escEacts2025).cause }

@Suite struct CauseTests {
  @Test(arguments: [
    (QualitativeID.flail, ValveMechanism.flail, CarpentierType.two), (.papillaryRupture, .papillaryRupture, .two),
    (.prolapse, .prolapse, .two), (.perforation, .perforation, .one), (.cleft, .cleft, .one),
    (.rheumaticLeaflets, .rheumatic, .threeA),
  ]) func aLesionThatWasSeenMakesTheLeakPrimary(sign: QualitativeID, mechanism: ValveMechanism, type: CarpentierType) {
    let found = cause(sketch { $0.see(sign) })
    #expect(found.cause == .primary && found.basis == .seen)
    #expect(found.mechanism == mechanism && found.carpentier == type)
    #expect(found.because.count == 1 && found.assumed.isEmpty && found.missing.isEmpty)
    #expect(found.leakClass == .primary)
    #expect(cause(sketch { $0.deny(sign) }).cause == .undetermined)
  }

  @Test func tentingIsSecondaryToTheVentricleAndTheInfarctionNamesItsMechanism() {
    let held = cause(sketch { $0.see(.tenting) })
    #expect(held.cause == .secondaryVentricular && held.carpentier == .threeB && held.leakClass == .secondary)
    let scarred = cause(
      sketch { record in
        record.see(.tenting)
        record.history = [.myocardialInfarction]
        record.measure([.LVEF: 30])
      })
    #expect(scarred.mechanism == .tethering)
    let wide = cause(
      sketch { record in
        record.see(.tenting)
        record.measure([.LVEF: 30])
      })
    #expect(wide.mechanism == .ventricularDilatation)
  }

  @Test func anIllLeafletBesideTentingIsMixedAndGradedAsPrimary() {
    let found = cause(sketch { $0.see(.prolapse, .tenting) })
    #expect(found.cause == .mixed && found.mechanisms == [.prolapse, .tethering] && found.leakClass == .primary)
    let stated = cause(
      sketch { record in
        record.lesions = ["annular-dilatation"]
        record.see(.flail)
      })
    #expect(stated.cause == .mixed && stated.basis == .stated && stated.mechanism == .annularDilatation)
  }

  @Test(arguments: ValveMechanism.allCases) func aStatedLesionStands(mechanism: ValveMechanism) {
    let found = cause(
      sketch { record in
        record.lesions = [mechanism.rawValue]
        record.history = [.rheumaticFever]
        record.measure([.LVEF: 30])
      })
    #expect(found.cause == mechanism.cause && found.mechanisms == [mechanism] && found.basis == .stated)
    #expect(found.because == ["stated: " + mechanism.rawValue])
  }

  @Test func aLateJetSpeaksForProlapseUnlessALesionIsKnown() {
    var late = sketch { _ in }
    late.signs[.jetTiming] = JetTiming.midLate.rawValue
    #expect(cause(late).mechanism == .prolapse)
    late.see(.cleft)
    #expect(cause(late).mechanisms == [.cleft])
  }

  @Test(arguments: [
    (HistoryItem.rheumaticFever, ValveMechanism.rheumatic), (.rheumaticCarditis, .rheumatic),
    (.mitralProlapse, .prolapse), (.endocarditis, .perforation), (.activeEndocarditis, .perforation),
    (.mitralAnnularCalcification, .calcification), (.anorecticDrugs, .fibrosis),
    (.chestTrauma, .flail), (.connectiveTissueDisease, .prolapse), (.familyHistoryMitralProlapse, .prolapse),
    (.intravenousDrugUse, .perforation), (.congenitalHeartDisease, .cleft),
  ]) func illnessesOfTheLeafletsMakeItPrimaryUnlessTheLesionWasLookedFor(item: HistoryItem, mechanism: ValveMechanism) {
    let found = cause(sketch { $0.history = [item] })
    #expect(found.cause == .primary && found.mechanism == mechanism && found.basis == .history)
    #expect(found.assumed == ["a lesion of the leaflets, which are not described"])
    let denied = cause(
      sketch { record in
        record.history = [item]
        record.deny(.flail, .papillaryRupture, .prolapse, .perforation, .cleft, .rheumaticLeaflets)
      })
    let canBeSeen = ![ValveMechanism.calcification, .fibrosis].contains(mechanism)
    #expect(denied.cause == (canBeSeen ? .undetermined : .primary))
  }

  @Test(arguments: [
    HistoryItem.alcoholExcess, .cardiotoxicDrugs, .muscularDystrophy,
    .malnutrition, .cancerTherapy, .inflammatoryDisease, .metabolicDisease, .coronaryDisease,
  ]) func illnessesOfTheMuscleCountOnlyWhereTheVentricleShowsThem(item: HistoryItem) {
    let strong = sketch { record in
      record.history = [item]
      record.measure([.LVEF: 62, .LVIDd: 50])
    }
    #expect(cause(strong).cause == .undetermined)
    #expect(cause(sketch { $0.history = [item] }).cause == .undetermined)
    let weak = cause(strong.with { $0.measure([.LVEF: 45]) })
    #expect(weak.cause == .secondaryVentricular && weak.assumed == ["leaflets free of lesions"])
    #expect(cause(strong.with { $0.measure([.LVIDd: 66]) }).cause == .secondaryVentricular)
  }

  @Test(arguments: [HistoryItem.myocardialInfarction, .recentMyocardialInfarction, .dilatedCardiomyopathy])
  func infarctionAndMuscleDiseaseCountUnlessTheVentricleIsSound(item: HistoryItem) {
    #expect(cause(sketch { $0.history = [item] }).cause == .secondaryVentricular)
    let sound = sketch { record in
      record.history = [item]
      record.measure([.LVEF: 62])
    }
    #expect(cause(sound).cause == .undetermined)
  }

  @Test func aSuddenLeakAfterAnInfarctionIsOpenUntilTheValveIsSeen() {
    let acute = sketch { record in
      record.presentation = .acute
      record.history = [.recentMyocardialInfarction]
    }
    #expect(cause(acute).cause == .undetermined && cause(acute).missing.contains("papillaryRupture"))
    #expect(cause(acute.with { $0.see(.papillaryRupture) }).mechanism == .papillaryRupture)
    #expect(cause(acute.with { $0.see(.tenting) }).mechanism == .tethering)
    #expect(cause(acute.with { $0.presentation = .chronic }).mechanism == .tethering)
  }

  @Test func drugsThatThickenLeafletsAreFoundOnTheList() {
    let found = cause(sketch { $0.context.drugs = ["levodopa", "Cabergoline 2 mg"] })
    #expect(found.mechanism == .fibrosis && found.carpentier == .threeA && found.because == ["takes cabergoline"])
    #expect(cause(sketch { $0.context.drugs = ["levodopa"] }).cause == .undetermined)
  }

  @Test func anEjectionFractionBelowFortyIsEnoughByItself() {
    #expect(cause(sketch { $0.measure([.LVEF: 39]) }).cause == .secondaryVentricular)
    #expect(cause(sketch { $0.measure([.LVEF: 40]) }).cause == .undetermined)
    let ill = sketch { record in
      record.see(.flail)
      record.measure([.LVEF: 30])
    }
    #expect(cause(ill).cause == .primary)
  }

  @Test func radiationHarmsTheVentricleOrTheLeafletsAsTheVentricleShows() {
    let weak = sketch { record in
      record.history = [.chestRadiation]
      record.measure([.LVEF: 42])
    }
    #expect(cause(weak).cause == .secondaryVentricular)
    #expect(cause(weak.with { $0.measure([.LVEF: 60]) }).mechanism == .fibrosis)
    #expect(cause(weak.with { $0.forget(.LVEF) }).cause == .undetermined)
  }

  @Test func anUndeterminedCauseNamesWhatWouldSettleIt() {
    let found = cause(sketch { _ in })
    #expect(found.cause == .undetermined && found.mechanism == nil && found.carpentier == nil && found.basis == nil)
    for name in ["flail", "prolapse", "tenting", "history", "LVEF", "LAVI", "annulusAP"] {
      #expect(found.missing.contains(name), "\(name)")
    }
    // Where the atrial kind is out, its criteria are not asked for.
    let weak = cause(sketch { $0.measure([.LVEF: 45]) })
    #expect(!weak.missing.contains("annulusAP") && weak.missing.contains("tenting"))
  }
}

@Suite struct CauseAtrialTests {
  @Test func allFourCriteriaMakeItAtrialAndWallMotionIsAssumed() {
    let found = cause(Sketches.atrial)
    #expect(found.cause == .secondaryAtrial && found.mechanism == .annularDilatation && found.carpentier == .one)
    #expect(found.leakClass == .secondary)
    #expect(found.assumed == ["leaflets free of lesions", "no regional wall-motion abnormality", "no tenting"])
    #expect(found.because.count == 4)
  }

  @Test(arguments: [FindingID.LVEF, .LVIDd, .annulusAP, .LAVI]) func oneMissingLeavesItOpenAndIsNamed(id: FindingID) {
    let found = cause(Sketches.atrial.with { $0.forget(id) })
    #expect(found.cause == .undetermined)
    #expect(found.missing.contains(id.identifier))
  }

  @Test(arguments: [
    (FindingID.LVEF, 49.0), (.LVIDd, 56), (.annulusAP, 35), (.LAVI, 34),
  ]) func oneFailingRulesItOut(id: FindingID, value: Double) {
    let found = cause(Sketches.atrial.with { $0.measure([id: value]) })
    #expect(found.cause != .secondaryAtrial)
    #expect(found.atrialCriteria.contains { $0.truth == .no && !$0.told.isEmpty })
  }

  @Test func tentingAndInfarctionRuleItOut() {
    #expect(cause(Sketches.atrial.with { $0.see(.tenting) }).cause == .secondaryVentricular)
    #expect(cause(Sketches.atrial.with { $0.history = [.myocardialInfarction] }).cause == .undetermined)
    let denied = cause(Sketches.atrial.with { $0.deny(.tenting) })
    #expect(denied.cause == .secondaryAtrial && !denied.assumed.contains("no tenting"))
  }

  @Test func theVentriclesLimitGoesBySex() {
    let wide = Sketches.atrial.with { $0.measure([.LVIDd: 60]) }
    #expect(cause(wide).cause != .secondaryAtrial)
    #expect(cause(wide.with { $0.sex = .male }).cause == .secondaryAtrial)
    let unknown = cause(wide.with { $0.sex = nil })
    #expect(unknown.cause == .undetermined && unknown.missing.contains("patient.sex"))
    // A large volume rules it out even beside a small diameter.
    #expect(cause(Sketches.atrial.with { $0.measure([.LVEDVi: 75]) }).cause != .secondaryAtrial)
  }
}
