// The circulation, and whether the leak came suddenly.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct ProfileTests {
  private func profile(_ edit: (inout ClinicalRecord) -> Void) -> HaemodynamicProfile {
    Judgement(sketch(edit)).profile
  }

  @Test func congestionAndFlowMakeTheFourProfiles() {
    #expect(
      profile {
        $0.measure([.PCWP: 12, .CI: 2.8]); $0.symptoms = []
      }.profile == .unknown)
    let all: KeyValuePairs<FindingID, Double> = [.PCWP: 12, .LAPmean: 12, .CVP: 4, .CI: 2.8]
    func measured(_ changes: KeyValuePairs<FindingID, Double>) -> ProfileClass {
      profile { record in
        record.symptoms = []
        record.measure(all)
        record.measure(changes)
      }.profile
    }
    #expect(measured([:]) == .warmDry)
    #expect(measured([.PCWP: 18]) == .warmDry)
    #expect(measured([.PCWP: 18.5]) == .warmWet)
    #expect(measured([.CVP: 11]) == .warmWet)
    #expect(measured([.CI: 2.1]) == .coldDry)
    #expect(measured([.CI: 2.1, .PCWP: 25]) == .coldWet)
    #expect(measured([.CI: 1.7]) == .coldDry)
    #expect(measured([.CI: 1.7, .PCWP: 25]) == .shock)
    #expect(measured([.lactate: 2]) == .warmDry)
    #expect(measured([.lactate: 2.1]) == .shock)
  }

  @Test(arguments: [Symptom.orthopnoea, .nocturnalDyspnoea, .restDyspnoea, .pinkSputum, .ankleSwelling])
  func complaintsTellCongestion(symptom: Symptom) {
    #expect(profile { $0.symptoms = [symptom] }.profile == .warmWet)
    #expect(profile { $0.symptoms = [.fatigue] }.profile == .unknown)
  }

  @Test func aLowPressureAloneIsHypotensionAndBesideSufferingOrgansShock() {
    let low = profile {
      $0.measure([.SBP: 86]); $0.symptoms = [.fatigue]; $0.presentation = .chronic
    }
    #expect(low.hypotension.truth == .yes && low.profile != .shock)
    #expect(
      profile {
        $0.measure([.SBP: 86]); $0.symptoms = [.confusion]
      }.profile == .shock)
    #expect(
      profile {
        $0.measure([.SBP: 86]); $0.presentation = .acute
      }.profile == .shock)
    #expect(
      profile {
        $0.measure([.MAP: 64]); $0.presentation = .acute
      }.profile == .shock)
    #expect(
      profile {
        $0.measure([.SBP: 90, .MAP: 65]); $0.presentation = .acute
      }.profile != .shock)
  }

  @Test func nothingKnownIsNotCalledWell() {
    #expect(profile { _ in }.profile == .unknown)
    #expect(profile { _ in }.because.isEmpty)
  }
}

@Suite struct ProfileAcuityTests {
  private func acuity(_ edit: (inout ClinicalRecord) -> Void) -> AcuityJudgement {
    Picture(sketch(edit), guideline: .escEacts2025).acuity
  }

  @Test func whatIsToldStands() {
    let told = acuity {
      $0.presentation = .chronic; $0.see(.papillaryRupture)
    }
    #expect(told.presentation == .chronic && !told.isInferred)
    #expect(acuity { $0.presentation = .acute }.isAcute)
    let cautions = Judgement(
      sketch {
        $0.presentation = .chronic; $0.see(.papillaryRupture)
      }
    ).cautions
    #expect(cautions.contains { $0.kind == .toldChronic })
  }

  @Test func aTornMuscleAndAnInfectedValveAreAcute() {
    let torn = acuity {
      $0.see(.papillaryRupture); $0.history = [.recentMyocardialInfarction]
    }
    #expect(torn.isAcute && torn.isInferred && torn.because.count == 2)
    #expect(acuity { $0.history = [.activeEndocarditis] }.isAcute)
    #expect(acuity { $0.history = [.endocarditis] }.presentation == nil)
    let cautions = Judgement(sketch { $0.history = [.activeEndocarditis] }).cautions
    #expect(cautions.contains { $0.kind == .inferredAcute })
  }

  @Test func aFlailLeafletIsAcuteWhereChambersHadNoTimeToGrow() {
    #expect(
      acuity {
        $0.see(.flail); $0.symptoms = [.restDyspnoea]; $0.measure([.LAVI: 30])
      }.isAcute)
    #expect(
      acuity {
        $0.see(.flail); $0.nyha = .four; $0.measure([.LAVI: 30])
      }.isAcute)
    #expect(
      acuity {
        $0.history = [.chestTrauma]; $0.symptoms = [.pinkSputum]; $0.measure([.LVIDd: 50])
      }.isAcute)
    let grown = acuity {
      $0.see(.flail); $0.symptoms = [.restDyspnoea]; $0.measure([.LAVI: 30, .LVIDd: 66])
    }
    #expect(grown.presentation == .chronic && grown.isInferred)
    #expect(
      acuity {
        $0.see(.flail); $0.symptoms = [.fatigue]; $0.measure([.LAVI: 30])
      }.presentation == nil)
    #expect(
      acuity {
        $0.see(.prolapse); $0.symptoms = [.restDyspnoea]; $0.measure([.LAVI: 30])
      }.presentation == nil)
  }
}
