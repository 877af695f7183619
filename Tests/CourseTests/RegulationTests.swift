// The body's answer: reflexes and fluid balance.

import Circulation
import Course
import Quantities
import Testing

@Suite struct RegulationTests {
  @Test func aHealthyBodyNeedsNoDrive() throws {
    let body = RegulatedHeart.healthy(for: .reference)
    let rest = try #require(body.settled(.days))
    #expect(rest.isSteady)
    #expect(rest.drive.arterial.magnitude < 0.005)
    #expect((rest.bloodVolume - 5090).magnitude < 15)
  }
}
