// A heart that has no beat has no findings, and nobody falls over it.

import Circulation
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct BrokenHeartTests {
  private static let edits: [@Sendable (inout HeartDefinition) -> Void] = [
    { $0.bloodVolume = .millilitres(.nan) },
    { $0.leftVentricle.passiveStress = .kilopascals(.nan) },
    { $0.leftVentricle.activeStress = .kilopascals(.infinity) },
    { $0.heartRate = .perMinute(.nan) },
    { $0.septum.referenceArea = .squareCentimetres(0) },
    { $0.leftVentricle.activeStress = .kilopascals(1e9) },
  ]

  @Test(arguments: edits.indices)
  func aHeartThatDivergedHasNoFindingThatIsNotANumber(_ index: Int) {
    let broken = ReadHeart(Self.edits[index])
    #expect(broken.heart.status == .diverged)
    for finding in broken.reading.findings.present { #expect(broken[finding].isFinite, "\(finding)") }
    if !broken.heart.beat.isFinite { #expect(broken.reading.findings.present.isEmpty) }
  }
}
