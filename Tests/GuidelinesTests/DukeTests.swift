// The Duke-ISCVID criteria of 2023 as a checklist.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct DukeTests {
  private func checklist(
    _ signs: [DukeSign]?, history: [HistoryItem]? = [], _ findings: KeyValuePairs<FindingID, Double> = [:],
    edit: (inout ClinicalRecord) -> Void = { _ in }
  ) -> DukeChecklist {
    DukeChecklist(
      patient(history: history, findings) {
        $0.context.duke = signs
        edit(&$0)
      })
  }

  private func criterion(_ list: DukeChecklist, _ id: String) -> ChecklistCriterion? {
    list.criteria.first { $0.identifier == id }
  }

  /// No leak and no fever, so that nothing is left open.
  private let calm: KeyValuePairs<FindingID, Double> = [.temperature: 36.8, .EROA: 0.02, .RVol: 2]
  private let hot: KeyValuePairs<FindingID, Double> = [.temperature: 38, .EROA: 0.02, .RVol: 2]

  @Test func definiteByProofByTwoMajorByOneAndThreeOrByFiveMinor() {
    #expect(checklist([.pathology], calm).verdict == .definite)
    #expect(checklist([.typicalOrganismTwoSets, .vegetation], calm).verdict == .definite)
    #expect(checklist([.surgicalFinding, .abscess], calm).verdict == .definite)
    #expect(checklist([.vegetation, .vascularSign, .immunologicalSign], hot).verdict == .definite)
    #expect(
      checklist([.vascularSign, .immunologicalSign, .minorMicrobiology], history: [.prostheticValve], hot).verdict
        == .definite)
  }

  @Test func possibleByOneAndOneOrByThreeMinor() {
    #expect(checklist([.vegetation], hot).verdict == .possible)
    #expect(checklist([.vascularSign], history: [.intravenousDrugUse], hot).verdict == .possible)
    #expect(checklist([.vegetation], hot).canRise == false)
    #expect(checklist(nil, history: [.endocarditis], hot).verdict == .undetermined)
  }

  @Test func twoImagesAreOneCriterionAndWeakCulturesDoNotCountBesideStrongOnes() {
    #expect(checklist([.vegetation, .petUptake, .newRegurgitation], calm).verdict == .rejected)
    #expect(checklist([.typicalOrganismTwoSets, .minorMicrobiology], calm).verdict == .rejected)
  }

  @Test func rejectedOnlyWhereEverythingIsKnown() {
    #expect(checklist([], calm).verdict == .rejected)
    #expect(checklist([.vegetation], calm).verdict == .rejected)
    let open = checklist([.vegetation], [.EROA: 0.02, .RVol: 2])
    #expect(open.verdict == .undetermined && open.canRise)
    #expect(checklist(nil, history: nil).verdict == .undetermined)
  }

  @Test func oneSuddenLeakIsNeverTwoCriteria() {
    func torn(_ signs: [DukeSign], _ temperature: Double, history: [HistoryItem] = []) -> DukeChecklist {
      checklist(signs, history: history, [.EROA: 0.5, .RVol: 70, .temperature: temperature]) {
        $0.presentation = .acute
      }
    }
    let cool = torn([], 36.8)
    #expect(cool.verdict == .rejected && criterion(cool, "imaging")?.truth == .no)
    let told = torn([.newRegurgitation], 36.8)
    #expect(criterion(told, "imaging")?.truth == .yes && criterion(told, "predisposition")?.truth == .no)
    #expect(told.verdict == .rejected)
    #expect(torn([.newRegurgitation], 38.2).verdict == .possible)
    #expect(torn([.newRegurgitation], 36.8, history: [.prostheticValve]).verdict == .possible)
  }

  @Test func theRecordFillsInWhatItKnows() {
    let leaking = checklist(nil, [.EROA: 0.5, .RVol: 70, .temperature: 38.4]) { $0.presentation = .acute }
    #expect(criterion(leaking, "imaging")?.truth == .unknown)
    #expect(criterion(leaking, "predisposition")?.because == ["a leak graded severe"])
    #expect(criterion(leaking, "fever")?.truth == .yes)
    #expect(leaking.verdict == .undetermined && leaking.canRise)
    let holed = checklist(nil) { $0.signs.say(true, for: .perforation) }
    #expect(criterion(holed, "imaging")?.because == ["perforated leaflet"])
    let clipped = checklist([], calm) { $0.treatments = ["edge-to-edge"] }
    #expect(criterion(clipped, "predisposition")?.because == ["treated by edge-to-edge"])
    #expect(criterion(checklist([], calm), "predisposition")?.truth == .no)
  }
}
