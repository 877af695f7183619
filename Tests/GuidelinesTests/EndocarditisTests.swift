// Who gets an antibiotic before dental work, and which.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct EndocarditisTests {
  private func prophylaxis(_ history: [HistoryItem]?, _ guideline: Guideline, _ treatments: [String] = []) -> [String] {
    rules(patient(history: history, guideline: guideline) { $0.treatments = treatments })
      .filter { $0.contains("endocarditis-") }
  }

  @Test(arguments: [
    (HistoryItem.prostheticValve, "prosthesis"), (.endocarditis, "earlier"), (.activeEndocarditis, "earlier"),
    (.cyanoticHeartDisease, "congenital"),
  ]) func theHighRiskPatientsGetIt(item: HistoryItem, name: String) {
    #expect(prophylaxis([item], .accAha2020) == ["aha-2021-endocarditis-" + name])
    #expect(prophylaxis([item], .escEacts2025) == ["esc-2023-endocarditis-" + name])
    #expect(prophylaxis([.hypertension], .accAha2020).isEmpty && prophylaxis([.hypertension], .escEacts2025).isEmpty)
  }

  @Test func theClipIsClassTwoInEuropeAndMaterialInAmerica() {
    #expect(prophylaxis([], .accAha2020, ["edge-to-edge"]) == ["aha-2021-endocarditis-repair"])
    #expect(prophylaxis([], .escEacts2025, ["edge-to-edge"]) == ["esc-2023-endocarditis-clip"])
    #expect(RuleBook.rule("esc-2023-endocarditis-clip")?.strength == .twoA)
    #expect(prophylaxis([], .accAha2020, ["annuloplasty"]) == ["aha-2021-endocarditis-repair"])
    #expect(prophylaxis([], .escEacts2025, ["annuloplasty"]) == ["esc-2023-endocarditis-prosthesis"])
    #expect(prophylaxis([], .escEacts2025, ["beta-blocker"]).isEmpty)
  }

  @Test(arguments: [HistoryItem.mitralProlapse, .rheumaticCarditis])
  func aNativeValveAloneGetsNone(item: HistoryItem) {
    #expect(prophylaxis([item], .accAha2020) == ["aha-2021-endocarditis-native"])
    #expect(prophylaxis([item], .escEacts2025) == ["esc-2023-endocarditis-native"])
    #expect(prophylaxis([item, .endocarditis], .accAha2020) == ["aha-2021-endocarditis-earlier"])
    #expect(RuleBook.rule("aha-2021-endocarditis-native")?.polarity == .avoid)
  }

  @Test func aLeakAloneGetsNoneAndWhatIsSilentIsToBeConfirmed() throws {
    let leaking = patient(guideline: .accAha2020, [.EROA: 0.45, .RVol: 65])
    let found = Judgement(leaking.record, guideline: .accAha2020).recommendations
      .first { $0.rule.id == "aha-2021-endocarditis-native" }
    let native = try #require(found)
    #expect(native.toConfirm.contains("prosthetic valve") && native.toConfirm.contains("earlier endocarditis"))
    #expect(native.because == ["the mitral valve leaks (graded severe)"])
  }

  @Test func theOlderEuropeanSetSaysNothing() {
    #expect(prophylaxis([.prostheticValve], .escEacts2021).isEmpty)
  }

  @Test func penicillinAllergyChangesTheDrugAndNobodyGetsClindamycin() {
    #expect(EndocarditisProphylaxis.regimens(penicillinAllergy: false).first?.text == "amoxicillin 2 g by mouth")
    let allergic = EndocarditisProphylaxis.regimens(penicillinAllergy: true)
    #expect(!allergic.contains { $0.drug.contains("cillin") } && allergic.count == 4)
    #expect(!EndocarditisProphylaxis.regimens.contains { $0.drug.contains("clindamycin") })
    let text = EndocarditisProphylaxis.clinicianText(patient(history: [.penicillinAllergy]).record)
    #expect(text.contains("Penicillin is not tolerated") && text.contains("no clindamycin"))
    #expect(text.contains("30 to 60 minutes") && text.contains("cephalosporin after anaphylaxis"))
    #expect(EndocarditisProphylaxis.clinicianText(patient().record).contains("Ask about penicillin"))
  }
}
