// A lesion that the record states counts as one that was seen: rheumatic, degenerative, torn.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct StatedLesionTests {
  private static let fibrillating = Patients.primary.with {
    $0.rhythm = .atrialFibrillation
    $0.age = 70
    $0.history = [.hypertension]
    $0.set(.MVA, nil)
    $0.signs[.rheumaticLeaflets] = nil
  }

  private static let rheumatic: [ClinicalRecord] = [
    fibrillating.with { $0.see([.rheumaticLeaflets], not: [.prolapse]) },
    fibrillating.with {
      $0.lesions = ["rheumatic"]
      $0.see([], not: [.prolapse])
    },
    fibrillating.with { $0.history = [.hypertension, .rheumaticFever] },
  ]

  @Test func noDOACIsAdvisedInARheumaticValveBeforeItsAreaIsKnown() {
    #expect(Self.fibrillating.truth("esc-2025-T2-doac") == .yes)
    for record in Self.rheumatic {
      #expect(record.truth("esc-2025-T2-doac") == .unknown && record.truth("esc-2025-T2-stenosis") == .unknown)
      let open = Judgement(record).open.first { $0.missing == "MVA" }
      #expect(open?.rules.contains { $0.id == "esc-2025-T2-doac" } == true)
      #expect(record.with { $0.set(.MVA, 2.1) }.truth("esc-2025-T2-doac") == .yes)
      let narrow = record.with { $0.set(.MVA, 2) }
      #expect(narrow.truth("esc-2025-T2-doac") == .no && narrow.truth("esc-2025-T2-stenosis") == .yes)
      #expect(StrokeRisk.of(Picture(narrow, guideline: .escEacts2025)).value == nil)
    }
  }

  @Test func aStatedProlapseIsDegenerativeAndAStatedRheumaticLesionOrAnInfectedValveIsNot() {
    // Repair rather than replacement by ACC/AHA 2020 asks for degenerative disease.
    let stated = Patients.breathless.with {
      $0.lesions = ["flail-leaflet"]
      for sign in [QualitativeID.prolapse, .flail, .rheumaticLeaflets] { $0.signs[sign] = nil }
    }
    func isDegenerative(_ record: ClinicalRecord) -> Bool {
      Judgement(record, guideline: .accAha2020).recommendations.contains {
        $0.because.contains("mechanism: flail leaflet")
      }
    }
    #expect(isDegenerative(stated))
    #expect(!isDegenerative(stated.with { $0.lesions = ["rheumatic"] }))
    #expect(!isDegenerative(stated.with { $0.see([.perforation]) }))
  }

  @Test func aStatedTornPapillaryMuscleIsAnAcuteLeakInDanger() {
    let record = Patients.breathless.with {
      $0.presentation = nil
      $0.lesions = ["papillary-muscle-rupture"]
      $0.signs[.papillaryRupture] = nil
    }
    let judgement = Judgement(record)
    #expect(judgement.acuity.isAcute && judgement.acuity.isInferred)
    #expect(judgement.urgency.urgency == .emergency)
    let chronic = Judgement(record.with { $0.presentation = .chronic })
    #expect(chronic.cautions.contains { $0.kind == .toldChronic })
  }
}
