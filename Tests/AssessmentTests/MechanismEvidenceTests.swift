// What is known before a heart is fitted says how the valve may leak, with probabilities.

import Twin
import Assessment
import Cases
import Findings
import Inference
import Lesions
import Testing

@Suite struct MechanismEvidenceTests {
  @Test(arguments: [
    "", "findings: {LVEF: 28 %}", "findings: {LVEF: 65 %}", "rhythm: atrial-fibrillation\nfindings: {LVEF: 60 %}",
    "findings: {flail: true}", "findings: {prolapse: true}", "findings: {tenting: true}",
    "findings: {perforation: true}",
    "history: [rheumatic-fever]", "presentation: acute", "lesions: [{kind: leaflet-tethering}]",
    "patient: {age: 84, sex: female}\nrhythm: atrial-fibrillation\nfindings: {LVEF: 58 %, LAVI: 60 mL/m2}",
  ])
  func probabilitiesAddUpToOneAndTheLikeliestComesFirst(_ text: String) throws {
    let chances = try patient(text).mechanismEvidence.chances
    #expect(abs(chances.reduce(0) { $0 + $1.prior } - 1) < 1e-12)
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0.prior >= $1.prior })
    #expect(Set(chances.map(\.mechanism)).count == chances.count)
  }

  @Test func aFlailThatWasSeenIsHardlyEverSomethingElse() throws {
    let chances = try patient("findings: {flail: true}").mechanismEvidence.chances
    #expect(chances.first?.mechanism == .flail && (chances.first?.prior ?? 0) > 0.95)
  }

  @Test func whatIsStatedIsTaken() throws {
    let chances = try patient("lesions: [{kind: prolapse}]\nfindings: {tenting: true}").mechanismEvidence.chances
    #expect(chances.map(\.mechanism) == [.prolapse])
  }

  @Test func aWeakVentricleTethersAndAStrongOneBesideAFibrillatingAtriumHasAWideRing() throws {
    func probability(_ text: String, _ mechanism: LeakMechanism) throws -> Double {
      try patient(text).mechanismEvidence.chances.first { $0.mechanism == mechanism }?.prior ?? 0
    }
    #expect(try probability("findings: {LVEF: 28 %}", .tethering) > 0.9)
    #expect(try probability("findings: {LVEF: 65 %}", .tethering) < 0.1)
    let old = "patient: {age: 84, sex: female}\nrhythm: atrial-fibrillation\nfindings: {LVEF: 58 %"
    #expect(try probability(old + ", LAVI: 60 mL/m2}", .ring) > 0.7)
    #expect(try probability(old + ", LAVI: 28 mL/m2}", .ring) < 0.5)
    #expect(try probability("patient: {age: 45}\nrhythm: sinus\nfindings: {LVEF: 65 %}", .ring) < 0.1)
  }

  @Test func aJetOfLateSystoleSpeaksForProlapse() throws {
    let late = try patient("findings: {jetTiming: mid-late}").mechanismEvidence.chances
    #expect(late.first?.mechanism == .prolapse)
    let all = try patient("findings: {jetTiming: holosystolic, LVEF: 65 %}").mechanismEvidence.chances
    #expect(all.contains { $0.mechanism == .flail && $0.prior > 0.4 })
    #expect(all.allSatisfy { $0.mechanism != .prolapse })
  }

  @Test func aSuddenLeakIsNotTheAtriums() throws {
    let sudden = try patient("presentation: acute\nfindings: {LVEF: 60 %}").mechanismEvidence.chances
    #expect(sudden.allSatisfy { $0.mechanism != .ring })
  }
}
