// What load does to each kind of leak, against measurements in patients.

import Circulation
import Findings
import Lesions
import Quantities
import Testing
import Treatments

/// A wide, weak heart as it is under treatment in hospital: enlarged, more blood kept, vessels narrowed; its leak some 20 mL, as
/// in the patients of Keren 1986 (19 ± 9 mL) and of Circulation 1989;80:306 (18 ± 13 mL).
private let failing = Leaking(.ventricularDilatation, ["orificeArea": 0.2, "dilatation": 1.7, "contractility": 0.6])

@Suite struct LoadTests {
  /// Dujardin 2001, losartan: SBP −9 %, RVol −18 ± 10 %, orifice −17 ± 10 %. The rule: acutely vasodilators lower the
  /// leak in every kind.
  @Test(arguments: LesionCatalogue.all.map(\.identifier))
  func vasodilatorsLowerEveryLeak(_ identifier: String) throws {
    let lesion = try #require(LesionCatalogue.find(identifier))
    let leak = Leaking(lesion)
    for (treatment, doses) in [(Treatment.nitroprusside, [0.3, 1]), (.nitroglycerin, [10, 30])] {
      for dose in doses {
        let treated = leak.on(treatment, dose: dose)
        #expect(treated[.RVol] < leak[.RVol], "\(treatment.identifier) \(dose): \(leak[.RVol]) to \(treated[.RVol]) mL")
      }
    }
  }

  /// Dujardin 2001, losartan by mouth in 32 people with organic regurgitation: SBP 143 → 130 mmHg (−9 %), RVol −18 ± 10 %,
  /// orifice −17 ± 10 %, the gradient unchanged. A torn leaflet in a healthy heart comes to within one deviation of the
  /// volume; its orifice shrinks by a third of what was measured.
  @Test func atADropOfPressureByATenthATornLeafletsOrificeShrinks() throws {
    let leak = Leaking(.flailLeaflet)
    var treated: Leaking?
    for dose in [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4] {
      let heart = leak.on(.nitroprusside, dose: dose)
      if heart[.SBP] >= 0.91 * leak[.SBP] { treated = heart }
    }
    let after = try #require(treated)
    let volume = after[.RVol] / leak[.RVol] - 1
    let orifice = after[.EROA] / leak[.EROA] - 1
    #expect((-0.28 ... -0.08).contains(volume), "RVol \(volume)")
    #expect((-0.27 ... -0.04).contains(orifice), "orifice \(orifice) at SBP \(after[.SBP] / leak[.SBP] - 1)")
  }

  @Test func vasodilatorsLowerTheLeakMoreWhereTheOrificeFollowsTheVentricle() {
    func fall(_ leak: Leaking) -> Double { 1 - leak.on(.nitroprusside, dose: 1)[.RVol] / leak[.RVol] }
    let hole = fall(Leaking(.fixedOrifice, ["orificeArea": 0.3]))
    let flail = fall(Leaking(.flailLeaflet, ["orificeArea": 0.4]))
    let tethered = fall(failing)
    #expect(flail > 1.3 * hole && tethered > 1.3 * flail, "\(hole), \(flail), \(tethered)")
  }

  /// Nitroglycerin in functional regurgitation: RVol 19 → 3 mL, orifice −80 %, forward volume +10 mL (Keren 1986); 18 → 11 mL
  /// (Circulation 1989;80:306). The tethered leak falls to between the two.
  @Test func nitroglycerinTakesMoreOfATetheredLeakThanOfAHole() {
    func on(_ leak: Leaking) -> Leaking { leak.on(.nitroglycerin, dose: 30) }
    let treated = on(failing)
    #expect((12...30).contains(failing[.RVol]), "\(failing[.RVol]) mL before")
    #expect(treated[.RVol] < 0.6 * failing[.RVol], "\(failing[.RVol]) to \(treated[.RVol]) mL")
    #expect(treated[.RVol] > 0.15 * failing[.RVol], "\(failing[.RVol]) to \(treated[.RVol]) mL")
    #expect(treated[.EROA] < 0.7 * failing[.EROA], "\(failing[.EROA]) to \(treated[.EROA]) cm²")
    let hole = Leaking(.fixedOrifice, ["orificeArea": failing[.EROA]])
    let treatedHole = on(hole)
    #expect(treatedHole[.RVol] > 0.8 * hole[.RVol])
    #expect(abs(treatedHole[.EROA] / hole[.EROA] - 1) < 0.01)
  }

  /// Circulation 1989;80:306: dobutamine 18 → 11 mL, forward volume +9; handgrip 18 → 31 mL.
  @Test func contractilityLowersAndResistanceRaisesFunctionalLeaks() {
    let stronger = failing.after { $0.strengthen(1.3) }
    #expect((0.4...0.9).contains(stronger[.RVol] / failing[.RVol]), "\(failing[.RVol]) to \(stronger[.RVol]) mL")
    #expect(stronger[.FSV] > failing[.FSV] + 5)
    let grip = failing.after { $0.resist(1.3) }
    #expect((1.08...1.8).contains(grip[.RVol] / failing[.RVol]), "\(failing[.RVol]) to \(grip[.RVol]) mL")
    #expect(grip[.FSV] < failing[.FSV])
  }

  /// Packer's rule of proportion: end-diastolic 150–200 mL with an orifice of 0.1–0.2 cm², 250–300 mL with 0.3–0.4.
  @Test func theTetheredOrificeGrowsInProportionToTheVentricle() {
    func heart(_ dilatation: Double, area: Double) -> Leaking {
      var definition = HeartDefinition.healthyAdult
      let lesion = Lesion.ventricularDilatation
      lesion.apply(
        &definition, .mitral,
        lesion.filled(["orificeArea": area, "dilatation": dilatation, "contractility": 0.75]))
      return Leaking(definition)
    }
    // One valve, its area set in the middle of the upper pair, in ventricles of growing size.
    let wide = heart(1.65, area: 0.2)
    let area = 0.2 * 0.3 / wide[.EROA]
    let sizes = [1.1, 1.2, 1.4, 1.65].map { heart($0, area: area) }
    let orifices = sizes.map { $0[.EROA] }
    #expect(orifices == orifices.sorted(), "\(orifices)")
    for heart in sizes {
      if (150...200).contains(heart[.LVEDV]) {
        #expect((0.05...0.22).contains(heart[.EROA]), "\(heart[.LVEDV]) mL: \(heart[.EROA])")
      }
      if (250...300).contains(heart[.LVEDV]) {
        #expect((0.25...0.42).contains(heart[.EROA]), "\(heart[.LVEDV]) mL: \(heart[.EROA])")
      }
    }
  }
}
