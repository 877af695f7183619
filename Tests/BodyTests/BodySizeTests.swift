// Body surface and blood volume, against the formulae worked out by the system's library.

import Findings
import Instruments
import Circulation
import Foundation
import Quantities
import Testing

@Suite struct BodySizeTests {
  @Test(arguments: [(178.0, 75.0, 1.9267), (165, 62, 1.6819), (150, 45, 1.3698), (200, 120, 2.5601)])
  func surfaceIsThatOfDuBois(height: Double, weight: Double, surface: Double) {
    let body = Body(height: height, weight: weight)
    #expect(abs(body.bodySurface - surface) < 5e-4)
    let exact = 0.007184 * pow(weight, 0.425) * pow(height, 0.725)
    #expect(abs(body.bodySurface / exact - 1) < 1e-14)
  }

  @Test func bloodIsThatOfNadler() {
    #expect(abs(Body.reference.expectedBloodVolume.millilitres - 5087.6) < 0.5)
    let woman = Body(sex: .female, height: 165, weight: 62)
    #expect(abs(woman.expectedBloodVolume.millilitres - 3834.0) < 0.5)
  }

  @Test func bodiesBeyondTheModelAreTakenAsAtItsEnds() {
    let child = Body(age: 6, sex: .female, height: 115, weight: 20)
    #expect(child.nearestModelled == Body(age: 18, sex: .female, height: 140, weight: 40))
    #expect(HeartDefinition.healthy(for: child) == .healthy(for: child.nearestModelled))
    #expect(Body.reference.nearestModelled == .reference)
  }
}
