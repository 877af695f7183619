// The Jones criteria of 2015 as a checklist.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct JonesTests {
  private func checklist(
    _ signs: [JonesSign]?, history: [HistoryItem]? = [], _ findings: KeyValuePairs<FindingID, Double> = [:]
  ) -> JonesChecklist {
    JonesChecklist(patient(history: history, findings) { $0.context.jones = signs })
  }

  private func truth(_ list: JonesChecklist, _ id: String) -> Truth? {
    list.criteria.first { $0.identifier == id }?.truth
  }

  @Test func twoMajorCriteriaMakeIt() {
    #expect(checklist([.streptococcalEvidence, .carditis, .polyarthritis]).verdict == .met)
    #expect(checklist([.streptococcalEvidence, .chorea, .subcutaneousNodules]).verdict == .met)
    #expect(checklist([.carditis, .polyarthritis]).verdict == .notMet)
    #expect(checklist([.carditis, .polyarthritis], history: [.streptococcalThroat]).verdict == .met)
  }

  @Test func oneMajorNeedsTwoMinor() {
    let base: [JonesSign] = [.streptococcalEvidence, .erythemaMarginatum]
    #expect(checklist(base, [.temperature: 38.6, .CRP: 31, .PR: 160]).verdict == .met)
    #expect(checklist(base, [.temperature: 38.4, .CRP: 31, .PR: 160]).verdict == .notMet)
    #expect(checklist(base, [.temperature: 38.6]).verdict == .undetermined)
    #expect(checklist(base, [.temperature: 38.6, .ESR: 60]).verdict == .met)
    #expect(checklist(base, [.temperature: 38.6, .ESR: 59, .CRP: 10, .PR: 200]).verdict == .notMet)
    #expect(checklist(base, [.temperature: 38.6, .ESR: 59, .CRP: 10, .PR: 201]).verdict == .met)
  }

  @Test func aLongPRDoesNotCountBesideCarditisNorAJointTwice() {
    let measured: KeyValuePairs<FindingID, Double> = [.temperature: 38.6, .ESR: 10, .CRP: 5, .PR: 240]
    #expect(checklist([.streptococcalEvidence, .carditis], measured).verdict == .notMet)
    #expect(checklist([.streptococcalEvidence, .polyarthritis], measured).verdict == .met)
    let painful: [JonesSign] = [.streptococcalEvidence, .polyarthritis, .polyarthralgia]
    #expect(checklist(painful, [.temperature: 38.6, .ESR: 10, .CRP: 5, .PR: 160]).verdict == .notMet)
  }

  @Test func whereItIsCommonLessIsEnough() {
    let findings: KeyValuePairs<FindingID, Double> = [.temperature: 38.1, .ESR: 35, .CRP: 5, .PR: 160]
    #expect(checklist([.streptococcalEvidence, .monoarthritis], findings).verdict == .notMet)
    #expect(checklist([.streptococcalEvidence, .monoarthritis, .highRiskRegion], findings).verdict == .met)
    #expect(checklist([.streptococcalEvidence, .polyarthralgia, .highRiskRegion], findings).verdict == .met)
  }

  @Test func aRecurrenceNeedsThreeMinor() {
    let findings: KeyValuePairs<FindingID, Double> = [.temperature: 39, .ESR: 80, .CRP: 50, .PR: 160]
    let signs: [JonesSign] = [.streptococcalEvidence, .polyarthralgia]
    #expect(checklist(signs, findings).verdict == .notMet)
    let again = checklist(signs, history: [.rheumaticFever], findings)
    #expect(again.verdict == .met && again.isRecurrence == true)
    #expect(checklist(signs, history: nil, findings).verdict == .undetermined)
  }

  @Test func whatNobodyAskedIsNotKnown() {
    let silent = checklist(nil, history: nil)
    #expect(silent.verdict == .undetermined && silent.criteria.allSatisfy { $0.truth == .unknown })
    #expect(silent.highRiskRegion == nil && silent.isRecurrence == nil)
    let asked = checklist([])
    #expect(asked.verdict == .notMet && truth(asked, "chorea") == .no && truth(asked, "fever") == .unknown)
    let warm = checklist(nil, [.temperature: 38.2])
    #expect(truth(warm, "fever") == .unknown)
    #expect(truth(checklist(nil, [.temperature: 38.7]), "fever") == .yes)
    #expect(truth(checklist([.highRiskRegion], [.temperature: 38.2]), "fever") == .yes)
  }
}
