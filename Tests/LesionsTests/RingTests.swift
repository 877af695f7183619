// The mitral ring through a beat, and through growth.

import Circulation
import Findings
import Lanes
import Lesions
import Quantities
import Testing

@Suite struct RingTests {
  private let healthy = Leaking(.healthyAdult)

  /// 3D echocardiography: the area changes by 20–30 %, smallest around the onset of systole.
  @Test func theRingBreathesByAFifthToAThird() {
    let ring = healthy.heart.beat.trace { $0.mitralAnnulusArea }
    let change = ring.maximum().value / ring.minimum().value - 1
    #expect((0.2...0.33).contains(change), "\(change)")
    #expect(abs(ring.minimum().time - healthy.heart.beat.ventricularActivation) < 0.06)
    #expect((7...10).contains(ring.mean), "\(ring.mean) cm²")
    // Two peaks in systole, the larger at its end.
    let middle = ring.value(at: healthy.time(0.55))
    #expect(ring.value(at: healthy.time(0.15)) > middle && ring.value(at: healthy.time(1)) > 1.1 * middle)
  }

  /// Ricci 2021, men: 3.3 ± 0.4 cm from front to back at end systole; over 3.5 counts as dilated (ESC/EACTS 2025).
  @Test func itMeasuresWhatCMRMeasures() {
    #expect((29...37).contains(healthy[.annulusAP]), "\(healthy[.annulusAP]) mm")
    #expect(Leaking(.annularDilatation, ["atrialDilatation": 3])[.annulusAP] > 35)
  }

  @Test func aLargerBodyHasALargerRing() {
    func diameter(_ height: Double, _ weight: Double) -> Double {
      Leaking(.healthy(for: Body(age: 45, sex: .male, height: height, weight: weight)))[.annulusAP]
    }
    #expect(diameter(195, 100) > diameter(160, 55) * 1.08)
  }
}
