// Lesions and treatments are data: what every entry of both catalogues must keep to.

import Circulation
import Lesions
import Quantities
import Testing
import Treatments

@Suite struct CatalogueTests {
  @Test func identifiersAreUniqueAndSpelledAsInCaseFiles() {
    let identifiers = LesionCatalogue.all.map(\.identifier) + TreatmentCatalogue.all.map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
    for identifier in identifiers { #expect(identifier.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }) }
    for lesion in LesionCatalogue.all { #expect(LesionCatalogue.find(lesion.identifier)?.title == lesion.title) }
    for treatment in TreatmentCatalogue.all {
      #expect(TreatmentCatalogue.find(treatment.identifier)?.title == treatment.title)
    }
  }

  @Test func everyLesionOnEveryValveItFitsStillBeatsAndChangesTheHeart() {
    for lesion in LesionCatalogue.all {
      for valve in ValveSite.allCases where valve == .mitral || lesion.fitsOtherValves {
        var heart = HeartDefinition.healthyAdult
        lesion.apply(&heart, valve, Arguments(standardOf: lesion.arguments))
        #expect(heart != .healthyAdult, "\(lesion.identifier)")
        #expect(heart.settled().status == .periodic, "\(lesion.identifier) on \(valve)")
      }
    }
  }

  @Test func aHoleOfNoSizeIsNoHole() {
    var heart = HeartDefinition.healthyAdult
    var arguments = Arguments(standardOf: Lesion.fixedOrifice.arguments)
    arguments[0] = 0
    Lesion.fixedOrifice.apply(&heart, .mitral, arguments)
    #expect(heart == .healthyAdult)
  }

  @Test func everyTreatmentWithANameIsThere() {
    let names = """
      nitroprusside nitroglycerin ace-inhibitor angiotensin-blocker arni beta-blocker diuretic mra sglt2-inhibitor inotrope \
      intra-aortic-balloon resynchronisation cardioversion annuloplasty leaflet-repair repair replacement-mechanical \
      replacement-biological edge-to-edge
      """
    #expect(TreatmentCatalogue.all.map(\.identifier) == names.split(separator: " ").map(String.init))
    for treatment in TreatmentCatalogue.all {
      #expect(treatment.excludes.allSatisfy { TreatmentCatalogue.find($0) != nil }, "\(treatment.identifier)")
    }
  }

  @Test func everyTreatmentOfALeakingHeartStillBeatsAtEveryDose() {
    for treatment in TreatmentCatalogue.all {
      let standard = treatment.arguments.first?.standard ?? 0
      // Devices and operations at both ends of their sizes; drugs up to twice the usual dose: without reflexes the
      // largest of some leave no pressure.
      let isMedicine = treatment.kind == .drug || treatment.kind == .infusion
      let range = treatment.arguments.first?.range ?? 0...0
      let doses =
        isMedicine
        ? [standard / 2, standard, min(2 * standard, range.upperBound)]
        : [range.lowerBound, standard, range.upperBound]
      for dose in doses + (treatment.titration?.doses ?? []) {
        var heart = HeartDefinition.healthyAdult
        heart.mitralValve.leakArea = .squareCentimetres(0.4)
        heart.bloodVolume *= 1.08
        var arguments = Arguments(standardOf: treatment.arguments)
        if !treatment.arguments.isEmpty { arguments[0] = dose }
        treatment.apply(&heart, arguments)
        #expect(heart.settled().status == .periodic, "\(treatment.identifier) \(dose)")
      }
    }
  }

  @Test func standardArgumentsLieWithinTheirRanges() {
    for spec in LesionCatalogue.all.flatMap(\.arguments) + TreatmentCatalogue.all.flatMap(\.arguments) {
      #expect(spec.range.contains(spec.standard), "\(spec.name)")
    }
    for titration in TreatmentCatalogue.all.compactMap(\.titration) {
      #expect(titration.doses == titration.doses.sorted() && titration.doses.count <= 8)
    }
  }
}
